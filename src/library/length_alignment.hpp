// SPDX-License-Identifier: Apache-2.0
// Which paragraphs, or sentences, of two translations of one text belong together, from their lengths alone.
// The method: W. A. Gale and K. W. Church, "A program for aligning sentences in bilingual corpora", Computational
// Linguistics 19 (1993), with the priors and the variance given there.
#pragma once
#include <cstddef>
#include <vector>

namespace verbatim::library {

/// Units [a_begin, a_end) of one side stand for units [b_begin, b_end) of the other; at most two each.
struct Bead {
    std::size_t a_begin = 0;
    std::size_t a_end = 0;
    std::size_t b_begin = 0;
    std::size_t b_end = 0;
    friend bool operator==(const Bead&, const Bead&) = default;
};

/// Beads in order, covering both sides. Lengths are in characters; where their numbers are equal, one stands for one.
/// Works in a band about the diagonal, so that time and memory are linear.
[[nodiscard]] std::vector<Bead> aligned_by_length(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b);

} // namespace verbatim::library
