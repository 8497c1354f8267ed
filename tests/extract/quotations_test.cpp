// SPDX-License-Identifier: Apache-2.0
#include "processor_time.hpp"
#include "reading_text.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;
using test::document_of;
using test::outline;
using test::quotations_of;

namespace {

struct Case {
    const char* text;
    const char* outline;
    std::size_t unbalanced = 0;
};
void check(const Case& c, const std::string& language)
{
    const Reading reading = quotations_of(document_of(std::string(c.text), language));
    BOOST_TEST(outline(reading) == c.outline, c.text << "\n  " << outline(reading) << "\n  for " << c.outline);
    BOOST_TEST(reading.unbalanced.size() == c.unbalanced, c.text << ": " << reading.unbalanced.size() << " unbalanced");
}

std::string form_of(const Reading& reading, std::size_t i)
{
    return std::string(to_string(reading.quotations.at(i).form));
}

} // namespace

BOOST_AUTO_TEST_SUITE(quotations)

BOOST_AUTO_TEST_CASE(pairs)
{
    const Case cases[] = {
        {"Lindqvist said: \"We wait.\"", "We wait."},
        {"“We wait,” she said, “for quiet water.”", "We wait,|for quiet water."},
        // A blank before a contraction or an apostrophe opens nothing.
        {"\" I 've seen the ships ' crews , an ' they 're late . \"",
         "I 've seen the ships ' crews , an ' they 're late ."},
        {"' I 've seen it , ' said Anna .", "I 've seen it ,"},
        {"He said “the word ‘quiet’ is old” today.", "the word ‘quiet’ is old|quiet<0"},
        {"\"He said 'no' to me,\" she said.", "He said 'no' to me,|no<0"},
        {"'He said \"no\" to me,' she said.", "He said \"no\" to me,|no<0"},
        {"'I don't care,' she said.", "I don't care,"},
        {"'The ships' crews don't care,' she said.", "The ships' crews don't care,"},
        {"Give 'em the 'quiet' water and the ships' crews.", "quiet"},
        {"In the '90s the ships' crews played rock 'n' roll.", ""},
        {"'Tis late,' he said.", "Tis late,"},
        {"‘The ships’ crews don’t care,’ she said.", "The ships’ crews don’t care,"},
        {"A door of 5'10\" and a plank of 3½\" lay there.", ""},
        {"\"The plank was 6\" wide,\" she said.", "The plank was 6\" wide,"},
        {"\"It came in 1992\" and \"it left in 2001\".", "It came in 1992|it left in 2001"},
        {"He said \"we wait and left. \"We go,\" she said. \"Now.\"", "We go,|Now.", 1},
        {"“We wait and left. “We go,” she said.", "We go,", 1},
        {"We go,” she said. “We wait.”", "We wait.", 1},
        {"She said \"we wait \"today.", "we wait"},
        {"She said\" we wait\" today.", "we wait"},
        {"``We wait,'' she said.", "We wait,"},
        {"`We wait,' she said and ran `make`.", "We wait,"},
        {"„Wir warten“, sagte sie.", "Wir warten"},
        {"»Wir warten«, sagte sie, «nous attendons» und « lui ».", "Wir warten|nous attendons|lui"},
        {"An empty \"\" and \"…\" say nothing.", ""},
        {"\" We wait , \" she said , \" for water . \"", "We wait ,|for water ."},
    };
    for (const Case& c : cases)
        check(c, "en");
}

BOOST_AUTO_TEST_CASE(chinese)
{
    const Case cases[] = {
        {"林奎斯特说：“我们等待。”", "我们等待。"},
        {"“我们等待，\"林奎斯特说。船来了。", "我们等待，"}, // a straight mark closes
        {"他说，\"我们等待。船来了。", "", 1},
        {"他说：“她讲‘好’，就走了。”", "她讲‘好’，就走了。|好<0"},
        {"「她講『好』，就走了。」他說。", "她講『好』，就走了。|好<0"},
        {"《港口章程》规定：“港口属于城市。”", "港口章程|港口属于城市。"},
        {"他说“《港口章程》很好”。", "《港口章程》很好|港口章程<0"},
        {"他说：“我们等待。", "", 1},
        {"港口\"很静\"。", "很静"},
    };
    for (const Case& c : cases)
        check(c, "zh");
}

