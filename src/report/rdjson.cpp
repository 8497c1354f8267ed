// SPDX-License-Identifier: Apache-2.0
// The diagnostic format of reviewdog (rdjson), with a suggestion where a finding has a fix. Its columns count bytes of
// UTF-8 from 1; a range ends behind its last byte.
#include "report/escape.hpp"
#include "report/json_stream.hpp"
#include "report/lookup.hpp"
#include "report/writers.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::report {
namespace {

std::string_view severity_of(Severity severity)
{
    return severity == Severity::error ? "ERROR" : severity == Severity::warning ? "WARNING" : "INFO";
}

void write_position(JsonStream& json, std::string_view name, const Document& document, std::size_t decoded)
{
    const auto& starts = document.line_starts;
    const auto next = std::upper_bound(starts.begin(), starts.end(), decoded);
    const auto line = static_cast<std::size_t>(next - starts.begin());
    json.key(name).object().member("line", std::max<std::size_t>(1, line));
    json.member("column", decoded - (line == 0 ? 0 : starts[line - 1]) + 1).end();
}

void write_range(JsonStream& json, const Document& document, Span span)
{
    const FileSpan decoded = document.map.decoded(span);
    json.key("range").object();
    write_position(json, "start", document, decoded.begin);
    write_position(json, "end", document, decoded.end);
    json.end();
}

void write_related(JsonStream& json, const std::vector<Related>& places)
{
    if (places.empty())
        return;
    json.key("related_locations").array();
    for (const Related& related : places) {
        json.object().member("message", visible(related.message)).key("location").object().member("path", related.path);
        if (related.line != 0)
            json.key("range").object().key("start").object().member("line", related.line).end().end();
        json.end().end();
    }
    json.end();
}

void write_finding(JsonStream& json, const Document& document, const Finding& finding)
{
    json.object().member("message", visible(finding.message)).key("location").object().member("path", document.path);
    write_range(json, document, finding.span);
    json.end().member("severity", severity_of(finding.severity));
    json.key("code").object().member("value", finding.rule).end();
    if (finding.fix) {
        json.key("suggestions").array().object();
        write_range(json, document, finding.fix->span);
        json.member("text", well_formed(finding.fix->replacement)).end().end();
    }
    write_related(json, finding.related);
    json.end();
}

} // namespace

void write_rdjson(const Report& report, const Style&, std::ostream& out)
{
    JsonStream json(out, JsonStream::Layout::indented);
    json.object().key("source").object().member("name", "verbatim").end().key("diagnostics").array();
    for (const LocatedFinding& located : findings_of(report))
        write_finding(json, report.documents[located.document].document, *located.finding);
    json.end().end().line_break();
}

} // namespace verbatim::report
