// SPDX-License-Identifier: Apache-2.0
// Private to align. The parts of judging one hunk: numbers, names, brackets; the whole is judge_edit.
#pragma once
#include "align/comparison.hpp"

namespace verbatim::align {

using Indices = std::vector<std::size_t>;

constexpr std::size_t short_hunk = 3; ///< words a side up to which negation, number and name are told

struct Hunked {
    Indices q, s; ///< words of either side, marks left out
};
[[nodiscard]] Hunked words_of(const Sides& sides, const Script& script, Span columns);
[[nodiscard]] std::size_t length(const Words& words, const Indices& indices); ///< Han counts two thirds of a word
[[nodiscard]] bool any_negates(const Words& words, const Indices& indices, std::string_view text,
                               const syntax::Lexicon& lexicon);
/// Every differing column lays a word against a word for which `holds(quoted, source)` is true; at least one does.
[[nodiscard]] bool all_pairs(const Sides& sides, const Script& script, Span columns, const auto& holds)
{
    bool any = false;
    for (std::size_t i = columns.begin; i < columns.end; ++i) {
        const Column& column = script.columns[i];
        const bool q_word = column.has_q() && sides.quoted.words[column.q].is_word();
        const bool s_word = column.has_s() && sides.from.words[column.s].is_word();
        if (!q_word && !s_word)
            continue;
        if (!q_word || !s_word)
            return false;
        if (column.equal)
            continue;
        if (!holds(sides.quoted.words[column.q].exact, sides.from.words[column.s].exact))
            return false;
        any = true;
    }
    return any;
}

/// Another value or unit, or the same number in another form; nothing where the hunk is none of a number.
[[nodiscard]] std::optional<Judged> judge_number(const Sides& sides, const Script& script, Span columns,
                                                 const Hunked& words, Amounts& amounts);
/// Every moved word is of a number or weak: `from 40 to 14` for `from 14 to 40` are other numbers, not another order.
[[nodiscard]] bool moves_only_numbers(const Sides& sides, const Script& script, Span columns, Amounts& amounts);
/// A date of another value: the month, too (in Chinese it is a number); nothing where no date is touched.
[[nodiscard]] std::optional<Judged> judge_date(const Sides& sides, const Script& script, Span columns,
                                               const Hunked& words);
/// The sign of a number gained or lost.
[[nodiscard]] bool is_sign_change(const Sides& sides, const Script& script, Span columns);
/// True where the quoted bracket group does not show an amount of the source words that it replaces.
[[nodiscard]] bool hides_number(const Sides& sides, const Word& group, const Indices& replaced, Amounts& amounts);

[[nodiscard]] bool is_name_change(const Sides& sides, const Hunked& hunk);
[[nodiscard]] std::optional<Judged> judge_han_name(const Sides& sides, const Script& script, Span columns,
                                                   const Hunked& hunk);

/// Differing columns without any bracket group.
[[nodiscard]] Judged judge_words(const Sides& sides, const Piece& piece, const Edit& edit, Amounts& amounts);
/// An edit with bracket groups: a group takes the source words laid against it or dropped beside it.
[[nodiscard]] std::vector<Judged> judge_brackets(const Sides& sides, const Piece& piece, const Edit& edit,
                                                 Amounts& amounts);
[[nodiscard]] bool is_letter_change(const Sides& sides, const Script& script, Span columns);

} // namespace verbatim::align
