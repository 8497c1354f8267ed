// SPDX-License-Identifier: Apache-2.0
// Door of `pair`: two readings → Pairing, for edits and for translations.
#pragma once
#include "align/align.hpp"
#include "library/library.hpp"
#include "model/pairing.hpp"
#include "model/report.hpp"

namespace verbatim::pair {

/// Pairs the quotations and citations of two states of one text by their words. `library` may be null.
[[nodiscard]] Pairing pair_edit(const DocumentResult& from, const DocumentResult& to, const library::Library* library,
                                const align::Settings& settings);
/// Pairs a text with its translation by order, length, speaker, numbers, dates and citations. `library` may be null.
[[nodiscard]] Pairing pair_translation(const DocumentResult& from, const DocumentResult& to,
                                       const library::Library* library, const align::Settings& settings);

} // namespace verbatim::pair
