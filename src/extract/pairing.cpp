// SPDX-License-Identifier: Apache-2.0
// Two passes. First all marks that are nothing but marks: a stack, on which a closing mark gives up what stands open
// inside its pair. Then the single marks that may be apostrophes: within one level of the first pass only, so that a
// wrong apostrophe never reaches past a double mark.
#include "extract/pairing.hpp"

#include "extract/mark_pairs.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <array>

namespace verbatim::extract {
namespace {

using syntax::Beside;
using syntax::Mark;
using syntax::MarkSide;
using syntax::MarkStyle;

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

/// The work on one block.
class Pairer {
public:
    Pairer(std::string_view text, std::span<const Mark> marks, const syntax::Lexicon& lexicon)
        : text_(text), lexicon_(lexicon), pairing_{text, lexicon, {}, {}, {}, {}}
    {
        const bool latex = std::any_of(marks.begin(), marks.end(), [](const Mark& mark) {
            return mark.style == MarkStyle::latex_double && mark.side == MarkSide::open;
        });
        marks_.reserve(marks.size()); // a hostile line has millions
        for (std::size_t i = 0; i < marks.size(); ++i) {
            i = behind_literal(marks, i);
            if (i == marks.size())
                break;
            const Mark& mark = marks[i];
            if (mark.style == MarkStyle::latex_double && mark.side == MarkSide::close && !latex) {
                split(mark); // '' without ``: two closing single marks
                continue;
            }
            marks_.push_back(mark);
        }
        partner_.assign(marks_.size(), no_mark);
        given_up_.assign(marks_.size(), false);
    }

