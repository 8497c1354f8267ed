// SPDX-License-Identifier: Apache-2.0
// Where in a run of words does a pattern stand with the fewest word edits? Linear in the text, 64 pattern words at a
// time: Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", J. ACM 46
// (1999), with words in place of characters and Hyyrö's blocks for long patterns. Forward for the ends, then
// backward from each end for its start.
#pragma once
#include "library/vocabulary.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace verbatim::library {

/// Words [begin, end) of the scanned text.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t edits = 0; ///< words inserted, dropped or replaced
};
/// 1 − edits / longer length.
[[nodiscard]] double similarity(const Stretch& stretch, std::size_t pattern_words);

struct ScanLimits {
    std::size_t edits = 0;   ///< stretches with more are not reported
    std::size_t results = 1; ///< at most so many
};

/// A pattern, made ready once for many texts. Unknown words match nothing.
class Pattern {
public:
    explicit Pattern(std::span<const WordId> words);
    [[nodiscard]] std::size_t size() const { return size_; }
    /// The nearest stretches that do not stand on each other, fewest edits first, then in the order of the text.
    [[nodiscard]] std::vector<Stretch> nearest(std::span<const WordId> text, ScanLimits limits) const;
    /// Stretches of at least the pattern's words, at most half of which are changed, the nearest first; they do not
    /// stand on each other. Edits alone, which `nearest` counts, do not lead to a pattern whose words stand there with
    /// as many others between them.
    [[nodiscard]] std::vector<Stretch> spread(std::span<const WordId> text, std::size_t results) const;

private:
    struct Slot {
        WordId word = no_word;
        std::uint32_t row = 0;
    };
    struct End {
        std::size_t at = 0; ///< behind the last word
        std::size_t edits = 0;
    };
    /// Without a branch, since whether a word is in the pattern cannot be foretold: a word lies in one of two slots.
    [[nodiscard]] std::uint32_t row_of(WordId word) const
    {
        const Slot* slot = &slots_[(word * factor_) >> shift_];
        return (slot[0].word == word ? slot[0].row : 0) | (slot[1].word == word ? slot[1].row : 0);
    }
    [[nodiscard]] bool place(const std::vector<WordId>& distinct);
    template <typename Visit>
    void sweep_word(std::span<const WordId> text, const Visit& visit) const;
    template <typename Visit>
    void sweep_blocks(std::span<const WordId> text, const Visit& visit) const;
    [[nodiscard]] std::vector<End> ends(std::span<const WordId> text, ScanLimits limits) const;
    [[nodiscard]] std::vector<Span> crowded(std::span<const WordId> text) const;
    [[nodiscard]] Stretch stretch_to(std::span<const WordId> text, End end) const;

    std::size_t size_;
    std::size_t blocks_;
    std::uint32_t factor_ = 0x9E37'79B1U; ///< odd; chosen so that every word finds a slot
    unsigned shift_ = 28;
    std::vector<Slot> slots_;
    std::vector<std::uint32_t> order_; ///< the row of each word of the pattern
    std::vector<std::uint64_t> rows_;  ///< blocks_ words a row; row 0 is empty
    std::vector<std::uint64_t> backward_;
};

} // namespace verbatim::library
