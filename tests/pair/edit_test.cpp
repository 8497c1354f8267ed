// SPDX-License-Identifier: Apache-2.0
#include "paired.hpp"

using namespace verbatim;
using namespace verbatim::test;

namespace {

struct Case {
    std::string name;
    std::string from;
    std::string to;
    std::string told;
};

void check(const std::vector<Case>& cases, const library::Library* library = nullptr,
           const std::string& language = "en")
{
    for (const Case& one : cases) {
        const std::string found = told(edited(one.from, one.to, library, language).pairing);
        BOOST_CHECK_MESSAGE(found == one.told, one.name << ":\n  expected " << one.told << "\n  found    " << found);
    }
}

const std::string loan = "Lindqvist said: \"We shall lend the port fourteen million crowns over three years.\"";
const std::string water = "Okoro said: \"We ask for nothing but quiet water and honest weights.\"";
const std::string crane = "Veld wrote: \"A crane has no opinion, which is more than can be said of a foreman.\"";

} // namespace

BOOST_AUTO_TEST_SUITE(pairing_of_edits)

BOOST_AUTO_TEST_CASE(states)
{
    check({
        {"nothing changed", loan + " " + water, loan + " " + water, "0>0 same; 1>1 same"},
        {"other marks", loan, "Lindqvist said: “We shall lend the port fourteen million crowns over three years.”",
         "0>0 restyled"},
        {"lines wrapped anew", loan,
         "Lindqvist said: \"We shall lend the port\nfourteen million crowns over three\nyears.\"", "0>0 same"},
        {"a block quotation", "Okoro said:\n\n> We ask for nothing but quiet water and honest weights.\n", water,
         "0>0 restyled"},
        {"moved", loan + "\n\n" + water + "\n\n" + crane, water + "\n\n" + crane + "\n\n" + loan,
         "0>2 moved; 1>0 same; 2>1 same"},
        {"the attribution no longer inside",
         "\"We ask for nothing,\" Okoro said, \"but quiet water and honest weights.\"", water, "0>0 restyled"},
        {"the attribution inside", water, "\"We ask for nothing,\" Okoro said, \"but quiet water and honest weights.\"",
         "0>0 restyled"},
        {"split by the host", "Okoro said: \"We ask for nothing but quiet water. The lamps must burn in every night.\"",
         "Okoro said: \"We ask for nothing but quiet water.\" Okoro added: \"The lamps must burn in every night.\"",
         "0>0 split; 0>1 split"},
        {"merged",
         "Okoro said: \"We ask for nothing but quiet water.\" Okoro added: \"The lamps must burn in every night.\"",
         "Okoro said: \"We ask for nothing but quiet water. The lamps must burn in every night.\"",
         "0>0 merged; 1>0 merged"},
        {"became a paraphrase", water, "Okoro said that they ask for nothing but quiet water and honest weights.",
         "0>- paraphrased"},
        {"became a quotation", "Okoro said that they ask for nothing but quiet water and honest weights.",
         "Okoro said that they \"ask for nothing but quiet water and honest weights\".", "->0 quoted"},
        {"dropped", loan + " " + water, water, "0>- dropped; 1>0 same"},
        {"added", water, water + " " + loan, "0>0 same; ->1 added"},
        {"nested stays nested",
         "Veld wrote: \"My father said: 'Ice is only water that has lost its nerve.' I laughed.\"",
         "Veld wrote: “My father said: ‘Ice is only water that has lost its nerve.’ I laughed.”",
         "0>0 restyled; 1>1 restyled"},
        {"two alike, in order", water + "\n\n" + water, water + "\n\n" + water, "0>0 same; 1>1 same"},
    });
}

BOOST_AUTO_TEST_CASE(alterations_are_named)
{
    const auto port = [](const std::string& words) { return "Lindqvist said: \"" + words + "\""; };
    check({
        {"number", loan, port("We shall lend the port forty million crowns over three years."),
         "0>0 edited, number fourteen million/forty million"},
        {"negation", port("The money is not a gift to the port or its council."),
         port("The money is a gift to the port or its council."), "0>0 edited, negation not/-"},
        {"substitution", loan, port("We shall give the port fourteen million crowns over three years."),
         "0>0 edited, substitution lend/give"},
        {"omission", loan, port("We shall lend the port fourteen million crowns."),
         "0>0 edited, omission over three years/-"},
        {"insertion", loan, port("We shall gladly lend the port fourteen million crowns over three years."),
         "0>0 edited, insertion -/gladly"},
        {"spelling", port("The colour of a flag is no reason to refuse a berth."),
         port("The color of a flag is no reason to refuse a berth."), "0>0 edited, spelling colour/color"},
        {"case", port("We ask the Council for quiet water and honest weights."),
         port("We ask the council for quiet water and honest weights."), "0>0 edited, case Council/council"},
        {"an ellipsis is conventional", loan, port("We shall lend the port … crowns over three years."),
         "0>0 restyled"},
        {"Han", "林奎斯特说：“我们将在三年内借给港口一千四百万克朗。”",
         "林奎斯特说：“我们将在五年内借给港口一千四百万克朗。”", "0>0 edited, number 三/五"},
    });
}

