// SPDX-License-Identifier: Apache-2.0
// The telling clause that stands inside one pair of marks: "The tide, he said, never waits." Private to the room.
#pragma once
#include "extract/frame.hpp"
#include "model/document.hpp"

namespace verbatim::extract {

struct Incise {
    Host host;           ///< the clause between its commas; it hosts no quotation
    Speaker speaker;     ///< in that host
    std::size_t cue = 0; ///< chunk of that host
    TextSpan before;     ///< the words before the clause, with their comma
    TextSpan behind;
};

/// A clause of cue and subject between two commas of the quotation, where the words read on behind it. None where the
/// quotation has several parts or is long.
[[nodiscard]] std::optional<Incise> incise_in(const Document& document, const Quotation& quotation,
                                              const syntax::Lexicon& lexicon);

} // namespace verbatim::extract
