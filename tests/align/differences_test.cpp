// SPDX-License-Identifier: Apache-2.0
// Every row of the two tables of CONVENTIONS 2 and 3, each with what it is not beside it.
#include "laid.hpp"

#include <boost/test/unit_test.hpp>

using laid::lay;

namespace {
struct Case {
    const char* quoted;
    const char* source;
    const char* told;
};
void check(const std::vector<Case>& cases, const std::string& language = "en")
{
    for (const Case& one : cases)
        BOOST_TEST(lay(one.quoted, one.source, language).told == one.told,
                   "«" << one.quoted << "» against «" << one.source << "»: got «"
                       << lay(one.quoted, one.source, language).told << "», wanted «" << one.told << "»");
}
const char* const loan =
    "And so we shall lend the port fourteen million crowns over three years, and not a crown more. The council agreed.";
} // namespace

BOOST_AUTO_TEST_SUITE(differences)

BOOST_AUTO_TEST_CASE(typography)
{
    check({
        {"the port is “open”", "Today the port is \"open\" again.", "verbatim: typography “/\"; typography ”/\""},
        {"the port’s quay", "See the port's quay now.", "verbatim: typography port’s/port's"},
        {"the  port\nis open", "Now the port is open again.", "verbatim"},
        {"the agreement holds", "But the agree-\nment holds now.", "verbatim: typography agreement/agree- ment"},
        {"re-sign the paper", "They resign the paper.", "altered: spelling re-sign/resign"},
        {"an area of 10² miles", "It is an area of 102 miles.", "altered: number 10²/102"},
        {"the po\xE2\x80\x8Brt is open", "Now the port is open again.", "verbatim"},
        {"the p\xD0\xBErt is open", "Now the port is open again.", "altered: spelling p\xD0\xBErt/port"},
        {"a Straße there", "We saw a Strasse there.", "altered: spelling Straße/Strasse"},
    });
}

BOOST_AUTO_TEST_CASE(nesting)
{
    check({
        {"He said 'go' to them all", "\"He said \"go\" to them all\"", "verbatim: nesting '/\"; nesting '/\""},
        {"He said go to them all", "He said \"go\" to them all", "altered: punctuation /\"; punctuation /\""},
    });
}

BOOST_AUTO_TEST_CASE(case_of_letters)
{
    check({
        {"We shall lend the port fourteen million crowns", loan, "verbatim: initial-case We/we"},
        {"[W]e shall lend the port fourteen million crowns", loan, "conventional: interpolation [W]e/we"},
        {"we shall lend the Port fourteen million crowns", loan, "altered: case Port/port"},
    });
    verbatim::align::Settings legal;
    legal.legal_style = true;
    BOOST_TEST(lay("We shall lend the port", loan, "en", legal).told == "altered: case We/we");
    BOOST_TEST(lay("[W]e shall lend the port", loan, "en", legal).told == "conventional: interpolation [W]e/we");
}

BOOST_AUTO_TEST_CASE(final_punctuation)
{
    check({
        {"we shall lend the port fourteen million crowns over three years.", loan, "verbatim: final-punctuation ./,"},
        {"we shall lend the port,", loan, "verbatim: final-punctuation ,/"},
        {"we shall lend the port,|fourteen million crowns", loan, "verbatim: final-punctuation ,/"},
        {"we shall lend the port?", loan, "altered: punctuation ?/"},
        {"we shall lend the port, fourteen million crowns", loan, "altered: punctuation ,/"},
        {"over three years and not a crown more.", loan, "altered: punctuation /,"},
    });
}

BOOST_AUTO_TEST_CASE(note_marks)
{
    check({
        {"the port is open again", "Now the port¹ is open [12] again.", "verbatim: note-mark /¹; note-mark /[12]"},
        {"an area of 5 km wide", "It is an area of 5 km² wide.", "altered: omission /²"},
    });
}

BOOST_AUTO_TEST_CASE(interpolation)
{
    check({
        {"[the envoy] left the port", "When he left the port, it rained.",
         "conventional: interpolation [the envoy]/he"},
        {"we [the council] shall lend the port", loan, "conventional: interpolation [the council]/"},
        {"we shal [sic] lend the port", "So we shal lend the port.", "conventional: interpolation [sic]/"},
        {"he walk[ed] to the port", "Now he walks to the port.", "conventional: interpolation walk[ed]/walks"},
        {"and [all] a crown more", loan, "altered: interpolation-changes-meaning [all]/not"},
        {"the port [much money] crowns over three years", loan,
         "altered: interpolation-changes-meaning [much money]/fourteen million"},
        {"the port [was] closed", "Then the port [was] closed.", "verbatim"},
        {"the king [Henry] saw with his own eyes that it was so",
         "the king who had come from the far north to look saw with his own eyes that it was so",
         "altered: interpolation-changes-meaning [Henry]/who had come from the far north to look"},
    });
}

