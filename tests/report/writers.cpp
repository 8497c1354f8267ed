// SPDX-License-Identifier: Apache-2.0
// What people read: golden strings.
#include "world.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <sstream>

using namespace verbatim;
using namespace verbatim::report;
namespace world = verbatim::report::test;

BOOST_AUTO_TEST_SUITE(report_writers)

BOOST_AUTO_TEST_CASE(every_reporter_has_a_name_and_a_summary)
{
    std::set<std::string_view> names;
    for (const Reporter& reporter : reporters()) {
        BOOST_TEST(!reporter.summary.empty());
        BOOST_TEST(names.insert(reporter.name).second);
        BOOST_TEST(reporter_named(reporter.name) == &reporter);
    }
    BOOST_TEST(reporter_named("toml") == nullptr);
}

BOOST_AUTO_TEST_CASE(line_is_one_line_a_finding)
{
    BOOST_TEST(world::written(world::harbour(), "line")
               == "speeches/harbour.md:1:44: changed-number: Lindqvist 1956, ¶ 12 (sources/lindqvist-1956.txt:88) has "
                  "\"14\".\n"
                  "speeches/harbour.md:2:2: missing-attribution: It stands word for word in Lindqvist, Opening address "
                  "(1956-03), ¶ 12.\n");
}

BOOST_AUTO_TEST_CASE(text_shows_both_sides)
{
    BOOST_TEST(world::written(world::harbour(), "text")
               == "speeches/harbour.md:1:44  error  changed-number  \"lend the port 40 million crowns over three "
                  "years\"\n"
                  "   Lindqvist 1956, ¶ 12 (sources/lindqvist-1956.txt:88) has \"14\".\n"
                  "   quoted   lend the port [-40-] million crowns over three years\n"
                  "   source   lend the port {+14+} million crowns over three years\n"
                  "speeches/harbour.md:2:2  warning  missing-attribution  \"We ask for nothing but quiet water.\"\n"
                  "   It stands word for word in Lindqvist, Opening address (1956-03), ¶ 12.\n");
}

