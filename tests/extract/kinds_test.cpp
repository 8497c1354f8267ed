// SPDX-License-Identifier: Apache-2.0
#include "reading_text.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

namespace {

std::string kinds_of(const std::string& text, const std::string& language, const extract::Context& context = {})
{
    const Document document = test::document_of(text, language);
    Reading reading = test::quotations_of(document);
    extract::decide_kinds(document, reading, syntax::lexicon(language), context);
    std::string kinds;
    for (const Quotation& quotation : reading.quotations)
        kinds += (kinds.empty() ? "" : " ") + std::string(to_string(quotation.kind));
    return kinds;
}

} // namespace

BOOST_AUTO_TEST_SUITE(kinds)

BOOST_AUTO_TEST_CASE(by_look_and_neighbours)
{
    const struct {
        const char* text;
        const char* kinds;
    } cases[] = {
        {"The council kept its \"quiet water\" in mind.", "term"},
        {"\"We wait for water.\"", "quotation"},
        {"She thought \"we wait\" enough.", "quotation"},                     // a finite clause
        {"The port was a \"ruin of salt and stone and rope\".", "quotation"}, // too long for a term
        {"\"Why?\" she asked.", "quotation"},
        {"The \"Resolution on Ports,\" adopted in 1961, is short.", "title"},
        {"They worked for the passing of the \"Quiet Water Charter.\"", "title"},
        {"The novel \"Grey Water\" sold well.", "title"},
        {"An essay entitled \"Grey Water\" appeared.", "title"},
        {"According to \"Letters from the Mill\", \"whoever owns the water owns the mill\".", "title quotation"},
        {"The word \"quay\" is old.", "mention"},
        {"The \"Shall we open the gate now?\" prompt is old.", "mention"},
        {"The lamp, i.e. \"all that we have left here\", is old.", "mention"},
        {"\"We shall open the gate now,\" said the message.", "quotation"},
        {"He knew \"we shall open the gate now.\" Messages came.", "quotation"},
        {"Anna \"Gull\" Lindqvist and the old Anna \"Gull\" Berg came.", "term mention"},
        {"They called it \"war and salt,\" \"salt made by war\" or \"salt that stops a war\" then.", "term term term"},
    };
    for (const auto& c : cases)
        BOOST_TEST(kinds_of(c.text, "en") == c.kinds, c.text << ": " << kinds_of(c.text, "en") << " for " << c.kinds);
}

BOOST_AUTO_TEST_CASE(chinese)
{
    const struct {
        const char* text;
        const char* kinds;
    } cases[] = {
        {"大会通过《港口决议》。", "title"},
        {"他发表了题为“静水”的文章。", "title"},
        {"这就是所谓“静水”。", "mention"},
        {"这座“静水”港口很老。", "term"},
        {"这座“我们在这里等待静水”的港口很老。", "quotation"},
        {"“好吗？”", "quotation"},
        {"六月，“北港海洋与运输委员会（HYW）”公布了结果。", "term"}, // the name of a body
        {"六月，“我们的委员会必须留在北港委员会”传遍了全城。", "quotation"},
        {"六月，“对外运输与就业委员会”公布了结果。", "term"},
        {"林海喊：“海洋与运输与渔业委员会”", "quotation"},
    };
    for (const auto& c : cases)
        BOOST_TEST(kinds_of(c.text, "zh") == c.kinds, c.text << ": " << kinds_of(c.text, "zh") << " for " << c.kinds);
}

BOOST_AUTO_TEST_CASE(french_german_spanish)
{
    const struct {
        const char* language;
        const char* text;
        const char* kinds;
    } cases[] = {
        {"fr", "Le quai « mort » dort.", "term"},
        {"fr", "Le roman « Eaux grises » parut en mai.", "title"},
        {"fr", "Le conseil vota la résolution « Ports libres ».", "title"},
        {"fr", "Le mot « quai » est vieux.", "mention"},
        {"fr", "Elle avait ces mots : « Ports libres »", "quotation"},
        {"fr", "« Pourquoi ? »", "quotation"},
        {"fr", "La rade, « où rien ne bouge », dort.", "term"},
        {"de", "Der „tote Kai“ schläft.", "term"},
        {"de", "Die Bucht, in der „alle Boote der ganzen Küste liegen bleiben“, schläft.", "term"}, // a phrase
        {"de", "Der Roman „Graues Wasser“ erschien im Mai.", "title"},
        {"de", "Der Rat nannte den Kai „Anker der Stadt“.", "term"}, // its nouns have capitals
        {"de", "Das Wort „Kai“ ist alt.", "mention"},
        {"de", "Sie sprach die Worte: „Freie Häfen“", "quotation"},
        {"de", "„Wir bleiben hier“, so hieß es.", "quotation"},
        {"de", "„Warum?“", "quotation"},
        {"es", "El muelle «muerto» duerme.", "term"},
        {"es", "La novela «Aguas grises» salió en mayo.", "title"},
        {"es", "La palabra «muelle» es vieja.", "mention"},
        {"es", "Eran sus palabras: «Puertos libres»", "quotation"},
        {"es", "«¿Por qué?»", "quotation"},
    };
    for (const auto& c : cases)
        BOOST_TEST(kinds_of(c.text, c.language) == c.kinds,
                   c.text << ": " << kinds_of(c.text, c.language) << " for " << c.kinds);
}

BOOST_AUTO_TEST_CASE(title_that_the_library_knows)
{
    extract::Context context;
    context.titles = {"grey water at noon"};
    BOOST_TEST(kinds_of("She loved \"Grey water at noon.\"", "en", context) == "title");
    BOOST_TEST(kinds_of("She loved \"Grey water at noon.\"", "en") != "title");
}

BOOST_AUTO_TEST_SUITE_END()
