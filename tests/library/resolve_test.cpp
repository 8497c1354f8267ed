// SPDX-License-Identifier: Apache-2.0
#include "library/library.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

using namespace verbatim;

BOOST_AUTO_TEST_SUITE(resolve)

namespace {

struct SmallLibrary {
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("verbatim-resolve-" + std::to_string(::getpid()));
    SmallLibrary()
    {
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "lindqvist.txt") << "We shall lend the port fourteen million crowns over three years.\n";
        std::ofstream(folder / "okoro.txt") << "We ask for nothing but quiet water.\n";
        std::ofstream(folder / "library.toml")
            << "[[person]]\nname = \"Oda Lindqvist\"\naliases = [\"林奎斯特\"]\n"
               "[[person]]\nname = \"Maria Okoro\"\n"
               "[[work]]\nid = \"lindqvist-1956\"\ntitle = \"Opening address\"\ncreators = [\"Oda Lindqvist\"]\ndate = "
               "\"1956-03\"\n"
               "[[work.version]]\nfile = \"lindqvist.txt\"\nlanguage = \"en\"\n"
               "[[work]]\nid = \"okoro-1961\"\ntitle = \"Address to the Assembly\"\ncreators = [\"Maria Okoro\"]\ndate "
               "= \"1961-09-02\"\n"
               "[[work.version]]\nfile = \"okoro.txt\"\nlanguage = \"en\"\n"
               "[[work]]\nid = \"okoro-1961-b\"\ntitle = \"Reply\"\ncreators = [\"Maria Okoro\"]\ndate = \"1961-10\"\n";
    }
    SmallLibrary(const SmallLibrary&) = delete;
    SmallLibrary& operator=(const SmallLibrary&) = delete;
    ~SmallLibrary() { std::filesystem::remove_all(folder); }
    [[nodiscard]] library::Library open() const
    {
        library::Request request;
        request.paths = {folder.string()};
        auto opened = library::Library::open(request);
        BOOST_REQUIRE(opened.ok());
        return std::move(opened.value());
    }
};

Citation cited(CitationKind kind, std::map<std::string, std::string> fields, std::string key = "")
{
    Citation citation;
    citation.kind = kind;
    citation.fields = std::move(fields);
    citation.key = std::move(key);
    return citation;
}

} // namespace

BOOST_AUTO_TEST_CASE(against_a_library)
{
    const SmallLibrary small;
    const library::Library library = small.open();
    struct Case {
        Citation citation;
        const char* work;
        bool resolved;
        std::size_t near;
    };
    const auto author_date = CitationKind::author_date;
    const Case cases[] = {
        {cited(author_date, {{"author", "Lindqvist"}, {"issued", "1956"}}), "lindqvist-1956", true, 0},
        {cited(author_date, {{"author", "林奎斯特"}, {"issued", "1956"}}), "lindqvist-1956", true, 0},
        {cited(author_date, {{"author", "Lindqvist, O."}, {"issued", "1957"}}), "", false, 1},
        {cited(author_date, {{"author", "Nobody"}, {"issued", "1956"}}), "", false, 0},
        {cited(author_date, {{"author", "Lindqvist; Okoro"}, {"issued", "1956"}}), "", false, 0},
        {cited(author_date, {{"author", "Okoro"}, {"issued", "1961"}}), "", true, 0},
        {cited(author_date, {{"author", "Okoro"}, {"issued", "1961"}, {"year-suffix", "a"}}), "okoro-1961", true, 0},
        {cited(author_date, {{"author", "Okoro"}, {"issued", "1961"}, {"year-suffix", "b"}}), "okoro-1961-b", true, 0},
        {cited(CitationKind::key, {}, "okoro-1961"), "okoro-1961", true, 0},
        {cited(CitationKind::key, {}, "okoro-1962"), "", false, 0},
        {cited(CitationKind::note, {{"author", "Oda Lindqvist"}, {"title", "Opening Address"}}, "3"), "lindqvist-1956",
         true, 0},
        {cited(CitationKind::note, {{"author", "Maria Okoro"}, {"title", "Opening Address"}}, "3"), "", false, 0},
        {cited(CitationKind::note, {{"author", "Okoro"}, {"title", "Address"}}, "3"), "okoro-1961", true, 0},
    };
    for (const Case& c : cases) {
        Reading reading;
        reading.citations.push_back(c.citation);
        library::resolve_citations(reading, &library);
        const Citation& citation = reading.citations.front();
        BOOST_TEST_CONTEXT(c.citation.key
                           << ' ' << (c.citation.fields.contains("author") ? c.citation.fields.at("author") : ""))
        {
            BOOST_CHECK_EQUAL(citation.work, c.work);
            BOOST_CHECK_EQUAL(citation.resolved, c.resolved);
            BOOST_CHECK_EQUAL(citation.near_misses.size(), c.near);
        }
    }
}

