// SPDX-License-Identifier: Apache-2.0
// Workflow commands of GitHub Actions: one annotation a finding. GitHub shows ten of each level a step, the first ones:
// so the gravest come first. Columns are given for findings on one line only; GitHub takes them for no others.
#include "report/escape.hpp"
#include "report/lookup.hpp"
#include "report/writers.hpp"

namespace verbatim::report {
namespace {

std::string_view command_of(Severity severity)
{
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "notice";
}

/// The escapes of workflow commands; visible() has no line breaks left.
std::string for_message(std::string_view text)
{
    std::string out;
    for (const char c : visible(text))
        out += c == '%' ? std::string("%25") : std::string(1, c);
    return out;
}
std::string for_property(std::string_view text)
{
    std::string out;
    for (const char c : for_message(text))
        out += c == ':' ? std::string("%3A") : c == ',' ? std::string("%2C") : std::string(1, c);
    return out;
}

void write_finding(const Report& report, const LocatedFinding& located, std::ostream& out)
{
    const Finding& finding = *located.finding;
    const Document& document = report.documents[located.document].document;
    const Range range = range_of(document, finding.span);
    out << "::" << command_of(finding.severity) << " file=" << for_property(document.path)
        << ",line=" << range.first.line << ",endLine=" << range.behind.line;
    if (range.first.line == range.behind.line)
        out << ",col=" << range.first.column << ",endColumn=" << range.behind.column;
    out << ",title=" << for_property("verbatim: " + finding.rule) << "::" << for_message(finding.message) << '\n';
}

void write_problem(const Problem& problem, std::ostream& out)
{
    out << "::" << command_of(problem.severity) << ' ';
    if (!problem.path.empty())
        out << "file=" << for_property(problem.path) << ',';
    if (problem.line != 0)
        out << "line=" << problem.line << ',';
    out << "title=verbatim::" << for_message(problem.message)
        << (problem.remedy.empty() ? "" : "; " + for_message(problem.remedy)) << '\n';
}

} // namespace

void write_github(const Report& report, const Style&, std::ostream& out)
{
    for (const Problem& problem : report.problems)
        write_problem(problem, out);
    for (const LocatedFinding& located : worst_first(report))
        write_finding(report, located, out);
}

} // namespace verbatim::report
