// SPDX-License-Identifier: Apache-2.0
// A library in parts: a folder with a manifest and one file a shard. Private to the room.
//
//   manifest.verbatim        the catalogue (works, versions, people; which version lies in which shard), the words of
//                            all texts with their counts, and how common each shingle is: what every shard must know
//   shard-1-of-3.verbatim    texts and arrays of a third of the versions, as a saved index has them; and whose it is
//
// Who has the manifest and one shard can say what that shard proposes (shard_result.hpp).
#pragma once
#include "library/catalogue.hpp"
#include "library/partition.hpp"

namespace verbatim::library {

inline constexpr std::string_view manifest_name = "manifest.verbatim";
[[nodiscard]] std::string shard_name(std::uint32_t shard, std::uint32_t shards);

/// The manifest that a path of a request names, itself or by its folder; empty where it is none.
[[nodiscard]] std::string manifest_of(const std::string& path);

class Manifest {
public:
    /// Every byte is summed.
    [[nodiscard]] static Manifest open(const std::string& file);
    [[nodiscard]] ImageFault fault() const { return fault_; }
    [[nodiscard]] std::uint64_t id() const { return id_; } ///< of its catalogue: shards of another one do not fit
    [[nodiscard]] std::string_view catalogue() const;      ///< in the form of `catalogue_form`
    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
    [[nodiscard]] std::span<const std::uint16_t> long_counts() const;
    [[nodiscard]] std::span<const std::uint16_t> short_counts() const;

private:
    Image image_;
    ImageFault fault_ = ImageFault::absent;
    std::uint64_t id_ = 0;
    Vocabulary vocabulary_;
};

/// Works, versions, people and where the texts lie, as JSON; and back: works, origins, people, problems, files and held
/// of the state. False where it is no such form.
/// `shard_of` is parallel to the texts of the state's index.
[[nodiscard]] std::string catalogue_form(const Library::State& state, std::uint32_t shards,
                                         const std::vector<std::uint32_t>& shard_of);
[[nodiscard]] bool read_catalogue(std::string_view form, Library::State& state, std::uint32_t& shards);

/// Opens the library of a manifest, with the shards that the request wants.
[[nodiscard]] std::optional<Problem> open_manifest(Library::State& state, const std::string& manifest,
                                                   const Request& request);

} // namespace verbatim::library