BOOST_AUTO_TEST_CASE(against_its_own_entries)
{
    Reading reading;
    reading.entries.push_back(
        cited(CitationKind::entry, {{"author", "Lindqvist, O."}, {"issued", "1956"}, {"title", "Opening address"}}));
    reading.citations.push_back(cited(CitationKind::author_date, {{"author", "Lindqvist"}, {"issued", "1956"}}));
    reading.citations.push_back(cited(CitationKind::author_date, {{"author", "Lindqvist"}, {"issued", "1957"}}));
    library::resolve_citations(reading, nullptr);
    BOOST_CHECK(reading.citations[0].resolved);
    BOOST_CHECK(reading.citations[0].work.empty());
    BOOST_CHECK(!reading.citations[1].resolved);
    BOOST_CHECK_EQUAL(reading.citations[1].near_misses.size(), 1U);
}

BOOST_AUTO_TEST_CASE(claims_of_a_quotation)
{
    const SmallLibrary small;
    const library::Library library = small.open();
    Reading reading;
    reading.citations.push_back(cited(CitationKind::author_date, {{"author", "Lindqvist"}, {"issued", "1956"}}));
    library::resolve_citations(reading, &library);
    Quotation quotation;
    quotation.citations = {0};
    quotation.attribution.evidence = AttributionEvidence::implied;
    quotation.attribution.source = Source{"Okoro", {}, "Maria Okoro"};
    Claims claims = library::claims(quotation, reading, library);
    BOOST_CHECK_EQUAL(claims.cited.size(), 1U);
    BOOST_CHECK(claims.by_person.empty());
    quotation.attribution.evidence = AttributionEvidence::explicit_;
    quotation.attribution.document = TextSpan{"Address to the Assembly", {}};
    claims = library::claims(quotation, reading, library);
    BOOST_CHECK_EQUAL(claims.by_person.size(), 2U);
    BOOST_CHECK_EQUAL(claims.named.size(), 1U);
}

BOOST_AUTO_TEST_CASE(two_works_of_one_author_and_year_are_both_claimed)
{
    const SmallLibrary small;
    const library::Library library = small.open();
    Reading reading;
    reading.citations.push_back(cited(CitationKind::author_date, {{"author", "Okoro"}, {"issued", "1961"}}));
    reading.citations.push_back(cited(CitationKind::author_date, {{"author", "Okoro"}, {"issued", "1962"}}));
    library::resolve_citations(reading, &library);
    Quotation quotation;
    quotation.citations = {0};
    BOOST_CHECK_EQUAL(library::claims(quotation, reading, library).cited.size(), 2U);
    quotation.citations = {1};
    BOOST_CHECK(library::claims(quotation, reading, library).cited.empty());
}

BOOST_AUTO_TEST_CASE(an_occasion_that_is_a_title)
{
    const SmallLibrary small;
    const library::Library library = small.open();
    const auto named = [&](const char* occasion, const char* person) {
        Quotation quotation;
        quotation.attribution.evidence = AttributionEvidence::explicit_;
        quotation.attribution.source = Source{person, {}, person};
        quotation.attribution.occasion = TextSpan{occasion, {}};
        return library::claims(quotation, {}, library).named.size();
    };
    BOOST_CHECK_EQUAL(named("her Opening address", "Oda Lindqvist"), 1U);
    BOOST_CHECK_EQUAL(named("her opening address", "Oda Lindqvist"), 0U);
    BOOST_CHECK_EQUAL(named("her Opening address", "Maria Okoro"), 0U);
    BOOST_CHECK_EQUAL(named("her Reply", "Maria Okoro"), 0U);
}

BOOST_AUTO_TEST_SUITE_END()
