// SPDX-License-Identifier: Apache-2.0
// dtl gives one of the shortest scripts. It may hang on commas and stop words where a reader sees a name stay:
//
//   quoted   [At his] waking, Joseph [did]         shortest: keeps `his`, drops `At`, `waking , Joseph`
//   source   Joseph, roused from his sleep, [did]  wanted:   keeps `Joseph`
//
// So where hunks lie close together, with little between them, the stretch is aligned once more: fewest hunks, content
// words before stop words before marks (affine gaps as in Gotoh 1982, An improved algorithm for matching biological
// sequences, with a price for each hunk instead of each gap).
#include "align/script.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace verbatim::align {
namespace {

using Cost = std::int32_t;
constexpr Cost open_hunk = 15, drop_word = 10, drop_mark = 3;
constexpr Cost keep_content = 20, keep_han = 13, keep_weak = 10, keep_mark = 3;
constexpr Cost solid = 3 * keep_content;   ///< an equal run of this worth stays as it is
constexpr std::size_t cell_limit = 60'000; ///< of one stretch; beyond it dtl's script is kept
constexpr Cost never = std::numeric_limits<Cost>::max() / 2;

struct Sequence {
    std::vector<std::uint32_t> keys;
    std::vector<Cost> kept;    ///< what keeping the word is worth
    std::vector<Cost> dropped; ///< what dropping it costs
};

Cost worth(const Word& word, const syntax::Lexicon& lexicon)
{
    if (!word.is_word())
        return keep_mark;
    if (lexicon.has("wording.weak", word.exact))
        return keep_weak;
    return word.kind == text::TokenKind::han ? keep_han : keep_content;
}

Sequence sequence(const Words& words, Span range, const syntax::Lexicon& lexicon)
{
    Sequence made;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        made.keys.push_back(words[i].key);
        made.kept.push_back(worth(words[i], lexicon));
        made.dropped.push_back(words[i].is_word() ? drop_word : drop_mark);
    }
    return made;
}

/// How a cell was reached: from an equal word or from inside a hunk, and by which step.
enum class Step : unsigned char { none, quoted_from_equal, quoted_from_hunk, source_from_equal, source_from_hunk };
struct Cell {
    Cost equal = never; ///< cheapest script that ends with an equal word
    Cost hunk = never;  ///< … that ends inside a hunk
    bool equal_from_hunk = false;
    Step hunk_by = Step::none;
};

void reach(Cell& cell, Cost cost, Step step)
{
    if (cost < cell.hunk) {
        cell.hunk = cost;
        cell.hunk_by = step;
    }
}

/// Columns of the best script, true for an equal pair, else which side the word is dropped from.
enum class Move : unsigned char { equal, quoted, source };
std::vector<Move> best_moves(const Sequence& a, const Sequence& b)
{
    const std::size_t m = a.keys.size(), n = b.keys.size();
    std::vector<Cell> cells((m + 1) * (n + 1));
    const auto at = [&](std::size_t i, std::size_t j) -> Cell& { return cells[i * (n + 1) + j]; };
    at(0, 0).equal = 0;
    for (std::size_t i = 0; i <= m; ++i)
        for (std::size_t j = 0; j <= n; ++j) {
            Cell& cell = at(i, j);
            if (i > 0 && j > 0 && a.keys[i - 1] == b.keys[j - 1]) {
                const Cell& before = at(i - 1, j - 1);
                cell.equal_from_hunk = before.hunk < before.equal;
                cell.equal = std::min(before.equal, before.hunk) - a.kept[i - 1];
            }
            if (i > 0) {
                reach(cell, at(i - 1, j).hunk + a.dropped[i - 1], Step::quoted_from_hunk);
                reach(cell, at(i - 1, j).equal + a.dropped[i - 1] + open_hunk, Step::quoted_from_equal);
            }
            if (j > 0) {
                reach(cell, at(i, j - 1).hunk + b.dropped[j - 1], Step::source_from_hunk);
                reach(cell, at(i, j - 1).equal + b.dropped[j - 1] + open_hunk, Step::source_from_equal);
            }
        }
    std::vector<Move> moves;
    bool in_hunk = at(m, n).hunk < at(m, n).equal;
    for (std::size_t i = m, j = n; i > 0 || j > 0;) {
        const Cell& cell = at(i, j);
        if (!in_hunk) {
            in_hunk = cell.equal_from_hunk;
            moves.push_back(Move::equal);
            --i;
            --j;
            continue;
        }
        const bool quoted = cell.hunk_by == Step::quoted_from_equal || cell.hunk_by == Step::quoted_from_hunk;
        in_hunk = cell.hunk_by == Step::quoted_from_hunk || cell.hunk_by == Step::source_from_hunk;
        moves.push_back(quoted ? Move::quoted : Move::source);
        quoted ? --i : --j;
    }
    std::reverse(moves.begin(), moves.end());
    return moves;
}

void append(std::vector<Hunk>& hunks, Move move)
{
    const bool equal = move == Move::equal;
    const std::size_t a = hunks.empty() ? 0 : hunks.back().a.end, b = hunks.empty() ? 0 : hunks.back().b.end;
    if (hunks.empty() || hunks.back().equal != equal)
        hunks.push_back({equal, {a, a}, {b, b}});
    hunks.back().a.end += move == Move::source ? 0U : 1U;
    hunks.back().b.end += move == Move::quoted ? 0U : 1U;
}

void append(std::vector<Hunk>& hunks, const Hunk& hunk)
{
    if (hunks.empty() || hunks.back().equal != hunk.equal) {
        hunks.push_back(hunk);
        return;
    }
    hunks.back().a.end = hunk.a.end;
    hunks.back().b.end = hunk.b.end;
}

} // namespace

std::vector<Hunk> weighted(const std::vector<Hunk>& hunks, const Words& quoted, std::size_t q0, const Words& source,
                           std::size_t s0, const syntax::Lexicon& lexicon)
{
    const auto is_solid = [&](const Hunk& run) {
        Cost sum = 0;
        for (std::size_t i = run.a.begin; i < run.a.end && sum < solid; ++i)
            sum += worth(quoted[q0 + i], lexicon);
        return sum >= solid;
    };
    std::vector<Hunk> result;
    for (std::size_t i = 0; i < hunks.size();) {
        std::size_t last = i;
        while (!hunks[i].equal && last + 2 < hunks.size() && !is_solid(hunks[last + 1]))
            last += 2;
        const Span a{hunks[i].a.begin, hunks[last].a.end}, b{hunks[i].b.begin, hunks[last].b.end};
        if (last == i || a.size() * b.size() > cell_limit) {
            for (; i <= last; ++i)
                append(result, hunks[i]);
            continue;
        }
        for (const Move move : best_moves(sequence(quoted, {q0 + a.begin, q0 + a.end}, lexicon),
                                          sequence(source, {s0 + b.begin, s0 + b.end}, lexicon)))
            append(result, move);
        i = last + 1;
    }
    return result;
}

} // namespace verbatim::align
