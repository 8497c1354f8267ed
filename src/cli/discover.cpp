// SPDX-License-Identifier: Apache-2.0
#include "cli/discover.hpp"

#include "cli/repository.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <utility>

namespace verbatim::cli {
namespace {

namespace fs = std::filesystem;

std::string canonical_name(const fs::path& path)
{
    std::error_code error;
    fs::path result = fs::weakly_canonical(path, error);
    return error ? path.lexically_normal().string() : result.string();
}

Problem fatal(std::string path, std::string message, std::string remedy)
{
    Problem problem;
    problem.path = std::move(path);
    problem.message = std::move(message);
    problem.remedy = std::move(remedy);
    problem.fatal = true;
    return problem;
}

bool matches_any(const std::vector<std::string>& globs, const std::string& path)
{
    return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) { return matches_glob(glob, path); });
}

Problem passed_over(const fs::path& path, std::string message, std::string remedy)
{
    return {
        path.lexically_normal().generic_string(), 0, 0, Severity::info, std::move(message), std::move(remedy), false};
}

/// Everything below a folder, sorted, without hidden entries. What is wanted and cannot be read becomes a problem.
class Walk {
public:
    /// Told of folders (enter it?) and of files.
    using Visit = std::function<bool(const fs::path&, bool is_folder)>;
    Walk(Visit visit, std::vector<Problem>& problems) : visit_(std::move(visit)), problems_(problems) {}

    void below(const fs::path& folder, int depth = 0)
    {
        std::error_code error;
        std::vector<fs::path> entries;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
            if (!it->path().filename().string().starts_with("."))
                entries.push_back(it->path());
        if (error)
            problems_.push_back(fatal(folder.lexically_normal().generic_string(),
                                      "the folder cannot be read: " + error.message(), "check its permissions"));
        std::sort(entries.begin(), entries.end()); // the file system has no order
        for (const fs::path& entry : entries)
            take(entry, depth);
    }

private:
    void take(const fs::path& entry, int depth)
    {
        constexpr int deepest = 100;
        std::error_code error;
        const bool is_link = fs::is_symlink(entry, error);
        const fs::file_status status = fs::status(entry, error);
        if (!fs::is_directory(status)) {
            // A link that leads nowhere is a missing document: reading it says so. A pipe or a device would block.
            if (fs::is_regular_file(status) || !fs::exists(status))
                visit_(entry, false);
            return;
        }
        if (is_link) { // may lead around in a circle
            if (visit_(entry, true))
                problems_.push_back(passed_over(entry, "a link to a folder is not followed", "name the folder itself"));
        } else if (depth == deepest) {
            problems_.push_back(passed_over(entry,
                                            "folders nested deeper than " + std::to_string(deepest) + " are not read",
                                            "name the folder itself"));
        } else if (visit_(entry, true)) {
            below(entry, depth + 1);
        }
    }

    Visit visit_;
    std::vector<Problem>& problems_;
};

class Discovery {
public:
    Discovery(const Configuration& configuration, const std::vector<std::string>& library_paths)
        : configuration_(configuration)
    {
        for (const std::string& path : library_paths)
            library_.insert(canonical_name(fs::path(path).filename() == "library.toml" ? fs::path(path).parent_path()
                                                                                       : fs::path(path)));
    }

    void add_folder(const std::string& folder, Discovered& into)
    {
        std::optional<Repository> repository;
        if (may_lie_in_repository(folder))
            repository.emplace(folder);
        const std::size_t before = into.inputs.size();
        const fs::path root = folder.empty() ? fs::path(".") : fs::path(folder);
        // A folder that is itself part of the library holds references, unless it was named outright.
        const bool inside_library = library_.contains(canonical_name(root));
        const auto visit = [&](const fs::path& path, bool is_folder) {
            if ((repository && repository->ignores(path)) || (!inside_library && library_.contains(canonical_name(path))))
                return false;
            if (is_folder)
                return true;
            const std::string below = path.lexically_relative(root).generic_string();
            if (matches_any(configuration_.include, below) && !matches_any(configuration_.exclude, below))
                add_file(path.lexically_normal().generic_string(), into);
            return true;
        };
        Walk(visit, into.problems).below(root);
        if (into.inputs.size() == before && !already_named(root)) {
            std::string globs;
            for (const std::string& glob : configuration_.include)
                globs += (globs.empty() ? "" : ", ") + glob;
            into.problems.push_back(fatal(folder.empty() ? "." : folder,
                                          "the folder holds no document (looked for " + globs + ")",
                                          "name a file, or set include under [check] in verbatim.toml"));
        }
    }

