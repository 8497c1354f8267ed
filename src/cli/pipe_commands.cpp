// SPDX-License-Identifier: Apache-2.0
// extract --queries, locate and judge: check over a library in parts.
#include "cli/commands.hpp"
#include "cli/discover.hpp"
#include "report/report.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

namespace verbatim::cli {
namespace {

constexpr std::string_view of_standard_input = "standard input";

/// Calls `read(name, stream)` for each file of the command line, or for standard input.
std::optional<Problem>
for_each_stream(const Session& session,
                const std::function<std::optional<Problem>(const std::string&, std::istream&)>& read)
{
    const std::vector<std::string>& paths = session.options.paths;
    if (paths.empty())
        return read(std::string(of_standard_input), session.in);
    for (const std::string& path : paths) {
        std::ifstream file;
        if (path != "-")
            file.open(path, std::ios::binary);
        if (path != "-" && !file)
            return Problem{path, 0, 0, Severity::error, "cannot be read", "check that the file is there and readable",
                           true};
        if (auto problem = path == "-" ? read(std::string(of_standard_input), session.in) : read(path, file))
            return problem;
    }
    return std::nullopt;
}

} // namespace

int run_queries(const Session& session)
{
    Outcome<Request> request = request_of(session);
    if (!request)
        return refuse(session, request.problem());
    Discovered found = discover(session.options, session.configuration, request.value().library_paths, session.in);
    request.value().inputs = std::move(found.inputs);
    Report report;
    report.command = "extract";
    report.problems = ask(request.value(), session.out);
    for (std::size_t i = 0; i < found.problems.size(); ++i)
        session.out << library::written(library::ProblemLine{i, found.problems[i]}) << '\n';
    report.problems.insert(report.problems.end(), found.problems.begin(), found.problems.end());
    report::write_notes(report, {session.colour_err, session.options.quiet, false, false}, session.err);
    const auto is_fatal = [](const Problem& problem) { return problem.fatal; };
    return std::any_of(report.problems.begin(), report.problems.end(), is_fatal) ? 2 : 0;
}

int run_locate(const Session& session)
{
    const std::vector<std::string>& shards = session.options.shards;
    std::string folder = std::filesystem::path(shards.front()).parent_path().string();
    if (folder.empty())
        folder = ".";
    library::Request request{{folder}, 1, session.configuration.people};
    request.shards = shards;
    if (!std::filesystem::exists(shards.front()))
        return refuse(session, {shards.front(), 0, 0, Severity::error, "there is no such shard",
                                "make it: verbatim library index LIBRARY --shards N --index FOLDER", true});
    Outcome<library::Library> library = library::Library::open(request);
    if (!library)
        return refuse(session, library.problem());
    if (library.value().manifest() == 0)
        return refuse(session, {folder, 0, 0, Severity::error, "there is no manifest beside the shard",
                                "keep a shard in the folder of its manifest.verbatim", true});
    const std::size_t jobs = session.options.jobs.value_or(std::max(1U, std::thread::hardware_concurrency()));
    const auto problem = for_each_stream(session, [&](const std::string& name, std::istream& in) {
        return locate_lines(library.value(), jobs, name, in, session.out);
    });
    return problem ? refuse(session, *problem) : 0;
}

int run_judge(const Session& session)
{
    Outcome<Request> request = request_of(session);
    if (!request)
        return refuse(session, request.problem());
    Located all;
    const auto problem = for_each_stream(
        session, [&](const std::string& name, std::istream& in) { return read_located(name, in, all); });
    if (problem)
        return refuse(session, *problem);
    Report report = judge(std::move(request.value()), all);
    return finish_documents(session, report);
}

} // namespace verbatim::cli
