// SPDX-License-Identifier: Apache-2.0
#include "attribution_lines.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

namespace {

using test::Case;

void check(const Case& each) { test::check(each, "en"); }

} // namespace

BOOST_AUTO_TEST_SUITE(attribution_english)

BOOST_AUTO_TEST_CASE(before_behind_and_inside)
{
    const Case cases[] = {
        {"Oda Lindqvist said: \"We shall lend the port the money.\"", 0, "explicit; Oda Lindqvist; said"},
        {"\"We shall lend the port the money,\" said Oda Lindqvist, the harbour master.", 0,
         "explicit; Oda Lindqvist; said"},
        {"\"We shall lend it,\" Dr. Okoro (Greens) quietly added.", 0, "explicit; Dr. Okoro <Okoro>; quietly added"},
        {"\"Who will pay?\" Lindqvist asked. The hall was silent.", 0, "explicit; Lindqvist; asked"},
        {"Lindqvist defined the port as \"the lung of the whole northern coast.\"", 0, "explicit; Lindqvist; defined"},
        {"This is what Lindqvist called \"the lung of the whole northern coast.\"", 0, "explicit; Lindqvist; called"},
        {"According to the charter, \"the port belongs to the people.\"", 0,
         "explicit; the charter; According to; in the charter"},
        {"The quay was described by Okoro as \"a ruin of salt and stone.\"", 0, "explicit; Okoro; was described"},
        {"Okoro's claim that \"the quay was sound\" was false.", 0, "explicit; Okoro; claim"},
        {"Okoro sat down in the hall and said, \"We ask for nothing.\"", 0, "explicit; Okoro; said"},
        {"The port chief Oda Lindqvist, who runs the docks, was quoted as saying that \"we have no money\".", 0,
         "explicit; The port chief Oda Lindqvist <Oda Lindqvist>; was quoted as saying"},
        {"Okoro shut the port, calling it \"a ruin of salt and stone.\"", 0, "explicit; Okoro; calling"},
        {"Lindqvist and Okoro said, \"We are one.\"", 0, "explicit; Lindqvist and Okoro; said"},
        {"The head of the port in Lund said, \"We are one.\"", 0, "explicit; The head of the port in Lund; said"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(documents_speak)
{
    const Case cases[] = {
        {"The \"Resolution on Ports,\" adopted at the Ninth Session, states, \"The port belongs to the people.\"", 1,
         "explicit; Resolution on Ports; states; at the Ninth Session; in Resolution on Ports"},
        {"A decision on raising the city's old dam made by the council said, \"We will raise it.\"", 0,
         "explicit; A decision on raising the city's old dam; said; in A decision on raising the city's old dam"},
        {"The council amended its charter, adding: \"The port belongs to the people.\"", 0,
         "explicit; The council; adding; in its charter"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(dates_and_occasions)
{
    const Case cases[] = {
        {"In 1956, at the founding congress, Oda Lindqvist said: \"We shall lend it.\"", 0,
         "explicit; Oda Lindqvist; said; 1956; at the founding congress"},
        {"At the founding congress in 1956 for the port, Lindqvist said: \"We shall lend it.\"", 0,
         "explicit; Lindqvist; said; 1956; at the founding congress in 1956 for the port"},
        {"In 1997 the Port Congress met in Lund. Okoro said at the congress, \"We shall lend it.\"", 0,
         "explicit; Okoro; said; 1997; at the congress"},
        {"In 1997 the old pier burned down. Okoro said, \"We shall lend it.\"", 0, "explicit; Okoro; said"},
        {"After the congress in 1956, Okoro said, \"We shall lend it.\"", 0, "explicit; Okoro; said"},
        {"Since 1956 the quay has been shut. \"We shall lend it.\"", 0, "none"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(offers_are_no_attributions)
{
    const Case cases[] = {
        {"Okoro said, \"We shall lend it.\" \"It is no empty talk.\"", 1, "continued; Okoro"},
        {"In 1982 Okoro talked about the port. It was the task of the time. \"We hope for quiet water.\"", 0,
         "implied; Okoro"},
        {"The hall was empty. \"We hope for quiet water.\"", 0, "none"},
        {"The \"quiet water\" of the bay was famous.", 0, "none"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(pronouns_mean_the_nearest_fitting_person)
{
    const Case cases[] = {
        {"Maria Okoro opened the pier. She said, \"We shall lend it.\"", 0, "pronoun; She <Maria Okoro>; said"},
        {"Maria Okoro met Mr. Lind. She said, \"We shall lend it.\"", 0, "pronoun; She <Maria Okoro>; said"},
        {"Mr. Lind opened the pier. She said, \"We shall lend it.\"", 0, "pronoun; She; said"},
        {"We said, \"We shall lend it.\"", 0, "pronoun; We; said"},
    };
    for (const Case& each : cases)
        check(each);
}

BOOST_AUTO_TEST_CASE(short_names_are_folded_unless_two_people_bear_them)
{
    const Case cases[] = {
        {"Hu Lanting said, \"We wait.\" Hu said, \"We wait for water.\"", 1, "explicit; Hu <Hu Lanting>; said"},
        {"Maria Okoro came. Okoro said, \"We wait for water.\"", 0, "explicit; Okoro <Maria Okoro>; said"},
    };
    for (const Case& each : cases)
        check(each);

    const Document two = test::document_of("Maria Okoro came with John Okoro. Okoro said, \"We wait for water.\"");
    const Reading reading = test::attributed(two);
    BOOST_REQUIRE(reading.quotations.size() == 1U);
    BOOST_TEST(!reading.quotations[0].attribution.source->person);
}

BOOST_AUTO_TEST_CASE(aliases_of_the_library_lead_to_the_registered_name)
{
    extract::Context context;
    context.people = {{"Oda Lindqvist", {"Lindqvist, Oda", "the Old Pilot"}}, {"Maria Okoro", {}}};
    const Document document = test::document_of("Okoro said, \"We wait for quiet water.\"");
    const Reading reading = test::attributed(document, context);
    BOOST_TEST(reading.quotations[0].attribution.source->person.value_or("") == "Maria Okoro");
    BOOST_TEST(reading.persons.contains("Maria Okoro"));
}

BOOST_AUTO_TEST_CASE(introduced_needs_a_mark_and_no_that)
{
    const struct {
        const char* text;
        bool introduced;
    } cases[] = {
        {"Okoro said, \"We wait for water.\"", true},      {"Okoro said: \"We wait for water.\"", true},
        {"Okoro said that \"we wait for water\".", false}, {"Okoro called it \"a ruin of salt and stone\".", false},
        {"\"We wait for water,\" said Okoro.", false},
    };
    for (const auto& each : cases) {
        const Document document = test::document_of(each.text, "en");
        BOOST_TEST(test::attributed(document).quotations.at(0).introduced == each.introduced, each.text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
