// SPDX-License-Identifier: Apache-2.0
#include "extract/mark_pairs.hpp"

#include "text/text.hpp"

namespace verbatim::extract {
namespace {

using syntax::Beside;
using syntax::Mark;
using syntax::MarkSide;
using syntax::MarkStyle;

/// The k-th double mark may stand where the order puts it: an even one opens, an odd one closes.
bool fits(const MarksOfBlock& p, const std::vector<std::size_t>& doubles, std::size_t k)
{
    const Mark& mark = p.marks[doubles[k]];
    const bool proper = k + 1 < doubles.size() && mark.style == MarkStyle::curly_double
                        && p.marks[doubles[k + 1]].style == MarkStyle::curly_double && mark.side == MarkSide::open
                        && p.marks[doubles[k + 1]].side == MarkSide::close;
    if (may_be_inches(mark) || (proper && k % 2 != 0))
        return false;
    constexpr std::u32string_view stops = U"，。！？；：、,.!?;:";
    constexpr std::u32string_view leads = U"：，、:,（(";
    if (k % 2 == 0)
        return mark.right != Beside::edge && mark.right != Beside::blank
               && stops.find(text::code_point_at(p.text, mark.span.end)) == std::u32string_view::npos;
    if (mark.left == Beside::edge || mark.left == Beside::blank)
        return false;
    // “我们等着，"他说: the straight mark can only close the curly one before it.
    const Mark& before = p.marks[doubles[k - 1]];
    const bool answers = doubles.size() == 2 && mark.style == MarkStyle::straight_double
                         && before.style == MarkStyle::curly_double && before.side == MarkSide::open;
    return answers || leads.find(text::code_point_before(p.text, mark.span.begin)) == std::u32string_view::npos;
}

} // namespace

void pair_by_order(MarksOfBlock& p)
{
    std::vector<std::size_t> doubles;
    bool broken = false;
    for (std::size_t i = 0; i < p.marks.size(); ++i) {
        const MarkStyle style = p.marks[i].style;
        if (style == MarkStyle::straight_double || style == MarkStyle::curly_double) {
            doubles.push_back(i);
            broken = broken || p.partner[i] == no_mark;
        } else if (is_single(p.marks[i]) ? p.partner[i] != no_mark : rank(style) > 0) {
            return;
        }
    }
    if (!broken || doubles.size() % 2 != 0)
        return;
    for (std::size_t k = 0; k < doubles.size(); ++k)
        if (!fits(p, doubles, k))
            return;
    for (std::size_t k = 0; k < doubles.size(); k += 2)
        for (std::size_t i = doubles[k] + 1; i < doubles[k + 1]; ++i)
            if (p.partner[i] != no_mark && (p.partner[i] < doubles[k] || p.partner[i] > doubles[k + 1]))
                return; // a title reaches over the mark
    for (std::size_t k = 0; k < doubles.size(); k += 2) {
        p.join(doubles[k], doubles[k + 1]);
        p.given_up[doubles[k]] = p.given_up[doubles[k + 1]] = false;
    }
    std::erase_if(p.left_open, [&](std::size_t i) { return p.partner[i] != no_mark; });
}

} // namespace verbatim::extract
