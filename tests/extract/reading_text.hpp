// SPDX-License-Identifier: Apache-2.0
// A small document from paragraphs, for tests that need no file format.
#pragma once
#include "extract/stages.hpp"
#include "text/text.hpp"

#include <string>
#include <vector>

namespace verbatim::test {

struct Paragraph {
    BlockKind kind = BlockKind::paragraph;
    std::string text;
    std::size_t group = 0;
};

inline Document document_of(const std::vector<Paragraph>& paragraphs, const std::string& language = "en")
{
    Document document;
    document.format = "text";
    document.language = language;
    std::size_t ordinal = 0;
    std::string plain;
    for (const Paragraph& paragraph : paragraphs) {
        if (!plain.empty())
            plain += "\n\n";
        Block block;
        block.kind = paragraph.kind;
        block.span.begin = plain.size();
        plain += paragraph.text;
        block.span.end = plain.size();
        block.group = paragraph.group;
        block.paragraph = ++ordinal;
        document.blocks.push_back(block);
    }
    document.decoded = document.plain = std::move(plain);
    document.map.append(document.plain.size(), {0, document.plain.size()}, SourceMap::Kind::copied);
    document.line_starts = text::line_starts(document.decoded);
    return document;
}
inline Document document_of(const std::string& paragraph, const std::string& language = "en")
{
    return document_of(std::vector<Paragraph>{{BlockKind::paragraph, paragraph, 0}}, language);
}

inline Reading quotations_of(const Document& document)
{
    Reading reading;
    extract::find_quotations(document, reading, syntax::lexicon(document.language));
    return reading;
}

/// Texts of the quotations, nested ones in brackets behind the index of their outer one: "A|B<0".
inline std::string outline(const Reading& reading)
{
    std::string line;
    for (const Quotation& quotation : reading.quotations) {
        if (!line.empty())
            line += '|';
        for (std::size_t i = 0; i < quotation.parts.size(); ++i)
            line += (i == 0 ? "" : " / ") + quotation.parts[i].text;
        if (quotation.nested_in)
            line += '<' + std::to_string(*quotation.nested_in);
    }
    return line;
}

} // namespace verbatim::test
