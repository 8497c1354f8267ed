// SPDX-License-Identifier: Apache-2.0
// SARIF 2.1.0 for code scanning. Columns are UTF-16 code units; paths are URIs relative to the working directory
// (the base id WORKINGDIRECTORY, which a consumer resolves). GitHub takes at most 25,000 results: the worst come first.
#include "report/escape.hpp"
#include "report/json_stream.hpp"
#include "report/lookup.hpp"
#include "report/writers.hpp"
#include "rules/rules.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <map>

namespace verbatim::report {
namespace {

constexpr std::string_view schema = "https://json.schemastore.org/sarif-2.1.0.json";
/// The validator asks for an address of the tool (SARIF2005); without a site of its own it names a reserved domain.
/// Rules carry their whole page in `help`, so they have no helpUri.
constexpr std::string_view home = "https://verbatim.example/";
constexpr std::string_view base_id = "WORKINGDIRECTORY";
constexpr std::size_t most_results = 25'000;

std::string_view level(Severity severity)
{
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    case Severity::info:
        return "note";
    case Severity::off:
        break;
    }
    return "none";
}

/// SARIF messages are sentences: they end in a full stop.
std::string sentence(std::string_view message)
{
    std::string text = visible(message);
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    if (text.empty())
        return "No message.";
    return std::string_view(".?!").find(text.back()) == std::string_view::npos ? text + "." : text;
}

/// Rule ids are kebab-case; SARIF viewers show a name in PascalCase.
std::string pascal_case(std::string_view id)
{
    std::string name;
    bool upper = true;
    for (const char c : id) {
        if (c != '-')
            name += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        upper = c == '-';
    }
    return name;
}

void write_text_member(JsonStream& json, std::string_view name, const std::string& text)
{
    json.key(name).object().member("text", text).end();
}

void write_artifact_location(JsonStream& json, std::string_view path)
{
    json.key("artifactLocation").object().member("uri", for_uri(path));
    if (path.empty() || path.front() != '/')
        json.member("uriBaseId", base_id);
    json.end();
}

void write_region(JsonStream& json, const Range& range)
{
    json.key("region").object();
    json.member("startLine", range.first.line).member("startColumn", range.first.column_utf16);
    json.member("endLine", range.behind.line).member("endColumn", range.behind.column_utf16).end();
}

void write_rule(JsonStream& json, const rules::Rule& rule)
{
    const rules::Documentation& words = rule.documentation;
    const std::string id(words.id);
    json.object().member("id", id).member("name", pascal_case(id));
    write_text_member(json, "shortDescription", sentence(words.summary));
    write_text_member(json, "fullDescription", sentence(words.summary) + " " + sentence(words.why));
    json.key("help").object().member("text", sentence(words.why) + " " + sentence(words.remedy));
    json.member("markdown", rules::page(rule)).end();
    json.key("defaultConfiguration").object();
    json.key("enabled").boolean(words.severity != Severity::off);
    json.member("level", level(words.severity)).end();
    json.key("properties").object().key("tags").array().string(rules::to_string(words.group)).end().end();
    json.end();
}

std::map<std::string_view, std::size_t> write_driver(JsonStream& json, const Report& report)
{
    std::map<std::string_view, std::size_t> indices;
    json.key("tool").object().key("driver").object().member("name", "verbatim");
    json.member("semanticVersion", report.version).member("version", report.version);
    json.member("informationUri", home).key("rules").array();
    for (const rules::Rule& rule : rules::all_rules()) {
        indices.emplace(rule.documentation.id, indices.size());
        write_rule(json, rule);
    }
    json.end().end().end();
    return indices;
}

void write_location(JsonStream& json, const Document& document, Span span)
{
    json.key("locations").array().object().key("physicalLocation").object();
    write_artifact_location(json, document.path);
    write_region(json, range_of(document, span));
    json.end().end().end();
}

void write_related(JsonStream& json, const std::vector<Related>& places)
{
    if (places.empty())
        return;
    json.key("relatedLocations").array();
    std::size_t id = 0;
    for (const Related& related : places) {
        json.object().member("id", ++id).key("physicalLocation").object();
        write_artifact_location(json, related.path);
        if (related.line != 0)
            json.key("region").object().member("startLine", related.line).end();
        json.end();
        write_text_member(json, "message", sentence(related.message));
        json.end();
    }
    json.end();
}

void write_fix(JsonStream& json, const Document& document, const Fix& fix)
{
    json.key("fixes").array().object();
    write_text_member(json, "description", sentence(fix.description));
    json.key("artifactChanges").array().object();
    write_artifact_location(json, document.path);
    json.key("replacements").array().object();
    const Range range = range_of(document, fix.span);
    json.key("deletedRegion").object();
    json.member("startLine", range.first.line).member("startColumn", range.first.column_utf16);
    json.member("endLine", range.behind.line).member("endColumn", range.behind.column_utf16).end();
    write_text_member(json, "insertedContent", well_formed(fix.replacement));
    json.end().end().end().end().end().end();
}

void write_result(JsonStream& json, const Report& report, const LocatedFinding& located,
                  const std::map<std::string_view, std::size_t>& rules)
{
    const Finding& finding = *located.finding;
    const Document& document = report.documents[located.document].document;
    json.object().member("ruleId", finding.rule);
    if (const auto rule = rules.find(finding.rule); rule != rules.end())
        json.member("ruleIndex", rule->second);
    json.member("level", level(finding.severity));
    write_text_member(json, "message", sentence(finding.message));
    write_location(json, document, finding.span);
    if (!finding.fingerprint.empty())
        json.key("partialFingerprints").object().member("verbatim/v1", finding.fingerprint).end();
    write_related(json, finding.related);
    if (finding.fix)
        write_fix(json, document, *finding.fix);
    json.end();
}

void write_notification(JsonStream& json, const Problem& problem)
{
    json.object().member("level", level(problem.severity));
    const std::string remedy = problem.remedy.empty() ? "" : " " + sentence(problem.remedy);
    write_text_member(json, "message", sentence(problem.message) + remedy);
    if (!problem.path.empty()) {
        json.key("locations").array().object().key("physicalLocation").object();
        write_artifact_location(json, problem.path);
        if (problem.line != 0) {
            json.key("region").object().member("startLine", problem.line);
            if (problem.column != 0)
                json.member("startColumn", problem.column);
            json.end();
        }
        json.end().end().end();
    }
    json.end();
}

void write_invocation(JsonStream& json, const std::vector<Problem>& problems)
{
    const bool failed = std::any_of(problems.begin(), problems.end(), [](const Problem& p) { return p.fatal; });
    json.key("invocations").array().object().key("executionSuccessful").boolean(!failed);
    json.key("toolExecutionNotifications").array();
    for (const Problem& problem : problems)
        write_notification(json, problem);
    json.end().end().end();
}

void write_base(JsonStream& json)
{
    json.key("originalUriBaseIds").object().key(base_id).object();
    write_text_member(json, "description", "The directory in which verbatim was started.");
    json.end().end();
}

void write_artifacts(JsonStream& json, const std::vector<DocumentResult>& documents)
{
    json.key("artifacts").array();
    for (const DocumentResult& result : documents) {
        json.object().key("location").object().member("uri", for_uri(result.document.path));
        if (result.document.path.empty() || result.document.path.front() != '/')
            json.member("uriBaseId", base_id);
        json.end();
        if (result.document.sha256.size() == 64)
            json.key("hashes").object().member("sha-256", result.document.sha256).end();
        json.end();
    }
    json.end();
}

} // namespace

void write_sarif(const Report& report, const Style&, std::ostream& out)
{
    std::vector<LocatedFinding> findings = worst_first(report);
    findings.resize(std::min(findings.size(), most_results));

    JsonStream json(out, JsonStream::Layout::indented);
    json.object().member("$schema", schema).member("version", "2.1.0").key("runs").array().object();
    const auto rules = write_driver(json, report);
    write_invocation(json, report.problems);
    json.key("automationDetails").object().member("id", "verbatim/" + report.command + "/").end();
    write_base(json);
    json.member("columnKind", "utf16CodeUnits");
    write_artifacts(json, report.documents);
    json.key("results").array();
    for (const LocatedFinding& located : findings)
        write_result(json, report, located, rules);
    json.end().end().end().end().line_break();
}

} // namespace verbatim::report
