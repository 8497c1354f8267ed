// SPDX-License-Identifier: Apache-2.0
// Single marks: the ships' crews, 'ship', rock 'n' roll. Within one level of the pairs of marks that can be nothing
// else, so that a wrong apostrophe never reaches past a double mark.
#include "extract/mark_pairs.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

using syntax::Beside;
using syntax::Mark;
using syntax::MarkSide;
using syntax::MarkStyle;

constexpr std::size_t longest_doubtful = 80; // bytes between a doubtful opening and a doubtful closing '

class SingleMarks {
public:
    explicit SingleMarks(MarksOfBlock& pairing) : p_(pairing) {}

    void run()
    {
        // Levels of the first pass: singles that lie directly in the same pair are looked at together.
        std::vector<std::vector<std::size_t>> levels(1);
        std::vector<std::size_t> current{0};
        for (std::size_t i = 0; i < p_.marks.size(); ++i) {
            if (is_single(p_.marks[i])) {
                levels[current.back()].push_back(i);
            } else if (p_.partner[i] != no_mark && p_.partner[i] > i) {
                current.push_back(levels.size());
                levels.emplace_back();
            } else if (p_.partner[i] != no_mark && current.size() > 1) {
                if (levels[current.back()].empty() && current.back() + 1 == levels.size())
                    levels.pop_back();
                current.pop_back();
            }
        }
        for (std::size_t level = 0; level < levels.size(); ++level) {
            pair_curly_singles(levels[level]);
            pair_straight_singles(levels[level], level == 0);
        }
        std::sort(p_.left_open.begin(), p_.left_open.end());
    }

private:
    enum class Following : unsigned char { nothing, opener, closer, closer_behind_stop };

    /// A letter before it, a blank and a word behind it: `the ships' crews` as well as `a 'ship' sank`.
    [[nodiscard]] bool doubtful_closer(const Mark& mark) const
    {
        return (mark.left == Beside::letter || (mark.left == Beside::blank && !behind_stop(mark)))
               && mark.right == Beside::blank;
    }
    /// A stop stands before it, with or without a blank between.
    [[nodiscard]] bool behind_stop(const Mark& mark) const
    {
        if (mark.left == Beside::closing || mark.left == Beside::dash || mark.left == Beside::edge)
            return true;
        if (mark.left != Beside::blank || mark.span.begin < 2)
            return false;
        const char32_t before = text::code_point_before(p_.text, mark.span.begin - 1);
        return !text::is_letter(before) && !text::is_digit(before);
    }
    [[nodiscard]] bool possessive(const Mark& mark) const
    {
        const char before = mark.span.begin > 0 ? p_.text[mark.span.begin - 1] : ' ';
        return before == 's' || before == 'S';
    }
    [[nodiscard]] bool elision(const Mark& mark) const
    {
        if (mark.left == Beside::blank && mark.right == Beside::blank && !behind_stop(mark))
            return true; // the ships ' crews
        return contraction(mark) || p_.lexicon.match("marks.elision", p_.text, mark.span.end) > 0;
    }

    /// I 've, there 's, in a text with blanks between all its tokens.
    [[nodiscard]] bool contraction(const Mark& mark) const
    {
        const std::size_t next = mark.span.end + (mark.right == Beside::blank ? 1U : 0U);
        return mark.left == Beside::blank && !behind_stop(mark) && next < p_.text.size()
               && p_.lexicon.match("marks.contraction", p_.text, next) > 0;
    }

    /// Behind each mark of a level: which kind of single mark comes next, doubtful closers looked through.
    [[nodiscard]] std::vector<Following> following(const std::vector<std::size_t>& level) const
    {
        std::vector<Following> result(level.size(), Following::nothing);
        Following next = Following::nothing;
        for (std::size_t k = level.size(); k-- > 0;) {
            const Mark& mark = p_.marks[level[k]];
            result[k] = next;
            if (mark.can_open && !mark.can_close && !elision(mark))
                next = Following::opener;
            else if (mark.can_close && !doubtful_closer(mark))
                next = behind_stop(mark) ? Following::closer_behind_stop : Following::closer;
        }
        return result;
    }
    /// True where a doubtful closing mark is an apostrophe because a better one follows.
    [[nodiscard]] bool is_apostrophe(const Mark& mark, Following next) const
    {
        if (!doubtful_closer(mark))
            return false;
        return next == Following::closer_behind_stop || (next == Following::closer && possessive(mark));
    }

