// SPDX-License-Identifier: Apache-2.0
#include "library/votes.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>

namespace verbatim::library {

namespace {

constexpr std::size_t cell_width = 16;
constexpr std::size_t weighed_shingles = 1U << 16; ///< of a very long pattern; the budget is spent long before

struct Shingle {
    std::uint32_t count = 0; ///< positions in its bucket
    std::uint32_t at = 0;    ///< word of the pattern
    std::uint64_t hash = 0;
};

/// Votes by cell: an open table that is emptied by a new stamp, not by writing.
class Ballot {
public:
    struct Cell {
        std::uint64_t key = 0; ///< text and cell of its diagonals
        std::uint32_t stamp = 0;
        std::uint32_t weight = 0;
        std::uint32_t last_shingle = 0;
        std::uint32_t text = 0;
    };

    void open(std::size_t postings)
    {
        used_.clear();
        // A table that once was large stays so, but small ballots use only its front, which the cache holds.
        const std::size_t size = std::bit_ceil(4 * postings + 16);
        mask_ = size - 1;
        if (cells_.size() < size) {
            cells_.assign(size, {});
            stamp_ = 0;
        }
        if (++stamp_ == 0) {
            cells_.assign(cells_.size(), {});
            stamp_ = 1;
        }
    }
    void cast(std::uint64_t key, std::uint32_t text, std::uint32_t shingle, std::uint32_t weight)
    {
        Cell& cell = cells_[find(key)];
        if (cell.stamp != stamp_) {
            if (2 * used_.size() > mask_) // a damaged table may have more positions than it was said to
                return;
            used_.push_back(static_cast<std::uint32_t>(&cell - cells_.data()));
            cell = {key, stamp_, weight, shingle, text};
        } else if (cell.last_shingle != shingle) {
            cell.weight += weight;
            cell.last_shingle = shingle;
        }
    }
    [[nodiscard]] const std::vector<std::uint32_t>& used() const { return used_; }
    [[nodiscard]] const Cell& at(std::uint32_t slot) const { return cells_[slot]; }

private:
    [[nodiscard]] std::size_t find(std::uint64_t key) const
    {
        std::size_t slot = static_cast<std::size_t>((key * 0x9E37'79B9'7F4A'7C15ULL) >> 32) & mask_;
        while (cells_[slot].stamp == stamp_ && cells_[slot].key != key)
            slot = (slot + 1) & mask_;
        return slot;
    }
    std::vector<Cell> cells_;
    std::vector<std::uint32_t> used_;
    std::size_t mask_ = 0;
    std::uint32_t stamp_ = 0;
};

/// A cell is two steps wide and the next begins one step on, so that a match which straddles a step is whole in one of
/// them. (Adding up neighbours instead would give a repeated shingle two votes.) Cells are numbered from a bias, so
/// that a diagonal before the start of a text is none below zero.
[[nodiscard]] constexpr std::uint64_t key_of(std::uint64_t text, std::uint64_t biased_diagonal)
{
    return (text << 33) | (biased_diagonal / cell_width);
}

struct Scored {
    std::uint32_t weight = 0;
    std::uint32_t text = 0;
    std::uint64_t key = 0;
};
bool before(const Scored& a, const Scored& b) { return a.weight != b.weight ? a.weight > b.weight : a.key < b.key; }

/// Keeps the best `limit` cells, best first.
void keep(std::vector<Scored>& best, const Scored& scored, std::size_t limit)
{
    if (best.size() == limit && !before(scored, best.back()))
        return;
    if (best.size() == limit)
        best.pop_back();
    best.insert(std::upper_bound(best.begin(), best.end(), scored, before), scored);
}

std::vector<Shingle> rarest_first(std::span<const WordId> pattern, const ShingleTable& table)
{
    std::vector<Shingle> shingles;
    shingles.reserve(std::min(pattern.size(), weighed_shingles));
    for (std::size_t i = 0; i < pattern.size() && shingles.size() < weighed_shingles; ++i) {
        if (pattern[i] == no_word)
            continue;
        const std::optional<std::uint64_t> hash = shingle_at(pattern, i, table.length());
        if (!hash)
            continue;
        if (const std::size_t count = table.count(*hash); count > 0)
            shingles.push_back({static_cast<std::uint32_t>(count), static_cast<std::uint32_t>(i), *hash});
    }
    std::sort(shingles.begin(), shingles.end(),
              [](const Shingle& a, const Shingle& b) { return a.count != b.count ? a.count < b.count : a.at < b.at; });
    return shingles;
}

/// Every 2^n-th region of the library, drawn by lot. All shingles of a passage lie in one region, but at its borders.
class Sample {
public:
    explicit Sample(std::size_t n) : mask_((std::uint64_t{1} << n) - 1) {}
    [[nodiscard]] bool is_whole() const { return mask_ == 0; }
    [[nodiscard]] bool has(VersionId version, std::size_t word) const
    {
        std::uint64_t lot = (version.work << 20) ^ version.version;
        lot = (lot * 0x9E37'79B9'7F4A'7C15ULL) ^ (word / region);
        lot *= 0xD6E8'FEB8'6659'FD93ULL;
        return ((lot >> 32) & mask_) == 0;
    }

private:
    static constexpr std::size_t region = 1'024; ///< words
    std::uint64_t mask_;
};

class Election {
public:
    Election(const Index& index, const TextRanks& ranks, const ShingleTable& table, std::size_t bias, Ballot& ballot)
        : index_(index), ranks_(ranks), table_(table), bias_(bias), ballot_(ballot)
    {
    }
    /// False where the budget did not reach for all.
    bool run(std::span<const Shingle> shingles, VoteLimits limits)
    {
        std::size_t halvings = 0;
        if (limits.by_sample && !shingles.empty())
            while (shingles.front().count >> halvings > limits.postings)
                ++halvings;
        ballot_.open(halvings == 0 ? limits.postings : 2 * limits.postings);
        const Sample sample(halvings);
        for (const Shingle& shingle : shingles) {
            const std::size_t cost = shingle.count >> halvings;
            if (cost > limits.postings)
                return false;
            cast(shingle, sample);
            limits.postings -= cost;
        }
        return halvings == 0;
    }

private:
    void cast(const Shingle& shingle, const Sample& sample)
    {
        const auto weight = static_cast<std::uint32_t>(33 - std::bit_width(shingle.count));
        table_.for_each_position(shingle.hash, index_.words(), [&](std::uint32_t position) {
            const std::size_t text = index_.text_at(position);
            if (ranks_[text] == 0)
                return;
            const IndexedText& version = index_.texts()[text];
            if (!sample.is_whole() && !sample.has({version.work, version.version}, position - index_.begin(text)))
                return;
            const std::uint64_t key = key_of(text, position + bias_ - shingle.at);
            ballot_.cast(key, static_cast<std::uint32_t>(text), shingle.at, weight);
            ballot_.cast(key - 1, static_cast<std::uint32_t>(text), shingle.at, weight);
        });
    }
    const Index& index_;
    const TextRanks& ranks_;
    const ShingleTable& table_;
    std::size_t bias_;
    Ballot& ballot_;
};

Window window_of(const Index& index, const Scored& scored, std::size_t bias, std::size_t pattern_size)
{
    const std::size_t slack = std::max(cell_width, pattern_size / 2);
    const std::uint64_t cell = scored.key & 0x1'FFFF'FFFFULL;
    const std::size_t diagonal = static_cast<std::size_t>(cell) * cell_width;
    const std::size_t begin = index.begin(scored.text); // where the text's first word lies
    const std::size_t zero = bias + begin;
    const std::size_t size = index.size(scored.text);
    const std::size_t low = diagonal > zero + slack ? diagonal - zero - slack : 0;
    const std::size_t high = diagonal + 2 * cell_width + pattern_size + slack;
    const IndexedText& text = index.texts()[scored.text];
    return {{text.work, text.version},
            0,
            scored.text,
            std::min(low, size),
            std::min(high > zero ? high - zero : 0, size),
            cell - begin / cell_width, // texts begin at multiples of the width
            scored.weight};
}

} // namespace

bool comes_first(const Window& a, const Window& b)
{
    return std::tie(b.weight, a.version.work, a.version.version, a.cell)
           < std::tie(a.weight, b.version.work, b.version.version, b.cell);
}

Elected vote(const Index& index, std::span<const WordId> pattern, const TextRanks& ranks, const ShingleTable& table,
             VoteLimits limits)
{
    static_assert(Index::block % cell_width == 0);
    const std::size_t bias = (pattern.size() / cell_width + 2) * cell_width;
    thread_local Ballot ballot;
    const std::vector<Shingle> shingles = rarest_first(pattern, table);
    Elected elected;
    elected.all_counted = Election(index, ranks, table, bias, ballot).run(shingles, limits);

    // By rank; three times what is wanted, since neighbours name one place: as many will always do.
    std::array<std::vector<Scored>, 3> best;
    for (const std::uint32_t slot : ballot.used()) {
        const Ballot::Cell& cell = ballot.at(slot);
        keep(best[ranks[cell.text]], {cell.weight, cell.text, cell.key}, 3 * limits.windows);
    }
    for (const std::size_t rank : {2U, 1U}) {
        std::vector<Window>& windows = rank == 2 ? elected.claimed : elected.others;
        std::vector<std::uint64_t> taken;
        for (const Scored& scored : best[rank]) {
            const bool beside = std::any_of(taken.begin(), taken.end(), [&](std::uint64_t key) {
                return scored.key <= key + 1 && key <= scored.key + 1;
            });
            if (beside)
                continue;
            taken.push_back(scored.key);
            windows.push_back(window_of(index, scored, bias, pattern.size()));
            if (taken.size() == limits.windows)
                break;
        }
    }
    return elected;
}

} // namespace verbatim::library
