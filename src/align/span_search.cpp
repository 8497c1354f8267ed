// SPDX-License-Identifier: Apache-2.0
#include "align/placing.hpp"

#include <algorithm>
#include <iterator>

namespace verbatim::align {
namespace {

constexpr std::size_t cell_limit = 4'000'000; ///< cells of one dynamic programme; beyond it anchors find the span

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

/// Words of the quotation that the span lacks stand right beside it: they changed places with its end. Without this,
/// `pears and two brothers` for `two brothers and pears` were an insertion of `pears and`.
void take_moved_ends(const Words& quoted, Span piece, const Words& source, Span range, Placed& placed)
{
    constexpr std::size_t longest_move = 12;
    const auto sorted_keys = [](const Words& words, Span span) {
        std::vector<std::uint32_t> keys;
        keys.reserve(span.size());
        for (std::size_t i = span.begin; i < span.end; ++i)
            if (words[i].is_word() && !words[i].bracketed)
                keys.push_back(words[i].key);
        std::sort(keys.begin(), keys.end());
        return keys;
    };
    const std::vector<std::uint32_t> asked = sorted_keys(quoted, piece), given = sorted_keys(source, placed.source);
    std::vector<std::uint32_t> lacking;
    std::set_difference(asked.begin(), asked.end(), given.begin(), given.end(), std::back_inserter(lacking));
    const std::size_t words = lacking.size();
    if (words == 0 || words > longest_move)
        return;
    const auto takes_all = [&](std::size_t first,
                               std::size_t last) { // every lacking word stands in source [first, last)
        const std::vector<std::uint32_t> keys = sorted_keys(source, {first, last});
        return std::includes(keys.begin(), keys.end(), lacking.begin(), lacking.end());
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
