// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include "cli/baseline.hpp"
#include "cli/discover.hpp"
#include "cli/fix.hpp"
#include "cli/output.hpp"
#include "cli/since.hpp"
#include "report/report.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <filesystem>
#include <list>
#include <mutex>
#include <thread>

namespace verbatim::cli {
namespace {

std::size_t jobs_of(const Session& session)
{
    return std::max<std::size_t>(1, session.options.jobs.value_or(std::thread::hardware_concurrency()));
}

const Command& command_of(const Session& session)
{
    const auto& all = commands();
    return *std::find_if(all.begin(), all.end(),
                         [&](const Command& command) { return command.name == session.options.command; });
}

/// What the command line gives, else what the configuration does, from its folder.
std::vector<std::string> paths_of(const Session& session, const std::vector<std::string>& given,
                                  const std::vector<std::string>& configured)
{
    if (!given.empty())
        return given;
    std::vector<std::string> paths;
    for (const std::string& path : configured)
        paths.push_back(
            (std::filesystem::path(session.configuration.folder) / path).lexically_normal().generic_string());
    return paths;
}
std::vector<std::string> library_paths(const Session& session)
{
    return paths_of(session, session.options.library, session.configuration.library_paths);
}
std::vector<std::string> bibliographies(const Session& session)
{
    return paths_of(session, session.options.bibliographies, session.configuration.bibliographies);
}

/// As library::Request::index: "" for none, "auto", or a file.
std::string library_index(const Session& session)
{
    std::string index = session.options.index.value_or(session.configuration.library_index);
    if (index == "off")
        return {};
    const bool of_project = !session.options.index && index != "auto";
    if (of_project)
        index = (std::filesystem::path(session.configuration.folder) / index).lexically_normal().generic_string();
    return index;
}

std::optional<Problem> unknown_rule(const std::string& id)
{
    std::vector<std::string> known;
    for (const rules::Rule& rule : rules::all_rules()) {
        known.emplace_back(rule.documentation.id);
        known.emplace_back(rules::to_string(rule.documentation.group));
    }
    if (std::find(known.begin(), known.end(), id) != known.end())
        return std::nullopt;
    const auto nearest = text::nearest_name(id, known);
    return usage("unknown rule \"" + id + "\"",
                 nearest ? "did you mean \"" + *nearest + "\"?" : "see the list that \"verbatim rules\" prints");
}

Outcome<rules::Policy> policy_of(const Session& session)
{
    rules::Policy policy;
    policy.severities = session.configuration.rules;
    for (const std::string& id : session.options.select) {
        if (auto problem = unknown_rule(id))
            return *problem;
        policy.select.insert(id);
    }
    for (const std::string& id : session.options.ignore) {
        if (auto problem = unknown_rule(id))
            return *problem;
        policy.ignore.insert(id);
    }
    for (const auto& [id, level] : session.options.severities) {
        if (auto problem = unknown_rule(id))
            return *problem;
        const auto severity = severity_named(level);
        if (!severity)
            return usage("unknown severity \"" + level + "\"", "use off, info, warning or error");
        policy.severities[id] = *severity;
    }
    return policy;
}

/// A line on a terminal's standard error that tells how far a long run is.
std::function<void(std::size_t, std::size_t)> progress_of(const Session& session)
{
    if (!session.show_progress || session.options.quiet)
        return {};
    auto mutex = std::make_shared<std::mutex>();
    return [&err = session.err, mutex](std::size_t done, std::size_t total) {
        if (total < 2)
            return;
        const std::lock_guard lock(*mutex);
        err << "\r\x1b[K";
        if (done < total)
            err << done << " of " << total << " documents";
        err.flush();
    };
}

/// What a large library will take, said before it is read: about ten times its size while it is indexed.
std::function<void(std::uint64_t)> announcement_of(const Session& session)
{
    constexpr std::uint64_t worth_saying = 200'000'000;
    if (session.options.quiet)
        return {};
    return [&err = session.err](std::uint64_t bytes) {
        if (bytes < worth_saying)
            return;
        err << "note: " << bytes / 1'000'000 << " MB of reference texts are to be read, which takes up to "
            << bytes / 100'000'000 << " GB of memory; \"verbatim library index\" saves what was read\n";
        err.flush();
    };
}

std::optional<Problem> unknown_format(const std::string& name)
{
    if (report::reporter_named(name) != nullptr)
        return std::nullopt;
    std::vector<std::string> known;
    std::string list;
    for (const report::Reporter& reporter : report::reporters()) {
        known.emplace_back(reporter.name);
        list += (list.empty() ? "" : ", ") + known.back();
    }
    const auto nearest = text::nearest_name(name, known);
    return usage("unknown format \"" + name + "\"",
                 nearest ? "did you mean \"" + *nearest + "\"?" : "use one of " + list);
}

report::Style style_of(const Session& session, bool colour)
{
    return {colour, session.options.quiet, session.options.verbose, session.options.statistics};
}

bool fails(const Report& report, std::string_view level)
{
    if (level == "never")
        return false;
    const Summary& s = report.summary;
    return s.errors > 0 || (level != "error" && s.warnings > 0) || (level == "info" && s.infos > 0);
}

/// Commands whose answer is no list of findings need no line that counts them.
bool is_counted(std::string_view command) { return command != "extract" && command != "find" && command != "collate"; }

int exit_code(const Session& session, const Report& report)
{
    const auto is_fatal = [](const Problem& problem) { return problem.fatal; };
    if (std::any_of(report.problems.begin(), report.problems.end(), is_fatal))
        return 2;
    std::string level(command_of(session).fail_on);
    if (level == "warning" && session.configuration.fail_on)
        level = *session.configuration.fail_on;
    if (session.options.fail_on)
        level = *session.options.fail_on;
    if (fails(report, level))
        return 1;
    const std::optional<double> least =
        session.options.min_checked ? session.options.min_checked : session.configuration.min_checked;
    const std::size_t countable = report.summary.checked + report.summary.unchecked;
    if (least && countable > 0
        && static_cast<double>(report.summary.checked) * 100 < *least * static_cast<double>(countable)) {
        session.err << "verbatim: less than " << *least << " % of the quotations were checked (--min-checked)\n";
        return 1;
    }
    return 0;
}

/// To take a large report apart takes long, and the process ends behind it: it is kept, where leak checkers see it.
Report& kept(Report&& report)
{
    static auto* const reports = new std::list<Report>;
    return reports->emplace_back(std::move(report));
}

} // namespace

Problem usage(std::string message, std::string remedy)
{
    Problem problem;
    problem.message = std::move(message);
    problem.remedy = std::move(remedy);
    problem.fatal = true;
    return problem;
}

int refuse(const Session& session, const Problem& problem)
{
    Report report;
    report.problems.push_back(problem);
    report::write_notes(report, style_of(session, session.colour_err), session.err);
    return 2;
}

Outcome<Request> request_of(const Session& session)
{
    Outcome<rules::Policy> policy = policy_of(session);
    if (!policy)
        return policy.problem();
    if (session.options.format)
        if (auto problem = unknown_format(*session.options.format))
            return *problem;
    for (const auto& [name, file] : session.options.outputs)
        if (auto problem = unknown_format(name))
            return *problem;
    Request request;
    request.command = session.options.command;
    request.library_paths = library_paths(session);
    request.bibliographies = bibliographies(session);
    request.people = session.configuration.people;
    request.index = library_index(session);
    request.language.forced = session.options.language.value_or("");
    request.language.by_path = session.configuration.language_paths;
    request.language.fallback = session.configuration.default_language;
    request.policy = std::move(policy.value());
    if (session.configuration.accepted)
        request.accepted = *session.configuration.accepted;
    request.folders = session.configuration.folders;
    request.settings.legal_style = session.configuration.legal_style;
    request.allow_unchecked = session.options.allow_unchecked || session.configuration.allow_unchecked;
    request.jobs = jobs_of(session);
    request.progress = progress_of(session);
    request.before_reading = announcement_of(session);
    return request;
}

int print_configuration(const Session& session)
{
    Outcome<rules::Policy> policy = policy_of(session);
    if (!policy)
        return refuse(session, policy.problem());
    Configuration in_force = session.configuration;
    in_force.library_paths = library_paths(session);
    in_force.library_index = session.options.index.value_or(in_force.library_index);
    in_force.bibliographies = bibliographies(session);
    in_force.default_language = session.options.language.value_or(in_force.default_language);
    if (session.options.fail_on)
        in_force.fail_on = session.options.fail_on;
    if (session.options.min_checked)
        in_force.min_checked = session.options.min_checked;
    in_force.allow_unchecked = in_force.allow_unchecked || session.options.allow_unchecked;
    in_force.rules = policy.value().severities;
    session.out << to_toml(in_force);
    return 0;
}

int finish(const Session& session, const Report& report)
{
    const std::shared_ptr<const void> limit = threads_limited_to(jobs_of(session));
    const report::Style to_out = style_of(session, session.colour_out);
    const report::Style to_err = style_of(session, session.colour_err);
    const std::string format = session.options.format.value_or(std::string(command_of(session).format));
    int code = exit_code(session, report);
    if (!session.options.dump.empty()) {
        for (const DocumentResult& result : report.documents)
            report::write_dump(result, report, session.options.dump, session.out);
        report::write_notes(report, to_err, session.err);
        return code;
    }
    report::reporter_named(format)->write(report, to_out, session.out);
    // Beside another format than text, what is said to people goes to standard error.
    std::ostream& people = format == "text" ? session.out : session.err;
    const report::Style& style = format == "text" ? to_out : to_err;
    report::write_notes(report, style, people);
    if (!session.options.quiet && is_counted(session.options.command))
        report::write_summary(report, style, people);
    for (const auto& [name, file] : session.options.outputs) {
        const report::Reporter& reporter = *report::reporter_named(name);
        const auto problem = write_atomically(
            file, [&](std::ostream& stream) { reporter.write(report, style_of(session, false), stream); });
        if (problem)
            code = refuse(session, *problem);
    }
    return code;
}

/// Standard output is a patch and nothing else.
int finish_with_diff(const Session& session, Report& report)
{
    write_fixes_as_diff(report, session.out);
    const report::Style style = style_of(session, session.colour_err);
    report::write_notes(report, style, session.err);
    report::write_summary(report, style, session.err);
    return exit_code(session, report);
}

int run_documents(const Session& session)
{
    if (session.options.queries)
        return run_queries(session);
    Outcome<Request> request = request_of(session);
    if (!request)
        return refuse(session, request.problem());
    Discovered found = discover(session.options, session.configuration, request.value().library_paths, session.in);
    request.value().inputs = std::move(found.inputs);
    Report& report =
        kept(session.options.command == "extract" ? extract_all(request.value()) : check(request.value()));
    report.problems.insert(report.problems.end(), found.problems.begin(), found.problems.end());
    return finish_documents(session, report);
}

int finish_documents(const Session& session, Report& report)
{
    apply_baseline(session, report);
    apply_since(session, report);
    if (session.options.diff)
        return finish_with_diff(session, report);
    if (session.options.fix)
        apply_fixes(report);
    return finish(session, report);
}

} // namespace verbatim::cli
