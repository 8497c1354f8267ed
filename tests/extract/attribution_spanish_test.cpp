// SPDX-License-Identifier: Apache-2.0
#include "attribution_lines.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

namespace {

using test::Case;

void check(const Case& each) { test::check(each, "es"); }

std::string outlined(const std::vector<test::Paragraph>& paragraphs) { return test::outlined(paragraphs, "es"); }

} // namespace

BOOST_AUTO_TEST_SUITE(attribution_spanish)

BOOST_AUTO_TEST_CASE(before_behind_and_inside)
{
    const Case cases[] = {
        {"Oda Marek declaró: «El puerto no es de nadie».", 0, "explicit; Oda Marek; declaró"},
        {"«El puerto no es de nadie», declaró Oda Marek.", 0, "explicit; Oda Marek; declaró"},
        {"«El puerto no es de nadie», ha dicho la portavoz del consejo.", 0,
         "explicit; la portavoz del consejo; ha dicho"},
        {"«¿Quién paga?», preguntó a Ida el viejo piloto.", 0, "explicit; el viejo piloto; preguntó"},
        {"«Vamos», le dijo ella en voz baja.", 0, "pronoun; ella; dijo"},
        {"Según la carta, «el puerto pertenece a quienes lo barren».", 0, "explicit; la carta; Según; in la carta"},
        {"Como dijo Oda Marek, «el mar no firma nada».", 0, "explicit; Oda Marek; dijo"},
        {"El piloto afirmó que el plan está «muerto y enterrado» desde mayo.", 0, "explicit; El piloto; afirmó"},
        {"En marzo de 1956, en el congreso fundacional, Oda Marek dijo: «No lo venderemos».", 0,
         "explicit; Oda Marek; dijo; 1956-03; at el congreso fundacional"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(the_subject_stands_further_back)
{
    const Case cases[] = {
        {"Ida tomó los remos, se levantó y dijo: «Vámonos de aquí».", 0, "explicit; Ida; dijo"},
        {"Ida, que remaba, gritó: «¡Cede el dique!»", 0, "explicit; Ida; gritó"},
        {"Ida, la mujer del piloto, gritó: «¡Cede el dique!»", 0, "explicit; Ida; gritó"},
        {"Ida salió gritando: «¡Cede el dique!»", 0, "explicit; Ida; gritando"},
        {"Se oyó a lo lejos la respuesta de Marek: «No venderemos nada».", 0, "explicit; Marek; respuesta"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_an_attribution)
{
    const Case cases[] = {
        {"La palabra «muelle» dice poco a Marek.", 0, "none"},
        {"«El puerto es nuestro». Marek dejó la pipa.", 0, "none"},
        {"«Vamos», dijo.", 0, "none; dijo"},
        {"«Vamos», dijo a Ida.", 0, "none; dijo"},
        {"El piloto bajó. El mapa callaba; faltaba «Muelle Norte».", 0, "none"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(a_dash_opens_what_one_speaker_says)
{
    const auto spoken = [](const char* text) {
        const test::Paragraph told{BlockKind::paragraph, "Ida posó la red en la mesa.", 0};
        const Document document =
            test::document_of({told, {BlockKind::paragraph, text}, {BlockKind::paragraph, "—¿Quién es?"}}, "es");
        const Reading reading = test::attributed(document);
        std::string line;
        for (const TextSpan& part : reading.quotations.front().parts)
            line += part.text + "|";
        return line + " " + test::line_of(reading.quotations.front());
    };
    BOOST_TEST(spoken("—Ven —dijo Ida—. Es tarde.") == "Ven|Es tarde.| explicit; Ida; dijo");
    BOOST_TEST(spoken("—No iré —contestó el piloto, sin levantar la vista.")
               == "No iré| explicit; el piloto; contestó");
    BOOST_TEST(spoken("—Ven. —Ida se levantó—. Vamos ya.") == "Ven.|Vamos ya.| explicit; Ida");
    BOOST_TEST(spoken("—El puerto —el más viejo— está lejos.") == "El puerto —el más viejo— está lejos.| none");
    BOOST_TEST(spoken("—Adiós —dijo.") == "Adiós| none; dijo");
}

BOOST_AUTO_TEST_CASE(marks_of_spanish_texts)
{
    const auto parts = [](const char* text) { return outlined({{BlockKind::paragraph, text}}); };
    BOOST_TEST(parts("«El puerto, dijo Marek, no es de nadie.»") == "El puerto, / no es de nadie.");
    BOOST_TEST(parts("«El puerto —dijo Marek—, no es de nadie.»") == "El puerto / no es de nadie.");
    // a closing mark opens each further paragraph
    BOOST_TEST(outlined({{BlockKind::paragraph, "«El puerto no es de nadie."},
                         {BlockKind::paragraph, "»Y no lo venderemos.»"}})
               == "El puerto no es de nadie. / Y no lo venderemos.");
}

BOOST_AUTO_TEST_SUITE_END()