    PairedMarks run()
    {
        pair_firm();
        rescue();
        open_lone_closers();
        pair_single_marks(pairing_);
        if (lexicon_.frame() == "han")
            pair_by_order(pairing_);
        return result();
    }

private:
    /// ``set(x "y")`` in plain text is code: the mark behind the literals that begin at `i`, or `i`.
    static std::size_t behind_literal(std::span<const Mark> marks, std::size_t i)
    {
        const auto opens = [&](std::size_t at) {
            return at < marks.size() && marks[at].style == MarkStyle::latex_double && marks[at].side == MarkSide::open;
        };
        while (opens(i)) {
            std::size_t last = i + 1;
            while (last < marks.size() && marks[last].style != MarkStyle::latex_double)
                ++last;
            const bool closes = opens(last) && marks[last].left != Beside::blank && marks[last].left != Beside::edge
                                && marks[last].left != Beside::opening && marks[last].right != Beside::letter
                                && marks[last].right != Beside::digit;
            if (!closes)
                break;
            i = last + 1;
        }
        return i;
    }

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
        std::size_t best = no_mark;
        for (std::size_t style = 0; style < syntax::mark_styles; ++style)
            if ((closes(mark) >> style & 1U) != 0 && !by_style_[style].empty()
                && (best == no_mark || by_style_[style].back() > best))
                best = by_style_[style].back();
        if (best != no_mark && rank(mark.style) == 0 && !strong_.empty() && strong_.back() > best)
            return no_mark; // a title does not reach out of the quotation that opened inside it
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
            const std::size_t place = mark.can_close || closes_low(mark) ? opener_of(mark) : no_mark;
            const bool toggles = mark.can_open && mark.can_close && !closes_low(mark);
            if (place != no_mark && (!toggles || mark.style == MarkStyle::straight_double || turned_round(mark, place)))
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
        std::size_t first = no_mark;
        std::size_t second = no_mark;
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            if (marks_[i].style != MarkStyle::straight_double || partner_[i] != no_mark || better_[i])
                continue;
            if (second != no_mark)
                return;
            (first == no_mark ? first : second) = i;
        }
        if (second == no_mark)
            return;
        for (std::size_t i = first + 1; i < second; ++i)
            if (partner_[i] != no_mark && (partner_[i] < first || partner_[i] > second))
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
        for (std::size_t i = 0; i < marks_.size(); ++i)
            if (partner_[i] != no_mark && partner_[i] > i)
                turned_[static_cast<std::size_t>(marks_[i].style)] += marks_[i].side == MarkSide::close ? 1 : -1;
        const std::size_t paragraph = text_.find("\n\n");
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            if (partner_[i] != no_mark || is_single(marks_[i]) || !closes_for_sure(marks_[i]))
                continue;
            std::size_t begin = 0;
            if (i > 0) {
                if (partner_[i - 1] == no_mark || partner_[i - 1] > i - 1 || marks_[i - 1].style != marks_[i].style)
                    continue;
                begin = marks_[i - 1].span.end;
            } else if (paragraph < marks_[i].span.begin) {
                continue;
            }
            while (begin < marks_[i].span.begin && text::is_space(text::code_point_at(text_, begin)))
                begin += text::code_point_size(text_, begin);
            if (begin < marks_[i].span.begin && (i == 0 || text::is_upper(text::code_point_at(text_, begin)))) {
                lone_.push_back({{begin, begin}, marks_[i].span, marks_[i].style});
                given_up_[i] = true;
            }
        }
        std::erase_if(left_open_, [&](std::size_t i) { return given_up_[i]; });
    }
    /// In »…« the glyph « closes, in «…» it opens: the pairs of the block tell which of them it is.
    [[nodiscard]] bool closes_for_sure(const Mark& mark) const
    {
        if (!mark.can_close)
            return false;
        if (mark.style != MarkStyle::guillemet && mark.style != MarkStyle::angle)
            return mark.style == MarkStyle::curly_double && (!mark.can_open || mark.left != Beside::blank);
        const int turned = turned_[static_cast<std::size_t>(mark.style)];
        return turned == 0 ? !mark.can_open : mark.side == (turned > 0 ? MarkSide::open : MarkSide::close);
    }

    // ---- result

    [[nodiscard]] PairedMarks result()
    {
        PairedMarks found;
        find_last();
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            if (partner_[i] != no_mark && partner_[i] > i) {
                if (!is_typed_twice(i))
                    found.pairs.push_back({marks_[i].span, marks_[partner_[i]].span, marks_[i].style});
            } else if (given_up_[i] && surely_a_mark(marks_[i]))
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
    /// ““Gut.””: a pair that holds nothing but the same pair once more.
    [[nodiscard]] bool is_typed_twice(std::size_t i) const
    {
        const std::size_t close = partner_[i];
        return close > i + 2 && partner_[i + 1] == close - 1 && marks_[i].style == marks_[i + 1].style
               && marks_[i].side == marks_[i + 1].side && marks_[i].span.end == marks_[i + 1].span.begin
               && marks_[close - 1].span.end == marks_[close].span.begin && !is_single(marks_[i])
               && rank(marks_[i].style) > 0;
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
            if (partner_[i] != no_mark || !is_single(marks_[i]))
                last_[static_cast<std::size_t>(marks_[i].style)] = i;
    }
    [[nodiscard]] bool none_follows(std::size_t i) const
    {
        return rank(marks_[i].style) > 0 && last_[static_cast<std::size_t>(marks_[i].style)] <= i;
    }

    std::string_view text_;
    const syntax::Lexicon& lexicon_;
    MarksOfBlock pairing_;
    std::vector<Mark>& marks_ = pairing_.marks;
    std::vector<std::size_t>& partner_ = pairing_.partner;
    std::vector<bool>& given_up_ = pairing_.given_up;
    std::vector<std::size_t>& left_open_ = pairing_.left_open;
    std::vector<bool> better_; ///< an inch mark inside a quotation that closes later
    std::vector<std::size_t> stack_;
    std::array<std::vector<std::size_t>, syntax::mark_styles> by_style_; ///< places on the stack
    std::vector<std::size_t> strong_;                                    ///< places on the stack of quotation marks
    std::array<int, syntax::mark_styles> turned_{};       ///< pairs set »…« less those set «…», by style
    std::vector<MarkPair> lone_;                          ///< closing marks of quotations without an opening one
    std::array<std::size_t, syntax::mark_styles> last_{}; ///< last mark of the style that is surely none but a mark
};

} // namespace

PairedMarks pair_marks(std::string_view text, std::span<const syntax::Mark> marks, const syntax::Lexicon& lexicon)
{
    return marks.empty() ? PairedMarks{} : Pairer(text, marks, lexicon).run();
}

} // namespace verbatim::extract
