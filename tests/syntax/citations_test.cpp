// SPDX-License-Identifier: Apache-2.0
#include "processor_time.hpp"
#include "syntax/syntax.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace verbatim;

BOOST_AUTO_TEST_SUITE(citations)

namespace {

std::string field(const std::map<std::string, std::string>& fields, const char* name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? "" : found->second;
}

/// "text|author|issued+suffix|locator" of each citation, "?" in front of a guess, joined by " / ".
std::string seen(const std::string& text, const char* language = "en")
{
    std::string all;
    for (const auto& citation : syntax::parse_citations(text, syntax::lexicon(language)).list) {
        all += (all.empty() ? "" : " / ") + std::string(citation.guess ? "?" : "")
               + text.substr(citation.span.begin, citation.span.size()) + '|'
               + (citation.kind == CitationKind::key ? citation.key : field(citation.fields, "author")) + '|'
               + field(citation.fields, "issued") + field(citation.fields, "year-suffix") + '|'
               + (citation.locator ? citation.locator->text : "");
    }
    return all;
}

std::string reference(const std::string& text, const char* language = "en")
{
    const auto read = syntax::parse_reference(text, {}, syntax::lexicon(language));
    if (!read)
        return "";
    std::string all = read->short_form ? "short" : "";
    for (const auto& [name, value] : read->fields)
        all += (all.empty() ? "" : " | ") + name + '=' + value;
    return all;
}

struct Case {
    const char* text;
    const char* expected;
};

} // namespace

BOOST_AUTO_TEST_CASE(author_date)
{
    for (const Case& c : std::initializer_list<Case>{
             {"so (Lindqvist, 1956, pp. 12–14; Okoro 1987a).",
              "Lindqvist, 1956, pp. 12–14|Lindqvist|1956|pp. 12–14 / Okoro 1987a|Okoro|1987a|"},
             {"so (see Lindqvist 1956, p. 12)", "Lindqvist 1956, p. 12|Lindqvist|1956|p. 12"},
             {"so (qtd. in Okoro 1987)", "Okoro 1987|Okoro|1987|"},
             {"so (cf. van der Berg 1990: 12)", "van der Berg 1990: 12|van der Berg|1990|12"},
             {"so (Okoro 1987a, 1990)", "Okoro 1987a|Okoro|1987a| / 1990|Okoro|1990|"},
             {"so (Okoro 1987a, b)", "Okoro 1987a|Okoro|1987a| / b|Okoro|1987b|"},
             {"so (Okoro and Berg, 1987)", "Okoro and Berg, 1987|Okoro; Berg|1987|"},
             {"so (Okoro, Berg, & Lindqvist 1987)", "Okoro, Berg, & Lindqvist 1987|Okoro; Berg; Lindqvist|1987|"},
             {"so (Okoro et al., 1987)", "Okoro et al., 1987|Okoro|1987|"},
             {"so (Ministry of Ports 1956, para. 4)", "Ministry of Ports 1956, para. 4|Ministry of Ports|1956|para. 4"},
             {"so (Okoro 1987, Lindqvist 1990)", "Okoro 1987|Okoro|1987| / Lindqvist 1990|Lindqvist|1990|"},
             {"so (Okoro 1987, p. 3, emphasis added)", "Okoro 1987, p. 3|Okoro|1987|p. 3"},
             {"so (Lindqvist 12)", "?Lindqvist 12|Lindqvist||12"},
         })
        BOOST_CHECK_EQUAL(seen(c.text), c.expected);
}

BOOST_AUTO_TEST_CASE(narrative)
{
    for (const Case& c : std::initializer_list<Case>{
             {"As Lindqvist (1956, p. 12) has it", "Lindqvist (1956, p. 12)|Lindqvist|1956|p. 12"},
             {"Lindqvist (1956) writes that", "Lindqvist (1956)|Lindqvist|1956|"},
             {"In Okoro and Berg (1987)", "Okoro and Berg (1987)|Okoro; Berg|1987|"},
             {"Lindqvist's (1956) harbour", "Lindqvist's (1956)|Lindqvist|1956|"},
             {"Okoro et al. (1987) found", "Okoro et al. (1987)|Okoro|1987|"},
             {"the play Hamlet (1603) is", "?Hamlet (1603)|Hamlet|1603|"},
         })
        BOOST_CHECK_EQUAL(seen(c.text), c.expected);
}

