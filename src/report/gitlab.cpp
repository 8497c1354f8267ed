// SPDX-License-Identifier: Apache-2.0
// The code quality report of GitLab: a list in the shape of Code Climate. GitLab tells findings of two runs apart by
// their fingerprint alone and drops one that comes twice, so it covers the file and counts equal findings.
#include "report/escape.hpp"
#include "report/json_stream.hpp"
#include "report/lookup.hpp"
#include "report/writers.hpp"
#include "text/text.hpp"

#include <map>

namespace verbatim::report {
namespace {

std::string_view severity_of(Severity severity)
{
    return severity == Severity::error ? "major" : severity == Severity::warning ? "minor" : "info";
}

} // namespace

void write_gitlab(const Report& report, const Style&, std::ostream& out)
{
    std::map<std::string, std::size_t> seen;
    JsonStream json(out, JsonStream::Layout::indented);
    json.array();
    for (const LocatedFinding& located : findings_of(report)) {
        const Finding& finding = *located.finding;
        const Document& document = report.documents[located.document].document;
        const Range range = range_of(document, finding.span);
        const std::string known = document.path + '\n' + finding.rule + '\n' + finding.fingerprint;
        const std::string counted = known + '\n' + std::to_string(seen[known]++);
        json.object().member("description", visible(finding.message)).member("check_name", finding.rule);
        json.member("fingerprint", text::sha256(counted).substr(0, 32));
        json.member("severity", severity_of(finding.severity));
        json.key("location").object().member("path", document.path).key("lines").object();
        json.member("begin", range.first.line).member("end", range.behind.line).end().end().end();
    }
    json.end().line_break();
}

} // namespace verbatim::report
