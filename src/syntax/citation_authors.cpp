// SPDX-License-Identifier: Apache-2.0
// Who is named right before a bracket, and whether the words beside it say that it is an author.
#include "syntax/citation_brackets.hpp"

#include "syntax/citation_parts.hpp"

#include <algorithm>

namespace verbatim::syntax::citation_parts {

namespace cite = verbatim::grammar::citation;

namespace {

constexpr std::size_t longest_name = 160; ///< bytes that are searched for the author before a bracket

bool conjoined(std::string_view name, const Lexicon& lexicon)
{
    for (std::size_t i = 1; i < name.size(); ++i)
        if (name[i] == '&'
            || (name[i - 1] == ' '
                && (lexicon.match("name.and", name, i) > 0 || lexicon.match("name.et-al", name, i) > 0)))
            return true;
    return false;
}

/// Chinese writes no blanks: the name begins behind a mark or behind a word such as 据 正如.
std::optional<TextSpan> han_author(std::string_view text, std::size_t from, std::size_t end, const Lexicon& lexicon)
{
    std::size_t begin = end, count = 0;
    bool dotted = false;
    while (begin > from) {
        const char32_t c = text::code_point_before(text, begin);
        const bool dot = c == U'·' || c == U'•' || c == U'・';
        if (!dot && !(text::is_han_or_kana(c) && text::is_letter(c)))
            break;
        dotted = dotted || dot;
        begin -= c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        ++count;
    }
    for (std::size_t i = begin; i < end; i += text::code_point_size(text, i))
        if (const std::size_t size = lexicon.match("citation.before", text.substr(0, end), i);
            size > 0 && i + size < end) {
            count -= text::code_points(text.substr(begin, i + size - begin));
            begin = i + size;
        }
    if (count < 2 || count > (dotted ? 14U : 8U) || begin < from)
        return std::nullopt;
    return TextSpan{std::string(text.substr(begin, end - begin)), {begin, end}};
}

} // namespace

bool several_authors(std::string_view author, const Lexicon& lexicon)
{
    if (names_in(author, lexicon).size() > 1)
        return true;
    for (std::size_t i = 0; i < author.size(); i += text::code_point_size(author, i))
        if (lexicon.match("name.et-al", author, i) > 0)
            return true;
    return false;
}

bool signalled(std::string_view text, Span author, Span group, const Lexicon& lexicon)
{
    if (text.substr(author.end, group.begin - author.end).find_first_of("'s\xe2") != std::string_view::npos)
        return true;
    const std::size_t from = author.begin > 24 ? author.begin - 24 : 0;
    const std::string_view before = text.substr(0, author.begin);
    for (std::size_t i = from; i < author.begin; ++i) {
        const std::size_t size = lexicon.match("citation.before", before, i);
        if (size > 0 && text::collapse(before.substr(i + size)).empty()
            && (i == 0 || !text::is_letter(text::code_point_before(before, i))
                || text::is_han_or_kana(text::code_point_at(before, i))))
            return true;
    }
    std::size_t i = group.end;
    for (int words = 0; words < 3; ++words) {
        while (i < text.size() && text[i] == ' ')
            ++i;
        const std::size_t begin = i;
        std::size_t count = 0;
        while (i < text.size() && text::is_letter(text::code_point_at(text, i)) && count < 24) {
            i += text::code_point_size(text, i);
            ++count;
            if (text::is_han_or_kana(text::code_point_at(text, begin)) && count <= 4
                && lexicon.class_in("cue", text.substr(begin, i - begin)))
                return true;
        }
        if (i == begin)
            return false;
        if (lexicon.class_in("cue", text.substr(begin, i - begin)))
            return true;
    }
    return false;
}

std::optional<TextSpan> author_before(std::string_view text, std::size_t bracket, const Lexicon& lexicon)
{
    const std::size_t from = bracket > longest_name ? bracket - longest_name : 0;
    std::size_t end = bracket;
    while (end > from && text[end - 1] == ' ')
        --end;
    if (end > from && (text[end - 1] == ')' || text[end - 1] == ']'))
        return std::nullopt;
    if (end == from)
        return std::nullopt;
    if (text::is_han_or_kana(text::code_point_before(text, end)))
        return han_author(text, from, end, lexicon);
    // No name reaches over a bracket.
    const std::size_t bracket_before = text.substr(from, end - from).find_last_of("()[]");
    for (std::size_t i = bracket_before == std::string_view::npos ? from : from + bracket_before + 1; i < end; ++i) {
        const bool starts_word = i == 0 || !text::is_letter(text::code_point_before(text, i));
        if (!starts_word || (static_cast<unsigned char>(text[i]) & 0xc0U) == 0x80U)
            continue;
        const std::string_view rest = text.substr(i, end - i);
        cite::Reader reader{lexicon, {}};
        if (!text::is_letter(text::code_point_at(rest, 0)) || !read<named_end>(rest, reader))
            continue;
        const Span span = shifted(reader.notes.back().span, i);
        const std::string name = text::collapse(text.substr(span.begin, span.size()));
        // `Interestingly, Okoro (1987)`: a comma alone makes no list of authors before a bracket.
        if (name.find(',') != std::string::npos && !conjoined(name, lexicon))
            continue;
        return TextSpan{name, span};
    }
    return std::nullopt;
}

} // namespace verbatim::syntax::citation_parts
