// SPDX-License-Identifier: Apache-2.0
#include "syntax/marks.hpp"

#include "text/text.hpp"

#include <marks.hpp> // the grammar, not the door of the same name

#include <algorithm>
#include <optional>

namespace verbatim::syntax {
namespace {

namespace p = tao::pegtl;
namespace g = verbatim::grammar::marks;

constexpr std::size_t longest_run = 6; // “‘《 together are seen; more marks in a row are ornament

Beside beside(char32_t c)
{
    if (c == U'\n' || c == U'\r')
        return Beside::edge;
    if (text::is_space(c))
        return Beside::blank;
    if (text::is_digit(c) || (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215E))
        return Beside::digit;
    if (text::is_letter(c))
        return Beside::letter;
    constexpr std::u32string_view opening = U"([{（［｛【〔";
    constexpr std::u32string_view closing = U".,;:!?)]}…。，、；：！？）］｝】〕";
    constexpr std::u32string_view dashes = U"-–—―─/";
    if (opening.find(c) != std::u32string_view::npos)
        return Beside::opening;
    if (closing.find(c) != std::u32string_view::npos)
        return Beside::closing;
    return dashes.find(c) != std::u32string_view::npos ? Beside::dash : Beside::symbol;
}

/// Neighbours of marks in a row, which share them: a row costs one look on each side.
void look_around(std::string_view text, std::vector<Mark>& row)
{
    const std::size_t begin = row.front().span.begin;
    const std::size_t end = row.back().span.end;
    const Beside left = begin == 0 ? Beside::edge : beside(text::code_point_before(text, begin));
    const Beside right = end == text.size() ? Beside::edge : beside(text::code_point_at(text, end));
    for (Mark& mark : row) {
        mark.left = left;
        mark.right = right;
    }
}

bool empty_beside(Beside side) { return side == Beside::edge || side == Beside::blank; }
bool word_beside(Beside side) { return side == Beside::letter || side == Beside::digit; }

bool is_single(const Mark& mark)
{
    return mark.style == MarkStyle::straight_single
           || (mark.style == MarkStyle::curly_single && mark.side == MarkSide::close);
}

/// `'90s`, `'n'`, `'n`: digits with a letter s, or one n, behind an apostrophe.
bool drops_letters(std::string_view text, const Mark& mark)
{
    std::size_t at = mark.span.end;
    std::size_t digits = 0;
    while (at < text.size() && digits < 3 && text[at] >= '0' && text[at] <= '9') {
        ++at;
        ++digits;
    }
    const char next = at < text.size() ? text[at] : ' ';
    const auto ends_word = [&](std::size_t behind) {
        return behind >= text.size() || !word_beside(beside(text::code_point_at(text, behind)));
    };
    if (digits == 2)
        return ends_word(next == 's' ? at + 1 : at)
               && (next == 's' || std::string_view(".,;:)").find(next) != std::string_view::npos);
    return digits == 0 && next == 'n' && ends_word(at + 1);
}

/// The second mark of `'n'`.
bool closes_dropped_letter(std::string_view text, const Mark& mark)
{
    const std::size_t at = mark.span.begin;
    if (at < 2 || (text[at - 1] != 'n' && text[at - 1] != 'N'))
        return false;
    const char32_t before = text::code_point_before(text, at - 1);
    return before == U'\'' || before == U'’' || before == U'‘';
}

/// 5'10" or 40°26'46": digits between this mark and a foot, minute or prime mark that itself has a digit before it.
bool measures(std::string_view text, const Mark& mark)
{
    if (mark.style != MarkStyle::straight_double
        && !(mark.style == MarkStyle::curly_double && mark.side == MarkSide::close))
        return false;
    std::size_t at = mark.span.begin;
    std::size_t digits = 0;
    for (; at > 0 && digits < 8; ++digits) {
        const char32_t c = text::code_point_before(text, at);
        if (beside(c) != Beside::digit && c != U'.' && c != U' ')
            break;
        at -= text::code_point_size(text, at - (c < 0x80 ? 1 : c < 0x800 ? 2 : 3));
    }
    if (digits == 0 || at == 0)
        return false;
    const char32_t foot = text::code_point_before(text, at);
    const std::size_t size = foot == U'\'' ? 1 : 3;
    if ((foot != U'\'' && foot != U'’' && foot != U'′') || at <= size)
        return false;
    return beside(text::code_point_before(text, at - size)) == Beside::digit;
}

void decide(Mark& mark)
{
    const bool before_content = !empty_beside(mark.right) && mark.right != Beside::closing;
    const bool behind_content = !empty_beside(mark.left) && mark.left != Beside::opening;
    switch (mark.style) {
    case MarkStyle::straight_double:
        // Blanks on both sides, or none: the pairing toggles. At the edge of a line among blanks: `" Quiet , " he
        // said`.
        if (empty_beside(mark.left) && empty_beside(mark.right)) {
            mark.can_open = mark.left == Beside::edge || mark.right == Beside::blank;
            mark.can_close = mark.right == Beside::edge || mark.left == Beside::blank;
        } else if (empty_beside(mark.left) || empty_beside(mark.right)) {
            mark.can_open = empty_beside(mark.left);
            mark.can_close = !mark.can_open;
        } else if (mark.left == Beside::opening || (mark.left == Beside::dash && word_beside(mark.right))) {
            mark.can_open = true;
        } else if (mark.right == Beside::closing) {
            mark.can_close = true;
        } else {
            mark.can_open = mark.can_close = true;
        }
        break;
    case MarkStyle::straight_single:
        mark.can_open =
            before_content && (empty_beside(mark.left) || mark.left == Beside::opening || mark.left == Beside::dash);
        mark.can_close = !word_beside(mark.right) && behind_content;
        if (empty_beside(mark.left) && empty_beside(mark.right)) { // a text with blanks between all its tokens
            mark.can_open = mark.right == Beside::blank;
            mark.can_close = mark.left == Beside::blank;
        }
        break;
    case MarkStyle::curly_single:
        mark.can_open = mark.side == MarkSide::open;
        mark.can_close = mark.side == MarkSide::close || (behind_content && !word_beside(mark.right));
        break;
    case MarkStyle::curly_double:
    case MarkStyle::guillemet:
    case MarkStyle::angle:
        // Swedish ”…”, German »…« and „…“ turn the glyphs round: then only the neighbours tell.
        mark.can_open = mark.side == MarkSide::open
                            ? !(behind_content && empty_beside(mark.right)) || empty_beside(mark.left)
                            : !behind_content && word_beside(mark.right);
        mark.can_close = mark.side == MarkSide::close ? mark.style == MarkStyle::curly_double || !mark.can_open
                                                      : behind_content && !word_beside(mark.right);
        break;
    case MarkStyle::latex_single:
        mark.can_open = before_content;
        mark.can_close = behind_content; // `code` in backticks: the pairing drops both
        break;
    default:
        mark.can_open = mark.side == MarkSide::open;
        mark.can_close = mark.side == MarkSide::close;
    }
}

bool is_apostrophe(std::string_view text, const Mark& mark)
{
    if (!is_single(mark) && !(mark.style == MarkStyle::curly_single))
        return false;
    if (word_beside(mark.left) && word_beside(mark.right))
        // Han letters carry no apostrophe: 他说‘好’。
        return !text::is_han_or_kana(text::code_point_before(text, mark.span.begin))
               && !text::is_han_or_kana(text::code_point_at(text, mark.span.end));
    return drops_letters(text, mark) || closes_dropped_letter(text, mark);
}

/// d'« insulte »: an apostrophe behind a letter, directly before a mark that opens.
bool elides_before(const Mark& mark, const Mark& next)
{
    return mark.span.end == next.span.begin && is_single(mark) && mark.left == Beside::letter
           && next.side == MarkSide::open && (next.style == MarkStyle::guillemet || next.style == MarkStyle::angle);
}

/// Takes the marks row by row, while the text about them is still at hand, and keeps what is one.
class Scan {
public:
    explicit Scan(std::string_view text) : text_(text) { kept_.reserve(text.size() / bytes_of_a_mark + 1); }

