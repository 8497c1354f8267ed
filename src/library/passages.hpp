// SPDX-License-Identifier: Apache-2.0
// From one piece to the whole passage: a piece is found by the index or by a scan, then the others are looked for
// beside it, in order.
#pragma once
#include "library/pieces.hpp"
#include "library/votes.hpp"

namespace verbatim::library {

/// One piece, where it may stand.
struct Found {
    std::size_t text = 0; ///< index in Index::texts()
    Stretch where;        ///< words of that text
    std::size_t piece = 0;
    double similarity = 0;
};

/// The whole quotation, where it may stand: from the first to the last word of the pieces found there.
struct Site {
    std::size_t text = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    double score = 0;  ///< over all pieces; those that are not there count as edits
    bool whole = true; ///< every piece stands there
    double anchor = 0; ///< similarity of the piece that led here
};

struct Places {
    std::vector<Found> found; ///< nearest first
    bool all_counted = true;  ///< false: so many places share its words that not all of them were looked at
};
/// Places of one piece by the index. Where all were counted, a place that has it word for word is among them.
[[nodiscard]] Places by_index(const Index& index, const std::vector<Piece>& pieces, std::size_t piece,
                              const TextRanks& ranks);
/// Places of one piece in one text, every word of it read.
[[nodiscard]] std::vector<Found> by_scan(const Index& index, const std::vector<Piece>& pieces, std::size_t piece,
                                         std::size_t text);
/// Looks for the other pieces within 250 words of each other.
[[nodiscard]] Site passage_around(const Index& index, const std::vector<Piece>& pieces, const Found& found);

} // namespace verbatim::library
