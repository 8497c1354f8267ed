// SPDX-License-Identifier: Apache-2.0
#include "reading.hpp"

namespace verbatim::read::test {
namespace {

Document plain(std::string text) { return document_of(std::move(text), "a.txt"); }

struct Case {
    const char* name;
    const char* text;
    const char* blocks;
};

const std::string long_sentence = "The port shall stay open to every ship that asks for shelter, and nobody shall ask "
                                  "what flag she flies before the storm is over and her crew has slept, "
                                  "which is the custom of this coast and older than any of its charters.";

const Case cases[] = {
    {"hard-wrapped", "The port shall stay\nopen to all.\n\nNobody asks.\n",
     "paragraph<The port shall stay/open to all.>paragraph<Nobody asks.>"},
    {"heading", "Opening address\n\nThe port shall stay open.\n",
     "heading<Opening address>paragraph<The port shall stay open.>"},
    {"heading with a hard space behind", "Quiet water\xC2\xA0 \n\nThe port.\n",
     "heading<Quiet water>paragraph<The port.>"},
    {"two headings", "The Harbour\n\nA history\n\nIt was quiet.\n",
     "heading<The Harbour>heading<A history>paragraph<It was quiet.>"},
    {"numbered heading", "3. The harbour\n\nIt is old.\n", "heading<3. The harbour>paragraph<It is old.>"},
    {"underlined heading", "The Harbour\n===========\nIt was quiet.\n", "heading<The Harbour>paragraph<It was quiet.>"},
    {"Han heading", "开幕词\n\n港口应当开放。\n", "heading<开幕词>paragraph<港口应当开放。>"},
    {"last short line is none", "It was quiet.\n\nOda Lindqvist\n", "paragraph<It was quiet.>paragraph<Oda Lindqvist>"},
    {"quotation is no heading", "\"Quiet water\"\n\nIt was quiet.\n",
     "paragraph<\"Quiet water\">paragraph<It was quiet.>"},
    {"lower case is no heading", "quiet water\n\nIt was.\n", "paragraph<quiet water>paragraph<It was.>"},
    {"sentence is no heading", "It was quiet.\n\nVery.\n", "paragraph<It was quiet.>paragraph<Very.>"},
    {"speaker line is no heading", "OKORO: Quiet\n\nIt was.\n", "paragraph<OKORO: Quiet>paragraph<It was.>"},
    {"verse is one paragraph", "Quiet water,\nquiet stone,\nwho sails out\nsails alone.\n\nThe end of it.\n",
     "paragraph<Quiet water,/quiet stone,/who sails out/sails alone.>paragraph<The end of it.>"},
    {"rule between", "One.\n\n* * *\n\nTwo.\n", "paragraph<One.>paragraph<Two.>"},
    {"page mark between lines", "The port\n[p. 12]\nstays open.\n", "paragraph<The port/[p. 12]/stays open.>"},
    {"page mark alone", "One.\n\n[p. 12]\n\nTwo.\n", "paragraph<One.>paragraph<Two.>"},
    {"ideographic indent", "　　港口应当开放，\n人人可来。\n　　无人过问。\n",
     "paragraph<港口应当开放，/人人可来。>paragraph<无人过问。>"},
    {"lone CR", "One.\r\rTwo.\r", "paragraph<One.>paragraph<Two.>"},
    {"CRLF", "One\r\nmore.\r\n\r\nTwo.\r\n", "paragraph<One\\r/more.>paragraph<Two.>"},
    {"empty", "", ""},
    {"only space", " \n\t\n", ""},
    {"markup is text", "*One* > two\n", "paragraph<*One* > two>"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(text_reader)

BOOST_AUTO_TEST_CASE(finds_paragraphs)
{
    for (const Case& c : cases) {
        BOOST_TEST_CONTEXT(c.name)
        {
            const Document document = plain(c.text);
            BOOST_TEST(document.plain == c.text);
            BOOST_TEST(shown(document) == c.blocks);
            BOOST_TEST(broken_invariant(document) == "");
        }
    }
}

BOOST_AUTO_TEST_CASE(long_lines_are_paragraphs)
{
    const Document document = plain(long_sentence + "\n" + long_sentence + "\n" + long_sentence + "\n");
    BOOST_TEST(document.blocks.size() == 3U);
    const Document wrapped = plain("The port shall stay open to every ship that asks for shelter, and\n"
                                   "nobody shall ask what flag she flies before the storm is over. So\n"
                                   "it was agreed, and so it shall be kept by all who come after us.\n");
    BOOST_TEST(wrapped.blocks.size() == 1U);
}

BOOST_AUTO_TEST_CASE(closed_lines_without_blank_lines_are_paragraphs)
{
    const std::string line = "The port shall stay open to every ship that asks for shelter in a storm.\n";
    BOOST_TEST(plain(line + line + line + line).blocks.size() == 4U);
    BOOST_TEST(plain(line + line + "\n" + line + line).blocks.size() == 2U);
}

BOOST_AUTO_TEST_CASE(paragraphs_are_numbered_without_headings)
{
    const Document document = plain("Opening\n\nOne.\n\nTwo.\n");
    BOOST_REQUIRE_EQUAL(document.blocks.size(), 3U);
    BOOST_TEST(document.blocks[0].paragraph == 0U);
    BOOST_TEST(document.blocks[1].paragraph == 1U);
    BOOST_TEST(document.blocks[2].paragraph == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(locators)

namespace {
/// "kind label@first words;" of every mark.
std::string marks(const Document& document)
{
    std::string all;
    for (const LocatorMark& mark : document.locators)
        all += mark.kind + " " + mark.label + "@" + std::string(document.plain.view().substr(mark.offset, 6)) + ";";
    return all;
}
struct Marked {
    const char* text;
    const char* marks;
};
} // namespace

BOOST_AUTO_TEST_CASE(are_found_in_runs)
{
    const Marked table[] = {
        {"[p. 12]The port [page 13] stays [S. xiv] open.", "page 12@The po;page 13@ stays;page xiv@ open.;"},
        {"[第12页]港口", "page 12@港口;"},
        {"[p. ] [p. 12 [port 12] (p. 12)", ""},
        {"One.\n\fTwo.\n\fThree.", "page 1@One.\n\f;page 2@Two.\n\f;page 3@Three.;"},
        {"12. One.\n\n13. Two.\n\nMore.\n\n14. Three.", "paragraph 12@12. On;paragraph 13@13. Tw;paragraph 14@14. Th;"},
        {"12. One.\n\n14. Two.\n\n16. Three.", ""},
        {"12. One.\n\n13. Two.", ""},
        {"§ 1 One.\n\n§ 2 Two.\n\n§ 3 Three.", "paragraph 1@§ 1 O;paragraph 2@§ 2 T;paragraph 3@§ 3 T;"},
        {"[1] One.\n\n[2] Two.\n\n[3] Three.", "paragraph 1@[1] On;paragraph 2@[2] Tw;paragraph 3@[3] Th;"},
        {"1956. A year.\n\n1. One.\n\n2. Two.\n\n3. Three.",
         "paragraph 1@1. One;paragraph 2@2. Two;paragraph 3@3. Thr;"},
        {"5:3 One. 5:4 Two\n5:5 Three.\n6:1 Four.",
         "verse 5:3@5:3 On;verse 5:4@5:4 Tw;verse 5:5@5:5 Th;verse 6:1@6:1 Fo;"},
        {"Mt 5:3 One.\nMt 5:4 Two.\nMt 5:5 Three.", "verse Mt 5:3@Mt 5:3;verse Mt 5:4@Mt 5:4;verse Mt 5:5@Mt 5:5;"},
        {"At 5:03 he rose. At 5:04 he left. At 5:05 it rained.", ""},
        {"12:30 One.\n14:05 Two.\n16:00 Three.", ""},
    };
    for (const Marked& row : table) {
        const Document document = plain(row.text);
        BOOST_TEST(marks(document) == row.marks);
        BOOST_TEST(broken_invariant(document) == "");
    }
}

BOOST_AUTO_TEST_CASE(are_not_read_in_code)
{
    BOOST_TEST(marks(document_of("A `[p. 12]`\n\n```\n[p. 13]\n```\n\n[p. 14] b\n", "a.md")) == "page 14@ b;");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace verbatim::read::test
