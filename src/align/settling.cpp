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

bool only_stops(const Sides& sides, const Piece& piece, Span columns)
{
    const auto is_stop = [](const Word& word) { return word.kind == text::TokenKind::punctuation; };
    for (std::size_t i = columns.begin; i < columns.end; ++i) {
        const Column& column = piece.script.columns[i];
        if ((column.has_q() && !is_stop(sides.quoted.words[column.q]))
            || (column.has_s() && !is_stop(sides.from.words[column.s])))
            return false;
    }
    return true;
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
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        const Judged& one = hunks[i];
        const bool marks = one.kind == DifferenceKind::punctuation && only_stops(sides, piece, one.columns);
        if (marks && i + 1 < hunks.size() && hunks[i + 1].columns.begin == one.columns.end
            && takes(hunks[i + 1], piece, one.columns))
            hunks[i + 1].columns.begin = one.columns.begin;
        else if (marks && !kept.empty() && kept.back().columns.end == one.columns.begin
                 && takes(kept.back(), piece, one.columns))
            kept.back().columns.end = one.columns.end;
        else
            kept.push_back(one);
    }
    return kept;
}

} // namespace verbatim::align
