// SPDX-License-Identifier: Apache-2.0
// Markdown: the summary of a job or for a pull request; for `report` the citation report.
#include "report/counts.hpp"
#include "report/escape.hpp"
#include "report/lookup.hpp"
#include "report/markdown_report.hpp"
#include "report/writers.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::report {
namespace {

constexpr std::size_t most_rows = 1000; // GitHub cuts a job summary at 1 MiB

void write_finding(const Report& report, const LocatedFinding& located, std::ostream& out)
{
    const Finding& finding = *located.finding;
    out << "| " << for_markdown(place_name(report, located)) << " | " << to_string(finding.severity) << " | "
        << for_markdown(finding.rule) << " | “" << for_markdown(excerpt(report, located)) << "”<br>"
        << for_markdown(finding.message);
    if (const Passage* passage = explaining_passage(report, located); passage != nullptr)
        out << "<br>" << markdown_diff(*passage);
    out << " |\n";
}

void write_findings(const Report& report, std::ostream& out)
{
    std::vector<LocatedFinding> findings = findings_of(report);
    if (findings.empty()) {
        out << "\nNo findings.\n";
        return;
    }
    const std::size_t left_out = findings.size() > most_rows ? findings.size() - most_rows : 0;
    if (left_out != 0) {
        std::stable_sort(findings.begin(), findings.end(), [](const LocatedFinding& a, const LocatedFinding& b) {
            return a.finding->severity > b.finding->severity;
        });
        findings.resize(most_rows);
    }
    out << "\n| Place | Severity | Rule | Finding |\n|---|---|---|---|\n";
    for (const LocatedFinding& located : findings)
        write_finding(report, located, out);
    if (left_out != 0)
        out << "\nThe " << most_rows << " gravest are shown; " << left_out << " more are not.\n";
}

void write_links(const Report& report, const PairResult& pair, std::ostream& out)
{
    out << "\n### " << for_markdown(side_name(report, pair, Side::from)) << " → "
        << for_markdown(side_name(report, pair, Side::to)) << "\n\n";
    const bool all_same = std::all_of(pair.pairing.links.begin(), pair.pairing.links.end(), [](const Link& link) {
        return link.state == LinkState::same || link.state == LinkState::translated;
    });
    if (all_same) {
        out << (pair.pairing.links.empty() ? "No quotation on either side.\n" : "All quotations kept.\n");
        return;
    }
    const auto words = [](const DocumentResult& result, const std::optional<std::size_t>& quotation) {
        return quotation ? "“" + for_markdown(clipped(result.reading.quotations[*quotation].text, 80)) + "”"
                         : std::string("–");
    };
    out << "| State | From | To |\n|---|---|---|\n";
    std::size_t rows = 0;
    for (const Link& link : pair.pairing.links)
        if (link.state != LinkState::same && link.state != LinkState::translated && rows++ < most_rows)
            out << "| " << to_string(link.state) << " | " << words(report.documents[pair.from], link.from) << " | "
                << words(report.documents[pair.to], link.to) << " |\n";
}

void write_problems(const Report& report, std::ostream& out)
{
    if (report.problems.empty() && report.notes.empty())
        return;
    out << "\n### Problems and notes\n\n";
    for (const Problem& problem : report.problems) {
        out << "- " << to_string(problem.severity) << ": ";
        if (!problem.path.empty())
            out << for_markdown(problem.path) << (problem.line == 0 ? "" : ":" + std::to_string(problem.line)) << ": ";
        out << for_markdown(problem.message) << (problem.remedy.empty() ? "" : " ") << for_markdown(problem.remedy)
            << '\n';
    }
    for (const std::string& note : report.notes)
        out << "- note: " << for_markdown(note) << '\n';
}

} // namespace

void write_markdown(const Report& report, const Style&, std::ostream& out)
{
    if (report.command == "report") {
        write_markdown_report(report, out);
        write_problems(report, out);
        return;
    }
    if (report.command == "find" || report.command == "collate") {
        write_markdown_places(report, out);
        write_problems(report, out);
        return;
    }
    out << "## verbatim " << for_markdown(report.command) << ": " << findings_line(report.summary) << "\n\n";
    out << counted(report.summary.documents, "document", "documents") << " · " << for_markdown(quotations_line(report))
        << "<br>\n"
        << citations_line(report.summary) << '\n';
    write_findings(report, out);
    for (const PairResult& pair : report.pairs)
        write_links(report, pair, out);
    write_problems(report, out);
}

} // namespace verbatim::report
