// SPDX-License-Identifier: Apache-2.0
// Any bytes at all: the invariants hold, and time and memory stay linear.
#include "processor_time.hpp"
#include "reading.hpp"

#include <random>

namespace verbatim::read::test {
namespace {

std::string repeated(std::string_view piece, std::size_t bytes)
{
    std::string all;
    all.reserve(bytes + piece.size());
    while (all.size() < bytes)
        all += piece;
    return all;
}

/// Text of markup-like pieces, from a seed.
std::string scrambled(unsigned seed)
{
    static const std::string_view pieces[] = {
        "a",
        "word ",
        "Word. ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "> ",
        "  ",
        "    ",
        "\t",
        "- ",
        "1. ",
        "12. ",
        "#",
        "# ",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "~~~",
        "[",
        "]",
        "[^1]",
        "[^1]: ",
        "[^x]:",
        "(",
        ")",
        "!",
        "![",
        "](",
        "](x)",
        "<",
        ">",
        "<!--",
        "-->",
        "<b>",
        "</b>",
        "<br>",
        "<div>\n",
        "&amp;",
        "&#8220;",
        "&#0;",
        "&bogus;",
        "\\",
        "\\*",
        "|",
        "|---|",
        "| a | b |\n|---|---|\n",
        "---\n",
        "+++\n",
        "===",
        "“",
        "”",
        "港口",
        "。",
        "[p. 12]",
        "\f",
        "5:3 ",
        "\n5:4 ",
        "§ 3 ",
        "[!NOTE]\n",
        "title: x\n",
        "　　",
        "\xC2\xA0",
        "é",
        "[a]: http://x\n",
        "<http://x>",
        "***\n",
        "'",
        "\"",
        "<blockquote>\n",
        "</blockquote>",
        "<p>",
        "</p>",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<li>",
        "<ul>",
        "<em>",
        "</em>",
        "<pre>",
        "<h2>",
        "<script>",
        "</script>",
        "<select>",
        "<a x=\"",
        "<br/>",
        "&copy",
        "<svg>",
        "<isindex>",
        "<![CDATA[",
        "]]>",
        "<?",
        "</",
        "&amp",
        "<code>",
        "<textarea>",
        "<q>",
        "</q>",
    };
    std::mt19937 random(seed);
    std::string all;
    const std::size_t count = random() % 60;
    for (std::size_t i = 0; i < count; ++i)
        all += pieces[random() % std::size(pieces)];
    return all;
}

double seconds_to_read(std::string text, const char* path)
{
    const ProcessorTime taken;
    const Outcome<Document> document = read({path, std::move(text)});
    const double seconds = taken.seconds();
    if (document.ok())
        BOOST_TEST(broken_invariant(document.value()) == "");
    return seconds;
}

} // namespace

BOOST_AUTO_TEST_SUITE(hostile_input)

BOOST_AUTO_TEST_CASE(scrambled_markup_keeps_the_invariants)
{
    std::size_t read_whole = 0;
    for (unsigned seed = 0; seed < 20'000; ++seed) {
        const std::string text = scrambled(seed);
        for (const char* path : {"a.md", "a.txt"}) {
            const Outcome<Document> document = read({path, text});
            if (!document.ok()) // broken front matter
                continue;
            ++read_whole;
            const std::string broken = broken_invariant(document.value());
            if (!broken.empty()) {
                BOOST_TEST(broken == "", broken << " of seed " << seed << " of " << path << ":\n" << text);
                return;
            }
        }
    }
    BOOST_TEST(read_whole > 35'000U);
}

BOOST_AUTO_TEST_CASE(random_bytes_do_no_harm)
{
    std::mt19937 random(7);
    for (int round = 0; round < 2'000; ++round) {
        std::string bytes(random() % 200, ' ');
        for (char& c : bytes)
            c = static_cast<char>(random());
        for (const char* path : {"a.md", "a.txt"})
            if (const Outcome<Document> document = read({path, bytes}); document.ok())
                BOOST_TEST(broken_invariant(document.value()) == "");
    }
}

BOOST_AUTO_TEST_CASE(pathological_input_is_linear)
{
    static const std::string_view pieces[] = {
        ">",
        "> ",
        "[",
        "![",
        "](",
        "[a](",
        "[^",
        "[^a",
        "[^1]: x\n",
        "(",
        "*",
        "**",
        "_",
        "*a ",
        "`",
        "` ",
        "``` \n",
        "<",
        "<!--",
        "<!-- -->",
        "<a ",
        "<?",
        "&",
        "&amp;",
        "&#1;",
        "\\",
        "|",
        "|a",
        "- ",
        "-\n",
        "1. ",
        "\n",
        "\r",
        " ",
        "\t",
        "#",
        "# a\n",
        "a\n\n",
        "\"",
        "a ",
        "~",
        "=",
        "---\n",
        ":",
        "1:1 ",
        "\f",
        "[p. 1]",
        "[a]: b\n",
        "[a][",
        "\xE6\xB8\xAF",
        "a\n> ",
        "<b>",
        "a**b",
        "x*_",
        "]",
        "- a\n",
        "> - ",
        "***\n",
        "</",
        "http://a ",
        "$",
        "![](",
        "[]()",
        "\n\t",
        "|-|\n",
        "<div>",
        "<div>\n\n",
        "<b><p>",
        "<p>",
        "</p>",
        "<table>",
        "<td>",
        "<div a=\"",
        "<p>&aaaaaaaaaaaaaaaaaaaa",
        "<blockquote>\n\n",
        "<div>&",
        "<a><div>",
        "<br>",
        "<pre>\n",
        "<p><b x>y</p>",
        "<!-- -->\n\n",
    };
    for (const char* path : {"a.md", "a.txt"})
        for (const std::string_view piece : pieces) {
            const double taken = seconds_to_read(repeated(piece, std::size_t{1} << 19), path);
            BOOST_TEST(taken < 4.0, path << " of " << piece << " took " << taken << " s for 512 KiB");
        }
}

/// A table in a table for every part would overflow the stack, and signs outside ASCII are undefined behaviour there.
BOOST_AUTO_TEST_CASE(front_matter_that_its_parser_does_not_bear)
{
    for (const std::string& toml : {repeated("a.", 100'000) + "a = 1", "[" + repeated("a.", 100'000) + "a]",
                                    std::string("title\xEF\xBB\xBD = 1"), std::string("date = 1956-\xC3\xA9")}) {
        const Outcome<Document> document = read({"a.md", "+++\n" + toml + "\n+++\nText.\n"});
        BOOST_REQUIRE(!document.ok());
        BOOST_TEST(document.problem().line == 2U);
        BOOST_TEST(document.problem().message.starts_with("broken front matter: "));
    }
}

BOOST_AUTO_TEST_CASE(raw_html_beyond_reason)
{
    std::string attributes = "<div ", formats, paragraphs;
    for (int i = 0; i < 50'000; ++i)
        attributes += "a" + std::to_string(i) + " ";
    BOOST_TEST(seconds_to_read(attributes + ">x", "a.md") < 4.0);
    BOOST_TEST(seconds_to_read("<div a=\"" + std::string(std::size_t{1} << 22, 'a') + "\">x", "a.md") < 4.0);
    for (int i = 0; i < 2'000; ++i) {
        formats += "<b a=" + std::to_string(i) + ">";
        paragraphs += "</p><p>x";
    }
    BOOST_TEST(seconds_to_read("<p>" + formats + paragraphs, "a.md") < 4.0);
    BOOST_TEST(seconds_to_read(repeated("<blockquote>\n\n", 1U << 19) + "</blockquote>", "a.md") < 4.0);
    std::string many;
    for (int i = 0; i < 500; ++i)
        many += "<p>" + formats.substr(0, 1'500) + paragraphs.substr(0, 1'500) + "\n\n";
    BOOST_TEST(seconds_to_read(many, "a.md") < 8.0);
}

BOOST_AUTO_TEST_CASE(nested_beyond_reason)
{
    std::string stairs;
    for (std::size_t depth = 1; depth < 1'000; ++depth)
        stairs += std::string(depth, '>') + " a\n";
    BOOST_TEST(seconds_to_read(stairs, "a.md") < 4.0);
    std::string items;
    for (std::size_t depth = 0; depth < 1'000; ++depth)
        items += std::string(2 * depth, ' ') + "- a\n";
    BOOST_TEST(seconds_to_read(items, "a.md") < 4.0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace verbatim::read::test
