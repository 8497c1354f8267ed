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

const std::string& deep_tags()
{
    static const std::string text = [] {
        std::string all;
        for (int i = 0; i < 100'000; ++i)
            all += "<div>";
        return all + "One.\n\nAfter.\n";
    }();
    return text;
}

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
    {"what a block quotation quotes behind its first paragraph",
     "> One.\n>\n> ## Two\n>\n> ```\n> three\n> ```\n>\n> | a | b |\n> |---|---|\n> | c | d |\n\n## End\n",
     "quote<One.>quote<Two>quote<three/>quote<a>quote<b>quote<c>quote<d>heading<End>"},
    {"what stands at the head of a block quotation", "> ## One\n>\n> ```\n> two\n> ```\n>\n> Three.\n",
     "heading<One>code<two/>quote<Three.>"},
    {"an admonition quotes nothing", "> [!NOTE]\n> One.\n>\n> ```\n> two\n> ```\n", "admonition<One.>code<two/>"},
    {"a table in a raw block quotation",
     "<blockquote><h2>A</h2><p>One.</p><h2>B</h2><table><tr><td>c</td></tr></table></blockquote><h2>D</h2>\n",
     "heading<A>quote<One.>quote<B>quote<c>heading<D>"},
    {"who signs a raw block quotation",
     "<blockquote><p>One <cite>A</cite>.</p><footer>Okoro, <cite>Address</cite></footer></blockquote>\n\n"
     "<blockquote><p>Two.</p><cite>— Veld</cite></blockquote>\n",
     "quote<One A.>quote<— Okoro, Address>quote<Two.>quote<— Veld>"},
    {"a title at the head of a paragraph signs nothing",
     "<blockquote><p>One.</p><p><cite>Address</cite> is long.</p></blockquote>\n",
     "quote<One.>quote<Address is long.>"},
    {"table", "| a | b |\n|---|---|\n| c | d\\|e |\n", "table-cell<a>table-cell<b>table-cell<c>table-cell<d|e>"},
    {"code", "```\n\"no\"\n```\n\n    \"nor\"\n", "code<\"no\"/>code<\"nor\"/>"},
    {"image text is none", "A ![\"alt\"](x.png) b.", "paragraph<A  b.>"},
    {"struck words are none", "Never ~~ever~~ <del>so *much*</del> <s>a</s>gain.", "paragraph<Never   gain.>"},
    {"one tilde strikes nothing out", "H~2~O", "paragraph<H2O>"},
    {"words that are not shown",
     "A <span style=\"color: red; Display: none\">b <span>c</span> d</span> e <i hidden>f</i>.", "paragraph<A  e .>"},
    {"words that are shown", "A <span style=\"display: block\">b</span> <i class=hidden-not>c</i>.",
     "paragraph<A b c.>"},
    {"ruby", "<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>", "paragraph<港>"},
    {"a tag that nothing closes", "Use <title> or <s>so.\n\nAnd <s>this</s>.\n",
     "paragraph<Use  or so.>paragraph<And .>"},
    {"raw HTML that is not shown", "<div>One <del>two</del> three <b hidden>four</b>.</div>\n<p hidden>Five.</p>\n",
     "paragraph<One three .>"},
    {"inline tags", "A <b>bold</b><br>line.", "paragraph<A bold/line.>"},
    {"emphasis by tags is markup", "A <em>bold</em> <CITE\nclass=x>word</CITE> &lt;<code>x</code>",
     "paragraph<A bold word <x>"},
    {"raw HTML", "<div>\n  One <b>two</b>\n  three.\n  <p>Four.</p>\n  Five.\n</div>\n",
     "paragraph<One two three.>paragraph<Four.>paragraph<Five.>"},
    {"raw block quotation", "<blockquote>\n<p>One</p><p>two.\n</blockquote>\nThree.\n",
     "quote<One>quote<two.>paragraph<Three.>"},
    {"raw block quotation around Markdown", "<blockquote>\n\nOne *two*.\n\n- Three.\n\n</blockquote>\n\nFour.\n",
     "quote<One two.>quote<Three.>paragraph<Four.>"},
    {"raw block quotation that nothing closes", "<blockquote>\nOne.\n\nTwo.\n", "quote<One.>paragraph<Two.>"},
    {"raw block quotations inside each other",
     "<blockquote>\n\n<blockquote>\n\nOne.\n\n</blockquote>\n\nTwo.\n\n"
     "</blockquote>\n\nThree.\n",
     "quote<One.>quote<Two.>paragraph<Three.>"},
    {"raw block quotation in a list ends with its item", "- a\n  <blockquote>\n\n  b\n- c\n\n</blockquote>\n",
     "list-item<a>quote<b>list-item<c>"},
    {"raw headings and lists", "<h1>One</h1>\n<ul><li>two<li>three</ul>\n<dl><dt>four<dd>five</dl>\n",
     "heading<One>list-item<two>list-item<three>list-item<four>list-item<five>"},
    {"raw table", "<table>\n<tr><th>a<td>b</tr>\n\n<tr><td>c</td><td>d</td></tr>\n</table>\n",
     "table-cell<a>table-cell<b>table-cell<c>table-cell<d>"},
    {"raw table in a raw block quotation",
     "<blockquote>\n\n<table>\n\n<tr><td>a</td></tr>\n\n</table>\n\nb\n\n</blockquote>\n\nc\n",
     "table-cell<a>quote<b>paragraph<c>"},
    {"words loose in a table are left out", "<table><tr><td>a</td></tr>b</table>\n", "table-cell<a>"},
    {"raw code", "<pre>\n\"no\"\n  x</pre>\n\n<div>a <code>b</code></div>\n", "code<\"no\"/  x>paragraph<a b>"},
    {"raw line breaks", "<p>One<br>\n  two <br/> three</p>\n", "paragraph<One/two/three>"},
    {"no running text", "<script>\n\"no\"\n</script>\n\n<div><style>x</style>a<button>b</button>c</div>\n",
     "paragraph<ac>"},
    {"entities of raw HTML", "<p>Fish &amp; chips&hellip; &ldquo;so&#x201D; &bogus; &lt;b&gt; &copy 1 & AT&T</p>\n",
     "paragraph<Fish & chips… “so” &bogus; <b> © 1 & AT&T>"},
    {"raw HTML in containers", "> <p>One\n> two</p>\n\n- <div>three</div>\n\nW.[^1]\n\n[^1]: <p>Four</p>\n",
     "quote<One two>list-item<three>paragraph<W.[^1]>note 1<Four>"},
    {"raw HTML with CRLF", "<p>One\r\ntwo</p>\r\n\r\nThree.\r\n", "paragraph<One two>paragraph<Three.>"},
    {"tags that close nothing", "<div>One</b></span> two</foo>three</div>\n", "paragraph<One twothree>"},
    {"raw HTML too deep to be read", deep_tags().c_str(), "paragraph<After.>"},
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
    const std::size_t chips = document.plain.view().find("chips");
    BOOST_TEST(document.map.decoded({chips, chips + 5}).begin == document.decoded.view().find("chips"));
    const std::size_t amp = document.plain.view().find('&');
    BOOST_TEST(document.map.decoded({amp, amp + 1}).begin == 7U);
    BOOST_TEST(document.map.decoded({amp, amp + 1}).end == 12U);
    const std::size_t she = document.plain.view().find("she");
    BOOST_TEST(document.map.decoded({she, she + 3}).begin == document.decoded.view().find("she"));
}