    /// Files of the folder were named before it.
    [[nodiscard]] bool already_named(const fs::path& root) const
    {
        const std::string name = (fs::path(canonical_name(root)) / "").string();
        const auto at = seen_.lower_bound(name);
        return at != seen_.end() && at->starts_with(name);
    }

    void add_file(const std::string& path, Discovered& into)
    {
        if (seen_.insert(canonical_name(path)).second)
            into.inputs.push_back({path, std::nullopt});
    }

private:
    const Configuration& configuration_;
    std::set<std::string> library_;
    std::set<std::string> seen_;
};

std::vector<std::string> listed_paths(const std::string& file, Discovered& into)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream || fs::is_directory(file)) {
        into.problems.push_back(fatal(file, "the list of documents cannot be read", "check the path of --files-from"));
        return {};
    }
    std::vector<std::string> paths;
    for (std::string line; std::getline(stream, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        if (!line.empty())
            paths.push_back(line);
    }
    return paths;
}

struct Pattern {
    std::string before;
    std::string after;
};
std::optional<Pattern> pattern_of(const std::string& text)
{
    const std::size_t at = text.find("{name}");
    if (at == std::string::npos)
        return std::nullopt;
    return Pattern{text.substr(0, at), text.substr(at + 6)};
}

} // namespace

Discovered discover(const Options& options, const Configuration& configuration,
                    const std::vector<std::string>& library_paths, std::istream& in)
{
    Discovered discovered;
    Discovery discovery(configuration, library_paths);
    std::vector<std::string> paths = options.paths;
    if (options.files_from) {
        const std::vector<std::string> listed = listed_paths(*options.files_from, discovered);
        paths.insert(paths.end(), listed.begin(), listed.end());
        if (paths.empty())
            return discovered;
    }
    if (paths.empty())
        paths.push_back(configuration.folder);
    bool input_is_read = false;
    for (const std::string& path : paths) {
        std::error_code error;
        if (path == "-" && std::exchange(input_is_read, true)) {
            discovered.problems.push_back(
                fatal("", "- is given twice", "standard input can be read once; name a file instead"));
        } else if (path == "-") {
            Input input{options.stdin_filename.empty() ? "<stdin>" : options.stdin_filename, std::string()};
            input.bytes->assign(std::istreambuf_iterator<char>(in), {});
            discovered.inputs.push_back(std::move(input));
        } else if (path.empty() || fs::is_directory(path, error)) {
            discovery.add_folder(path, discovered);
        } else {
            discovery.add_file(fs::path(path).lexically_normal().generic_string(), discovered);
        }
    }
    return discovered;
}

Discovered discover_pairs(const Configuration& configuration)
{
    Discovered discovered;
    for (const auto& [source, translation] : configuration.translations) {
        const auto from = pattern_of(source);
        const auto to = pattern_of(translation);
        const fs::path folder(configuration.folder);
        if (!from || !to) {
            discovered.inputs.push_back({(folder / source).lexically_normal().generic_string(), std::nullopt});
            discovered.inputs.push_back({(folder / translation).lexically_normal().generic_string(), std::nullopt});
            continue;
        }
        const auto visit = [&](const fs::path& path, bool is_folder) {
            if (is_folder)
                return true;
            const std::string below = path.lexically_relative(folder.empty() ? fs::path(".") : folder).generic_string();
            if (below.size() <= from->before.size() + from->after.size() || !below.starts_with(from->before)
                || !below.ends_with(from->after))
                return true;
            const std::string name =
                below.substr(from->before.size(), below.size() - from->before.size() - from->after.size());
            const fs::path other = folder / (to->before + name + to->after);
            discovered.inputs.push_back({path.lexically_normal().generic_string(), std::nullopt});
            discovered.inputs.push_back({other.lexically_normal().generic_string(), std::nullopt});
            return true;
        };
        Walk(visit, discovered.problems).below(folder.empty() ? fs::path(".") : folder);
    }
    return discovered;
}

} // namespace verbatim::cli
