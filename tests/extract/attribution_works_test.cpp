// SPDX-License-Identifier: Apache-2.0
// Works as sources, signatures below a lead-in, and citations that stand for a name.
#include "attribution_lines.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

namespace {

/// The document with the first place of these words in italics.
Document with_italics(const std::string& text, const std::string& words)
{
    Document document = test::document_of(text, "en");
    const std::size_t at = document.plain.view().find(words);
    document.emphasis.push_back({at, at + words.size()});
    return document;
}

extract::Context library_people()
{
    extract::Context context;
    context.people = {{"Maria Okoro", {"President Okoro"}}};
    return context;
}

} // namespace

BOOST_AUTO_TEST_SUITE(attribution_works)

BOOST_AUTO_TEST_CASE(a_title_in_italics_is_no_person)
{
    const std::string text = "Letters from the Mill says, \"The river is older than the town.\"";
    const Reading reading = test::attributed(with_italics(text, "Letters from the Mill"));
    BOOST_TEST(test::line_of(reading.quotations.front())
               == "explicit; Letters from the Mill; says; in Letters from the Mill");
    BOOST_TEST(!reading.quotations.front().attribution.source->person);
    const std::string name = "Oda Lindqvist says, \"The river is older than the town.\"";
    const Reading person = test::attributed(with_italics(name, "Oda Lindqvist"));
    BOOST_TEST(test::line_of(person.quotations.front()) == "explicit; Oda Lindqvist; says");
}

BOOST_AUTO_TEST_CASE(a_title_that_tells_where_it_stands)
{
    const struct {
        const char* text;
        std::size_t quotation;
        const char* line;
    } cases[] = {
        {"Okoro wrote in \"On the Reform\": \"The river is old.\"", 1, "explicit; Okoro; wrote"},
        {"\"On the Reform\" says: \"The river is old.\"", 1, "explicit; On the Reform; says; in On the Reform"},
        {"\"Come In\" said Lind, \"and sit down.\"", 0, "explicit; Lind; said"},
    };
    for (const auto& each : cases) {
        const Reading reading = test::attributed(test::document_of(each.text, "en"));
        BOOST_TEST_CONTEXT(each.text)
        {
            BOOST_REQUIRE(reading.quotations.size() > each.quotation);
            BOOST_TEST(test::line_of(reading.quotations[each.quotation]) == each.line);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_lead_in_tells_when_the_signed_words_were_said)
{
    const auto read = [](const std::string& lead) {
        const Document document = test::document_of(
            {{BlockKind::paragraph, lead, 0},
             {BlockKind::quote, "The river is older than the town.\n\n— Maria Okoro, Collected Letters (1972)", 1}});
        return test::line_of(test::attributed(document).quotations.front());
    };
    BOOST_TEST(read("In March 1961, Maria Okoro wrote:")
               == "explicit; Maria Okoro; wrote; 1961-03; in Collected Letters");
    BOOST_TEST(read("In March 1961, Per Holm wrote:") == "explicit; Maria Okoro; 1972; in Collected Letters");
}

BOOST_AUTO_TEST_CASE(a_citation_between_two_parts)
{
    const Document document =
        test::document_of("\"The river,\" Okoro says [@okoro1961, p. 4], \"is older than the town.\"", "en");
    const Reading reading = extract::extract(document, {});
    BOOST_TEST(test::outline(reading) == "The river, / is older than the town.");
    BOOST_TEST(reading.quotations.front().citations.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_citation_that_stands_for_the_name)
{
    const Document document = test::document_of("As [@okoro1961] has it, \"the river is older than the town.\"", "en");
    const Reading reading = extract::extract(document, {});
    BOOST_TEST(reading.quotations.front().citations.size() == 1U);
    BOOST_TEST(to_string(reading.quotations.front().attribution.evidence) == "citation-only");
    // What a bracket behind a statement cites is that statement.
    const Document other =
        test::document_of("The mill is new [@holm1950] and \"the river is older than the town.\"", "en");
    BOOST_TEST(extract::extract(other, {}).quotations.front().citations.empty());
}

BOOST_AUTO_TEST_CASE(a_cited_author_is_the_registered_person)
{
    const Document document =
        test::document_of("It is said that \"the river is older than the town\" (Okoro 1961, 12).", "en");
    const Reading reading = extract::extract(document, library_people());
    const auto& source = reading.quotations.front().attribution.source;
    BOOST_REQUIRE(source);
    BOOST_TEST(source->person.value_or("") == "Maria Okoro");
}

BOOST_AUTO_TEST_CASE(a_work_in_a_signature_is_no_author)
{
    const Document document = test::document_of(
        {{BlockKind::quote, "The river is older than the town.\n\n— Maria Okoro, Address to the Assembly (1961)", 1},
         {BlockKind::paragraph, "Lastly, Bannister et al. (2011) found that the river is old.", 0}});
    const Reading reading = extract::extract(document, {});
    BOOST_REQUIRE(reading.citations.size() == 1U);
    BOOST_TEST(document.slice(reading.citations.front().span) == "Bannister et al. (2011)");
}

BOOST_AUTO_TEST_SUITE_END()
