// SPDX-License-Identifier: Apache-2.0
// The stage between `weigh` and `judge` that looks for words of the library in the running text.
#pragma once
#include "library/library.hpp"
#include "model/unmarked.hpp"

namespace verbatim {

/// Runs of at least 12 words (18 Han characters) outside quotations, headings, code and entries that stand in a version
/// one after the other. A work of which the document is a version, or
/// another copy, is not looked at.
[[nodiscard]] std::vector<UnmarkedRun> unmarked_runs(const Document& document, const Reading& reading,
                                                     const library::Library& library);

} // namespace verbatim
