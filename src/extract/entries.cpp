// SPDX-License-Identifier: Apache-2.0
// Reference sections and source lines.
#include "extract/citations.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

bool heads_references(const Document& document, const Block& block, const syntax::Lexicon& lexicon)
{
    if (block.kind != BlockKind::heading)
        return false;
    std::string name = text::collapse(document.slice(block.span));
    while (!name.empty() && (name.back() == ':' || name.back() == '.'))
        name.pop_back();
    const std::size_t letter = name.find_first_not_of("0123456789. ");
    return letter != std::string::npos && lexicon.has("reference.heading", std::string_view(name).substr(letter));
}

std::vector<Span> lines_of(const Document& document, Span block)
{
    std::vector<Span> lines;
    for (std::size_t begin = block.begin; begin < block.end;) {
        const std::size_t end = std::min(document.plain.view().find('\n', begin), block.end);
        if (end > begin)
            lines.push_back({begin, end});
        begin = end + 1;
    }
    return lines;
}

void add(const Document& document, Reading& reading, const syntax::ParsedReference& reference, CitationKind kind,
         Span span, std::size_t base)
{
    Citation entry = cited_by(reference, kind, base);
    entry.span = span;
    entry.text = text::collapse(document.slice(span));
    if (kind == CitationKind::entry)
        entry.key = reference_number(entry.text);
    reading.entries.push_back(std::move(entry));
}

} // namespace

std::vector<Span> find_entries(const Document& document, Reading& reading, const syntax::Lexicon& lexicon)
{
    std::vector<Span> taken;
    int level = 0; // of the heading of a reference section; 0: none
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::heading) {
            if (heads_references(document, block, lexicon))
                level = std::max(1, block.level);
            else if (level == 0 || block.level <= level)
                level = 0;
            continue;
        }
        if (block.kind == BlockKind::code || block.kind == BlockKind::note || block.kind == BlockKind::quote)
            continue;
        if (level > 0) {
            const auto reference =
                syntax::parse_reference(document.slice(block.span), emphasis_in(document, block.span), lexicon);
            if (reference && !reference->short_form) {
                add(document, reading, *reference, CitationKind::entry, block.span, block.span.begin);
                taken.push_back(block.span);
            }
            continue;
        }
        for (const Span line : lines_of(document, block.span)) {
            const auto source = syntax::parse_source_line(document.slice(line), emphasis_in(document, line), lexicon);
            if (!source)
                continue;
            const Span span{line.begin + source->span.begin, line.begin + source->span.end};
            add(document, reading, source->reference, CitationKind::source_line, span, line.begin);
            taken.push_back(span);
        }
    }
    return taken;
}

} // namespace verbatim::extract
