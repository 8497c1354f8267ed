// SPDX-License-Identifier: Apache-2.0
// `library list`, `library verify` and `library index`.
#include "cli/commands.hpp"

#include "report/report.hpp"

#include <algorithm>
#include <filesystem>

namespace verbatim::cli {
namespace {

Problem usage()
{
    Problem problem;
    problem.message = "library needs an action and a library";
    problem.remedy = "verbatim library list PATH, or verify PATH, or index PATH";
    problem.fatal = true;
    return problem;
}

Problem no_cache()
{
    Problem problem;
    problem.message = "there is no cache folder to save the index in: neither XDG_CACHE_HOME nor HOME is set";
    problem.remedy = "name a file: --index FILE";
    problem.fatal = true;
    return problem;
}

void list(const library::Library& library, std::ostream& out)
{
    for (const Work& work : library.works()) {
        out << work.id;
        if (!work.title.empty() && work.title != work.id)
            out << "  " << work.title;
        for (const std::string& creator : work.creators)
            out << "  " << creator;
        out << (work.date.empty() ? "" : "  " + work.date) << "\n";
        for (const Version& version : work.versions)
            out << "    " << (version.language.empty() ? "und" : version.language) << "  " << to_string(version.status)
                << "  " << to_string(version.coverage) << "  " << version.path
                << (version.readable ? "" : "  (unreadable)") << "\n";
    }
}

int verify(const Session& session, const library::Library& library, const std::string& index)
{
    Report report;
    report.command = "library";
    report.problems = library::verify(library);
    const std::vector<Problem> of_index = library::verify_index(library, index);
    report.problems.insert(report.problems.end(), of_index.begin(), of_index.end());
    const bool faults = std::any_of(report.problems.begin(), report.problems.end(),
                                    [](const Problem& problem) { return problem.severity >= Severity::warning; });
    report::write_notes(report, {session.colour_out, false, true, false}, session.out);
    std::size_t versions = 0;
    for (const Work& work : library.works())
        versions += work.versions.size();
    session.out << library.works().size() << " works, " << versions << " versions, " << library.readable_versions()
                << " readable" << (faults ? "" : ": no fault found") << "\n";
    return faults ? 1 : 0;
}

void note(const Session& session, std::vector<Problem> problems)
{
    Report report;
    report.command = "library";
    report.problems = std::move(problems);
    report::write_notes(report, {session.colour_err, session.options.quiet, false, false}, session.err);
}

/// Saves the index, whatever its size; texts that cannot be read are named and left out.
int save_index(const Session& session, const library::Library& library, std::string file)
{
    std::vector<Problem> problems = library.problems();
    // The one that is to be replaced need not fit any more.
    std::erase_if(problems, [&](const Problem& problem) { return problem.path == file; });
    const auto problem = library.save_index(file);
    note(session, std::move(problems));
    if (problem)
        return refuse(session, *problem);
    std::error_code error;
    session.out << library.readable_versions() << " texts, " << library.words() << " words, "
                << std::filesystem::file_size(file, error) / 1'000'000 << " MB: " << file << "\n";
    return 0;
}

/// Into parts, for machines none of which needs to hold all.
int save_shards(const Session& session, const Request& request, const std::vector<std::string>& paths)
{
    if (!session.options.index || *session.options.index == "auto" || *session.options.index == "off")
        return refuse(session, cli::usage("--shards needs a folder for the parts", "name it: --index FOLDER"));
    Outcome<library::Library> opened =
        library::Library::open({paths, request.jobs, request.people, {}, request.before_reading});
    if (!opened)
        return refuse(session, opened.problem());
    const library::Library& library = opened.value();
    note(session, library.problems());
    const std::string& folder = *session.options.index;
    if (const auto problem = library.save_shards(folder, *session.options.shard_count, request.jobs))
        return refuse(session, *problem);
    session.out << library.readable_versions() << " texts, " << library.words() << " words, in "
                << *session.options.shard_count << " parts: " << folder << "\n";
    return 0;
}

int act(const Session& session, const std::string& action, const std::string& index, const library::Request& wanted)
{
    Outcome<library::Library> opened = library::Library::open(wanted);
    if (!opened)
        return refuse(session, opened.problem());
    if (action == "index")
        return save_index(session, opened.value(), index);
    if (action == "verify")
        return verify(session, opened.value(), index);
    list(opened.value(), session.out);
    return 0;
}

} // namespace

int run_library(const Session& session)
{
    if (session.options.paths.empty())
        return refuse(session, usage());
    const std::string& action = session.options.paths.front();
    Outcome<Request> request = request_of(session);
    if (!request)
        return refuse(session, request.problem());
    std::vector<std::string> paths(session.options.paths.begin() + 1, session.options.paths.end());
    paths.insert(paths.end(), request.value().library_paths.begin(), request.value().library_paths.end());
    const bool known = action == "list" || action == "verify" || action == "index";
    if (!known || paths.empty())
        return refuse(session, usage());
    if (action == "index" && session.options.shard_count)
        return save_shards(session, request.value(), paths);
    std::string index = request.value().index;
    if (index == "auto" || index.empty())
        index = library::cached_index_file(paths);
    if (action == "index" && index.empty())
        return refuse(session, no_cache());
    library::Request wanted{paths, request.value().jobs, request.value().people,
                            action == "verify" ? std::string() : index, // what is to be verified is read from the files
                            request.value().before_reading};
    try {
        return act(session, action, index, wanted);
    } catch (const library::DamagedIndex&) {
        wanted.index_is_damaged = true;
        return act(session, action, index, wanted);
    }
}

} // namespace verbatim::cli
