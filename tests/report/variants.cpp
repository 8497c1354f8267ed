// SPDX-License-Identifier: Apache-2.0
// Differing places of several versions, from their word diffs against one quotation.
#include "report/variants.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;
using namespace verbatim::report;

namespace {

using Kind = DiffRun::Kind;

Passage witness(std::vector<DiffRun> runs)
{
    Passage passage;
    for (const DiffRun& run : runs)
        if (run.kind != Kind::quoted_only)
            passage.where.text += (passage.where.text.empty() ? "" : " ") + run.text;
    passage.diff = std::move(runs);
    return passage;
}

/// "lemma ] reading | reading; lemma ] …".
std::string apparatus(const std::vector<Passage>& witnesses)
{
    std::vector<const Passage*> list;
    for (const Passage& passage : witnesses)
        list.push_back(&passage);
    std::string line;
    for (const Variant& variant : variants_of(list)) {
        line += (line.empty() ? "" : "; ") + variant.lemma + " ]";
        for (std::size_t i = 0; i < variant.readings.size(); ++i)
            line += (i == 0 ? " " : " | ") + (variant.readings[i].empty() ? "–" : variant.readings[i]);
    }
    return line;
}

} // namespace

BOOST_AUTO_TEST_SUITE(report_variants)

BOOST_AUTO_TEST_CASE(versions_that_agree_with_the_quotation_have_no_variant)
{
    BOOST_TEST(apparatus({}) == "");
    BOOST_TEST(apparatus({witness({{Kind::equal, "seven lamps on the pier"}})}) == "");
}

BOOST_AUTO_TEST_CASE(one_place_that_two_versions_read_otherwise)
{
    BOOST_TEST(apparatus({witness({{Kind::equal, "lit"},
                                   {Kind::quoted_only, "seven"},
                                   {Kind::source_only, "nine"},
                                   {Kind::equal, "lamps"}}),
                          witness({{Kind::equal, "lit seven lamps"}})})
               == "seven ] nine | seven");
}

BOOST_AUTO_TEST_CASE(what_overlaps_is_one_place_and_every_reading_covers_it)
{
    BOOST_TEST(apparatus({witness({{Kind::equal, "he"},
                                   {Kind::quoted_only, "never asked"},
                                   {Kind::source_only, "did not ask"},
                                   {Kind::equal, "who came home"}}),
                          witness({{Kind::equal, "he never"},
                                   {Kind::quoted_only, "asked"},
                                   {Kind::source_only, "told"},
                                   {Kind::equal, "who came home"}})})
               == "never asked ] did not ask | never told");
}

BOOST_AUTO_TEST_CASE(added_words_hang_on_the_word_before_them_else_on_the_next)
{
    BOOST_TEST(apparatus({witness({{Kind::equal, "every"}, {Kind::source_only, "single"}, {Kind::equal, "evening."}})})
               == "every ] every single");
    BOOST_TEST(apparatus({witness({{Kind::source_only, "The old"}, {Kind::equal, "keeper lit"}})})
               == "keeper ] The old keeper");
    BOOST_TEST(apparatus({witness({{Kind::equal, "the pier"}, {Kind::source_only, ", alone"}})})
               == "pier ] pier, alone");
}

BOOST_AUTO_TEST_CASE(words_left_out_are_an_empty_reading)
{
    BOOST_TEST(apparatus({witness({{Kind::equal, "the"}, {Kind::quoted_only, "eastern"}, {Kind::equal, "pier"}})})
               == "eastern ] –");
}

BOOST_AUTO_TEST_CASE(a_mark_alone_takes_its_word)
{
    BOOST_TEST(
        apparatus({witness(
            {{Kind::equal, "he came"}, {Kind::quoted_only, ","}, {Kind::source_only, ";"}, {Kind::equal, "and went"}})})
        == "came, ] came;");
}

BOOST_AUTO_TEST_CASE(han_without_spaces)
{
    BOOST_TEST(apparatus({witness({{Kind::equal, "没有"},
                                   {Kind::quoted_only, "学校"},
                                   {Kind::source_only, "学堂"},
                                   {Kind::equal, "的港口"}})})
               == "学校 ] 学堂");
}

BOOST_AUTO_TEST_CASE(a_diff_that_spells_the_quotation_otherwise_has_no_places_in_common)
{
    BOOST_TEST(apparatus({witness({{Kind::equal, "seven lamps"}}), witness({{Kind::equal, "seven great lamps"}})})
               == "seven lamps ] seven lamps | seven great lamps");
}

BOOST_AUTO_TEST_SUITE_END()
