// SPDX-License-Identifier: Apache-2.0
// Numbers, units and dates of either side of a hunk, by value.
#include "align/judging.hpp"
#include "align/near_words.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

using text::TokenKind;

using AmountList = std::vector<const text::Amount*>;

AmountList touching(const std::vector<text::Amount>& amounts, const Words& words, const Indices& indices)
{
    AmountList found;
    for (const text::Amount& amount : amounts)
        if (std::any_of(indices.begin(), indices.end(),
                        [&](std::size_t i) { return words[i].span.overlaps(amount.with_unit); }))
            found.push_back(&amount);
    return found;
}

bool covers(const AmountList& amounts, Span word, bool with_unit)
{
    return std::any_of(amounts.begin(), amounts.end(), [&](const text::Amount* amount) {
        return (with_unit ? amount->with_unit : amount->span).overlaps(word);
    });
}

/// Without an amount on the quoted side, what the source has is left out.
struct NumberHunk {
    AmountList q, s;
    Span whole;    ///< columns grown to whole amounts with units
    Span no_units; ///< columns grown to whole amounts
};

Span grown(const Sides& sides, const Script& script, Span columns, const AmountList& q, const AmountList& s, bool units)
{
    const auto inside = [&](std::size_t i) {
        const Column& column = script.columns[i];
        return (column.has_q() && covers(q, sides.quoted.words[column.q].span, units))
               || (column.has_s() && covers(s, sides.from.words[column.s].span, units));
    };
    while (columns.begin > 0 && inside(columns.begin - 1))
        --columns.begin;
    while (columns.end < script.columns.size() && inside(columns.end))
        ++columns.end;
    return columns;
}

NumberHunk number_hunk(const Sides& sides, const Script& script, Span columns, Amounts& amounts)
{
    NumberHunk hunk;
    hunk.whole = columns;
    if (amounts.quoted().empty()) // then nothing is asked of the source's, which are longer to read
        return hunk;
    for (int round = 0; round < 4; ++round) {
        const Indices q = quoted_in(script, hunk.whole), s = source_in(script, hunk.whole);
        hunk.q = touching(amounts.quoted(), sides.quoted.words, q);
        hunk.s = touching(amounts.source(), sides.from.words, s);
        const Span next = grown(sides, script, hunk.whole, hunk.q, hunk.s, true);
        if (next == hunk.whole)
            break;
        hunk.whole = next;
    }
    hunk.no_units = grown(sides, script, columns, hunk.q, hunk.s, false);
    return hunk;
}

bool same_values(const NumberHunk& hunk)
{
    return hunk.q.size() == hunk.s.size()
           && std::equal(hunk.q.begin(), hunk.q.end(), hunk.s.begin(),
                         [](const text::Amount* a, const text::Amount* b) {
                             return a->value == b->value && a->ordinal == b->ordinal;
                         });
}

bool same_units(const NumberHunk& hunk)
{
    return std::equal(hunk.q.begin(), hunk.q.end(), hunk.s.begin(), hunk.s.end(),
                      [](const text::Amount* a, const text::Amount* b) { return a->unit == b->unit; });
}

/// Every differing word of the columns belongs to an amount of its side.
bool only_amounts_differ(const Sides& sides, const Script& script, const NumberHunk& hunk)
{
    for (std::size_t i = hunk.whole.begin; i < hunk.whole.end; ++i) {
        const Column& column = script.columns[i];
        if (column.equal)
            continue;
        if (column.has_q() && !covers(hunk.q, sides.quoted.words[column.q].span, true))
            return false;
        if (column.has_s() && !covers(hunk.s, sides.from.words[column.s].span, true))
            return false;
    }
    return true;
}

bool units_contradict(const NumberHunk& hunk)
{
    for (std::size_t i = 0; i < hunk.q.size(); ++i)
        if (hunk.q[i]->unit != hunk.s[i]->unit && !hunk.q[i]->unit.empty() && !hunk.s[i]->unit.empty())
            return true;
    return false;
}

std::string joined(const Words& words, const Indices& indices)
{
    std::string all;
    for (const std::size_t i : indices)
        all += (all.empty() || words[i].kind == TokenKind::han ? "" : " ") + words[i].exact;
    return all;
}

/// Another unit right behind one and the same number: `5 km` for `5 miles`. The columns from the number on.
std::optional<Span> unit_change(const Sides& sides, const Script& script, Span columns, const Hunked& words,
                                Amounts& amounts)
{
    if (words.q.empty() || words.s.empty() || columns.begin == 0 || !script.columns[columns.begin - 1].equal)
        return std::nullopt;
    const std::string q = joined(sides.quoted.words, words.q), s = joined(sides.from.words, words.s);
    if (!sides.lexicon.has("wording.unit", q) || !sides.lexicon.has("wording.unit", s)
        || is_inflection(q, s, sides.lexicon, sides.language))
        return std::nullopt;
    const Word& before = sides.quoted.words[script.columns[columns.begin - 1].q];
    const Span number = before.span;
    for (const text::Amount& amount : amounts.quoted())
        if (amount.span.overlaps(number)) {
            while (columns.begin > 0 && script.columns[columns.begin - 1].has_q()
                   && sides.quoted.words[script.columns[columns.begin - 1].q].span.overlaps(amount.span))
                --columns.begin;
            return columns;
        }
    // One numeral alone is an amount only before what it counts (五米); beside a unit it is one.
    const bool numeral = before.kind == TokenKind::han && sides.lexicon.has("wording.numeral", before.exact);
    return numeral ? std::optional(Span{columns.begin - 1, columns.end}) : std::nullopt;
}

