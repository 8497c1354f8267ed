// SPDX-License-Identifier: Apache-2.0
// A comma or colon brings the words in, and no cue of the lexicon does: The city reasoned, "…"; Oda Lindqvist: "…"
#include "extract/frame_european.hpp"

#include "text/text.hpp"

namespace verbatim::extract::european {

using syntax::ChunkKind;

Frame introduced_by(const Sentence& s, std::size_t verb, const Speaker& speaker)
{
    Frame frame = introduced_without_cue(verb, speaker);
    frame.cue_span = s.chunk(verb).span;
    return frame;
}

/// `The city reasoned, "…"`: a finite verb that no list knows, between its subject and the mark before the quotation.
std::optional<Frame> frame_of_unknown_verb(const Sentence& s, std::size_t quotation)
{
    if (quotation < 3 || !s.is_mark(quotation - 1, ",:") || !s.is(quotation - 2, ChunkKind::verb))
        return std::nullopt;
    const std::size_t verb = quotation - 2;
    if (s.lexicon.has("verb", s.words(verb)) || s.words(verb).find(' ') != std::string_view::npos || is_gerund(s, verb))
        return std::nullopt;
    const bool beside = s.is(verb - 1, ChunkKind::noun_phrase)
                        && (verb == 1 || s.is(verb - 2, ChunkKind::mark) || s.is(verb - 2, ChunkKind::coordinator));
    // Okoro, however, disagreed:
    const bool apart =
        verb >= 4 && s.is_mark(verb - 1, ",") && s.is(verb - 2, ChunkKind::adverb) && s.is_mark(verb - 3, ",");
    if (!beside && !apart)
        return std::nullopt;
    const auto speaker = subject_before(s, verb);
    if (!speaker)
        return std::nullopt;
    return introduced_by(s, verb, *speaker);
}

namespace {

/// `Rogers: "What is that?"`: one word is a name where no list knows it and a whole sentence of speech follows.
bool may_be_label(const Sentence& s, std::string_view word, std::size_t quotation)
{
    for (const char* const word_class : {"marks.no-speaker", "no-speaker-noun", "time-noun", "body-noun",
                                         "speech-object", "kind.work-noun", "adverb", "determiner", "cue"})
        if (s.lexicon.has(word_class, word))
            return false;
    constexpr std::u32string_view stops = U".?!…";
    const auto ordinal = s.ordinal_at(quotation);
    if (s.is_told(word) && s.size() == quotation + 1)
        return true; // a headline; the text below tells of the man
    return quotation == 2 && s.size() == 3 && ordinal && *ordinal < s.host.closing.size()
           && stops.find(s.host.closing[*ordinal]) != std::u32string_view::npos;
}

} // namespace

std::optional<Frame> frame_of_label(const Sentence& s, std::size_t quotation)
{
    if (quotation < 2 || quotation > 3 || !s.is_mark(quotation - 1, ":") || !s.is(0, ChunkKind::noun_phrase))
        return std::nullopt;
    const auto speaker = subject_at(s, 0);
    if (!speaker || speaker->last + 2 != quotation)
        return std::nullopt;
    // One capital may only begin the sentence ("Result: …"): every word of a name has one.
    const std::string_view words = s.words(speaker->first);
    std::size_t count = 0;
    for (std::size_t at = 0; at < words.size() && at != std::string_view::npos; at = words.find(' ', at)) {
        at += words[at] == ' ' ? 1 : 0;
        if (!text::is_upper(text::code_point_at(words, at)) || s.lexicon.match("document-noun", words, at) != 0
            || s.lexicon.match("event-noun", words, at) != 0 || s.lexicon.match("cue-noun", words, at) != 0)
            return std::nullopt;
        ++count;
    }
    if (count < 2 && !may_be_label(s, words, quotation))
        return std::nullopt;
    return introduced_without_cue(0, *speaker);
}

} // namespace verbatim::extract::european
