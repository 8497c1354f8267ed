// SPDX-License-Identifier: Apache-2.0
#include "library/manifest.hpp"

#include "library/stored_vocabulary.hpp"

#include "embedded/reading_identity.hpp"

#include <algorithm>
#include <bit>

namespace verbatim::library {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view what = "library manifest";

/// In the order of the file.
enum Section : std::size_t {
    name,
    catalogue_bytes,
    first_of_vocabulary,
    long_counts_ = first_of_vocabulary + vocabulary_sections,
    short_counts_,
    all_sections,
};

bool is_counts(std::span<const std::uint16_t> counts)
{
    return counts.size() >= 2 && std::has_single_bit(counts.size());
}

Problem fault_of(const std::string& file, std::string message)
{
    return {file,
            0,
            0,
            Severity::error,
            std::move(message),
            "make it anew: verbatim library index LIBRARY --shards N --index FOLDER",
            true};
}

/// How many buckets a table of so many words has is told by its starts.
bool may_count(std::span<const std::uint16_t> counts, const ShingleTable& table)
{
    return counts.size() + 2 >= table.starts().size();
}

/// The index of one shard, or why there is none.
Outcome<std::unique_ptr<Shard>> open_shard(const Library::State& state, const std::string& file, std::uint32_t shards,
                                           const std::vector<std::vector<IndexedText>>& texts)
{
    auto shard = std::make_unique<Shard>();
    shard->saved = SavedIndex::open(file);
    if (!shard->saved.usable())
        return fault_of(file, "the shard cannot be used: " + std::string(to_string(shard->saved.fault())));
    const Membership& owner = shard->saved.membership();
    if (owner.shard == 0)
        return fault_of(file, "this is the saved index of a whole library, not a shard of one");
    const bool fits = owner.manifest == state.manifest->id() && owner.shards == shards && owner.shard <= shards
                      && shard->saved.texts().size() == texts[owner.shard - 1].size();
    if (!fits)
        return fault_of(file, "the shard belongs to another manifest than the one in its folder");
    std::optional<IndexArrays> arrays = shard->saved.arrays();
    if (!arrays || !may_count(state.manifest->long_counts(), arrays->long_shingles)
        || !may_count(state.manifest->short_counts(), arrays->short_shingles))
        return fault_of(file, "the shard cannot be used: it is damaged");
    arrays->vocabulary = state.manifest->vocabulary().view();
    arrays->long_shingles.set_library_counts(state.manifest->long_counts());
    arrays->short_shingles.set_library_counts(state.manifest->short_counts());
    shard->index = std::make_unique<Index>(texts[owner.shard - 1], std::move(*arrays));
    return shard;
}

/// The texts of each shard, in its order; and their numbers there.
std::vector<std::vector<IndexedText>> texts_of_shards(Library::State& state, std::uint32_t shards)
{
    std::vector<std::vector<IndexedText>> texts(shards);
    for (std::size_t work = 0; work < state.held.size(); ++work)
        for (std::size_t version = 0; version < state.held[work].size(); ++version) {
            Held& held = *state.held[work][version];
            if (!held.readable)
                continue;
            held.saved = texts[held.shard - 1].size();
            texts[held.shard - 1].push_back({work, version, state.works[work].versions[version].language});
            ++state.readable;
        }
    return texts;
}

} // namespace

std::string shard_name(std::uint32_t shard, std::uint32_t shards)
{
    return "shard-" + std::to_string(shard) + "-of-" + std::to_string(shards) + ".verbatim";
}

std::string manifest_of(const std::string& path)
{
    std::error_code error;
    const fs::path file = fs::is_directory(path, error) ? fs::path(path) / manifest_name : fs::path(path);
    return file.filename() == manifest_name && fs::is_regular_file(file, error) ? file.string() : std::string();
}

// ---- reading -----------------------------------------------------------------------------------------------------

Manifest Manifest::open(const std::string& file)
{
    Manifest manifest;
    manifest.image_ = Image::open(file, reading_identity);
    manifest.fault_ = manifest.image_.fault();
    if (manifest.fault_ != ImageFault::none)
        return manifest;
    manifest.fault_ = ImageFault::damaged;
    const Image& image = manifest.image_;
    const std::span<const char> given = image.bytes(name);
    if (image.sections() != all_sections || std::string_view(given.data(), given.size()) != what)
        return manifest;
    for (std::size_t section = 0; section < all_sections; ++section)
        if (!image.intact(section))
            return manifest;
    if (!is_counts(manifest.long_counts()) || !is_counts(manifest.short_counts()))
        return manifest;
    manifest.vocabulary_ = Vocabulary(read_vocabulary(image, first_of_vocabulary));
    manifest.id_ = checksum(image.bytes(catalogue_bytes));
    manifest.fault_ = ImageFault::none;
    return manifest;
}

std::string_view Manifest::catalogue() const
{
    const std::span<const char> bytes = image_.bytes(catalogue_bytes);
    return {bytes.data(), bytes.size()};
}
std::span<const std::uint16_t> Manifest::long_counts() const { return image_.array<std::uint16_t>(long_counts_); }
std::span<const std::uint16_t> Manifest::short_counts() const { return image_.array<std::uint16_t>(short_counts_); }

