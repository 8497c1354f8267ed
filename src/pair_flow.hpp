// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "pair/pair.hpp"
#include "stages.hpp"

namespace verbatim {

/// What the two sides of a pair may have in common.
enum class PairLanguages : unsigned char { any, different };

using PairFunction = Pairing (*)(const DocumentResult&, const DocumentResult&, const library::Library*,
                                 const align::Settings&);
/// The trunk of both sides, then the pairing, then the rules of the command; inputs come in pairs.
[[nodiscard]] Report run_pairs(const Request& request, PairFunction pair, PairLanguages languages);

} // namespace verbatim
