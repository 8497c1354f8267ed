// SPDX-License-Identifier: Apache-2.0
// `path:line:column: rule: message`, one line a finding: what editors and grep read.
#include "report/escape.hpp"
#include "report/lookup.hpp"
#include "report/writers.hpp"

namespace verbatim::report {

void write_line(const Report& report, const Style&, std::ostream& out)
{
    for (const LocatedFinding& located : findings_of(report)) {
        out << visible(place_name(report, located)) << ": " << located.finding->rule << ": "
            << visible(located.finding->message) << '\n';
    }
}

} // namespace verbatim::report
