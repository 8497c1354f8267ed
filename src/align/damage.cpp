// SPDX-License-Identifier: Apache-2.0
// Sources that came out of a PDF or a scanner: words torn or run together, ligatures lost, letters taken for others,
// running heads and page numbers between two pages. What such a text has otherwise proves nothing against a quotation.
#include "align/passage.hpp"

#include <algorithm>
#include <array>

namespace verbatim::align {
namespace {

bool is_scanned(const Version& version) { return version.quality == VersionQuality::ocr; }
bool is_damaged(const Version& version) { return version.quality != VersionQuality::clean; }

/// Letters and digits only, lower case: what a reader sees of a word whatever its spaces and hyphens.
std::string letters_of(std::string_view text)
{
    std::string letters;
    const std::string folded = text::case_fold(text::equality_fold(text));
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t size = text::code_point_size(folded, at);
        const char32_t c = text::code_point_at(folded, at);
        if (text::is_letter(c) || text::is_digit(c))
            letters += folded.substr(at, size);
        at += size;
    }
    return letters;
}

/// Shapes that scanners take for each other, each written as its first one (after UNLV's studies of character
/// recognition errors, Rice, Jenkins and Nartker 1996).
std::string shapes_of(std::string text)
{
    using Shape = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Shape, 7> joined{
        {{"rn", "m"}, {"ri", "n"}, {"cl", "d"}, {"vv", "w"}, {"ii", "u"}, {"li", "h"}, {"lc", "k"}}};
    static constexpr std::array<std::string_view, 7> alike{"il1jtI|!", "ceo0", "hb", "nu", "fst5", "gq9y", "a8B3"};
    for (const auto& [shape, taken_for] : joined)
        for (std::size_t at = text.find(shape); at != std::string::npos; at = text.find(shape, at))
            text.replace(at, shape.size(), taken_for);
    for (char& c : text)
        for (const std::string_view group : alike)
            if (group.find(c) != std::string_view::npos) {
                c = group.front();
                break;
            }
    return text;
}

/// `of ce` for `office`: the glyph of a ligature had no letters.
bool is_lost_ligature(const std::string& whole, const std::string& broken)
{
    static constexpr std::array<std::string_view, 6> ligatures{"ffi", "ffl", "fi", "fl", "ff", "ft"};
    for (const std::string_view ligature : ligatures)
        for (std::size_t at = whole.find(ligature); at != std::string::npos; at = whole.find(ligature, at + 1))
            if (whole.substr(0, at) + whole.substr(at + ligature.size()) == broken)
                return true;
    return false;
}

bool has_broken_characters(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); at += text::code_point_size(text, at)) {
        const char32_t c = text::code_point_at(text, at);
        if (c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || (c < 0x20 && !text::is_space(c)))
            return true;
    }
    return false;
}

/// `t h e  q u a y`: three single letters in a row.
bool is_spaced_out(std::string_view text)
{
    std::size_t run = 0;
    const text::Tokens tokens = text::tokenise(text);
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        run = text::code_points(tokens.exact(i)) == 1 && tokens.list[i].kind == text::TokenKind::word ? run + 1 : 0;
        if (run >= 3)
            return true;
    }
    return false;
}

bool looks_damaged(const Version& version, const Difference& difference)
{
    const std::string quoted = letters_of(difference.quoted.text), source = letters_of(difference.source.text);
    if (has_broken_characters(difference.source.text))
        return true;
    if (!quoted.empty() && quoted == source && is_spaced_out(difference.source.text))
        return true;
    if (!is_damaged(version))
        return false;
    if (quoted.empty() || source.empty()) // stops are the first that go
        return is_scanned(version) && difference.kind == DifferenceKind::punctuation;
    return quoted == source || is_lost_ligature(quoted, source)
           || (is_scanned(version) && shapes_of(quoted) == shapes_of(source));
}

bool is_break(char c) { return c == '\n' || c == '\f'; }

