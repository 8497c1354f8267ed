// SPDX-License-Identifier: Apache-2.0
// The report as JSON, schema version 1 (docs/report.schema.json). The order of the keys is fixed.
#include "report/json_values.hpp"
#include "report/lookup.hpp"
#include "report/writers.hpp"
#include "text/text.hpp"

namespace verbatim::report {
namespace {

void write_library(JsonStream& json, const std::vector<Work>& works)
{
    json.key("library").array();
    for (const Work& work : works) {
        json.object().member("id", work.id).member("title", work.title).key("creators").array();
        for (const std::string& creator : work.creators)
            json.string(creator);
        json.end().member_or_null("date", work.date).key("versions").array();
        for (const Version& version : work.versions) {
            json.object().member("language", version.language).member("label", version_name(version));
            json.member("status", to_string(version.status)).member("path", version.path);
            json.member_or_null("sha256", version.sha256).end();
        }
        json.end().end();
    }
    json.end();
}

void write_related(JsonStream& json, const std::vector<Related>& places)
{
    json.key("related").array();
    for (const Related& related : places) {
        json.object().member("path", related.path);
        json.member("start", related.file.begin).member("end", related.file.end);
        json.member("line", related.line).member("message", related.message).end();
    }
    json.end();
}

void write_fix(JsonStream& json, const Document& document, const std::optional<Fix>& fix)
{
    json.key("fix");
    if (!fix) {
        json.null();
        return;
    }
    const FileSpan stored = text::stored(document, fix->span);
    json.object().member("start", stored.begin).member("end", stored.end);
    json.member("replacement", fix->replacement).member("description", fix->description).end();
}

void write_finding(JsonStream& json, const Report& report, const LocatedFinding& located)
{
    const Finding& finding = *located.finding;
    const Document& document = report.documents[located.document].document;
    const Range range = range_of(document, finding.span);
    json.object().member("rule", finding.rule).member("severity", to_string(finding.severity));
    json.member("message", finding.message);
    json.member("start", range.stored.begin).member("end", range.stored.end);
    json.member("line", range.first.line).member("column", range.first.column);
    json.member("end_line", range.behind.line).member("end_column", range.behind.column);
    json.member_or_null("quotation",
                        finding.quotation ? quotation_id(located.document, *finding.quotation) : std::string());
    json.member_or_null("citation",
                        finding.citation ? citation_id(located.document, *finding.citation) : std::string());
    write_related(json, finding.related);
    write_fix(json, document, finding.fix);
    json.member("fingerprint", finding.fingerprint);
    if (located.pair != nullptr)
        json.member("path", document.path).member("side", finding.side == Side::from ? "from" : "to");
    json.end();
}

void write_document(JsonStream& json, const Report& report, std::size_t index)
{
    const DocumentResult& result = report.documents[index];
    const Document& document = result.document;
    json.object().member("path", document.path).member("format", document.format);
    json.member("language", document.language).member("sha256", document.sha256).key("quotations").array();
    json.values(result.reading.quotations.size(), [&](JsonStream& piece, std::size_t i) {
        piece.object();
        write_quotation_members(piece, report, index, i);
        piece.end();
    });
    json.end().key("citations").array();
    for (std::size_t i = 0; i < result.reading.citations.size(); ++i) {
        json.object();
        write_citation_members(json, document, result.reading.citations[i], citation_id(index, i));
        json.end();
    }
    json.end().key("entries").array();
    for (std::size_t i = 0; i < result.reading.entries.size(); ++i) {
        json.object();
        write_citation_members(json, document, result.reading.entries[i], entry_id(index, i));
        json.end();
    }
    json.end().key("findings").array();
    json.values(result.findings.size(), [&](JsonStream& piece, std::size_t i) {
        write_finding(piece, report, {&result.findings[i], index, nullptr});
    });
    json.end().end();
}

void write_pair_side(JsonStream& json, const Report& report, std::string_view name, std::size_t document,
                     const std::string& revision)
{
    json.key(name).object().member("document", document).member("path", report.documents[document].document.path);
    json.member_or_null("revision", revision).end();
}

void write_change_side(JsonStream& json, std::string_view name, const Document& document,
                       const std::optional<TextSpan>& words)
{
    json.key(name);
    if (words)
        write_words(json, document, *words);
    else
        json.null();
}

void write_link(JsonStream& json, const Report& report, const PairResult& pair, const Link& link)
{
    json.object();
    json.member_or_null("from", link.from ? quotation_id(pair.from, *link.from) : std::string());
    json.member_or_null("to", link.to ? quotation_id(pair.to, *link.to) : std::string());
    json.key("confidence");
    if (link.confidence)
        json.decimal(*link.confidence);
    else
        json.null();
    json.member("state", to_string(link.state));
    json.member_or_null("toward_source", link.toward_source ? to_string(*link.toward_source) : std::string_view());
    json.key("changes").array();
    for (const Change& change : link.changes) {
        json.object().member("kind", change.kind);
        write_change_side(json, "from", report.documents[pair.from].document, change.from);
        write_change_side(json, "to", report.documents[pair.to].document, change.to);
        json.end();
    }
    json.end().end();
}

void write_pair(JsonStream& json, const Report& report, const PairResult& pair)
{
    json.object().member("kind", to_string(pair.pairing.kind));
    write_pair_side(json, report, "from", pair.from, pair.from_revision);
    write_pair_side(json, report, "to", pair.to, pair.to_revision);
    json.key("links").array();
    for (const Link& link : pair.pairing.links)
        write_link(json, report, pair, link);
    json.end().key("findings").array();
    for (const Finding& finding : pair.findings)
        write_finding(json, report, {&finding, finding.side == Side::from ? pair.from : pair.to, &pair});
    json.end().end();
}

void write_number_or_null(JsonStream& json, std::string_view name, std::size_t value)
{
    if (value == 0)
        json.key(name).null();
    else
        json.member(name, value);
}

void write_problems(JsonStream& json, const std::vector<Problem>& problems)
{
    json.key("problems").array();
    for (const Problem& problem : problems) {
        json.object().member_or_null("path", problem.path);
        write_number_or_null(json, "line", problem.line);
        write_number_or_null(json, "column", problem.column);
        json.member("severity", to_string(problem.severity)).member("message", problem.message);
        json.member("remedy", problem.remedy).end();
    }
    json.end();
}

void write_counts(JsonStream& json, const Summary& s)
{
    json.key("summary").object();
    json.member("documents", s.documents).member("quotations", s.quotations).member("checked", s.checked);
    json.member("verbatim", s.verbatim).member("conventional", s.conventional).member("altered", s.altered);
    json.member("not_found", s.not_found).member("unchecked", s.unchecked).member("nested", s.nested);
    json.member("titles", s.titles).member("terms", s.terms).member("attributed", s.attributed);
    json.member("unattributed", s.unattributed).member("citations", s.citations).member("unresolved", s.unresolved);
    json.member("errors", s.errors).member("warnings", s.warnings).member("infos", s.infos).end();
}

} // namespace

void write_json(const Report& report, const Style&, std::ostream& out)
{
    JsonStream json(out, JsonStream::Layout::indented);
    json.object().member("schema_version", std::size_t{1}).key("tool").object();
    json.member("name", "verbatim").member("version", report.version).end();
    json.member("command", report.command);
    write_library(json, report.library);
    json.key("documents").array();
    for (std::size_t i = 0; i < report.documents.size(); ++i)
        write_document(json, report, i);
    json.end().key("pairs").array();
    for (const PairResult& pair : report.pairs)
        write_pair(json, report, pair);
    json.end();
    write_problems(json, report.problems);
    write_counts(json, report.summary);
    json.end().line_break();
}

} // namespace verbatim::report
