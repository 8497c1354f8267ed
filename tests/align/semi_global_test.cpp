// SPDX-License-Identifier: Apache-2.0
// The programme that works out only the cells it needs gives what the whole table gives.
#include "align/placing.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

using namespace verbatim;
using namespace verbatim::align;

namespace {

using Cost = std::int64_t;
constexpr Cost edit = Cost{1} << 40, never = Cost{1} << 60, word_cost = 10 * edit, mark_cost = 2 * edit;

Cost weight(const Word& word) { return !word.is_word() ? mark_cost : is_numeral(word) ? word_cost / 3 : word_cost; }

Cost pair_cost(const Word& a, const Word& b)
{
    if (a.is_word() != b.is_word())
        return never;
    if (a.key == b.key)
        return (a.exact == b.exact ? 0 : edit) - (a.is_word() ? Cost{1} << 20 : 0) - 1;
    if (!a.is_word() && is_stop(a) != is_stop(b))
        return 2 * mark_cost;
    return std::max(weight(a), weight(b)) - 1;
}

/// Every cell of the table, as the recurrence is written down.
Placed whole_table(const Words& quoted, const Words& source, Prefer prefer)
{
    struct Cell {
        Cost cost = 0;
        std::size_t start = 0;
        Cost gap = never;
        std::size_t gap_start = 0;
    };
    std::vector<Cell> row(source.size() + 1);
    for (std::size_t j = 0; j <= source.size(); ++j)
        row[j].start = j;
    for (const Word& q : quoted) {
        std::vector<Cell> next{{row[0].cost + weight(q), 0, never, 0}};
        for (std::size_t j = 0; j < source.size(); ++j) {
            const Word& s = source[j];
            const Cost skip = q.bracketed ? edit : weight(s);
            Cell cell{row[j].cost + pair_cost(q, s), row[j].start, never, 0};
            if (const Cost up = row[j + 1].cost + weight(q);
                up < cell.cost || (up == cell.cost && row[j + 1].start > cell.start && !q.is_word()))
                cell = {up, row[j + 1].start, never, 0};
            if (s.is_word()) {
                cell.gap = next[j].cost + skip;
                cell.gap_start = next[j].start;
            } else if (next[j].cost + skip < cell.cost) {
                cell.cost = next[j].cost + skip;
                cell.start = next[j].start;
            }
            if (next[j].gap + skip / 2 < cell.gap) {
                cell.gap = next[j].gap + skip / 2;
                cell.gap_start = next[j].gap_start;
            }
            if (cell.gap < cell.cost) {
                cell.cost = cell.gap;
                cell.start = cell.gap_start;
            }
            next.push_back(cell);
        }
        row = std::move(next);
    }
    std::size_t at = 0;
    for (std::size_t j = 1; j < row.size(); ++j)
        if (row[j].cost < row[at].cost || (row[j].cost == row[at].cost && prefer == Prefer::last))
            at = j;
    const Cost words = (row[at].cost + word_cost / 2) / word_cost;
    return {{row[at].start, at}, static_cast<std::size_t>(std::max<Cost>(0, words)), row[at].start < at};
}

Word random_word(std::mt19937& random, Keys& keys, unsigned words)
{
    constexpr std::string_view marks[] = {",", ".", "—", "("};
    Word word;
    const auto kind = random() % 20;
    if (kind < 3) {
        word.kind = text::TokenKind::punctuation;
        word.exact = marks[random() % std::size(marks)];
    } else if (kind == 3) {
        word.kind = text::TokenKind::number;
        word.exact = std::to_string(random() % 3);
    } else {
        word.exact = std::string(1, static_cast<char>('a' + random() % words));
        if (random() % 16 == 0)
            word.exact[0] = static_cast<char>(word.exact[0] - 'a' + 'A');
    }
    word.key = keys.of(word.kind, word.exact);
    return word;
}

/// A stretch of the source with words changed, dropped, added, and now and then a bracket group.
Words quoted_from(std::mt19937& random, Keys& keys, const Words& source, unsigned words)
{
    const std::size_t begin = random() % source.size();
    const std::size_t end = begin + 1 + random() % (source.size() - begin);
    const unsigned changes = random() % 4 == 0 ? 2 : 12; // one word in
    Words quoted;
    for (std::size_t i = begin; i < end; ++i) {
        const auto change = random() % (4 * changes);
        if (change != 0)
            quoted.push_back(change == 1 ? random_word(random, keys, words) : source[i]);
        if (change == 2)
            quoted.push_back(random_word(random, keys, words));
        if (change == 3) {
            quoted.back().bracketed = true;
            quoted.back().key = keys.fresh();
        }
    }
    if (quoted.empty())
        quoted.push_back(random_word(random, keys, words));
    return quoted;
}

} // namespace

BOOST_AUTO_TEST_SUITE(semi_global)

BOOST_AUTO_TEST_CASE(pruning_changes_no_answer)
{
    std::mt19937 random(1956);
    for (int round = 0; round < 4000; ++round) {
        Keys keys;
        const unsigned words = round % 2 == 0 ? 3 : 20; // few: many places are equally near
        Words source;
        for (std::size_t n = 1 + random() % 60; source.size() < n;)
            source.push_back(random_word(random, keys, words));
        const Words quoted = quoted_from(random, keys, source, words);
        for (const Prefer prefer : {Prefer::first, Prefer::last}) {
            const Placed all = whole_table(quoted, source, prefer);
            const Placed pruned = by_programme(quoted, {0, quoted.size()}, source, {0, source.size()}, prefer);
            BOOST_TEST_REQUIRE(pruned.found == all.found);
            BOOST_TEST_REQUIRE(pruned.edits == all.edits);
            BOOST_TEST_REQUIRE((pruned.source == all.source));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
