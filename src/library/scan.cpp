// SPDX-License-Identifier: Apache-2.0
#include "library/scan.hpp"

#include <algorithm>
#include <bit>

namespace verbatim::library {

namespace {

/// One block of a column: vertical differences of 64 rows. `carry` is the horizontal difference that comes in from
/// above (−1, 0, 1); the one that goes out at `last` is returned.
struct Block {
    std::uint64_t plus = ~std::uint64_t{0};
    std::uint64_t minus = 0;
    int advance(std::uint64_t equal, int carry, std::uint64_t last)
    {
        const std::uint64_t down = carry < 0 ? 1 : 0;
        const std::uint64_t vertical = equal | minus;
        equal |= down;
        const std::uint64_t horizontal = (((equal & plus) + plus) ^ plus) | equal;
        std::uint64_t up = minus | ~(horizontal | plus);
        std::uint64_t fall = plus & horizontal;
        const int out = ((up & last) != 0 ? 1 : 0) - ((fall & last) != 0 ? 1 : 0);
        up = (up << 1) | (carry > 0 ? 1U : 0U);
        fall = (fall << 1) | down;
        plus = fall | ~(vertical | up);
        minus = up & vertical;
        return out;
    }
};

constexpr std::uint64_t top_bit = std::uint64_t{1} << 63;

std::uint64_t last_row(std::size_t size) { return std::uint64_t{1} << ((size - 1) % 64); }

} // namespace

double similarity(const Stretch& stretch, std::size_t pattern_words)
{
    const std::size_t longer = std::max(pattern_words, stretch.end - stretch.begin);
    if (longer == 0 || stretch.edits >= longer)
        return 0;
    return 1.0 - static_cast<double>(stretch.edits) / static_cast<double>(longer);
}

Pattern::Pattern(std::span<const WordId> words) : size_(words.size()), blocks_((words.size() + 63) / 64)
{
    std::vector<WordId> distinct(words.begin(), words.end());
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    std::erase(distinct, no_word);
    shift_ = 32U - static_cast<unsigned>(std::clamp(static_cast<int>(std::bit_width(12 * distinct.size())), 4, 24));
    while (!place(distinct)) {
        factor_ = factor_ * 0x2C1B'3C6DU + 2; // stays odd
        if (shift_ > 8)
            shift_ -= factor_ % 8 < 2 ? 1 : 0; // now and then a larger table
    }
    rows_.resize((distinct.size() + 1) * blocks_);
    backward_.resize(rows_.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        order_.push_back(row_of(words[i]));
        if (words[i] == no_word)
            continue;
        const std::size_t row = order_.back() * blocks_;
        const std::size_t back = words.size() - 1 - i;
        rows_[row + i / 64] |= std::uint64_t{1} << (i % 64);
        backward_[row + back / 64] |= std::uint64_t{1} << (back % 64);
    }
}

/// False where a word finds both of its slots taken.
bool Pattern::place(const std::vector<WordId>& distinct)
{
    slots_.assign((std::size_t{1} << (32U - shift_)) + 1, {});
    std::uint32_t row = 0;
    for (const WordId word : distinct) {
        Slot* slot = &slots_[(word * factor_) >> shift_];
        if (slot->word != no_word && (++slot)->word != no_word)
            return false;
        *slot = {word, ++row};
    }
    return true;
}

/// Calls `visit(words read, edits of the whole pattern against the best stretch that ends here)`.
template <typename Visit>
void Pattern::sweep_word(std::span<const WordId> text, const Visit& visit) const
{
    const std::uint64_t last = last_row(size_);
    const std::uint64_t* rows = rows_.data();
    Block block;
    std::size_t edits = size_;
    for (std::size_t i = 0; i < text.size(); ++i) {
        edits += static_cast<std::size_t>(block.advance(rows[row_of(text[i])], 0, last));
        visit(i + 1, edits);
    }
}

template <typename Visit>
void Pattern::sweep_blocks(std::span<const WordId> text, const Visit& visit) const
{
    const std::uint64_t last = last_row(size_);
    std::vector<Block> column(blocks_);
    std::size_t edits = size_;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::uint64_t* equal = &rows_[row_of(text[i]) * blocks_];
        int carry = 0;
        for (std::size_t b = 0; b + 1 < blocks_; ++b)
            carry = column[b].advance(equal[b], carry, top_bit);
        edits += static_cast<std::size_t>(column[blocks_ - 1].advance(equal[blocks_ - 1], carry, last));
        visit(i + 1, edits);
    }
}

