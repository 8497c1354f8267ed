// SPDX-License-Identifier: Apache-2.0
// Private to align. Where the pieces of a quotation stand among the words of a source.
#pragma once
#include "align/words.hpp"

namespace verbatim::align {

enum class Prefer : unsigned char { first, last };
struct Placed {
    Span source;           ///< range of source words; empty where the piece stands nowhere near
    std::size_t edits = 0; ///< word edits, estimated
    bool found = false;
};

/// The span of `source` inside `range` that is nearest to the piece, by semi-global alignment (long pieces: by
/// anchors).
[[nodiscard]] Placed best_span(const Words& quoted, Span piece, const Words& source, Span range, Prefer prefer);

/// The same by dynamic programming over words and marks: piece.size() × range.size() cells at most.
[[nodiscard]] Placed by_programme(const Words& quoted, Span piece, const Words& source, Span range, Prefer prefer);
[[nodiscard]] bool is_numeral(const Word& word);
[[nodiscard]] bool is_stop(const Word& word); ///< a mark that ends a sentence or a part of it

/// Words dropped, added or replaced, brackets and marks left out, and the source words among which they are counted.
struct WordEdits {
    std::size_t edits = 0;
    std::size_t source_words = 0;
};
/// The fewest that make the piece of some stretch of the range, the longest with so few (Sellers 1980, The theory and
/// computation of evolutionary distances); nothing for long ones.
[[nodiscard]] std::optional<WordEdits> fewest_word_edits(const Words& quoted, Span piece, const Words& source,
                                                         Span range);
/// Those of the stretch of the range with the smallest share of edits in its words or the piece's, whichever are more;
/// nothing for long ones.
[[nodiscard]] std::optional<WordEdits> smallest_share_of_edits(const Words& quoted, Span piece, const Words& source,
                                                               Span range);

/// How many words and marks so many words reach over, about.
[[nodiscard]] inline std::size_t tokens_within(std::size_t words) { return words + words / 4; }

/// The place of a piece, grown to its first or last words where these stand word for word within `reach` words and
/// marks of it; nothing where they do not.
[[nodiscard]] std::optional<Placed> with_far_ends(const Words& quoted, Span piece, const Words& source,
                                                  const Placed& placed, std::size_t reach);

/// Every piece in its place: the longest first, its neighbours in order within `reach` words, else anywhere.
[[nodiscard]] std::vector<Placed> place_pieces(const Quoted& quoted, const Words& source, std::size_t reach);

} // namespace verbatim::align