BOOST_AUTO_TEST_CASE(keeps_comments)
{
    const Document document = markdown("<!-- verbatim: off -->\n\nOne <!-- verbatim: ignore-line --> two.\n\n"
                                       "<!-- verbatim: ignore altered-case\n -- why -->\nThree.\n\n<!-- x --> Four.\n");
    BOOST_REQUIRE_EQUAL(document.comments.size(), 4U);
    BOOST_TEST(document.comments[0].text == " verbatim: off ");
    BOOST_TEST(document.comments[0].offset == 0U);
    BOOST_TEST(document.plain.view().substr(document.comments[1].offset, 5) == " two.");
    BOOST_TEST(document.comments[2].text == " verbatim: ignore altered-case\n -- why ");
    BOOST_TEST(document.plain.view().substr(document.comments[2].offset, 5) == "Three");
    BOOST_TEST(document.plain.view().substr(document.comments[3].offset, 4) == "Four");
    BOOST_TEST(document.decoded.view().substr(document.comments[3].decoded.begin, 10) == "<!-- x -->");
    BOOST_TEST(document.plain.view().find("verbatim") == std::string::npos);
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

BOOST_AUTO_TEST_CASE(positions_in_raw_html_lead_back)
{
    const Document document = markdown("> <p>Fish &amp;\n> <em>chips</em>,\n> she said.</p>\n");
    BOOST_TEST(shown(document) == "quote<Fish & chips, she said.>");
    for (const std::string_view word : {"Fish", "chips", "she said."}) {
        const std::size_t at = document.plain.view().find(word);
        BOOST_TEST(document.map.decoded({at, at + word.size()}).begin == document.decoded.view().find(word));
        BOOST_TEST(document.map.decoded({at, at + word.size()}).end
                   == document.decoded.view().find(word) + word.size());
    }
    const std::size_t amp = document.plain.view().find('&');
    BOOST_TEST(document.map.decoded({amp, amp + 1}).begin == document.decoded.view().find("&amp;"));
    BOOST_TEST(document.map.decoded({amp, amp + 1}).end == document.decoded.view().find("&amp;") + 5);
    BOOST_REQUIRE_EQUAL(document.emphasis.size(), 1U);
    BOOST_TEST(document.slice(document.emphasis.front()) == "chips");
}

BOOST_AUTO_TEST_CASE(finds_spans_of_raw_html)
{
    const Document document = markdown("<div>A <i>b <b>c</b></i> <em>d<p>e</p></em> <code>f</code></div>\n");
    std::string emphasis;
    for (const Span span : document.emphasis)
        emphasis += std::string(document.slice(span)) + ";";
    BOOST_TEST(emphasis == "b c;d;e;");
    BOOST_REQUIRE_EQUAL(document.code.size(), 1U);
    BOOST_TEST(document.slice(document.code.front()) == "f");
}

BOOST_AUTO_TEST_CASE(keeps_comments_of_raw_html)
{
    const Document document = markdown("<div>\n<!-- verbatim: off -->\n<p>One <!-- verbatim: ignore-line -->two.</p>\n"
                                       "<script>/* <!-- none --> */</script>\n</div>\n");
    BOOST_REQUIRE_EQUAL(document.comments.size(), 2U);
    BOOST_TEST(document.comments[0].text == " verbatim: off ");
    BOOST_TEST(document.plain.view().substr(document.comments[0].offset, 3) == "One");
    BOOST_TEST(document.plain.view().substr(document.comments[1].offset, 4) == "two.");
    BOOST_TEST(markdown(deep_tags() + "\n<div><!-- verbatim: off -->\n").comments.size() == 1U);
}

BOOST_AUTO_TEST_CASE(groups_raw_block_quotations)
{
    const Document document = markdown("> a\n\n<blockquote><p>b<p>c</blockquote>\n\n<blockquote>\n\nd\n\n"
                                       "<blockquote>e</blockquote>\n</blockquote>\n");
    BOOST_REQUIRE_EQUAL(document.blocks.size(), 5U);
    BOOST_TEST(document.blocks[1].group != 0U);
    BOOST_TEST(document.blocks[1].group != document.blocks[0].group);
    BOOST_TEST(document.blocks[2].group == document.blocks[1].group);
    BOOST_TEST(document.blocks[3].group != document.blocks[2].group);
    BOOST_TEST(document.blocks[4].group == document.blocks[3].group);
    BOOST_TEST(document.blocks[3].level == 1);
    BOOST_TEST(document.blocks[4].level == 2);
}

BOOST_AUTO_TEST_CASE(numbers_paragraphs_of_ordered_lists)
{
    const Document document = markdown("Preface.\n\n7. Seven.\n8. Eight.\n9. Nine.\n");
    BOOST_REQUIRE_EQUAL(document.locators.size(), 3U);
    BOOST_TEST(document.locators[1].kind == "paragraph");
    BOOST_TEST(document.locators[1].label == "8");
    BOOST_TEST(document.plain.view().substr(document.locators[1].offset, 5) == "Eight");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace verbatim::read::test
