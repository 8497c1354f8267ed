// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "model/evidence.hpp"

#include <vector>

namespace verbatim {

/// Words of the running text, in no quotation marks, that stand in a reference one after the other.
struct UnmarkedRun {
    Span span;              ///< plain bytes of the document, first to last word
    std::size_t words = 0;  ///< Han characters count two thirds
    double rarity = 0;      ///< bits a word, as Library::rarity
    double most_rarity = 0; ///< bits of a word that the library has but once
    std::size_t works = 0;  ///< works of the library in which such a run stands
    Passage passage;        ///< the longest place: where it stands, nothing compared
};

} // namespace verbatim
