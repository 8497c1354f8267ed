// SPDX-License-Identifier: Apache-2.0
// Text of users is shown, never obeyed: by a terminal, a browser, a Markdown renderer, a parser.
#include "report/escape.hpp"
#include "world.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace verbatim;
using namespace verbatim::report;
namespace world = verbatim::report::test;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

bool has_control(const std::string& text)
{
    const bool ascii = std::any_of(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == '\x7f';
    });
    return ascii || contains(text, "\xC2\x9B");
}

} // namespace

BOOST_AUTO_TEST_SUITE(report_hostile)

BOOST_AUTO_TEST_CASE(no_output_passes_on_controls_bidi_or_broken_bytes)
{
    for (const Reporter& reporter : reporters()) {
        const std::string text = world::written(world::hostile(), reporter.name);
        BOOST_TEST(!has_control(text), reporter.name);
        BOOST_TEST(!contains(text, "\xE2\x80\xAE"), reporter.name);
        BOOST_TEST(text == well_formed(text), reporter.name);
        BOOST_TEST(!text.empty(), reporter.name);
    }
}

BOOST_AUTO_TEST_CASE(the_same_for_every_command)
{
    for (const std::string command : {"check", "find", "collate", "report", "compare", "extract"})
        for (const std::string_view reporter : {"text", "markdown", "html", "csv", "junit"}) {
            Report report = world::hostile();
            report.command = command;
            const std::string text = world::written(report, reporter);
            BOOST_TEST(!has_control(text), command << ' ' << reporter);
            BOOST_TEST(!contains(text, "\xFF"), command << ' ' << reporter);
        }
}

BOOST_AUTO_TEST_CASE(html_has_no_element_of_the_user)
{
    const std::string page = world::written(world::hostile(), "html");
    BOOST_TEST(!contains(page, "<script"));
    BOOST_TEST(!contains(page, "<!--"));
    BOOST_TEST(contains(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    BOOST_TEST(contains(page, "lang=\"e&quot;n&lt;\""));
    BOOST_TEST(!contains(page, "http:"));
    BOOST_TEST(!contains(page, "https:"));
    BOOST_TEST(!contains(page, "src="));
}

BOOST_AUTO_TEST_CASE(markdown_has_no_markup_of_the_user)
{
    const std::string text = world::written(world::hostile(), "markdown");
    std::size_t raw = 0;
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1))
        raw += text[at - 1] != '\\' && text.compare(at, 5, "<del>") != 0 && text.compare(at, 5, "<ins>") != 0
               && text.compare(at, 6, "</del>") != 0 && text.compare(at, 6, "</ins>") != 0
               && text.compare(at, 4, "<br>") != 0;
    BOOST_TEST(raw == 0u);
    BOOST_TEST(contains(text, "\\<script\\>"));
    BOOST_TEST(!contains(text, " | \\`")); // a bar of the user's must not split the row
    BOOST_TEST(contains(text, "\\| \\`x\\`"));
}

BOOST_AUTO_TEST_CASE(a_message_stays_on_its_line)
{
    const std::string text = world::written(world::hostile(), "line");
    BOOST_TEST(std::count(text.begin(), text.end(), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(json_brings_the_words_back)
{
    const auto report = nlohmann::json::parse(world::written(world::hostile(), "json"));
    const auto text = report["documents"][0]["quotations"][0]["text"].get<std::string>();
    BOOST_TEST(
        text.starts_with("\x1b[31m<script>alert(1)</script> ]]> \"q\" | `x` \xE2\x80\xAE *b* \xC2\x9B \xEF\xBF\xBD"));
}

BOOST_AUTO_TEST_CASE(escapes)
{
    BOOST_TEST(visible("a\tb\nc") == "a b c");
    BOOST_TEST(visible("\x1b[0m") == "\\u{1B}[0m");
    BOOST_TEST(visible("\xC2\x9B"
                       "2J")
               == "\\u{9B}2J");
    BOOST_TEST(visible("\xE2\x80\xAE") == "\\u{202E}");
    BOOST_TEST(visible("\xF3\xA0\x81\x81") == "\\u{E0041}");
    BOOST_TEST(visible("林奎斯特 naïve") == "林奎斯特 naïve");
    BOOST_TEST(well_formed("a\xC0\xAF"
                           "b\xED\xA0\x80"
                           "c\xF4\x90\x80\x80"
                           "d\xE2\x82")
               == "a\uFFFD\uFFFDb\uFFFD\uFFFD\uFFFDc\uFFFD\uFFFD\uFFFD\uFFFDd\uFFFD\uFFFD");
    BOOST_TEST(for_html("<a href='x'>&\"") == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;");
    BOOST_TEST(for_markdown("- 1. *a* _b_ [c](d) | <e>") == "\\- 1. \\*a\\* \\_b\\_ \\[c\\](d) \\| \\<e\\>");
    BOOST_TEST(for_markdown("12. May") == "12\\. May");
    BOOST_TEST(for_uri("/a b/c:d.md") == "file:///a%20b/c%3Ad.md");
    BOOST_TEST(clipped("we ask for nothing but quiet water", 20) == "we ask for nothing…");
    BOOST_TEST(clipped("quiet", 5) == "quiet");
    BOOST_TEST(columns("a林é") == 4u);
    std::string json;
    append_json_escaped(json, "\"\\\n\x01\xE2\x80\xA8\xF3\xA0\x81\x81/");
    BOOST_TEST(json == "\\\"\\\\\\n\\u0001\\u2028\\uDB40\\uDC41/");
}

BOOST_AUTO_TEST_SUITE_END()
