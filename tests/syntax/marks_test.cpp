// SPDX-License-Identifier: Apache-2.0
#include "syntax/marks.hpp"

#include <boost/test/unit_test.hpp>
#include <mark_bytes.hpp> // of the grammar

#include <string>

using verbatim::syntax::Mark;
using verbatim::syntax::marks;
using verbatim::syntax::MarkStyle;

namespace {

/// The marks as a row of signs: ( opens, ) closes, * both.
std::string shape(std::string_view text)
{
    std::string signs;
    for (const Mark& mark : marks(text))
        signs += mark.can_open ? mark.can_close ? '*' : '(' : ')';
    return signs;
}

} // namespace

BOOST_AUTO_TEST_SUITE(marks_grammar)

BOOST_AUTO_TEST_CASE(neighbours_decide)
{
    const struct {
        const char* text;
        const char* signs;
    } cases[] = {
        {"no marks at all", ""},
        {"\"quiet water\"", "()"},
        {"he said \"quiet water,\" and left", "()"},
        {"he said (\"quiet water\").", "()"},
        {"a\"b", "*"},
        {"said , \" quiet \" and", "**"},
        {"\" quiet \"", "()"},
        {"'quiet water'", "()"},
        {"don't, it's", ""},
        {"the ships' crews", ")"},
        {"in the '90s and '90.", ""},
        {"rock 'n' roll", ""},
        {"“quiet”", "()"},
        {"‘quiet’", "()"},
        {"a ’round", ")"},
        {"„stilles Wasser“", "()"},
        {"»stilles Wasser«", "()"},
        {"« eau calme »", "()"},
        {"``quiet water''", "()"},
        {"「靜水」『靜水』《港口》〈港〉", "()()()()"},
        {"他说“好”。", "()"},
        {"他说‘好’吗", "()"},
        {"〝靜水〞", "()"},
        {"＂静水＂", "()"},
        {"a door 5'10\" high", ""},
        {"at 40°26'46\" north", ""},
        {"\"\"\"\"\"\"\"\"\"\"", ""},
        {"…，。、 – — 20 € x²", ""},
    };
    for (const auto& c : cases)
        BOOST_TEST(shape(c.text) == c.signs, c.text << ": " << shape(c.text) << " for " << c.signs);
}

BOOST_AUTO_TEST_CASE(spans_and_styles)
{
    const auto found = marks("x “好” 'y'");
    BOOST_REQUIRE(found.size() == 4U);
    BOOST_TEST((found[0].span == verbatim::Span{2, 5}));
    BOOST_TEST((found[1].span == verbatim::Span{8, 11}));
    BOOST_TEST((found[0].style == MarkStyle::curly_double));
    BOOST_TEST((found[2].style == MarkStyle::straight_single));
}

BOOST_AUTO_TEST_CASE(any_bytes_are_text)
{
    for (const std::string& text : {std::string("\xE2"), std::string("\xE2\x80"), std::string("\xEF\xBC\xC2"),
                                    std::string(3, '\0'), std::string("\xE3\x80\x88\xFF")})
        BOOST_TEST(marks(text).size() <= 1U);
}

BOOST_AUTO_TEST_CASE(skips_to_the_mark_wherever_it_stands)
{
    for (std::size_t at = 0; at < 70; ++at) {
        std::string text(70, 'x');
        text[at] = '"';
        const auto found = marks(text);
        BOOST_REQUIRE(found.size() == 1U);
        BOOST_TEST(found[0].span.begin == at);
    }
}

BOOST_AUTO_TEST_CASE(the_skip_rule_stops_at_every_byte_that_begins_a_mark)
{
    namespace grammar = verbatim::grammar::marks;
    const std::size_t size = 300; // many steps of the widest vectors, and a rest
    for (int byte = 0; byte < 0x100; ++byte)
        for (std::size_t at = 0; at < size; ++at) {
            std::string text(size, static_cast<char>(0x80 + at % 0x40)); // of no script, and no lead
            text[at] = static_cast<char>(static_cast<unsigned char>(byte));
            const std::size_t expected = grammar::begins_mark(static_cast<unsigned char>(byte)) ? at : size;
            if (grammar::next_lead(text.data(), 0, size) != expected)
                BOOST_ERROR("byte " << byte << " at " << at);
        }
}

BOOST_AUTO_TEST_SUITE_END()
