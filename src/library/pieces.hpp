// SPDX-License-Identifier: Apache-2.0
// What of a quotation is searched: its words, split at its own ellipses, without its own bracketed words.
#pragma once
#include "library/library.hpp"
#include "library/scan.hpp"

namespace verbatim::library {

struct Piece {
    Pattern pattern;
    std::vector<WordId> words;
    bool run_on = false; ///< goes on where the piece before it ends: nothing was left out between the two
};

/// In order; long pieces are cut, so that each is short enough for one pattern. Never an empty piece.
[[nodiscard]] std::vector<Piece> pieces_of(const Query& query, const Vocabulary& vocabulary);

} // namespace verbatim::library
