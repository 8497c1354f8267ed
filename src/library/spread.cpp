// SPDX-License-Identifier: Apache-2.0
// A pattern laid against a longer stretch of a text, at most half of whose words are changed (CONVENTIONS 4.3 accepts
// that in a claimed work). Half of the stretch is the pattern's, in order; so it has at most twice the pattern's words,
// and at least half of the pattern stands in it. Only where that many of its words are crowded is it laid out word by
// word.
#include "library/scan.hpp"

#include <algorithm>

namespace verbatim::library {

namespace {

using Cost = std::int32_t;

/// Twice the edits, less the words of the stretch: nothing or less where at most half of them are changed.
struct Cell {
    Cost cost = 0;
    std::uint32_t begin = 0;
    [[nodiscard]] Cell plus(Cost more) const { return {cost + more, begin}; }
    bool operator<(const Cell& other) const { return cost != other.cost ? cost < other.cost : begin < other.begin; }
};
constexpr Cost same = -1, replaced = 1, between = 1, left_out = 2;

/// The nearest stretch of the range; with more than half changed where there is no nearer one.
Stretch nearest_in(std::span<const std::uint32_t> pattern, std::span<const std::uint32_t> text)
{
    std::vector<Cell> column(pattern.size() + 1);
    Cell best{left_out * static_cast<Cost>(pattern.size()), 0};
    std::size_t end = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i)
        column[i + 1] = column[i].plus(left_out);
    for (std::size_t j = 1; j <= text.size(); ++j) {
        Cell diagonal = column[0];
        column[0].begin = static_cast<std::uint32_t>(j);
        for (std::size_t i = 1; i <= pattern.size(); ++i) {
            const bool equal = text[j - 1] != 0 && pattern[i - 1] == text[j - 1];
            const Cell before = column[i];
            column[i] =
                std::min({diagonal.plus(equal ? same : replaced), before.plus(between), column[i - 1].plus(left_out)});
            diagonal = before;
        }
        if (column.back() < best) {
            best = column.back();
            end = j;
        }
    }
    const std::size_t words = end - best.begin;
    return {best.begin, end, static_cast<std::size_t>(best.cost + static_cast<Cost>(words)) / 2};
}

} // namespace

/// Stretches outside of which no window of twice the pattern's words has half of the pattern among them.
std::vector<Span> Pattern::crowded(std::span<const WordId> text) const
{
    std::vector<std::uint32_t> lacking(order_.size() + 1); // by row; row 0 are the words that match nothing
    for (const std::uint32_t row : order_)
        lacking[row] += row != 0 ? 1U : 0U;
    std::vector<std::int64_t> left(lacking.begin(), lacking.end());
    const std::size_t width = 2 * size_;
    std::size_t inside = 0;
    std::vector<Span> found;
    for (std::size_t end = 1; end <= text.size(); ++end) {
        const std::uint32_t row = row_of(text[end - 1]);
        inside += left[row]-- > 0 ? 1U : 0U;
        if (end > width)
            inside -= ++left[row_of(text[end - width - 1])] > 0 ? 1U : 0U;
        if (2 * inside < size_)
            continue;
        const std::size_t begin = end - std::min(end, width);
        if (!found.empty() && begin <= found.back().end)
            found.back().end = end;
        else
            found.push_back({begin, end});
    }
    return found;
}

std::vector<Stretch> Pattern::spread(std::span<const WordId> text, std::size_t results) const
{
    std::vector<Stretch> found;
    std::vector<std::uint32_t> rows;
    for (const Span range : crowded(text)) {
        rows.clear();
        for (std::size_t at = range.begin; at < range.end; ++at)
            rows.push_back(row_of(text[at]));
        Stretch stretch = nearest_in(order_, rows);
        stretch.begin += range.begin;
        stretch.end += range.begin;
        if (const std::size_t words = stretch.end - stretch.begin; words >= size_ && 2 * stretch.edits <= words)
            found.push_back(stretch);
    }
    std::stable_sort(found.begin(), found.end(), [this](const Stretch& a, const Stretch& b) {
        return similarity(a, size_) > similarity(b, size_);
    });
    found.resize(std::min(found.size(), results));
    return found;
}

} // namespace verbatim::library