std::vector<Pattern::End> Pattern::ends(std::span<const WordId> text, ScanLimits limits) const
{
    // Two ends nearer than half a pattern are one place. Of equal neighbours the later is taken: a replaced last
    // word belongs to the stretch.
    const std::size_t apart = std::max<std::size_t>(1, (size_ + 1) / 2);
    const std::size_t kept = 4 * limits.results;
    std::size_t cutoff = limits.edits;
    std::vector<End> found;
    const auto fewest_first = [](const End& a, const End& b) {
        return a.edits != b.edits ? a.edits < b.edits : a.at < b.at;
    };
    const auto visit = [&](std::size_t at, std::size_t edits) {
        if (edits > cutoff)
            return;
        if (!found.empty() && at - found.back().at < apart + (found.back().edits == edits ? 0 : 1)) {
            if (edits < found.back().edits || (edits == found.back().edits && at == found.back().at + 1))
                found.back() = {at, edits};
            return;
        }
        if (found.size() >= 2 * kept) { // keep the best, and the last for its neighbours
            const End newest = found.back();
            found.pop_back();
            std::sort(found.begin(), found.end(), fewest_first);
            found.resize(kept);
            cutoff = std::min(cutoff, found.back().edits);
            found.push_back(newest);
        }
        if (found.size() < kept || edits < cutoff || cutoff == limits.edits)
            found.push_back({at, edits});
    };
    if (blocks_ == 1)
        sweep_word(text, visit);
    else
        sweep_blocks(text, visit);
    std::sort(found.begin(), found.end(), fewest_first);
    return found;
}

Stretch Pattern::stretch_to(std::span<const WordId> text, End end) const
{
    // The start is fixed to the end's word, so each word read costs one edit in row 0: the carry into the first block.
    const std::uint64_t last = last_row(size_);
    std::vector<Block> column(blocks_);
    std::size_t edits = size_;
    std::size_t fewest = size_;
    std::size_t length = 0;
    const std::size_t reach = std::min(end.at, size_ + end.edits);
    const auto off = [this](std::size_t words) { return words < size_ ? size_ - words : words - size_; };
    for (std::size_t read = 1; read <= reach; ++read) {
        const std::uint64_t* equal = &backward_[row_of(text[end.at - read]) * blocks_];
        int carry = 1;
        for (std::size_t b = 0; b + 1 < blocks_; ++b)
            carry = column[b].advance(equal[b], carry, top_bit);
        edits += static_cast<std::size_t>(column[blocks_ - 1].advance(equal[blocks_ - 1], carry, last));
        if (edits < fewest || (edits == fewest && off(read) < off(length))) {
            fewest = edits;
            length = read;
        }
    }
    return {end.at - length, end.at, fewest};
}

std::vector<Stretch> Pattern::nearest(std::span<const WordId> text, ScanLimits limits) const
{
    std::vector<Stretch> found;
    if (size_ == 0 || text.empty() || limits.results == 0)
        return found;
    limits.edits = std::min(limits.edits, size_ - 1);
    for (const End end : ends(text, limits)) {
        const Stretch stretch = stretch_to(text, end);
        const bool taken = std::any_of(found.begin(), found.end(), [&](const Stretch& other) {
            return stretch.begin < other.end && other.begin < stretch.end;
        });
        if (!taken)
            found.push_back(stretch);
        if (found.size() == limits.results)
            break;
    }
    return found;
}

} // namespace verbatim::library
