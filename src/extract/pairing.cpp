// SPDX-License-Identifier: Apache-2.0
// Two passes. First all marks that are nothing but marks: a stack, on which a closing mark gives up what stands open
// inside its pair. Then the single marks that may be apostrophes: within one level of the first pass only, so that a
// wrong apostrophe never reaches past a double mark.
#include "extract/pairing.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <array>

namespace verbatim::extract {
namespace {

using syntax::Beside;
using syntax::Mark;
using syntax::MarkSide;
using syntax::MarkStyle;

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::size_t longest_doubtful_single = 80; // bytes between a doubtful opening and a doubtful closing '

constexpr unsigned bit(MarkStyle style) { return 1U << static_cast<unsigned>(style); }

/// Opening styles that a mark can close.
unsigned closes(const Mark& mark)
{
    switch (mark.style) {
    case MarkStyle::straight_double:
        return bit(MarkStyle::straight_double) | bit(MarkStyle::latex_double) | bit(MarkStyle::low_double);
    case MarkStyle::curly_double:
        return mark.side == MarkSide::close ? bit(MarkStyle::curly_double) | bit(MarkStyle::low_double)
                                            : bit(MarkStyle::low_double) | bit(MarkStyle::curly_double);
    default:
        return bit(mark.style);
    }
}

bool is_single(const Mark& mark)
{
    return mark.style == MarkStyle::straight_single || mark.style == MarkStyle::curly_single
           || mark.style == MarkStyle::low_single || mark.style == MarkStyle::latex_single;
}

/// 〈…〉 and 《…》 never hold an unclosed pair of quotation marks, quotations may hold an unclosed title.
int rank(MarkStyle style) { return style == MarkStyle::title || style == MarkStyle::title_single ? 0 : 1; }

/// Inches, seconds: a straight double mark behind a digit closes only what needs closing.
bool may_be_inches(const Mark& mark) { return mark.style == MarkStyle::straight_double && mark.left == Beside::digit; }

/// The work on one block.
class Pairer {
public:
    Pairer(std::string_view text, std::span<const Mark> marks, const syntax::Lexicon& lexicon)
        : text_(text), lexicon_(lexicon)
    {
        const bool latex = std::any_of(marks.begin(), marks.end(), [](const Mark& mark) {
            return mark.style == MarkStyle::latex_double && mark.side == MarkSide::open;
        });
        for (const Mark& mark : marks) {
            if (mark.style == MarkStyle::latex_double && mark.side == MarkSide::close && !latex) {
                split(mark); // '' without ``: two closing single marks
                continue;
            }
            marks_.push_back(mark);
        }
        partner_.assign(marks_.size(), none);
        given_up_.assign(marks_.size(), false);
    }

    PairedMarks run()
    {
        pair_firm();
        rescue();
        open_lone_closers();
        pair_singles();
        pair_by_order();
        return result();
    }

private:
    void split(const Mark& mark)
    {
        Mark half = mark;
        half.style = MarkStyle::straight_single;
        half.side = MarkSide::either;
        half.can_open = false;
        half.can_close = true;
        half.span.end = half.span.begin + 1;
        marks_.push_back(half);
        half.span = {mark.span.begin + 1, mark.span.end};
        marks_.push_back(half);
    }

    // ---- first pass ----------------------------------------------------------------------------------------------

    void open(std::size_t i)
    {
        by_style_[static_cast<std::size_t>(marks_[i].style)].push_back(stack_.size());
        if (rank(marks_[i].style) > 0)
            strong_.push_back(stack_.size());
        stack_.push_back(i);
    }
    void pop()
    {
        const MarkStyle style = marks_[stack_.back()].style;
        by_style_[static_cast<std::size_t>(style)].pop_back();
        if (rank(style) > 0)
            strong_.pop_back();
        stack_.pop_back();
    }
    /// Place on the stack of the innermost opening mark that this one can close; none if there is none.
    [[nodiscard]] std::size_t opener_of(const Mark& mark) const
    {
        std::size_t best = none;
        for (std::size_t style = 0; style < syntax::mark_styles; ++style)
            if ((closes(mark) >> style & 1U) != 0 && !by_style_[style].empty()
                && (best == none || by_style_[style].back() > best))
                best = by_style_[style].back();
        if (best != none && rank(mark.style) == 0 && !strong_.empty() && strong_.back() > best)
            return none; // a title does not reach out of the quotation that opened inside it
        return best;
    }
    void close(std::size_t i, std::size_t place)
    {
        while (stack_.size() > place + 1) {
            given_up_[stack_.back()] = true;
            pop();
        }
        partner_[stack_.back()] = i;
        partner_[i] = stack_.back();
        pop();
    }

