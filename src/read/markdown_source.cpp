// SPDX-License-Identifier: Apache-2.0
#include "read/markdown_source.hpp"

#include <algorithm>

namespace verbatim::read {
namespace {

constexpr std::size_t longest_label = 200;

struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;  ///< without the line end
    std::size_t next = 0; ///< start of the following line
};
Line line_from(std::string_view text, std::size_t at)
{
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const bool both = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    return {at, end, std::min(end + (both ? 2U : 1U), text.size())};
}
std::string_view words(std::string_view text, Line line) { return text.substr(line.begin, line.end - line.begin); }

std::size_t indentation(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(" \t");
    std::size_t columns = 0;
    for (const char c : line.substr(0, first == std::string_view::npos ? line.size() : first))
        columns += c == '\t' ? 4 - columns % 4 : 1;
    return columns;
}
bool is_blank(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

/// Bytes of `[^label]` at `at`; 0 where there is none.
std::size_t call_size(std::string_view text, std::size_t at)
{
    if (!text.substr(at).starts_with("[^"))
        return 0;
    std::size_t end = at + 2;
    while (end < text.size() && end - at<longest_label&& static_cast<unsigned char>(text[end])> ' ' && text[end] != '['
           && text[end] != ']' && text[end] != '^')
        ++end;
    return end > at + 2 && end < text.size() && text[end] == ']' ? end + 1 - at : 0;
}

bool escaped(std::string_view text, std::size_t at)
{
    std::size_t slashes = 0;
    while (slashes < at && slashes < 64 && text[at - slashes - 1] == '\\')
        ++slashes;
    return slashes % 2 == 1;
}

/// Follows ``` and ~~~ from line to line. Containers are not followed: a fence may be indented or stand behind `>`.
class Fences {
public:
    /// True where the line is a fence or lies inside one.
    bool covers(std::string_view line)
    {
        const std::size_t first = line.find_first_not_of(" \t>");
        const std::string_view rest = first == std::string_view::npos ? std::string_view{} : line.substr(first);
        const char mark = rest.empty() ? ' ' : rest.front();
        std::size_t length = 0;
        if (mark == '`' || mark == '~')
            length = std::min(rest.find_first_not_of(mark), rest.size());
        if (length_ != 0) {
            if (mark == mark_ && length >= length_ && is_blank(rest.substr(length)))
                length_ = 0;
            return true;
        }
        if (length < 3 || (mark == '`' && rest.find('`', length) != std::string_view::npos))
            return false;
        length_ = length;
        mark_ = mark;
        return true;
    }

private:
    std::size_t length_ = 0; ///< of the open fence; 0: none is open
    char mark_ = '`';
};

/// A line that ends a note's paragraph although no blank line stands before it.
bool begins_other_block(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return true;
    const std::string_view rest = line.substr(first);
    return rest.front() == '#' || rest.front() == '>' || rest.starts_with("```") || rest.starts_with("~~~")
           || rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("+ ");
}

class Preparation {
public:
    Preparation(std::string_view decoded, std::size_t body) : decoded_(decoded), body_(body)
    {
        source_.main.bytes = std::string(decoded.substr(body));
        source_.main.starts.push_back({0, body});
    }

    MarkdownSource run() &&
    {
        Fences fences;
        for (std::size_t at = body_; at < decoded_.size();) {
            const Line line = line_from(decoded_, at);
            at = line.next;
            const std::string_view text = words(decoded_, line);
            if (fences.covers(text))
                continue;
            mask_leading_comment(line);
            mask_calls(line);
            const std::size_t indent = indentation(text);
            const std::size_t mark = line.begin + indent;
            if (indent > 3)
                continue;
            const std::size_t size = call_size(decoded_, mark);
            if (size != 0 && mark + size < line.end && decoded_[mark + size] == ':')
                at = cut_note(line, mark, size);
        }
        return std::move(source_);
    }

private:
    [[nodiscard]] char& copy_at(std::size_t decoded) { return source_.main.bytes[decoded - body_]; }

    /// md4c would take `[^1]: https://…` for a link and `[^1]` for its call; letters and commas mean nothing to it.
    void mask_calls(Line line)
    {
        const std::string_view limited = decoded_.substr(0, line.end);
        for (std::size_t at = limited.find("[^", line.begin); at < line.end; at = limited.find("[^", at + 1)) {
            const std::size_t size = call_size(limited, at);
            if (size == 0 || escaped(limited, at))
                continue;
            for (std::size_t i = at; i < at + size; ++i)
                copy_at(i) = 'x';
            copy_at(at) = copy_at(at + size - 1) = ',';
            source_.calls.push_back(at);
        }
    }

    /// CommonMark makes `<!-- note --> "Words."` a block of raw HTML; but a reader reads the words.
    void mask_leading_comment(Line line)
    {
        const std::string_view text = words(decoded_, line);
        const std::size_t first = text.find_first_not_of(' ');
        if (first == std::string_view::npos || first > 3 || !text.substr(first).starts_with("<!--"))
            return;
        const std::size_t close = text.find("-->", first + 4);
        if (close == std::string_view::npos || is_blank(text.substr(close + 3)))
            return;
        const FileSpan comment{line.begin + first, line.begin + close + 3};
        for (std::size_t i = comment.begin; i < comment.end; ++i)
            copy_at(i) = 'x';
        source_.comments.push_back(comment);
    }

    /// Moves the definition that begins at `line` out of the main text; the offset of the first line behind it.
    std::size_t cut_note(Line line, std::size_t mark, std::size_t mark_size)
    {
        const auto own = std::lower_bound(source_.calls.begin(), source_.calls.end(), mark);
        source_.calls.erase(own); // mask_calls found it; but a definition is no call
        NoteDefinition note;
        note.label = std::string(decoded_.substr(mark + 2, mark_size - 3));
        std::size_t begin = mark + mark_size + 1;
        while (begin < line.end && (decoded_[begin] == ' ' || decoded_[begin] == '\t'))
            ++begin;
        take(note.text, begin, line.next);
        std::size_t end = line.next;
        bool after_blank = false;
        for (std::size_t at = line.next; at < decoded_.size();) {
            const Line next = line_from(decoded_, at);
            at = next.next;
            const std::string_view text = words(decoded_, next);
            if (is_blank(text)) {
                after_blank = true;
                continue;
            }
            const std::size_t indent = indentation(text);
            const std::size_t first = next.begin + std::min(text.find_first_not_of(" \t"), text.size());
            if (after_blank ? indent < 4 : indent < 4 && (call_size(decoded_, first) != 0 || begins_other_block(text)))
                break;
            mask_calls(next);
            if (after_blank)
                note.text.bytes += '\n';
            after_blank = false;
            take(note.text, indent >= 4 ? dedented(next) : first, next.next);
            end = next.next;
        }
        for (std::size_t i = line.begin; i < end; ++i)
            if (copy_at(i) != '\n' && copy_at(i) != '\r')
                copy_at(i) = ' ';
        source_.notes.push_back(std::move(note));
        return end;
    }

    /// Where the line's text begins behind four columns of indentation.
    [[nodiscard]] std::size_t dedented(Line line) const
    {
        std::size_t at = line.begin;
        for (std::size_t columns = 0; at < line.end && columns < 4; ++at)
            columns += decoded_[at] == '\t' ? 4 - columns % 4 : 1;
        return at;
    }

    void take(Excerpt& excerpt, std::size_t begin, std::size_t end)
    {
        excerpt.starts.push_back({excerpt.bytes.size(), begin});
        excerpt.bytes.append(source_.main.bytes, begin - body_, end - begin);
    }

    std::string_view decoded_;
    std::size_t body_;
    MarkdownSource source_;
};

} // namespace

MarkdownSource prepare_markdown(std::string_view decoded, std::size_t body) { return Preparation(decoded, body).run(); }

void find_note_calls(Document& document, const std::vector<std::size_t>& calls)
{
    const std::string_view plain = document.plain;
    std::size_t end = 0;
    for (std::size_t at = plain.find("[^"); at != std::string_view::npos; at = plain.find("[^", at + 2)) {
        if (end < at) // else it closes this one, too
            end = plain.find(']', at);
        if (end == std::string_view::npos)
            return;
        const auto in_code = [&] {
            const auto next = std::upper_bound(document.code.begin(), document.code.end(), at,
                                               [](std::size_t offset, Span span) { return offset < span.begin; });
            const Block* block = document.block_at(at);
            return (next != document.code.begin() && (next - 1)->contains(at))
                   || (block != nullptr && block->kind == BlockKind::code);
        };
        if (std::binary_search(calls.begin(), calls.end(), document.map.decoded({at, at + 1}).begin) && !in_code())
            document.note_calls.push_back({{at, end + 1}, std::string(plain.substr(at + 2, end - at - 2))});
    }
}

} // namespace verbatim::read
