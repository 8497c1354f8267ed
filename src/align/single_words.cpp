// SPDX-License-Identifier: Apache-2.0
#include "align/single_words.hpp"

#include <algorithm>
#include <iterator>

namespace verbatim::align {

using text::TokenKind;

namespace {

/// Signs that are read as words: an amount must keep its unit.
bool is_unit_sign(std::string_view exact)
{
    constexpr std::string_view signs[] = {"%", "‰", "$", "€", "£", "¥", "°", "℃", "§", "&"};
    return std::find(std::begin(signs), std::end(signs), exact) != std::end(signs);
}

TokenKind kind_of(TokenKind kind, std::string_view exact)
{
    return kind == TokenKind::punctuation && is_unit_sign(exact) ? TokenKind::word : kind;
}

} // namespace

const Span* holder(const std::vector<Span>& spans, Span span)
{
    auto after =
        std::upper_bound(spans.begin(), spans.end(), span.begin, [](std::size_t at, Span s) { return at < s.begin; });
    return after != spans.begin() && (after - 1)->contains(span) ? &*(after - 1) : nullptr;
}

Word word_of(const text::Tokens& tokens, std::size_t i)
{
    const std::string_view exact = tokens.exact(i);
    Word word;
    word.exact = std::string(exact);
    word.kind = kind_of(tokens.list[i].kind, exact);
    word.span = tokens.list[i].span;
    return word;
}

bool calls_note(const Words& words)
{
    const std::size_t at = words.size() - 1;
    if (at == 0)
        return true;
    const Word& before = words[at - 1];
    if (before.span.end != words[at].span.begin || before.kind == TokenKind::number)
        return before.kind != TokenKind::number;
    if (before.kind != TokenKind::word)
        return true;
    const std::size_t letters = text::code_points(before.exact);
    const bool behind_number = at >= 2 && words[at - 2].kind == TokenKind::number;
    return letters > 2 && !(letters <= 4 && behind_number);
}

const Span* call_behind(const Word& word, const std::vector<Span>& calls)
{
    const auto call = std::find_if(calls.begin(), calls.end(), [&](Span at) {
        return at.end == word.span.end && at.begin > word.span.begin && at.size() < word.exact.size();
    });
    return call == calls.end() ? nullptr : &*call;
}

void cut(Word& word, Span call)
{
    word.exact.resize(word.exact.size() - call.size());
    word.span.end = call.begin;
}

} // namespace verbatim::align
