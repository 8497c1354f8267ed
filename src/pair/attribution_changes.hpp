// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "library/library.hpp"
#include "model/pairing.hpp"
#include "model/reading.hpp"

#include <vector>

namespace verbatim::pair {

/// Two sources name one speaker: by registered names and aliases, by one name being the other's short form, or by
/// romanisation across scripts. Sources that cannot be told apart for certain count as the same.
[[nodiscard]] bool same_speaker(const Source& a, const Source& b, const library::Library* library);
/// Changes of source, cue (only between saying and denying), date, occasion and document, of two quotations that are
/// both attributed. Said → wrote is none (CONVENTIONS 10).
[[nodiscard]] std::vector<Change> attribution_changes(const Quotation& before, const Quotation& after,
                                                      const library::Library* library);

} // namespace verbatim::pair