    /// For straight double marks behind a digit: does another mark before the next opening one close better?
    void look_for_better_closers()
    {
        better_.assign(marks_.size(), false);
        bool closer_follows = false;
        for (std::size_t i = marks_.size(); i-- > 0;) {
            const Mark& mark = marks_[i];
            if (mark.style != MarkStyle::straight_double)
                continue;
            better_[i] = may_be_inches(mark) && closer_follows;
            if (!may_be_inches(mark))
                closer_follows = mark.can_close && !mark.can_open;
        }
    }

    void pair_firm()
    {
        look_for_better_closers();
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            const Mark& mark = marks_[i];
            if (is_single(mark) || better_[i])
                continue;
            const std::size_t place = mark.can_close || closes_low(mark) ? opener_of(mark) : none;
            const bool toggles = mark.can_open && mark.can_close && !closes_low(mark);
            if (place != none && (!toggles || mark.style == MarkStyle::straight_double || turned_round(mark, place)))
                close(i, place);
            else if (mark.can_open)
                open(i);
            else
                given_up_[i] = !may_be_inches(mark);
        }
        left_open_ = stack_;
    }
    /// „…": behind „ a straight mark closes, whatever stands beside it.
    [[nodiscard]] bool closes_low(const Mark& mark) const
    {
        return mark.style == MarkStyle::straight_double && !stack_.empty()
               && marks_[stack_.back()].style == MarkStyle::low_double;
    }
    /// « or “ that closes: what stands open is » or „ (or the same glyph, where this one cannot open).
    [[nodiscard]] bool turned_round(const Mark& mark, std::size_t place) const
    {
        const Mark& opener = marks_[stack_[place]];
        return mark.side == MarkSide::close || opener.side == MarkSide::close || opener.style == MarkStyle::low_double;
    }

    /// Exactly two straight double marks are left, one of them on the wrong side of its blank: they are a pair.
    ///     the mayor said" we wait" today        the mayor said "we wait "today
    void rescue()
    {
        std::size_t first = none;
        std::size_t second = none;
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            if (marks_[i].style != MarkStyle::straight_double || partner_[i] != none || better_[i])
                continue;
            if (second != none)
                return;
            (first == none ? first : second) = i;
        }
        if (second == none)
            return;
        for (std::size_t i = first + 1; i < second; ++i)
            if (partner_[i] != none && (partner_[i] < first || partner_[i] > second))
                return;
        const Mark& a = marks_[first];
        const Mark& b = marks_[second];
        const bool late_blank = a.can_close && b.can_close && a.left == Beside::letter && a.right == Beside::blank
                                && a.span.end < text_.size();
        const bool early_blank = a.can_open && b.can_open && b.left == Beside::blank && b.right == Beside::letter
                                 && !text::is_upper(text::code_point_at(text_, b.span.end));
        if (!late_blank && !early_blank)
            return;
        partner_[first] = second;
        partner_[second] = first;
        given_up_[first] = given_up_[second] = false;
        std::erase_if(left_open_,
                      [&](std::size_t i) { return i == first || i == second || (i > first && i < second); });
    }

    // ---- closing marks whose opening mark is missing
    // ------------------------------------------------------------------

