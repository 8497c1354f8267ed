// SPDX-License-Identifier: Apache-2.0
// Where the pieces of a quotation may stand: by indexes, or as shards have proposed. Both give the same places, so that
// one search (locate.cpp) decides over either.
#pragma once
#include "library/passages.hpp"

namespace verbatim::library {

constexpr std::size_t most_windows = 10; ///< of each rank, in one look
constexpr std::size_t most_anchors = 4;  ///< pieces that are looked up by the index
constexpr std::size_t most_scanned = 16; ///< pieces that are scanned

/// Pieces by length, longest first: they lead to the passage.
[[nodiscard]] std::vector<std::size_t> longest_first(const std::vector<Piece>& pieces, std::size_t limit);
/// A piece so long that 2-grams find nothing that 3-grams did not needs no look by them.
[[nodiscard]] bool needs_short_shingles(const Piece& piece);

class Places {
public:
    Places() = default;
    Places(const Places&) = delete;
    Places& operator=(const Places&) = delete;
    virtual ~Places() = default;
    /// Windows in which a piece may stand.
    [[nodiscard]] virtual Elected elect(std::size_t piece, Look look) = 0;
    /// What stands in one of them.
    [[nodiscard]] virtual std::vector<Found> look_through(std::size_t piece, Look look, const Window& window) = 0;
    /// Places of a piece in the claimed works, every word of them read: by version, nearest first.
    [[nodiscard]] virtual std::vector<Found> read_claimed(std::size_t piece) = 0;
    [[nodiscard]] virtual ProposedPlace passage(const Found& found) = 0;
    /// True where a claimed work has a version that is searched.
    [[nodiscard]] virtual bool has_claimed() const = 0;
};

/// Of one index, or of the indexes of all shards of a library; they must outlive this.
class IndexedPlaces : public Places {
public:
    IndexedPlaces(std::span<const Index* const> shards, const std::vector<Piece>& pieces, const Query& query);
    Elected elect(std::size_t piece, Look look) override;
    std::vector<Found> look_through(std::size_t piece, Look look, const Window& window) override;
    std::vector<Found> read_claimed(std::size_t piece) override;
    ProposedPlace passage(const Found& found) override;
    [[nodiscard]] bool has_claimed() const override { return !claimed_.empty(); }

private:
    struct ClaimedText {
        VersionId version;
        std::size_t shard = 0;
        std::size_t text = 0;
    };
    void rank(std::size_t shard, const Query& query);

    std::span<const Index* const> shards_;
    const std::vector<Piece>& pieces_;
    std::vector<TextRanks> ranks_;     ///< parallel to shards_
    std::vector<ClaimedText> claimed_; ///< by version
};

/// As shards have proposed; the result must outlive this.
class ProposedPlaces : public Places {
public:
    ProposedPlaces(const ShardResult& result, const std::vector<Piece>& pieces, bool has_claimed)
        : result_(result), pieces_(pieces), has_claimed_(has_claimed)
    {
    }
    Elected elect(std::size_t piece, Look look) override;
    std::vector<Found> look_through(std::size_t piece, Look look, const Window& window) override;
    std::vector<Found> read_claimed(std::size_t piece) override;
    ProposedPlace passage(const Found& found) override { return *found.proposed; }
    [[nodiscard]] bool has_claimed() const override { return has_claimed_; }

private:
    [[nodiscard]] const Proposals* proposals(std::size_t piece, Look look) const;
    const ShardResult& result_;
    const std::vector<Piece>& pieces_;
    bool has_claimed_;
};

} // namespace verbatim::library
