// SPDX-License-Identifier: Apache-2.0
// Which windows of the library are worth a look? A shingle of the quotation at word i that stands at position p of the
// library votes for the diagonal p − i: where the quotation would begin. Diagonals are counted in overlapping cells,
// one every 16.
//
//   problem      "and it came to pass that" repeated around the wrong place outvotes the rare words of the right one
//   so           the rarest shingle votes first, within a budget of positions; votes weigh by rarity;
//                and a shingle has one vote a cell, however often it stands there
#pragma once
#include "library/index.hpp"

namespace verbatim::library {

/// Words [begin, end) of a text in which the whole pattern may stand.
struct Window {
    std::size_t text = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct VoteLimits {
    std::size_t postings = 1'500; ///< positions looked at: repeated text must not cost more
    std::size_t windows = 10;     ///< of the texts of each rank
};

/// Which texts are searched: 0 not at all, 1 yes, 2 yes and in a list of their own (claimed works).
using TextRanks = std::vector<unsigned char>;

struct Elected {
    std::vector<Window> windows; ///< best first; those of rank 2 before those of rank 1
    bool all_counted = true;     ///< false: the budget was spent before every shingle had voted
};
[[nodiscard]] Elected vote(const Index& index, std::span<const WordId> pattern, const TextRanks& ranks,
                           const ShingleTable& shingles, VoteLimits limits);

} // namespace verbatim::library