bool has_digits(const Words& words, const Indices& indices)
{
    return std::any_of(indices.begin(), indices.end(),
                       [&](std::size_t i) { return words[i].kind == TokenKind::number; });
}

} // namespace

std::optional<Judged> judge_number(const Sides& sides, const Script& script, Span columns, const Hunked& words,
                                   Amounts& amounts)
{
    const NumberHunk hunk = number_hunk(sides, script, columns, amounts);
    const bool other_form = !hunk.q.empty() && same_values(hunk) && same_units(hunk);
    if (!other_form)
        if (const auto unit = unit_change(sides, script, columns, words, amounts))
            return Judged{DifferenceKind::number, *unit};
    const bool is_short =
        length(sides.quoted.words, words.q) <= short_hunk && length(sides.from.words, words.s) <= short_hunk;
    if (hunk.q.empty() || hunk.s.empty()) {
        if (is_short && has_digits(sides.quoted.words, words.q) && has_digits(sides.from.words, words.s))
            return Judged{DifferenceKind::number, columns};
        return std::nullopt;
    }
    if (same_values(hunk)) {
        if (same_units(hunk) && only_amounts_differ(sides, script, hunk))
            return Judged{DifferenceKind::number_form, hunk.no_units};
        if (is_short && units_contradict(hunk))
            return Judged{DifferenceKind::number, hunk.whole};
        return std::nullopt;
    }
    // The noun behind a number is its unit, too: a change there alone is none of the number.
    const Hunked grown_words = words_of(sides, script, columns);
    const auto touches_value = [&](const AmountList& list, const Words& side, const Indices& indices) {
        return std::any_of(indices.begin(), indices.end(),
                           [&](std::size_t i) { return covers(list, side[i].span, false); });
    };
    if (!touches_value(hunk.q, sides.quoted.words, grown_words.q)
        && !touches_value(hunk.s, sides.from.words, grown_words.s))
        return std::nullopt;
    return is_short ? std::optional(Judged{DifferenceKind::number, hunk.no_units}) : std::nullopt;
}

bool moves_only_numbers(const Sides& sides, const Script& script, Span columns, Amounts& amounts)
{
    const Hunked hunk = words_of(sides, script, columns);
    const AmountList q = touching(amounts.quoted(), sides.quoted.words, hunk.q);
    return !q.empty() && !hunk.s.empty() && std::all_of(hunk.q.begin(), hunk.q.end(), [&](std::size_t i) {
        const Word& word = sides.quoted.words[i];
        return covers(q, word.span, false) || sides.lexicon.has("wording.weak", word.exact);
    });
}

std::optional<Judged> judge_date(const Sides& sides, const Script& script, Span columns, const Hunked& words)
{
    if (words.q.size() != 1 || words.s.size() != 1)
        return std::nullopt;
    const auto is_month = [&](const Word& word) { return sides.lexicon.has("citation.month", word.exact); };
    if (!is_month(sides.quoted.words[words.q[0]]) || !is_month(sides.from.words[words.s[0]]))
        return std::nullopt;
    const auto numbers = [&](std::size_t i) { // a day or a year
        return i < script.columns.size() && script.columns[i].has_s()
               && text::is_digit(text::code_point_at(sides.from.words[script.columns[i].s].exact, 0));
    };
    const bool behind = numbers(columns.end) || numbers(columns.end + 1); // "March, 1958"
    if (!behind && (columns.begin == 0 || !numbers(columns.begin - 1)))
        return std::nullopt;
    return Judged{DifferenceKind::number, columns};
}

bool is_sign_change(const Sides& sides, const Script& script, Span columns)
{
    if (columns.size() != 1 || columns.end >= script.columns.size())
        return false;
    const Column &column = script.columns[columns.begin], &next = script.columns[columns.end];
    if (!next.equal || sides.quoted.words[next.q].kind != TokenKind::number || column.has_q() == column.has_s())
        return false;
    const Words& words = column.has_q() ? sides.quoted.words : sides.from.words;
    const std::size_t at = column.has_q() ? column.q : column.s;
    const std::size_t number = column.has_q() ? next.q : next.s;
    constexpr std::string_view dashes[] = {"-", "\u2212", "\u2013", "\u2014"};
    const bool is_minus = std::find(std::begin(dashes), std::end(dashes), words[at].exact) != std::end(dashes);
    const bool stands_apart = at == 0 || words[at - 1].span.end < words[at].span.begin;
    return is_minus && stands_apart && words[at].span.end == words[number].span.begin;
}

bool hides_number(const Sides& sides, const Word& group, const Indices& replaced, Amounts& amounts)
{
    const AmountList hidden = touching(amounts.source(), sides.from.words, replaced);
    const std::vector<text::Amount> shown = text::amounts(group.bare, sides.language);
    return std::any_of(hidden.begin(), hidden.end(), [&](const text::Amount* amount) {
        const bool value = std::any_of(replaced.begin(), replaced.end(),
                                       [&](std::size_t i) { return sides.from.words[i].span.overlaps(amount->span); });
        return value && std::none_of(shown.begin(), shown.end(), [&](const text::Amount& other) {
                   return other.value == amount->value;
               });
    });
}

} // namespace verbatim::align
