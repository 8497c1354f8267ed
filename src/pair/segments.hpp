// SPDX-License-Identifier: Apache-2.0
// Which paragraphs of a text and of its translation belong together. Private to the room.
#pragma once
#include "model/document.hpp"
#include "model/reading.hpp"
#include "pair/values.hpp"

#include <vector>

namespace verbatim::pair {

/// A run of paragraphs of one side that stands for a run of the other; one side may be empty.
struct Segment {
    Span from; ///< plain bytes of the from document, first to last paragraph; empty for none
    Span to;
    bool one_to_one = false;
};

class Segments {
public:
    /// Beads in order. In the manner of Gale and Church (1993) by length, with what a translation keeps besides:
    /// kind of block, numbers and dates by value, how many quotations there are. A band about the diagonal keeps
    /// time and memory linear.
    Segments(const Document& from, const Reading& from_reading, const Values& from_values, const Document& to,
             const Reading& to_reading, const Values& to_values);

    [[nodiscard]] const std::vector<Segment>& list() const { return list_; }
    /// Ordinal of the segment that holds the plain offset of either side; list().size() for none.
    [[nodiscard]] std::size_t of_from(std::size_t offset) const;
    [[nodiscard]] std::size_t of_to(std::size_t offset) const;
    /// Logarithm of how much longer the from text is on the whole, in words; at most 0.5 either way.
    [[nodiscard]] double bias() const { return bias_; }

private:
    std::vector<Segment> list_;
    double bias_ = 0;
    std::vector<std::pair<Span, std::size_t>> from_; ///< by span
    std::vector<std::pair<Span, std::size_t>> to_;
};

} // namespace verbatim::pair
