// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "align/align.hpp"
#include "library/library.hpp"
#include "model/pairing.hpp"
#include "model/report.hpp"

#include <optional>

namespace verbatim::pair {

/// What the published version in the translation's language says where the source quotes a work of the library; nothing
/// where the work, the version or the passage is not known for certain, or the translation is declared the author's
/// own.
[[nodiscard]] std::optional<Published> published_words(std::size_t link, const DocumentResult& from,
                                                       std::size_t from_quotation, const DocumentResult& to,
                                                       std::size_t to_quotation, const library::Library& library,
                                                       const align::Settings& settings);

} // namespace verbatim::pair
