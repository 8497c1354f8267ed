// SPDX-License-Identifier: Apache-2.0
// The judged hunks of a piece among each other: which are one, and to which the marks beside them belong.
#include "align/comparison.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

/// Two hunks that grew into one amount or name are one.
std::vector<Judged> merged(const std::vector<Judged>& judged)
{
    std::vector<Judged> result;
    for (const Judged& one : judged) {
        if (result.empty() || one.columns.begin >= result.back().columns.end) {
            result.push_back(one);
            continue;
        }
        Judged& last = result.back();
        last.columns.end = std::max(last.columns.end, one.columns.end);
        if (is_permitted(last.kind) || (!is_permitted(one.kind) && one.kind < last.kind))
            last.kind = one.kind;
        last.silent = last.silent && one.silent;
    }
    return result;
}

/// The columns hold nothing but stops and quotation marks.
bool only_marks(const Sides& sides, const Piece& piece, Span columns)
{
    const auto is_mark = [](const Word& word) {
        return word.kind == text::TokenKind::punctuation || word.kind == text::TokenKind::mark;
    };
    for (std::size_t i = columns.begin; i < columns.end; ++i) {
        const Column& column = piece.script.columns[i];
        if ((column.has_q() && !is_mark(sides.quoted.words[column.q]))
            || (column.has_s() && !is_mark(sides.from.words[column.s])))
            return false;
    }
    return true;
}

/// Inner quotation marks stand in the columns in pairs, on either side: `of "modest ambitions."`, not `of "modest`.
bool holds_pairs(const Sides& sides, const Piece& piece, Span columns)
{
    const auto even = [](const Words& words, const std::vector<std::size_t>& indices) {
        const auto marks = std::count_if(indices.begin(), indices.end(),
                                         [&](std::size_t i) { return words[i].kind == text::TokenKind::mark; });
        return marks % 2 == 0;
    };
    return even(sides.quoted.words, quoted_in(piece.script, columns))
           && even(sides.from.words, source_in(piece.script, columns));
}

/// A bracket that replaces words takes the source's marks beside them, nothing of the quotation's own.
bool takes(const Judged& hunk, const Piece& piece, Span marks)
{
    switch (hunk.kind) {
    case DifferenceKind::negation:
    case DifferenceKind::number:
    case DifferenceKind::name:
    case DifferenceKind::substitution:
    case DifferenceKind::order:
    case DifferenceKind::omission:
    case DifferenceKind::insertion:
    case DifferenceKind::interpolation_changes_meaning:
        return true;
    case DifferenceKind::interpolation:
        return !source_in(piece.script, hunk.columns).empty() && quoted_in(piece.script, marks).empty();
    default:
        return false;
    }
}

} // namespace

std::vector<Judged> settled(const Sides& sides, const Piece& piece, const std::vector<Judged>& judged)
{
    std::vector<Judged> hunks = merged(judged), kept;
    const auto gives = [&](std::size_t marks, std::size_t hunk) { // hunk i + 1 stands right behind hunk i
        return marks < hunks.size() && hunks[marks].kind == DifferenceKind::punctuation
               && std::max(hunks[marks].columns.begin, hunks[hunk].columns.begin)
                      == std::min(hunks[marks].columns.end, hunks[hunk].columns.end)
               && takes(hunks[hunk], piece, hunks[marks].columns) && only_marks(sides, piece, hunks[marks].columns);
    };
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        Span& columns = hunks[i].columns;
        const bool before = i > 0 && !kept.empty() && kept.back().columns == hunks[i - 1].columns && gives(i - 1, i);
        const bool behind = gives(i + 1, i);
        const bool next_takes = behind && i + 2 < hunks.size() && gives(i + 1, i + 2); // then the marks are its own
        const Span wider{before ? hunks[i - 1].columns.begin : columns.begin,
                         behind ? hunks[i + 1].columns.end : columns.end};
        Span grown = columns;
        for (const Span choice : {next_takes ? Span{wider.begin, columns.end} : wider, Span{wider.begin, columns.end},
                                  Span{columns.begin, next_takes ? columns.end : wider.end}, wider})
            if (grown == columns && holds_pairs(sides, piece, choice))
                grown = choice;
        // `a man [of "modest ambitions].["] He`: the stop that stays stands inside the pair.
        if (i + 1 < hunks.size() && !holds_pairs(sides, piece, grown) && takes(hunks[i], piece, hunks[i + 1].columns)
            && only_marks(sides, piece, {columns.end, hunks[i + 1].columns.end})
            && holds_pairs(sides, piece, {columns.begin, hunks[i + 1].columns.end}))
            grown.end = hunks[i + 1].columns.end;
        if (grown.begin < columns.begin)
            kept.pop_back();
        kept.push_back(hunks[i]);
        kept.back().columns = grown;
        if (grown.end > columns.end)
            ++i;
    }
    return kept;
}

} // namespace verbatim::align