BOOST_AUTO_TEST_CASE(chinese)
{
    for (const Case& c : std::initializer_list<Case>{
             {"港口不会等待（林奎斯特，1956，第12页）。", "林奎斯特，1956，第12页|林奎斯特|1956|第12页"},
             {"林奎斯特（1956）指出", "林奎斯特（1956）|林奎斯特|1956|"},
             {"正如林奎斯特（1956，第3页）所说", "林奎斯特（1956，第3页）|林奎斯特|1956|第3页"},
             {"他于三月（1956年3月）到达", ""},
         })
        BOOST_CHECK_EQUAL(seen(c.text, "zh"), c.expected);
}

BOOST_AUTO_TEST_CASE(keys)
{
    for (const Case& c : std::initializer_list<Case>{
             {"so [@lindqvist1956, p. 12; see @okoro1987]",
              "@lindqvist1956, p. 12|lindqvist1956||p. 12 / @okoro1987|okoro1987||"},
             {"@lindqvist1956 [p. 12] says", "@lindqvist1956 [p. 12]|lindqvist1956||p. 12"},
             {"write to harbour@example.org", ""},
             {"so [-@okoro1987]", "@okoro1987|okoro1987||"},
         })
        BOOST_CHECK_EQUAL(seen(c.text), c.expected);
}

BOOST_AUTO_TEST_CASE(no_citations)
{
    for (const char* text : {"Oda Lindqvist (1901–1956) sailed", "it ended (in 1956)", "the plan (Figure 2)",
                             "then (March 1956)", "a body (the Assembly of Harbours, AH)", "(see below)", "(In 1956)",
                             "in the year (1956)", "on (3 March 1956)", "it was old (Spring 1956)",
                             "the sum (about 1956 crowns)", "(born 1901)", "(from 1956 to 1961)"})
        BOOST_CHECK_EQUAL(seen(text), "");
}

BOOST_AUTO_TEST_CASE(source_line)
{
    const std::string line =
        "Source: Harbours of the Northern Sea, edited by Oda Lindqvist, Oslo: Quay City Press, 2007.10";
    const auto read = syntax::parse_source_line(line, {}, syntax::lexicon("en"));
    BOOST_REQUIRE(read);
    BOOST_CHECK_EQUAL(read->span.end, line.size());
    const auto& fields = read->reference.fields;
    BOOST_CHECK_EQUAL(field(fields, "title"), "Harbours of the Northern Sea");
    BOOST_CHECK_EQUAL(field(fields, "editor"), "Oda Lindqvist");
    BOOST_CHECK_EQUAL(field(fields, "publisher-place"), "Oslo");
    BOOST_CHECK_EQUAL(field(fields, "publisher"), "Quay City Press");
    BOOST_CHECK_EQUAL(field(fields, "issued"), "2007-10");
    const auto pasted = syntax::parse_source_line("Source:\u00a0The Quays,\u00a0edited by Oda Berg, Oslo: Quay, 2007",
                                                  {}, syntax::lexicon("en"));
    BOOST_REQUIRE(pasted);
    BOOST_CHECK_EQUAL(field(pasted->reference.fields, "editor"), "Oda Berg");
    BOOST_CHECK_EQUAL(field(pasted->reference.fields, "title"), "The Quays");
    BOOST_CHECK(!syntax::parse_source_line("Source: nobody knows", {}, syntax::lexicon("en")));
    const auto han = syntax::parse_source_line("资料来源：《北海港口》，林奎斯特主编，北京：海港出版社，2007年10月", {},
                                               syntax::lexicon("zh"));
    BOOST_REQUIRE(han);
    BOOST_CHECK_EQUAL(field(han->reference.fields, "title"), "北海港口");
    BOOST_CHECK_EQUAL(field(han->reference.fields, "editor"), "林奎斯特");
    BOOST_CHECK_EQUAL(field(han->reference.fields, "publisher"), "海港出版社");
    BOOST_CHECK_EQUAL(field(han->reference.fields, "issued"), "2007-10");
}

