// SPDX-License-Identifier: Apache-2.0
// `library list` and `library verify`.
#include "cli/commands.hpp"

#include "report/report.hpp"

#include <algorithm>

namespace verbatim::cli {
namespace {

Problem usage()
{
    Problem problem;
    problem.message = "library needs an action and a library";
    problem.remedy = "verbatim library list PATH, or verbatim library verify PATH";
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
    if ((action != "list" && action != "verify") || paths.empty())
        return refuse(session, usage());
    Outcome<library::Library> opened = library::Library::open({paths, request.value().jobs, request.value().people});
    if (!opened)
        return refuse(session, opened.problem());
    if (action == "list") {
        list(opened.value(), session.out);
        return 0;
    }
    Report report;
    report.command = "library";
    report.problems = library::verify(opened.value());
    const bool faults = std::any_of(report.problems.begin(), report.problems.end(),
                                    [](const Problem& problem) { return problem.severity >= Severity::warning; });
    report::write_notes(report, {session.colour_out, false, true, false}, session.out);
    std::size_t versions = 0;
    for (const Work& work : opened.value().works())
        versions += work.versions.size();
    session.out << opened.value().works().size() << " works, " << versions << " versions, "
                << opened.value().readable_versions() << " readable" << (faults ? "" : ": no fault found") << "\n";
    return faults ? 1 : 0;
}

} // namespace verbatim::cli