BOOST_AUTO_TEST_CASE(attributions)
{
    const std::string words = "\"We ask for nothing but quiet water and honest weights.\"";
    check({
        {"another speaker", "Okoro said: " + words, "Lindqvist said: " + words, "0>0 same, source Okoro/Lindqvist"},
        {"a fuller name", "Okoro said: " + words, "Maria Okoro said: " + words, "0>0 same"},
        {"said to wrote", "Okoro said: " + words, "Okoro wrote: " + words, "0>0 same"},
        {"said to denied", "Okoro said that \"the money is not a gift to the port\".",
         "Okoro denied that \"the money is not a gift to the port\".", "0>0 same, cue said/denied"},
        {"another date", "In March 1956 Okoro said: " + words, "In May 1956 Okoro said: " + words,
         "0>0 same, date 1956-03/1956-05"},
        {"a coarser date", "In March 1956 Okoro said: " + words, "In 1956 Okoro said: " + words, "0>0 same"},
        {"dropped", "Okoro said: " + words, words, "0>0 same unattributed"},
        {"moved behind", "Okoro said: " + words,
         "\"We ask for nothing but quiet water and honest weights,\" said Okoro.", "0>0 restyled"},
    });
}

BOOST_AUTO_TEST_CASE(toward_the_source)
{
    const std::map<std::string, std::string> files{
        {"lindqvist.txt",
         "We meet in a hall that the sea has flooded twice.\n\nWe shall lend the port fourteen million "
         "crowns over three years.\n"}};
    const Shelf shelf(files);
    const auto port = [](const std::string& words) { return "Lindqvist said: \"" + words + "\""; };
    const std::string right = port("We shall lend the port fourteen million crowns over three years.");
    const std::string wrong = port("We shall lend the port forty million crowns over three years.");
    const std::string other = port("We shall lend the port ninety million crowns over three years.");
    check(
        {
            {"nearer", wrong, right, "0>0 edited nearer, number forty million/fourteen million"},
            {"farther", right, wrong, "0>0 edited farther, number fourteen million/forty million"},
            {"neither", wrong, other, "0>0 edited same, number forty million/ninety million"},
        },
        shelf.library());
}

BOOST_AUTO_TEST_CASE(citations)
{
    const auto cited = [](const std::string& words) { return "The money was \"not a gift to the port\" " + words; };
    const std::vector<Case> cases{
        {"equal", cited("(Lindqvist 1956, p. 3)."), cited("(Lindqvist 1956, p. 3)."), "0>0"},
        {"a comma", cited("(Lindqvist 1956, p. 3)."), cited("(Lindqvist, 1956, p. 3)."), "0>0"},
        {"narrative", cited("(Lindqvist 1956, p. 3)."),
         "Lindqvist (1956, p. 3) says it was \"not a gift to the port\".", "0>0"},
        {"another page", cited("(Lindqvist 1956, p. 3)."), cited("(Lindqvist 1956, p. 33)."), "0>0 locator"},
        {"another year", cited("(Lindqvist 1956, p. 3)."), cited("(Lindqvist 1965, p. 3)."), "0>0 year"},
        {"dropped", cited("(Lindqvist 1956, p. 3)."), cited("."), "0>-"},
        {"moved", cited("(Lindqvist 1956, p. 3). It rained (Okoro 1961, p. 4)."),
         "It rained (Okoro 1961, p. 4). " + cited("(Lindqvist 1956, p. 3)."), "0>1; 1>0"},
    };
    for (const Case& one : cases) {
        const std::string found = told(edited(one.from, one.to).pairing.citations);
        BOOST_CHECK_MESSAGE(found == one.told, one.name << ":\n  expected " << one.told << "\n  found    " << found);
    }
}

BOOST_AUTO_TEST_CASE(a_text_against_itself_is_the_same)
{
    namespace fs = std::filesystem;
    std::size_t files = 0;
    for (const char* folder : {"examples", "fixtures"})
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(VERBATIM_SOURCE_DIR) / folder)) {
            const std::string extension = entry.path().extension().string();
            if (extension != ".md" && extension != ".txt")
                continue;
            std::ifstream stream(entry.path(), std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(stream), {}};
            const std::string name = entry.path().filename().string();
            if (!read::read({name, text}).ok())
                continue;
            const std::string language = text.find("说") != std::string::npos ? "zh" : "en";
            DocumentResult side = result_of(name, text, language);
            const Pairing pairing = pair::pair_edit(side, side, nullptr, {});
            ++files;
            for (const Link& link : pairing.links)
                BOOST_CHECK_MESSAGE(link.state == LinkState::same && link.changes.empty() && link.from == link.to,
                                    entry.path() << " " << told(pairing));
            for (const CitationLink& link : pairing.citations)
                BOOST_CHECK_MESSAGE(link.from && link.to && !link.changed, entry.path() << told(pairing.citations));
        }
    BOOST_CHECK_GE(files, 50U);
}

BOOST_AUTO_TEST_SUITE_END()
