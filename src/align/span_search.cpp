// SPDX-License-Identifier: Apache-2.0
#include "align/placing.hpp"

#include <algorithm>
#include <map>

namespace verbatim::align {
namespace {

constexpr std::size_t cell_limit = 4'000'000; ///< cells of one dynamic programme; beyond it anchors find the span
/// One number orders alignments: fewest edits, then most equal words, then most words laid against a word.
using Cost = std::int64_t;
constexpr Cost edit = Cost{1} << 40, equal_word = -(Cost{1} << 20), laid_word = -1, never = Cost{1} << 60;
constexpr Cost word_cost = 10 * edit, mark_cost = 2 * edit;

bool is_numeral(const Word& word)
{
    constexpr std::string_view numerals = "一二三四五六七八九十百千万亿零〇两兩萬億";
    return word.kind == text::TokenKind::number
           || (word.kind == text::TokenKind::han && numerals.find(word.exact) != std::string_view::npos);
}

/// Numerals cost less: one number in digits stands against many characters.
Cost weight(const Word& word) { return !word.is_word() ? mark_cost : is_numeral(word) ? word_cost / 3 : word_cost; }

bool is_stop(const Word& word)
{
    constexpr std::string_view stops = ",.;:?!，。；：？！";
    return word.kind == text::TokenKind::punctuation && stops.find(word.exact) != std::string_view::npos;
}

/// What the programme asks of a word, asked once for each and not once a cell.
struct Face {
    Cost weight = 0;
    std::uint32_t key = 0;
    bool word = false;
    bool stop = false;
};

std::vector<Face> faces(const Words& words, Span range)
{
    std::vector<Face> all;
    all.reserve(range.size());
    for (std::size_t i = range.begin; i < range.end; ++i)
        all.push_back({weight(words[i]), words[i].key, words[i].is_word(), is_stop(words[i])});
    return all;
}

/// An exact run of keys; of several the one with most equal exact forms, then the preferred end.
Placed exact_span(const Words& quoted, Span piece, const Words& source, Span range, Prefer prefer)
{
    Placed best;
    std::size_t best_equal = 0;
    const std::size_t n = piece.size();
    std::size_t budget = 8 * (n + range.size()); // a periodic text must not make this quadratic
    for (std::size_t i = range.begin; i + n <= range.end && budget > 0; ++i) {
        std::size_t equal = 0, k = 0;
        for (; k < n && quoted[piece.begin + k].key == source[i + k].key; ++k)
            equal += quoted[piece.begin + k].exact == source[i + k].exact ? 1U : 0U;
        budget -= std::min(budget, k + 1);
        if (k < n)
            continue;
        if (!best.found || equal > best_equal || (equal == best_equal && prefer == Prefer::last)) {
            best = {{i, i + n}, 0, true};
            best_equal = equal;
        }
        if (equal == n && prefer == Prefer::first)
            break;
    }
    return best;
}

Placed by_programme(const Words& quoted, Span piece, const Words& source, Span range, Prefer prefer)
{
    const std::size_t m = piece.size(), n = range.size();
    // `gap` is the best where a run of source words has been skipped: one dropped phrase is one change, so its further
    // words cost half. More would let a quotation reach over words that no reader would call an omission.
    struct Cell {
        Cost cost = 0;
        std::uint32_t start = 0;
        Cost gap = never;
        std::uint32_t gap_start = 0;
    };
    std::vector<Cell> row(n + 1), next(n + 1);
    for (std::size_t j = 0; j <= n; ++j)
        row[j] = {0, static_cast<std::uint32_t>(j), never, 0};
    const std::vector<Face> asked = faces(quoted, piece), given = faces(source, range);
    for (std::size_t i = 0; i < m; ++i) {
        const Face q = asked[i];
        const Word& word = quoted[piece.begin + i];
        const Cost bonus = (q.word ? equal_word : 0) + laid_word;
        next[0] = {row[0].cost + q.weight, 0, never, 0};
        for (std::size_t j = 0; j < n; ++j) {
            const Face& s = given[j];
            // A bracket group may stand for several words: each more costs little.
            const Cost skip = word.bracketed ? edit : s.weight;
            Cost pair = never; // a word against a mark
            if (q.word == s.word && q.key == s.key)
                pair = (word.exact == source[range.begin + j].exact ? 0 : edit) + bonus;
            else if (!q.word && !s.word && q.stop != s.stop)
                pair = 2 * mark_cost; // a comma for a bracket is one dropped, one added
            else if (q.word == s.word)
                pair = std::max(q.weight, s.weight) + laid_word;
            Cell cell{row[j].cost + pair, row[j].start, never, 0};
            if (const Cost cost = row[j + 1].cost + q.weight;
                cost < cell.cost || (cost == cell.cost && row[j + 1].start > cell.start && !q.word))
                cell = {cost, row[j + 1].start, never, 0};
            if (const Cost cost = next[j].cost + skip; s.word) {
                cell.gap = cost;
                cell.gap_start = next[j].start;
            } else if (cost < cell.cost) {
                cell.cost = cost;
                cell.start = next[j].start;
            }
            if (const Cost cost = next[j].gap + skip / 2; cost < cell.gap) {
                cell.gap = cost;
                cell.gap_start = next[j].gap_start;
            }
            if (cell.gap < cell.cost) {
                cell.cost = cell.gap;
                cell.start = cell.gap_start;
            }
            next[j + 1] = cell;
        }
        std::swap(row, next);
    }
    std::size_t at = 0;
    for (std::size_t j = 1; j <= n; ++j)
        if (row[j].cost < row[at].cost || (row[j].cost == row[at].cost && prefer == Prefer::last))
            at = j;
    Placed placed;
    placed.source = {range.begin + row[at].start, range.begin + at};
    placed.edits = static_cast<std::size_t>(std::max<Cost>(0, (row[at].cost + word_cost / 2) / word_cost));
    placed.found = row[at].start < at;
    return placed;
}

/// Words of the quotation that the span lacks stand right beside it: they changed places with its end. Without this,
/// `pears and two brothers` for `two brothers and pears` were an insertion of `pears and`.
void take_moved_ends(const Words& quoted, Span piece, const Words& source, Span range, Placed& placed)
{
    constexpr std::size_t longest_move = 12;
    std::map<std::uint32_t, std::ptrdiff_t> lacking;
    for (std::size_t i = piece.begin; i < piece.end; ++i)
        if (quoted[i].is_word() && !quoted[i].bracketed)
            ++lacking[quoted[i].key];
    for (std::size_t i = placed.source.begin; i < placed.source.end; ++i)
        if (source[i].is_word())
            --lacking[source[i].key];
    std::size_t words = 0;
    for (const auto& [key, count] : lacking)
        words += count > 0 ? static_cast<std::size_t>(count) : 0;
    if (words == 0 || words > longest_move)
        return;
    const auto takes_all = [&](std::size_t first,
                               std::size_t last) { // every lacking word stands in source [first, last)
        std::map<std::uint32_t, std::ptrdiff_t> left = lacking;
        for (std::size_t i = first; i < last; ++i)
            if (source[i].is_word())
                --left[source[i].key];
        return std::none_of(left.begin(), left.end(), [](const auto& entry) { return entry.second > 0; });
    };
    for (std::size_t end = placed.source.end, seen = 0; end < range.end && seen < words;) {
        seen += source[end++].is_word() ? 1U : 0U;
        if (seen == words && takes_all(placed.source.end, end)) {
            placed.source.end = end;
            return;
        }
    }
    for (std::size_t begin = placed.source.begin, seen = 0; begin > range.begin && seen < words;) {
        seen += source[--begin].is_word() ? 1U : 0U;
        if (seen == words && takes_all(begin, placed.source.begin)) {
            placed.source.begin = begin;
            return;
        }
    }
}

/// Long pieces: the anchored script over the whole range; the span runs from the first to the last solid equal run.
Placed by_anchors(const Words& quoted, Span piece, const Words& source, Span range)
{
    std::vector<std::uint32_t> a, b;
    for (std::size_t i = piece.begin; i < piece.end; ++i)
        a.push_back(quoted[i].key);
    for (std::size_t i = range.begin; i < range.end; ++i)
        b.push_back(source[i].key);
    constexpr std::size_t solid = 3;
    Placed placed;
    std::size_t kept = 0;
    for (const Hunk& hunk : diff(a, b)) {
        if (!hunk.equal)
            continue;
        kept += hunk.a.size();
        if (hunk.a.size() < solid && hunk.a.begin != 0 && hunk.a.end != a.size())
            continue;
        if (!placed.found) {
            const std::size_t lead = std::min(hunk.a.begin, hunk.b.begin);
            placed.source.begin = range.begin + hunk.b.begin - lead;
            placed.found = true;
        }
        const std::size_t tail = std::min(a.size() - hunk.a.end, b.size() - hunk.b.end);
        placed.source.end = range.begin + hunk.b.end + tail;
    }
    placed.edits = a.size() - std::min(kept, a.size());
    return placed;
}

} // namespace

Placed best_span(const Words& quoted, Span piece, const Words& source, Span range, Prefer prefer)
{
    if (piece.empty() || range.empty())
        return {{range.begin, range.begin}, count_words(quoted, piece), false};
    Placed placed = exact_span(quoted, piece, source, range, prefer);
    if (placed.found)
        return placed;
    placed = piece.size() * range.size() <= cell_limit ? by_programme(quoted, piece, source, range, prefer)
                                                       : by_anchors(quoted, piece, source, range);
    if (placed.found)
        take_moved_ends(quoted, piece, source, range, placed);
    // A closing mark that was changed stands against the source's mark: `three years,` for `three years.`
    const Word& last = quoted[piece.end - 1];
    const std::size_t end = placed.source.end;
    if (placed.found && is_stop(last) && end < range.end && is_stop(source[end]) && !is_stop(source[end - 1]))
        placed.source.end = end + 1;
    // A last word replaced by a longer one: `by boat.` stands against `by night train.`, not against `by night`.
    constexpr std::size_t longest_tail = 3;
    std::size_t word = piece.end - 1;
    while (word > piece.begin && !quoted[word].is_word())
        --word;
    if (placed.found && is_stop(last) && word + 2 == piece.end && source[end - 1].key != quoted[word].key
        && source[end - 1].is_word() && !is_numeral(quoted[word]) && !is_numeral(source[end - 1])) // 1500 is 1,500
        for (std::size_t at = end; at < range.end && at <= end + longest_tail; ++at) {
            if (source[at].key == last.key && at > end)
                placed.source.end = at + 1;
            if (!source[at].is_word())
                break;
        }
    return placed;
}

} // namespace verbatim::align