BOOST_AUTO_TEST_CASE(several_paragraphs)
{
    const auto read = [](std::vector<std::string> texts) {
        std::vector<test::Paragraph> paragraphs;
        for (std::string& text : texts)
            paragraphs.push_back({BlockKind::paragraph, std::move(text), 0});
        return quotations_of(document_of(paragraphs));
    };
    const Reading both = read({"She said: “We wait.", "“We ‘hope’ too.", "“We go.” Then she left."});
    BOOST_TEST(outline(both) == "We wait. / We ‘hope’ too. / We go.|hope<0");
    BOOST_TEST(both.quotations[0].marks == "“”");
    BOOST_TEST(both.unbalanced.empty());
    // The next paragraph does not re-open: only the first is spoilt.
    const Reading lost = read({"She said: “We wait. And “they” go.", "He said: “We go.”"});
    BOOST_TEST(outline(lost) == "they|We go.");
    BOOST_TEST(lost.unbalanced.size() == 1U);
    // A quotation follows the unclosed mark: the next paragraph begins one of its own.
    const Reading apart = read({"“We wait. “They go,” she said.", "“We go.”"});
    BOOST_TEST(outline(apart) == "They go,|We go.");
    BOOST_TEST(outline(read({"\"We wait.", "\"We go.\""})) == "We wait. / We go.");
}

BOOST_AUTO_TEST_CASE(a_sentence_a_line)
{
    Document document = document_of(std::vector<test::Paragraph>{{BlockKind::paragraph, "\"We wait.", 0},
                                                                 {BlockKind::paragraph, "We go,\" she said.", 0},
                                                                 {BlockKind::paragraph, "\"Now.\"", 0}});
    // Blank lines between them: paragraphs, of which the second did not re-open.
    BOOST_TEST(outline(quotations_of(document)) == "We wait. / We go,|Now.");
    const std::string lines = "\"We wait.\nWe go,\" she said.\n\"Now.\"";
    document.plain = lines;
    document.blocks[0].span = {0, 9};
    document.blocks[1].span = {10, 27};
    document.blocks[2].span = {28, lines.size()};
    BOOST_TEST(outline(quotations_of(document)) == "We wait. We go,|Now.");
}

BOOST_AUTO_TEST_CASE(code_has_no_marks)
{
    Document document = document_of("Call f(\"x\") and say \"we wait\".");
    document.code = {{5, 11}};
    BOOST_TEST(outline(quotations_of(document)) == "we wait");
    document.blocks[0].kind = BlockKind::code;
    BOOST_TEST(quotations_of(document).quotations.empty());
}

BOOST_AUTO_TEST_CASE(block_quotations)
{
    using enum BlockKind;
    const Reading block = quotations_of(document_of(std::vector<test::Paragraph>{
        {paragraph, "She wrote:", 0}, {quote, "We \"wait\".", 1}, {quote, "We go.", 1}, {quote, "Another.", 2}}));
    BOOST_TEST(outline(block) == "We \"wait\". / We go.|wait<0|Another.");
    BOOST_TEST(form_of(block, 0) == "block");
    BOOST_TEST(block.quotations[0].marks.empty());
    const Reading marked = quotations_of(
        document_of(std::vector<test::Paragraph>{{paragraph, "She wrote:", 0}, {quote, "“We wait.”", 1}}));
    BOOST_TEST(outline(marked) == "We wait.");
    BOOST_TEST(form_of(marked, 0) == "block");
    const Document signed_block =
        document_of(std::vector<test::Paragraph>{{heading, "The quay", 0},
                                                 {quote, "We wait.\n— Oda Lindqvist, Address (1956)", 1},
                                                 {paragraph, "So it began.", 0}});
    const Reading epigraph = quotations_of(signed_block);
    BOOST_TEST(outline(epigraph) == "We wait.");
    BOOST_TEST(form_of(epigraph, 0) == "epigraph");
    const auto signature = extract::signature_of(signed_block, epigraph.quotations[0]);
    BOOST_REQUIRE(signature.has_value());
    BOOST_TEST(signed_block.slice(*signature) == "Oda Lindqvist, Address (1956)");
}

