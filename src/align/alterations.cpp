// SPDX-License-Identifier: Apache-2.0
// One differing hunk has one kind, from the gravest that fits (CONVENTIONS 3).
#include "align/judging.hpp"
#include "align/near_words.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>

namespace verbatim::align {

using text::TokenKind;

Hunked words_of(const Sides& sides, const Script& script, Span columns)
{
    Hunked hunk{quoted_in(script, columns), source_in(script, columns)};
    std::erase_if(hunk.q, [&](std::size_t i) { return !sides.quoted.words[i].is_word(); });
    std::erase_if(hunk.s, [&](std::size_t i) { return !sides.from.words[i].is_word(); });
    return hunk;
}

/// Han characters count two thirds of a word.
std::size_t length(const Words& words, const Indices& indices)
{
    std::size_t han = 0;
    for (const std::size_t i : indices)
        han += words[i].kind == TokenKind::han ? 1U : 0U;
    return indices.size() - han + han * 2 / 3;
}

bool any_negates(const Words& words, const Indices& indices, std::string_view text, const syntax::Lexicon& lexicon)
{
    return std::any_of(indices.begin(), indices.end(), [&](std::size_t i) { return negates(words[i], text, lexicon); });
}

namespace {

/// un-/in- gained or lost between two words that are laid against each other.
bool prefix_negates(const Sides& sides, const Script& script, Span columns)
{
    for (std::size_t i = columns.begin; i < columns.end; ++i) {
        const Column& column = script.columns[i];
        if (column.has_q() && column.has_s()
            && differ_by_negating_prefix(sides.quoted.words[column.q].exact, sides.from.words[column.s].exact,
                                         sides.lexicon))
            return true;
    }
    return false;
}

bool negation_changed(const Sides& sides, const Script& script, Span columns, const Hunked& hunk)
{
    return any_negates(sides.quoted.words, hunk.q, sides.quoting.plain, sides.lexicon)
               != any_negates(sides.from.words, hunk.s, sides.source.plain, sides.lexicon)
           || prefix_negates(sides, script, columns);
}

std::string run_together(const Words& words, const Script& script, Span columns, bool of_source)
{
    std::string all;
    for (const std::size_t i : of_source ? source_in(script, columns) : quoted_in(script, columns))
        if (words[i].exact != "-")
            for (const char c : words[i].exact)
                if (c != '-')
                    all += c;
    return text::case_fold(all);
}

DifferenceKind word_kind(const Sides& sides, const Script& script, const Edit& edit, const Hunked& hunk)
{
    const auto variant = [&](const std::string& q, const std::string& s) { return is_variant(q, s, sides.lexicon); };
    const auto misspelt = [&](const std::string& q, const std::string& s) {
        return is_spelling(q, s, sides.lexicon, sides.library);
    };
    const auto inflected = [&](const std::string& q, const std::string& s) {
        return is_inflection(q, s, sides.lexicon, sides.language);
    };
    if (edit.moved)
        return DifferenceKind::order;
    if (hunk.q.empty())
        return DifferenceKind::omission;
    if (hunk.s.empty())
        return DifferenceKind::insertion;
    const std::string q = run_together(sides.quoted.words, script, edit.columns, false);
    if (!q.empty() && q == run_together(sides.from.words, script, edit.columns, true))
        return DifferenceKind::spelling;
    if (all_pairs(sides, script, edit.columns, variant))
        return DifferenceKind::spelling;
    if (all_pairs(sides, script, edit.columns, inflected))
        return DifferenceKind::inflection;
    if (all_pairs(sides, script, edit.columns, misspelt))
        return DifferenceKind::spelling;
    return DifferenceKind::substitution;
}

} // namespace

Judged judge_words(const Sides& sides, const Piece& piece, const Edit& edit, Amounts& amounts)
{
    const Script& script = piece.script;
    const Hunked hunk = words_of(sides, script, edit.columns);
    if (hunk.q.empty() && hunk.s.empty())
        return is_sign_change(sides, script, edit.columns) ? Judged{DifferenceKind::number, edit.columns}
                                                           : judge_marks(sides, piece, edit.columns);
    const bool is_short =
        length(sides.quoted.words, hunk.q) <= short_hunk && length(sides.from.words, hunk.s) <= short_hunk;
    if (is_short && !edit.moved && negation_changed(sides, script, edit.columns, hunk))
        return {DifferenceKind::negation, edit.columns};
    if (is_letter_change(sides, script, edit.columns))
        return {DifferenceKind::interpolation, edit.columns};
    if (const auto date = judge_date(sides, script, edit.columns, hunk))
        return *date;
    if (!edit.moved || moves_only_numbers(sides, script, edit.columns, amounts))
        if (const auto number = judge_number(sides, script, edit.columns, hunk, amounts))
            return *number;
    const DifferenceKind kind = word_kind(sides, script, edit, hunk);
    if (is_short && (kind == DifferenceKind::substitution || kind == DifferenceKind::spelling)) {
        if (const auto name = judge_han_name(sides, script, edit.columns, hunk))
            return *name;
        if (kind == DifferenceKind::substitution && is_name_change(sides, hunk))
            return {DifferenceKind::name, edit.columns};
    }
    return {kind, edit.columns};
}

std::vector<Judged> judge_edit(const Sides& sides, const Piece& piece, const Edit& edit, Amounts& amounts)
{
    const std::vector<std::size_t> quoted = quoted_in(piece.script, edit.columns);
    const bool bracketed =
        std::any_of(quoted.begin(), quoted.end(), [&](std::size_t i) { return sides.quoted.words[i].bracketed; });
    if (bracketed)
        return judge_brackets(sides, piece, edit, amounts);
    return {judge_words(sides, piece, edit, amounts)};
}

bool negates(const Word& word, std::string_view text, const syntax::Lexicon& lexicon)
{
    if (!word.is_word() || word.bracketed)
        return false;
    const bool contracted = word.exact.size() > 3 && word.exact.ends_with("n't");
    if (!contracted && !lexicon.has("wording.negation", word.exact))
        return false;
    for (std::size_t back = 0, at = word.span.begin; back < 3; ++back) {
        if (const std::size_t size = lexicon.match("wording.no-negation", text, at); at + size > word.span.begin)
            return false;
        if (word.kind != text::TokenKind::han || at == 0)
            break;
        do // the exempt word may begin before the character: 特别
            --at;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U);
    }
    return true;
}

std::size_t condition_at(std::string_view text, std::size_t offset, const syntax::Lexicon& lexicon)
{
    if (lexicon.match("wording.no-condition", text, offset) > 0)
        return 0;
    return lexicon.match("wording.condition", text, offset);
}

} // namespace verbatim::align
