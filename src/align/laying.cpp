// SPDX-License-Identifier: Apache-2.0
#include "align/comparison.hpp"

#include <algorithm>
#include <utility>

namespace verbatim::align {
namespace {

void lay(const Sides& sides, Piece& piece)
{
    piece.script =
        script(sides.quoted.words, piece.words, sides.from.words, piece.placed.source, sides.lexicon, sides.language);
}

/// What a grown range has before the first quoted word or behind the last was cut, and a cut needs no mention.
void lay_again(const Sides& sides, Piece& piece, Span range)
{
    const Span before = std::exchange(piece.placed.source, range);
    lay(sides, piece);
    const std::vector<Column>& columns = piece.script.columns;
    const auto quotes = [](const Column& column) { return column.has_q(); };
    Span kept = range;
    if (range.begin < before.begin)
        kept.begin += static_cast<std::size_t>(std::find_if(columns.begin(), columns.end(), quotes) - columns.begin());
    if (range.end > before.end)
        kept.end -= static_cast<std::size_t>(std::find_if(columns.rbegin(), columns.rend(), quotes) - columns.rbegin());
    if (kept == range)
        return;
    piece.placed.source = kept;
    lay(sides, piece);
}

std::size_t changed_levels(const Sides& sides, const Script& script)
{
    const auto changes_level = [&](const Column& column) {
        return column.equal && sides.quoted.words[column.q].kind == text::TokenKind::mark
               && sides.quoted.words[column.q].exact != sides.from.words[column.s].exact;
    };
    return static_cast<std::size_t>(std::count_if(script.columns.begin(), script.columns.end(), changes_level));
}

} // namespace

std::vector<Piece> laid_pieces(const Sides& sides, const std::vector<Placed>& placed, Amounts& amounts)
{
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        Piece piece;
        piece.words = sides.quoted.pieces[i];
        piece.placed = placed[i];
        piece.before = sides.quoted.gaps[i].kind;
        piece.behind = sides.quoted.gaps[i + 1].kind;
        piece.first = i == 0;
        piece.last = i + 1 == placed.size();
        lay(sides, piece);
        if (const Span range = with_whole_ends(sides, piece, amounts); range != piece.placed.source)
            lay_again(sides, piece, range);
        piece.changed_levels = changed_levels(sides, piece.script);
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

} // namespace verbatim::align
