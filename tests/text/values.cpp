// SPDX-License-Identifier: Apache-2.0
#include "text/text.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim::text;

namespace {

struct Case {
    const char* language;
    const char* text;
    const char* values;
};

std::string shown(const Case& one)
{
    std::string out;
    for (const Amount& amount : amounts(one.text, one.language))
        out += (out.empty() ? "" : " ") + amount.value + amount.unit + (amount.ordinal ? "." : "");
    return out;
}
std::string shown_dates(const Case& one)
{
    std::string out;
    for (const DateMention& date : dates(one.text, one.language))
        out += (out.empty() ? "" : " ") + date.edtf;
    return out;
}

const Case numbers[] = {
    {"en", "14 million crowns", "14000000"},
    {"en", "fourteen million crowns", "14000000"},
    {"en", "1,500 ships, 1500 ships, fifteen hundred ships", "1500 1500 1500"},
    {"en", "1.5 billion or 1.5bn", "1500000000 1500000000"},
    {"en", "14 000 crowns, 14 200 000 crowns, 3 500 200 crowns", "14000 14200000 3500200"},
    {"en", "on page 14 200 crowns, in 1932 000 crowns", "14 200 1932 0"},
    {"en", "\u00A314m, $20k, \u20AC3b, 5mn, but 14m of rope", "14000000GBP 20000USD 3000000000EUR 5000000 14m"},
    {"en", "twenty-one and two hundred and five", "21 205"},
    {"en", "One hundred and five thousand", "105000"},
    {"en", "$35,000,000 and \u20AC5", "35000000USD 5EUR"},
    {"en", "15 % or fifteen per cent or 15 percent", "15% 15% 15%"},
    {"en", "the third, the 3rd, the twenty-first", "3. 3. 21."},
    {"en", "3.50 and 3\u00BD", "3.5 3.5"},
    {"en", "5km or 5 km", "5km 5km"},
    {"en", "a thousand, thousands", "1000"},
    {"en", "an anvil, version 1.2.3", ""},
    {"en", "one two", "1 2"},
    {"de", "3,5 und 1.500 und einundzwanzig", "3.5 1500 21"},
    {"fr", "1\u202F500 et quatre-vingt-dix", "1500 90"},
    {"fr", "quatorze millions, deux mille trois cents, soixante-et-onze, 3,5 %", "14000000 2300 71 3.5%"},
    {"fr", "le troisième navire, un milliard et demi, 5 pour cent", "3. 5%"},
    {"de", "vierzehn Millionen, 3,5 Prozent, anderthalb", "14000000 3.5%"},
    {"de", "der dritte Rat, eine halbe Million, dreieinhalb", "3."},
    {"es", "catorce millones, dos mil trescientos, 3,5 %, treinta y uno", "14000000 2300 3.5% 31"},
    {"es", "el tercer barco, 1.500 barcos, medio millón, 5 por ciento", "3. 1500 5%"},
    {"zh", "15\u4EBF 1.4\u4E07 \u4E24\u5343 \u5341\u4E94 \u4E00\u5343\u4E94\u767E", "1500000000 14000 2000 15 1500"},
    {"zh", "\u5341\u4E94\u4EBF\u4E09\u5343\u4E07 3\u4EBF5000\u4E07", "1530000000 350000000"},
    {"zh", "\u767E\u5206\u4E4B\u5341\u4E94 15\uFF05 \u4E09\u5206\u4E4B\u4E00", "15% 15%"},
    {"zh", "\u7B2C\u4E09\u5C4A \u7EDF\u4E00 \u5343\u4E07\u4E0D\u8981", "3."},
    {"zh", "\u4E00\u767E\u4E94 \u4E00\u767E\u96F6\u4E94", "150 105"},
    {"zh", "\u0663\u5343 \u035F\u5343 \uFF13\u5343 \u0663\u4E16\u7EAA", "3000"}, // digits of no Han text
    {"zh", "15\u4EBF\u5143 15\u4EBF\u7F8E\u5143", "1500000000CNY 1500000000USD"},
};

const Case calendar[] = {
    {"en", "In March 1956, at the congress", "1956-03"},
    {"en", "on 3 May 1961 and May 3, 1961 and the 3rd of May 1961", "1961-05-03 1961-05-03 1961-05-03"},
    {"en", "in the 1990s, the 21st century, the twenty-first century", "199X 20XX 20XX"},
    {"en", "in 1956 the council met (1961) and in 1987", "1956 1961 1987"},
    {"en", "1500 ships, $1956, 1956 crowns, of 1500 ships, p. 1200", ""},
    {"en", "1956-03-04", "1956-03-04"},
    {"en", "In Sept. 2004, may 1956 be", "2004-09"},
    {"fr", "le 3 mars 1956", "1956-03-03"},
    {"de", "am 3. März 1956", "1956-03-03"},
    {"fr", "en mars 1956, le 1er mai 1961, dans les années 1990, au XIXe siècle", "1956-03 1961-05-01 199X 18XX"},
    {"fr", "En 1956 le conseil, depuis 1987 ; 1956 couronnes", "1956 1987"},
    {"de", "im März 1956, in den 1990er Jahren, im 19. Jahrhundert", "1956-03 199X 18XX"},
    {"de", "seit 1956 der Rat, im Jahr 1987 der Rat; 1956 Kronen", "1956 1987"},
    {"es", "en marzo de 1956, el 3 de mayo de 1961, en los años 1990, el siglo XIX", "1956-03 1961-05-03 199X 18XX"},
    {"es", "En 1956 el consejo; 1956 coronas, los años 19", "1956"},
    {"zh", "1956年9月，1956年9月3日，1956年", "1956-09 1956-09-03 1956"},
    {"zh", "一九五六年九月", "1956-09"},
    {"zh", "上世纪九十年代 20世纪60年代 21世纪 1990年代", "199X 196X 20XX 199X"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(text_values)

BOOST_AUTO_TEST_CASE(amounts_by_value)
{
    for (const Case& one : numbers)
        BOOST_TEST(shown(one) == one.values, one.text << " gives [" << shown(one) << "], not [" << one.values << "]");
}

BOOST_AUTO_TEST_CASE(spans_of_amounts)
{
    const auto found = amounts("of 14 million crowns, $5", "en");
    BOOST_REQUIRE(found.size() == 2U);
    BOOST_TEST(found[0].span.begin == 3U);
    BOOST_TEST(found[0].span.end == 13U);
    BOOST_TEST(found[1].with_unit.begin == 22U);
    BOOST_TEST(found[1].span.begin == 23U);
}

BOOST_AUTO_TEST_CASE(dates_of_the_calendar)
{
    for (const Case& one : calendar)
        BOOST_TEST(shown_dates(one) == one.values,
                   one.text << " gives [" << shown_dates(one) << "], not [" << one.values << "]");
}

BOOST_AUTO_TEST_CASE(agreement_at_the_coarser_precision)
{
    BOOST_TEST(dates_agree("1956-03", "1956"));
    BOOST_TEST(dates_agree("1956-03-04", "1956-03"));
    BOOST_TEST(dates_agree("199X", "1992-05"));
    BOOST_TEST(dates_agree("20XX", "2004"));
    BOOST_TEST(dates_agree("1956~", "1956"));
    BOOST_TEST(dates_agree("1950/1960", "1956-03"));
    BOOST_TEST(!dates_agree("1956-03", "1956-04"));
    BOOST_TEST(!dates_agree("1956", "1957"));
    BOOST_TEST(!dates_agree("199X", "1989"));
    BOOST_TEST(!dates_agree("1950/1960", "1961"));
    BOOST_TEST(!dates_agree("1956", ""));
}

BOOST_AUTO_TEST_SUITE_END()
