// SPDX-License-Identifier: Apache-2.0
#include "align/align.hpp"

#include <boost/test/unit_test.hpp>

#include <random>

using namespace verbatim;
using Ids = std::vector<std::uint32_t>;

namespace {

std::size_t longest_common(const Ids& a, const Ids& b)
{
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j)
            table[i + 1][j + 1] = a[i] == b[j] ? table[i][j] + 1 : std::max(table[i][j + 1], table[i + 1][j]);
    return table[a.size()][b.size()];
}

/// Equal words of the script; the script must cover both sides in order and be true.
std::size_t applied(const Ids& a, const Ids& b, const std::vector<align::Hunk>& hunks)
{
    std::size_t at_a = 0, at_b = 0, equal = 0;
    bool holds = true;
    for (const align::Hunk& hunk : hunks) {
        holds = holds && hunk.a.begin == at_a && hunk.b.begin == at_b;
        if (hunk.equal) {
            holds = holds && hunk.a.size() == hunk.b.size();
            for (std::size_t k = 0; k < hunk.a.size() && holds; ++k)
                holds = a[hunk.a.begin + k] == b[hunk.b.begin + k];
            equal += hunk.a.size();
        }
        at_a = hunk.a.end;
        at_b = hunk.b.end;
    }
    BOOST_TEST((holds && at_a == a.size() && at_b == b.size()));
    return equal;
}

Ids random_ids(std::mt19937& random, std::size_t size, unsigned alphabet)
{
    Ids ids(size);
    for (std::uint32_t& id : ids)
        id = static_cast<std::uint32_t>(random() % alphabet);
    return ids;
}

} // namespace

BOOST_AUTO_TEST_SUITE(scripts)

BOOST_AUTO_TEST_CASE(shortest_on_small_inputs)
{
    std::mt19937 random(7);
    for (int i = 0; i < 500; ++i) {
        const Ids a = random_ids(random, random() % 20, 5), b = random_ids(random, random() % 20, 5);
        BOOST_TEST(applied(a, b, align::diff(a, b)) == longest_common(a, b));
    }
}

BOOST_AUTO_TEST_CASE(near_shortest_with_anchors)
{
    std::mt19937 random(11);
    for (int i = 0; i < 6; ++i) {
        const Ids a = random_ids(random, 1200, 400);
        Ids b = a;
        for (int k = 0; k < 150; ++k)
            b[random() % b.size()] = static_cast<std::uint32_t>(1000 + random() % 50);
        const std::size_t equal = applied(a, b, align::diff(a, b));
        BOOST_TEST(equal * 100 >= longest_common(a, b) * 97);
    }
}

BOOST_AUTO_TEST_CASE(long_inputs_stay_linear)
{
    std::mt19937 random(13);
    const Ids a = random_ids(random, 100'000, 9000);
    Ids b = a;
    for (int k = 0; k < 10'000; ++k)
        b[random() % b.size()] = static_cast<std::uint32_t>(20'000 + random() % 500);
    BOOST_TEST(applied(a, b, align::diff(a, b)) > 85'000U);
    const Ids same(100'000, 1), shorter(60'000, 1);
    BOOST_TEST(applied(same, shorter, align::diff(same, shorter)) == 60'000U);
    const Ids other(50'000, 2);
    BOOST_TEST(applied(same, other, align::diff(same, other)) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
