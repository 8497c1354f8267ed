// SPDX-License-Identifier: Apache-2.0
// Sources that need no sentence: the label of a speaker turn, the name of a signature line. Private to the room.
#pragma once
#include "extract/speakers.hpp"
#include "extract/stages.hpp"

namespace verbatim::extract {

/// `NAME: …`: the words between the start of the line and the quotation. False where there are none.
[[nodiscard]] bool attribute_turn(const Document& document, const Block& block, const Hosted& hosted,
                                  Quotation& quotation, Speakers& speakers);
/// `— Name, Work (year)` behind the quotation, in its block or in the next one.
[[nodiscard]] bool attribute_signature(const Document& document, const syntax::Lexicon& lexicon, Quotation& quotation,
                                       Speakers& speakers);

} // namespace verbatim::extract
