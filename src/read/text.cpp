// SPDX-License-Identifier: Apache-2.0
// Plain text: the plain bytes are the decoded ones. What is to be found are its paragraphs.
//
//   blank lines            separate paragraphs; hard-wrapped prose and verse stay whole
//   a line a paragraph     where lines are long, or where a text has no blank lines and its lines end sentences
//   two ideographic spaces begin a paragraph (the Chinese indent)
//   a short line alone, without end mark, before a paragraph: a heading
//   `* * *` `-----`        a rule, part of no paragraph; under a line alone it makes that line a heading
//   `[p. 12]`, form feed   a page break, which does not end a paragraph
#include "text/text.hpp"
#include "read/formats.hpp"

#include <algorithm>

namespace verbatim::read {
namespace {

enum class LineKind : unsigned char { blank, words, page_mark, rule };
struct Line {
    Span span; ///< trimmed, plain bytes
    LineKind kind = LineKind::blank;
    bool indented = false; ///< by two ideographic spaces
};
/// Lines [begin, end) that are one paragraph.
struct Paragraph {
    std::size_t begin = 0;
    std::size_t end = 0;
};

constexpr std::size_t long_line = 200;       ///< columns (Han count two): prose that nobody wrapped by hand
constexpr std::size_t sentence_line = 60;    ///< columns: shorter lines are verse
constexpr std::size_t longest_heading = 240; ///< bytes
constexpr std::size_t most_headings = 3;     ///< in a row; more short lines are a list

bool is_rule(std::string_view line)
{
    constexpr std::string_view ascii = "*-_=~#+ \t";
    std::size_t marks = 0;
    for (std::size_t at = 0; at < line.size(); at += text::code_point_size(line, at)) {
        const char32_t c = text::code_point_at(line, at);
        const bool drawn = c == U'•' || c == U'·' || c == U'⁂' || c == U'※' || c == U'◆' || c == U'◇' || c == U'○'
                           || c == U'●' || c == U'—' || c == U'–' || c == U'─' || c == U'═';
        if (!drawn && (c >= 0x80 || ascii.find(static_cast<char>(c)) == std::string_view::npos))
            return false;
        marks += text::is_space(c) ? 0 : 1;
    }
    return marks >= 3 || line == "⁂" || line == "※";
}

LineKind kind_of(std::string_view line)
{
    if (line.empty())
        return LineKind::blank;
    if (line.front() == '[' && page_mark_size(line, 0) == line.size())
        return LineKind::page_mark;
    return is_rule(line) ? LineKind::rule : LineKind::words;
}

std::vector<Line> lines_of(std::string_view plain)
{
    constexpr text::ByteSet line_ends("\r\n");
    std::vector<Line> lines;
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t end = std::min(line_ends.find_in(plain, at), plain.size());
        const std::string_view whole = plain.substr(at, end - at);
        const std::string_view text = trimmed(whole);
        const std::size_t begin = text.empty() ? at : static_cast<std::size_t>(text.data() - plain.data());
        const LineKind kind = whole == "\f" ? LineKind::page_mark : kind_of(text);
        lines.push_back({{begin, begin + text.size()}, kind, whole.starts_with("　　")});
        at = end + (end + 1 < plain.size() && plain[end] == '\r' && plain[end + 1] == '\n' ? 2 : 1);
    }
    return lines;
}

std::size_t columns(std::string_view line)
{
    std::size_t wide = 0;
    for (std::size_t at = 0; at < line.size(); at += text::code_point_size(line, at))
        wide += text::is_han_or_kana(text::code_point_at(line, at)) ? 2 : 1;
    return wide;
}

/// The last code point in front of closing quotation marks and brackets.
char32_t last_mark(std::string_view line)
{
    constexpr std::u32string_view closers = U"\"'”’»›」』）)]】";
    std::size_t end = line.size();
    while (end > 0) {
        const char32_t c = text::code_point_before(line, end);
        if (closers.find(c) == std::u32string_view::npos)
            return c;
        end -= c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
    return 0;
}
bool ends_sentence(std::string_view line)
{
    return std::u32string_view(U".!?…。！？：:；").find(last_mark(line)) != std::u32string_view::npos;
}

enum class Layout : unsigned char { blank_lines, line_each };

/// How the text sets its paragraphs apart, from all its lines.
Layout layout_of(std::string_view plain, const std::vector<Line>& lines)
{
    std::vector<std::size_t> widths;
    std::size_t closed = 0, groups = 0;
    LineKind before = LineKind::blank;
    for (const Line& line : lines) {
        if (line.kind == LineKind::words) {
            const std::string_view text = plain.substr(line.span.begin, line.span.size());
            widths.push_back(columns(text));
            closed += ends_sentence(text) ? 1U : 0U;
            groups += before != LineKind::words ? 1U : 0U;
        }
        before = line.kind;
    }
    if (widths.size() < 2)
        return Layout::blank_lines;
    const std::size_t count = widths.size();
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(count / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    if (*middle > long_line)
        return Layout::line_each;
    const bool no_blank_lines = groups <= 1 + count / 15;
    return no_blank_lines && *middle > sentence_line && closed * 3 >= count * 2 ? Layout::line_each
                                                                                : Layout::blank_lines;
}

std::vector<Paragraph> paragraphs_of(std::string_view plain, const std::vector<Line>& lines)
{
    const Layout layout = layout_of(plain, lines);
    std::vector<Paragraph> paragraphs;
    bool open = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (line.kind == LineKind::blank || line.kind == LineKind::rule) {
            open = false;
        } else if (line.kind == LineKind::words) {
            if (!open || layout == Layout::line_each || line.indented)
                paragraphs.push_back({i, i + 1});
            else
                paragraphs.back().end = i + 1; // takes in the page marks between
            open = true;
        }
    }
    return paragraphs;
}

bool has_any(std::string_view line, std::u32string_view set)
{
    for (std::size_t at = 0; at < line.size(); at += text::code_point_size(line, at))
        if (set.find(text::code_point_at(line, at)) != std::u32string_view::npos)
            return true;
    return false;
}

/// True for a line alone that can only be a heading. Better none than a wrong one: a quotation in it would be lost.
bool looks_like_heading(std::string_view line)
{
    if (line.empty() || line.size() > longest_heading || has_any(line, U"\"“”„«»「」『』‘(（[:：;；，。！？!?…"))
        return false;
    const char32_t last = text::code_point_before(line, line.size());
    if (std::u32string_view(U".,、—–-").find(last) != std::u32string_view::npos)
        return false;
    std::size_t at = 0; // a number may stand first: "3. The harbour"
    while (at < line.size() && !text::is_letter(text::code_point_at(line, at)))
        at += text::code_point_size(line, at);
    if (at == line.size() || !(at == 0 || text::is_digit(text::code_point_at(line, 0))))
        return false;
    const char32_t first = text::code_point_at(line, at);
    if (text::is_han_or_kana(first))
        return text::code_points(line) <= 24;
    return text::is_upper(first) && text::word_count(line) <= 12;
}

std::vector<Block> blocks_of(std::string_view plain, const std::vector<Line>& lines,
                             const std::vector<Paragraph>& paragraphs)
{
    std::vector<Block> blocks(paragraphs.size());
    std::size_t headings = most_headings; // nothing follows the last paragraph: it is none
    for (std::size_t i = paragraphs.size(); i-- > 0;) {
        const Paragraph& paragraph = paragraphs[i];
        Block& block = blocks[i];
        block.span = {lines[paragraph.begin].span.begin, lines[paragraph.end - 1].span.end};
        const std::string_view text = plain.substr(block.span.begin, block.span.size());
        const bool alone = paragraph.end == paragraph.begin + 1;
        const bool ruled =
            paragraph.end < lines.size() && lines[paragraph.end].kind == LineKind::rule
            && (plain[lines[paragraph.end].span.begin] == '=' || plain[lines[paragraph.end].span.begin] == '-');
        if (alone && looks_like_heading(text) && (ruled || headings < most_headings)) {
            block.kind = BlockKind::heading;
            block.level = i == 0 ? 1 : 2;
            ++headings;
        } else {
            headings = 0;
        }
    }
    return blocks;
}

} // namespace

void read_text(Document& document, std::size_t body)
{
    document.plain = document.decoded.from(body);
    document.map.append(document.plain.size(), {body, document.decoded.size()}, SourceMap::Kind::copied);
    const std::vector<Line> lines = lines_of(document.plain);
    document.blocks = blocks_of(document.plain, lines, paragraphs_of(document.plain, lines));
    number_paragraphs(document);
    find_locators(document, {});
}

} // namespace verbatim::read
