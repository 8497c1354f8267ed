// SPDX-License-Identifier: Apache-2.0
// Clauses of speaking without a cue, clauses inside the marks, and words that are no source.
#include "attribution_lines.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

namespace {

struct Case {
    const char* language;
    const char* text;
    std::size_t quotation; ///< which one is asked about
    const char* line;
};

void check(const Case& each) { test::check({each.text, each.quotation, each.line}, each.language); }

} // namespace

BOOST_AUTO_TEST_SUITE(attribution_clauses)

BOOST_AUTO_TEST_CASE(clause_before_a_colon)
{
    const Case cases[] = {
        {"en", "Lind summed it up in a few words: \"Dig where you stand.\"", 0, "explicit; Lind; summed"},
        {"en", "Okoro had this to say: \"We are ready.\"", 0, "explicit; Okoro; to say"},
        {"en", "Lind's answer was brief: \"We are ready.\"", 0, "explicit; Lind; answer"},
        {"en", "Lind's position was clear: \"No more ships.\"", 0, "explicit; Lind; position"},
        {"en", "Okoro put the matter plainly: \"We are ready.\"", 0, "explicit; Okoro; put"},
        {"en", "Maria Okoro left. She had one piece of advice: \"Do not wait.\"", 0, "pronoun; She <Maria Okoro>; had"},
        {"en", "The minister took a different view: \"There will be no port.\"", 0, "explicit; The minister; took"},
        {"en", "In 1961, Lind gave a simple answer: \"No more ships.\"", 0, "explicit; Lind; gave; 1961"},
        {"en", "Union leader Amina Okoro was more direct: \"It is over.\"", 0, "explicit; Amina Okoro; was"},
        {"en", "Berg's deputy, who takes over on Monday, struck a different tone: \"It is over.\"", 0,
         "explicit; Berg's deputy; struck"},
        {"en", "A spokesman, Per Lind, would not say whether jobs were lost, saying only: \"It is over.\"", 0,
         "explicit; Per Lind; saying"},
        {"en", "Lind called it \"a ruin\" and accused the council of \"selling the shore by the metre\".", 1,
         "explicit; Lind; accused"},
        {"en", "The rules were drafted by Hanna Berg, but as she said, \"every comma was stolen\".", 0,
         "pronoun; she <Hanna Berg>; said"},
        {"en", "At the first meeting of the Alliance, Okoro spoke for hours. He added: \"It is over.\"", 0,
         "pronoun; He <Okoro>; added"},
        // Okoro may be a man too
        {"en", "John Lind sat at the gate. Okoro waved at the ship. Then he said: \"It is over.\"", 0,
         "pronoun; he; said"},
        {"en", "Okoro spoke to Berg for hours. He added: \"It is over.\"", 0, "pronoun; He; added"},
        {"en", "Okoro and Veld met in the hall. She said: \"It is over.\"", 0, "pronoun; She; said"}, // either
        {"en", "The result was clear: \"We are ready.\"", 0, "none"},
        {"en", "The sign was plain: \"No entry.\"", 0, "none"},
        {"en", "Lind was given one piece of advice: \"Wait.\"", 0, "none"},
        {"en", "Okoro had a letter from Lind: \"The port is closed.\"", 0, "none"},
        {"en", "Okoro raised his glass: \"To the port!\"", 0, "none"},
        {"en", "For Lind the matter was simple: \"No more ships.\"", 0, "none"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(titles_names_and_nobody)
{
    const Case cases[] = {
        {"en",
         "The \"Common Charter\" adopted by the First Plenary Session of the Harbour Conference in September 1949 "
         "stipulates: \"The port belongs to the people.\"",
         1, "explicit; Common Charter; stipulates; 1949-09; in Common Charter"},
        {"en", "Per Holm said: \"We are ready.\"", 0, "explicit; Per Holm; said"},
        {"en", "\"We are ready,\" said Per Holm.", 0, "explicit; Per Holm; said"},
        {"en", "Everybody said: \"We are ready.\"", 0, "none"},
        {"en", "Nobody said \"we are ready for it\".", 0, "none"},
        {"en", "People say \"we are ready for it\".", 0, "none"},
        {"en", "Then this happened: \"We are ready.\"", 0, "none"},
        {"zh", "有人说：“港口不能关。”", 0, "none"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(chinese_clauses)
{
    const Case cases[] = {
        {"zh", "林海认为，要“把港口还给全体人民”。", 0, "explicit; 林海; 认为"},
        {"zh", "奥科罗在社交媒体上发声，“港口不能关闭”。", 0, "explicit; 奥科罗; 发声"},
        {"zh", "奥科罗发推特：“港口不能关。”", 0, "explicit; 奥科罗; 发推特"},
        {"zh", "奥科罗竞选时说：“港口不能关。”", 0, "explicit; 奥科罗; 说"},
        {"zh", "林海：“我们走吧。”", 0, "explicit; 林海"},
        {"zh", "结果：“我们走吧。”", 0, "none"},
        {"zh", "方案：“关港。”", 0, "none"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(clause_inside_the_marks)
{
    const Case cases[] = {
        {"en", "\"The tide, she said, never waits for a council.\"", 0, "pronoun; she; said"},
        {"en", "\"The tide, said Lind, never waits for a council.\"", 0, "explicit; Lind; said"},
        {"zh", "“我们走吧，林海说，天黑了。”", 0, "explicit; 林海; 说"},
        {"en", "\"The tide, I said, never waits for a council.\"", 0, "none"},
        {"en", "\"The tide, she said, The tide.\"", 0, "none"},
        {"en", "Okoro told us: \"The harbour, Lind said, is closed.\"", 0, "explicit; Okoro; told"},
    };
    for (const Case& each : cases)
        check(each);
    const Reading reading = test::attributed(test::document_of("\"The tide, she said, never waits.\""));
    BOOST_TEST(test::outline(reading) == "The tide, / never waits.");
    BOOST_TEST(reading.quotations[0].text == "The tide, never waits.");
    const Reading told = test::attributed(test::document_of("Okoro told us: \"The harbour, Lind said, is closed.\""));
    BOOST_TEST(told.quotations[0].text == "The harbour, Lind said, is closed.");
}

BOOST_AUTO_TEST_CASE(capitals_of_a_transcript)
{
    const Document document =
        test::document_of(std::vector<test::Paragraph>{{BlockKind::paragraph, "Maria Okoro met Nils Lind in Lund.", 0},
                                                       {BlockKind::paragraph, "OKORO: The port is closed.", 0},
                                                       {BlockKind::paragraph, "LIND: It is not closed.", 0},
                                                       {BlockKind::paragraph, "OKORO: It is.", 0}});
    const Reading reading = test::attributed(document);
    BOOST_REQUIRE(reading.quotations.size() == 3);
    BOOST_TEST(test::line_of(reading.quotations[0]) == "explicit; OKORO <Maria Okoro>");
    BOOST_TEST(test::line_of(reading.quotations[1]) == "explicit; LIND <Nils Lind>");
    extract::Context context;
    context.people = {{"Hanna Berg", {}}};
    const Document other =
        test::document_of(std::vector<test::Paragraph>{{BlockKind::paragraph, "BERG: The port is closed.", 0},
                                                       {BlockKind::paragraph, "HOLM: It is not closed.", 0},
                                                       {BlockKind::paragraph, "BERG: It is.", 0}});
    const Reading registered = test::attributed(other, context);
    BOOST_REQUIRE(registered.quotations.size() == 3);
    BOOST_TEST(test::line_of(registered.quotations[0]) == "explicit; BERG <Hanna Berg>");
    BOOST_TEST(test::line_of(registered.quotations[1]) == "explicit; HOLM");
}

BOOST_AUTO_TEST_CASE(mixed_glyphs_by_order)
{
    const auto outline = [](const char* text) {
        return test::outline(test::quotations_of(test::document_of(text, "zh")));
    };
    BOOST_TEST(outline("他说\"港口“关了，又说“不开\"。") == "港口|不开");
    BOOST_TEST(outline("林海说：“港口不能关\"，他又说：\"明天开“。") == "港口不能关|明天开");
    BOOST_TEST(outline("林海说：”港口不能关“。") == "港口不能关");
    BOOST_TEST(outline("林海说：“港口不能关”。他走了”。") == "港口不能关");
    BOOST_TEST(outline("林海说：“他说“好”就走”。") == "他说“好”就走|好<0");
}

BOOST_AUTO_TEST_SUITE_END()