    /// ‘ opens for sure; ’ closes, or is an apostrophe.
    void pair_curly_singles(const std::vector<std::size_t>& level)
    {
        const std::vector<Following> next = following(level);
        std::vector<std::size_t> open;
        for (std::size_t k = 0; k < level.size(); ++k) {
            const Mark& mark = p_.marks[level[k]];
            if (mark.style != MarkStyle::curly_single && mark.style != MarkStyle::low_single)
                continue;
            const bool closes_here =
                mark.can_close && !open.empty() && !is_apostrophe(mark, next[k])
                && (mark.side == MarkSide::close || p_.marks[open.back()].style == MarkStyle::low_single);
            if (closes_here) {
                p_.join(open.back(), level[k]);
                open.pop_back();
            } else if (mark.can_open && mark.side == MarkSide::open && !elision(mark)) {
                open.push_back(level[k]);
            }
        }
        for (const std::size_t i : open)
            p_.given_up[i] = true;
    }

    /// ' opens behind a blank or bracket and before no blank; which of several closes is a matter of firmness.
    void pair_straight_singles(const std::vector<std::size_t>& level, bool outermost)
    {
        const std::vector<Following> next = following(level);
        std::size_t open = no_mark;
        bool backtick_closed = false;
        for (std::size_t k = 0; k < level.size(); ++k) {
            const std::size_t i = level[k];
            const Mark& mark = p_.marks[i];
            if (mark.style == MarkStyle::latex_single) {
                backtick_closed = open != no_mark && p_.marks[open].style == MarkStyle::latex_single && mark.can_close;
                if (backtick_closed)
                    open = no_mark; // `code` in backticks quotes nothing
                else if (open == no_mark && mark.can_open)
                    open = i;
                continue;
            }
            if (mark.style != MarkStyle::straight_single && !(closes_latex(mark) && open != no_mark))
                continue;
            if (open != no_mark && mark.can_close && !is_apostrophe(mark, next[k]) && plausible(open, i)) {
                p_.join(open, i);
                open = no_mark;
            } else if (mark.can_open && mark.style == MarkStyle::straight_single && !elision(mark)
                       && (open == no_mark || doubtful_opener(p_.marks[open]))) {
                open = i;
            } else if (mark.can_open && open == no_mark && !contraction(mark)
                       && next[k] == Following::closer_behind_stop) {
                open = i; // 'Tis late,' he said: an elision opens where a firm closing mark follows
            }
        }
        if (outermost && open != no_mark && !doubtful_opener(p_.marks[open])
            && p_.marks[open].style == MarkStyle::straight_single)
            p_.left_open.push_back(open);
    }
    [[nodiscard]] bool closes_latex(const Mark& mark) const
    {
        return mark.style == MarkStyle::curly_single && mark.side == MarkSide::close;
    }
    /// Behind a bare word: `called 'grim'`, but also `give 'im`.
    [[nodiscard]] bool doubtful_opener(const Mark& mark) const
    {
        if (mark.left != Beside::blank || mark.span.begin < 2)
            return false;
        const char32_t before = text::code_point_before(p_.text, mark.span.begin - 1);
        return text::is_letter(before) && !text::is_upper(text::code_point_at(p_.text, mark.span.end));
    }
    [[nodiscard]] bool plausible(std::size_t opening, std::size_t closing) const
    {
        const Mark& from = p_.marks[opening];
        const Mark& to = p_.marks[closing];
        if (from.style == MarkStyle::latex_single ? to.style == MarkStyle::latex_single : closes_latex(to))
            return false;
        return !doubtful_opener(from) || !doubtful_closer(to) || to.span.begin - from.span.end <= longest_doubtful;
    }

    MarksOfBlock& p_;
};

} // namespace

void pair_single_marks(MarksOfBlock& pairing) { SingleMarks(pairing).run(); }

} // namespace verbatim::extract
