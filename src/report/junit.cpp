// SPDX-License-Identifier: Apache-2.0
// JUnit XML: a suite for each document, a case for each quotation, so that what passed is counted too. Errors and
// warnings are failures; what could not be checked is skipped; a finding on no quotation is a case of its own.
#include "report/escape.hpp"
#include "report/lookup.hpp"
#include "report/records.hpp"
#include "report/writers.hpp"

#include <map>
#include <sstream>

namespace verbatim::report {
namespace {

struct Suite {
    std::ostringstream cases;
    std::size_t tests = 0, failures = 0, skipped = 0, errors = 0;
};

bool fails(const Finding& finding) { return finding.severity >= Severity::warning; }

void open_case(Suite& suite, const std::string& group, const std::string& name)
{
    ++suite.tests;
    suite.cases << "    <testcase classname=\"" << for_html(group) << "\" name=\"" << for_html(name) << "\">\n";
}

/// One failure a case, since many readers know but one; its text holds every finding.
void close_case(const Report& report, Suite& suite, const std::vector<LocatedFinding>& findings)
{
    const Finding* first = nullptr;
    std::string failed, told;
    for (const LocatedFinding& located : findings) {
        const Finding& finding = *located.finding;
        const std::string line = place_name(report, located) + ": " + std::string(to_string(finding.severity)) + ": "
                                 + finding.rule + ": " + finding.message;
        (fails(finding) ? failed : told) += for_html(line) + '\n';
        if (first == nullptr && fails(finding))
            first = &finding;
    }
    if (first != nullptr) {
        ++suite.failures;
        suite.cases << "      <failure type=\"" << for_html(first->rule) << "\" message=\"" << for_html(first->message)
                    << "\">" << failed << "</failure>\n";
    }
    if (!told.empty())
        suite.cases << "      <system-out>" << told << "</system-out>\n";
    suite.cases << "    </testcase>\n";
}

void add_quotations(const Report& report, std::size_t document, Suite& suite,
                    std::map<std::size_t, std::vector<LocatedFinding>>& by_quotation)
{
    const DocumentResult& result = report.documents[document];
    for (std::size_t i = 0; i < result.reading.quotations.size(); ++i) {
        const bool judged = result.reading.quotations[i].kind == QuotationKind::quotation;
        if (!judged && !by_quotation.contains(i))
            continue;
        const QuotationRecord record = record_of(report, document, i);
        open_case(suite, result.document.path,
                  record.place.substr(result.document.path.size() + 1) + " "
                      + clipped(result.reading.quotations[i].text, 60));
        const std::vector<LocatedFinding>& findings = by_quotation[i];
        if (findings.empty() && record.state.starts_with("unchecked") && !checks_no_wording(report)) {
            ++suite.skipped;
            suite.cases << "      <skipped message=\"" << for_html(record.state) << "\"/>\n";
        }
        close_case(report, suite, findings);
    }
}

void write_suite(const std::string& name, const Suite& suite, std::ostream& out)
{
    out << "  <testsuite name=\"" << for_html(name) << "\" tests=\"" << suite.tests << "\" failures=\""
        << suite.failures << "\" errors=\"" << suite.errors << "\" skipped=\"" << suite.skipped << "\">\n"
        << suite.cases.view() << "  </testsuite>\n";
}

void write_problems(const Report& report, std::ostream& out)
{
    Suite suite;
    for (const Problem& problem : report.problems) {
        if (problem.severity != Severity::error)
            continue;
        ++suite.errors;
        open_case(suite, "problems", problem.path.empty() ? problem.message : problem.path);
        suite.cases << "      <error type=\"problem\" message=\"" << for_html(problem.message) << "\">"
                    << for_html(problem.remedy) << "</error>\n    </testcase>\n";
    }
    if (suite.tests != 0)
        write_suite("problems", suite, out);
}

} // namespace

void write_junit(const Report& report, const Style&, std::ostream& out)
{
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"verbatim " << for_html(report.command)
        << "\">\n";
    write_problems(report, out);
    const std::vector<LocatedFinding> findings = findings_of(report);
    for (std::size_t d = 0; d < report.documents.size(); ++d) {
        Suite suite;
        std::map<std::size_t, std::vector<LocatedFinding>> by_quotation;
        std::vector<LocatedFinding> others;
        for (const LocatedFinding& located : findings)
            if (located.document == d && located.finding->quotation)
                by_quotation[*located.finding->quotation].push_back(located);
            else if (located.document == d)
                others.push_back(located);
        add_quotations(report, d, suite, by_quotation);
        const Document& document = report.documents[d].document;
        for (const LocatedFinding& located : others) {
            open_case(suite, document.path,
                      place_name(document, located.finding->span).substr(document.path.size() + 1) + " "
                          + located.finding->rule);
            close_case(report, suite, {located});
        }
        write_suite(document.path, suite, out);
    }
    out << "</testsuites>\n";
}

} // namespace verbatim::report
