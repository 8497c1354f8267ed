// SPDX-License-Identifier: Apache-2.0
// Which person or body a source means: aliases of the library, titles, short forms, gender.
#include "attribution_lines.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

namespace {

extract::Context library_people()
{
    extract::Context context;
    context.people = {{"Maria Okoro", {"President Okoro", "玛丽亚·奥科罗"}},
                      {"Oda Lindqvist", {"Lindqvist, Oda", "林奎斯特"}},
                      {"Harlund Harbour Council", {"Harbour Council", "港务委员会"}}};
    return context;
}

struct Case {
    const char* language;
    const char* text;
    std::size_t quotation; ///< which one is asked about
    const char* person;    ///< empty for none
};

void check(const Case& each, const extract::Context& context)
{
    const Document document = test::document_of(each.text, each.language);
    const Reading reading = test::attributed(document, context);
    BOOST_TEST_CONTEXT(each.text)
    {
        BOOST_REQUIRE(reading.quotations.size() > each.quotation);
        const auto& source = reading.quotations[each.quotation].attribution.source;
        BOOST_REQUIRE(source);
        BOOST_TEST(source->person.value_or("") == each.person);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(attribution_people)

BOOST_AUTO_TEST_CASE(registered_people_and_bodies)
{
    const Case cases[] = {
        {"en", "The Harbour Council said, \"We wait for water.\"", 0, "Harlund Harbour Council"},
        {"en", "The council said, \"We wait for water.\"", 0, ""},
        {"en", "President Okoro said, \"We wait for water.\"", 0, "Maria Okoro"},
        {"en", "Mrs. Okoro said, \"We wait for water.\"", 0, "Maria Okoro"},
        {"en", "Mr. Okoro said, \"We wait for water.\"", 0, "Okoro"},
        {"en", "\"We wait for water,\" said the pilot, Oda Lindqvist.", 0, "Oda Lindqvist"},
        {"zh", "奥科罗主席说：“我们等待安静的水。”", 0, "Maria Okoro"},
        {"zh", "奥科罗女士说：“我们等待安静的水。”", 0, "Maria Okoro"},
        {"zh", "港口部长林奎斯特说：“我们等待安静的水。”", 0, "Oda Lindqvist"},
        {"zh", "港务委员会指出：“我们等待安静的水。”", 0, "Harlund Harbour Council"},
    };
    for (const Case& each : cases)
        check(each, library_people());
}

BOOST_AUTO_TEST_CASE(short_forms_fold_over_the_document)
{
    const Case cases[] = {
        {"en", "President Maria Okoro opened the pier. President Okoro said, \"We wait for water.\"", 0, "Maria Okoro"},
        {"en", "Harbour Minister Oda Lind came. Oda Lind sat down. Lind said, \"We wait for water.\"", 0, "Oda Lind"},
        {"en", "Maria Okoro met John Okoro. Okoro said, \"We wait for water.\"", 0, ""},
        {"en", "Maria Okoro met John Okoro. Mrs. Okoro said, \"We wait for water.\"", 0, "Maria Okoro"},
        {"en", "John Okoro came. Mrs. Okoro said, \"We wait for water.\"", 0, "Okoro"},
        {"zh", "外交部发言人林海说：“我们等待安静的水。”林海还说：“水很深。”", 0, "林海"},
        {"zh", "林海说：“我们等待安静的水。”林主席还说：“水很深。”", 1, "林海"},
    };
    for (const Case& each : cases)
        check(each, {});
}

BOOST_AUTO_TEST_CASE(pronouns_need_evidence)
{
    const Case cases[] = {
        {"en", "Hanna Berg met Nils Holm. He said, \"We wait for water.\"", 0, ""},
        {"en", "Hanna Berg met Nils Holm. She said, \"We wait for water.\"", 0, "Hanna Berg"},
        {"en", "Nils Holm, the mayor, met dockers. \"We wait for water,\" he said.", 0, "Nils Holm"},
        {"en", "Okoro was born in 1931. \"We wait for water,\" he said.", 0, "Okoro"},
        {"en", "Okoro met Lind. \"We wait for water,\" he said.", 0, ""},
    };
    for (const Case& each : cases)
        check(each, {});
}

BOOST_AUTO_TEST_CASE(a_pronoun_means_the_nearest_subject_that_fits)
{
    const Case cases[] = {
        // The text itself tells who is he and who is she.
        {"en",
         "Tolly sighed. He put his cap on. Brack laughed at herself. She sat down. Tolly rose, and the gulls cried "
         "round Tolly and Brack. \"Nobody home,\" he said.",
         0, "Tolly"},
        {"en",
         "Tolly sighed. He put his cap on. Brack laughed at herself. She sat down. Tolly rose, and the gulls cried "
         "round Tolly and Brack. \"Nobody home,\" she said.",
         0, "Brack"},
        // Nothing tells it.
        {"en", "Tolly sighed. Brack laughed. The tide came in round Tolly and Brack. \"Nobody home,\" he said.", 0, ""},
        // Somebody else stands between.
        {"en", "Anders opened the door. An old man nodded. \"Nobody home,\" he said.", 0, ""},
        {"en", "Anders opened the door. A woman nodded. \"Nobody home,\" he said.", 0, "Anders"},
        // A word that has its capital only at the start of a sentence names nobody.
        {"en", "Silence. He put his cap on. He sat down in his chair. \"Nobody home,\" he said.", 0, ""},
        // A country speaks, but is nobody.
        {"en", "North Harlund says: \"We wait for water.\"", 0, ""},
        {"en", "Norway says: \"We wait for water.\"", 0, ""},
        {"en", "Tomas Norway says: \"We wait for water.\"", 0, "Tomas Norway"},
        {"en", "Anders opened the door. North Harlund objected. \"Nobody home,\" he said.", 0, "Anders"},
        // Fronted words are no subject.
        {"en", "Liberals, he said, were \"out of their depth for years\".", 0, ""},
        // The paragraph before quotes nothing and still names him.
        {"en", "\"Where is it?\" Maria asked.\n\nAt that moment Anders came in.\n\n\"Nobody home,\" he said.", 1,
         "Anders"},
    };
    for (const Case& each : cases)
        check(each, {});
}

BOOST_AUTO_TEST_SUITE_END()
