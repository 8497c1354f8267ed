// SPDX-License-Identifier: Apache-2.0
// compare and translation: two texts, the pairs of verbatim.toml, or a revision of git against another.
#include "cli/baseline.hpp"
#include "cli/discover.hpp"
#include "cli/repository.hpp"
#include "cli/since.hpp"

#include <algorithm>
#include <filesystem>

namespace verbatim::cli {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path)
{
    std::error_code error;
    return fs::is_directory(path, error);
}

/// The path is one of those given, or lies below one of them; without any, what `include` and `exclude` say. References
/// are no documents, unless they are named.
bool is_wanted(const std::string& path, const Session& session, const std::vector<std::string>& library_paths)
{
    const auto matches = [&](const std::string& glob) { return matches_glob(glob, path); };
    const Configuration& configuration = session.configuration;
    const auto below = [&](const std::string& given) {
        const std::string name = fs::proximate(given).generic_string();
        return name == "." || path.starts_with(name + "/");
    };
    const bool document = std::any_of(configuration.include.begin(), configuration.include.end(), matches)
                          && std::none_of(configuration.exclude.begin(), configuration.exclude.end(), matches)
                          && std::none_of(library_paths.begin(), library_paths.end(), below);
    if (session.options.paths.empty())
        return document;
    return std::any_of(session.options.paths.begin(), session.options.paths.end(), [&](const std::string& given) {
        return path == fs::proximate(given).generic_string() || (document && below(given));
    });
}

/// Both states of every document that differs between two revisions, or a revision and the working tree.
Outcome<Discovered> revision_pairs(const Session& session, const std::vector<std::string>& library_paths)
{
    const RevisionRange range = revision_range(session.options.git);
    const Repository repository("");
    const auto files = repository.changed_files(range);
    if (!files)
        return files.problem();
    Discovered found;
    for (const ChangedFile& file : files.value()) {
        if (!is_wanted(file.path, session, library_paths))
            continue;
        if (file.deleted || !file.old_bytes) {
            Problem problem;
            problem.path = file.path;
            problem.severity = Severity::info;
            problem.message = file.deleted ? "is gone; nothing to compare" : "is new; nothing to compare";
            problem.remedy = file.deleted ? "" : "verbatim check looks at a text by itself";
            found.problems.push_back(std::move(problem));
            continue;
        }
        found.inputs.push_back({file.old_path, file.old_bytes, range.from});
        found.inputs.push_back({file.path, file.bytes, range.to});
    }
    return found;
}

/// OLD and NEW, each by itself, so that a file may be compared with itself.
Outcome<Discovered> two_texts(const Session& session, const std::vector<std::string>& library_paths)
{
    const std::vector<std::string>& paths = session.options.paths;
    const std::string& command = session.options.command;
    if (paths.size() != 2)
        return usage(command + " needs two texts, " + std::to_string(paths.size()) + " given",
                     command == "translation" ? "verbatim translation SOURCE TRANSLATION"
                                              : "verbatim compare OLD NEW, or verbatim compare --git HEAD");
    if (paths[0] == "-" && paths[1] == "-")
        return usage("- is given twice", "standard input can be read once; name a file instead");
    Discovered found;
    for (const std::string& path : paths) {
        if (is_folder(path))
            return usage("\"" + path + "\" is a folder", "give two files");
        Options one = session.options;
        one.paths = {path};
        Discovered side = discover(one, session.configuration, library_paths, session.in);
        std::move(side.inputs.begin(), side.inputs.end(), std::back_inserter(found.inputs));
        std::move(side.problems.begin(), side.problems.end(), std::back_inserter(found.problems));
    }
    return found;
}

Outcome<Discovered> pairs_of(const Session& session, const std::vector<std::string>& library_paths)
{
    if (!session.options.git.empty())
        return revision_pairs(session, library_paths);
    if (!session.options.paths.empty() || session.options.command != "translation")
        return two_texts(session, library_paths);
    Discovered found = discover_pairs(session.configuration);
    if (found.inputs.empty())
        return usage("no pair to compare", "give SOURCE and TRANSLATION, or [[translation]] patterns in verbatim.toml");
    return found;
}

} // namespace

int run_pair(const Session& session)
{
    Outcome<Request> request = request_of(session);
    if (!request)
        return refuse(session, request.problem());
    Outcome<Discovered> found = pairs_of(session, request.value().library_paths);
    if (!found)
        return refuse(session, found.problem());
    request.value().inputs = std::move(found.value().inputs);
    Report report =
        session.options.command == "translation" ? check_translation(request.value()) : compare(request.value());
    const std::vector<Problem>& problems = found.value().problems;
    report.problems.insert(report.problems.end(), problems.begin(), problems.end());
    if (request.value().inputs.empty())
        report.notes.push_back("no document differs from " + session.options.git);
    apply_baseline(session, report);
    apply_since(session, report);
    return finish(session, report);
}

} // namespace verbatim::cli
