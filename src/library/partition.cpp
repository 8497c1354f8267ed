// SPDX-License-Identifier: Apache-2.0
#include "library/partition.hpp"

#include <algorithm>
#include <queue>

namespace verbatim::library {

LibraryCounts counts_of(const IndexArrays& whole)
{
    return {whole.long_shingles.counts(), whole.short_shingles.counts()};
}

std::vector<std::vector<std::size_t>> divided(const std::vector<std::uint64_t>& sizes, std::size_t shards)
{
    std::vector<std::size_t> largest_first(sizes.size());
    for (std::size_t i = 0; i < sizes.size(); ++i)
        largest_first[i] = i;
    std::stable_sort(largest_first.begin(), largest_first.end(),
                     [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
    std::vector<std::vector<std::size_t>> parts(shards);
    using Load = std::pair<std::uint64_t, std::size_t>; // bytes, shard
    std::priority_queue<Load, std::vector<Load>, std::greater<>> lightest;
    for (std::size_t shard = 0; shard < shards; ++shard)
        lightest.emplace(0, shard);
    for (const std::size_t text : largest_first) {
        auto [bytes, shard] = lightest.top();
        lightest.pop();
        parts[shard].push_back(text);
        lightest.emplace(bytes + sizes[text], shard);
    }
    for (std::vector<std::size_t>& part : parts)
        std::sort(part.begin(), part.end());
    return parts;
}

IndexArrays part_of(const IndexArrays& whole, std::span<const std::size_t> texts, const LibraryCounts& counts,
                    std::size_t jobs)
{
    std::vector<std::uint32_t> begins, sizes, offsets, text_of_block;
    std::vector<WordId> words;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::size_t from = whole.begins[texts[i]];
        const std::size_t size = whole.sizes[texts[i]];
        const std::size_t room = (size / Index::block + 1) * Index::block; // as the whole has it
        const auto copy = [&](const auto& all, auto& into) {
            const auto some = all.part(from, from + size);
            into.insert(into.end(), some.begin(), some.end());
            into.resize(into.size() + room - size);
        };
        begins.push_back(static_cast<std::uint32_t>(words.size()));
        sizes.push_back(static_cast<std::uint32_t>(size));
        copy(whole.words, words);
        copy(whole.offsets, offsets);
        text_of_block.resize(words.size() / Index::block, static_cast<std::uint32_t>(i));
    }
    IndexArrays part;
    part.vocabulary = whole.vocabulary.view();
    part.long_shingles = ShingleTable(words, long_shingle, jobs);
    part.short_shingles = ShingleTable(words, short_shingle, jobs);
    part.long_shingles.set_library_counts(counts.long_shingles.all());
    part.short_shingles.set_library_counts(counts.short_shingles.all());
    part.begins = std::move(begins);
    part.sizes = std::move(sizes);
    part.text_of_block = std::move(text_of_block);
    part.words = std::move(words);
    part.offsets = std::move(offsets);
    return part;
}

} // namespace verbatim::library
