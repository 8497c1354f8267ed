// SPDX-License-Identifier: Apache-2.0
#include "syntax/syntax.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

BOOST_AUTO_TEST_SUITE(bibliography)

namespace {

/// "key: name=value | name=value", an entry a line; "!" for each fault.
std::string shown(const syntax::Bibliography& bibliography)
{
    std::string all;
    for (const syntax::BibliographyEntry& entry : bibliography.entries) {
        all += entry.key + ":";
        for (const auto& [name, value] : entry.fields)
            all += " " + name + "=" + value + " |";
        all += "\n";
    }
    return all + std::string(bibliography.faults.size(), '!');
}

std::string bibtex(const std::string& text) { return shown(syntax::parse_bibtex(text)); }
std::string csl(const std::string& text) { return shown(syntax::parse_csl_json(text)); }
std::string ris(const std::string& text) { return shown(syntax::parse_ris(text)); }

} // namespace

BOOST_AUTO_TEST_CASE(an_entry_with_its_fields)
{
    BOOST_TEST(
        bibtex("@book{okoro-1961,\n  author = {Okoro, Maria and Oda Lindqvist and others},\n  Title = \"The "
               "{NATO} of Ports\",\n  year = 1961, month = sep,\n  pages = {12--14},\n}\n")
        == "okoro-1961: author=Okoro, Maria; Oda Lindqvist | issued=1961-09 | page=12–14 | title=The NATO of Ports "
           "|\n");
    BOOST_TEST(bibtex("@article(veld, journaltitle = {Quay}, date = {1974-05-01}, doi = {10.5555/quay})")
               == "veld: DOI=10.5555/quay | container-title=Quay | issued=1974-05-01 |\n");
}

BOOST_AUTO_TEST_CASE(macros_and_joined_pieces)
{
    BOOST_TEST(bibtex("@string{qp = \"Quay Press\"}\n@book{a, publisher = qp # {, } # \"Oslo\", year = \"1961\"}\n")
               == "a: issued=1961 | publisher=Quay Press, Oslo |\n");
}

BOOST_AUTO_TEST_CASE(strings_of_strings_are_bounded)
{
    std::string text = "@string{a0 = \"quay quay \"}\n";
    for (int i = 1; i <= 60; ++i)
        text +=
            "@string{a" + std::to_string(i) + " = a" + std::to_string(i - 1) + " # a" + std::to_string(i - 1) + "}\n";
    const syntax::Bibliography bibliography = syntax::parse_bibtex(text + "@book{k, title = a60 # a59, year = 1961}\n");
    BOOST_REQUIRE(bibliography.entries.size() == 1);
    BOOST_TEST(!bibliography.faults.empty());
    BOOST_TEST(bibliography.entries.front().fields.at("issued") == "1961");
    for (const auto& [name, value] : bibliography.entries.front().fields)
        BOOST_TEST(value.size() <= (std::size_t{1} << 20U));
}

BOOST_AUTO_TEST_CASE(what_tex_would_print)
{
    BOOST_TEST(bibtex("@book{a, author = {M{\\\"u}ller, J\\'er\\^ome and S\\o rensen, \\v{C}i\\c{c}}, title = {A~B \\& "
                      "\\emph{C}}}")
               == "a: author=Müller, Jérôme; Sørensen, Čiç | title=A B & C |\n");
}

BOOST_AUTO_TEST_CASE(names_in_braces_hold_together)
{
    BOOST_TEST(bibtex("@book{a, author = {{Ministry of Ports and Quays} and Okoro}}")
               == "a: author=Ministry of Ports and Quays; Okoro |\n");
}

BOOST_AUTO_TEST_CASE(a_missing_brace_spoils_one_entry)
{
    BOOST_TEST(bibtex("@book{a, title = {Open\n@book{b, title = {Shut}}\n") == "b: title=Shut |\n!");
    BOOST_TEST(bibtex("Words @ nobody.\n@comment{x}\n@preamble{\"y\"}\n@misc{c}@misc{d}\n") == "c:\nd:\n");
    BOOST_TEST(bibtex("@book{, title = {No key}}") == "!");
    BOOST_TEST(bibtex("") == "");
}

BOOST_AUTO_TEST_CASE(hostile_nesting_is_a_fault_and_nothing_worse)
{
    BOOST_TEST(bibtex("@book{a, title = " + std::string(1'000'000, '{')) == "!");
    std::string many;
    for (int i = 0; i < 20'000; ++i)
        many += "@a{b,c={";
    BOOST_TEST(bibtex(many) == "!");
    BOOST_TEST(csl(std::string(100'000, '{')) == "!");
}

BOOST_AUTO_TEST_CASE(spans_are_the_entry)
{
    const std::string text = "x\n@misc{c, year = 1961}\n";
    const syntax::BibliographyEntry entry = syntax::parse_bibtex(text).entries.at(0);
    BOOST_TEST(text.substr(entry.span.begin, entry.span.size()) == "@misc{c, year = 1961}");
}

BOOST_AUTO_TEST_CASE(items_of_csl_json)
{
    BOOST_TEST(csl("[{\"id\": \"okoro\", \"type\": \"speech\", \"title\": \"Address {1}\", \"author\": [{\"family\": "
                   "\"Okoro\", \"given\": \"Maria\"}, {\"literal\": \"Port Council\"}], \"issued\": {\"date-parts\": "
                   "[[1961, 9, 2]]}, \"volume\": 3}, {\"id\": 7, \"issued\": {\"raw\": \"1974\"}}]")
               == "okoro: author=Okoro, Maria; Port Council | issued=1961-09-02 | title=Address {1} | volume=3 |\n"
                  "7: issued=1974 |\n");
    BOOST_TEST(csl("[{\"id\": \"a\"}, {\"id\" \"b\"}]") == "a:\n!");
}

BOOST_AUTO_TEST_CASE(entries_of_ris)
{
    BOOST_TEST(ris("TY  - BOOK\r\nID  - veld\r\nAU  - Veld, Tomas\r\nAU  - Berg, A.\r\nTI  - Grey Water\r\nPY  - "
                   "1974\r\nDA  - 1974/5/1/\r\nSP  - 3\r\nEP  - 9\r\nER  - \r\nTY  - JOUR\r\n")
               == "veld: author=Veld, Tomas; Berg, A. | issued=1974-05-01 | page=3–9 | title=Grey Water |\n!");
}

BOOST_AUTO_TEST_SUITE_END()
