// SPDX-License-Identifier: Apache-2.0
// Which windows of the library are worth a look? A shingle of the quotation at word i that stands at position p of the
// library votes for the diagonal p − i: where the quotation would begin. Diagonals are counted in overlapping cells,
// one every 16.
//
//   problem      "and it came to pass that" repeated around the wrong place outvotes the rare words of the right one
//   so           the rarest shingle votes first, within a budget of positions; votes weigh by rarity;
//                and a shingle has one vote a cell, however often it stands there
//
// Nothing here depends on which texts lie in one index: how rare a shingle is, is told by the whole library's count; a
// shingle that the budget does not reach for has no vote at all; and of equal windows the one of the earlier version,
// then the earlier words, comes first. So the best windows of the parts of a library are those of the whole.
#pragma once
#include "library/index.hpp"

namespace verbatim::library {

/// Words [begin, end) of a text in which the whole pattern may stand.
struct Window {
    VersionId version;
    std::size_t shard = 0; ///< which of several indexes
    std::size_t text = 0;  ///< index in its Index::texts()
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint64_t cell = 0;   ///< its diagonals, numbered from the text's first word
    std::uint32_t weight = 0; ///< its votes
};

/// More votes first.
[[nodiscard]] bool comes_first(const Window& a, const Window& b);

struct VoteLimits {
    std::size_t postings = 1'500; ///< positions looked at: repeated text must not cost more
    std::size_t windows = 10;     ///< of the texts of each rank
    /// Where even the rarest shingle has more positions, some regions of the library vote for all.
    bool by_sample = false;
};

/// Which texts are searched: 0 not at all, 1 yes, 2 yes and in a list of their own (claimed works).
using TextRanks = std::vector<unsigned char>;

struct Elected {
    std::vector<Window> claimed; ///< of rank 2, best first
    std::vector<Window> others;  ///< of rank 1, best first
    bool all_counted = true;     ///< false: the budget was spent before every shingle had voted
};
[[nodiscard]] Elected vote(const Index& index, std::span<const WordId> pattern, const TextRanks& ranks,
                           const ShingleTable& shingles, VoteLimits limits);

} // namespace verbatim::library
