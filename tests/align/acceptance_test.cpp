// SPDX-License-Identifier: Apache-2.0
#include "align/passage.hpp"

#include <boost/test/unit_test.hpp>

using verbatim::align::is_accepted;

BOOST_AUTO_TEST_SUITE(acceptance)

BOOST_AUTO_TEST_CASE(table)
{
    struct Row {
        std::size_t words, edits;
        double similarity, rarity;
        bool claimed, accepted;
    };
    const std::vector<Row> rows = {
        {0, 0, 1, 99, true, false},    {2, 0, 1, 99, false, false},   {2, 0, 1, 0, true, true},
        {2, 1, .5, 0, true, false},    {3, 1, .667, 0, true, true},   {3, 2, .333, 0, true, false},
        {5, 0, 1, 19.9, false, false}, {5, 0, 1, 20, false, true},    {6, 1, .8333, 99, false, false},
        {6, 1, .8333, 0, true, true},  {6, 2, .6667, 0, true, false}, {10, 2, .8, 0, false, true},
        {10, 3, .7, 0, false, false},  {10, 5, .5, 0, true, true},    {20, 8, .6, 0, false, true},
        {20, 9, .55, 0, false, false}, {20, 10, .5, 0, true, true},   {20, 11, .45, 0, true, false},
    };
    for (const Row& row : rows)
        BOOST_TEST(is_accepted(row.words, row.edits, row.similarity, row.rarity, row.claimed) == row.accepted,
                   row.words << " words, " << row.edits << " edits, claimed " << row.claimed);
}

BOOST_AUTO_TEST_SUITE_END()
