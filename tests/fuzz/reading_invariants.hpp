// SPDX-License-Identifier: Apache-2.0
// What holds for every document and every reading, whatever the bytes.
#pragma once
#include "model/document.hpp"
#include "model/reading.hpp"

#include <cstdio>
#include <cstdlib>

namespace verbatim::fuzz {

inline void require(bool holds, const char* what)
{
    if (!holds) {
        std::fprintf(stderr, "broken invariant: %s\n", what);
        std::abort();
    }
}

inline void require_inside(const Document& document, Span span, const char* what)
{
    require(span.begin <= span.end && span.end <= document.plain.size(), what);
}

inline void require_consistent(const Document& document)
{
    require(document.map.consistent(document.plain, document.decoded), "the source map covers the plain text");
    std::size_t at = 0;
    for (const Block& block : document.blocks) {
        require_inside(document, block.span, "a block lies in the text");
        require(block.span.begin >= at, "blocks are in order and do not overlap");
        at = block.span.end;
    }
    for (const NoteCall& call : document.note_calls)
        require_inside(document, call.span, "a note call lies in the text");
    for (const LocatorMark& mark : document.locators)
        require(mark.offset <= document.plain.size(), "a locator lies in the text");
}

inline void require_consistent(const Document& document, const Reading& reading)
{
    std::size_t at = 0;
    for (std::size_t i = 0; i < reading.quotations.size(); ++i) {
        const Quotation& quotation = reading.quotations[i];
        require(!quotation.parts.empty(), "a quotation has a part");
        require(quotation.hull().begin >= at, "quotations are in order");
        at = quotation.hull().begin;
        std::size_t end = 0;
        for (const TextSpan& part : quotation.parts) {
            require_inside(document, part.span, "a part lies in the text");
            require(part.span.begin >= end, "parts are in order");
            end = part.span.end;
        }
        if (quotation.nested_in)
            require(*quotation.nested_in < i, "an outer quotation comes first");
        for (const std::size_t citation : quotation.citations)
            require(citation < reading.citations.size(), "a joined citation exists");
        if (quotation.attribution.source)
            require_inside(document, quotation.attribution.source->span, "a source lies in the text");
        if (quotation.attribution.cue)
            require_inside(document, quotation.attribution.cue->span, "a cue lies in the text");
    }
    for (const Citation& citation : reading.citations)
        require_inside(document, citation.span, "a citation lies in the text");
    for (const Citation& entry : reading.entries)
        require_inside(document, entry.span, "an entry lies in the text");
    for (const Span mark : reading.unbalanced)
        require_inside(document, mark, "an unbalanced mark lies in the text");
}

} // namespace verbatim::fuzz