/// The line that holds an offset.
Span line_around(std::string_view plain, std::size_t at)
{
    Span line{at, at};
    while (line.begin > 0 && !is_break(plain[line.begin - 1]))
        --line.begin;
    while (line.end < plain.size() && !is_break(plain[line.end]))
        ++line.end;
    return line;
}

/// Letters without digits: `214 GREY WATER` and `GREY WATER 216` are one head.
std::string head_of(const Document& document, Span line)
{
    std::string letters = letters_of(document.slice(line));
    std::erase_if(letters, [](char c) { return c >= '0' && c <= '9'; });
    return letters;
}

/// The first line behind a page break and the last before it.
std::array<Span, 2> lines_at(const Document& document, std::size_t page_break)
{
    const std::string_view plain = document.plain;
    std::size_t behind = std::min(page_break, plain.size()), before = behind;
    while (behind < plain.size() && text::is_space(static_cast<unsigned char>(plain[behind])))
        ++behind;
    while (before > 0 && text::is_space(static_cast<unsigned char>(plain[before - 1])))
        --before;
    return {line_around(plain, behind), line_around(plain, before == 0 ? 0 : before - 1)};
}

/// The line stands right before or behind a page break.
bool is_at_page_break(const Document& document, Span line)
{
    const std::vector<LocatorMark>& marks = document.locators;
    const auto behind = std::partition_point(marks.begin(), marks.end(),
                                             [&](const LocatorMark& mark) { return mark.offset <= line.begin; });
    constexpr std::ptrdiff_t near = 8; // marks: a page may begin with a paragraph, a verse, …
    const auto first = behind - std::min(near, behind - marks.begin()),
               last = behind + std::min(near, marks.end() - behind);
    return std::any_of(first, last, [&](const LocatorMark& mark) {
        if (mark.kind != "page" || mark.offset == 0)
            return false;
        const std::array<Span, 2> lines = lines_at(document, mark.offset);
        return lines[0] == line || lines[1] == line;
    });
}

/// Dropped words that fill a line of an extracted text: a number alone, or what stands at two page breaks or more.
/// Where nobody says that the text was extracted, the line must stand at a page break itself.
bool is_page_furniture(const Document& document, const Version& version, const Difference& difference)
{
    constexpr std::size_t longest = 200; // bytes
    const Span span = difference.source.span;
    if (!difference.quoted.text.empty() || span.empty() || span.size() > longest)
        return false;
    const Span line = line_around(document.plain, span.begin);
    if (text::collapse(document.slice(line)) != text::collapse(document.slice(span))
        || (!is_damaged(version) && !is_at_page_break(document, line)))
        return false;
    const std::string head = head_of(document, line);
    if (head.empty())
        return true;
    std::size_t breaks = 0;
    for (const LocatorMark& mark : document.locators)
        if (mark.kind == "page")
            for (const Span other : lines_at(document, mark.offset))
                breaks += other.size() <= longest && head_of(document, other) == head ? 1U : 0U;
    return breaks >= 2;
}

} // namespace

std::size_t set_aside_page_furniture(const Document& document, const Version& version, Comparison& comparison)
{
    std::size_t words = 0;
    std::erase_if(comparison.alterations, [&](Difference& difference) {
        if (difference.kind > DifferenceKind::insertion || !is_page_furniture(document, version, difference))
            return false;
        words += text::word_count(difference.source.text);
        difference.kind = DifferenceKind::note_mark;
        comparison.conventional.push_back(difference);
        return true;
    });
    return words;
}

std::optional<SourceText> set_aside_damage(const Version& version, Passage& passage)
{
    std::optional<SourceText> first;
    std::erase_if(passage.alterations, [&](Difference& difference) {
        if (!looks_damaged(version, difference))
            return false;
        if (!first)
            first = difference.source;
        difference.kind = DifferenceKind::typography;
        passage.conventional.push_back(difference);
        return true;
    });
    return first;
}

} // namespace verbatim::align
