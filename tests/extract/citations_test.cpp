// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.hpp"
#include "read/read.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace verbatim;

BOOST_AUTO_TEST_SUITE(extract_citations)

namespace {

struct Seen {
    Document document;
    Reading reading;
};
Seen seen(const std::string& text, const char* language = "en", const char* path = "a.md")
{
    auto document = read::read({path, text});
    BOOST_REQUIRE(document.ok());
    Seen result{std::move(document.value()), {}};
    result.document.language = language;
    result.reading = extract::extract(result.document, {});
    return result;
}
std::string field(const Citation& citation, const char* name)
{
    const auto found = citation.fields.find(name);
    return found == citation.fields.end() ? "" : found->second;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_citation_behind_a_quotation_gives_its_source)
{
    const Seen s = seen("It was agreed that \"the harbour shall stay open all winter\" (Lindqvist, 1956, p. 12).\n");
    BOOST_REQUIRE_EQUAL(s.reading.citations.size(), 1U);
    BOOST_REQUIRE_EQUAL(s.reading.quotations.size(), 1U);
    const Quotation& quotation = s.reading.quotations[0];
    BOOST_REQUIRE_EQUAL(quotation.citations.size(), 1U);
    BOOST_CHECK(quotation.attribution.evidence == AttributionEvidence::citation_only);
    BOOST_REQUIRE(quotation.attribution.source);
    BOOST_CHECK_EQUAL(quotation.attribution.source->text, "Lindqvist");
    BOOST_CHECK_EQUAL(quotation.attribution.date.value_or(""), "1956");
    BOOST_REQUIRE(quotation.attribution.locator);
    BOOST_CHECK_EQUAL(quotation.attribution.locator->text, "p. 12");
}

BOOST_AUTO_TEST_CASE(a_citation_of_the_next_sentence_belongs_to_no_quotation)
{
    const Seen s = seen("He said, \"The harbour shall stay open.\" The council paid for it (Lindqvist 1956).\n");
    BOOST_REQUIRE_EQUAL(s.reading.citations.size(), 1U);
    BOOST_REQUIRE_EQUAL(s.reading.quotations.size(), 1U);
    BOOST_CHECK(s.reading.quotations[0].citations.empty());
}

BOOST_AUTO_TEST_CASE(a_narrative_citation_before_a_quotation)
{
    const Seen s = seen("Lindqvist (1956, p. 3) writes, \"The harbour shall stay open all winter.\"\n");
    BOOST_REQUIRE_EQUAL(s.reading.quotations.size(), 1U);
    BOOST_CHECK_EQUAL(s.reading.quotations[0].citations.size(), 1U);
}

BOOST_AUTO_TEST_CASE(a_bracket_between_cue_and_quotation)
{
    struct Case {
        const char* text;
        const char* language;
        const char* source;
        std::size_t citations;
    };
    const Case cases[] = {
        {"Okoro said [@okoro-1961, p. 3]: \"We ask for quiet water.\"\n", "en", "Okoro", 1},
        {"Okoro said (Okoro, 1961, p. 3): \"We ask for quiet water.\"\n", "en", "Okoro", 1},
        {"Okoro said (1961): \"We ask for quiet water.\"\n", "en", "Okoro", 0},
        {"Okoro said (p. 3): \"We ask for quiet water.\"\n", "en", "Okoro", 0},
        {"奥科罗说（奥科罗，1961，第3页）：“我们只求平静的水。”\n", "zh", "奥科罗", 1},
        // What a bracket cites is the statement before it.
        {"The water is quiet [@veld-1974], and Okoro said: \"We ask for quiet water.\"\n", "en", "Okoro", 0},
        {"The water is quiet (Veld 1974), and Okoro said: \"We ask for quiet water.\"\n", "en", "Okoro", 0},
    };
    for (const Case& c : cases) {
        const Seen s = seen(c.text, c.language);
        BOOST_TEST_CONTEXT(c.text)
        {
            BOOST_REQUIRE_EQUAL(s.reading.quotations.size(), 1U);
            const Quotation& quotation = s.reading.quotations[0];
            BOOST_CHECK(quotation.attribution.evidence == AttributionEvidence::explicit_);
            BOOST_REQUIRE(quotation.attribution.source);
            BOOST_CHECK_EQUAL(quotation.attribution.source->text, c.source);
            BOOST_CHECK_EQUAL(quotation.citations.size(), c.citations);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_title_in_the_host_sentence_is_the_document)
{
    const auto named = [](const char* text) {
        auto document = read::read({"a.md", text});
        BOOST_REQUIRE(document.ok());
        document.value().language = "en";
        const Reading reading = extract::extract(document.value(), {{}, {"Opening address"}});
        BOOST_REQUIRE_EQUAL(reading.quotations.size(), 2U);
        const auto& found = reading.quotations[1].attribution.document;
        return found ? found->text : std::string();
    };
    BOOST_CHECK_EQUAL(named("In her \"Opening address\", Lindqvist said: \"We shall lend the port the money.\"\n"),
                      "Opening address");
    BOOST_CHECK_EQUAL(named("Lindqvist stated in the \"Opening address\" that \"the port belongs to all\".\n"),
                      "Opening address");
    BOOST_CHECK_EQUAL(named("Lindqvist called the \"Opening address\" dull and said: \"We shall lend it.\"\n"), "");
    BOOST_CHECK_EQUAL(named("She wrote the \"Opening address\" herself. Lindqvist said: \"We shall lend it.\"\n"), "");
    BOOST_CHECK_EQUAL(named("Praising the \"Opening address\", Okoro said: \"We shall lend the money.\"\n"), "");
}

BOOST_AUTO_TEST_CASE(numbers_of_the_documents_own_list)
{
    const std::string list =
        "\n\n## References\n\n[1] Lindqvist, O. (1956). *Opening address*. Quay Press.\n\n[2] Okoro, M. "
        "(1961). *Address*. Delta.\n\n[3] Veld, T. (1974). *Grey Water*. Quay Press.\n";
    const Seen s =
        seen("It was \"quiet water and honest weights\" [2], and so on [1, 2-3]; not [7], not [1, 9]." + list);
    BOOST_CHECK_EQUAL(s.reading.entries.size(), 3U);
    BOOST_REQUIRE_EQUAL(s.reading.citations.size(), 4U);
    const char* keys[] = {"2", "1", "2", "3"};
    for (std::size_t i = 0; i < 4; ++i) {
        BOOST_CHECK(s.reading.citations[i].kind == CitationKind::numeric);
        BOOST_CHECK_EQUAL(s.reading.citations[i].key, keys[i]);
    }
    BOOST_CHECK_EQUAL(field(s.reading.citations[0], "title"), "Address");
    BOOST_CHECK_EQUAL(s.reading.citations[3].text, "2-3");
    BOOST_REQUIRE_EQUAL(s.reading.quotations.size(), 1U);
    BOOST_REQUIRE(!s.reading.quotations[0].citations.empty());
    BOOST_CHECK_EQUAL(s.reading.quotations[0].citations.front(), 0U);
}

BOOST_AUTO_TEST_CASE(numbers_without_a_list)
{
    const auto keys = [](const std::string& text) {
        std::string all;
        for (const Citation& citation : seen(text).reading.citations)
            all += (citation.kind == CitationKind::numeric ? citation.key : "?") + " ";
        return all;
    };
    BOOST_CHECK_EQUAL(keys("It was quiet [2], and so on [1, 3-4]. The port was full.[5]\n"), "2 1 3 4 5 ");
    BOOST_CHECK_EQUAL(keys("In [11] it is told at length; others differ [12][13].\n"), "11 12 13 ");
    BOOST_CHECK_EQUAL(seen("It was quiet [2], and so on [3].\n").reading.citations.front().fields.size(), 0U);
    // One number may be anything; so may an index, an interval, a decreasing pair, a numbered paragraph.
    BOOST_CHECK_EQUAL(keys("It was quiet [2], and nothing else.\n"), "");
    BOOST_CHECK_EQUAL(keys("Then ship[1] and ship[2] are swapped.\n"), "");
    BOOST_CHECK_EQUAL(keys("It lies in [1, 40] or in [2, 50].\n"), "");
    BOOST_CHECK_EQUAL(keys("It lies in [40, 1] or in [50, 2].\n"), "");
    BOOST_CHECK_EQUAL(keys("[1] The harbour is closed.\n\n[2] The wardens decide.\n"), "");
}

BOOST_AUTO_TEST_CASE(notes)
{
    const Seen s =
        seen("\"The harbour shall stay open all winter,\" it was said.[^1] \"We ask for quiet water.\"[^2]\n\n"
             "[^1]: Oda Lindqvist, *Opening Address*, Oslo: Quay Press, 1956, p. 12; Maria Okoro, *Address*, 1961.\n"
             "[^2]: Lindqvist 1956, p. 14.\n");
    BOOST_REQUIRE_EQUAL(s.reading.citations.size(), 3U);
    BOOST_CHECK(s.reading.entries.empty());
    BOOST_CHECK(s.reading.citations[0].kind == CitationKind::note);
    BOOST_CHECK_EQUAL(s.reading.citations[0].key, "1");
    BOOST_CHECK_EQUAL(s.reading.citations[0].text, "[^1]");
    BOOST_CHECK_EQUAL(field(s.reading.citations[0], "author"), "Oda Lindqvist");
    BOOST_CHECK_EQUAL(field(s.reading.citations[0], "title"), "Opening Address");
    BOOST_CHECK_EQUAL(field(s.reading.citations[1], "title"), "Address");
    BOOST_CHECK(s.reading.citations[0].span == s.reading.citations[1].span);
    BOOST_CHECK_EQUAL(field(s.reading.citations[2], "issued"), "1956");
}

BOOST_AUTO_TEST_CASE(ibid_points_at_the_note_before)
{
    const Seen s =
        seen("One.[^1] Two.[^2]\n\n[^1]: Oda Lindqvist, *Opening Address*, 1956, p. 12.\n[^2]: Ibid., p. 14.\n");
    BOOST_REQUIRE_EQUAL(s.reading.citations.size(), 2U);
    BOOST_CHECK(s.reading.citations[1].kind == CitationKind::short_form);
    BOOST_CHECK_EQUAL(field(s.reading.citations[1], "title"), "Opening Address");
    BOOST_REQUIRE(s.reading.citations[1].locator);
    BOOST_CHECK_EQUAL(s.reading.citations[1].locator->text, "p. 14");
}

BOOST_AUTO_TEST_CASE(source_line_and_reference_section)
{
    const Seen line =
        seen("The harbour is old.\n\nSource: Harbours of the North, edited by Oda Lindqvist, Oslo: Quay Press, 2007.10",
             "en", "a.txt");
    BOOST_REQUIRE_EQUAL(line.reading.entries.size(), 1U);
    BOOST_CHECK(line.reading.entries[0].kind == CitationKind::source_line);
    BOOST_CHECK_EQUAL(field(line.reading.entries[0], "issued"), "2007-10");
    const Seen list = seen("Text.\n\n## References\n\n- Lindqvist, O. (1956). *Opening address*. Quay Press.\n- Okoro, "
                           "Maria. *Address*. Lagos: Delta, 1961.\n");
    BOOST_REQUIRE_EQUAL(list.reading.entries.size(), 2U);
    BOOST_CHECK(list.reading.entries[0].kind == CitationKind::entry);
    BOOST_CHECK_EQUAL(field(list.reading.entries[0], "title"), "Opening address");
    BOOST_CHECK_EQUAL(field(list.reading.entries[1], "author"), "Okoro, Maria");
    BOOST_CHECK(list.reading.citations.empty());
}

BOOST_AUTO_TEST_CASE(guesses_need_a_sign)
{
    BOOST_CHECK(seen("The play Hamlet (1603) is old, and (Harbour 12) is a room. Ask @lindqvist about it.\n")
                    .reading.citations.empty());
    BOOST_CHECK_EQUAL(seen("It stays open (Okoro 1961, p. 3) and so (Okoro 12).\n").reading.citations.size(), 2U);
    BOOST_CHECK(seen("See *Harbours of the North* (Oslo, 1956).\n").reading.citations.empty());
    BOOST_CHECK(seen("Run `(Okoro 1961)` now.\n").reading.citations.empty());
}

BOOST_AUTO_TEST_CASE(declarations)
{
    const Seen s = seen("She said, \"the *harbour* shall stay open\" (emphasis added) and \"we ask for quiet water\" "
                        "(Okoro 1961, my translation).\n");
    BOOST_REQUIRE_EQUAL(s.reading.quotations.size(), 2U);
    BOOST_CHECK(extract::declarations(s.reading.quotations[0]) == std::vector{extract::Declared::emphasis_added});
    BOOST_CHECK(extract::declarations(s.reading.quotations[1]) == std::vector{extract::Declared::own_translation});
}

BOOST_AUTO_TEST_SUITE_END()
