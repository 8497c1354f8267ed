// SPDX-License-Identifier: Apache-2.0
#include "align/placing.hpp"

#include <algorithm>
#include <tuple>

namespace verbatim::align {
namespace {

bool stands(const Placed& placed, std::size_t words, std::size_t percent)
{
    return placed.found && placed.edits * 100 <= words * percent;
}

/// The first place near the neighbour, else anywhere, else the loosely fitting one near the neighbour, else nowhere.
Placed place_beside(const Quoted& quoted, Span piece, const Words& source, Span near, Prefer prefer)
{
    const std::size_t words = count_words(quoted.words, piece);
    const Placed beside = best_span(quoted.words, piece, source, near, prefer);
    if (stands(beside, words, 34))
        return beside;
    constexpr std::size_t many = 64; // pieces; for more, the whole window is not searched each time
    if (quoted.pieces.size() > many)
        return stands(beside, words, 60) ? beside : Placed{{near.begin, near.begin}, words, false};
    const Placed anywhere = best_span(quoted.words, piece, source, {0, source.size()}, prefer);
    if (stands(anywhere, words, 20) && anywhere.edits < beside.edits)
        return anywhere;
    if (stands(beside, words, 60))
        return beside;
    const std::size_t at = prefer == Prefer::first ? near.begin : near.end;
    return {{at, at}, words, false};
}

constexpr std::size_t cell_limit = 1'000'000; ///< of one dynamic programme over word edits

/// The words that count as such: no marks, nothing in brackets.
std::vector<std::uint32_t> keys(const Words& words, Span span)
{
    std::vector<std::uint32_t> list;
    for (std::size_t i = span.begin; i < span.end; ++i)
        if (words[i].is_word() && !words[i].bracketed)
            list.push_back(words[i].key);
    return list;
}

/// A share of changed words, edits of words.
struct Share {
    std::size_t edits = 0;
    std::size_t words = 1;
};

/// The stretch of `b` with the lowest edits − share × length, the longest of equals. With a share of nothing these are
/// the fewest edits; with one of edits / words it is below zero just where some stretch has a smaller share.
WordEdits cheapest(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b, Share share)
{
    using Cost = std::int64_t;
    const auto edit = static_cast<Cost>(share.words), word = -static_cast<Cost>(share.edits);
    struct Cell {
        Cost cost = 0;
        std::size_t begin = 0, edits = 0;
        bool operator<(const Cell& other) const { return std::tie(cost, begin) < std::tie(other.cost, other.begin); }
    };
    const auto plus = [](Cell cell, Cost cost, std::size_t edits) {
        return Cell{cell.cost + cost, cell.begin, cell.edits + edits};
    };
    std::vector<Cell> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j].begin = j;
    for (const std::uint32_t key : a) {
        Cell diagonal = row[0];
        row[0] = plus(row[0], edit, 1);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const Cell above = row[j];
            const bool equal = key == b[j - 1];
            row[j] = std::min({plus(diagonal, word + (equal ? 0 : edit), equal ? 0 : 1), plus(above, edit, 1),
                               plus(row[j - 1], word + edit, 1)});
            diagonal = above;
        }
    }
    std::size_t end = 0;
    for (std::size_t j = 1; j <= b.size(); ++j)
        if (row[j].cost < row[end].cost || (row[j].cost == row[end].cost && j - row[j].begin > end - row[end].begin))
            end = j;
    return {row[end].edits, end - row[end].begin};
}

} // namespace

std::optional<WordEdits> fewest_word_edits(const Words& quoted, Span piece, const Words& source, Span range)
{
    if (piece.size() * range.size() > cell_limit)
        return std::nullopt;
    return cheapest(keys(quoted, piece), keys(source, range), {});
}

std::optional<WordEdits> smallest_share_of_edits(const Words& quoted, Span piece, const Words& source, Span range)
{
    if (piece.size() * range.size() > cell_limit)
        return std::nullopt;
    const std::vector<std::uint32_t> a = keys(quoted, piece), b = keys(source, range);
    const auto longer = [&](const WordEdits& one) { return std::max(a.size(), one.source_words); };
    WordEdits best = cheapest(a, b, {});
    // Each round finds a stretch below the share of the last, and few are needed (Dinkelbach 1967, On nonlinear
    // fractional programming).
    while (best.edits > 0) {
        const WordEdits next = cheapest(a, b, {best.edits, longer(best)});
        if (next.edits * longer(best) >= best.edits * longer(next))
            break;
        best = next;
    }
    return best;
}

std::vector<Placed> place_pieces(const Quoted& quoted, const Words& source, std::size_t reach)
{
    std::vector<Placed> placed(quoted.pieces.size());
    if (placed.empty())
        return placed;
    std::size_t longest = 0;
    for (std::size_t i = 1; i < quoted.pieces.size(); ++i)
        if (quoted.pieces[i].size() > quoted.pieces[longest].size())
            longest = i;
    const Span whole{0, source.size()};
    placed[longest] = best_span(quoted.words, quoted.pieces[longest], source, whole, Prefer::first);
    const std::size_t tokens = tokens_within(reach);
    for (std::size_t i = longest + 1; i < placed.size(); ++i) {
        const std::size_t from = placed[i - 1].source.end;
        const std::size_t to = std::min(source.size(), from + tokens + 2 * quoted.pieces[i].size());
        placed[i] = place_beside(quoted, quoted.pieces[i], source, {from, to}, Prefer::first);
    }
    for (std::size_t i = longest; i-- > 0;) {
        const std::size_t to = placed[i + 1].source.begin;
        const std::size_t room = tokens + 2 * quoted.pieces[i].size();
        placed[i] = place_beside(quoted, quoted.pieces[i], source, {to - std::min(to, room), to}, Prefer::last);
    }
    return placed;
}

} // namespace verbatim::align
