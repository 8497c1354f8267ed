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

void ShingleTable::build(std::span<const WordId> words, ShingleLength length, std::size_t jobs)
{
    length_ = length;
    const int bits = std::clamp(static_cast<int>(std::bit_width(words.size())), 4, 28);
    shift_ = 64 - bits;
    const std::size_t buckets = std::size_t{1} << bits;
    starts_.assign(buckets + 2, 0);

    // Each part owns a range of buckets and reads all words: no locks, and no order but that of the text.
    const std::size_t parts = std::max<std::size_t>(1, std::min<std::size_t>(jobs, 16));
    const auto part_begin = [&](std::size_t part) { return buckets * part / parts; };
    in_parallel(parts, jobs, [&](std::size_t part) {
        for_buckets(words, length, shift_, part_begin(part), part_begin(part + 1),
                    [&](std::size_t bucket, std::uint32_t) { ++starts_[bucket + 2]; });
    });
    for (std::size_t bucket = 2; bucket < starts_.size(); ++bucket)
        starts_[bucket] += starts_[bucket - 1];
    positions_.resize(starts_.back());
    // starts_[b + 1] is where bucket b begins; filling moves it to its end, where bucket b + 1 begins.
    in_parallel(parts, jobs, [&](std::size_t part) {
        for_buckets(words, length, shift_, part_begin(part), part_begin(part + 1),
                    [&](std::size_t bucket, std::uint32_t at) { positions_[starts_[bucket + 1]++] = at; });
    });
}

} // namespace verbatim::library
