// SPDX-License-Identifier: Apache-2.0
// English dialogue behind a dash: — We wait, said Lindqvist, for quiet water. What follows is spoken, too.
#include "extract/spoken_parts.hpp"

#include "extract/forms.hpp"
#include "extract/told.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

constexpr std::size_t most_incises = 16;      // in one run of words
constexpr std::size_t longest_sentence = 600; // bytes that are read to see whether they are told

/// Bytes of one word at the offset with the blank behind it; 0 at a stop.
std::size_t word_size(std::string_view text, std::size_t at, std::size_t end)
{
    std::size_t size = 0;
    while (at + size < end) {
        const char32_t c = text::code_point_at(text, at + size);
        if (!text::is_letter(c) && !text::is_digit(c) && c != U'\'' && c != U'’' && c != U'-')
            break;
        size += text::code_point_size(text, at + size);
    }
    return size == 0 ? 0 : skip_blanks(text, at + size, end) - at;
}

/// `he said`, `said Lindqvist`, `the old mayor asked`: a cue among the first words, all others but one of them subject.
bool opens_incise(const syntax::Lexicon& lexicon, std::string_view text, Span rest)
{
    constexpr std::size_t longest_subject = 4; // words
    std::size_t at = rest.begin;
    for (std::size_t words = 0; words <= longest_subject; ++words) {
        const std::size_t size = word_size(text, at, rest.end);
        if (size == 0)
            return false;
        const std::string_view word = text.substr(at, trimmed(text, {at, at + size}).size());
        const bool names = text::is_upper(text::code_point_at(word, 0)) || lexicon.class_in("pronoun", word)
                           || lexicon.has("article", word) || lexicon.has("possessive", word);
        if (lexicon.class_in("cue", word)) {
            if (lexicon.has("form.base", word) && !lexicon.has("form.past", word))
                return false; // my name for you
            if (words > 0)
                return true;
            const std::size_t next = at + size; // a cue first: its subject must follow
            const std::string_view subject = text.substr(next, std::min<std::size_t>(rest.end - next, 40));
            return word_size(text, next, rest.end) > 0 && !text::is_upper(text::code_point_at(word, 0))
                   && (text::is_upper(text::code_point_at(subject, 0)) || lexicon.match("article", subject, 0) > 0
                       || lexicon.match("possessive", subject, 0) > 0
                       || lexicon.class_in("pronoun", subject.substr(0, subject.find_first_of(" ,.;"))));
        }
        if (words == 0 && !names)
            return false;
        at += size;
    }
    return false;
}

/// Behind a stop the words go on with who speaks. Behind a full stop nothing does, and behind `?` and `!` a capital She
/// or The begins a sentence of its own.
bool tells_who(const syntax::Lexicon& lexicon, std::string_view text, char32_t stop, Span rest)
{
    const char32_t first = text::code_point_at(text, rest.begin);
    if (text::is_upper(first)) {
        const std::string_view word = text.substr(
            rest.begin, trimmed(text, {rest.begin, rest.begin + word_size(text, rest.begin, rest.end)}).size());
        const bool own = word != "I"
                         && (lexicon.class_in("pronoun", word) || lexicon.has("article", word)
                             || lexicon.class_in("possessive-pronoun", word));
        if (stop == U'.' || (own && (stop == U'?' || stop == U'!')))
            return false;
    } else if (stop == U'.') {
        return false;
    }
    return opens_incise(lexicon, text, rest);
}

/// The sentence that begins at the offset.
std::string_view sentence_at(std::string_view text, std::size_t begin, std::size_t end)
{
    end = std::min(end, begin + longest_sentence);
    std::size_t stop = begin;
    while (stop < end && (std::string_view(".!?").find(text[stop]) == std::string_view::npos))
        ++stop;
    return text.substr(begin, std::min(stop + 1, end) - begin);
}

} // namespace

std::vector<Span> spoken_parts_european(const syntax::Lexicon& lexicon, std::string_view text, Span content)
{
    constexpr std::u32string_view stops = U",.!?…;—–";
    std::vector<Span> parts;
    const auto add = [&](std::size_t begin, std::size_t end) {
        if (const Span part = trimmed(text, {begin, end}); !part.empty())
            parts.push_back(part);
    };
    std::size_t begin = content.begin;
    std::size_t incises = 0;
    for (std::size_t at = content.begin; at < content.end && incises < most_incises;) {
        const char32_t stop = text::code_point_at(text, at);
        const std::size_t behind = at + text::code_point_size(text, at);
        const std::size_t next = skip_blanks(text, behind, content.end);
        if (stops.find(stop) == std::u32string_view::npos || next == behind || next >= content.end
            || !tells_who(lexicon, text, stop, {next, content.end})) {
            at = behind;
            continue;
        }
        ++incises;
        add(begin, behind);
        const std::size_t end = std::min(text.substr(0, content.end).find_first_of(",.!?;", next), content.end);
        begin = at = end < content.end ? skip_blanks(text, end + 1, content.end) : content.end;
        if (end < content.end && text[end] != ',' && text[end] != ';'
            && is_told(lexicon, sentence_at(text, begin, content.end)))
            return parts;
    }
    add(begin, content.end);
    return parts;
}

bool is_all_spoken(const syntax::Lexicon& lexicon, std::string_view text, Span words)
{
    constexpr std::size_t longest = 2000; // bytes
    words = trimmed(text, words);
    if (words.empty() || words.size() > longest)
        return false;
    const std::vector<Span> parts = spoken_parts_european(lexicon, text, words);
    if (parts.size() != 1 || parts.front() != words)
        return false;
    const auto sentences = text::sentences(text.substr(words.begin, words.size()), lexicon.language());
    return std::none_of(sentences.begin() + (sentences.empty() ? 0 : 1), sentences.end(), [&](Span each) {
        return is_told(lexicon, text.substr(words.begin + each.begin, each.size()));
    });
}

std::size_t end_of_spoken_lines(const syntax::Lexicon& lexicon, std::string_view text, Span lines)
{
    constexpr std::u32string_view stops = U".!?…";
    text = text.substr(0, lines.end);
    for (std::size_t feed = text.find('\n', lines.begin); feed < lines.end; feed = text.find('\n', feed + 1)) {
        const std::size_t end = trimmed(text, {lines.begin, feed}).end;
        const std::size_t next = skip_blanks(text, feed, lines.end);
        const char32_t stop = text::code_point_before(text, end);
        const bool begins = stops.find(stop) != std::u32string_view::npos && next < lines.end
                            && text::is_upper(text::code_point_at(text, next))
                            && !tells_who(lexicon, text, stop, {next, lines.end});
        if (begins && is_told(lexicon, sentence_at(text, next, lines.end)))
            return end;
    }
    return lines.end;
}

} // namespace verbatim::extract