    void add(Span span, MarkStyle style, MarkSide side)
    {
        if (!row_.empty() && span.begin != row_end_)
            end_row();
        row_end_ = span.end;
        if (row_.size() <= longest_run) // one more than a row may have: it is known for ornament
            row_.push_back({span, style, side});
    }
    [[nodiscard]] const char* begin() const { return text_.data(); }
    [[nodiscard]] std::vector<Mark> take()
    {
        end_row();
        return std::move(kept_);
    }

private:
    static constexpr std::size_t bytes_of_a_mark = 256; // of prose; what is reserved too much is never touched

    void end_row()
    {
        if (!row_.empty() && row_.size() <= longest_run) {
            look_around(text_, row_);
            for (std::size_t i = 0; i < row_.size(); ++i) {
                Mark& mark = row_[i];
                if (i + 1 < row_.size() && elides_before(mark, row_[i + 1])) {
                    row_[i + 1].left = Beside::blank;
                    continue;
                }
                if (is_apostrophe(text_, mark) || measures(text_, mark))
                    continue;
                decide(mark);
                if (mark.can_open || mark.can_close)
                    kept_.push_back(mark);
            }
        }
        row_.clear();
    }

    std::string_view text_;
    std::vector<Mark> kept_;
    std::vector<Mark> row_;   ///< marks that touch one another, up to the latest
    std::size_t row_end_ = 0; ///< where the latest ends
};

template <MarkStyle Style, MarkSide Side>
struct emit {
    template <typename ActionInput>
    static void apply(const ActionInput& in, Scan& scan)
    {
        const auto at = static_cast<std::size_t>(in.begin() - scan.begin());
        scan.add({at, at + in.size()}, Style, Side);
    }
};

// clang-format off
template <typename Rule> struct action : p::nothing<Rule> {};
template <> struct action<g::straight_double>    : p::require_apply, emit<MarkStyle::straight_double, MarkSide::either> {};
template <> struct action<g::wide_double>        : p::require_apply, emit<MarkStyle::straight_double, MarkSide::either> {};
template <> struct action<g::straight_single>    : p::require_apply, emit<MarkStyle::straight_single, MarkSide::either> {};
template <> struct action<g::wide_single>        : p::require_apply, emit<MarkStyle::straight_single, MarkSide::either> {};
template <> struct action<g::latex_open_double>  : p::require_apply, emit<MarkStyle::latex_double, MarkSide::open> {};
template <> struct action<g::latex_close_double> : p::require_apply, emit<MarkStyle::latex_double, MarkSide::close> {};
template <> struct action<g::latex_open_single>  : p::require_apply, emit<MarkStyle::latex_single, MarkSide::open> {};
template <> struct action<g::guillemet_left>     : p::require_apply, emit<MarkStyle::guillemet, MarkSide::open> {};
template <> struct action<g::guillemet_right>    : p::require_apply, emit<MarkStyle::guillemet, MarkSide::close> {};
template <> struct action<g::angle_left>         : p::require_apply, emit<MarkStyle::angle, MarkSide::open> {};
template <> struct action<g::angle_right>        : p::require_apply, emit<MarkStyle::angle, MarkSide::close> {};
template <> struct action<g::curly_open_single>  : p::require_apply, emit<MarkStyle::curly_single, MarkSide::open> {};
template <> struct action<g::reversed_single>    : p::require_apply, emit<MarkStyle::curly_single, MarkSide::open> {};
template <> struct action<g::curly_close_single> : p::require_apply, emit<MarkStyle::curly_single, MarkSide::close> {};
template <> struct action<g::low_single>         : p::require_apply, emit<MarkStyle::low_single, MarkSide::open> {};
template <> struct action<g::curly_open_double>  : p::require_apply, emit<MarkStyle::curly_double, MarkSide::open> {};
template <> struct action<g::reversed_double>    : p::require_apply, emit<MarkStyle::curly_double, MarkSide::open> {};
template <> struct action<g::curly_close_double> : p::require_apply, emit<MarkStyle::curly_double, MarkSide::close> {};
template <> struct action<g::low_double>         : p::require_apply, emit<MarkStyle::low_double, MarkSide::open> {};
template <> struct action<g::title_open>         : p::require_apply, emit<MarkStyle::title, MarkSide::open> {};
template <> struct action<g::title_close>        : p::require_apply, emit<MarkStyle::title, MarkSide::close> {};
template <> struct action<g::title_open_single>  : p::require_apply, emit<MarkStyle::title_single, MarkSide::open> {};
template <> struct action<g::title_close_single> : p::require_apply, emit<MarkStyle::title_single, MarkSide::close> {};
template <> struct action<g::corner_open>        : p::require_apply, emit<MarkStyle::corner, MarkSide::open> {};
template <> struct action<g::corner_close>       : p::require_apply, emit<MarkStyle::corner, MarkSide::close> {};
template <> struct action<g::white_corner_open>  : p::require_apply, emit<MarkStyle::white_corner, MarkSide::open> {};
template <> struct action<g::white_corner_close> : p::require_apply, emit<MarkStyle::white_corner, MarkSide::close> {};
template <> struct action<g::prime_open>         : p::require_apply, emit<MarkStyle::prime, MarkSide::open> {};
template <> struct action<g::prime_close>        : p::require_apply, emit<MarkStyle::prime, MarkSide::close> {};
// clang-format on

} // namespace

std::vector<Mark> marks(std::string_view text)
{
    p::memory_input<p::tracking_mode::lazy> in(text.data(), text.data() + text.size(), "");
    Scan scan(text);
    p::parse<g::rule, action>(in, scan);
    return scan.take();
}

} // namespace verbatim::syntax
