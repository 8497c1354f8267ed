// SPDX-License-Identifier: Apache-2.0
#include "attribution_lines.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

namespace {

using test::Case;

void check(const Case& each) { test::check(each, "de"); }

std::string outlined(const std::vector<test::Paragraph>& paragraphs) { return test::outlined(paragraphs, "de"); }

} // namespace

BOOST_AUTO_TEST_SUITE(attribution_german)

BOOST_AUTO_TEST_CASE(before_behind_and_inside)
{
    const Case cases[] = {
        {"Oda Marek erklärte: „Der Hafen gehört niemandem.“", 0, "explicit; Oda Marek; erklärte"},
        {"„Der Hafen gehört niemandem“, erklärte Oda Marek.", 0, "explicit; Oda Marek; erklärte"},
        {"»Wer zahlt?« fragte der alte Lotse.", 0, "explicit; der alte Lotse; fragte"},
        {"»Wer zahlt?« fragte sie ihn leise.", 0, "pronoun; sie; fragte"},
        {"„Wir fahren“, hat Oda Marek dem Rat gesagt.", 0, "explicit; Oda Marek; gesagt"},
        {"„Wir fahren“, fügte der Sohn des Lotsen leise hinzu.", 0, "explicit; der Sohn des Lotsen; fügte"},
        {"Dann bat der Wirt: »Bleibt noch hier.«", 0, "explicit; der Wirt; bat"},
        {"Den Lotsen fragte Oda: »Wann fahren wir?«", 0, "explicit; Oda; fragte"},
        {"Laut Hafenordnung „gehört der Kai denen, die ihn fegen“.", 0,
         "explicit; Hafenordnung; Laut; in Hafenordnung"},
        {"„Das Meer unterschreibt nichts“, so Oda Marek.", 0, "explicit; Oda Marek"},
        {"„Das Meer unterschreibt nichts“, wie Oda Marek einmal sagte.", 0, "explicit; Oda Marek; sagte"},
        {"›Wir fahren‹, sagte er.", 0, "pronoun; er; sagte"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(the_subject_stands_further_back)
{
    const Case cases[] = {
        {"Da sprang Oda auf, nahm das Netz und rief: »Der Deich bricht!«", 0, "explicit; Oda; rief"},
        {"Als es im Boot still blieb, sagte Beate: »Nun ist Ruhe.«", 0, "explicit; Beate; sagte"},
        {"Da er schwieg, nahm sie das Wort und sagte: »Wir fahren.«", 0, "pronoun; sie; sagte"},
        {"»So einsam«, sagte der Wirt: »man muß sich vorsehen.«", 1, "explicit; der Wirt; sagte"},
        {"»Geh nur«, sagte der Wirt und nahm seinen Arm; »der Rat wartet.«", 0, "explicit; der Wirt; sagte"},
        {"In der Sitzung, an welcher der Rat teilnahm, führte der Vorsitzende aus: »Früher war es besser.«", 0,
         "explicit; der Vorsitzende; führte; at der Sitzung"},
        {"Dann pflückte er eine Blume, die am Weg stand, reichte sie ihr und sagte: »Nimm sie mit.«", 0,
         "pronoun; er; sagte"},
        {"Gurt, der die Ruder hielt, dachte: »Nun ist Ruhe.«", 0, "explicit; Gurt; dachte"},
        {"»Wer zahlt?« fragte Oda. »Der Rat zahlt.«", 1, "none"}, // an answer
        {"Man hörte Oda rufen: »Der Deich bricht!«", 0, "explicit; Oda; rufen"},
        {"Oda stand auf, um zu sagen: »Der Deich bricht!«", 0, "explicit; Oda; zu sagen"},
        {"Die Antwort des Lotsen: »Wir verkaufen nichts.«", 0, "explicit; des Lotsen; Antwort"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_an_attribution)
{
    const Case cases[] = {
        {"Der »Kai« sagte dem Lotsen nichts.", 0, "none"},
        {"»Der Hafen gehört uns.« Marek legte die Pfeife hin.", 0, "none"},
        {"»Wir fahren«, sagt man in den Gassen.", 0, "none"},
        {"Er fuhr mit der »Möwe« bis zum Leuchtturm.", 0, "none"},
        {"Dem Rat wurde gesagt: »Der Deich hält.«", 0, "none"},
        {"Das Sagen hatte im »Anker« der Wirt.", 0, "none"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(marks_of_german_texts)
{
    const auto parts = [](const char* text) { return outlined({{BlockKind::paragraph, text}}); };
    BOOST_TEST(parts("„Wir fahren\"und „wir bleiben\" riefen sie.") == "Wir fahren|wir bleiben");
    BOOST_TEST(parts("»Du gehst«, sagte ich lächelnd, »und ich bleibe.«") == "Du gehst / und ich bleibe.");
    BOOST_TEST(parts("»Der Wirt rief: ›Bleibt!‹«, sagte Oda.") == "Der Wirt rief: ›Bleibt!‹|Bleibt!<0");
    // the opening mark is missing behind another quotation; an excerpt cuts the last one
    BOOST_TEST(parts("»Wer zahlt?« Der Rat«, sagte Oda.") == "Wer zahlt?|Der Rat");
    BOOST_TEST(parts("Oda sagte: »Der Rat zahlt nicht") == "Der Rat zahlt nicht");
    BOOST_TEST(parts("‚Wir fahren‘, sagte Oda.") == "Wir fahren");
}

BOOST_AUTO_TEST_SUITE_END()
