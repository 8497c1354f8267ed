// SPDX-License-Identifier: Apache-2.0
// A block is cut into segments, each with its form. Private to `extract`.
#pragma once
#include "extract/stages.hpp"

namespace verbatim::extract {

/// A run of a block that is read on its own. `whole` segments are whole paragraphs: quotations may go on in the next.
struct Segment {
    std::size_t block = 0;
    Span span;
    QuotationForm form = QuotationForm::inline_;
    bool contains = false; ///< the words of the segment are quoted, marks or not
    bool whole = true;
    bool question = false;
    bool goes_on = false; ///< another part of the quotation of the segment two before, behind an incise
};

/// Segments of all blocks but code, in order. Block quotations and epigraphs end before their signature.
[[nodiscard]] std::vector<Segment> segments_of(const Document& document, const syntax::Lexicon& lexicon);

} // namespace verbatim::extract
