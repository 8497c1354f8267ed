// SPDX-License-Identifier: Apache-2.0
// What programs read: every output parses, keeps its schema, and says what the report says.
#include "world.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/wait.h>

using namespace verbatim;
namespace world = verbatim::report::test;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> keys(const Json& object)
{
    std::vector<std::string> names;
    for (const auto& [key, value] : object.items())
        names.push_back(key);
    return names;
}

Json parsed(const Report& report, std::string_view reporter) { return Json::parse(world::written(report, reporter)); }

/// Exit code of a Python check in tests/report on this text; 77 says that its tools are not installed.
int checked_by(const std::string& script, const std::string& text)
{
    const auto file =
        std::filesystem::temp_directory_path() / ("verbatim-report-" + std::to_string(getpid()) + ".json");
    std::ofstream(file, std::ios::binary) << text;
    const std::string command = "python3 '" VERBATIM_SOURCE_DIR "/tests/report/" + script + "' '" + file.string() + "'";
    const int status = std::system(command.c_str()); // NOLINT(cert-env33-c)
    std::filesystem::remove(file);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

BOOST_AUTO_TEST_SUITE(report_machine_formats)

BOOST_AUTO_TEST_CASE(json_follows_its_schema)
{
    for (const Report& report : {world::harbour(), world::edit(), world::hostile(),
                                 Report{.command = "check",
                                 .version = "0.1.0",
                                 .library = {},
                                 .documents = {},
                                 .pairs = {},
                                 .problems = {},
                                 .notes = {},
                                 .summary = {}}}) {
        const int code = checked_by("validate_schema.py", world::written(report, "json"));
        if (code == 77) {
            BOOST_TEST_MESSAGE("skipped: python3-jsonschema is not installed");
            return;
        }
        BOOST_TEST(code == 0, "schema of the report of " << report.command);
    }
}

BOOST_AUTO_TEST_CASE(the_schema_is_strict)
{
    Json report = parsed(world::harbour(), "json");
    report["documents"][0]["quotations"][0]["surprise"] = 1;
    const int code = checked_by("validate_schema.py", report.dump());
    BOOST_TEST((code == 1 || code == 77));
}

BOOST_AUTO_TEST_CASE(json_keeps_the_order_of_its_keys)
{
    const Json report = parsed(world::harbour(), "json");
    const std::vector<std::string> top = {"schema_version", "tool",  "command",  "library",
                                          "documents",      "pairs", "problems", "summary"};
    BOOST_TEST(keys(report) == top);
    const Json& quotation = report["documents"][0]["quotations"][0];
    const std::vector<std::string> expected = {
        "id",    "kind",  "form",     "text",      "parts",       "line",      "column",  "end_line", "end_column",
        "place", "marks", "language", "nested_in", "attribution", "citations", "verdict", "reason",   "matches"};
    BOOST_TEST(keys(quotation) == expected);
    BOOST_TEST(quotation["id"] == "d1q1");
    BOOST_TEST(quotation["parts"][0]["start"] == 29);
    BOOST_TEST(quotation["matches"][0]["alterations"][0]["kind"] == "number");
    BOOST_TEST(report["documents"][0]["findings"][0]["quotation"] == "d1q1");
    BOOST_TEST(report["documents"][0]["quotations"][2]["reason"] == "too-short");
    BOOST_TEST(report["documents"][0]["quotations"][1]["reason"].is_null());
}

BOOST_AUTO_TEST_CASE(titles_have_no_verdict_and_a_located_term_has_one)
{
    Report report = world::harbour();
    report.documents[0].reading.quotations[0].kind = QuotationKind::title;
    report.documents[0].reading.quotations[1].kind = QuotationKind::term;
    report.documents[0].reading.quotations[2].kind = QuotationKind::term;
    const Json quotations = parsed(report, "json")["documents"][0]["quotations"];
    BOOST_TEST(quotations[0]["verdict"].is_null());
    BOOST_TEST(quotations[1]["verdict"] == "verbatim");
    BOOST_TEST(quotations[2]["verdict"].is_null());
    BOOST_TEST(quotations[2]["reason"].is_null());
}

BOOST_AUTO_TEST_CASE(pair_findings_point_at_their_side)
{
    const Json pair = parsed(world::edit(), "json")["pairs"][0];
    BOOST_TEST(pair["links"][0]["confidence"].is_null());
    BOOST_TEST(pair["links"][1]["to"].is_null());
    BOOST_TEST(pair["findings"][0]["quotation"] == "d2q1");
    BOOST_TEST(pair["findings"][1]["quotation"] == "d1q2");
    BOOST_TEST(pair["findings"][1]["path"] == "before.md");
    BOOST_TEST(pair["findings"][1]["side"] == "from");
}

BOOST_AUTO_TEST_CASE(json_lines_in_document_order)
{
    std::istringstream lines(world::written(world::harbour(), "jsonl"));
    std::vector<std::string> ids;
    for (std::string line; std::getline(lines, line);) {
        const Json item = Json::parse(line);
        BOOST_TEST(item["path"] == "speeches/harbour.md");
        ids.push_back(item["type"].get<std::string>() + " " + item["id"].get<std::string>());
    }
    const std::vector<std::string> expected = {"quotation d1q1", "citation d1c1", "quotation d1q2", "quotation d1q3"};
    BOOST_TEST(ids == expected);
    const std::string citation =
        "{\"type\":\"citation\",\"path\":\"speeches/harbour.md\",\"id\":\"d1c1\",\"kind\":\"author-date\",\"text\":"
        "\"Lindqvist 1956, 12\",\"start\":80,\"end\":98,\"line\":1,\"column\":81,\"key\":null,\"fields\":{\"author\":"
        "\"Lindqvist\",\"issued\":\"1956\"},\"locator\":\"12\",\"work\":\"lindqvist-1956\",\"resolved\":true}\n";
    BOOST_TEST(world::written(world::harbour(), "jsonl").find(citation) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(sarif_says_what_the_report_says)
{
    const Json run = parsed(world::harbour(), "sarif")["runs"][0];
    BOOST_TEST(run["columnKind"] == "utf16CodeUnits");
    const Json& result = run["results"][0];
    BOOST_TEST(result["ruleId"] == "changed-number");
    BOOST_TEST(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == "changed-number");
    BOOST_TEST(result["partialFingerprints"]["verbatim/v1"] == "0123456789abcdef");
    BOOST_TEST(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "speeches/harbour.md");
    BOOST_TEST(result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "14");
    BOOST_TEST(result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 88);
    BOOST_TEST(run["invocations"][0]["toolExecutionNotifications"].size() == 1u);
}

BOOST_AUTO_TEST_CASE(sarif_keeps_the_gravest_of_too_many)
{
    Report report = world::harbour();
    Finding info = report.documents[0].findings[1];
    info.severity = Severity::info;
    std::vector<Finding>& findings = report.documents[0].findings;
    findings.insert(findings.begin(), 25'000, info);
    const Json results = parsed(report, "sarif")["runs"][0]["results"];
    BOOST_TEST(results.size() == 25'000u);
    BOOST_TEST(results[0]["level"] == "error");
    BOOST_TEST(results[1]["level"] == "warning");
    BOOST_TEST(results[2]["level"] == "note");
}

BOOST_AUTO_TEST_CASE(sarif_paths_are_percent_encoded)
{
    Report report = world::harbour();
    report.documents[0].document.path = "a b/é#?%.md";
    const Json run = parsed(report, "sarif")["runs"][0];
    BOOST_TEST(run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
               == "a%20b/%C3%A9%23%3F%25.md");
}

BOOST_AUTO_TEST_CASE(sarif_passes_the_official_validator)
{
    for (const Report& report : {world::harbour(), world::edit(), world::hostile()}) {
        const int code = checked_by("validate_sarif.py", world::written(report, "sarif"));
        if (code == 77) {
            BOOST_TEST_MESSAGE("skipped: npm's @microsoft/sarif-multitool does not run here");
            return;
        }
        BOOST_TEST(code == 0, "SARIF of the report of " << report.command);
    }
}

BOOST_AUTO_TEST_CASE(csl_json_of_the_works_cited)
{
    Report report = world::harbour();
    Citation entry;
    entry.kind = CitationKind::entry;
    entry.fields = {{"type", "book"},
                    {"title", "Ports of the North"},
                    {"author", "Okoro, Maria; Port Council"},
                    {"issued", "2007-10/2008"},
                    {"page", "3-9"},
                    {"made-up", "x"}};
    report.documents[0].reading.entries = {entry};
    const Json items = parsed(report, "csl-json");
    BOOST_TEST(items.size() == 2u);
    BOOST_TEST(items[0] == Json::parse(R"({"id": "lindqvist-1956", "type": "speech", "title": "Opening address",
        "author": [{"family": "Lindqvist", "given": "Oda"}], "issued": {"date-parts": [[1956, 3]]},
        "event-title": "founding congress", "DOI": "10.5555/harbour"})"));
    BOOST_TEST(items[1] == Json::parse(R"({"id": "d1e1", "type": "book",
        "author": [{"family": "Okoro", "given": "Maria"}, {"literal": "Port Council"}],
        "issued": {"date-parts": [[2007, 10], [2008]]}, "page": "3-9", "title": "Ports of the North"})"));
}

BOOST_AUTO_TEST_CASE(csl_json_keeps_a_vague_date_as_written)
{
    Report report = world::harbour();
    for (const auto& [date, expected] :
         std::vector<std::pair<std::string, std::string>>{{"1956-03-12", R"({"date-parts": [[1956, 3, 12]]})"},
                                                          {"1956?", R"({"date-parts": [[1956]], "circa": true})"},
                                                          {"195X", R"({"literal": "195X"})"},
                                                          {"1956-21", R"({"literal": "1956-21"})"},
                                                          {"1956-03-12-1", R"({"literal": "1956-03-12-1"})"}}) {
        report.library[0].date = date;
        BOOST_TEST(parsed(report, "csl-json")[0]["issued"] == Json::parse(expected), date);
    }
}

BOOST_AUTO_TEST_SUITE_END()
