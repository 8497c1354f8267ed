// SPDX-License-Identifier: Apache-2.0
#include "library/saved_index.hpp"

#include "library/stored_vocabulary.hpp"

#include "embedded/reading_identity.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

namespace verbatim::library {

namespace {

namespace fs = std::filesystem;

/// In the order of the file.
enum Section : std::size_t {
    documents,
    words,
    offsets,
    long_starts,
    long_positions,
    short_starts,
    short_positions,
    text_facts,
    first_of_vocabulary,
    begins = first_of_vocabulary + vocabulary_sections,
    sizes,
    text_of_block,
    owner,
    all_sections,
};
/// Summed as they are used.
constexpr std::array large = {words, offsets, long_starts, long_positions, short_starts, short_positions};

bool is_large(std::size_t section)
{
    return std::find(large.begin(), large.end(), section) != large.end()
           || (section >= first_of_vocabulary && section < first_of_vocabulary + growing_vocabulary_sections);
}

/// The path by which a file is known, whatever folder the program was started in.
std::string absolute_path(const std::string& path)
{
    std::error_code error;
    return fs::weakly_canonical(fs::absolute(path, error), error).string();
}

std::string hexadecimal(std::uint64_t number)
{
    constexpr std::array digits = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4)
        text.push_back(digits[(number >> shift) & 15U]);
    return text;
}

} // namespace

SavedIndex SavedIndex::open(const std::string& file)
{
    SavedIndex saved;
    saved.file_ = file;
    saved.image_ = Image::open(file, reading_identity);
    saved.fault_ = saved.image_.fault();
    if (saved.fault_ != ImageFault::none)
        return saved;
    saved.fault_ = ImageFault::damaged;
    if (saved.image_.sections() != all_sections)
        return saved;
    const auto are_intact = [&](bool those_that_are_large) {
        for (std::size_t section = documents + 1; section < all_sections; ++section)
            if (is_large(section) == those_that_are_large && !saved.image_.intact(section))
                return false;
        return true;
    };
    const std::span<const Membership> members = saved.image_.array<Membership>(owner);
    if (!are_intact(false) || members.size() != 1)
        return saved;
    saved.membership_ = members.front();
    // A library in parts goes on without a damaged shard, so that must be known before the search begins.
    if (saved.membership_.shard != 0 && !are_intact(true))
        return saved;
    std::optional<std::vector<SavedText>> read = decoded_texts(saved.image_.bytes(text_facts));
    if (!read)
        return saved;
    saved.texts_ = std::move(*read);
    saved.by_file_.resize(saved.texts_.size());
    for (std::size_t i = 0; i < saved.by_file_.size(); ++i)
        saved.by_file_[i] = i;
    std::sort(saved.by_file_.begin(), saved.by_file_.end(),
              [&](std::size_t a, std::size_t b) { return saved.texts_[a].file < saved.texts_[b].file; });
    saved.fault_ = ImageFault::none;
    return saved;
}

SavedIndex SavedIndex::damaged(const std::string& file)
{
    SavedIndex saved;
    saved.file_ = file;
    saved.fault_ = ImageFault::damaged;
    return saved;
}

std::optional<std::size_t> SavedIndex::find(const std::string& absolute) const
{
    const auto at = std::lower_bound(by_file_.begin(), by_file_.end(), absolute,
                                     [&](std::size_t i, const std::string& file) { return texts_[i].file < file; });
    return at != by_file_.end() && texts_[*at].file == absolute ? std::optional(*at) : std::nullopt;
}

std::optional<Document> SavedIndex::document(std::size_t text) const
{
    const std::span<const char> all = image_.bytes(documents);
    const SavedText& saved = texts_[text];
    if (saved.begin > all.size() || saved.size > all.size() - saved.begin)
        return std::nullopt;
    const std::span<const char> bytes = all.subspan(saved.begin, saved.size);
    if (checksum(bytes) != saved.checksum)
        return std::nullopt;
    return decoded_document({image_.owner(), {bytes.data(), bytes.size()}});
}

