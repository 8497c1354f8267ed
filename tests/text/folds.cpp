// SPDX-License-Identifier: Apache-2.0
#include "text/text.hpp"

#include <boost/test/unit_test.hpp>

#include <random>

using namespace verbatim::text;

namespace {

struct Case {
    const char* a;
    const char* b;
};

const Case equal[] = {
    {"\u201CIt\u2019s\u201D", "\"It's\""},
    {"\u00ABoui\u00BB", "\"oui\""},
    {"\u201Ej\u201C", "\"j\""},
    {"\u300C\u6E2F\u300D", "\u201C\u6E2F\u201D"},
    {"\u300E\u6E2F\u300F", "\u2018\u6E2F\u2019"},
    {"\u2039a\u203A", "'a'"},
    {"a \u2014 b", "a -- b"},
    {"a \u2013 b", "a - b"},
    {"\u2014\u2014", "\u2014"},
    {"1956\u201357", "1956-57"},
    {"wait\u2026", "wait..."},
    {"wait . . .", "wait \u2026"},
    {"\u2026\u2026", "\u2026"},
    {"\uFF0C\uFF01", ",!"},
    {"\uFF11\uFF12", "12"},
    {"\uFB01sh", "fish"},
    {"\u017Fhip", "ship"},
    {"co\u00ADop", "coop"},
    {"a\u200Bb\u2060c\uFEFFd", "abcd"},
    {"a\u00A0\u3000\n b", "a b"},
    {"e\u0301", "\u00E9"},
    {"\u212B", "\u00C5"},
    {"\u4E2D \u6587", "\u4E2D\u6587"},
    {"\uFF61", "\u3002"},
    {"\uFF64", "\u3001"},
    {"o\u200Dk", "ok"},
    {"re\u2011sign", "re-sign"},
};
const Case different[] = {
    {"10\u00B2", "102"},
    {"m\u00B2", "m2"},
    {"\u00DF", "ss"},
    {"\u0153", "oe"},
    {"\u00E6", "ae"},
    {"re-sign", "resign"},
    {"\u00E9", "e"},
    {"A", "a"},
    {"\u3002", "."},
    {"\u3001", ","},
    {"\u06A9\u200C\u0647", "\u06A9\u0647"},
    {"\u2460", "1"},
    {"\u00BD", "1/2"},
    {"\u2122", "TM"},
    {"\u300A\u6E2F\u300B", "\"\u6E2F\""},
    {"...", ".."},
    {"\u2163", "IV"},
    {"a\u2014b", "a-b"},
    {"\u03C2", "\u03C3"},
    {"\u212A\u0307", "K"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(text_folds)

BOOST_AUTO_TEST_CASE(glyphs_that_are_equal)
{
    for (const Case& one : equal)
        BOOST_TEST(equality_fold(one.a) == equality_fold(one.b), one.a << " and " << one.b);
}

BOOST_AUTO_TEST_CASE(letters_that_are_not)
{
    for (const Case& one : different)
        BOOST_TEST(equality_fold(one.a) != equality_fold(one.b), one.a << " and " << one.b);
}

BOOST_AUTO_TEST_CASE(idempotent)
{
    std::mt19937 random(5);
    std::vector<char32_t> alphabet;
    for (char32_t c = 0x20; c < 0x2800; c += c < 0x250 ? 1 : 3)
        alphabet.push_back(c);
    for (char32_t c = 0x2000; c < 0x2070; ++c)
        alphabet.insert(alphabet.end(), 8, c);
    for (char32_t c = 0xFB00; c < 0xFFF0; c += 2)
        alphabet.push_back(c);
    for (const char32_t c : U".. -\u00AD\u0301\u0307\u0338\u017F\u3099\u30AB\u4E2D")
        alphabet.insert(alphabet.end(), 200, c == 0 ? U' ' : c);
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (std::size_t i = 1 + random() % 12; i > 0; --i) {
            const char32_t c = alphabet[random() % alphabet.size()];
            if (c < 0x80) {
                text += static_cast<char>(c);
            } else if (c < 0x800) {
                text += static_cast<char>(0xC0U | (c >> 6U));
                text += static_cast<char>(0x80U | (c & 0x3FU));
            } else {
                text += static_cast<char>(0xE0U | (c >> 12U));
                text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
                text += static_cast<char>(0x80U | (c & 0x3FU));
            }
        }
        const std::string once = equality_fold(text);
        BOOST_REQUIRE_MESSAGE(equality_fold(once) == once,
                              "[" << text << "] [" << once << "] [" << equality_fold(once) << "]");
    }
}

BOOST_AUTO_TEST_CASE(case_is_told_apart)
{
    BOOST_TEST(case_fold("The Harbour") == "the harbour");
    BOOST_TEST(case_fold("stra\u00DFe") != case_fold("STRASSE"));
    BOOST_TEST(search_fold("Stra\u00DFe \u2019") == "strasse '");
}

/// Plain words take a short way through the folds; a character beyond ASCII behind them sends them the long one.
BOOST_AUTO_TEST_CASE(the_short_way_is_the_long_way)
{
    constexpr std::string_view alphabet = "aZ0 -'.,a b";
    std::mt19937 random(7);
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (std::size_t size = random() % 9; text.size() < size;)
            text.push_back(alphabet[random() % alphabet.size()]);
        text.push_back('a'); // what stands last must not touch what is added
        BOOST_TEST(equality_fold(text) + "\u6C34" == equality_fold(text + "\u6C34"));
        BOOST_TEST(search_fold(text) + "\u6C34" == search_fold(text + "\u6C34"));
        BOOST_TEST(collapse(text) + "\u6C34" == collapse(text + "\u6C34"));
    }
}

BOOST_AUTO_TEST_CASE(white_space)
{
    BOOST_TEST(collapse("  a \n\n b\t") == "a b");
    BOOST_TEST(collapse("\u6E2F\n\u53E3\uFF0C\n \u6D77 a") == "\u6E2F\u53E3\uFF0C\u6D77 a");
    BOOST_TEST(collapse(" \n") == "");
    BOOST_TEST(join({"The harbour,", "will open."}) == "The harbour, will open.");
    BOOST_TEST(join({"\u6E2F\u53E3\uFF0C", "\u6D77"}) == "\u6E2F\u53E3\uFF0C\u6D77");
    BOOST_TEST(join({}) == "");
    BOOST_TEST(join({"", "a", ""}) == "a");
}

BOOST_AUTO_TEST_SUITE_END()
