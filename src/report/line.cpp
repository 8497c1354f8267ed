// SPDX-License-Identifier: Apache-2.0
// `path:line:column: rule: message`, one line a finding: what editors and grep read.
#include "report/escape.hpp"
#include "report/lookup.hpp"
#include "report/writers.hpp"
#include "text/text.hpp"

namespace verbatim::report {

void write_line(const Report& report, const Style&, std::ostream& out)
{
    for (const LocatedFinding& located : findings_of(report)) {
        const Document& document = report.documents[located.document].document;
        const Place place = text::place(document, located.finding->span.begin);
        out << visible(document.path) << ':' << place.line << ':' << place.column << ": " << located.finding->rule
            << ": " << visible(located.finding->message) << '\n';
    }
}

} // namespace verbatim::report