std::optional<IndexArrays> SavedIndex::arrays() const
{
    const auto numbers = [&](Section section) { return image_.array<std::uint32_t>(section); };
    const auto checked = [&](Section section) { return image_.checked<std::uint32_t>(section); };
    const auto table = [&](ShingleLength length, Section starts, Section positions) -> std::optional<ShingleTable> {
        if (!ShingleTable::is_starts(numbers(starts).size()))
            return std::nullopt;
        return ShingleTable(length, checked(starts), checked(positions));
    };
    std::optional<ShingleTable> long_table = table(long_shingle, long_starts, long_positions);
    std::optional<ShingleTable> short_table = table(short_shingle, short_starts, short_positions);
    const std::size_t count = texts_.size();
    const std::size_t size = numbers(words).size();
    bool sound = long_table && short_table && numbers(begins).size() == count && numbers(sizes).size() == count
                 && numbers(offsets).size() == size && numbers(text_of_block).size() * Index::block == size;
    for (std::size_t i = 0; i < count && sound; ++i)
        sound = numbers(begins)[i] <= size && numbers(sizes)[i] <= size - numbers(begins)[i];
    for (const std::uint32_t text : numbers(text_of_block))
        sound = sound && text < count;
    sound = sound && (size != 0 || (numbers(long_positions).empty() && numbers(short_positions).empty()));
    if (!sound)
        return std::nullopt;
    IndexArrays arrays;
    arrays.begins = numbers(begins);
    arrays.sizes = numbers(sizes);
    arrays.words = checked(words);
    arrays.offsets = checked(offsets);
    arrays.text_of_block = numbers(text_of_block);
    arrays.vocabulary = Vocabulary(read_vocabulary(image_, first_of_vocabulary));
    arrays.long_shingles = std::move(*long_table);
    arrays.short_shingles = std::move(*short_table);
    return arrays;
}

bool SavedIndex::intact() const
{
    if (!usable())
        return false;
    for (std::size_t section = 0; section < all_sections; ++section)
        if (!image_.intact(section))
            return false;
    return arrays().has_value();
}

std::optional<Problem> save_index(const std::string& file, std::vector<SavedText> saved, const DocumentBytes& document,
                                  const IndexArrays& arrays, const Membership& membership)
{
    std::error_code error;
    if (const fs::path folder = fs::path(file).parent_path(); !folder.empty())
        fs::create_directories(folder, error); // where that fails, the writer says why
    Outcome<ImageWriter> created = ImageWriter::create(file, reading_identity);
    if (!created)
        return created.problem();
    ImageWriter& out = created.value();
    // In the order of Section. The texts say where their documents lie, so documents come first.
    out.begin_parts();
    for (std::size_t i = 0; i < saved.size(); ++i) {
        const std::string bytes = document(i);
        saved[i].begin = out.part(bytes);
        saved[i].size = bytes.size();
        saved[i].checksum = checksum(bytes);
    }
    out.end_parts();
    out.array(arrays.words.all());
    out.array(arrays.offsets.all());
    out.array(arrays.long_shingles.starts().all());
    out.array(arrays.long_shingles.all_positions().all());
    out.array(arrays.short_shingles.starts().all());
    out.array(arrays.short_shingles.all_positions().all());
    out.bytes(encoded(saved));
    const VocabularyArrays none;
    write_vocabulary(out, membership.shard == 0 ? arrays.vocabulary.arrays() : none);
    out.array(arrays.begins.all());
    out.array(arrays.sizes.all());
    out.array(arrays.text_of_block.all());
    out.array(std::span(&membership, 1));
    return out.finish();
}

std::string cached_index_file(const std::vector<std::string>& library_paths)
{
    const char* cache = std::getenv("XDG_CACHE_HOME"); // NOLINT(concurrency-mt-unsafe)
    const char* home = std::getenv("HOME");            // NOLINT(concurrency-mt-unsafe)
    fs::path folder;
    if (cache != nullptr && fs::path(cache).is_absolute())
        folder = cache;
    else if (home != nullptr && fs::path(home).is_absolute())
        folder = fs::path(home) / ".cache";
    else
        return {};
    std::string key;
    for (const std::string& path : library_paths)
        key += absolute_path(path) + '\n';
    return (folder / "verbatim" / (hexadecimal(checksum(key)) + ".index")).string();
}

} // namespace verbatim::library
