// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "model/pairing.hpp"
#include "model/reading.hpp"

#include <vector>

namespace verbatim::pair {

enum class CitationMatch : unsigned char {
    in_one_language,  ///< the words of a citation may be compared
    across_languages, ///< names may be written in another script: years, keys, locators and works decide
};
/// Citations of both sides: equal ones in order, then those of one author, work or key that changed. What has no
/// counterpart has a link with one side.
[[nodiscard]] std::vector<CitationLink> pair_citations(const Reading& from, const Reading& to, CitationMatch match);

} // namespace verbatim::pair
