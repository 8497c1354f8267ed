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

} // namespace

std::optional<WordEdits> fewest_word_edits(const Words& quoted, Span piece, const Words& source, Span range)
{
    constexpr std::size_t cell_limit = 250'000;
    const auto keys = [](const Words& words, Span span) {
        std::vector<std::uint32_t> list;
        for (std::size_t i = span.begin; i < span.end; ++i)
            if (words[i].is_word() && !words[i].bracketed)
                list.push_back(words[i].key);
        return list;
    };
    if (piece.size() * range.size() > cell_limit)
        return std::nullopt;
    struct Cell {
        std::size_t edits, begin;
        bool operator<(const Cell& other) const { return std::tie(edits, begin) < std::tie(other.edits, other.begin); }
    };
    const std::vector<std::uint32_t> a = keys(quoted, piece), b = keys(source, range);
    std::vector<Cell> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = {0, j};
    for (const std::uint32_t key : a) {
        Cell diagonal = row[0];
        ++row[0].edits;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const Cell above = row[j], left = row[j - 1];
            row[j] = std::min({Cell{diagonal.edits + (key == b[j - 1] ? 0U : 1U), diagonal.begin},
                               Cell{above.edits + 1, above.begin}, Cell{left.edits + 1, left.begin}});
            diagonal = above;
        }
    }
    WordEdits fewest{row[0].edits, 0};
    for (std::size_t j = 1; j <= b.size(); ++j)
        if (const std::size_t words = j - row[j].begin;
            row[j].edits < fewest.edits || (row[j].edits == fewest.edits && words > fewest.source_words))
            fewest = {row[j].edits, words};
    return fewest;
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
    const std::size_t tokens = reach + reach / 4; // marks are tokens, too
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
