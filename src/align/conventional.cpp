// SPDX-License-Identifier: Apache-2.0
// Permitted differences of CONVENTIONS 2, and the alterations that they become beyond their limits.
#include "align/comparison.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

using text::TokenKind;

bool is_strong_stop(const Word& word) { return word.exact == "?" || word.exact == "!"; }
bool is_soft_stop(const Word& word)
{
    constexpr std::string_view stops[] = {",", ".", ";", ":", "-", "—", "–", "、", "。", "，", "；", "："};
    return std::find(std::begin(stops), std::end(stops), word.exact) != std::end(stops);
}

/// The glyphs that a reader sees: white space and characters without width left out.
std::string visible(std::string_view text)
{
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = text::code_point_size(text, at);
        const char32_t c = text::code_point_at(text, at);
        if (!text::is_space(c) && !text::is_hidden(c) && c != 0xad && c != 0x200c && c != 0x200d)
            kept += text.substr(at, size);
        at += size;
    }
    return kept;
}

bool only_first_letter_differs(const Word& a, const Word& b)
{
    const std::size_t i = text::code_point_size(a.exact, 0), j = text::code_point_size(b.exact, 0);
    return std::string_view(a.exact).substr(i) == std::string_view(b.exact).substr(j);
}

bool opens_piece(const Sides& sides, const Piece& piece, std::size_t q)
{
    while (q > piece.words.begin && !sides.quoted.words[q - 1].is_word())
        --q;
    return q == piece.words.begin;
}

bool holds_wide_stop(const Sides& sides, const Script& script, Span columns)
{
    const auto is_wide = [](const Word& word) { return word.exact == "。" || word.exact == "，"; };
    for (std::size_t i = columns.begin; i < columns.end; ++i) {
        const Column& column = script.columns[i];
        if ((column.has_q() && is_wide(sides.quoted.words[column.q]))
            || (column.has_s() && is_wide(sides.from.words[column.s])))
            return true;
    }
    return false;
}

/// A stop before a closing inner mark, or behind it where one before it went: `go,'` for `go',`. In Chinese no style
/// sets or drops one there while the text goes on.
bool beside_closing_mark(const Sides& sides, const Piece& piece, Span columns)
{
    const std::vector<Column>& all = piece.script.columns;
    const auto is_mark = [&](std::size_t i) {
        return i < all.size() && all[i].equal && sides.quoted.words[all[i].q].kind == TokenKind::mark;
    };
    const auto closes = [&](std::size_t i) { // an opening one stands before it
        constexpr std::size_t far = 20'000;  // columns; a longer search would make many marks quadratic
        if (!is_mark(i) || i > far)
            return false;
        std::size_t before = 0;
        for (std::size_t k = 0; k < i; ++k)
            before += is_mark(k) ? 1U : 0U;
        return before % 2 == 1;
    };
    if (columns.end < all.size() && closes(columns.end))
        return columns.end + 1 == all.size() || !holds_wide_stop(sides, piece.script, columns);
    return columns.begin > 1 && closes(columns.begin - 1) && !all[columns.begin - 2].equal;
}

/// Marks added behind a stop that both sides have: no host sentence asks for `home.,'`.
bool doubles_stop(const Sides& sides, const Piece& piece, Span columns)
{
    const std::vector<Column>& all = piece.script.columns;
    if (columns.begin == 0 || !all[columns.begin - 1].equal || !source_in(piece.script, columns).empty())
        return false;
    const Word& before = sides.quoted.words[all[columns.begin - 1].q];
    return is_soft_stop(before) || is_strong_stop(before);
}

/// A mark before a closing quotation mark of any part: the part ends in the columns, or right before them.
bool at_part_end(const Sides& sides, const Piece& piece, Span columns)
{
    const std::vector<Column>& all = piece.script.columns;
    for (std::size_t i = columns.begin; i < columns.end; ++i)
        if (all[i].has_q() && sides.quoted.words[all[i].q].ends_part)
            return true;
    for (std::size_t i = columns.begin; i-- > 0;)
        if (all[i].has_q())
            return sides.quoted.words[all[i].q].ends_part;
    return false;
}

