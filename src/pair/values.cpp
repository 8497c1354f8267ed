// SPDX-License-Identifier: Apache-2.0
#include "pair/values.hpp"

#include <algorithm>
#include <set>

namespace verbatim::pair {
namespace {

bool has_figures(std::string_view words)
{
    return std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Written in figures, or too large to be an article or a manner of speaking.
bool is_telling(const text::Amount& amount, const Document& document)
{
    return amount.unit == "%" || has_figures(document.slice(amount.span)) || amount.value.size() > 2
           || (amount.value.size() == 2 && amount.value > "12");
}

/// Only canonical units of both sides can disagree: words of two languages cannot be compared, and in "30 to 43 per
/// cent" only the last number has the unit.
bool is_canonical(const std::string& unit)
{
    static const std::set<std::string> units{"USD", "EUR", "GBP", "CNY", "km", "m", "cm", "mm", "kg", "g", "t", "ha"};
    return units.contains(unit);
}
bool units_agree(const std::string& a, const std::string& b) { return a == b || !is_canonical(a) || !is_canonical(b); }

bool is_equal(const text::Amount& a, const text::Amount& b)
{
    return a.value == b.value && units_agree(a.unit, b.unit);
}
bool is_equal(const text::DateMention& a, const text::DateMention& b) { return text::dates_agree(a.edtf, b.edtf); }

template <typename Value>
struct Unmatched {
    std::vector<const Value*> from, to;
};

template <typename Value>
Unmatched<Value> unmatched(const std::vector<Value>& from, const std::vector<Value>& to)
{
    Unmatched<Value> rest;
    std::vector<bool> taken(to.size(), false);
    for (const Value& value : from) {
        std::size_t j = 0;
        while (j < to.size() && (taken[j] || !is_equal(value, to[j])))
            ++j;
        if (j < to.size())
            taken[j] = true;
        else
            rest.from.push_back(&value);
    }
    for (std::size_t j = 0; j < to.size(); ++j)
        if (!taken[j])
            rest.to.push_back(&to[j]);
    return rest;
}

template <typename Value>
bool stands_in(const Value& value, const std::vector<Value>& list)
{
    return std::any_of(list.begin(), list.end(), [&](const Value& other) { return is_equal(value, other); });
}

/// A bare year may be read as a number on the other side, and a number as a date.
bool stands_as_number(const text::DateMention& date, const Values& around)
{
    return date.edtf.size() == 4
           && std::any_of(around.amounts.begin(), around.amounts.end(),
                          [&](const text::Amount& amount) { return amount.value == date.edtf; });
}
bool stands_as_year(const text::Amount& amount, const Values& around)
{
    return std::any_of(around.dates.begin(), around.dates.end(),
                       [&](const text::DateMention& date) { return date.edtf.substr(0, 4) == amount.value; });
}

/// Spans of what one side has too many.
struct Leftover {
    std::vector<Span> from, to;
};

Leftover left_numbers(const ValueSide& from, const ValueSide& to)
{
    const auto rest = unmatched(from.values.amounts, to.values.amounts);
    const auto keep = [](const std::vector<const text::Amount*>& list, const ValueSide& own, const ValueSide& other) {
        std::vector<Span> spans;
        for (const text::Amount* amount : list)
            if (is_telling(*amount, own.document) && !stands_in(*amount, other.around.amounts)
                && !stands_as_year(*amount, other.around))
                spans.push_back(is_canonical(amount->unit) ? amount->with_unit : amount->span);
        return spans;
    };
    return {keep(rest.from, from, to), keep(rest.to, to, from)};
}

Leftover left_dates(const ValueSide& from, const ValueSide& to)
{
    const auto rest = unmatched(from.values.dates, to.values.dates);
    const auto keep = [](const std::vector<const text::DateMention*>& list, const ValueSide& other) {
        std::vector<Span> spans;
        for (const text::DateMention* date : list)
            if (!stands_in(*date, other.around.dates) && !stands_as_number(*date, other.around))
                spans.push_back(date->span);
        return spans;
    };
    return {keep(rest.from, to), keep(rest.to, from)};
}

TextSpan text_of(const Document& document, Span span) { return {text::collapse(document.slice(span)), span}; }

void add_changes(const char* kind, const Leftover& left, const ValueSide& from, const ValueSide& to,
                 std::vector<Change>& changes)
{
    for (std::size_t i = 0; i < std::min(left.from.size(), left.to.size()); ++i)
        changes.push_back({kind, text_of(from.document, left.from[i]), text_of(to.document, left.to[i]), {}});
}

} // namespace

Values values_of(const Document& document)
{
    Values values;
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::code)
            continue;
        const auto moved = [&](Span inner) {
            return Span{inner.begin + block.span.begin, inner.end + block.span.begin};
        };
        const std::size_t first_date = values.dates.size();
        for (text::DateMention& date : text::dates(document.slice(block.span), document.language)) {
            date.span = moved(date.span);
            values.dates.push_back(std::move(date));
        }
        for (text::Amount& amount : text::amounts(document.slice(block.span), document.language)) {
            amount.span = moved(amount.span);
            amount.with_unit = moved(amount.with_unit);
            const auto date = std::partition_point(
                values.dates.begin() + static_cast<std::ptrdiff_t>(first_date), values.dates.end(),
                [&](const text::DateMention& mention) { return mention.span.end <= amount.span.begin; });
            if (date == values.dates.end() || !date->span.overlaps(amount.span))
                values.amounts.push_back(std::move(amount));
        }
    }
    return values;
}

Values within(const Values& all, Span span)
{
    const auto inside = [&](const auto& list) {
        auto it = std::partition_point(list.begin(), list.end(),
                                       [&](const auto& value) { return value.span.begin < span.begin; });
        auto end = it;
        while (end != list.end() && end->span.end <= span.end)
            ++end;
        return std::vector(it, end);
    };
    return {inside(all.amounts), inside(all.dates)};
}

double agreement(const Values& a, const Values& b)
{
    const std::size_t all = a.amounts.size() + a.dates.size() + b.amounts.size() + b.dates.size();
    if (all == 0)
        return 1;
    const auto amounts = unmatched(a.amounts, b.amounts);
    const auto dates = unmatched(a.dates, b.dates);
    const std::size_t lone = amounts.from.size() + amounts.to.size() + dates.from.size() + dates.to.size();
    return 1 - static_cast<double>(lone) / static_cast<double>(all);
}

std::vector<Change> value_changes(const ValueSide& from, const ValueSide& to)
{
    std::vector<Change> changes;
    add_changes("number", left_numbers(from, to), from, to, changes);
    add_changes("date", left_dates(from, to), from, to, changes);
    return changes;
}

std::vector<Change> lone_value_changes(const ValueSide& from, const ValueSide& to)
{
    std::vector<Change> changes;
    const Leftover numbers = left_numbers(from, to);
    if (numbers.from.size() == 1 && numbers.to.size() == 1
        && (has_figures(from.document.slice(numbers.from.front()))
            || has_figures(to.document.slice(numbers.to.front()))))
        add_changes("number", numbers, from, to, changes);
    const Leftover dates = left_dates(from, to);
    if (dates.from.size() == 1 && dates.to.size() == 1)
        add_changes("date", dates, from, to, changes);
    return changes;
}

} // namespace verbatim::pair
