// SPDX-License-Identifier: Apache-2.0
// Private to align. The word diff of one piece as columns, and its hunks as a reader would mark them.
#pragma once
#include "align/words.hpp"

#include <string>

namespace verbatim::syntax {
class Lexicon;
}

namespace verbatim::align {

/// One column of an alignment: a word of either side or of both. `none` marks a side without word.
struct Column {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t q = none;
    std::size_t s = none;
    bool equal = false; ///< the keys are equal; the exact forms may still differ

    [[nodiscard]] bool has_q() const { return q != none; }
    [[nodiscard]] bool has_s() const { return s != none; }
};

/// A range of columns that differ, marked as one change.
struct Edit {
    Span columns;
    bool moved = false; ///< the same words stand elsewhere in the other side
};

struct Script {
    std::vector<Column> columns;
    std::vector<Edit> edits; ///< in order, no two overlap
};

/// The script of quoted words [piece] against source words [range].
[[nodiscard]] Script script(const Words& quoted, Span piece, const Words& source, Span range,
                            const syntax::Lexicon& lexicon, const std::string& language);

/// The hunks of quoted words from `q0` on against source words from `s0` on, aligned again where they lie close
/// together: content words before stop words before marks, fewest hunks.
[[nodiscard]] std::vector<Hunk> weighted(const std::vector<Hunk>& hunks, const Words& quoted, std::size_t q0,
                                         const Words& source, std::size_t s0, const syntax::Lexicon& lexicon);
/// Two edits, one that drops and one that adds the same words, are one move; close ones become one edit over both.
/// Words that changed places with others are a move too: `the harvest, the mines` for `the mines, the harvest`.
void find_moves(Script& script, const Words& quoted, const Words& source, const std::string& language);

[[nodiscard]] std::vector<std::size_t> quoted_in(const Script& script, Span columns); ///< indices of quoted words
[[nodiscard]] std::vector<std::size_t> source_in(const Script& script, Span columns);

} // namespace verbatim::align