    /// »Gut.« Nun geh«, sagte Oda.: behind a quotation another one began. Or the excerpt began inside one.
    void open_lone_closers()
    {
        if (!lexicon_.has("pattern", "cut-marks"))
            return;
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            if (partner_[i] != none || is_single(marks_[i]) || !closes_for_sure(marks_[i]))
                continue;
            std::size_t begin = 0;
            if (i > 0) {
                if (partner_[i - 1] == none || partner_[i - 1] > i - 1 || marks_[i - 1].style != marks_[i].style)
                    continue;
                begin = marks_[i - 1].span.end;
            } else if (text_.substr(0, marks_[i].span.begin).find("\n\n") != std::string_view::npos) {
                continue;
            }
            while (begin < marks_[i].span.begin && text::is_space(text::code_point_at(text_, begin)))
                begin += text::code_point_size(text_, begin);
            if (begin < marks_[i].span.begin && (i == 0 || text::is_upper(text::code_point_at(text_, begin)))) {
                lone_.push_back({{begin, begin}, marks_[i].span, marks_[i].style});
                std::erase(left_open_, i);
                given_up_[i] = true;
            }
        }
    }
    /// In »…« the glyph « closes, in «…» it opens: the pairs of the block tell which of them it is.
    [[nodiscard]] bool closes_for_sure(const Mark& mark) const
    {
        if (!mark.can_close)
            return false;
        if (mark.style != MarkStyle::guillemet && mark.style != MarkStyle::angle)
            return mark.style == MarkStyle::curly_double && (!mark.can_open || mark.left != Beside::blank);
        int turned = 0;
        for (std::size_t i = 0; i < marks_.size(); ++i)
            if (marks_[i].style == mark.style && partner_[i] != none && partner_[i] > i)
                turned += marks_[i].side == MarkSide::close ? 1 : -1;
        return turned == 0 ? !mark.can_open : mark.side == (turned > 0 ? MarkSide::open : MarkSide::close);
    }

    // ---- second pass: single marks -------------------------------------------------------------------------------

    enum class Following : unsigned char { nothing, opener, closer, closer_behind_stop };

    void pair_singles()
    {
        // Levels of the first pass: singles that lie directly in the same pair are looked at together.
        std::vector<std::vector<std::size_t>> levels(1);
        std::vector<std::size_t> current{0};
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            if (is_single(marks_[i])) {
                levels[current.back()].push_back(i);
            } else if (partner_[i] != none && partner_[i] > i) {
                current.push_back(levels.size());
                levels.emplace_back();
            } else if (partner_[i] != none && current.size() > 1) {
                if (levels[current.back()].empty() && current.back() + 1 == levels.size())
                    levels.pop_back();
                current.pop_back();
            }
        }
        for (std::size_t level = 0; level < levels.size(); ++level) {
            pair_curly_singles(levels[level]);
            pair_straight_singles(levels[level], level == 0);
        }
        std::sort(left_open_.begin(), left_open_.end());
    }

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
        const char32_t before = text::code_point_before(text_, mark.span.begin - 1);
        return !text::is_letter(before) && !text::is_digit(before);
    }
    [[nodiscard]] bool possessive(const Mark& mark) const
    {
        const char before = mark.span.begin > 0 ? text_[mark.span.begin - 1] : ' ';
        return before == 's' || before == 'S';
    }
    [[nodiscard]] bool elision(const Mark& mark) const
    {
        if (mark.left == Beside::blank && mark.right == Beside::blank && !behind_stop(mark))
            return true; // the ships ' crews, in a text with blanks between all its tokens
        return lexicon_.match("marks.elision", text_, mark.span.end) > 0;
    }

    /// Behind each mark of a level: which kind of single mark comes next, doubtful closers looked through.
    [[nodiscard]] std::vector<Following> following(const std::vector<std::size_t>& level) const
    {
        std::vector<Following> result(level.size(), Following::nothing);
        Following next = Following::nothing;
        for (std::size_t k = level.size(); k-- > 0;) {
            const Mark& mark = marks_[level[k]];
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

    void join(std::size_t opening, std::size_t closing)
    {
        partner_[opening] = closing;
        partner_[closing] = opening;
    }

    /// ‘ opens for sure; ’ closes, or is an apostrophe.
    void pair_curly_singles(const std::vector<std::size_t>& level)
    {
        const std::vector<Following> next = following(level);
        std::vector<std::size_t> open;
        for (std::size_t k = 0; k < level.size(); ++k) {
            const Mark& mark = marks_[level[k]];
            if (mark.style != MarkStyle::curly_single && mark.style != MarkStyle::low_single)
                continue;
            const bool closes_here =
                mark.can_close && !open.empty() && !is_apostrophe(mark, next[k])
                && (mark.side == MarkSide::close || marks_[open.back()].style == MarkStyle::low_single);
            if (closes_here) {
                join(open.back(), level[k]);
                open.pop_back();
            } else if (mark.can_open && mark.side == MarkSide::open && !elision(mark)) {
                open.push_back(level[k]);
            }
        }
        for (const std::size_t i : open)
            given_up_[i] = true;
    }

    /// ' opens behind a blank or bracket and before no blank; which of several closes is a matter of firmness.
    void pair_straight_singles(const std::vector<std::size_t>& level, bool outermost)
    {
        const std::vector<Following> next = following(level);
        std::size_t open = none;
        bool backtick_closed = false;
        for (std::size_t k = 0; k < level.size(); ++k) {
            const std::size_t i = level[k];
            const Mark& mark = marks_[i];
            if (mark.style == MarkStyle::latex_single) {
                backtick_closed = open != none && marks_[open].style == MarkStyle::latex_single && mark.can_close;
                if (backtick_closed)
                    open = none; // `code` in backticks quotes nothing
                else if (open == none && mark.can_open)
                    open = i;
                continue;
            }
            if (mark.style != MarkStyle::straight_single && !(closes_latex(mark) && open != none))
                continue;
            if (open != none && mark.can_close && !is_apostrophe(mark, next[k]) && plausible(open, i)) {
                join(open, i);
                open = none;
            } else if (mark.can_open && mark.style == MarkStyle::straight_single && !elision(mark)
                       && (open == none || doubtful_opener(marks_[open]))) {
                open = i;
            } else if (mark.can_open && open == none && next[k] == Following::closer_behind_stop) {
                open = i; // 'Tis late,' he said: an elision opens where a firm closing mark follows
            }
        }
        if (outermost && open != none && !doubtful_opener(marks_[open])
            && marks_[open].style == MarkStyle::straight_single)
            left_open_.push_back(open);
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
        const char32_t before = text::code_point_before(text_, mark.span.begin - 1);
        return text::is_letter(before) && !text::is_upper(text::code_point_at(text_, mark.span.end));
    }
    [[nodiscard]] bool plausible(std::size_t opening, std::size_t closing) const
    {
        const Mark& from = marks_[opening];
        const Mark& to = marks_[closing];
        if (from.style == MarkStyle::latex_single ? to.style == MarkStyle::latex_single : closes_latex(to))
            return false;
        return !doubtful_opener(from) || !doubtful_closer(to)
               || to.span.begin - from.span.end <= longest_doubtful_single;
    }

    // ---- glyphs that were mixed up -------------------------------------------------------------------------------

    /// Who types Han mixes glyphs: "甲“, “乙", ”丙“. Where the sides of a block's double marks leave any without
    /// partner and nothing is nested, the first opens, the second closes, and so on; not against a “…” that is as it
    /// should be.
    void pair_by_order()
    {
        if (lexicon_.frame() != "han")
            return;
        std::vector<std::size_t> doubles;
        bool broken = false;
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            const MarkStyle style = marks_[i].style;
            if (style == MarkStyle::straight_double || style == MarkStyle::curly_double) {
                doubles.push_back(i);
                broken = broken || partner_[i] == none;
            } else if (is_single(marks_[i]) ? partner_[i] != none : rank(style) > 0) {
                return;
            }
        }
        if (!broken || doubles.size() % 2 != 0)
            return;
        for (std::size_t k = 0; k < doubles.size(); ++k)
            if (!fits(doubles, k))
                return;
        for (std::size_t k = 0; k < doubles.size(); k += 2)
            for (std::size_t i = doubles[k] + 1; i < doubles[k + 1]; ++i)
                if (partner_[i] != none && (partner_[i] < doubles[k] || partner_[i] > doubles[k + 1]))
                    return; // a title reaches over the mark
        for (std::size_t k = 0; k < doubles.size(); k += 2) {
            join(doubles[k], doubles[k + 1]);
            given_up_[doubles[k]] = given_up_[doubles[k + 1]] = false;
        }
        std::erase_if(left_open_, [&](std::size_t i) { return partner_[i] != none; });
    }
    /// The k-th double mark may stand where the order puts it: an even one opens, an odd one closes.
    [[nodiscard]] bool fits(const std::vector<std::size_t>& doubles, std::size_t k) const
    {
        const Mark& mark = marks_[doubles[k]];
        const bool proper = k + 1 < doubles.size() && mark.style == MarkStyle::curly_double
                            && marks_[doubles[k + 1]].style == MarkStyle::curly_double && mark.side == MarkSide::open
                            && marks_[doubles[k + 1]].side == MarkSide::close;
        if (may_be_inches(mark) || (proper && k % 2 != 0))
            return false;
        constexpr std::u32string_view stops = U"，。！？；：、,.!?;:";
        constexpr std::u32string_view leads = U"：，、:,（(";
        if (k % 2 == 0)
            return mark.right != Beside::edge && mark.right != Beside::blank
                   && stops.find(text::code_point_at(text_, mark.span.end)) == std::u32string_view::npos;
        return mark.left != Beside::edge && mark.left != Beside::blank
               && leads.find(text::code_point_before(text_, mark.span.begin)) == std::u32string_view::npos;
    }

    // ---- result --------------------------------------------------------------------------------------------------

    [[nodiscard]] PairedMarks result()
    {
        PairedMarks found;
        find_last();
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            if (partner_[i] != none && partner_[i] > i)
                found.pairs.push_back({marks_[i].span, marks_[partner_[i]].span, marks_[i].style});
            else if (given_up_[i] && surely_a_mark(marks_[i]))
                found.unbalanced.push_back(marks_[i].span);
        }
        if (!lone_.empty()) {
            found.pairs.insert(found.pairs.end(), lone_.begin(), lone_.end());
            std::sort(found.pairs.begin(), found.pairs.end(),
                      [](const MarkPair& a, const MarkPair& b) { return a.open.begin < b.open.begin; });
        }
        for (const std::size_t i : left_open_)
            found.open.push_back({marks_[i].span, marks_[i].style, none_follows(i)});
        return found;
    }
    /// A lone ’ or ' may be an apostrophe, a lone backtick code: no accusation.
    [[nodiscard]] static bool surely_a_mark(const Mark& mark)
    {
        return !is_single(mark) || (mark.style == MarkStyle::curly_single && mark.side == MarkSide::open)
               || mark.style == MarkStyle::low_single;
    }
    void find_last()
    {
        for (std::size_t i = 0; i < marks_.size(); ++i)
            if (partner_[i] != none || !is_single(marks_[i]))
                last_[static_cast<std::size_t>(marks_[i].style)] = i;
    }
    [[nodiscard]] bool none_follows(std::size_t i) const
    {
        return rank(marks_[i].style) > 0 && last_[static_cast<std::size_t>(marks_[i].style)] <= i;
    }

    std::string_view text_;
    const syntax::Lexicon& lexicon_;
    std::vector<Mark> marks_;
    std::vector<std::size_t> partner_; ///< of each mark; none
    std::vector<bool> given_up_;       ///< belongs to a pair that is broken
    std::vector<bool> better_;         ///< an inch mark inside a quotation that closes later
    std::vector<std::size_t> stack_;
    std::array<std::vector<std::size_t>, syntax::mark_styles> by_style_; ///< places on the stack
    std::vector<std::size_t> strong_;                                    ///< places on the stack of quotation marks
    std::vector<std::size_t> left_open_;
    std::vector<MarkPair> lone_;                          ///< closing marks of quotations without an opening one
    std::array<std::size_t, syntax::mark_styles> last_{}; ///< last mark of the style that is surely none but a mark
};

} // namespace

PairedMarks pair_marks(std::string_view text, std::span<const syntax::Mark> marks, const syntax::Lexicon& lexicon)
{
    return marks.empty() ? PairedMarks{} : Pairer(text, marks, lexicon).run();
}

} // namespace verbatim::extract
