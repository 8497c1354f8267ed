// SPDX-License-Identifier: Apache-2.0
// What holds for every document and every reading, whatever the bytes.
#pragma once
#include "fuzzed.hpp"
#include "model/document.hpp"
#include "model/reading.hpp"
#include "text/text.hpp"

namespace verbatim::fuzz {

inline void require_consistent(const Document& document)
{
    const std::string_view plain = document.plain;
    require(document.map.consistent(plain, document.decoded), "the source map covers the plain text");
    std::size_t at = 0;
    for (const Block& block : document.blocks) {
        require_inside(plain, block.span, "a block lies in the text");
        require(block.span.begin >= at, "blocks are in order and do not overlap");
        at = block.span.end;
    }
    for (const auto* spans : {&document.emphasis, &document.code, &document.links})
        for (const Span span : *spans)
            require_inside(plain, span, "emphasis, code and links lie in the text");
    for (const NoteCall& call : document.note_calls)
        require_inside(plain, call.span, "a note call lies in the text");
    at = 0;
    for (const LocatorMark& mark : document.locators) {
        require(mark.offset >= at && on_boundary(plain, mark.offset), "locators lie in the text, in order");
        at = mark.offset;
    }
    for (const Comment& comment : document.comments)
        require(comment.offset <= plain.size() && comment.decoded.begin <= comment.decoded.end
                    && comment.decoded.end <= document.decoded.view().size(),
                "a comment lies in the text");
}

/// Inside the file that was read, on lines that it has.
inline void require_stored(const Document& document, std::size_t file_size, Span span)
{
    const FileSpan stored = text::stored(document, span);
    require(stored.begin <= stored.end && stored.end <= file_size, "stored bytes lie in the file");
    const Place first = text::place(document, span.begin);
    const Place last = text::place_behind(document, span.end);
    require(first.line >= 1 && first.column >= 1 && last.line <= document.line_starts.size(), "a place has its line");
}

inline void require_consistent(const Document& document, const Reading& reading)
{
    const std::string_view plain = document.plain;
    std::size_t at = 0;
    for (std::size_t i = 0; i < reading.quotations.size(); ++i) {
        const Quotation& quotation = reading.quotations[i];
        require(!quotation.parts.empty(), "a quotation has a part");
        require(quotation.hull().begin >= at, "quotations are in order");
        at = quotation.hull().begin;
        std::size_t end = 0;
        for (const TextSpan& part : quotation.parts) {
            require_inside(plain, part.span, "a part lies in the text");
            require(part.span.begin >= end, "parts are in order");
            end = part.span.end;
        }
        if (quotation.nested_in) {
            require(*quotation.nested_in < i, "an outer quotation comes first");
            require(reading.quotations[*quotation.nested_in].hull().end >= quotation.hull().end,
                    "an inner quotation ends inside the outer one");
        }
        for (const std::size_t citation : quotation.citations)
            require(citation < reading.citations.size(), "a joined citation exists");
        for (const TextSpan& declared : quotation.declared)
            require_inside(plain, declared.span, "a declaration lies in the text");
        const Attribution& attribution = quotation.attribution;
        if (attribution.source)
            require_inside(plain, attribution.source->span, "a source lies in the text");
        for (const auto* some : {&attribution.cue, &attribution.occasion, &attribution.document, &attribution.locator})
            if (*some)
                require_inside(plain, (*some)->span, "cue, occasion, document and locator lie in the text");
    }
    for (const auto* list : {&reading.citations, &reading.entries}) {
        at = 0;
        for (const Citation& citation : *list) {
            require_inside(plain, citation.span, "citations and entries lie in the text");
            require(citation.span.begin >= at, "citations and entries are in order");
            at = citation.span.begin;
            if (citation.locator)
                require_inside(plain, citation.locator->span, "a locator lies in the text");
        }
    }
    for (const Span mark : reading.unbalanced)
        require_inside(plain, mark, "an unbalanced mark lies in the text");
}

} // namespace verbatim::fuzz
