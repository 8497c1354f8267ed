// SPDX-License-Identifier: Apache-2.0
// The lines that always follow: what was checked and what was not, n of m; notes and problems before them.
#include "report/counts.hpp"
#include "report/escape.hpp"
#include "report/lookup.hpp"
#include "report/report.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace verbatim::report {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string line;
    for (const std::string& part : parts)
        line += (line.empty() ? "" : std::string(separator)) + part;
    return line;
}

void append_nonzero(std::vector<std::string>& parts, std::size_t count, std::string_view what)
{
    if (count != 0)
        parts.push_back(std::to_string(count) + " " + std::string(what));
}

/// "before.md → after.md: 10 same, 1 edited, 1 dropped".
std::string pair_line(const Report& report, const PairResult& pair)
{
    std::map<LinkState, std::size_t> states;
    for (const Link& link : pair.pairing.links)
        ++states[link.state];
    std::vector<std::string> parts;
    for (const auto& [state, count] : states)
        append_nonzero(parts, count, in_words(to_string(state)));
    const std::string names =
        visible(side_name(report, pair, Side::from)) + " → " + visible(side_name(report, pair, Side::to));
    return names + ": " + (parts.empty() ? "no quotation on either side" : joined(parts, ", "));
}

std::string_view severity_colour(Severity severity)
{
    return severity == Severity::error ? "\x1b[1;31m" : severity == Severity::warning ? "\x1b[1;33m" : "\x1b[1;36m";
}

void write_statistics(const Report& report, std::ostream& out)
{
    std::map<std::string, std::size_t> counts;
    for (const LocatedFinding& located : findings_of(report))
        ++counts[located.finding->rule];
    std::vector<std::pair<std::string, std::size_t>> rules(counts.begin(), counts.end());
    std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [rule, count] : rules)
        out << count << '\t' << rule << '\n';
}

} // namespace

std::string quotations_line(const Report& report)
{
    const Summary& s = report.summary;
    if (checks_no_wording(report))
        return counted(s.quotations, "quotation", "quotations");
    std::vector<std::string> verdicts;
    append_nonzero(verdicts, s.verbatim, "verbatim");
    append_nonzero(verdicts, s.conventional, "conventional");
    append_nonzero(verdicts, s.altered, "altered");
    append_nonzero(verdicts, s.not_found, "not found");
    std::string line = counted(s.quotations, "quotation", "quotations") + ", " + std::to_string(s.checked) + " checked";
    if (!verdicts.empty())
        line += ": " + joined(verdicts, ", ");
    if (s.unchecked != 0) {
        const std::string reasons = joined(unchecked_reasons(report), ", ");
        line += " · " + std::to_string(s.unchecked) + " unchecked" + (reasons.empty() ? "" : " (" + reasons + ")");
    }
    return s.nested == 0 ? line : line + " · " + std::to_string(s.nested) + " nested";
}

std::string findings_line(const Summary& s)
{
    std::string line = counted(s.errors, "error", "errors") + ", " + counted(s.warnings, "warning", "warnings");
    return s.infos == 0 ? line : line + ", " + counted(s.infos, "info", "infos");
}

std::string citations_line(const Summary& s)
{
    return counted(s.citations, "citation", "citations")
           + (s.unresolved == 0 ? "" : ", " + std::to_string(s.unresolved) + " unresolved");
}

void write_summary(const Report& report, const Style& style, std::ostream& out)
{
    if (style.quiet)
        return;
    const Summary& s = report.summary;
    for (const PairResult& pair : report.pairs)
        out << pair_line(report, pair) << '\n';
    out << counted(s.documents, "document", "documents") << " · " << quotations_line(report) << '\n';
    out << citations_line(s) << " · " << findings_line(s) << '\n';
    if (style.statistics)
        write_statistics(report, out);
}

void write_notes(const Report& report, const Style& style, std::ostream& out)
{
    const std::string_view plain = style.colour ? "\x1b[0m" : "";
    for (const Problem& problem : report.problems) {
        if (style.quiet && problem.severity == Severity::info)
            continue;
        if (!problem.path.empty())
            out << visible(problem.path) << ':';
        if (problem.line != 0)
            out << problem.line << ':';
        if (problem.line != 0 && problem.column != 0)
            out << problem.column << ':';
        out << (problem.path.empty() ? "" : " ") << (style.colour ? severity_colour(problem.severity) : "")
            << to_string(problem.severity) << plain << ": " << visible(problem.message) << '\n';
        if (!problem.remedy.empty())
            out << "   " << visible(problem.remedy) << '\n';
    }
    if (!style.quiet)
        for (const std::string& note : report.notes)
            out << "note: " << visible(note) << '\n';
}

} // namespace verbatim::report
