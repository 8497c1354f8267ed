// SPDX-License-Identifier: Apache-2.0
// Sentences by the rules of Unicode, mended where these know too little of abbreviations and of marks set solid.
#include "text/code_points.hpp"
#include "text/sentence_breaks.hpp"
#include "text/suppressions.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <array>

namespace verbatim::text {
namespace {

/// A line end inside a paragraph ends no sentence, but the break rules say so: the same bytes with spaces instead.
std::string with_lines_joined(std::string_view text)
{
    constexpr ByteSet line_ends("\n\r");
    std::string out(text);
    for (std::size_t at = line_ends.find_in(out); at < out.size(); at = line_ends.find_in(out, at)) {
        std::size_t end = at;
        std::size_t lines = 0;
        while (end < out.size() && (out[end] == '\n' || out[end] == '\r' || out[end] == ' ' || out[end] == '\t')) {
            lines += out[end] == '\n' || (out[end] == '\r' && text.substr(end, 2) != "\r\n") ? 1 : 0;
            ++end;
        }
        for (std::size_t i = at; i < end && lines == 1; ++i)
            out[i] = ' ';
        at = end;
    }
    return out;
}

bool is_opening(char32_t c)
{
    constexpr std::u32string_view opening = U"\u201C\u2018\u300C\u300E\u300A\u3008\uFF08\u3010([\u201E\u201A";
    return opening.find(c) != std::u32string_view::npos;
}

bool is_closing(char32_t c)
{
    constexpr std::u32string_view closing = U"\"'\u201D\u2019\u300D\u300F\u300B\u3009\uFF09\u3011)]\u00BB\u203A";
    return closing.find(c) != std::u32string_view::npos;
}

/// J. and Dr.: a single capital, or a short word without a vowel. CLDR's list of suppressions lacks many of them.
bool is_abbreviation(std::string_view word)
{
    if (word.empty() || word.size() > 7 || !is_upper(code_point_at(word, 0)))
        return false;
    if (word.size() > 1 && word[1] == '.') // U.S. Department: far more often a noun follows than a new sentence
        return true;
    if (word.size() > 4)
        return false;
    return word.find_first_of("aeiouyAEIOUY") == std::string_view::npos || (code_points(word) == 1 && word != "I");
}

/// Languages that write an ordinal with a full stop: am 3. Mai, die 2. Sitzung.
constexpr std::array ordinal_stop = {"de", "da", "nb", "nn", "no", "fi", "cs",
                                     "sk", "hu", "is", "sl", "hr", "et", "lv"};

/// One or two digits: rather an ordinal than the end of a sentence.
bool is_ordinal(std::string_view word)
{
    return !word.empty() && word.size() <= 2 && word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether the break rules ended a sentence too early at `end`.
bool goes_on(std::string_view text, std::size_t begin, std::size_t end, const Suppressions& suppressions, bool ordinals)
{
    std::size_t last = end;
    while (last > begin && is_space(read_before(text, last).value))
        last -= read_before(text, last).size;
    if (last == begin || end == text.size())
        return false;
    const char32_t mark = read_before(text, last).value;
    const CodePoint next = read(text, end);
    if (is_closing(mark)) { // "No!" she said.
        const bool lower = is_letter(next.value) && !is_upper(next.value) && !is_han_or_kana(next.value)
                           && case_fold(text.substr(end, next.size)) == text.substr(end, next.size);
        return lower;
    }
    if (mark != U'.' || last == end)
        return false;
    const std::string_view before = text.substr(begin, last - 1 - begin);
    const std::size_t gap = before.find_last_of(" \n\t(\"");
    const std::string_view word = gap == std::string_view::npos ? before : before.substr(gap + 1);
    return is_abbreviation(word) || (ordinals && is_ordinal(word))
           || suppressions.hold(text.substr(begin, last - begin), is_digit(next.value));
}

/// The break rules leave an opening mark that directly follows 。 to the sentence before it.
std::size_t before_opening(std::string_view text, std::size_t begin, std::size_t end)
{
    std::size_t at = end;
    while (at > begin && is_opening(read_before(text, at).value))
        at -= read_before(text, at).size;
    return at == begin ? end : at;
}

} // namespace

std::vector<Span> sentences(std::string_view text, const std::string& language)
{
    std::vector<Span> found;
    if (text.empty())
        return found;
    const std::string joined = with_lines_joined(text);
    const SentenceBreaks breaks(joined, language);
    const Suppressions& suppressions = suppressions_of(language);
    const bool ordinals =
        std::find(ordinal_stop.begin(), ordinal_stop.end(), primary_language(language)) != ordinal_stop.end();
    std::size_t begin = 0;
    std::size_t checked = 0; // where the last break was: words before it cannot be an abbreviation at the next
    while (checked < text.size()) {
        const std::size_t raw = breaks.next(checked);
        const bool early = goes_on(joined, checked, raw, suppressions, ordinals);
        checked = raw;
        const std::size_t end = raw == text.size() ? raw : before_opening(joined, begin, raw);
        if (early || end <= begin)
            continue;
        found.push_back({begin, end});
        begin = end;
    }
    if (begin < text.size())
        found.push_back({begin, text.size()});
    return found;
}

} // namespace verbatim::text
