// SPDX-License-Identifier: Apache-2.0
#include "library/shingles.hpp"

#include "library/parallel.hpp"

#include <algorithm>
#include <bit>

namespace verbatim::library {

namespace {

/// Calls `visit(bucket, position)` for every shingle whose bucket is in [from, to), in the order of the text.
template <typename Visit>
void for_buckets(std::span<const WordId> words, ShingleLength length, int shift, std::size_t from, std::size_t to,
                 const Visit& visit)
{
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == no_word)
            continue;
        const std::optional<std::uint64_t> hash = shingle_at(words, at, length);
        if (!hash)
            continue;
        const auto bucket = static_cast<std::size_t>(*hash >> shift);
        if (from <= bucket && bucket < to)
            visit(bucket, static_cast<std::uint32_t>(at));
    }
}

} // namespace

ShingleTable::ShingleTable(ShingleLength length, FlatArray<std::uint32_t> starts, FlatArray<std::uint32_t> positions)
    : length_(length), shift_(64 - std::countr_zero(starts.size() - 2)), starts_(std::move(starts)),
      positions_(std::move(positions))
{
}

ShingleTable::ShingleTable(std::span<const WordId> words, ShingleLength length, std::size_t jobs) : length_(length)
{
    const int bits = std::clamp(static_cast<int>(std::bit_width(words.size())), 4, 28);
    shift_ = 64 - bits;
    const std::size_t buckets = std::size_t{1} << bits;
    std::vector<std::uint32_t> starts(buckets + 2);

    // Each part owns a range of buckets and reads all words: no locks, and no order but that of the text.
    const std::size_t parts = std::max<std::size_t>(1, std::min<std::size_t>(jobs, 16));
    const auto part_begin = [&](std::size_t part) { return buckets * part / parts; };
    in_parallel(parts, jobs, [&](std::size_t part) {
        for_buckets(words, length, shift_, part_begin(part), part_begin(part + 1),
                    [&](std::size_t bucket, std::uint32_t) { ++starts[bucket + 2]; });
    });
    for (std::size_t bucket = 2; bucket < starts.size(); ++bucket)
        starts[bucket] += starts[bucket - 1];
    std::vector<std::uint32_t> positions(starts.back());
    // starts[b + 1] is where bucket b begins; filling moves it to its end, where bucket b + 1 begins.
    in_parallel(parts, jobs, [&](std::size_t part) {
        for_buckets(words, length, shift_, part_begin(part), part_begin(part + 1),
                    [&](std::size_t bucket, std::uint32_t at) { positions[starts[bucket + 1]++] = at; });
    });
    starts_ = std::move(starts);
    positions_ = std::move(positions);
}

} // namespace verbatim::library
