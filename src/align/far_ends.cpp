// SPDX-License-Identifier: Apache-2.0
// Sentences left out without an ellipsis. The nearest span of `A. C.` among `A. B. C.` is C with A taken for an
// insertion, since B costs more words than A; a reader sees that B is missing.
#include "align/placing.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

struct Run {
    std::size_t length = 0; ///< quoted words and marks from the end of the piece inward
    std::size_t at = 0;     ///< source word at which the run begins, or behind which it ends
};

/// Too short a run stands near by chance, and the more so the farther it is looked for; less so a whole clause.
bool is_certain(std::size_t words, std::size_t left_out, bool is_clause)
{
    constexpr std::size_t fewest = 4, left_out_a_word = 3, left_out_a_word_of_clause = 8;
    return words >= fewest && words * (is_clause ? left_out_a_word_of_clause : left_out_a_word) >= left_out;
}

/// The longest row of the piece's first words that stands before `place`, in `near`.
Run first_words(const Words& quoted, Span piece, const Words& source, Span near)
{
    Run best;
    for (std::size_t at = near.begin; at < near.end; ++at) {
        std::size_t k = 0;
        while (k < piece.size() && at + k < near.end && quoted[piece.begin + k].key == source[at + k].key)
            ++k;
        if (k > 0 && k >= best.length) // of equals the nearest
            best = {k, at};
    }
    return best;
}

/// The same of its last words behind the place.
Run last_words(const Words& quoted, Span piece, const Words& source, Span near)
{
    Run best;
    for (std::size_t end = near.begin + 1; end <= near.end; ++end) {
        std::size_t k = 0;
        while (k < piece.size() && end - k > near.begin && quoted[piece.end - 1 - k].key == source[end - 1 - k].key)
            ++k;
        if (k > best.length)
            best = {k, end};
    }
    return best;
}

} // namespace

std::optional<Placed> with_far_ends(const Words& quoted, Span piece, const Words& source, const Placed& placed,
                                    std::size_t reach)
{
    constexpr std::size_t longest_reach = 1'000; // words and marks; both searches cost reach × run
    const std::size_t room = std::min(longest_reach, reach);
    const Span found = placed.source;
    Placed grown = placed;
    const Span before{found.begin - std::min(found.begin, room), found.begin};
    if (const Run run = first_words(quoted, piece, source, before);
        is_certain(measured_words(quoted, {piece.begin, piece.begin + run.length}),
                   count_words(source, {run.at + run.length, found.begin}),
                   run.length > 0 && is_stop(quoted[piece.begin + run.length - 1])))
        grown.source.begin = run.at;
    const Span behind{found.end, std::min(source.size(), found.end + room)};
    if (const Run run = last_words(quoted, piece, source, behind);
        is_certain(measured_words(quoted, {piece.end - run.length, piece.end}),
                   count_words(source, {found.end, run.at - run.length}),
                   run.length < run.at && is_stop(source[run.at - run.length - 1])))
        grown.source.end = run.at;
    if (grown.source == found)
        return std::nullopt;
    return grown;
}

} // namespace verbatim::align
