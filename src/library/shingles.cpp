// SPDX-License-Identifier: Apache-2.0
// Building a table touches its buckets in random order, which is slow as soon as they are more than a cache holds. So
// shingles are first dealt out to partitions, each a range of buckets that fits into one, and then partition by
// partition to their buckets.
//
//   words       slice 0 | slice 1 | …          a thread reads a slice
//   entries     partition 0: of slice 0, of slice 1 … | partition 1: …        in the order of the text
//   positions   partition 0: bucket 0, bucket 1 …     | partition 1: …        a thread fills a partition
#include "library/shingles.hpp"

#include "library/parallel.hpp"

#include <algorithm>
#include <bit>
#include <memory>

namespace verbatim::library {

namespace {

constexpr int bits_of_partition = 15;                       ///< buckets of one: 128 KiB of starts
constexpr int most_partition_bits = 9;                      ///< streams that a thread writes to at a time
constexpr std::size_t most_entries = std::size_t{1} << 25;  ///< dealt out at a time: 256 MiB
constexpr std::size_t least_slice = std::size_t{1} << 16;

struct Entry {
    std::uint32_t bucket = 0;
    std::uint32_t at = 0;
};

/// Calls `visit(bucket, position)` for every shingle of words [from, to), in the order of the text.
template <typename Visit>
void for_shingles(std::span<const WordId> words, ShingleLength length, int shift, Span range, const Visit& visit)
{
    for (std::size_t at = range.begin; at < range.end; ++at) {
        if (words[at] == no_word)
            continue;
        if (const std::optional<std::uint64_t> hash = shingle_at(words, at, length))
            visit(static_cast<std::uint32_t>(*hash >> shift), static_cast<std::uint32_t>(at));
    }
}

class Builder {
public:
    Builder(std::span<const WordId> words, ShingleLength length, int bits, std::size_t jobs)
        : words_(words), length_(length), bits_(bits), shift_(64 - bits), jobs_(jobs),
          partition_shift_(std::max(bits - most_partition_bits, std::min(bits, bits_of_partition))),
          partitions_(std::size_t{1} << (bits - partition_shift_)),
          slices_(std::clamp<std::size_t>(words.size() / least_slice, 1, 4 * jobs)),
          places_(slices_ * partitions_)
    {
        count();
    }

    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> positions;

    void run()
    {
        starts.resize((std::size_t{1} << bits_) + 2);
        positions.resize(begin_of(partitions_));
        for (std::size_t first = 0; first < partitions_;) {
            std::size_t last = first + 1;
            while (last < partitions_ && begin_of(last + 1) - begin_of(first) <= most_entries)
                ++last;
            deal(first, last);
            in_parallel(last - first, jobs_, [&](std::size_t i) { fill(first + i, begin_of(first)); });
            first = last;
        }
        starts[starts.size() - 2] = starts.back() = static_cast<std::uint32_t>(positions.size());
    }

private:
    [[nodiscard]] Span slice(std::size_t i) const
    {
        return {words_.size() * i / slices_, words_.size() * (i + 1) / slices_};
    }
    /// Where the entries of a partition begin; behind the last one, how many there are.
    [[nodiscard]] std::size_t begin_of(std::size_t partition) const
    {
        return partition == partitions_ ? total_ : places_[partition * slices_];
    }

    /// places_[partition][slice]: where the slice's entries of the partition begin.
    void count()
    {
        in_parallel(slices_, jobs_, [&](std::size_t i) {
            std::vector<std::size_t> counts(partitions_);
            for_shingles(words_, length_, shift_, slice(i),
                         [&](std::uint32_t bucket, std::uint32_t) { ++counts[bucket >> partition_shift_]; });
            for (std::size_t partition = 0; partition < partitions_; ++partition)
                places_[partition * slices_ + i] = counts[partition];
        });
        for (std::size_t& place : places_) {
            const std::size_t size = place;
            place = total_;
            total_ += size;
        }
    }

    void deal(std::size_t first, std::size_t last)
    {
        const std::size_t base = begin_of(first);
        const std::size_t size = begin_of(last) - base;
        if (size > room_) {
            room_ = size;
            entries_ = std::make_unique_for_overwrite<Entry[]>(room_);
        }
        in_parallel(slices_, jobs_, [&](std::size_t i) {
            std::vector<Entry*> next(last - first);
            for (std::size_t partition = first; partition < last; ++partition)
                next[partition - first] = entries_.get() + (places_[partition * slices_ + i] - base);
            for_shingles(words_, length_, shift_, slice(i), [&](std::uint32_t bucket, std::uint32_t at) {
                const std::size_t partition = bucket >> partition_shift_;
                if (first <= partition && partition < last)
                    *next[partition - first]++ = {bucket, at};
            });
        });
    }

    void fill(std::size_t partition, std::size_t base)
    {
        const std::size_t begin = begin_of(partition);
        const std::span<const Entry> entries(entries_.get() + (begin - base), begin_of(partition + 1) - begin);
        const std::span<std::uint32_t> buckets =
            std::span(starts).subspan(partition << partition_shift_, std::size_t{1} << partition_shift_);
        const auto low = [&](const Entry& entry) { return entry.bucket & (buckets.size() - 1); };
        for (const Entry& entry : entries)
            ++buckets[low(entry)];
        auto next = static_cast<std::uint32_t>(begin);
        for (std::uint32_t& bucket : buckets) {
            const std::uint32_t size = bucket;
            bucket = next;
            next += size;
        }
        // Filling moves each start to its end; then all are moved back by one bucket.
        for (const Entry& entry : entries)
            positions[buckets[low(entry)]++] = entry.at;
        std::shift_right(buckets.begin(), buckets.end(), 1);
        buckets.front() = static_cast<std::uint32_t>(begin);
    }

    std::span<const WordId> words_;
    ShingleLength length_;
    int bits_;
    int shift_;
    std::size_t jobs_;
    int partition_shift_;
    std::size_t partitions_;
    std::size_t slices_;
    std::vector<std::size_t> places_;
    std::size_t total_ = 0;
    std::unique_ptr<Entry[]> entries_;
    std::size_t room_ = 0;
};

} // namespace

ShingleTable::ShingleTable(ShingleLength length, FlatArray<std::uint32_t> starts, FlatArray<std::uint32_t> positions)
    : length_(length), shift_(64 - std::countr_zero(starts.size() - 2)), counts_shift_(shift_),
      starts_(std::move(starts)), positions_(std::move(positions))
{
}

ShingleTable::ShingleTable(std::span<const WordId> words, ShingleLength length, std::size_t jobs) : length_(length)
{
    const int bits = std::clamp(static_cast<int>(std::bit_width(words.size())), 4, 28);
    shift_ = counts_shift_ = 64 - bits;
    Builder builder(words, length, bits, jobs);
    builder.run();
    starts_ = std::move(builder.starts);
    positions_ = std::move(builder.positions);
}

std::vector<std::uint16_t> ShingleTable::counts() const
{
    std::vector<std::uint16_t> counts(starts_.size() - 2);
    for (std::size_t bucket = 0; bucket < counts.size(); ++bucket)
        counts[bucket] = packed_count(starts_[bucket + 1] - starts_[bucket]);
    return counts;
}

void ShingleTable::set_library_counts(std::span<const std::uint16_t> counts)
{
    counts_ = counts;
    counts_shift_ = 64 - std::countr_zero(counts.size());
}

} // namespace verbatim::library