BOOST_AUTO_TEST_CASE(signed_paragraphs)
{
    const Document maxims = document_of(
        std::vector<test::Paragraph>{{BlockKind::paragraph, "\"We wait.\"\n  — Oda Lindqvist", 0},
                                     {BlockKind::paragraph, "Water is patient.\n    -- Okoro, Letters", 0}});
    const Reading reading = quotations_of(maxims);
    BOOST_TEST(outline(reading) == "We wait.|Water is patient.");
    for (const Quotation& quotation : reading.quotations) {
        BOOST_TEST(std::string(to_string(quotation.form)) == "epigraph");
        BOOST_TEST(extract::signature_of(maxims, quotation).has_value());
    }
    BOOST_TEST(quotations_of(document_of("The quay — Lindqvist's work — stood there.")).quotations.empty());
}

BOOST_AUTO_TEST_CASE(speaker_turns)
{
    using enum BlockKind;
    const Reading turns =
        quotations_of(document_of(std::vector<test::Paragraph>{{paragraph, "REPORTER: Why do you wait?", 0},
                                                               {paragraph, "LINDQVIST: For \"quiet\" water.", 0},
                                                               {paragraph, "REPORTER: And then?", 0}}));
    BOOST_TEST(outline(turns) == "Why do you wait?|For \"quiet\" water.|quiet<1|And then?");
    BOOST_TEST(form_of(turns, 0) == "turn");
    BOOST_TEST(turns.quotations[0].question_turn);
    BOOST_TEST(!turns.quotations[1].question_turn);
    BOOST_TEST(!turns.quotations[3].question_turn); // no other speaker follows
    const Reading none = quotations_of(document_of(
        std::vector<test::Paragraph>{{paragraph, "Note: The quay is wet.", 0}, {paragraph, "Harbour: It is old.", 0}}));
    BOOST_TEST(none.quotations.empty());
    const Reading chinese = quotations_of(document_of(
        std::vector<test::Paragraph>{{paragraph, "记者：为什么等待？", 0}, {paragraph, "林奎斯特：等静水。", 0}},
        "zh"));
    BOOST_TEST(outline(chinese) == "为什么等待？|等静水。");
}

BOOST_AUTO_TEST_CASE(dialogue)
{
    using enum BlockKind;
    const std::vector<test::Paragraph> lines{
        {paragraph, "— We wait.", 0}, {paragraph, "— Why?", 0}, {paragraph, "— For water.", 0}};
    const Reading reading = quotations_of(document_of(lines));
    BOOST_TEST(outline(reading) == "We wait.|Why?|For water.");
    BOOST_REQUIRE(reading.quotations.size() == 3U);
    BOOST_TEST(form_of(reading, 0) == "dialogue");
    auto incise = lines;
    incise[0].text = "— We wait, said Lindqvist, for quiet water.";
    incise[2].text = "— For water, she said slowly.";
    BOOST_TEST(outline(quotations_of(document_of(incise))) == "We wait, / for quiet water.|Why?|For water,");
    BOOST_TEST(
        quotations_of(document_of(std::vector<test::Paragraph>(lines.begin(), lines.begin() + 1))).quotations.empty());
}

BOOST_AUTO_TEST_CASE(language_by_script)
{
    BOOST_TEST(quotations_of(document_of("She said “我们等待” twice.")).quotations.at(0).language == "zh");
    BOOST_TEST(
        quotations_of(document_of(std::string("她说“we wait for quiet water”。"), "zh")).quotations.at(0).language
        == "en");
    BOOST_TEST(quotations_of(document_of("She said “we wait”.")).quotations.at(0).language == "en");
}

BOOST_AUTO_TEST_CASE(hostile_input_is_linear)
{
    const std::size_t size = 1 << 20;
    for (const std::string unit : {"\"", "\"a", "“a", "”", "'a ", " 'a", "a' ", "‘“", "《“", "`", "``a", "»", "\"a\n",
                                   "“\n\n", "— a\n", "A: b\n"}) {
        std::string text;
        while (text.size() < size)
            text += unit;
        const ProcessorTime taken;
        const Reading reading = quotations_of(document_of(text));
        BOOST_TEST(taken.seconds() < 10.0, unit << ": " << taken.seconds() << " s");
        for (const Quotation& quotation : reading.quotations)
            BOOST_REQUIRE(!quotation.parts.empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()
