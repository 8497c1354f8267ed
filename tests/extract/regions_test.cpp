// SPDX-License-Identifier: Apache-2.0
// Subjects are noted only where a pronoun may ask for them: each way in which one can must still find its person.
#include "attribution_lines.hpp"

using namespace verbatim;
using namespace verbatim::test;

namespace {

constexpr std::size_t regions_at_once = 512; // as extract reads them
const std::string bystander = "The council answered, \"We wait for water.\"";
const std::string named = "Maria Okoro opened the pier. The council answered, \"We wait for water.\"";

std::string last_source(std::vector<Paragraph> paragraphs)
{
    const Reading reading = attributed(document_of(paragraphs));
    BOOST_REQUIRE(!reading.quotations.empty());
    return line_of(reading.quotations.back());
}

} // namespace

BOOST_AUTO_TEST_SUITE(regions)

BOOST_AUTO_TEST_CASE(a_pronoun_finds_its_person_across_the_regions_read_at_once)
{
    for (const std::size_t before : {std::size_t{0}, regions_at_once - 2, regions_at_once - 1, regions_at_once}) {
        std::vector<Paragraph> paragraphs(before, {BlockKind::paragraph, bystander, 0});
        paragraphs.push_back({BlockKind::paragraph, named, 0});
        std::vector<Paragraph> led = paragraphs;
        paragraphs.push_back({BlockKind::paragraph, "\"The tide is late,\" she said.", 0});
        BOOST_TEST(last_source(paragraphs) == "pronoun; she <Maria Okoro>; said");
        led.push_back({BlockKind::paragraph, "Then she said:", 0});
        led.push_back({BlockKind::quote, "The tide is late.", 1});
        BOOST_TEST(last_source(led) == "pronoun; she <Maria Okoro>; said");
    }
}

BOOST_AUTO_TEST_CASE(every_place_of_a_pronoun_asks)
{
    for (const auto& [text, source] : {
             std::pair{"\"The tide, she said, never waits for a council.\"", "pronoun; she <Maria Okoro>; said"},
             std::pair{"In her words, the tide was \"late for once and for all\".",
                       "pronoun; her <Maria Okoro>; words"},
             std::pair{"The council said: \"The tide was late, and she said, 'We wait for water.' So we waited.\"",
                       "pronoun; she <Maria Okoro>; said"},
         })
        BOOST_TEST(last_source({{BlockKind::paragraph, named, 0}, {BlockKind::paragraph, text, 0}}) == source);
}

BOOST_AUTO_TEST_CASE(a_person_is_found_as_far_back_as_a_pronoun_looks)
{
    const std::vector<Paragraph> between(60, {BlockKind::paragraph, bystander, 0}); // 2,640 bytes
    std::vector<Paragraph> paragraphs = {{BlockKind::paragraph, named, 0}};
    paragraphs.insert(paragraphs.end(), between.begin(), between.end());
    paragraphs.push_back({BlockKind::paragraph, "\"The tide is late,\" she said.", 0});
    BOOST_TEST(last_source(paragraphs) == "pronoun; she <Maria Okoro>; said");
}

BOOST_AUTO_TEST_SUITE_END()
