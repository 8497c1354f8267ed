// SPDX-License-Identifier: Apache-2.0
// Where in the library does a run of a few words stand? Runs ("shingles") are hashed into buckets:
//
//   starts_     0   2   2   5  …        one entry a bucket (a power of two of them)
//               │   │       │
//   positions_  17 90   3 55 61  …      word positions of the library, ascending inside a bucket
//
// A bucket may hold positions of several shingles: they only cost votes, never a verdict.
//
// A shard (a part of a library) has a table of its own texts, with fewer buckets. What is decided by how common a
// shingle is, is decided by the whole library's count, so that every shard votes as the whole does.
#pragma once
#include "library/vocabulary.hpp"

#include <algorithm>
#include <bit>
#include <optional>

namespace verbatim::library {

/// How many words make a shingle. Single Han characters are far commoner than words, so they need longer ones.
/// The first word decides, so that text and quotation always agree.
struct ShingleLength {
    std::size_t words = 3;
    std::size_t han = 5;
    [[nodiscard]] std::size_t from(WordId first) const { return is_han(first) ? han : words; }
};
inline constexpr ShingleLength long_shingle{3, 5};
inline constexpr ShingleLength short_shingle{2, 3};

/// Hash of the shingle that begins at a word; nothing where it would reach over the end or hold an unknown word.
[[nodiscard]] inline std::optional<std::uint64_t> shingle_at(std::span<const WordId> words, std::size_t at,
                                                             ShingleLength length)
{
    const std::size_t size = length.from(words[at]);
    if (words.size() - at < size)
        return std::nullopt;
    std::uint64_t hash = 0;
    for (std::size_t i = at; i < at + size; ++i) {
        if (words[i] == no_word)
            return std::nullopt;
        hash = (hash ^ words[i]) * 0x9E37'79B9'7F4A'7C15ULL;
        hash ^= hash >> 32;
    }
    return hash * 0xD6E8'FEB8'6659'FD93ULL;
}

/// A count as it is compared: beyond 4,095 by its twelve leading bits, so that a library's counts fit into 16 bits each.
[[nodiscard]] inline std::size_t rounded_count(std::size_t count)
{
    const int beyond = std::max(0, static_cast<int>(std::bit_width(count)) - 12);
    return (count >> beyond) << beyond;
}
/// rounded_count() in 16 bits, and back.
[[nodiscard]] inline std::uint16_t packed_count(std::size_t count)
{
    const int beyond = std::max(0, static_cast<int>(std::bit_width(count)) - 12);
    return static_cast<std::uint16_t>((static_cast<std::size_t>(beyond) << 11) + (count >> beyond));
}
[[nodiscard]] inline std::size_t unpacked_count(std::uint16_t packed)
{
    const int beyond = packed < 4096 ? 0 : packed / 2048 - 1;
    return (packed - (static_cast<std::size_t>(beyond) << 11)) << beyond;
}

/// How common the shingles of a whole library are: an entry (packed_count) a bucket, a power of two of them.
using ShingleCounts = FlatArray<std::uint16_t>;

class ShingleTable {
public:
    ShingleTable() = default;
    /// The same table for any number of jobs.
    ShingleTable(std::span<const WordId> words, ShingleLength length, std::size_t jobs);
    /// Arrays as another table gave them. `starts` has a power of two of buckets and two more entries; what the
    /// entries say is looked at when it is used, so that a damaged file costs votes and nothing else.
    ShingleTable(ShingleLength length, FlatArray<std::uint32_t> starts, FlatArray<std::uint32_t> positions);

    [[nodiscard]] std::span<const std::uint32_t> positions(std::uint64_t shingle) const
    {
        const std::size_t bucket = static_cast<std::size_t>(shingle >> shift_);
        const std::size_t begin = starts_[bucket];
        const std::size_t end = std::min<std::size_t>(starts_[bucket + 1], positions_.size());
        return begin < end ? positions_.part(begin, end) : std::span<const std::uint32_t>();
    }
    /// Positions in the bucket, at most; those of a shard's table are of several buckets of the library.
    template <typename Visit>
    void for_each_position(std::uint64_t shingle, const FlatArray<WordId>& words, const Visit& visit) const
    {
        for (const std::uint32_t position : positions(shingle))
            if (counts_shift_ == shift_ || shares_bucket(shingle, words, position))
                visit(position);
    }
    /// Of the whole library's positions in the bucket: rounded_count().
    [[nodiscard]] std::size_t count(std::uint64_t shingle) const
    {
        if (counts_.size() == 0)
            return rounded_count(positions(shingle).size());
        return unpacked_count(counts_[static_cast<std::size_t>(shingle >> counts_shift_)]);
    }
    /// The counts of this table as a whole library's.
    [[nodiscard]] std::vector<std::uint16_t> counts() const;
    /// From here on the table is a shard's; `counts` has a power of two of entries, and as many buckets as this at least.
    void set_library_counts(std::span<const std::uint16_t> counts);
    [[nodiscard]] ShingleLength length() const { return length_; }
    [[nodiscard]] const FlatArray<std::uint32_t>& starts() const { return starts_; }
    [[nodiscard]] const FlatArray<std::uint32_t>& all_positions() const { return positions_; }
    /// True where so many entries can be the starts of a table.
    [[nodiscard]] static bool is_starts(std::size_t entries)
    {
        return entries >= 4 && std::has_single_bit(entries - 2);
    }

private:
    [[nodiscard]] bool shares_bucket(std::uint64_t shingle, const FlatArray<WordId>& words, std::uint32_t at) const
    {
        if (at >= words.size() || words[at] == no_word)
            return false;
        const std::size_t end = std::min<std::size_t>(words.size(), at + std::max(length_.words, length_.han));
        const std::optional<std::uint64_t> other = shingle_at(words.part(at, end), 0, length_);
        return other && *other >> counts_shift_ == shingle >> counts_shift_;
    }
    ShingleLength length_;
    int shift_ = 63;
    int counts_shift_ = 63; ///< another one in a shard alone
    ShingleCounts counts_;  ///< of the whole library; empty: this table is the whole
    FlatArray<std::uint32_t> starts_{std::vector<std::uint32_t>{0, 0, 0, 0}};
    FlatArray<std::uint32_t> positions_;
};

} // namespace verbatim::library
