// SPDX-License-Identifier: Apache-2.0
#include "text/text.hpp"

#include <boost/test/unit_test.hpp>

#include <random>

using namespace verbatim;
using namespace verbatim::text;

namespace {

/// Tokens as one line: kind letter, exact form; "~" marks a broken hyphen.
std::string shown(std::string_view text)
{
    static constexpr std::string_view letters = "wnhsemp";
    const Tokens tokens = tokenise(text);
    std::string out;
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        if (!out.empty())
            out += ' ';
        out += letters[static_cast<std::size_t>(tokens.list[i].kind)];
        out += ':';
        out += tokens.exact(i);
        out += tokens.list[i].broken_hyphen ? "~" : "";
    }
    return out;
}

/// Bytes for messages: much of what goes wrong is invisible.
std::string bytes_of(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        static constexpr std::string_view digits = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            out += c;
        else
            out += std::string("\\") + digits[byte >> 4U] + digits[byte & 15U];
    }
    return out;
}

struct Case {
    const char* text;
    const char* tokens;
};

const Case cases[] = {
    {"", ""},
    {"The harbour, quiet.", "w:The w:harbour p:, w:quiet p:."},
    {"re-sign", "w:re-sign"},
    {"re\u2010sign", "w:re-sign"},
    {"1956\u201357", "n:1956 p:\u2014 n:57"},
    {"1956-57", "n:1956 p:\u2014 n:57"},
    {"mid-1956 B-52", "w:mid-1956 w:B-52"},
    {"$35,000,000", "p:$ n:35,000,000"},
    {"3.5 14. 5:3", "n:3.5 n:14 p:. n:5 p:: n:3"},
    {"5'10\"", "n:5 m:' n:10 m:\""},
    {"don't don\u2019t", "w:don't w:don't"},
    {"ships\u2019 docks", "w:ships m:' w:docks"},
    {"'90s", "m:' w:90s"},
    {"rock 'n' roll", "w:rock m:' w:n m:' w:roll"},
    {"a . . . b", "w:a e:\u2026 w:b"},
    {"a... b", "w:a e:\u2026 w:b"},
    {"a.... b", "w:a e:\u2026 p:. w:b"},
    {"a. . . . b", "w:a e:\u2026 p:. w:b"},
    {"a.. b", "w:a p:. p:. w:b"},
    {"\u7136\u2026\u2026\u540E", "h:\u7136 e:\u2026 h:\u540E"},
    {"10\u00B2 m\u00B2 said.\u00B9\u00B2", "n:10 s:\u00B2 w:m s:\u00B2 w:said p:. s:\u00B9\u00B2"},
    {"treat-\nment treat-\r\n  ment treat-\rment", "w:treatment~ w:treatment~ w:treatment~"},
    {"treat\u00AD\nment", "w:treatment~"},
    {"Anglo-\nSaxon", "w:Anglo-Saxon"},
    {"1956-\n1957", "n:1956 p:\u2014 n:1957"},
    {"end -\nnext", "w:end p:\u2014 w:next"},
    {"a--b \u2014 c\u2014d ---", "w:a p:\u2014 w:b p:\u2014 w:c p:\u2014 w:d p:\u2014"},
    {"\u6E2F\u53E315\u4EBF\u3002", "h:\u6E2F h:\u53E3 n:15 h:\u4EBF p:\u3002"},
    {"\uFF0C\uFF1A\uFF08\uFF1F", "p:, p:: p:( p:?"},
    {"\uFF11\uFF15 \uFF21\uFF42", "n:15 w:Ab"},
    {"\uFF76\uFF9E \u30AB\u3099", "h:\u30AC h:\u30AC"},
    {"co\u00ADoper\u200Bate", "w:cooperate"},
    {"e\u0301te\u0301 \u00E9t\u00E9", "w:\u00E9t\u00E9 w:\u00E9t\u00E9"},
    {"\uFB01ve o\uFB03ce", "w:five w:office"},
    {"stra\u00DFe", "w:stra\u00DFe"},
    {"\u06A9\u062A\u0627\u0628\u200C\u0647\u0627", "w:\u06A9\u062A\u0627\u0628\u200C\u0647\u0627"},
    {"\u00AB A \u00BB \u300CB\u300D \u201EC\u201C", "m:\" w:A m:\" m:\" w:B m:\" m:\" w:C m:\""},
    {"\u2460\u2461", "n:\u2460 s:\u2461"},
    {"U.S. 3rd 1990s 15bn", "w:U p:. w:S p:. w:3rd w:1990s w:15bn"},
    {"3\u00BD\u2033", "n:3\u00BD m:\""},
};

