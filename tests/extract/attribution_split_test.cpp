// SPDX-License-Identifier: Apache-2.0
#include "attribution_lines.hpp"
#include "processor_time.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

namespace {

struct Case {
    const char* text;
    const char* outline;
    bool piecewise;
};

} // namespace

BOOST_AUTO_TEST_SUITE(attribution_split)

BOOST_AUTO_TEST_CASE(only_the_attribution_stands_between_the_parts)
{
    const Case cases[] = {
        {"\"The harbour,\" the minister said, \"will open in May.\"", "The harbour, / will open in May.", false},
        {"\"The harbour,\" said Okoro at last, \"will open.\"", "The harbour, / will open.", false},
        {"\"Will it open?\" asked Okoro. \"And when shall we know?\"", "Will it open? / And when shall we know?", true},
        {"\"The harbour is old,\" she said. \"And it will open in May.\"",
         "The harbour is old, / And it will open in May.", true},
        {"\"We wait,\" said Lind. \"We go,\" said Okoro.", "We wait,|We go,", false},
        {"\"We wait,\" said Lind, \"and we go,\" said Okoro.", "We wait,|and we go,", false},
        {"\"We wait.\" Okoro also said, \"We go.\"", "We wait.|We go.", false},
        {"In \"Grey Water\" Okoro writes, \"We wait for it all.\"", "Grey Water|We wait for it all.", false},
        {"\"We wait,\" said Lind, and Okoro replied, \"We go.\"", "We wait,|We go.", false},
    };
    for (const Case& each : cases) {
        const Document document = test::document_of(each.text, "en");
        const Reading reading = test::attributed(document);
        BOOST_TEST(test::outline(reading) == each.outline);
        BOOST_TEST(reading.quotations[0].piecewise == each.piecewise, each.text);
    }
}

BOOST_AUTO_TEST_CASE(parts_are_joined_in_the_text)
{
    const Document document = test::document_of("\"The harbour,\" Okoro said, \"will open.\"");
    const Reading reading = test::attributed(document);
    BOOST_TEST(reading.quotations[0].text == "The harbour, will open.");
    BOOST_TEST(test::line_of(reading.quotations[0]) == "explicit; Okoro; said");
}

BOOST_AUTO_TEST_CASE(what_was_nested_in_a_joined_part_stays_nested)
{
    const Document document = test::document_of("“The harbour,” Okoro said, “is what Lind called ‘the lung of the "
                                                "coast’ for years.” “Later it closed,” said Lind.");
    const Reading reading = test::attributed(document);
    BOOST_REQUIRE(reading.quotations.size() == 3U);
    BOOST_TEST(reading.quotations[0].parts.size() == 2U);
    BOOST_TEST((reading.quotations[1].nested_in == std::optional<std::size_t>(0)));
    BOOST_TEST(test::line_of(reading.quotations[1]) == "explicit; Lind; called");
    BOOST_TEST(!reading.quotations[2].nested_in);
}

BOOST_AUTO_TEST_CASE(turns_and_signatures_name_the_speaker)
{
    const Document turns = test::document_of({{BlockKind::paragraph, "LIND: Who will pay for the port?", 0},
                                              {BlockKind::paragraph, "OKORO: We all will pay for it.", 0}});
    const Reading spoken = test::attributed(turns);
    BOOST_REQUIRE(spoken.quotations.size() == 2U);
    BOOST_TEST(test::line_of(spoken.quotations[1]) == "explicit; OKORO");

    const Document signed_line =
        test::document_of({{BlockKind::heading, "The port", 0},
                           {BlockKind::quote, "We wait for quiet water.\n— Oda Lindqvist, Grey Water (1956)", 1},
                           {BlockKind::paragraph, "The port is old.", 0}});
    const Reading epigraph = test::attributed(signed_line);
    BOOST_REQUIRE(!epigraph.quotations.empty());
    BOOST_TEST(test::line_of(epigraph.quotations[0]) == "explicit; Oda Lindqvist; 1956; in Grey Water");
}

BOOST_AUTO_TEST_CASE(a_paragraph_that_ends_in_a_colon_introduces_the_next)
{
    const Document document = test::document_of({{BlockKind::paragraph, "The pier burned. Okoro told the council:", 0},
                                                 {BlockKind::quote, "We wait for quiet water, all of us.", 1}});
    const Reading reading = test::attributed(document);
    BOOST_REQUIRE(reading.quotations.size() == 1U);
    BOOST_TEST(test::line_of(reading.quotations[0]) == "explicit; Okoro; told");
    BOOST_TEST(reading.quotations[0].introduced);
}

BOOST_AUTO_TEST_CASE(a_hostile_paragraph_costs_linear_time)
{
    std::string text;
    while (text.size() < 400'000)
        text += "\"a b,\" said, (";
    const Document document = test::document_of(text);
    const ProcessorTime taken;
    const Reading reading = test::attributed(document);
    BOOST_TEST(taken.seconds() < 20.0);
    BOOST_TEST(!reading.quotations.empty());
}

BOOST_AUTO_TEST_SUITE_END()
