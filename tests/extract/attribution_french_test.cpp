// SPDX-License-Identifier: Apache-2.0
#include "attribution_lines.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

namespace {

using test::Case;

void check(const Case& each) { test::check(each, "fr"); }

std::string outlined(const std::vector<test::Paragraph>& paragraphs) { return test::outlined(paragraphs, "fr"); }

} // namespace

BOOST_AUTO_TEST_SUITE(attribution_french)

BOOST_AUTO_TEST_CASE(before_behind_and_inside)
{
    const Case cases[] = {
        {"Oda Marek déclara : « Le port n'est à personne. »", 0, "explicit; Oda Marek; déclara"},
        {"« Le port n'est à personne », déclara Oda Marek.", 0, "explicit; Oda Marek; déclara"},
        {"« Le port n'est à personne », a déclaré la présidente du conseil.", 0,
         "explicit; la présidente du conseil; a déclaré"},
        {"« Qui paiera ? » demanda-t-il.", 0, "pronoun; il; demanda"},
        {"« Qui paiera ? » s'écria-t-elle en riant.", 0, "pronoun; elle; s'écria"},
        {"« Partons », lui dit le vieux pilote.", 0, "explicit; le vieux pilote; dit"},
        {"« Partons », reprit en souriant M. Holm.", 0, "explicit; M. Holm <Holm>; reprit"},
        {"« Nous partons », a-t-il répondu.", 0, "pronoun; il; répondu"},
        {"«\u00a0La mer ne signe rien\u00a0», regrette-t-il.", 0, "pronoun; il; regrette"},
        {"Selon la gazette, M. Holm a répondu que « la mer ne signe rien ».", 0, "explicit; M. Holm <Holm>; a répondu"},
        {"Selon la charte, « le port appartient à ceux qui y travaillent ».", 0,
         "explicit; la charte; Selon; in la charte"},
        {"« Le port est à nous », d'après Oda Marek.", 0, "explicit; Oda Marek; d'après"},
        {"Comme le dit Oda Marek, « la mer ne signe rien ».", 0, "explicit; Oda Marek; dit"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(the_subject_stands_further_back)
{
    const Case cases[] = {
        {"Ida prit les rames, se leva et dit : « Partons d'ici. »", 0, "explicit; Ida; dit"},
        {"Ida, qui ramait, cria : « La digue cède ! »", 0, "explicit; Ida; cria"},
        {"Ida, la femme du pilote, cria : « La digue cède ! »", 0, "explicit; Ida; cria"},
        {"Ida partit en criant : « La digue cède ! »", 0, "explicit; Ida; criant"},
        {"Quand la barque fut au quai, il murmura : « Enfin du silence. »", 0, "pronoun; il; murmura"},
        {"On entendit Ida crier : « La digue cède ! »", 0, "explicit; Ida; crier"},
        {"La réponse de Marek : « Nous ne vendrons rien. »", 0, "explicit; Marek; réponse"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_an_attribution)
{
    const Case cases[] = {
        {"Le mot « quai » dit peu de chose à Marek.", 0, "none"},
        {"Viendra-t-il ? « Non. »", 0, "none"},
        {"« Le port est à nous. » Marek posa sa pipe.", 0, "none"},
        {"« Partons », dit-on dans les rues.", 0, "none"},
        {"La demande de « Quai Nord » baissa.", 0, "none"},
        {"Il faudra l'audace de dire « non » à la ville.", 0, "none"},
        {"Ida se tut. La carte disait le reste ; « Quai Nord » y manquait.", 0, "none"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(a_dash_opens_what_one_speaker_says)
{
    const test::Paragraph told{BlockKind::paragraph, "Ida posa le filet sur la table.", 0};
    BOOST_TEST(outlined({told, {BlockKind::paragraph, "— Partons, dit Ida, la mer est calme."}})
               == "Partons, / la mer est calme.");
    BOOST_TEST(outlined({told, {BlockKind::paragraph, "— Partons, dit Ida. La mer est calme !"}})
               == "Partons / La mer est calme !");
    // told, not spoken: somebody did something
    BOOST_TEST(outlined({told, {BlockKind::paragraph, "— Partons, dit Ida. Elle ferma la porte."}}) == "Partons");
    BOOST_TEST(outlined({told, {BlockKind::paragraph, "— Partons, dit Ida en prenant la lampe, avec un soupir."}})
               == "Partons");
    BOOST_TEST(outlined({told, {BlockKind::paragraph, "— Qui est là ?"}, {BlockKind::paragraph, "— Le pilote."}})
               == "Qui est là ?|Le pilote.");
    // the sentence before a dash is no motto of it
    BOOST_TEST(outlined({{BlockKind::paragraph, "Elle sourit."}, {BlockKind::paragraph, "— Partons, dit-elle."}})
               == "Partons");
    // a list is no dialogue, though its points are sentences
    BOOST_TEST(outlined({told,
                         {BlockKind::paragraph, "— Le filet est à la ville."},
                         {BlockKind::paragraph, "— La lampe est au port."},
                         {BlockKind::paragraph, "— La digue est à tous."}})
                   .empty());
    BOOST_TEST(
        outlined({told, {BlockKind::paragraph, "— le filet ;"}, {BlockKind::paragraph, "— la lampe ;"}}).empty());
}

BOOST_AUTO_TEST_CASE(a_telling_clause_inside_one_pair_of_marks)
{
    const auto parts = [](const char* text) { return outlined({{BlockKind::paragraph, text}}); };
    BOOST_TEST(parts("« Le port, dit Marek, n'est à personne. »") == "Le port, / n'est à personne.");
    BOOST_TEST(parts("« Le port n'est à personne, dit Marek. »") == "Le port n'est à personne");
    BOOST_TEST(parts("« Le port, viendra-t-il jusqu'à nous ? »") == "Le port, viendra-t-il jusqu'à nous ?");
    BOOST_TEST(parts("« Eh bien ! répondit le pilote, partons. »") == "Eh bien ! / partons.");
    BOOST_TEST(parts("«\u202fLe port, dit Marek, est fermé.\u202f»") == "Le port, / est fermé.");
    // no clause of telling: a word between commas
    BOOST_TEST(parts("« Le port, vieux de mille ans, n'est à personne. »")
               == "Le port, vieux de mille ans, n'est à personne.");
}

BOOST_AUTO_TEST_CASE(a_paragraph_introduces_the_next)
{
    const Document document = test::document_of({{BlockKind::paragraph, "Le vieux pilote lui répondit doucement :"},
                                                 {BlockKind::paragraph, "— La mer est trop haute."},
                                                 {BlockKind::paragraph, "— Qui l'a dit ?"}},
                                                "fr");
    const Reading reading = test::attributed(document);
    BOOST_REQUIRE(reading.quotations.size() == 2U);
    BOOST_TEST(test::line_of(reading.quotations[0]) == "explicit; Le vieux pilote; répondit");
    BOOST_TEST(test::line_of(reading.quotations[1]) == "none");
}

BOOST_AUTO_TEST_SUITE_END()
