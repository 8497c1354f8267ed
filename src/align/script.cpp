// SPDX-License-Identifier: Apache-2.0
// A shortest script is not yet what a reader would mark:
//
//   quoted   we gave the port , and the harbour  ,         ugly: [-gave-] the port   wanted: word against word,
//   source   we lent the town , and the harbours .               {+lent+}            marks apart, no anchor on `the`
//
// Hunks are slid to word groups, joined over weak anchors, laid word against word, freed of marks at their ends.
#include "align/script.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

constexpr std::size_t pairwise_limit = 200; ///< words of a side up to which a hunk is laid word against word

/// Slides the insertion or deletion [hunk] of `side` so that it begins or ends at a mark, as a phrase does.
///   A , [B ,] C   reads better than   A [, B] , C
void slide(Hunk& before, Hunk& hunk, Hunk& after, const Words& side, std::size_t offset, bool of_source)
{
    Span& moving = of_source ? hunk.b : hunk.a;
    const auto key = [&](std::size_t i) { return side[offset + i].key; };
    const std::size_t left_room = before.equal ? before.a.size() : 0;
    const std::size_t right_room = after.equal ? after.a.size() : 0;
    std::size_t left = 0, right = 0;
    while (left < left_room && key(moving.begin - 1 - left) == key(moving.end - 1 - left))
        ++left;
    while (right < right_room && key(moving.begin + right) == key(moving.end + right))
        ++right;
    if (left + right == 0)
        return;
    const auto score = [&](std::size_t begin, std::size_t end) {
        int points = 0;
        if (begin == 0 || !side[offset + begin - 1].is_word())
            points += 2;
        if (!side[offset + end - 1].is_word())
            points += 2;
        if (!side[offset + begin].is_word())
            points -= 1;
        return points;
    };
    std::ptrdiff_t best = 0;
    int best_score = score(moving.begin, moving.end);
    for (std::ptrdiff_t shift = -static_cast<std::ptrdiff_t>(left); shift <= static_cast<std::ptrdiff_t>(right);
         ++shift) {
        const auto begin = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(moving.begin) + shift);
        const int points = score(begin, begin + moving.size());
        if (points > best_score || (points == best_score && shift > best)) {
            best = shift;
            best_score = points;
        }
    }
    const auto move = [&](std::size_t& at) { at = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + best); };
    for (std::size_t* at : {&before.a.end, &before.b.end, &hunk.a.begin, &hunk.a.end, &hunk.b.begin, &hunk.b.end,
                            &after.a.begin, &after.b.begin})
        move(*at);
}

void slide_all(std::vector<Hunk>& hunks, const Words& quoted, std::size_t q0, const Words& source, std::size_t s0)
{
    Hunk edge_before, edge_after;
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        Hunk& hunk = hunks[i];
        if (hunk.equal || hunk.a.empty() == hunk.b.empty())
            continue;
        if (i == 0 || i + 1 == hunks.size())
            continue; // at an end nothing slides: the span was chosen
        const bool of_source = hunk.a.empty();
        slide(hunks[i - 1], hunk, hunks[i + 1], of_source ? source : quoted, of_source ? s0 : q0, of_source);
    }
    std::erase_if(hunks, [](const Hunk& hunk) { return hunk.a.empty() && hunk.b.empty(); });
}

/// Cost of laying one word against another inside a hunk, of 10 for strangers.
int lay_cost(const Word& q, const Word& s, const std::string& language)
{
    constexpr int apart = 1000;
    if (q.key == s.key)
        return 0;
    if (q.is_word() != s.is_word())
        return apart;
    if (!q.is_word())
        return q.kind == s.kind ? 3 : 4;
    if (q.bracketed)
        return 9;
    if (q.kind == s.kind && q.kind == text::TokenKind::number)
        return 5;
    if (q.kind != text::TokenKind::word || s.kind != text::TokenKind::word)
        return 10;
    const std::string a = text::case_fold(q.exact), b = text::case_fold(s.exact);
    if (text::stem(a, language) == text::stem(b, language))
        return 2;
    std::size_t common = 0;
    while (common < a.size() && common < b.size() && a[common] == b[common])
        ++common;
    return common >= 3 ? 7 : 10;
}

int drop_cost(const Word& word) { return word.is_word() ? 7 : 2; }

/// The columns of one hunk, word against word.
void lay_pairwise(const Words& quoted, Span a, const Words& source, Span b, const std::string& language,
                  std::vector<Column>& columns)
{
    const std::size_t m = a.size(), n = b.size();
    std::vector<std::vector<int>> cost(m + 1, std::vector<int>(n + 1, 0));
    std::vector<std::vector<int>> pairs(m, std::vector<int>(n, 0));
    for (std::size_t i = m + 1; i-- > 0;)
        for (std::size_t j = n + 1; j-- > 0;) {
            if (i == m && j == n)
                continue;
            int best = 1 << 28;
            if (i < m && j < n) {
                pairs[i][j] = lay_cost(quoted[a.begin + i], source[b.begin + j], language);
                best = cost[i + 1][j + 1] + pairs[i][j];
            }
            if (i < m)
                best = std::min(best, cost[i + 1][j] + drop_cost(quoted[a.begin + i]));
            if (j < n)
                best = std::min(best, cost[i][j + 1] + drop_cost(source[b.begin + j]));
            cost[i][j] = best;
        }
    for (std::size_t i = 0, j = 0; i < m || j < n;) {
        if (i < m && j < n && cost[i][j] == cost[i + 1][j + 1] + pairs[i][j]) {
            const bool equal = quoted[a.begin + i].key == source[b.begin + j].key;
            columns.push_back({a.begin + i++, b.begin + j++, equal});
        } else if (i < m && cost[i][j] == cost[i + 1][j] + drop_cost(quoted[a.begin + i])) {
            columns.push_back({a.begin + i++, Column::none, false});
        } else {
            columns.push_back({Column::none, b.begin + j++, false});
        }
    }
}