/// `the wave, / and lead` for two lines of verse: slashes with blanks around them where the source begins a line.
bool is_verse_break(const Sides& sides, const Piece& piece, Span columns)
{
    const std::vector<Column>& all = piece.script.columns;
    if (columns.begin == 0 || columns.end >= all.size())
        return false;
    const Column &before = all[columns.begin - 1], &after = all[columns.end];
    if (!before.has_q() || !before.has_s() || !after.has_q() || !after.has_s())
        return false;
    for (std::size_t i = columns.begin; i < columns.end; ++i)
        if (all[i].has_s() || sides.quoted.words[all[i].q].exact != "/")
            return false;
    const Words &quoted = sides.quoted.words, &source = sides.from.words;
    const bool apart = quoted[before.q].span.end < quoted[all[columns.begin].q].span.begin
                       && quoted[all[columns.end - 1].q].span.end < quoted[after.q].span.begin;
    const Span between{source[before.s].span.end, source[after.s].span.begin};
    return apart && sides.source.slice(between).find('\n') != std::string_view::npos;
}

bool crosses_chapter(const Document& document, Span between)
{
    for (const LocatorMark& mark : document.locators)
        if (mark.kind == "chapter" && between.begin < mark.offset && mark.offset <= between.end)
            return true;
    return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
        return block.kind == BlockKind::heading && between.contains(block.span.begin);
    });
}

/// A negation that belongs to the words kept on either side: in their clause, or in a gap of few words.
bool gap_negates(const Sides& sides, Span gap)
{
    const Words& words = sides.from.words;
    const bool few = count_words(words, gap) <= 4;
    const auto clause_word = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            if (!words[i].is_word() && words[i].kind == TokenKind::punctuation)
                return false;
        return true;
    };
    for (std::size_t i = gap.begin; i < gap.end; ++i) {
        if (!negates(words[i], sides.source.plain, sides.lexicon))
            continue;
        if (few || (i - gap.begin < 4 && clause_word(gap.begin, i)) || (gap.end - i <= 4 && clause_word(i, gap.end)))
            return true;
    }
    return false;
}

bool gap_conditions(const Sides& sides, Span gap, bool one_sentence)
{
    const Words& words = sides.from.words;
    for (std::size_t i = gap.begin; i < gap.end; ++i) {
        if (condition_at(sides.source.plain, words[i].span.begin, sides.lexicon) > 0)
            return true;
        if (!one_sentence && words[i].is_word())
            return false; // of another sentence only what follows at once governs the kept words
    }
    return false;
}

} // namespace

bool leaves_verbatim(DifferenceKind kind) { return kind <= DifferenceKind::emphasis; }
bool is_permitted(DifferenceKind kind) { return kind <= DifferenceKind::filler; }

Judged judge_marks(const Sides& sides, const Piece& piece, Span columns)
{
    if (is_verse_break(sides, piece, columns))
        return {DifferenceKind::typography, columns, false};
    bool soft = true, strong = false, full_stop_only = true;
    for (std::size_t i = columns.begin; i < columns.end; ++i) {
        const Column& column = piece.script.columns[i];
        for (const Word* word : {column.has_q() ? &sides.quoted.words[column.q] : nullptr,
                                 column.has_s() ? &sides.from.words[column.s] : nullptr}) {
            if (word == nullptr)
                continue;
            soft = soft && is_soft_stop(*word);
            strong = strong || is_strong_stop(*word);
            full_stop_only =
                full_stop_only
                && (word->exact == "." || word->exact == "," || word->exact == "。" || word->exact == "，");
        }
    }
    const bool at_end = columns.end == piece.script.columns.size(), at_start = columns.begin == 0;
    const bool by_ellipsis =
        (at_end && piece.behind == Gap::Kind::ellipsis) || (at_start && piece.before == Gap::Kind::ellipsis);
    Judged judged{DifferenceKind::punctuation, columns, false};
    if (soft && !strong && by_ellipsis)
        judged = {DifferenceKind::final_punctuation, columns, true};
    else if (soft && !strong && quoted_in(piece.script, columns).size() <= 1 && at_part_end(sides, piece, columns))
        judged.kind = DifferenceKind::final_punctuation;
    else if (full_stop_only && beside_closing_mark(sides, piece, columns) && !doubles_stop(sides, piece, columns))
        judged.kind = DifferenceKind::final_punctuation;
    return judged;
}

