// SPDX-License-Identifier: Apache-2.0
// German clauses whose verb stands last, behind the quotation, and words that a document holds.
#include "extract/phrases_continental.hpp"

#include "text/text.hpp"

namespace verbatim::extract::continental {

using syntax::ChunkKind;
namespace {

/// The noun behind von or durch, to the left of the verb in its clause.
std::optional<Speaker> agent_before(const Sentence& s, std::size_t begin, std::size_t end)
{
    for (std::size_t i = begin; i + 1 < end; ++i)
        if (s.is(i, ChunkKind::preposition) && s.lexicon.has("passive-by", s.words(i)) && is_noun(s, i + 1))
            return speaker_of(s, i + 1, i + 1);
    return std::nullopt;
}

bool in_class(const Sentence& s, std::size_t begin, std::size_t end, std::string_view word_class)
{
    for (std::size_t i = begin; i < end; ++i)
        if (s.lexicon.match(word_class, s.words(i), 0) == s.words(i).size())
            return true;
    return false;
}

} // namespace

std::optional<Frame> frame_of_final_verb(const Sentence& s, std::size_t ordinal)
{
    constexpr std::u32string_view stops = U",.?!…—–";
    const std::size_t quotation = s.host.at[ordinal];
    const std::size_t verb = quotation + 1;
    if (!s.lexicon.has("pattern", "verb-second") || quotation == 0 || !s.is(verb, ChunkKind::cue)
        || (ordinal < s.host.closing.size() && stops.find(s.host.closing[ordinal]) != std::u32string_view::npos))
        return std::nullopt;
    std::size_t next = verb + 1;
    const bool closed_by_passive =
        s.is(next, ChunkKind::auxiliary) && s.lexicon.has("passive-auxiliary", s.words(next));
    if (s.is(next, ChunkKind::auxiliary))
        ++next;
    if (next < s.size() && !s.is(next, ChunkKind::mark) && !s.is(next, ChunkKind::coordinator)
        && !s.is(next, ChunkKind::conjunction))
        return std::nullopt;
    const std::size_t begin = segments_before(s, verb).back().begin;
    const bool passive = closed_by_passive || is_passive(s, verb)
                         || (s.lexicon.has("form.participle", s.host.words(s.chunk(verb).head))
                             && in_class(s, begin, quotation, "passive-auxiliary"));
    const bool perfect =
        in_class(s, begin, quotation, "perfect-auxiliary")
        || (s.is(verb + 1, ChunkKind::auxiliary) && s.lexicon.has("perfect-auxiliary", s.words(verb + 1)));
    if (!passive && !perfect && !is_finite(s, verb))
        return std::nullopt; // als ⟨Q⟩ bekannt
    Frame frame = frame_with(s, verb, Side::after, std::nullopt);
    frame.speaker = passive ? agent_before(s, begin, quotation) : subject_of(s, verb, verb);
    frame.end = next;
    return frame.speaker ? std::optional(frame) : std::nullopt;
}

std::optional<Frame> frame_of_holder(const Sentence& s, std::size_t quotation)
{
    constexpr std::size_t longest = 16; // chunks
    if (quotation == 0 || !s.is_mark(quotation - 1, ":,"))
        return std::nullopt;
    std::size_t begin = quotation - 1;
    while (begin > 0 && quotation - begin < longest && !s.is(begin - 1, ChunkKind::quotation)
           && !s.is_mark(begin - 1, ".!?;:"))
        --begin;
    for (std::size_t cue = begin; cue + 1 < quotation; ++cue) {
        const std::size_t size = s.lexicon.match("says-it", s.host.text, s.chunk(cue).span.begin);
        if (size == 0)
            continue;
        for (std::size_t i = begin; i + 1 < quotation; ++i) {
            const bool holds = (s.is(i, ChunkKind::preposition) || s.is(i, ChunkKind::according_to))
                               && s.lexicon.has("holding-preposition", s.words(i))
                               && s.is(i + 1, ChunkKind::noun_phrase)
                               && !s.lexicon.has("time-noun", head_word(s.words(i + 1)));
            if (!holds)
                continue;
            Frame frame;
            frame.cue = cue;
            frame.cue_span = {s.chunk(cue).span.begin, s.chunk(cue).span.begin + size};
            frame.cue_class = "state";
            frame.introduced = true;
            frame.speaker = speaker_of(s, i + 1, end_of_phrase(s, i + 1));
            return frame;
        }
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace verbatim::extract::continental
