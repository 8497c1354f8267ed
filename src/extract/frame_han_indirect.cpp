// SPDX-License-Identifier: Apache-2.0
// 林海表示，其党团对结果“不太满意”，…: words in marks inside the clause that a verb of speech governs. The clause goes
// on to the end of the sentence, or to another verb of speech, a label, a quotation that ends like a sentence, or a
// word that turns to another event.
#include "extract/frame_han.hpp"
#include "extract/speaker_han.hpp"
#include "extract/subject_han.hpp"

namespace verbatim::extract::han {
namespace {

using syntax::ChunkKind;

constexpr std::size_t farthest = 28;        // chunks between cue and quotation
constexpr std::size_t most_commas = 3;      // between cue and quotation
constexpr std::size_t short_quotation = 24; // bytes with its marks: six characters; what they mean is told close by

/// The quotation there ends the clause: what follows it is told by somebody else.
bool ends_clause(const Sentence& s, std::size_t i)
{
    constexpr std::u32string_view stops = U"。！？…，";
    const auto ordinal = s.ordinal_at(i);
    return ordinal && !s.is_title_at(i) && *ordinal < s.host.closing.size()
           && stops.find(s.host.closing[*ordinal]) != std::u32string_view::npos;
}

/// Behind a comma a conjunction that does not carry the clause on: 随后, 但.
bool turns_away(const Sentence& s, std::size_t i)
{
    return s.is(i, ChunkKind::conjunction) && i > 0 && s.is_mark(i - 1, "，,")
           && !s.lexicon.has("clause-joiner", s.words(i));
}

/// The nearest verb of speech before the quotation, if the quotation stands in its clause.
std::optional<std::size_t> governing_cue(const Sentence& s, std::size_t quotation)
{
    std::size_t commas = 0;
    for (std::size_t i = quotation; i-- > 0 && quotation - i <= farthest;) {
        if (s.is(i, ChunkKind::cue))
            return i;
        commas += s.is_mark(i, "，,") ? 1 : 0;
        if (commas > most_commas || s.is_mark(i, "。！？；：:（(") || ends_clause(s, i) || turns_away(s, i))
            return std::nullopt;
    }
    return std::nullopt;
}

bool is_noun(const Sentence& s, std::size_t cue)
{
    constexpr std::string_view of = "的";
    return (cue > 0 && s.words(cue - 1).ends_with(of)) || (cue + 1 < s.size() && s.words(cue + 1).starts_with(of));
}

/// 认为这是“…”: a verb that takes a quality stands directly before.
bool is_quality(const Sentence& s, std::size_t quotation)
{
    return s.is(quotation - 1, ChunkKind::noun_phrase) && ends_with(s, "kind.quality-before", s.words(quotation - 1));
}

} // namespace

/// Behind the words their clause ends or pauses, or goes on with another string: they are no part of a noun.
bool stands_free(const Sentence& s, std::size_t quotation)
{
    const std::size_t next = quotation + 1;
    return next >= s.size() || s.is_mark(next, "，。！？；、,.!?;）)")
           || ((s.is(next, ChunkKind::coordinator) || s.is(next, ChunkKind::conjunction))
               && s.is(next + 1, ChunkKind::quotation));
}

std::optional<Frame> frame_of_indirect(const Sentence& s, std::size_t quotation)
{
    if (!stands_free(s, quotation))
        return std::nullopt;
    const auto cue = governing_cue(s, quotation);
    if (!cue || *cue + 1 >= quotation || is_noun(s, *cue) || s.lexicon.match("negation", s.words(*cue), 0) != 0)
        return std::nullopt; // 不要直言: nobody spoke
    if (*cue > 0 && ends_with(s, "anaphor", s.words(*cue - 1)))
        return std::nullopt; // 谴责其提出“…”
    const auto ordinal = s.ordinal_at(quotation);
    const bool few = ordinal && s.host.quotations[*ordinal].span.size() <= short_quotation;
    std::size_t commas = 0;
    for (std::size_t i = *cue + 1; i < quotation; ++i)
        commas += s.is_mark(i, "，,") ? 1 : 0;
    if (few && commas > 1)
        return std::nullopt;
    const std::string& word_class = s.chunk(*cue).word_class;
    // 认为，此举“…”
    const bool judged =
        commas == 1 && *cue + 3 == quotation && s.is_mark(*cue + 1, "，,") && s.is(*cue + 2, ChunkKind::noun_phrase);
    const bool holds = word_class == "write" || (word_class == "believe" && (judged || is_quality(s, quotation)));
    if (!holds && word_class != "say" && word_class != "state" && word_class != "add" && word_class != "warn")
        return std::nullopt;
    auto speaker = *cue >= 2 ? cited_between(s, *cue - 2, *cue) : std::nullopt;
    if (!speaker)
        speaker = subject_of(s, *cue, part_start(s, *cue));
    if (!speaker)
        return std::nullopt;
    for (std::size_t i = speaker->last; i < *cue; ++i)
        if (s.is_mark(i, "，,"))
            return std::nullopt; // 他劝我少发言，这样就“不会有事”
    Frame frame;
    frame.cue = *cue;
    frame.cue_span = s.chunk(*cue).span;
    frame.cue_class = word_class;
    frame.speaker = std::move(speaker);
    frame.indirect = true;
    return frame;
}

} // namespace verbatim::extract::han
