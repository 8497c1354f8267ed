// SPDX-License-Identifier: Apache-2.0
#include "syntax/citation_brackets.hpp"

#include <algorithm>

namespace verbatim::syntax::citation_parts {
namespace {

constexpr std::size_t longest_group = 2000; ///< bytes; what is longer is prose in brackets

bool at(std::string_view text, std::size_t offset, std::string_view what)
{
    return text.substr(offset, what.size()) == what;
}

} // namespace

std::optional<Bracket> bracket_at(std::string_view text, std::size_t open, std::size_t size)
{
    const bool round = text[open] != '[';
    const std::size_t begin = open + size, stop = std::min(text.size(), begin + longest_group);
    for (std::size_t i = begin; i < stop; ++i) {
        const char c = text[i];
        if (round ? c == ')' : c == ']')
            return Bracket{{begin, i}, i + 1};
        if (round && at(text, i, "）"))
            return Bracket{{begin, i}, i + 3};
        if (c == (round ? '(' : '[')) {
            // A reprint's first year stands in square brackets inside round ones; the same kind inside is no citation.
            return std::nullopt;
        }
        if (round && at(text, i, "（"))
            return std::nullopt;
    }
    return std::nullopt;
}

std::vector<Span> items_of(std::string_view text, Span inside)
{
    std::vector<Span> items;
    std::size_t begin = inside.begin;
    for (std::size_t i = inside.begin; i < inside.end; ++i) {
        const std::size_t size = text[i] == ';' ? 1 : at(text, i, "；") ? 3 : 0;
        if (size == 0)
            continue;
        items.push_back({begin, i});
        begin = i + size;
    }
    items.push_back({begin, inside.end});
    return items;
}

} // namespace verbatim::syntax::citation_parts