std::optional<DifferenceKind> judge_equal(const Sides& sides, const Piece& piece, const Column& column)
{
    const Word& q = sides.quoted.words[column.q];
    const Word& s = sides.from.words[column.s];
    if (q.lettered)
        return DifferenceKind::interpolation;
    if (q.exact == s.exact) {
        const std::string_view quoted = sides.quoting.slice(q.span), source = sides.source.slice(s.span);
        if (quoted == source || visible(quoted) == visible(source))
            return std::nullopt;
        return DifferenceKind::typography;
    }
    if (q.kind == TokenKind::mark)
        return piece.changed_levels % 2 == 0 ? DifferenceKind::nesting : DifferenceKind::punctuation;
    if (q.kind == TokenKind::han)
        return DifferenceKind::script_form;
    if (text::code_points(q.exact) != text::code_points(s.exact))
        return DifferenceKind::spelling; // ß and ss
    if (!q.is_word())
        return DifferenceKind::punctuation;
    const bool initial = opens_piece(sides, piece, column.q) && only_first_letter_differs(q, s)
                         && (piece.first || piece.before != Gap::Kind::none);
    return initial && !sides.settings.legal_style ? DifferenceKind::initial_case : DifferenceKind::case_;
}

std::optional<DifferenceKind> judge_gap(const Sides& sides, const std::vector<Piece>& pieces, std::size_t at)
{
    const Words& words = sides.from.words;
    const auto is_ellipsis = [&](std::size_t i) { return i < words.size() && words[i].kind == TokenKind::ellipsis; };
    if (at == 0) {
        const std::size_t begin = pieces.front().placed.source.begin;
        return begin > 0 && is_ellipsis(begin - 1) ? std::nullopt : std::optional(DifferenceKind::ellipsis);
    }
    if (at == pieces.size()) {
        const std::size_t end = pieces.back().placed.source.end;
        return is_ellipsis(end) ? std::nullopt : std::optional(DifferenceKind::ellipsis);
    }
    const Placed &left = pieces[at - 1].placed, &right = pieces[at].placed;
    if (!left.found || !right.found)
        return DifferenceKind::ellipsis;
    if (right.source.begin < left.source.end)
        return DifferenceKind::ellipsis_reorders;
    const Span gap{left.source.end, right.source.begin};
    const std::size_t omitted = count_words(words, gap);
    if (omitted == 0) {
        for (std::size_t i = gap.begin; i < gap.end; ++i)
            if (is_ellipsis(i))
                return std::nullopt;
        return DifferenceKind::ellipsis_omits_nothing;
    }
    const Span bytes = hull(words, gap);
    const std::size_t measured = text::word_count(sides.source.slice(bytes));
    if (measured > sides.settings.ellipsis_reach || crosses_chapter(sides.source, bytes))
        return DifferenceKind::ellipsis_too_far;
    const Span cut{words[gap.begin - 1].span.begin, words[gap.end].span.end};
    const bool one_sentence = text::sentences(sides.source.slice(cut), sides.language).size() <= 1;
    if (one_sentence && gap_negates(sides, gap))
        return DifferenceKind::ellipsis_drops_negation;
    if (gap_conditions(sides, gap, one_sentence))
        return DifferenceKind::ellipsis_drops_condition;
    return DifferenceKind::ellipsis;
}

} // namespace verbatim::align
