// SPDX-License-Identifier: Apache-2.0
// The marks of one block while they are being paired. Private to `pairing`, `single_marks` and `marks_by_order`.
#pragma once
#include "syntax/syntax.hpp"

#include <vector>

namespace verbatim::extract {

inline constexpr std::size_t no_mark = static_cast<std::size_t>(-1);

struct MarksOfBlock {
    std::string_view text;
    const syntax::Lexicon& lexicon;
    std::vector<syntax::Mark> marks;
    std::vector<std::size_t> partner;   ///< of each mark; no_mark
    std::vector<bool> given_up;         ///< belongs to a pair that is broken
    std::vector<std::size_t> left_open; ///< marks that nothing closes in the block, outer first

    void join(std::size_t opening, std::size_t closing)
    {
        partner[opening] = closing;
        partner[closing] = opening;
    }
};

/// A single mark may be an apostrophe.
[[nodiscard]] inline bool is_single(const syntax::Mark& mark)
{
    using syntax::MarkStyle;
    return mark.style == MarkStyle::straight_single || mark.style == MarkStyle::curly_single
           || mark.style == MarkStyle::low_single || mark.style == MarkStyle::latex_single;
}
/// 〈…〉 and 《…》 never hold an unclosed pair of quotation marks, quotations may hold an unclosed title.
[[nodiscard]] inline int rank(syntax::MarkStyle style)
{
    return style == syntax::MarkStyle::title || style == syntax::MarkStyle::title_single ? 0 : 1;
}
/// Inches, seconds: a straight double mark behind a digit closes only what needs closing.
[[nodiscard]] inline bool may_be_inches(const syntax::Mark& mark)
{
    return mark.style == syntax::MarkStyle::straight_double && mark.left == syntax::Beside::digit;
}

/// Pairs the single marks that may be apostrophes, within one level of what is paired so far.
void pair_single_marks(MarksOfBlock& pairing);
/// Who types Han mixes glyphs: "甲“, “乙", ”丙“. Where the sides of a block's double marks leave any without partner
/// and nothing is nested, the first opens, the second closes, and so on; not against a “…” that is as it should be.
void pair_by_order(MarksOfBlock& pairing);

} // namespace verbatim::extract
