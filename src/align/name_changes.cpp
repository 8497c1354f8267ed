// SPDX-License-Identifier: Apache-2.0
// Is a changed word another proper name? By the people of the library, else by capitals inside the sentence.
#include "align/judging.hpp"
#include "align/near_words.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

using text::TokenKind;

bool ends_sentence(const Word& word)
{
    return word.exact == "." || word.exact == "?" || word.exact == "!" || word.exact == ":"
           || word.kind == TokenKind::mark || word.kind == TokenKind::ellipsis;
}

/// Capitalised where a sentence goes on. `known_inside`: the other side says that it does.
bool is_capitalised(const Words& words, const Indices& indices, const syntax::Lexicon& lexicon)
{
    bool any = false;
    for (const std::size_t i : indices) {
        if (lexicon.has("wording.weak", words[i].exact))
            continue;
        if (!text::is_upper(text::code_point_at(words[i].exact, 0)) || text::code_points(words[i].exact) < 2)
            return false;
        any = true;
    }
    return any;
}

bool stands_inside(const Words& words, std::size_t first) { return first > 0 && !ends_sentence(words[first - 1]); }

std::string phrase(const Document& document, const Words& words, const Indices& indices)
{
    return text::collapse(document.slice({words[indices.front()].span.begin, words[indices.back()].span.end}));
}

/// An alias of a person that overlaps the words, in a script without spaces.
struct Mention {
    Span span;
    std::size_t person = 0;
};
std::optional<Mention> mention(const Sides& sides, const Document& document, Span around, Span words)
{
    const std::string_view text = document.slice(around);
    std::optional<Mention> best;
    const std::vector<Person>& people = sides.library->people();
    for (std::size_t p = 0; p < people.size(); ++p) {
        const auto look = [&](const std::string& name) {
            if (text::code_points(name) < 2 || !text::is_han_or_kana(text::code_point_at(name, 0)))
                return;
            for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
                const Span span{around.begin + at, around.begin + at + name.size()};
                if (span.overlaps(words) && (!best || span.size() > best->span.size()))
                    best = Mention{span, p};
            }
        };
        look(people[p].name);
        for (const std::string& alias : people[p].aliases)
            look(alias);
    }
    return best;
}

} // namespace

bool is_name_change(const Sides& sides, const Hunked& hunk)
{
    if (hunk.q.empty() || hunk.s.empty())
        return false;
    const std::string q = phrase(sides.quoting, sides.quoted.words, hunk.q);
    const std::string s = phrase(sides.source, sides.from.words, hunk.s);
    if (share_root(sides.quoted.words[hunk.q.front()].exact, sides.from.words[hunk.s.front()].exact))
        return false;
    if (sides.library != nullptr) {
        if (sides.library->same_person(q, s))
            return false;
        const auto a = sides.library->person(q), b = sides.library->person(s);
        if (a && b)
            return *a != *b;
    }
    if (text::primary_language(sides.language) == "de")
        return false;
    // Months and days of the week are capitalised, but name nobody: a date is a value.
    if (sides.lexicon.has("time-noun", sides.quoted.words[hunk.q.front()].exact)
        && sides.lexicon.has("time-noun", sides.from.words[hunk.s.front()].exact))
        return false;
    return is_capitalised(sides.quoted.words, hunk.q, sides.lexicon)
           && is_capitalised(sides.from.words, hunk.s, sides.lexicon)
           && stands_inside(sides.from.words, hunk.s.front());
}

std::optional<Judged> judge_han_name(const Sides& sides, const Script& script, Span columns, const Hunked& hunk)
{
    constexpr std::size_t reach = 8; // words to either side that a name may take
    if (sides.library == nullptr || hunk.q.empty() || hunk.s.empty()
        || sides.quoted.words[hunk.q.front()].kind != TokenKind::han)
        return std::nullopt;
    const Span wide{columns.begin - std::min(columns.begin, reach),
                    std::min(script.columns.size(), columns.end + reach)};
    const Indices q = quoted_in(script, wide), s = source_in(script, wide);
    const auto span_of = [](const Words& words, const Indices& indices) {
        return Span{words[indices.front()].span.begin, words[indices.back()].span.end};
    };
    const auto a = mention(sides, sides.quoting, span_of(sides.quoted.words, q), span_of(sides.quoted.words, hunk.q));
    const auto b = mention(sides, sides.source, span_of(sides.from.words, s), span_of(sides.from.words, hunk.s));
    if (!a || !b || a->person == b->person)
        return std::nullopt;
    Span whole = columns;
    const auto inside = [&](std::size_t i) {
        const Column& column = script.columns[i];
        return (column.has_q() && sides.quoted.words[column.q].span.overlaps(a->span))
               || (column.has_s() && sides.from.words[column.s].span.overlaps(b->span));
    };
    while (whole.begin > 0 && inside(whole.begin - 1))
        --whole.begin;
    while (whole.end < script.columns.size() && inside(whole.end))
        ++whole.end;
    return Judged{DifferenceKind::name, whole};
}

} // namespace verbatim::align
