// SPDX-License-Identifier: Apache-2.0
// A git repository as the command line needs it: what it ignores, what stood in a revision, which lines changed since.
// Paths are relative to the working directory. Private to the room.
#pragma once
#include "model/problem.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace verbatim::cli {

/// Lines [first, last] of a file as it is now, 1-based.
struct LineRange {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// A file that differs between two states.
struct ChangedFile {
    std::string old_path;
    std::string path;                     ///< another than old_path where the file was renamed
    std::optional<std::string> old_bytes; ///< nothing: the file is new
    std::optional<std::string> bytes;     ///< of a revision; nothing where the working tree has it
    bool deleted = false;
};

/// Two states as `compare --git` names them: REV is REV against the working tree, A..B two revisions.
struct RevisionRange {
    std::string from;
    std::string to; ///< empty: the working tree
};
[[nodiscard]] RevisionRange revision_range(const std::string& text);

/// A patch from one state of a file to another; empty where they are equal.
[[nodiscard]] std::string unified_diff(const std::string& path, const std::string& old_bytes, const std::string& bytes);

/// False where no repository can be found from a folder upwards, which is told without libgit2: to load that takes as
/// long as to check a page.
[[nodiscard]] bool may_lie_in_repository(const std::filesystem::path& folder);

class Repository {
public:
    /// The repository around a folder ("" is the working directory); none where there is none.
    explicit Repository(const std::string& folder);
    ~Repository();
    Repository(const Repository&) = delete;
    Repository& operator=(const Repository&) = delete;

    [[nodiscard]] bool ignores(const std::filesystem::path& path) const;
    /// True for a path inside the working tree.
    [[nodiscard]] bool holds(const std::filesystem::path& path) const;
    /// Files that differ, by path. Errors: no repository, a revision that it does not know.
    [[nodiscard]] Outcome<std::vector<ChangedFile>> changed_files(const RevisionRange& range) const;
    /// Lines of the working tree that a revision has not, by path; a file that git does not know is changed throughout.
    /// A file that is not there is unchanged. Errors as above.
    [[nodiscard]] Outcome<std::map<std::string, std::vector<LineRange>>>
    changed_lines(const std::string& revision) const;

private:
    struct Open;
    std::unique_ptr<Open> open_; ///< null without repository
    std::string why_not_;        ///< what libgit2 says of it
};

} // namespace verbatim::cli
