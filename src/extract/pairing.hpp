// SPDX-License-Identifier: Apache-2.0
// Which marks of one block belong together. Private to `extract`.
#pragma once
#include "extract/stages.hpp"

#include <span>

namespace verbatim::extract {

/// Deeper quotations are text: nobody nests so deep on purpose.
inline constexpr int deepest_quotation = 8;

/// An opening mark with its closing mark, spans of the marks themselves.
struct MarkPair {
    Span open;
    Span close;
    syntax::MarkStyle style = syntax::MarkStyle::straight_double; ///< of the opening mark
};

/// An opening mark that nothing closes in its block.
struct OpenMark {
    Span span;
    syntax::MarkStyle style = syntax::MarkStyle::straight_double;
    bool may_continue = false; ///< no quotation of the style follows it: the next paragraph may re-open it
};

struct PairedMarks {
    std::vector<MarkPair> pairs;  ///< by open.begin; two of them lie one in the other or apart
    std::vector<OpenMark> open;   ///< left open, outer first
    std::vector<Span> unbalanced; ///< marks that surely belong to a pair and have none, in order; `open` left out
};

/// Pairs the marks of one block (a paragraph). A mark without partner spoils nothing but itself.
[[nodiscard]] PairedMarks pair_marks(std::string_view text, std::span<const syntax::Mark> marks,
                                     const syntax::Lexicon& lexicon);

} // namespace verbatim::extract
