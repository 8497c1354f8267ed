// SPDX-License-Identifier: Apache-2.0
#include "stages.hpp"

namespace verbatim {
namespace {

void count_verdict(const Evidence& evidence, Summary& summary)
{
    switch (evidence.verdict) {
    case Verdict::verbatim:
        ++summary.verbatim;
        break;
    case Verdict::conventional:
        ++summary.conventional;
        break;
    case Verdict::altered:
        ++summary.altered;
        break;
    case Verdict::not_found:
        ++summary.not_found;
        break;
    case Verdict::unchecked:
        ++summary.unchecked;
        return;
    }
    ++summary.checked;
}

void count_quotation(const Quotation& quotation, const Evidence& evidence, Summary& summary)
{
    switch (quotation.kind) {
    case QuotationKind::title:
        ++summary.titles;
        return;
    case QuotationKind::term:
        ++summary.terms;
        return;
    case QuotationKind::mention:
        return;
    case QuotationKind::quotation:
        break;
    }
    ++summary.quotations;
    ++(quotation.attribution.attributed() ? summary.attributed : summary.unattributed);
    if (quotation.nested_in)
        ++summary.nested;
    else
        count_verdict(evidence, summary);
}

Summary summary_of(const Report& report)
{
    Summary summary;
    summary.documents = report.documents.size();
    for (const DocumentResult& result : report.documents) {
        for (std::size_t i = 0; i < result.reading.quotations.size(); ++i)
            count_quotation(result.reading.quotations[i], result.evidence[i], summary);
        summary.citations += result.reading.citations.size();
        for (const Citation& citation : result.reading.citations)
            summary.unresolved += citation.resolved ? 0 : 1;
    }
    return summary;
}

void add_notes(const Request& request, Report& report)
{
    if (!report.library_given && (request.command == "check" || request.command == "report"))
        report.notes.push_back("no library was given: no wording was compared with a source (--library PATH)");
    for (const DocumentResult& result : report.documents)
        if (result.document.plain.empty())
            report.notes.push_back(result.document.path + " is empty");
}

} // namespace

void for_each_findings(
    Report& report,
    const std::function<void(const std::vector<const Document*>& sides, std::vector<Finding>& findings)>& visit)
{
    for (DocumentResult& result : report.documents)
        visit({&result.document}, result.findings);
    for (PairResult& pair : report.pairs)
        visit({&report.documents[pair.from].document, &report.documents[pair.to].document}, pair.findings);
}

void count_findings(Report& report)
{
    Summary& summary = report.summary;
    summary.errors = summary.warnings = summary.infos = 0;
    for_each_findings(report, [&](const auto&, const std::vector<Finding>& findings) {
        for (const Finding& finding : findings) {
            summary.errors += finding.severity == Severity::error ? 1 : 0;
            summary.warnings += finding.severity == Severity::warning ? 1 : 0;
            summary.infos += finding.severity == Severity::info ? 1 : 0;
        }
    });
}

Report assemble(const Request& request, const OpenedLibrary& opened, std::vector<DocumentResult> documents,
                std::vector<PairResult> pairs, std::vector<Problem> problems)
{
    Report report;
    report.command = request.command;
    report.version = VERBATIM_VERSION;
    report.library_given = !request.library_paths.empty();
    if (opened.library)
        report.library = opened.library->works();
    report.documents = std::move(documents);
    report.documents.insert(report.documents.end(), opened.bibliographies.begin(), opened.bibliographies.end());
    report.pairs = std::move(pairs);
    report.problems = opened.problems;
    report.problems.insert(report.problems.end(), problems.begin(), problems.end());
    for (const DocumentResult& result : report.documents)
        report.problems.insert(report.problems.end(), result.remarks.begin(), result.remarks.end());
    add_notes(request, report);
    report.summary = summary_of(report);
    count_findings(report);
    return report;
}

} // namespace verbatim
