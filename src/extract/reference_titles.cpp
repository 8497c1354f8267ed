// SPDX-License-Identifier: Apache-2.0
// What stands in marks in a reference is the title of an article: nobody said it, and no source is to hold it.
#include "extract/surroundings.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// A year that some reference gives: four digits from 1000 on.
bool has_year(std::string_view words)
{
    constexpr std::string_view digits = "0123456789";
    for (std::size_t at = words.find_first_of(digits); at != std::string_view::npos;) {
        const std::size_t end = std::min(words.find_first_not_of(digits, at), words.size());
        if (end - at == 4 && (words[at] == '1' || words[at] == '2'))
            return true;
        at = words.find_first_of(digits, end);
    }
    return false;
}

/// `Harbour Review 12 (1961)`, `in: Ports, Brandt 1961`: begins as what contains an article does.
bool is_reference_tail(std::string_view tail, const syntax::Lexicon& lexicon, bool behind_colon)
{
    tail.remove_prefix(std::min(tail.find_first_not_of(" \t.,;"), tail.size()));
    if (tail.empty())
        return false;
    const std::size_t in = lexicon.match("reference.in", tail, 0);
    if (in > 0 && in < tail.size() && (tail[in] == ':' || (tail[in] == ' ' && !behind_colon)))
        return true;
    const char32_t first = text::code_point_at(tail, 0);
    return !behind_colon && (text::is_upper(first) || (first >= U'0' && first <= U'9'));
}

/// The line of its paragraph in which the quotation begins, up to it; empty where that is long, and so is no name.
std::string_view line_before(const Document& document, const Surroundings& around)
{
    constexpr std::size_t longest = 400; // bytes
    const std::size_t end = around.outer.begin;
    const Block* block = document.block_at(end);
    if (block == nullptr || block->span.begin > end)
        return {};
    const std::size_t begin = std::max(block->span.begin, end - std::min(end, longest));
    const std::string_view before = document.slice({begin, end});
    const std::size_t line = before.rfind('\n');
    if (line != std::string_view::npos)
        return before.substr(line + 1);
    return begin == block->span.begin ? before : std::string_view();
}

/// Of several references in a row the last: `…; Tomas Veld, "Grey Water,"`.
bool ends_in_reference_head(std::string_view before, const syntax::Lexicon& lexicon)
{
    const std::size_t apart = before.rfind(';');
    return syntax::is_reference_head(before, lexicon)
           || (apart != std::string_view::npos && syntax::is_reference_head(before.substr(apart + 1), lexicon));
}

bool is_in_reference(const Document& document, const Quotation& quotation, const syntax::Lexicon& lexicon)
{
    const Attribution& attribution = quotation.attribution;
    if (quotation.form != QuotationForm::inline_ || quotation.nested_in || quotation.parts.size() > 1
        || attribution.cue)
        return false;
    const Surroundings around = surroundings_of(document, quotation);
    const std::string_view before = line_before(document, around);
    std::string_view after = around.after;
    after = after.substr(0, after.find('\n'));
    const std::size_t last = before.find_last_not_of(blanks);
    const bool behind_colon = last != std::string_view::npos && before[last] == ':';
    return ends_in_reference_head(before, lexicon) && is_reference_tail(after, lexicon, behind_colon)
           && (has_year(before) || has_year(after));
}

} // namespace

void name_reference_titles(const Document& document, Reading& reading, const syntax::Lexicon& lexicon)
{
    const auto in_entry = [&](const Quotation& quotation) {
        const Span hull = quotation.hull();
        const auto behind = std::partition_point(reading.entries.begin(), reading.entries.end(),
                                                 [&](const Citation& entry) { return entry.span.begin <= hull.begin; });
        return behind != reading.entries.begin() && (behind - 1)->span.contains(hull) && !quotation.attribution.cue;
    };
    for (Quotation& quotation : reading.quotations) {
        if (quotation.kind != QuotationKind::quotation && quotation.kind != QuotationKind::term)
            continue;
        if (!in_entry(quotation) && !is_in_reference(document, quotation, lexicon))
            continue;
        quotation.kind = QuotationKind::title;
        quotation.attribution = {};
        quotation.introduced = false;
    }
}

} // namespace verbatim::extract
