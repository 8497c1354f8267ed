// SPDX-License-Identifier: Apache-2.0
// Dividing an index into shards: each has the arrays of some of the texts, with the word numbers and the counts of the
// whole library, so that it votes and measures as the whole does. Private to the room.
#pragma once
#include "library/index.hpp"

namespace verbatim::library {

/// How common the shingles of a whole library are.
struct LibraryCounts {
    ShingleCounts long_shingles;
    ShingleCounts short_shingles;
};
[[nodiscard]] LibraryCounts counts_of(const IndexArrays& whole);

/// Which texts go to which of `shards` shards, ascending in each, so that all are about as large; the same for the same
/// sizes. A shard may be empty.
[[nodiscard]] std::vector<std::vector<std::size_t>> divided(const std::vector<std::uint64_t>& sizes,
                                                            std::size_t shards);

/// The arrays of some texts, ascending. Vocabulary and counts must outlive them.
[[nodiscard]] IndexArrays part_of(const IndexArrays& whole, std::span<const std::size_t> texts,
                                  const LibraryCounts& counts, std::size_t jobs);

} // namespace verbatim::library
