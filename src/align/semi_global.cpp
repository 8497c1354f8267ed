// SPDX-License-Identifier: Apache-2.0
// The nearest span by dynamic programming: what an alignment costs, and which of equally dear ones is taken.
#include "align/placing.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

/// One number orders alignments: fewest edits, then most equal words, then most words laid against a word.
using Cost = std::int64_t;
constexpr Cost edit = Cost{1} << 40, equal_word = -(Cost{1} << 20), laid_word = -1, never = Cost{1} << 60;
constexpr Cost word_cost = 10 * edit, mark_cost = 2 * edit;

/// Numerals cost less: one number in digits stands against many characters.
Cost weight(const Word& word) { return !word.is_word() ? mark_cost : is_numeral(word) ? word_cost / 3 : word_cost; }

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

/// Semi-global alignment of the piece with a stretch of the range: rows are words of the quotation.
///
/// Nearly every quotation differs in few words, so nearly every cell costs more than the best alignment does. A row is
/// worked out only from its first to its last cell that may still belong to an alignment of at most `allowed` (after
/// E. Ukkonen, Information and Control 64, 1985); what such an alignment costs, and which of equals it is, is the same
/// with and without the limit. Where none costs so little, the limit is raised.
class Programme {
public:
    Programme(const Words& quoted, Span piece, const Words& source, Span range)
        : quoted_(quoted), piece_(piece), source_(source), range_(range), asked_(faces(quoted, piece)),
          given_(faces(source, range)), row_(range.size() + 1), next_(range.size() + 1)
    {
    }

    /// None where every alignment costs more than `allowed`.
    std::optional<Placed> run(Cost allowed, Prefer prefer)
    {
        // Words that are equal lower the cost of what is already laid, together by less than one edit.
        limit_ = allowed >= never - edit ? never : allowed + edit;
        live_ = {0, range_.size() + 1};
        for (std::size_t j = 0; j <= range_.size(); ++j)
            row_[j] = {0, static_cast<std::uint32_t>(j), never, 0};
        for (std::size_t i = 0; i < piece_.size(); ++i) {
            work_out(i);
            if (live_.empty())
                return std::nullopt;
            std::swap(row_, next_);
        }
        std::size_t at = live_.begin;
        for (std::size_t j = live_.begin + 1; j < live_.end; ++j)
            if (row_[j].cost < row_[at].cost || (row_[j].cost == row_[at].cost && prefer == Prefer::last))
                at = j;
        if (row_[at].cost > allowed)
            return std::nullopt;
        Placed placed;
        placed.source = {range_.begin + row_[at].start, range_.begin + at};
        placed.edits = static_cast<std::size_t>(std::max<Cost>(0, (row_[at].cost + word_cost / 2) / word_cost));
        placed.found = row_[at].start < at;
        return placed;
    }

private:
    // `gap` is the best where a run of source words has been skipped: one dropped phrase is one change, so its further
    // words cost half. More would let a quotation reach over words that no reader would call an omission.
    struct Cell {
        Cost cost = never;
        std::uint32_t start = 0;
        Cost gap = never;
        std::uint32_t gap_start = 0;
    };

    /// The cost of laying word `i` of the piece against word `j` of the range.
    [[nodiscard]] Cost pair(std::size_t i, std::size_t j) const
    {
        const Face &q = asked_[i], &s = given_[j];
        if (q.word != s.word)
            return never;
        if (q.key == s.key)
            return (quoted_[piece_.begin + i].exact == source_[range_.begin + j].exact ? 0 : edit)
                   + (q.word ? equal_word : 0) + laid_word;
        if (!q.word && q.stop != s.stop)
            return 2 * mark_cost; // a comma for a bracket is one dropped, one added
        return std::max(q.weight, s.weight) + laid_word;
    }

    /// The next row from `row_`, whose cells outside `live_` count as never reached.
    void work_out(std::size_t i)
    {
        const Face q = asked_[i];
        const bool bracketed = quoted_[piece_.begin + i].bracketed;
        const Cell unreached;
        const auto above = [&](std::size_t j) -> const Cell& {
            return j >= live_.begin && j < live_.end ? row_[j] : unreached;
        };
        Span live;
        const auto keep = [&](std::size_t j) {
            if (next_[j].cost > limit_)
                return false;
            live = {live.empty() ? j : live.begin, j + 1};
            return true;
        };
        std::size_t j = live_.begin;
        bool reached = false; // the cell to the left
        if (j == 0) {
            next_[0] = {row_[0].cost + q.weight, 0, never, 0};
            reached = keep(0);
            j = 1;
        }
        for (; j <= range_.size() && (j <= live_.end || reached); ++j) {
            const Face& s = given_[j - 1];
            const Cell &diagonal = above(j - 1), &up = above(j), &left = j > live_.begin ? next_[j - 1] : unreached;
            Cell cell{std::min(never, diagonal.cost + pair(i, j - 1)), diagonal.start, never, 0};
            if (const Cost cost = up.cost + q.weight;
                cost < cell.cost || (cost == cell.cost && up.start > cell.start && !q.word))
                cell = {cost, up.start, never, 0};
            // A bracket group may stand for several words: each more costs little.
            const Cost skip = bracketed ? edit : s.weight;
            if (const Cost cost = left.cost + skip; s.word) {
                cell.gap = cost;
                cell.gap_start = left.start;
            } else if (cost < cell.cost) {
                cell.cost = cost;
                cell.start = left.start;
            }
            if (const Cost cost = left.gap + skip / 2; cost < cell.gap) {
                cell.gap = cost;
                cell.gap_start = left.gap_start;
            }
            if (cell.gap < cell.cost) {
                cell.cost = cell.gap;
                cell.start = cell.gap_start;
            }
            next_[j] = cell;
            reached = keep(j);
        }
        live_ = live;
    }

    const Words& quoted_;
    Span piece_;
    const Words& source_;
    Span range_;
    std::vector<Face> asked_, given_;
    std::vector<Cell> row_, next_;
    Span live_; ///< cells of `row_` that may still belong to an alignment within the limit, and all between them
    Cost limit_ = never;
};

} // namespace

bool is_numeral(const Word& word)
{
    constexpr std::string_view numerals = "一二三四五六七八九十百千万亿零〇两兩萬億";
    return word.kind == text::TokenKind::number
           || (word.kind == text::TokenKind::han && numerals.find(word.exact) != std::string_view::npos);
}

bool is_stop(const Word& word)
{
    constexpr std::string_view stops = ",.;:?!，。；：？！";
    return word.kind == text::TokenKind::punctuation && stops.find(word.exact) != std::string_view::npos;
}

Placed by_programme(const Words& quoted, Span piece, const Words& source, Span range, Prefer prefer)
{
    // Most quotations differ by a closing mark, or by one word and a mark: the less may differ, the fewer cells live.
    Programme programme(quoted, piece, source, range);
    for (const Cost allowed : {mark_cost, word_cost + mark_cost, 3 * word_cost, 8 * word_cost})
        if (const auto placed = programme.run(allowed, prefer))
            return *placed;
    return programme.run(never, prefer).value_or(Placed{});
}

} // namespace verbatim::align
