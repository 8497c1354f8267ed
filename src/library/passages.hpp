// SPDX-License-Identifier: Apache-2.0
// From one piece to the whole passage: a piece is found by the index or by a scan, then the others are looked for
// beside it, in order.
#pragma once
#include "library/pieces.hpp"
#include "library/votes.hpp"

namespace verbatim::library {

/// The whole quotation, where it may stand: from the first to the last word of the pieces found there.
struct Site {
    VersionId version;
    bool claimed = false; ///< in a claimed work
    std::size_t begin = 0; ///< words of the version
    std::size_t end = 0;
    Span plain;            ///< plain bytes of the version
    double score = 0;      ///< over all pieces; those that are not there count as edits
    bool whole = true;     ///< every piece stands there
    double anchor = 0;     ///< similarity of the piece that led here
};

/// One piece, where it may stand.
struct Found {
    VersionId version;
    bool claimed = false;
    std::size_t shard = 0; ///< which of several indexes
    std::size_t text = 0;  ///< index in its Index::texts()
    Stretch where;         ///< words of that text
    std::size_t piece = 0;
    double similarity = 0;
    const ProposedPlace* proposed = nullptr; ///< where a shard has looked for the passage already
};

/// Looks for the other pieces within 250 words of each other.
[[nodiscard]] ProposedPlace passage_around(const Index& index, const std::vector<Piece>& pieces, const Found& found);
[[nodiscard]] Site site_of(const Found& found, const ProposedPlace& place);

/// The nearest stretches of a window that may be the piece.
[[nodiscard]] std::vector<Stretch> nearest_in(const Index& index, const Window& window, const Pattern& pattern,
                                              std::size_t results);
/// Places of a piece in one text, every word of it read; nearest first.
[[nodiscard]] std::vector<Stretch> nearest_in(const Index& index, std::size_t text, const Pattern& pattern);

} // namespace verbatim::library
