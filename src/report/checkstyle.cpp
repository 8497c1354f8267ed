// SPDX-License-Identifier: Apache-2.0
// Checkstyle XML: what many CI systems and editors read.
#include "report/escape.hpp"
#include "report/lookup.hpp"
#include "report/writers.hpp"

namespace verbatim::report {
namespace {

void write_finding(const Document& document, const Finding& finding, std::ostream& out)
{
    const Place place = range_of(document, finding.span).first;
    out << "    <error line=\"" << place.line << "\" column=\"" << place.column << "\" severity=\""
        << to_string(finding.severity) << "\" message=\"" << for_html(finding.message) << "\" source=\"verbatim."
        << for_html(finding.rule) << "\"/>\n";
}

} // namespace

void write_checkstyle(const Report& report, const Style&, std::ostream& out)
{
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
    const std::vector<LocatedFinding> findings = findings_of(report);
    for (std::size_t d = 0; d < report.documents.size(); ++d) {
        const Document& document = report.documents[d].document;
        out << "  <file name=\"" << for_html(document.path) << "\">\n";
        for (const LocatedFinding& located : findings)
            if (located.document == d)
                write_finding(document, *located.finding, out);
        out << "  </file>\n";
    }
    for (const Problem& problem : report.problems)
        out << "  <file name=\"" << for_html(problem.path) << "\">\n    <error line=\"" << problem.line
            << "\" severity=\"" << to_string(problem.severity) << "\" message=\"" << for_html(problem.message)
            << "\" source=\"verbatim\"/>\n  </file>\n";
    out << "</checkstyle>\n";
}

} // namespace verbatim::report