/// Valid UTF-8 of characters that the tokeniser cares about.
std::string random_text(std::mt19937& random, std::size_t size)
{
    static const char* const pieces[] = {
        "a",      "B",      "s",      "1",      "0",      " ",      "\n",         "\r\n",   "-",      "--",
        "\u2013", "\u2014", ".",      "...",    "\u2026", ",",      "'",          "\"",     "\u2019", "\u201C",
        "\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\u0301", "\u3099",     "\u0338", "\u4E2D", "\u30AB",
        "\uFF76", "\uFF9E", "\u3002", "\uFF0C", "\u3000", "\u00B2", "\u2460",     "\u00BD", "\uFB01", "\u017F",
        "\u0647", "\u00DF", "\u212B", "\uD55C", "\u1100", "\u1161", "\U0001F600", "\uFF0E", "\uFF0D", "\u02BC",
        "`",      "\u1E9B", "\u0323", "\u2000", "\uFF21", "\uFF70", "\U000E0041", "=",      "$",
    };
    std::uniform_int_distribution<std::size_t> pick(0, std::size(pieces) - 1);
    std::string out;
    for (std::size_t i = 0; i < size; ++i)
        out += pieces[pick(random)];
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(text_tokens)

BOOST_AUTO_TEST_CASE(table)
{
    for (const Case& one : cases)
        BOOST_TEST(shown(one.text) == one.tokens,
                   "\"" << one.text << "\" gives " << shown(one.text) << ", not " << one.tokens);
}

BOOST_AUTO_TEST_CASE(search_form_is_lower_case_and_lossy)
{
    const Tokens tokens = tokenise("STRA\u00DFE Don\u2019t");
    BOOST_TEST(tokens.search(0) == "strasse");
    BOOST_TEST(tokens.search(1) == "don't");
}

BOOST_AUTO_TEST_CASE(space_before)
{
    const Tokens tokens = tokenise("a b,c");
    BOOST_TEST(!tokens.list[0].space_before);
    BOOST_TEST(tokens.list[1].space_before);
    BOOST_TEST(!tokens.list[2].space_before);
}

BOOST_AUTO_TEST_CASE(lengths)
{
    BOOST_TEST(word_count("Fourteen million, 14 of them.") == 5U);
    BOOST_TEST(word_count("\u6E2F\u53E3\u662F\u6211\u4EEC\u7684\u3002") == 4U);
    BOOST_TEST(word_count("") == 0U);
}

BOOST_AUTO_TEST_CASE(spans_are_in_order_and_inside)
{
    std::mt19937 random(7);
    for (int round = 0; round < 4000; ++round) {
        const std::string text = random_text(random, 1 + random() % 40);
        const Tokens tokens = tokenise(text);
        std::size_t behind = 0;
        for (const Token& token : tokens.list) {
            BOOST_REQUIRE(token.span.begin >= behind);
            BOOST_REQUIRE(token.span.begin < token.span.end);
            BOOST_REQUIRE(token.exact.begin < token.exact.end);
            behind = token.span.end;
        }
        BOOST_REQUIRE(behind <= text.size());
    }
}

BOOST_AUTO_TEST_CASE(any_bytes)
{
    std::mt19937 random(11);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::size_t i = random() % 60; i > 0; --i)
            text.push_back(static_cast<char>(random()));
        for (const Token& token : tokenise(text).list)
            BOOST_REQUIRE(token.span.end <= text.size());
        (void)equality_fold(text);
        (void)search_fold(text);
        (void)collapse(text);
    }
}

BOOST_AUTO_TEST_CASE(tokens_of_the_fold_are_the_tokens)
{
    std::mt19937 random(3);
    for (int round = 0; round < 4000; ++round) {
        std::string text = random_text(random, 1 + random() % 12);
        for (std::size_t at = text.find_first_of("\r\n"); at != std::string::npos; at = text.find_first_of("\r\n"))
            text[at] = ' '; // a fold keeps no line ends to join words at
        BOOST_REQUIRE_MESSAGE(shown(equality_fold(text)) == shown(text), "[" << bytes_of(text) << "] gives "
                                                                             << bytes_of(shown(text)) << ", folded "
                                                                             << bytes_of(shown(equality_fold(text))));
    }
}

/// A zero-width space in a word takes it the long way, character by character; the fold drops it again.
BOOST_AUTO_TEST_CASE(plain_words_are_what_the_long_way_makes_of_them)
{
    constexpr std::string_view others[] = {" ", " ", ". ", ",",    "-",  "'", "`", "7",
                                           "@", "[", "{",  "\x7f", "\"", "é", "…", "港"};
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    std::mt19937 random(19);
    for (int round = 0; round < 4000; ++round) {
        std::string plain, longer;
        for (std::size_t words = random() % 6; words-- > 0; plain += others[random() % std::size(others)])
            for (std::size_t letters = random() % 20; letters-- > 0;)
                plain.push_back(static_cast<char>((random() % 4 == 0 ? 'A' : 'a') + random() % 26));
        for (const char c : plain) {
            longer += !longer.empty() && is_letter(longer.back()) && is_letter(c) ? "\xE2\x80\x8B" : "";
            longer.push_back(c);
        }
        const Tokens a = tokenise(plain), b = tokenise(longer);
        BOOST_REQUIRE_EQUAL(shown(plain), shown(longer));
        for (std::size_t i = 0; i < a.list.size(); ++i) {
            BOOST_REQUIRE_EQUAL(a.search(i), b.search(i));
            BOOST_REQUIRE_EQUAL(a.list[i].space_before, b.list[i].space_before);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
