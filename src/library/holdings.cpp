// SPDX-License-Identifier: Apache-2.0
#include "library/holdings.hpp"

#include <algorithm>

namespace verbatim::library {

namespace {

bool is_searched(const std::string& language, const Query& query)
{
    return query.language.empty() || language.empty() || text::same_language(language, query.language);
}

} // namespace

Holdings::Holdings(std::vector<Text> readable, const std::vector<std::string>& unreadable, std::uint32_t shards)
    : texts_(std::move(readable)), shards_(shards)
{
    for (const Text& text : texts_)
        count(text.language, text.shard);
    for (const std::string& language : unreadable)
        count(language, 0);
}

void Holdings::count(const std::string& language, std::uint32_t shard)
{
    const auto known = std::find_if(shares_.begin(), shares_.end(), [&](const Share& share) {
        return share.shard == shard && share.language == language;
    });
    if (known == shares_.end())
        shares_.push_back({language, shard, 1});
    else
        ++known->count;
}

const Holdings::Text* Holdings::find(VersionId id) const
{
    const auto at = std::lower_bound(texts_.begin(), texts_.end(), id,
                                     [](const Text& text, VersionId wanted) { return text.id < wanted; });
    return at != texts_.end() && at->id == id ? &*at : nullptr;
}

std::uint32_t Holdings::shard_of(VersionId id) const
{
    const Text* text = find(id);
    return text == nullptr ? 0 : text->shard;
}

std::vector<std::uint32_t> Holdings::all_shards() const
{
    std::vector<std::uint32_t> all;
    for (std::uint32_t shard = 1; shard <= shards_; ++shard)
        all.push_back(shard);
    return all;
}

SearchCoverage Holdings::coverage(const Query& query, const std::vector<std::uint32_t>& read) const
{
    const auto is_read = [&](std::uint32_t shard) { return std::binary_search(read.begin(), read.end(), shard); };
    SearchCoverage coverage;
    coverage.library_given = true;
    coverage.shards = shards_;
    coverage.shards_read = read.size();
    for (const Share& share : shares_)
        if (is_searched(share.language, query))
            (is_read(share.shard) ? coverage.versions_read : coverage.versions_unreadable) += share.count;
    for (const VersionId& own : query.own)
        if (const Text* text = find(own); text != nullptr && is_searched(text->language, query))
            --(is_read(text->shard) ? coverage.versions_read : coverage.versions_unreadable);
    return coverage;
}

bool Holdings::has_claimed(const Query& query) const
{
    return std::any_of(query.claimed_works.begin(), query.claimed_works.end(), [&](std::size_t work) {
        auto text = std::lower_bound(texts_.begin(), texts_.end(), VersionId{work, 0},
                                     [](const Text& one, VersionId wanted) { return one.id < wanted; });
        for (; text != texts_.end() && text->id.work == work; ++text)
            if (is_searched(text->language, query)
                && std::find(query.own.begin(), query.own.end(), text->id) == query.own.end())
                return true;
        return false;
    });
}

} // namespace verbatim::library
