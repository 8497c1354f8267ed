// SPDX-License-Identifier: Apache-2.0
// What belongs to one hunk, and what it is called: marks beside dropped words, words that changed places, dates, units.
#include "laid.hpp"

#include <boost/test/unit_test.hpp>

using laid::lay;

namespace {

struct Case {
    const char* quoted;
    const char* source;
    const char* told;
};
void check(const std::vector<Case>& cases, const std::string& language = "en")
{
    for (const Case& one : cases)
        BOOST_TEST(lay(one.quoted, one.source, language).told == one.told,
                   "«" << one.quoted << "» against «" << one.source << "»: got «"
                       << lay(one.quoted, one.source, language).told << "», wanted «" << one.told << "»");
}
const char* const wares = "We wanted timber, stone, rope, tar and a great many nails, and our friends, poor as they "
                          "were, sent what they could spare.";

} // namespace

BOOST_AUTO_TEST_SUITE(hunks)

BOOST_AUTO_TEST_CASE(an_omission_takes_its_commas_with_it)
{
    check({
        {"We wanted timber, stone, tar and a great many nails", wares, "altered: omission /rope,"},
        {"We wanted timber and a great many nails", wares, "altered: omission /, stone, rope, tar"},
        {"and our friends sent what they could spare", wares, "altered: omission /, poor as they were,"},
        {"We wanted timber, stone, our best rope, rope, tar", wares, "altered: insertion our best rope,/"},
        {"timber, stone; rope, tar and a great many nails", wares, "altered: punctuation ;/,"},
    });
}

BOOST_AUTO_TEST_CASE(a_bracket_takes_the_marks_of_what_it_replaces)
{
    check({
        {"and our friends [the poor] sent what they could spare", wares,
         "conventional: interpolation [the poor]/, poor as they were,"},
        {"and our friends [sic], poor as they were, sent", wares, "conventional: interpolation [sic]/"},
    });
}

BOOST_AUTO_TEST_CASE(words_that_changed_places)
{
    check({
        {"We wanted stone, timber, rope, tar", wares, "altered: order stone, timber,/timber, stone,"},
        {"he took a basket of pears and two brothers.", "There he took two brothers and a basket of pears.",
         "altered: order a basket of pears and two brothers/two brothers and a basket of pears"},
        {"from 40 to 14 ships", "It fell from 14 to 40 ships.", "altered: number 40 to 14/14 to 40"},
    });
}

BOOST_AUTO_TEST_CASE(dates_signs_and_units)
{
    check({
        {"renewed in July 1958 at last", "It was renewed in June 1958 at last.", "altered: number July/June"},
        {"he came in July at last", "Then he came in June at last.", "altered: substitution July/June"},
        {"he came on Sunday at last", "Then he came on Friday at last.", "altered: substitution Sunday/Friday"},
        {"it fell to 12 degrees", "There it fell to -12 degrees.", "altered: number /-"},
        {"in the years 1956-1958 they", "It was in the years 1956-1958 they met.", "verbatim"},
        {"about 35% of it", "We paid about 35 percent of it.", "conventional: number-form 35%/35 percent"},
        {"about 35 percentage points of it", "We paid about 35 percent of it.",
         "altered: number 35 percentage points/35 percent"},
    });
    check({{"不得超过48天。", "他们不得超过48小时。", "altered: number 48天/48小时"},
           {"风浪超过五里", "如果风浪超过五米，就关闭。", "altered: number 五里/五米"},
           {"我们不必依靠群众", "我们必须依靠群众。", "altered: negation 不必/必须"}},
          "zh");
}

BOOST_AUTO_TEST_CASE(stems_before_slips)
{
    check({
        {"with patiences we walk", "But with patience we walk.", "altered: inflection patiences/patience"},
        {"the colours of a flag", "See the colors of a flag.", "altered: spelling colours/colors"},
        {"we recieved the crew", "Then we received the crew.", "altered: spelling recieved/received"},
    });
}

BOOST_AUTO_TEST_CASE(content_words_stay_before_stop_words)
{
    check({
        {"At his waking, Veld opened the outer gate.", "Veld, roused from his sleep, opened the outer gate.",
         "altered: insertion At his waking,/; omission /, roused from his sleep,"},
    });
}

BOOST_AUTO_TEST_CASE(a_replaced_end_takes_the_rest_of_the_sentence)
{
    const char* const ships =
        "They came late. And thou, Harbour, art not the least of ports. It rained all night long.";
    check({
        {"You, Harbour, are not the least of ports.", ships,
         "altered: substitution You/And thou; substitution are/art"},
        {"It rained all day.", ships, "altered: substitution day/night long"},
        // The stop of the sentence before is no word of it, and a cut in mid-sentence takes nothing in.
        {"Still it rained all night", ships, "altered: insertion Still/; case it/It"},
        {"Harbour, art not the least of towns", ships, "altered: substitution towns/ports"},
    });
}

BOOST_AUTO_TEST_CASE(no_second_stop_before_an_inner_mark)
{
    check({
        {"He said: 'We are home.,' and slept", "He said: \"We are home.\" and slept.",
         "altered: punctuation ,/; nesting '/\"; nesting '/\""},
        {"He said: 'We are home,' and slept", "He said: \"We are home\" and slept.",
         "verbatim: nesting '/\"; final-punctuation ,/; nesting '/\""},
        // In Chinese no style drops a stop there while the text goes on.
        {"他说：‘船都回来’此后再没有人问起", "他说：“船都回来。”此后再没有人问起。",
         "altered: punctuation /。; nesting ‘/“; nesting ’/”"},
    });
}

BOOST_AUTO_TEST_CASE(a_headword_keeps_its_label_in_the_passage)
{
    const char* const almanac = "It was never seen again.\n\nNEWT, n. An animal of the ponds that sticks at eels.";
    check({
        {"Newt: An animal of the ponds that sticks at eels.", almanac, "altered: case Newt/NEWT; omission :/, n."},
        {"Newt: An animal of the ponds that balks at eels.", almanac,
         "altered: case Newt/NEWT; omission :/, n.; substitution balks/sticks"},
        // Another headword, and a sentence that is no label.
        {"Toad: An animal of the ponds that sticks at eels.", almanac, "altered: insertion Toad:/"},
        {"Newt: An animal of the ponds", "Newts are seen here and there and now and then. An animal of the ponds.",
         "altered: insertion Newt:/"},
    });
    BOOST_TEST(lay("Newt: An animal of the ponds", almanac).passage == "NEWT, n. An animal of the ponds");
}

BOOST_AUTO_TEST_CASE(verse_run_on)
{
    check({
        {"O light upon the wave, / and lead", "O light upon the wave,\nand lead the weary.", "verbatim: typography //"},
        {"O light upon / the wave", "O light upon the wave,\nand lead the weary.", "altered: punctuation //"},
    });
}

BOOST_AUTO_TEST_SUITE_END()
