// SPDX-License-Identifier: Apache-2.0
// Square brackets are the quoting author's (CONVENTIONS 2, `interpolation`): what they replace, and when that hides
// something.
#include "align/judging.hpp"
#include "align/near_words.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

bool is_sic(const Word& word) { return word.bare == "sic" || word.bare == "Sic" || word.bare == "原文如此"; }

/// A bracket group against the source words that it replaces; none for an insertion.
Judged judge_group(const Sides& sides, const Script& script, Span columns, Amounts& amounts)
{
    constexpr std::size_t most_replaced = 5;
    const Hunked hunk = words_of(sides, script, columns);
    const Word& group = sides.quoted.words[hunk.q.front()];
    const text::Tokens inner = text::tokenise(group.bare);
    bool says_no = false;
    for (std::size_t i = 0; i < inner.list.size(); ++i) {
        Word word;
        word.exact = inner.exact(i);
        word.kind = inner.list[i].kind;
        word.span = inner.list[i].span;
        says_no = says_no || negates(word, group.bare, sides.lexicon);
    }
    const bool hides_negation = !says_no && any_negates(sides.from.words, hunk.s, sides.source.plain, sides.lexicon);
    const bool too_much = length(sides.from.words, hunk.s) > most_replaced;
    if (too_much || hides_negation || hides_number(sides, group, hunk.s, amounts))
        return {DifferenceKind::interpolation_changes_meaning, columns};
    return {DifferenceKind::interpolation, columns};
}

} // namespace

bool is_letter_change(const Sides& sides, const Script& script, Span columns)
{
    return all_pairs(sides, script, columns, [](const std::string&, const std::string&) { return true; })
           && std::all_of(script.columns.begin() + static_cast<std::ptrdiff_t>(columns.begin),
                          script.columns.begin() + static_cast<std::ptrdiff_t>(columns.end), [&](const Column& column) {
                              if (column.equal || !column.has_q() || !column.has_s())
                                  return column.equal;
                              const Word& q = sides.quoted.words[column.q];
                              const std::string bare = text::case_fold(q.bare);
                              const std::string s = text::case_fold(sides.from.words[column.s].exact);
                              return q.lettered && bare.size() >= 2 && (s.starts_with(bare) || s.ends_with(bare));
                          });
}

std::vector<Judged> judge_brackets(const Sides& sides, const Piece& piece, const Edit& edit, Amounts& amounts)
{
    const std::vector<Column>& columns = piece.script.columns;
    const auto own_word = [&](std::size_t i) {
        return columns[i].has_q() && !sides.quoted.words[columns[i].q].bracketed;
    };
    const auto group = [&](std::size_t i) { return columns[i].has_q() && sides.quoted.words[columns[i].q].bracketed; };
    std::vector<Judged> judged;
    for (std::size_t i = edit.columns.begin; i < edit.columns.end;) {
        const std::size_t first = i;
        const bool own = own_word(i);
        std::size_t groups = 0;
        for (; i < edit.columns.end && own_word(i) == own && (groups == 0 || !group(i)); ++i)
            groups += group(i) ? 1U : 0U;
        if (groups == 0) {
            judged.push_back(judge_words(sides, piece, {{first, i}, false}, amounts));
            continue;
        }
        // A following group begins its own stretch; `[sic]` replaces nothing, what lies beside it was dropped.
        std::size_t at = first;
        while (!group(at))
            ++at;
        if (is_sic(sides.quoted.words[columns[at].q])) {
            if (at > first)
                judged.push_back(judge_words(sides, piece, {{first, at}, false}, amounts));
            judged.push_back({DifferenceKind::interpolation, {at, at + 1}});
            if (columns[at].has_s() || at + 1 < i)
                judged.push_back({DifferenceKind::omission, {at + (columns[at].has_s() ? 0U : 1U), i}});
            continue;
        }
        judged.push_back(judge_group(sides, piece.script, {first, i}, amounts));
    }
    return judged;
}

} // namespace verbatim::align
