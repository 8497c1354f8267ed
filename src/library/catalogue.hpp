// SPDX-License-Identifier: Apache-2.0
// How a catalogue comes about: library.toml files and folders are read into declarations, the texts are loaded, and
// both are joined into works. Private to the room.
#pragma once
#include "library/state.hpp"
#include "model/document.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::library {

/// Where something was declared.
struct Declared {
    std::string path;       ///< relative to the working directory
    std::size_t line = 0;   ///< 1-based; 0: the whole file
    std::size_t column = 0; ///< code points
};

/// A version with the file that holds it; fields left empty are filled from its front matter and text.
struct DeclaredVersion {
    Version version;
    std::filesystem::path file; ///< absolute
    std::string pinned_sha256;
    Declared where;
    bool status_given = false;
};

/// `[[work]]` of library.toml.
struct DeclaredWork {
    Work work;
    std::vector<DeclaredVersion> versions;
    Declared where;
};

/// A file of a folder that no library.toml lists.
struct FoundText {
    std::filesystem::path file; ///< absolute
    std::string path;           ///< relative to the working directory
    std::string stem;           ///< file name without extension and language tag
    std::string branch;         ///< folder below the library's, with the stem: the id where stems collide
    std::string language;       ///< of the file name `id.zh.txt`; else empty
};

struct Declarations {
    std::vector<Person> people;
    std::vector<DeclaredWork> works;
    std::vector<FoundText> texts;
    std::vector<Problem> problems;
    std::vector<std::filesystem::path> files;  ///< absolute, of everything that belongs to the library
    std::vector<std::filesystem::path> listed; ///< canonical, named by some library.toml
};

/// Reads one library.toml; the problem is fatal and has a place.
[[nodiscard]] std::optional<Problem> read_library_toml(const std::filesystem::path& file, Declarations& into);
/// Reads what a path of the request names: a folder, a .toml file or a single text.
[[nodiscard]] std::optional<Problem> read_library_path(const std::string& path, Declarations& into);

/// Sets what a text's front matter says of its work and version, where nothing was declared yet.
void apply_front_matter(const Metadata& metadata, Work& work, DeclaredVersion& version);

/// Relative to the working directory, links not followed.
[[nodiscard]] std::string shown_path(const std::filesystem::path& file);

/// True where the last file name part before the extension is a BCP 47 tag of the form that file names use: zh,
/// zh-Hant, pt-BR.
[[nodiscard]] bool is_language_tag(std::string_view tag);

[[nodiscard]] std::optional<VersionStatus> status_named(std::string_view name);
[[nodiscard]] std::optional<VersionCoverage> coverage_named(std::string_view name);
[[nodiscard]] std::optional<VersionQuality> quality_named(std::string_view name);

// people.cpp, titles.cpp: filled when the works are known.
/// Replaces creators by registered names, adds plain creators to the people, builds the name index.
void settle_people(Library::State& state);
void settle_titles(Library::State& state);

} // namespace verbatim::library
