// SPDX-License-Identifier: Apache-2.0
#include "extract/naming.hpp"

#include "extract/names_han.hpp"
#include "extract/phrases.hpp"
#include "extract/surroundings.hpp"
#include "text/text.hpp"

namespace verbatim::extract {
namespace {

using syntax::ChunkKind;

constexpr std::size_t longest_name = 4;        // words
constexpr std::size_t longest_name_bytes = 80; // longer strings are not counted

/// `before their favourite painting, "Grey Water"`: an apposition, not what is said.
bool behind_its_noun(const Sentence& s, std::size_t quotation, const Frame& frame)
{
    return quotation > frame.cue + 2 && s.is_mark(quotation - 1, ",") && s.is(quotation - 2, ChunkKind::noun_phrase);
}

/// `approved a plan called "Clean Quays"`: a participle behind its noun gives the name of the thing.
bool names_its_noun(const Sentence& s, std::size_t quotation, const Frame& frame)
{
    if (frame.cue + 1 != quotation || frame.cue == 0 || !s.lexicon.has("name-cue", s.words(frame.cue))
        || !s.is(frame.cue - 1, ChunkKind::noun_phrase) || !frame.speaker || frame.speaker->last + 1 != frame.cue)
        return false;
    const std::size_t first = frame.speaker->first;
    return s.lexicon.match("singular-article", s.words(first), 0) != 0
           || (first > 0
               && (s.is(first - 1, ChunkKind::verb) || s.is(first - 1, ChunkKind::cue)
                   || s.is(first - 1, ChunkKind::preposition)));
}

/// 下周的“静水”, 风暴“罗拉”: few characters behind 的, or two of them behind a noun, are rather its name.
bool names_its_noun_han(const Sentence& s, std::size_t quotation, std::string_view words)
{
    constexpr std::size_t longest_term = 6; // characters
    constexpr std::size_t longest_name_han = 2;
    constexpr std::string_view of = "的";
    const std::size_t characters = text::code_points(words);
    if (quotation == 0 || characters > longest_term || !s.is(quotation - 1, ChunkKind::noun_phrase))
        return false;
    return s.words(quotation - 1).ends_with(of) || characters <= longest_name_han;
}

/// 令人“担忧”, 是“空谈”: a verb that takes a quality, or an adverb, directly before the words.
bool brought_in_as_quality(const Sentence& s, std::size_t quotation)
{
    return quotation > 0
           && (s.is(quotation - 1, ChunkKind::adverb)
               || (s.is(quotation - 1, ChunkKind::noun_phrase)
                   && ends_with_class(s.lexicon, "kind.quality-before", s.words(quotation - 1))));
}

bool title_cased_or_numbered(const syntax::Lexicon& lexicon, std::string_view words)
{
    const char32_t last = text::code_point_before(words, words.size());
    const std::size_t number = text::is_digit(text::code_point_at(words, 0)) ? words.find(' ') : std::string_view::npos;
    const std::string_view rest = number == std::string_view::npos ? words : words.substr(number + 1);
    return (text::is_letter(last) || text::is_digit(last)) && title_cased(lexicon, rest, 1)
           && text::word_count(words) <= longest_name;
}

/// on "…", on Harbour Radio's "…"
bool names_where(const Sentence& s, std::size_t quotation)
{
    if (s.lexicon.frame() != "european" || quotation == 0)
        return false;
    const std::size_t owner = is_possessor(s, quotation - 1) ? 1 : 0;
    return quotation > owner && s.is(quotation - owner - 1, ChunkKind::preposition)
           && s.lexicon.has("occasion-preposition", s.words(quotation - owner - 1));
}

bool title_cased_up_to_stop(const syntax::Lexicon& lexicon, std::string_view words)
{
    while (words.ends_with(',') || words.ends_with('.'))
        words.remove_suffix(1);
    return title_cased(lexicon, words, 2) && text::word_count(words) <= longest_name;
}

} // namespace

bool is_nobody(const Sentence& s, const Speaker& speaker)
{
    const bool told_apart = s.is(speaker.last + 1, ChunkKind::pronoun) && is_relative(s, speaker.last + 1);
    return !told_apart && s.lexicon.has("no-source", s.host.words(speaker.span));
}

bool only_names(const Quotation& quotation, const Sentence& s, std::size_t ordinal, const Frame& frame)
{
    if (quotation.marks.starts_with("《") || quotation.marks.starts_with("〈"))
        return true;
    if (!frame.introduced && names_body_han(s.lexicon, quotation.text))
        return true; // 告诉“港务局”: whom
    const std::size_t at = s.host.at[ordinal];
    const bool title = s.is_title(s.host.quotations[ordinal].quotation);
    if (frame.indirect && names_its_noun_han(s, s.host.at[ordinal], quotation.text)
        && !tells_quality_han(s.lexicon, quotation.text) && !brought_in_as_quality(s, s.host.at[ordinal]))
        return true;
    if (!frame.introduced && names_where(s, at) && title_cased_up_to_stop(s.lexicon, quotation.text))
        return true; // on Harbour Radio's "Evening News," Lind said
    if (frame.side == Side::after)
        return title && at > 0; // author of "Grey Water", said
    if (names_its_noun(s, at, frame))
        return true;
    if ((frame.introduced && !(title && behind_its_noun(s, at, frame))) || frame.cue_class == "call"
        || frame.cue_class == "define" || quotation.form != QuotationForm::inline_)
        return false;
    if (title)
        return true;
    if (s.lexicon.has("telling", s.words(frame.cue)) && title_cased_or_numbered(s.lexicon, quotation.text))
        return true; // told "60 Minutes": whom
    const char32_t last = text::code_point_before(quotation.text, quotation.text.size());
    const bool ends = last == U'.' || last == U',' || last == U'?' || last == U'!';
    return !ends && !s.lexicon.has("pattern", "nouns-capitalised") && quotation.text.size() < longest_name_bytes
           && title_cased(s.lexicon, quotation.text, 2) && text::word_count(quotation.text) <= longest_name;
}

} // namespace verbatim::extract
