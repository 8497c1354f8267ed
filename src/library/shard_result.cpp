// SPDX-License-Identifier: Apache-2.0
#include "library/shard_result.hpp"

#include "library/places.hpp"

#include <algorithm>
#include <tuple>

namespace verbatim::library {

namespace {

/// The order of Window, and then of the whole content, so that there is but one order.
bool is_before(const Proposal& a, const Proposal& b)
{
    return std::tie(b.claimed, b.weight, a.version, a.cell, a.places)
           < std::tie(a.claimed, a.weight, b.version, b.cell, b.places);
}

bool is_same_window(const Proposal& a, const Proposal& b)
{
    return a.claimed == b.claimed && a.version == b.version && a.cell == b.cell;
}

/// Those of each rank that may still be chosen; a version that was read word by word is always one.
void keep_best(std::vector<Proposal>& proposals, Look look)
{
    std::sort(proposals.begin(), proposals.end(), is_before);
    proposals.erase(std::unique(proposals.begin(), proposals.end(), is_same_window), proposals.end());
    std::size_t kept[2] = {0, 0};
    if (look != Look::every_word)
        std::erase_if(proposals, [&](const Proposal& one) { return ++kept[one.claimed ? 1 : 0] > most_windows; });
}

} // namespace

ShardResult merge(const ShardResult& a, const ShardResult& b)
{
    ShardResult merged;
    std::set_union(a.shards.begin(), a.shards.end(), b.shards.begin(), b.shards.end(),
                   std::back_inserter(merged.shards));
    const auto key = [](const Proposals& one) { return std::pair(one.piece, one.look); };
    std::vector<Proposals> all = a.looks;
    all.insert(all.end(), b.looks.begin(), b.looks.end());
    std::stable_sort(all.begin(), all.end(), [&](const Proposals& x, const Proposals& y) { return key(x) < key(y); });
    for (Proposals& one : all) {
        if (merged.looks.empty() || key(merged.looks.back()) != key(one)) {
            merged.looks.push_back(std::move(one));
            continue;
        }
        Proposals& joined = merged.looks.back();
        joined.all_counted = joined.all_counted && one.all_counted;
        joined.proposals.insert(joined.proposals.end(), one.proposals.begin(), one.proposals.end());
    }
    for (Proposals& one : merged.looks)
        keep_best(one.proposals, one.look);
    return merged;
}

} // namespace verbatim::library
