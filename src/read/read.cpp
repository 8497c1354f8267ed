// SPDX-License-Identifier: Apache-2.0
#include "read/read.hpp"

#include "read/formats.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::read {
namespace {

// A format is one row here and one file beside this one.
struct Row {
    Format format;
    void (*read)(Document&, std::size_t body);
};
const std::vector<Row>& rows()
{
    static const std::vector<Row> table{
        {{"text", {".txt", ".text"}}, read_text}, // first: also the format of unknown extensions
        {{"markdown", {".md", ".markdown"}}, read_markdown},
    };
    return table;
}

std::string lower_extension(std::string_view path)
{
    const std::size_t slash = path.find_last_of('/');
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const std::size_t dot = name.find_last_of('.');
    std::string extension(dot == std::string_view::npos ? std::string_view{} : name.substr(dot));
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return extension;
}

const Row* row_for(const File& file, const std::string& format)
{
    if (!format.empty()) {
        const auto named =
            std::find_if(rows().begin(), rows().end(), [&](const Row& row) { return row.format.name == format; });
        return named == rows().end() ? nullptr : &*named;
    }
    const std::string extension = lower_extension(file.path);
    for (const Row& row : rows())
        if (std::find(row.format.extensions.begin(), row.format.extensions.end(), extension)
            != row.format.extensions.end())
            return &row;
    return &rows().front();
}

std::string format_names()
{
    std::string names;
    for (const Row& row : rows())
        names += (names.empty() ? "" : ", ") + row.format.name;
    return names;
}

} // namespace

const std::vector<Format>& formats()
{
    static const std::vector<Format> list = [] {
        std::vector<Format> all;
        for (const Row& row : rows())
            all.push_back(row.format);
        return all;
    }();
    return list;
}

Outcome<Document> read(const File& file, const std::string& format)
{
    const Row* row = row_for(file, format);
    if (row == nullptr)
        return Problem{
            file.path, 0, 0, Severity::error, "there is no format \"" + format + "\"", "name one of: " + format_names(),
            true};
    Outcome<text::Decoded> decoded = text::decode(file.bytes, file.path);
    if (!decoded)
        return decoded.problem();
    Document document;
    document.path = file.path;
    document.format = row->format.name;
    document.sha256 = text::sha256(file.bytes);
    document.decoded = std::move(decoded.value().utf8);
    document.encoding = decoded.value().encoding;
    document.bom = decoded.value().bom;
    document.line_starts = text::line_starts(document.decoded);
    const Outcome<std::size_t> body = cut_front_matter(document);
    if (!body)
        return body.problem();
    row->read(document, body.value());
    return document;
}

void number_paragraphs(Document& document)
{
    std::size_t ordinal = 0;
    for (Block& block : document.blocks)
        block.paragraph = block.kind == BlockKind::heading || block.kind == BlockKind::code ? 0 : ++ordinal;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text::is_space(text::code_point_at(text, 0)))
        text.remove_prefix(text::code_point_size(text, 0));
    while (!text.empty()) {
        const char32_t last = text::code_point_before(text, text.size());
        if (!text::is_space(last))
            break;
        text.remove_suffix(last < 0x80 ? 1 : last < 0x800 ? 2 : last < 0x10000 ? 3 : 4);
    }
    return text;
}

} // namespace verbatim::read
