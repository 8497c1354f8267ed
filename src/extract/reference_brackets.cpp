// SPDX-License-Identifier: Apache-2.0
#include "extract/reference_brackets.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

/// `(1961)` `(p. 3)` `（第12页）`: figures, and letters as labels have them.
bool only_locates(std::string_view inside)
{
    bool digit = false;
    std::size_t run = 0;
    for (std::size_t i = 0; i < inside.size(); i += text::code_point_size(inside, i)) {
        const char32_t c = text::code_point_at(inside, i);
        const bool letter = text::is_letter(c);
        digit = digit || text::is_digit(c);
        run = letter ? run + 1 : 0;
        if (run > 4 || (letter && text::is_upper(c)))
            return false;
    }
    return digit;
}

/// Such a bracket before a colon: `Okoro said (p. 3): "…"`. Elsewhere it may be a date of the sentence.
std::vector<Span> locating_brackets(std::string_view mask, std::size_t base)
{
    constexpr std::size_t longest = 30; // bytes
    constexpr text::ByteSet colons(":\xef");
    std::vector<Span> brackets;
    for (std::size_t colon = 0; (colon = colons.find_in(mask, colon + 1)) != std::string_view::npos;) {
        if (mask[colon] != ':' && mask.substr(colon, 3) != "：")
            continue;
        const bool wide = mask.substr(0, colon).ends_with("）");
        if (!wide && mask[colon - 1] != ')')
            continue;
        const std::size_t close = colon - (wide ? 3 : 1), from = close > longest ? close - longest : 0;
        const std::string_view before = mask.substr(from, close - from);
        const std::size_t open = before.rfind(wide ? "（" : "(");
        if (open != std::string_view::npos && only_locates(before.substr(open + (wide ? 3 : 1))))
            brackets.push_back({base + from + open, base + colon});
    }
    return brackets;
}

/// Brackets that cite, `(Okoro, 1961, p. 3)` `[@okoro-1961]`: their words and stops are no part of the sentence.
std::vector<Span> citing_brackets(std::string_view mask, std::size_t base, const syntax::Lexicon& lexicon)
{
    std::vector<Span> brackets;
    for (const syntax::ParsedCitation& citation : syntax::parse_citations(mask, lexicon).list) {
        const bool cites = citation.kind == CitationKind::author_date || citation.kind == CitationKind::key;
        const std::string_view group = mask.substr(citation.group.begin, citation.group.size());
        // A run of x is a quotation that was blotted out.
        if (!cites || citation.guess || group.find("xxxx") != std::string_view::npos)
            continue;
        const Span bracket{base + citation.group.begin, base + citation.group.end};
        if (brackets.empty() || !(brackets.back() == bracket))
            brackets.push_back(bracket);
    }
    return brackets;
}

} // namespace

std::vector<Span> reference_brackets(std::string_view mask, std::size_t base, const syntax::Lexicon& lexicon)
{
    std::vector<Span> brackets = citing_brackets(mask, base, lexicon);
    const std::vector<Span> locating = locating_brackets(mask, base);
    brackets.insert(brackets.end(), locating.begin(), locating.end());
    std::stable_sort(brackets.begin(), brackets.end(), [](Span a, Span b) { return a.begin < b.begin; });
    return brackets;
}

} // namespace verbatim::extract
