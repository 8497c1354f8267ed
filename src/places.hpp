// SPDX-License-Identifier: Apache-2.0
// What `find` and `collate` share: a text as one quotation, and where in the library it stands.
#pragma once
#include "stages.hpp"

namespace verbatim {

/// The whole text as one quotation; none for an empty text.
[[nodiscard]] DocumentResult whole_text(Document document);
/// Places of a quotation in the library, nearest first: no verdict, no acceptance. Where the index proposes nothing,
/// every word of the library is read.
[[nodiscard]] std::vector<Passage> nearest_places(const Document& document, const Quotation& quotation,
                                                  const library::Library& library, const Request& request);
/// The quotation against one candidate, with the words of the version's language.
[[nodiscard]] Passage compare_candidate(const Document& document, const Quotation& quotation,
                                        const library::Library& library, const library::Candidate& candidate,
                                        const Request& request);

} // namespace verbatim