BOOST_AUTO_TEST_CASE(who_made_the_volume)
{
    const auto fields = [](const char* text, const char* language) {
        const auto line = syntax::parse_source_line(text, {}, syntax::lexicon(language));
        BOOST_REQUIRE(line);
        return line->reference.fields;
    };
    auto found =
        fields("Source: Harbours of the North, vol. 3, compiled by Oda Lindqvist, translated by Maria Okoro, 2nd "
               "edition, Oslo: Quay Press, 2007.10, pp. 12–14",
               "en");
    BOOST_CHECK_EQUAL(found["title"], "Harbours of the North");
    BOOST_CHECK_EQUAL(found["compiler"], "Oda Lindqvist");
    BOOST_CHECK_EQUAL(found["translator"], "Maria Okoro");
    BOOST_CHECK_EQUAL(found["volume"], "3");
    BOOST_CHECK_EQUAL(found["edition"], "2nd edition");
    BOOST_CHECK_EQUAL(found["page"], "12–14");
    BOOST_CHECK_EQUAL(found["issued"], "2007-10");
    BOOST_CHECK(!found.contains("editor"));
    found =
        fields("资料来源：林奎斯特编，奥科罗译：《北方港口》第3卷，奥斯陆：码头出版社，2007年版，第12—14页。", "zh");
    BOOST_CHECK_EQUAL(found["title"], "北方港口");
    BOOST_CHECK_EQUAL(found["editor"], "林奎斯特");
    BOOST_CHECK_EQUAL(found["translator"], "奥科罗");
    BOOST_CHECK_EQUAL(found["volume"], "3");
    BOOST_CHECK_EQUAL(found["publisher"], "码头出版社");
    BOOST_CHECK_EQUAL(found["page"], "12—14");
}

BOOST_AUTO_TEST_CASE(references)
{
    for (const Case& c : std::initializer_list<Case>{
             {"Lindqvist, O. (1956). Opening address. Quay Press.",
              "author=Lindqvist, O. | issued=1956 | publisher=Quay Press | title=Opening address"},
             {"Oda Lindqvist, Opening Address, Oslo: Quay Press, 1956, p. 12.",
              "author=Oda Lindqvist | issued=1956 | locator=12 | page=12 | publisher=Quay Press | publisher-place=Oslo "
              "| title=Opening Address"},
             {"Okoro, Maria. Address to the Assembly. Lagos: Delta Books, 1961.",
              "author=Okoro, Maria | issued=1961 | publisher=Delta Books | publisher-place=Lagos | title=Address to "
              "the Assembly"},
             {"Maria Okoro, “Address to the Assembly,” 1961, 4.",
              "author=Maria Okoro | issued=1961 | locator=4 | page=4 | title=Address to the Assembly"},
             {"Ibid., p. 14.", "short | locator=14"},
             {"The council met again that night and nobody slept.", ""},
         })
        BOOST_CHECK_EQUAL(reference(c.text), c.expected);
    BOOST_CHECK_EQUAL(reference("林奎斯特. 港口[M]. 北京: 海港出版社, 2010: 798.", "zh"),
                      "author=林奎斯特 | issued=2010 | locator=798 | page=798 | publisher=海港出版社 | "
                      "publisher-place=北京 | title=港口");
    BOOST_CHECK_EQUAL(reference("同上，第5页。", "zh"), "short | locator=5");
}

BOOST_AUTO_TEST_CASE(hostile_input_is_linear)
{
    for (const char* piece : {"(", "[@", "（", "(1956)", "A (1956) ", "Okoro, ", "@a", "(A;", "(see "}) {
        std::string text;
        while (text.size() < (std::size_t{1} << 21))
            text += piece;
        const ProcessorTime taken;
        (void)syntax::parse_citations(text, syntax::lexicon("en"));
        BOOST_TEST_MESSAGE(piece << ' ' << taken.seconds() << " s");
        BOOST_CHECK_LT(taken.seconds(), 20.0);
    }
}

BOOST_AUTO_TEST_SUITE_END()