void lay(const Words& quoted, Span a, const Words& source, Span b, const std::string& language,
         std::vector<Column>& columns)
{
    if (a.size() <= pairwise_limit && b.size() <= pairwise_limit)
        return lay_pairwise(quoted, a, source, b, language, columns);
    for (std::size_t i = a.begin; i < a.end; ++i)
        columns.push_back({i, Column::none, false});
    for (std::size_t i = b.begin; i < b.end; ++i)
        columns.push_back({Column::none, i, false});
}

bool is_mark_column(const Column& column, const Words& quoted, const Words& source)
{
    return (!column.has_q() || !quoted[column.q].is_word()) && (!column.has_s() || !source[column.s].is_word());
}

/// 不必 for 必须: the one character between an added and a dropped one is no anchor, a word of two was replaced.
bool is_han_word_change(const std::vector<Column>& columns, std::size_t begin, std::size_t end, const Words& quoted,
                        const Words& source)
{
    if (end != begin + 1 || end + 1 >= columns.size() || !columns[end].equal || columns[end + 1].equal
        || (end + 2 < columns.size() && !columns[end + 2].equal))
        return false;
    const Column &left = columns[begin], &right = columns[end + 1];
    const auto is_han = [](const Word& word) { return word.kind == text::TokenKind::han; };
    if (!is_han(quoted[columns[end].q]) || left.has_q() == left.has_s() || right.has_q() == right.has_s()
        || left.has_q() == right.has_q())
        return false;
    const Word& a = left.has_q() ? quoted[left.q] : source[left.s];
    const Word& b = right.has_q() ? quoted[right.q] : source[right.s];
    return is_han(a) && is_han(b) && a.key != b.key; // the same character is a move
}

/// Runs of differing columns, freed of the marks at their ends, which are edits of their own.
void mark_edits(Script& script, const Words& quoted, const Words& source)
{
    const std::vector<Column>& columns = script.columns;
    const auto mark = [&](std::size_t i) { return is_mark_column(columns[i], quoted, source); };
    for (std::size_t i = 0; i < columns.size();) {
        if (columns[i].equal) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < columns.size() && !columns[end].equal)
            ++end;
        if (is_han_word_change(columns, i, end, quoted, source))
            end += 2;
        std::size_t first = i, last = end;
        while (first < end && mark(first))
            ++first;
        while (last > first && mark(last - 1))
            --last;
        for (const Span span : {Span{i, first}, Span{first, last}, Span{last, end}})
            if (!span.empty())
                script.edits.push_back({span, false});
        i = end;
    }
}

} // namespace

Script script(const Words& quoted, Span piece, const Words& source, Span range, const syntax::Lexicon& lexicon,
              const std::string& language)
{
    std::vector<std::uint32_t> a, b;
    for (std::size_t i = piece.begin; i < piece.end; ++i)
        a.push_back(quoted[i].key);
    for (std::size_t i = range.begin; i < range.end; ++i)
        b.push_back(source[i].key);
    std::vector<Hunk> hunks = weighted(diff(a, b), quoted, piece.begin, source, range.begin, lexicon);
    slide_all(hunks, quoted, piece.begin, source, range.begin);
    Script result;
    for (const Hunk& hunk : hunks) {
        if (!hunk.equal) {
            lay(quoted, {piece.begin + hunk.a.begin, piece.begin + hunk.a.end}, source,
                {range.begin + hunk.b.begin, range.begin + hunk.b.end}, language, result.columns);
            continue;
        }
        for (std::size_t k = 0; k < hunk.a.size(); ++k)
            result.columns.push_back({piece.begin + hunk.a.begin + k, range.begin + hunk.b.begin + k, true});
    }
    mark_edits(result, quoted, source);
    find_moves(result, quoted, source, language);
    return result;
}

std::vector<std::size_t> quoted_in(const Script& script, Span columns)
{
    std::vector<std::size_t> indices;
    for (std::size_t i = columns.begin; i < columns.end; ++i)
        if (script.columns[i].has_q())
            indices.push_back(script.columns[i].q);
    return indices;
}

std::vector<std::size_t> source_in(const Script& script, Span columns)
{
    std::vector<std::size_t> indices;
    for (std::size_t i = columns.begin; i < columns.end; ++i)
        if (script.columns[i].has_s())
            indices.push_back(script.columns[i].s);
    return indices;
}

} // namespace verbatim::align
