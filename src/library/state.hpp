// SPDX-License-Identifier: Apache-2.0
// What a Library holds. Private to the room: `open` fills it, the index and the look-ups read it; constant afterwards
// but for texts of a saved index and readings, which are made at first use.
#pragma once
#include "library/holdings.hpp"
#include "library/library.hpp"
#include "library/saved_index.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace verbatim::library {

/// The text of one version and what `extract` sees in it.
struct Held {
    bool readable = false; ///< false: a problem says why
    SavedText origin;      ///< the file, and what the text says of itself
    std::optional<std::size_t> saved; ///< the text is in State::saved, or its shard's, under this number
    std::uint32_t shard = 0;          ///< of a library in parts: the one that has the text, from 1
    std::string pinned_sha256;               ///< as library.toml gives it, lower case; empty: not pinned
    std::string declared_in;                 ///< file that declares the version (library.toml or the text itself)
    std::size_t line = 0;                    ///< 1-based, of the declaration; 0: none
    bool language_detected = false;          ///< the language was not given but guessed
    mutable std::once_flag loaded;
    mutable std::unique_ptr<VersionText> text; ///< of a saved one: from its first use on
    mutable std::once_flag read;
    mutable Reading reading;
};

/// Looks names up by their folded forms; values are indices of persons.
struct NameIndex {
    std::map<std::string, std::vector<std::size_t>, std::less<>> full;    ///< name, alias and their inversions
    std::map<std::string, std::vector<std::size_t>, std::less<>> surname; ///< last word of Latin names
    std::map<std::string, std::vector<std::size_t>, std::less<>> roman;   ///< without spaces; Han names romanised
    std::map<std::string, std::vector<std::size_t>, std::less<>> works;   ///< those of a creator, by his full name
};

/// Where a work was declared.
struct Origin {
    std::string path; ///< library.toml, or the text itself
    std::size_t line = 0;
    bool title_given = false; ///< else the title is the first heading or the id
};

class Manifest;

/// A part of a library in a file of its own.
struct Shard {
    SavedIndex saved; ///< before the index, which lies in it
    std::unique_ptr<Index> index;
};

struct Library::State {
    State();
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State();

    std::vector<Work> works;     ///< by id
    std::vector<Origin> origins; ///< parallel to works
    /// Registered persons, in the order of declaration, then plain names of creators that no registered person bears.
    std::vector<Person> people;
    std::size_t registered_people = 0; ///< people[0, registered_people) were declared
    std::vector<Problem> problems;
    std::vector<std::string> files;                       ///< absolute, sorted
    std::vector<std::vector<std::unique_ptr<Held>>> held; ///< [work][version], parallel to Work::versions
    std::size_t readable = 0;                             ///< versions with a text
    NameIndex names;
    std::map<std::string, std::vector<std::size_t>, std::less<>> titles; ///< folded title → works
    Holdings holdings;
    SavedIndex saved; ///< before the index, which may lie in it
    std::unique_ptr<Index> index;
    bool index_is_saved = false; ///< it lies in `saved`
    std::unique_ptr<Manifest> manifest;         ///< of a library in parts, which has neither `saved` nor `index`
    std::vector<std::unique_ptr<Shard>> shards; ///< of the manifest, by number; null: not opened
    std::vector<const Index*> indexes;          ///< the one, or those of the shards that are open
    std::vector<std::uint32_t> open_shards;     ///< their numbers

    /// Null for an unreadable version.
    [[nodiscard]] const VersionText* text(std::size_t work, std::size_t version) const;
    /// The index that has a version's words; null where it is not open.
    [[nodiscard]] const Index* index_of(std::size_t work, std::size_t version) const;
    /// Of the whole library.
    [[nodiscard]] const Vocabulary& vocabulary() const;
};

/// Which versions the library has; one that is not in parts is one shard.
[[nodiscard]] Holdings holdings_of(const Library::State& state, std::uint32_t shards);
/// Finds the saved index that the request names, if any; what is wrong with it becomes a problem.
void open_saved_index(Library::State& state, const Request& request);
/// Takes the saved arrays where every text is as it was saved, else reads the texts; saves them where the request wants
/// that.
void make_index(Library::State& state, const Request& request);

/// A version's document in the form of a saved index, before anything that the catalogue says of it.
[[nodiscard]] std::string document_as_read(const Library::State& state, std::size_t work, std::size_t version);

/// Form feeds count pages from 1; the printed number of the first page may be another.
void shift_pages(Document& document, std::ptrdiff_t by);

} // namespace verbatim::library
