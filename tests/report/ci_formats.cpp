// SPDX-License-Identifier: Apache-2.0
// What systems of continuous integration and spreadsheets read.
#include "world.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace verbatim;
namespace world = verbatim::report::test;
using Json = nlohmann::ordered_json;

namespace {

Json parsed(const Report& report, std::string_view reporter) { return Json::parse(world::written(report, reporter)); }

/// Exit code of the XML check on this output.
int xml_faults(const Report& report, const std::string& reporter)
{
    const auto file = std::filesystem::temp_directory_path() / ("verbatim-xml-" + std::to_string(getpid()) + ".xml");
    std::ofstream(file, std::ios::binary) << world::written(report, reporter);
    const std::string command =
        "python3 '" VERBATIM_SOURCE_DIR "/tests/report/validate_xml.py' " + reporter + " '" + file.string() + "'";
    const int status = std::system(command.c_str()); // NOLINT(cert-env33-c)
    std::filesystem::remove(file);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

BOOST_AUTO_TEST_SUITE(report_ci_formats)

BOOST_AUTO_TEST_CASE(xml_is_well_formed_and_counts_its_cases)
{
    for (const Report& report : {world::harbour(), world::edit(), world::hostile()})
        for (const std::string reporter : {"junit", "checkstyle"})
            BOOST_TEST(xml_faults(report, reporter) == 0, reporter << " of " << report.command);
}

BOOST_AUTO_TEST_CASE(github_annotates_the_gravest_first)
{
    Report report = world::harbour();
    std::swap(report.documents[0].findings[0], report.documents[0].findings[1]);
    report.problems.clear();
    BOOST_TEST(world::written(report, "github")
               == "::error file=speeches/harbour.md,line=1,endLine=1,col=44,endColumn=46,title=verbatim%3A "
                  "changed-number::Lindqvist 1956, ¶ 12 (sources/lindqvist-1956.txt:88) has \"14\".\n"
                  "::warning file=speeches/harbour.md,line=2,endLine=2,col=2,endColumn=37,title=verbatim%3A "
                  "missing-attribution::It stands word for word in Lindqvist, Opening address (1956-03), ¶ 12.\n");
}

BOOST_AUTO_TEST_CASE(github_gives_no_columns_across_lines_and_escapes_its_own_signs)
{
    Report report = world::harbour();
    report.problems.clear();
    Finding& finding = report.documents[0].findings[0];
    finding.span.end = finding.span.begin + 60;
    finding.message = "100 % of it,\nall: gone";
    report.documents[0].findings.resize(1);
    report.documents[0].document.path = "a,b:c.md";
    BOOST_TEST(world::written(report, "github")
               == "::error file=a%2Cb%3Ac.md,line=1,endLine=2,title=verbatim%3A changed-number::100 %25 of it, all: "
                  "gone\n");
}

BOOST_AUTO_TEST_CASE(gitlab_has_one_fingerprint_a_finding)
{
    Report report = world::harbour();
    report.documents[0].findings.push_back(report.documents[0].findings[0]);
    const Json issues = parsed(report, "gitlab");
    BOOST_TEST(issues.size() == 3);
    std::set<std::string> fingerprints;
    for (const Json& issue : issues) {
        BOOST_TEST(fingerprints.insert(issue.at("fingerprint")).second);
        BOOST_TEST(!issue.at("description").get<std::string>().empty());
        BOOST_TEST(issue.at("location").at("lines").at("begin").get<int>() >= 1);
    }
    BOOST_TEST(issues[0].at("severity") == "major");
    BOOST_TEST(issues[1].at("severity") == "minor");
    BOOST_TEST(issues[0].at("location").at("path") == "speeches/harbour.md");
    report.documents[0].findings.clear();
    BOOST_TEST(parsed(report, "gitlab").empty());
}

BOOST_AUTO_TEST_CASE(rdjson_counts_bytes_and_suggests)
{
    Report report = world::harbour();
    report.documents[0].document = world::document("a.txt", "Sagte: „lend 40 crowns“");
    Finding& finding = report.documents[0].findings[0];
    finding.span = world::words(report.documents[0].document, "40").span;
    finding.fix->span = finding.span;
    report.documents[0].findings.resize(1);
    const Json diagnostic = parsed(report, "rdjson").at("diagnostics").at(0);
    BOOST_TEST(diagnostic.at("severity") == "ERROR");
    BOOST_TEST(diagnostic.at("code").at("value") == "changed-number");
    const Json& range = diagnostic.at("location").at("range");
    BOOST_TEST(range.at("start").at("column") == 16); // the mark has three bytes
    BOOST_TEST(range.at("end").at("column") == 18);
    BOOST_TEST(diagnostic.at("suggestions").at(0).at("text") == "14");
    BOOST_TEST(diagnostic.at("suggestions").at(0).at("range") == range);
    BOOST_TEST(diagnostic.at("related_locations").at(0).at("location").at("range").at("start").at("line") == 88);
}

BOOST_AUTO_TEST_CASE(junit_tells_what_passed_and_what_was_skipped)
{
    const std::string text = world::written(world::harbour(), "junit");
    BOOST_TEST(contains(text, "<testsuite name=\"speeches/harbour.md\" tests=\"3\" failures=\"2\" errors=\"0\" "
                              "skipped=\"1\">"));
    BOOST_TEST(contains(text, "<skipped message=\"unchecked: too short\"/>"));
    BOOST_TEST(contains(text, "<failure type=\"changed-number\""));
    Report report = world::harbour();
    report.documents[0].findings[0].severity = Severity::info;
    BOOST_TEST(contains(world::written(report, "junit"), "<system-out>"));
    BOOST_TEST(!contains(world::written(report, "junit"), "changed-number\" message"));
}

BOOST_AUTO_TEST_CASE(csv_of_findings)
{
    BOOST_TEST(world::written(world::harbour(), "csv")
               == "path,line,column,end_line,end_column,severity,rule,words,message,related_path,related_line,"
                  "fingerprint\n"
                  "speeches/harbour.md,1,44,1,46,error,changed-number,40,\"Lindqvist 1956, ¶ 12 "
                  "(sources/lindqvist-1956.txt:88) has \"\"14\"\".\",sources/lindqvist-1956.txt,88,0123456789abcdef\n"
                  "speeches/harbour.md,2,2,2,37,warning,missing-attribution,We ask for nothing but quiet water.,\"It "
                  "stands word for word in Lindqvist, Opening address (1956-03), ¶ 12.\",,,fedcba9876543210\n");
}

BOOST_AUTO_TEST_CASE(csv_of_a_report_has_a_row_a_quotation_and_no_formula)
{
    Report report = world::harbour();
    report.command = "report";
    report.documents[0].reading.quotations[1].text = "=HYPERLINK(\"quiet\")";
    const std::string text = world::written(report, "csv");
    BOOST_TEST(contains(text, "speeches/harbour.md,1,30,quotation,altered,lend the port 40 million crowns over three "
                              "years,Oda Lindqvist,explicit,1956-03,,,lindqvist-1956,lindqvist-1956.txt,"
                              "sources/lindqvist-1956.txt,88,¶ 12,0.8889,lend the port 14 million crowns"));
    BOOST_TEST(contains(text, ",\"'=HYPERLINK(\"\"quiet\"\")\","));
    BOOST_TEST(contains(text, "unchecked: too short,quiet water,,none,,,,,,,,,,\n"));
}

BOOST_AUTO_TEST_SUITE_END()
