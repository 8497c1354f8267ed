// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "read/read.hpp"
#include "text/text.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace verbatim::read::test {

inline Document document_of(std::string bytes, const std::string& path)
{
    Outcome<Document> read_document = read({path, std::move(bytes)});
    BOOST_REQUIRE_MESSAGE(read_document.ok(), (read_document.ok() ? "" : read_document.problem().message));
    return std::move(read_document.value());
}

/// The invariants of the room's door; the first one broken, or "".
inline std::string broken_invariant(const Document& document)
{
    if (!document.map.consistent(document.plain, document.decoded))
        return "map";
    std::size_t at = 0, paragraph = 0;
    for (const Block& block : document.blocks) {
        if (block.span.begin < at || block.span.empty() || block.span.end > document.plain.size())
            return "blocks";
        if (block.paragraph != 0 && block.paragraph != ++paragraph)
            return "paragraphs";
        at = block.span.end;
    }
    for (const auto* list : {&document.emphasis, &document.code, &document.links}) {
        std::size_t begin = 0;
        for (const Span span : *list) {
            if (span.begin < begin || span.empty() || span.end > document.plain.size())
                return "spans";
            begin = span.begin;
        }
    }
    at = 0;
    for (const LocatorMark& mark : document.locators) {
        if (mark.offset < at || mark.offset > document.plain.size() || mark.span.end > document.plain.size())
            return "locators";
        at = mark.offset;
    }
    for (const Comment& comment : document.comments)
        if (comment.offset > document.plain.size() || comment.decoded.end > document.decoded.size())
            return "comments";
    std::size_t decoded = 0;
    for (const SourceMap::Run& run : document.map.runs()) {
        if (run.decoded.begin < decoded)
            return "order";
        decoded = run.decoded.end;
    }
    return {};
}

/// "paragraph|text" of every block, white space made visible.
inline std::string shown(const Document& document)
{
    std::string all;
    for (const Block& block : document.blocks) {
        all += std::string(to_string(block.kind)) + (block.label.empty() ? "" : " " + block.label) + "<";
        for (const char c : document.slice(block.span))
            all += c == '\n' ? std::string("/") : c == '\r' ? std::string("\\r") : std::string(1, c);
        all += ">";
    }
    return all;
}

} // namespace verbatim::read::test