BOOST_AUTO_TEST_CASE(text_draws_the_diff_of_a_quotation_once)
{
    Report report = world::harbour();
    Finding second = report.documents[0].findings[0];
    second.message = "Something else.";
    report.documents[0].findings.push_back(second);
    const std::string text = world::written(report, "text");
    const std::size_t first = text.find("{+14+}");
    BOOST_TEST(first != std::string::npos);
    BOOST_TEST(text.find("{+14+}", first + 1) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(text_of_an_edit_names_the_change)
{
    BOOST_TEST(world::written(world::edit(), "text")
               == "after.md:1:12  error  edited-quotation  \"the bridge will open\"\n"
                  "   The quotation lost \"not\".\n"
                  "   negation   [-not-]\n"
                  "before.md:1:43  warning  dropped-quotation  \"wait for May\"\n"
                  "   The quotation is gone.\n");
}

BOOST_AUTO_TEST_CASE(colours_only_when_asked_and_never_alone)
{
    BOOST_TEST(world::written(world::harbour(), "text").find('\x1b') == std::string::npos);
    Style style;
    style.colour = true;
    BOOST_TEST(world::written(world::harbour(), "text", style).find("\x1b[31m[-40-]\x1b[0m") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(long_equal_words_are_clipped_around_the_hunk)
{
    Report report = world::harbour();
    Passage& match = report.documents[0].evidence[0].matches[0];
    match.diff = {
        {DiffRun::Kind::equal, "In those days nobody along the whole coast could say whether the council would"},
        {DiffRun::Kind::quoted_only, "give"},
        {DiffRun::Kind::source_only, "lend"},
        {DiffRun::Kind::equal, "the port anything at all, and the boats lay in the harbour until the spring"}};
    const std::string text = world::written(report, "text");
    BOOST_TEST(text.find("   quoted   …could say whether the council would [-give-] the port anything at all, and "
                         "the…\n")
               != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_no_diff_explains_is_underlined)
{
    const auto shown = [](const std::string& text, const std::string& marked) {
        Report report;
        report.command = "check";
        report.documents.resize(1);
        report.documents[0].document = world::document("a.txt", text);
        Finding finding;
        finding.rule = "unresolved-citation";
        finding.message = "Unknown.";
        finding.span = world::words(report.documents[0].document, marked).span;
        report.documents[0].findings = {finding};
        const std::string output = world::written(report, "text");
        return output.substr(output.find("Unknown.\n") + 9);
    };
    BOOST_TEST(shown("As 林奎斯特 said (Okoro 1960).\nNext.", "Okoro 1960")
               == "   As 林奎斯特 said (Okoro 1960).\n"
                  "                     ^^^^^^^^^^\n");
    const std::string far(5000, 'x');
    BOOST_TEST(shown(far + "(Okoro 1960)" + far, "Okoro 1960")
               == "   …" + std::string(43, 'x') + "(Okoro 1960)" + std::string(43, 'x') + "…\n" + std::string(48, ' ')
                      + "^^^^^^^^^^\n");
    BOOST_TEST(shown("one \"two\nthree", "\"two\nthree") == "   one \"two\n       ^^^^\n");
}

BOOST_AUTO_TEST_CASE(the_citation_report_at_a_terminal)
{
    Report report = world::harbour();
    report.command = "report";
    report.documents[0].findings.clear();
    BOOST_TEST(world::written(report, "text")
               == "speeches/harbour.md:1:30  altered  \"lend the port 40 million crowns over three years\"\n"
                  "   said by    Oda Lindqvist, 1956-03 (explicit)\n"
                  "   stands in  Lindqvist, Oda, Opening address (1956-03), ¶ 12 (sources/lindqvist-1956.txt:88)\n"
                  "   quoted   lend the port [-40-] million crowns over three years\n"
                  "   source   lend the port {+14+} million crowns over three years\n"
                  "speeches/harbour.md:2:2  verbatim  \"We ask for nothing but quiet water.\"\n"
                  "   stands in  Lindqvist, Oda, Opening address (1956-03), ¶ 12 (sources/lindqvist-1956.txt:88)\n"
                  "speeches/harbour.md:2:45  unchecked: too short  \"quiet water\"\n");
}

BOOST_AUTO_TEST_CASE(find_lists_places_nearest_first)
{
    Report report = world::harbour();
    report.command = "find";
    report.documents[0].findings.clear();
    BOOST_TEST(world::written(report, "text")
               == "sources/lindqvist-1956.txt:88  0.8889  Lindqvist, Oda, Opening address (1956-03), ¶ 12\n"
                  "   quoted   lend the port [-40-] million crowns over three years\n"
                  "   source   lend the port {+14+} million crowns over three years\n"
                  "sources/lindqvist-1956.txt:88  1.0000  Lindqvist, Oda, Opening address (1956-03), ¶ 12\n"
                  "   We ask for nothing but quiet water.\n");
}

BOOST_AUTO_TEST_CASE(summary_counts_what_was_and_was_not_checked)
{
    BOOST_TEST(world::summary_of(world::harbour())
               == "1 document · 3 quotations, 2 checked: 1 verbatim, 1 altered · 1 unchecked (1 too short)\n"
                  "1 citation · 1 error, 1 warning\n");
    BOOST_TEST(world::summary_of(world::edit())
               == "before.md → after.md: 1 edited, 1 dropped\n"
                  "2 documents · 3 quotations\n"
                  "0 citations · 1 error, 1 warning\n");
    Report none;
    none.command = "check";
    BOOST_TEST(world::summary_of(none)
               == "0 documents · 0 quotations, 0 checked\n0 citations · 0 errors, 0 warnings\n");
}

BOOST_AUTO_TEST_CASE(summary_names_the_language_that_has_no_reference)
{
    Report report = world::harbour();
    report.documents[0].reading.quotations[2].language = "fr";
    report.documents[0].evidence[2].reason = UncheckedReason::no_reference_in_language;
    BOOST_TEST(world::summary_of(report).find("1 unchecked (1 no reference in French)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(quiet_leaves_the_summary_out)
{
    std::ostringstream out;
    Style style;
    style.quiet = true;
    write_summary(world::harbour(), style, out);
    BOOST_TEST(out.str() == "");
}

BOOST_AUTO_TEST_CASE(problems_name_file_line_and_remedy)
{
    Report report = world::harbour();
    report.notes = {"no library was given"};
    std::ostringstream out;
    write_notes(report, Style{}, out);
    BOOST_TEST(out.str()
               == "sources/broken.txt:3:7: warning: The file is not valid UTF-8.\n   Save it as UTF-8.\n"
                  "note: no library was given\n");
}

BOOST_AUTO_TEST_CASE(markdown_of_a_check)
{
    BOOST_TEST(
        world::written(world::harbour(), "markdown")
        == "## verbatim check: 1 error, 1 warning\n\n"
           "1 document · 3 quotations, 2 checked: 1 verbatim, 1 altered · 1 unchecked (1 too short)<br>\n"
           "1 citation\n\n"
           "| Place | Severity | Rule | Finding |\n|---|---|---|---|\n"
           "| speeches/harbour.md:1:44 | error | changed-number | “lend the port 40 million crowns over three "
           "years”<br>Lindqvist 1956, ¶ 12 (sources/lindqvist-1956.txt:88) has \"14\".<br>"
           "quoted: lend the port <del>40</del> million crowns over three years<br>"
           "source: lend the port <ins>14</ins> million crowns over three years |\n"
           "| speeches/harbour.md:2:2 | warning | missing-attribution | “We ask for nothing but quiet water.”<br>"
           "It stands word for word in Lindqvist, Opening address (1956-03), ¶ 12. |\n\n"
           "### Problems and notes\n\n"
           "- warning: sources/broken.txt:3: The file is not valid UTF-8. Save it as UTF-8.\n");
}

BOOST_AUTO_TEST_CASE(markdown_of_the_citation_report_has_every_section)
{
    Report report = world::harbour();
    report.command = "report";
    const std::string text = world::written(report, "markdown");
    std::size_t at = 0;
    for (const std::string_view expected :
         {"# Citation report\n", "\n## Coverage\n", "| Checked | 2 |\n", "\n## By work\n",
          "\n### Lindqvist, Oda, Opening address (1956-03)\n",
          "| speeches/harbour.md:1:30 | altered | “lend the port 40 million crowns over three years” | Oda Lindqvist | "
          "¶ 12 (sources/lindqvist-1956.txt:88) |\n",
          "\n## By place\n", "\n### speeches/harbour.md\n",
          "| 2 | verbatim | “We ask for nothing but quiet water.” | – | – | – | Lindqvist, Oda, Opening address "
          "(1956-03) |\n",
          "| 2 | unchecked: too short | “quiet water” | – | – | – | – |\n", "\n## Without source\n",
          "- speeches/harbour.md:2:2: “We ask for nothing but quiet water.”; it stands in", "\n## Differences\n",
          "  - number: “40” for “14”\n", "\n## Citations and entries\n", "| lindqvist-1956 |\n"}) {
        const std::size_t found = text.find(expected, at);
        BOOST_TEST(found != std::string::npos, "missing, or in another order: " << expected);
        at = found == std::string::npos ? at : found;
    }
}

BOOST_AUTO_TEST_CASE(dumps_are_one_item_a_line)
{
    const Report report = world::harbour();
    const auto dump = [&](std::string_view what) {
        std::ostringstream out;
        write_dump(report.documents[0], report, what, out);
        return out.str();
    };
    BOOST_TEST(dump("quotations")
               == "1:30\tquotation\tinline\ten\t\"\"\t\"lend the port 40 million crowns over three years\"\n"
                  "2:2\tquotation\tinline\ten\t\"\"\t\"We ask for nothing but quiet water.\"\n"
                  "2:45\tquotation\tinline\ten\t\"\"\t\"quiet water\"\n");
    BOOST_TEST(dump("text").starts_with("1:1\tparagraph ¶ 1\t\"Lindqvist told"));
    BOOST_TEST(dump("attributions").find("explicit\tsource=Lindqvist\tperson=Oda Lindqvist\tcue=told")
               != std::string::npos);
    BOOST_TEST(dump("citations").find("\tlocator=12\tresolved lindqvist-1956\n") != std::string::npos);
    BOOST_TEST(dump("matches").find("\t\tnumber\t\"40\" for \"14\"\n") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