BOOST_AUTO_TEST_CASE(ellipsis)
{
    check({
        {"we shall lend the port … over three years", loan, "conventional: ellipsis …/fourteen million crowns"},
        {"we shall lend the port [...] over three years", loan, "conventional: ellipsis [...]/fourteen million crowns"},
        {"we shall lend … the port", loan, "altered: ellipsis-omits-nothing …/"},
        {"over three years … we shall lend the port", loan, "altered: ellipsis-reorders …/"},
        {"fourteen million crowns … more. The council", loan,
         "altered: ellipsis-drops-negation …/over three years, and not a crown"},
        {"we may lend … the money", "Yes, we may lend, if the council agrees, the money.",
         "altered: ellipsis-drops-condition …/, if the council agrees,"},
        {"well … perhaps the port", "He said: well … perhaps the port.", "verbatim"},
        {"well perhaps the port", "He said: well … perhaps the port.", "altered: punctuation /…"},
    });
    std::string far = "The harbour opened in the spring. ";
    for (int i = 0; i < 220; ++i)
        far += "word ";
    far += "and then the ships came home.";
    BOOST_TEST(lay("The harbour opened … the ships came home", far).told.starts_with("altered: ellipsis-too-far"));
}

BOOST_AUTO_TEST_CASE(numbers)
{
    check({
        {"the port 14 million crowns over", loan, "conventional: number-form 14 million/fourteen million"},
        {"the port forty million crowns over", loan, "altered: number forty million/fourteen million"},
        {"the port fourteen billion crowns over", loan, "altered: number fourteen billion/fourteen million"},
        {"some 1500 ships came", "There some 1,500 ships came.", "conventional: number-form 1500/1,500"},
        {"in 1962 the ships came", "So in 1961 the ships came.", "altered: number 1962/1961"},
        {"rose by 5 km a day", "It rose by 5 miles a day.", "altered: number 5 km/5 miles"},
    });
    check(
        {{"我们借给港口1400万元", "会上说，我们借给港口一千四百万元。", "conventional: number-form 1400万/一千四百万"}},
        "zh");
}

BOOST_AUTO_TEST_CASE(negation)
{
    check({
        {"and a crown more", loan, "altered: negation /not"},
        {"we shall not lend the port", loan, "altered: negation not/"},
        {"they never came home", "Then they always came home.", "altered: negation never/always"},
        {"they were unable to come", "Yet they were able to come.", "altered: negation unable/able"},
        {"not only the port but the town", "So, the port but the town.", "altered: insertion not only/"},
        {"we lend under the law", "Here we lend by the law.", "altered: substitution under/by"},
    });
    check({{"我们同意这个决定", "会上说，我们不同意这个决定。", "altered: negation /不"},
           {"这个港口重要", "他说这个港口非常重要。", "altered: omission /非常"}},
          "zh");
}

BOOST_AUTO_TEST_CASE(names)
{
    check({
        {"when Okoro spoke to the town", "It was when Lindqvist spoke to the town.", "altered: name Okoro/Lindqvist"},
        {"the China trade was lost", "So the Chinese trade was lost.", "altered: substitution China/Chinese"},
        {"the trade of Norway was lost", "So the trade of Sweden was lost.", "altered: name Norway/Sweden"},
    });
    check({{"da war das Haus leer", "Und da war das Boot leer.", "altered: substitution Haus/Boot"}}, "de");
}

BOOST_AUTO_TEST_CASE(words)
{
    check({
        {"we shall give the port", loan, "altered: substitution give/lend"},
        {"we shall lends the port", loan, "altered: inflection lends/lend"},
        {"the council lent the money", "Here the council lend the money.", "altered: inflection lent/lend"},
        {"we shall lend the port crowns over three years", loan, "altered: omission /fourteen million"},
        {"we shall gladly lend the port", loan, "altered: insertion gladly/"},
        {"the harbor was closed", "So the harbour was closed.", "altered: spelling harbor/harbour"},
        {"they recieve the money", "Then they receive the money.", "altered: spelling recieve/receive"},
        {"they could come home", "Now they would come home.", "altered: substitution could/would"},
        {"she saw the port", "Then he saw the port.", "altered: substitution she/he"},
        {"it comes again to-day", "Well, it comes again today.", "altered: spelling to-day/today"},
        {"the old red ships came home", "Then the red old ships came home.", "altered: order old red/red old"},
        {"we café here", "Shall we cafe here?", "altered: spelling café/cafe"},
    });
}

BOOST_AUTO_TEST_CASE(script_forms)
{
    check({{"我們同意這個決定", "会上说，我们同意这个决定。",
            "conventional: script-form 們/们; script-form 這/这; script-form 個/个; script-form 決/决"},
           {"我们反对这个决定", "会上说，我们同意这个决定。", "altered: substitution 反对/同意"}},
          "zh");
}

BOOST_AUTO_TEST_CASE(pieces_of_a_split_quotation)
{
    const auto result = lay("we shall lend the port|The council agreed", loan, "en", {}, true);
    BOOST_TEST(result.told == "verbatim");
    BOOST_TEST(lay("The council agreed|we shall lend the port", loan, "en", {}, true).told == "altered: order /");
}

BOOST_AUTO_TEST_CASE(similarity)
{
    BOOST_TEST(lay("we shall give the port fourteen million crowns", loan).comparison.similarity() == 0.875);
    BOOST_TEST(lay("we shall lend the port … over three years", loan).comparison.similarity() == 1.0);
    BOOST_TEST(lay("we shall lend the port fourteen", loan).comparison.similarity() == 1.0);
}

BOOST_AUTO_TEST_SUITE_END()
