// SPDX-License-Identifier: Apache-2.0
// Which versions a library has, whether or not their words are at hand: what is searched, and what is not, is told from
// it. Private to the room.
#pragma once
#include "library/library.hpp"

namespace verbatim::library {

class Holdings {
public:
    struct Text {
        VersionId id;
        std::string language; ///< BCP 47; empty if unknown
        std::uint32_t shard = 1;
    };
    Holdings() = default;
    /// The readable versions, by id; the languages of the others; how many shards there are.
    Holdings(std::vector<Text> readable, const std::vector<std::string>& unreadable, std::uint32_t shards = 1);

    /// Where these shards (ascending, from 1) were read.
    [[nodiscard]] SearchCoverage coverage(const Query& query, const std::vector<std::uint32_t>& read) const;
    /// True where a claimed work has a version that the query may be looked for in.
    [[nodiscard]] bool has_claimed(const Query& query) const;
    [[nodiscard]] std::uint32_t shards() const { return shards_; }
    [[nodiscard]] std::vector<std::uint32_t> all_shards() const;
    /// The shard of a readable version; 0 for another.
    [[nodiscard]] std::uint32_t shard_of(VersionId id) const;

private:
    /// How many versions of one language lie in one shard; in shard 0 those that cannot be read.
    struct Share {
        std::string language;
        std::uint32_t shard = 0;
        std::size_t count = 0;
    };
    void count(const std::string& language, std::uint32_t shard);
    [[nodiscard]] const Text* find(VersionId id) const;
    std::vector<Text> texts_;
    std::vector<Share> shares_;
    std::uint32_t shards_ = 1;
};

} // namespace verbatim::library
