// SPDX-License-Identifier: Apache-2.0
// Frames that hold matter between subject, verb and quotation, and verbs that are no verbs.
#include "attribution_lines.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

namespace {

using test::Case;

void check(const Case& each) { test::check(each, "en"); }

} // namespace

BOOST_AUTO_TEST_SUITE(attribution_frames)

BOOST_AUTO_TEST_CASE(an_infinitive_climbs_to_its_subject)
{
    const Case cases[] = {
        {"Lind is expected to tell parliament that the port is \"in good hands\".", 0, "explicit; Lind; to tell"},
        {"Berg refused to say whether the blast was due to \"gross negligence\".", 0, "none"},
        {"Lind declined to comment but said the port was \"in good hands\".", 0, "explicit; Lind; said"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(a_noun_of_speech_holds_a_clause)
{
    const Case cases[] = {
        {"Lind's claim that the port was \"in good hands\" drew laughter.", 0, "explicit; Lind; claim"},
        {"In her words, the port was \"a ruin beyond repair\".", 0, "pronoun; her; words"},
        {"Her resignation letter spoke of \"a bitter lesson\".", 0,
         "explicit; Her resignation letter; spoke; in Her resignation letter"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(a_noun_by_its_place_is_no_verb)
{
    const Case cases[] = {
        {"Hanna Berg told analysts that demand was \"softer than we would like\".", 0, "explicit; Hanna Berg; told"},
        {"Lind shut the port on Monday after weeks of talks, saying it had become \"a danger to the crews\".", 0,
         "explicit; Lind; saying"},
        {"Officials cited by the Herald said the blast was caused by \"gross negligence\".", 0,
         "explicit; Officials; said"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(who_speaks_among_several)
{
    const Case cases[] = {
        {"A spokesman, Per Lind, said the noise was \"well below the limits\".", 0, "explicit; Per Lind; said"},
        {"\"We are not going back,\" said one of the dockers.", 0, "explicit; one of the dockers; said"},
        {"Lind called it \"grim,\" Okoro said.", 0, "explicit; Lind; called"},
        {"\"It was cold,\" said Lind, adding that the crews had been \"brave beyond words\".", 1,
         "explicit; Lind; adding"},
        {"Lind said the union had backed the plan \"for months\", and added that it was \"long overdue\".", 1,
         "explicit; Lind; added"},
        {"Okoro, the star of \"Grey Water\", said she was \"thrilled and a little scared\".", 0, "none"},
        {"Okoro, the star of \"Grey Water\", said she was \"thrilled and a little scared\".", 1,
         "explicit; Okoro; said"},
        {"If the law fails, he warned, the dockers would be \"back on the street\".", 0, "pronoun; he; warned"},
        {"\"Nobody owns the tide,\" as Okoro once put it.", 0, "explicit; Okoro; once put it"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(an_adverbial_runs_into_the_subject)
{
    const Case cases[] = {
        {"At the meeting Lind said: \"We shall wait.\"", 0, "explicit; Lind; said; at the meeting"},
        {"In the interview Okoro called the plan \"a very grave mistake\".", 0,
         "explicit; Okoro; called; at the interview"},
        {"Under pressure from dockers Lind called the result \"a triumph of reason\".", 0, "explicit; Lind; called"},
        {"After the vote Lind said the result was \"a triumph of reason\".", 0, "explicit; Lind; said"},
        {"In the words of president Lind, the result was \"a triumph of reason\".", 0,
         "explicit; president Lind <Lind>; In the words of"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(a_name_given_to_a_thing_has_no_speaker)
{
    const Case cases[] = {
        {"The council approved a plan called \"Clean Quays\".", 0, "none"},
        {"The mayor called \"clean quays\" a goal for the year.", 0, "explicit; The mayor; called"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(talk_in_novels)
{
    const Case cases[] = {
        {"\"Why not?\" I asked. The tide was out.", 0, "pronoun; I; asked"},
        {"\"Why not?\" I asked him. The tide was out.", 0, "pronoun; I; asked"},
        {"\"Why not?\" She asked again, much later.", 0, "none"},
        {"\"And Anna?\" asked Per, after a pause.", 0, "explicit; Per; asked"},
        {"\"A fine cove,\" says he at length; \"and a pleasant one.\"", 0, "pronoun; he; says"},
    };
    for (const Case& each : cases)
        check(each);
    const Document document = test::document_of("\"A fine cove,\" says he at length; \"and a pleasant one.\"", "en");
    BOOST_TEST(test::outline(test::attributed(document)) == "A fine cove, / and a pleasant one.");
}

BOOST_AUTO_TEST_CASE(names_with_capitals)
{
    const Case cases[] = {
        {"Premier Tilda May accuses the council of \"reckless haste\".", 0,
         "explicit; Premier Tilda May <Tilda May>; accuses"},
        {"The council in May accused the port of \"reckless haste\".", 0, "explicit; The council; accused"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(a_clause_inside_the_subject)
{
    const Case cases[] = {
        {"The expert who played the organ in July called it \"a wonder of the age\".", 0,
         "explicit; The expert; called"},
        {"In the interview he said that he will stop when the series ends, adding he is \"too old for all this\".", 0,
         "pronoun; he; adding; at the interview"},
        {"Jan Brzof, of the institute in Lund, Marl, said: \"It is a great step.\"", 0, "explicit; Jan Brzof; said"},
        {"\"We found nobody,\" Tomas Purwin, the spokesman for the agency said in Lund.", 0,
         "explicit; Tomas Purwin; said"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(what_follows_the_quotation)
{
    const Case cases[] = {
        {"The sides took the name \"New Tolland,\" a move that would resolve the dispute.", 0, "none"},
        {"Modern tongues should really be considered \"daughters of the old one\".", 0, "none"},
        {"He was referred to by his surname \"Wu\".", 0, "none"},
        {"The cousin, referred to by his surname \"Wu\", was found.", 0, "none"},
        {"Lind spoke in his \"news anchor\" voice.", 0, "none"},
        {"Lind told \"60 Minutes\" that the port was closed.", 0, "none"},
        {"\"It will not open,\" a port spokesman who declined to be named told the Herald.", 0,
         "explicit; a port spokesman; told"},
        {"West went on: \"Is it late?\" saying that he would \"wait until the tide comes in\".", 1,
         "explicit; West; saying"},
        {"Streets \"were wholly blocked with mud\" from the dam, Nugel said.", 0, "explicit; Nugel; said"},
        {"It was an \"opportunity of a lifetime\" and a chance to \"do some good,\" he said on Monday.", 0,
         "pronoun; he; said"},
        {"\"Hello!\" called the man. \"Over here!\"", 0, "explicit; the man; called"},
        {"\"Where is it?\" he asked pointing northward.", 0, "pronoun; he; asked"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(a_cue_and_its_object)
{
    const Case cases[] = {
        {"Lind thanked the guards for their \"courage and great patience\".", 0, "explicit; Lind; thanked"},
        {"Okoro accused critics of her plans to leave the union of \"living in the past\".", 0,
         "explicit; Okoro; accused"},
        {"Okoro described Mr Crick's proposal as \"folly\" and \"a road to nowhere\".", 1,
         "explicit; Okoro; described"},
        {"They denounce him for making \"empty promises to the poor\".", 0, "pronoun; They; denounce"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(inverted_and_labelled)
{
    const Case cases[] = {
        {"Said she: \"The tide was warm, was it not?\"", 0, "pronoun; she; Said"},
        {"Rogers: \"What is that?\"", 0, "explicit; Rogers"},
        {"Verdict: \"Guilty as charged.\"", 0, "none"},
        {"She looked up, and, noting the hour, announced abruptly: \"We are late.\"", 0, "pronoun; She; announced"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(a_second_part_that_goes_on_small_belongs_to_the_first)
{
    const Reading reading = test::attributed(test::document_of(
        "\"I think,\" said Per, following the old man as far as he could, \"that the tide is late.\"", "en"));
    BOOST_TEST(test::outline(reading) == "I think, / that the tide is late.");
}

BOOST_AUTO_TEST_CASE(a_split_goes_on_behind_a_participle)
{
    const std::string text =
        "\"We are not going back,\" Okoro told a crowd of dockers gathered outside the hall. \"Not "
        "today.\"";
    const Reading reading = test::attributed(test::document_of(text, "en"));
    BOOST_TEST(test::outline(reading) == "We are not going back, / Not today.");
}

BOOST_AUTO_TEST_SUITE_END()