std::optional<Problem> open_manifest(Library::State& state, const std::string& file, const Request& request)
{
    state.manifest = std::make_unique<Manifest>(Manifest::open(file));
    if (state.manifest->fault() != ImageFault::none)
        return fault_of(file, "the manifest cannot be used: " + std::string(to_string(state.manifest->fault())));
    std::uint32_t shards = 0;
    if (!read_catalogue(state.manifest->catalogue(), state, shards))
        return fault_of(file, "the manifest cannot be used: it is damaged");
    state.people.insert(state.people.end(), request.people.begin(), request.people.end());
    settle_people(state);
    settle_titles(state);
    const std::vector<std::vector<IndexedText>> texts = texts_of_shards(state, shards);
    state.holdings = holdings_of(state, shards);
    state.shards.resize(shards);
    std::vector<std::string> files = request.shards.value_or(std::vector<std::string>());
    for (std::uint32_t shard = 1; shard <= shards && !request.shards; ++shard)
        files.push_back((fs::path(file).parent_path() / shard_name(shard, shards)).string());
    for (const std::string& one : files) {
        Outcome<std::unique_ptr<Shard>> opened = open_shard(state, one, shards, texts);
        if (!opened && request.shards)
            return opened.problem();
        if (!opened) { // the others are searched; what this one holds is not, and that is told
            Problem problem = opened.problem();
            problem.severity = Severity::warning;
            problem.fatal = false;
            state.problems.push_back(std::move(problem));
            continue;
        }
        const std::uint32_t shard = opened.value()->saved.membership().shard;
        state.shards[shard - 1] = std::move(opened.value());
    }
    for (std::uint32_t shard = 1; shard <= shards; ++shard)
        if (state.shards[shard - 1]) {
            state.indexes.push_back(state.shards[shard - 1]->index.get());
            state.open_shards.push_back(shard);
        }
    return std::nullopt;
}

// ---- writing -----------------------------------------------------------------------------------------------------

namespace {

std::optional<Problem> write_manifest(const std::string& file, const std::string& catalogue,
                                      const Vocabulary& vocabulary, const LibraryCounts& counts)
{
    Outcome<ImageWriter> created = ImageWriter::create(file, reading_identity);
    if (!created)
        return created.problem();
    ImageWriter& out = created.value();
    out.bytes(what);
    out.bytes(catalogue);
    write_vocabulary(out, vocabulary.arrays());
    out.array(counts.long_shingles.all());
    out.array(counts.short_shingles.all());
    return out.finish();
}

} // namespace

std::optional<Problem> Library::save_shards(const std::string& folder, std::uint32_t shards, std::size_t jobs) const
{
    State& state = *state_;
    const std::string manifest = (fs::path(folder) / manifest_name).string();
    if (state.manifest)
        return Problem{manifest, 0, 0, Severity::error, "the library is in parts already", "index the texts themselves",
                       true};
    std::error_code error;
    fs::create_directories(folder, error); // where that fails, the writer says why
    const std::vector<IndexedText>& texts = state.index->texts();
    std::vector<std::uint64_t> sizes;
    for (const IndexedText& text : texts)
        sizes.push_back(state.held[text.work][text.version]->origin.stamp.size);
    const std::vector<std::vector<std::size_t>> parts = divided(sizes, shards);
    std::vector<std::uint32_t> shard_of(texts.size());
    for (std::uint32_t shard = 0; shard < shards; ++shard)
        for (const std::size_t text : parts[shard])
            shard_of[text] = shard + 1;
    const std::string catalogue = catalogue_form(state, shards, shard_of);
    const LibraryCounts counts = counts_of(state.index->arrays());
    fs::remove(manifest, error); // its shards are about to go
    for (std::uint32_t shard = 0; shard < shards; ++shard) {
        const IndexArrays arrays = part_of(state.index->arrays(), parts[shard], counts, jobs);
        std::vector<SavedText> saved;
        for (const std::size_t text : parts[shard])
            saved.push_back(state.held[texts[text].work][texts[text].version]->origin);
        const DocumentBytes bytes = [&](std::size_t i) {
            const IndexedText& text = texts[parts[shard][i]];
            return document_as_read(state, text.work, text.version);
        };
        const std::string file = (fs::path(folder) / shard_name(shard + 1, shards)).string();
        if (auto problem =
                library::save_index(file, std::move(saved), bytes, arrays, {checksum(catalogue), shard + 1, shards}))
            return problem;
    }
    return write_manifest(manifest, catalogue, state.vocabulary(), counts);
}

Library::State::State() = default;
Library::State::~State() = default;

const Vocabulary& Library::State::vocabulary() const { return manifest ? manifest->vocabulary() : index->vocabulary(); }

std::uint64_t Library::manifest() const { return state_->manifest ? state_->manifest->id() : 0; }
std::uint32_t Library::shards() const { return state_->holdings.shards(); }
std::uint32_t Library::shard_of(VersionId id) const { return state_->holdings.shard_of(id); }

} // namespace verbatim::library
