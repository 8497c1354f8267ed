// SPDX-License-Identifier: Apache-2.0
#include "reading.hpp"

namespace verbatim::read::test {
namespace {

Document markdown(std::string text) { return document_of(std::move(text), "a.md"); }

struct Case {
    const char* name;
    const char* text;
    const char* blocks;
};

const Case cases[] = {
    {"paragraphs", "One\ntwo.\n\nThree.\n", "paragraph<One/two.>paragraph<Three.>"},
    {"emphasis is markup", "He *did* say `so` in **the** [hall](http://x.org \"t\").",
     "paragraph<He did say so in the hall.>"},
    {"headings", "# Harbour\n\nQuiet\n-----\n\nText.", "heading<Harbour>heading<Quiet>paragraph<Text.>"},
    {"hard break", "One  \ntwo\\\nthree", "paragraph<One/two/three>"},
    {"CRLF", "One\r\ntwo.\r\n\r\nThree.", "paragraph<One\\r/two.>paragraph<Three.>"},
    {"entities", "Fish &amp; chips&hellip; &#8220;so&#x201D; &bogus; &lt;b&gt;",
     "paragraph<Fish & chips… “so” &bogus; <b>>"},
    {"escapes", "\\*not\\* \\\"so\\\"", "paragraph<*not* \"so\">"},
    {"block quotation", "Said:\n\n> One\n> two.\n>\n> Three.\n", "paragraph<Said:>quote<One/two.>quote<Three.>"},
    {"lazy quotation", "> One\ntwo.\n", "quote<One/two.>"},
    {"admonition", "> [!NOTE]\n> Mind the tide.\n>\n> Always.\n\n> Words.\n",
     "admonition<Mind the tide.>admonition<Always.>quote<Words.>"},
    {"admonition with a title", "> [!tip] Tides\n> Mind them.\n", "admonition<Tides/Mind them.>"},
    {"not an admonition", "> [so] he said\n", "quote<[so] he said>"},
    {"tight list", "- one\n- two\n  - inner\n", "list-item<one>list-item<two>list-item<inner>"},
    {"list with paragraphs", "1. one\n\n   more\n2. two\n", "list-item<one>list-item<more>list-item<two>"},
    {"quotation in a list", "- said:\n  > Quiet.\n", "list-item<said:>quote<Quiet.>"},
    {"table", "| a | b |\n|---|---|\n| c | d\\|e |\n", "table-cell<a>table-cell<b>table-cell<c>table-cell<d|e>"},
    {"code", "```\n\"no\"\n```\n\n    \"nor\"\n", "code<\"no\"/>code<\"nor\"/>"},
    {"image text is none", "A ![\"alt\"](x.png) b.", "paragraph<A  b.>"},
    {"inline tags", "A <b>bold</b><br>line.", "paragraph<A bold/line.>"},
    {"note", "Words.[^1]\n\n[^1]: Lindqvist 1956, 12.\n", "paragraph<Words.[^1]>note 1<Lindqvist 1956, 12.>"},
    {"note with a link", "Words.[^a]\n\n[^a]: https://example.org/x\n",
     "paragraph<Words.[^a]>note a<https://example.org/x>"},
    {"notes without blank lines", "W.[^1]\n\n[^1]: One.\n[^2]: Two\nlazy.\n\nMore.\n",
     "paragraph<W.[^1]>note 1<One.>note 2<Two/lazy.>paragraph<More.>"},
    {"note of two paragraphs", "[^1]: One.\n\n    Two\n    *lines*.\n\nText.\n",
     "note 1<One.>note 1<Two/lines.>paragraph<Text.>"},
    {"note ends a paragraph", "Text[^1]\n[^1]: note\n", "paragraph<Text[^1]>note 1<note>"},
    {"note on the next line", "[^1]:\n    text\n", "note 1<text>"},
    {"definition inside code", "```\n[^1]: no\n```\n", "code<[^1]: no/>"},
    {"comment before words", "<!-- verbatim: off --> \"Words.\"\n", "paragraph<\"Words.\">"},
    {"comment block", "<!-- verbatim: off -->\nWords.\n", "paragraph<Words.>"},
    {"front matter", "---\ntitle: T\n---\n\nText.\n", "paragraph<Text.>"},
    {"thematic break is no front matter", "---\n\nText.\n\n---\n", "paragraph<Text.>"},
    {"empty", "", ""},
    {"only space", " \n\n", ""},
};

} // namespace

BOOST_AUTO_TEST_SUITE(markdown_reader)

BOOST_AUTO_TEST_CASE(reads_blocks)
{
    for (const Case& c : cases) {
        BOOST_TEST_CONTEXT(c.name)
        {
            const Document document = markdown(c.text);
            BOOST_TEST(shown(document) == c.blocks);
            BOOST_TEST(broken_invariant(document) == "");
        }
    }
}

BOOST_AUTO_TEST_CASE(finds_spans)
{
    const Document document = markdown("A *b **c*** `d` [e](x)\n");
    const auto texts = [&](const std::vector<Span>& spans) {
        std::string all;
        for (const Span span : spans)
            all += std::string(document.slice(span)) + ";";
        return all;
    };
    BOOST_TEST(texts(document.emphasis) == "b c;c;");
    BOOST_TEST(texts(document.code) == "d;");
    BOOST_TEST(texts(document.links) == "e;");
}

BOOST_AUTO_TEST_CASE(finds_note_calls)
{
    const Document document = markdown("One.[^1] `[^2]` \\[^3] Two[^b].\n\n[^1]: See[^9].\n");
    std::string labels;
    for (const NoteCall& call : document.note_calls)
        labels += call.label + "=" + std::string(document.slice(call.span)) + ";";
    BOOST_TEST(labels == "1=[^1];b=[^b];9=[^9];");
}

BOOST_AUTO_TEST_CASE(positions_lead_back)
{
    const Document document = markdown("> Fish &amp; *chips*,\n> she said.\n");
    const std::size_t chips = document.plain.find("chips");
    BOOST_TEST(document.map.decoded({chips, chips + 5}).begin == document.decoded.find("chips"));
    const std::size_t amp = document.plain.find('&');
    BOOST_TEST(document.map.decoded({amp, amp + 1}).begin == 7U);
    BOOST_TEST(document.map.decoded({amp, amp + 1}).end == 12U);
    const std::size_t she = document.plain.find("she");
    BOOST_TEST(document.map.decoded({she, she + 3}).begin == document.decoded.find("she"));
}

BOOST_AUTO_TEST_CASE(keeps_comments)
{
    const Document document = markdown("<!-- verbatim: off -->\n\nOne <!-- verbatim: ignore-line --> two.\n\n"
                                       "<!-- verbatim: ignore altered-case\n -- why -->\nThree.\n\n<!-- x --> Four.\n");
    BOOST_REQUIRE_EQUAL(document.comments.size(), 4U);
    BOOST_TEST(document.comments[0].text == " verbatim: off ");
    BOOST_TEST(document.comments[0].offset == 0U);
    BOOST_TEST(document.plain.substr(document.comments[1].offset, 5) == " two.");
    BOOST_TEST(document.comments[2].text == " verbatim: ignore altered-case\n -- why ");
    BOOST_TEST(document.plain.substr(document.comments[2].offset, 5) == "Three");
    BOOST_TEST(document.plain.substr(document.comments[3].offset, 4) == "Four");
    BOOST_TEST(document.decoded.substr(document.comments[3].decoded.begin, 10) == "<!-- x -->");
    BOOST_TEST(document.plain.find("verbatim") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(groups_block_quotations)
{
    const Document document = markdown("> a\n>\n> > b\n\nText\n\n> c\n");
    BOOST_REQUIRE_EQUAL(document.blocks.size(), 4U);
    BOOST_TEST(document.blocks[0].group == document.blocks[1].group);
    BOOST_TEST(document.blocks[0].group != 0U);
    BOOST_TEST(document.blocks[1].level == 2);
    BOOST_TEST(document.blocks[2].group == 0U);
    BOOST_TEST(document.blocks[3].group != document.blocks[0].group);
}

BOOST_AUTO_TEST_CASE(numbers_paragraphs_of_ordered_lists)
{
    const Document document = markdown("Preface.\n\n7. Seven.\n8. Eight.\n9. Nine.\n");
    BOOST_REQUIRE_EQUAL(document.locators.size(), 3U);
    BOOST_TEST(document.locators[1].kind == "paragraph");
    BOOST_TEST(document.locators[1].label == "8");
    BOOST_TEST(document.plain.substr(document.locators[1].offset, 5) == "Eight");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace verbatim::read::test
