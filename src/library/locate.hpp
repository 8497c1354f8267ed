// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "library/holdings.hpp"
#include "library/index.hpp"

namespace verbatim::library {

/// What Library::locate does: over one index, or over those of the shards whose numbers are `read`.
[[nodiscard]] Location locate(std::span<const Index* const> shards, const std::vector<std::uint32_t>& read,
                              const Holdings& holdings, const Query& query);

/// Every look of one shard, whose number is `shard`.
[[nodiscard]] ShardResult propose(const Index& index, std::uint32_t shard, const Query& query);
/// What locate() says of the whole library, from the joined results of its shards. The vocabulary is the library's.
[[nodiscard]] Location settle(const ShardResult& result, const Vocabulary& vocabulary, const Holdings& holdings,
                              const Query& query);

} // namespace verbatim::library
