// SPDX-License-Identifier: Apache-2.0
// What stands before a colon without a verb of saying: who speaks, or what the speaker does.
#include "extract/phrases_continental.hpp"

#include "text/text.hpp"

namespace verbatim::extract::continental {

using syntax::ChunkKind;

std::size_t before_bracket(const Sentence& s, std::size_t end)
{
    constexpr std::size_t longest = 30; // chunks
    if (end == 0 || !s.is_mark(end - 1, ")"))
        return end;
    for (std::size_t i = end - 1; i-- > 0 && end - i <= longest;)
        if (s.is_mark(i, "("))
            return i;
    return end;
}

std::optional<Frame> frame_of_label(const Sentence& s, std::size_t quotation)
{
    std::size_t end = quotation; // behind the name
    bool colon = false;
    for (std::size_t before = quotation + 1; end < before;) {
        before = end;
        end = before_bracket(s, end);
        if (end > 0 && s.is_mark(end - 1, ":") && !colon) {
            colon = true;
            --end;
        }
    }
    const bool pronoun = end > 0 && s.is(end - 1, ChunkKind::pronoun);
    if (!colon || end == 0 || (!pronoun && !s.is(end - 1, ChunkKind::noun_phrase)))
        return std::nullopt;
    const std::size_t name = end - 1;
    for (std::size_t i = name; i > 0 && !s.is(i - 1, ChunkKind::quotation); --i)
        if (!s.is(i - 1, ChunkKind::adverb) && !s.is(i - 1, ChunkKind::mark))
            return std::nullopt;
    const std::string_view words = s.words(name);
    const auto speaker = speaker_at(s, name);
    const bool named = text::is_upper(text::code_point_at(words, 0)) && s.lexicon.match("determiner", words, 0) == 0;
    const bool person = pronoun ? s.chunk(name).word_class != "neuter" && s.chunk(name).word_class != "relative"
                                : named || s.lexicon.has("person-noun", head_word(words)); // Le rédacteur : …
    if (!speaker || !person)
        return std::nullopt;
    return introduced_without_cue(name, *speaker);
}

namespace {

/// gab zur Antwort, warf die Tür zu mit den Worten: the noun of speech is what its subject gives, or how it is done.
bool gives_words(const Sentence& s, std::size_t noun)
{
    if (noun > 0 && s.is(noun - 1, ChunkKind::preposition))
        return s.lexicon.has("words-preposition", s.words(noun - 1));
    constexpr std::size_t furthest = 5; // chunks
    for (std::size_t i = noun; i-- > 0 && noun - i <= furthest && !s.is(i, ChunkKind::mark);)
        if (is_verbal(s, i))
            return s.lexicon.has("giving", s.host.words(s.chunk(i).head));
    return false;
}

} // namespace

std::optional<Frame> frame_of_gesture(const Sentence& s, std::size_t quotation)
{
    constexpr std::size_t longest = 24; // chunks
    if (quotation < 3 || !s.is_mark(quotation - 1, ":") || quotation > longest)
        return std::nullopt;
    const std::size_t colon = quotation - 1;
    for (std::size_t i = 0; i < colon; ++i) {
        if (s.is(i, ChunkKind::quotation) || s.is_mark(i, ":;()") || s.is(i, ChunkKind::cue)
            || s.is(i, ChunkKind::subordinator) || opens_relative(s, i))
            return std::nullopt;
        if (s.is(i, ChunkKind::noun_phrase)) {
            const std::string_view head = head_word(s.words(i));
            if (s.lexicon.has("cue-noun", head) && gives_words(s, i))
                continue;
            for (const char* const word_class :
                 {"cue-noun", "document-noun", "kind.work-noun", "kind.mention-before", "kind.title-before"})
                if (s.lexicon.has(word_class, head))
                    return std::nullopt;
        }
    }
    std::size_t verb = colon;
    while (verb > 0 && !(is_verbal(s, verb - 1) && is_finite(s, verb - 1)))
        --verb;
    if (verb == 0)
        return std::nullopt;
    --verb;
    if (!s.is(verb, ChunkKind::verb) || s.lexicon.has("perception", s.host.words(s.chunk(verb).head)))
        return std::nullopt; // she heard the order: ⟨Q⟩
    const auto speaker = subject_of(s, verb, colon);
    if (!speaker || speaker->coordinated)
        return std::nullopt;
    if (speaker->pronoun) {
        const std::string& kind = s.chunk(speaker->first).word_class;
        if (kind != "male" && kind != "female" && kind != "first")
            return std::nullopt;
    } else if (!s.lexicon.has("person-noun", head_word(s.words(speaker->first)))
               && s.lexicon.match("determiner", s.words(speaker->first), 0) != 0) {
        return std::nullopt;
    }
    return introduced_without_cue(verb, *speaker);
}

} // namespace verbatim::extract::continental
