// SPDX-License-Identifier: Apache-2.0
// A paragraph that introduces the next: `…, Okoro said:`. Private to the room.
#pragma once
#include "extract/host.hpp"
#include "syntax/syntax.hpp"

#include <optional>

namespace verbatim::extract {

/// The last sentence of a block that ends in a colon or comma, as host of the quotation that opens the next block.
[[nodiscard]] std::optional<Host> host_of_lead(const Document& document, const Block& block, const Hosted& hosted,
                                               const syntax::Lexicon& lexicon);
/// The end of a block in which such a sentence stands.
[[nodiscard]] std::optional<Span> span_of_lead(const Document& document, const Block& block);
/// Of one person in the lead-in and below the words the lead-in tells when and how they were said.
void take_from_lead(Attribution& attribution, const Attribution& lead);
[[nodiscard]] bool ends_in_comma(const Host& lead);

/// Where a block begins, behind the dash of a dialogue.
[[nodiscard]] std::size_t first_word_of(const Document& document, const Block& block);

} // namespace verbatim::extract
