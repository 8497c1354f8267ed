// SPDX-License-Identifier: Apache-2.0
// What a part of a library (a shard) says of a quotation. Results of several shards are joined by merge(), in any
// order, in any grouping, any of them more than once; what is decided, is decided when all have been joined:
//
//   query ─▶ shard 1 ─▶ ShardResult ─┐
//         ─▶ shard 2 ─▶ ShardResult ─┼─ merge ─▶ ShardResult ─ settle ─▶ Location, as of the whole library
//         ─▶ shard 3 ─▶ ShardResult ─┘
//
// Whether a second look is needed depends on what the first one found anywhere. No shard knows that, so each takes
// every look, and settle() leaves out what was not needed.
#pragma once
#include "model/span.hpp"

#include <compare>
#include <cstdint>
#include <vector>

namespace verbatim::library {

struct VersionId {
    std::size_t work = 0;
    std::size_t version = 0;
    friend auto operator<=>(const VersionId&, const VersionId&) = default;
};

/// How places are looked for, in the order in which it is done.
enum class Look : unsigned char { first, patient, short_shingles, every_word };

/// Words [begin, end) of a version in which one piece of a quotation may stand, and the whole quotation about it.
struct ProposedPlace {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t edits = 0; ///< words of the piece that were inserted, dropped or replaced
    std::size_t passage_begin = 0;
    std::size_t passage_end = 0;
    std::size_t passage_edits = 0;
    std::size_t passage_words = 0; ///< of the longer side, piece by piece
    bool whole = true;             ///< every piece stands there
    Span plain;                    ///< of the passage: plain bytes of the version
    friend auto operator<=>(const ProposedPlace&, const ProposedPlace&) = default;
};

/// What a window of a version holds; a version read word by word is one window.
struct Proposal {
    bool claimed = false;     ///< in a claimed work
    std::uint32_t weight = 0; ///< votes
    VersionId version;
    std::uint64_t cell = 0; ///< where the window lies
    std::vector<ProposedPlace> places;
    friend auto operator<=>(const Proposal&, const Proposal&) = default;
};

/// One look for one piece.
struct Proposals {
    std::size_t piece = 0;
    Look look = Look::first;
    bool all_counted = true;         ///< false: so many places share its words that not all of them were counted
    std::vector<Proposal> proposals; ///< claimed ones first, then by votes, then by place
    friend auto operator<=>(const Proposals&, const Proposals&) = default;
};

struct ShardResult {
    std::vector<std::uint32_t> shards; ///< which were read; ascending, from 1
    std::vector<Proposals> looks;      ///< by piece, then look
    friend auto operator<=>(const ShardResult&, const ShardResult&) = default;
};

/// The best of both; commutative, associative and idempotent. The results must be of one query and one library.
[[nodiscard]] ShardResult merge(const ShardResult& a, const ShardResult& b);

} // namespace verbatim::library
