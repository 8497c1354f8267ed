// SPDX-License-Identifier: Apache-2.0
// `[3, 5–7]` where the document has a list of numbered references, `[3] Okoro, M. Address …`. Without such a list a
// number in brackets is none.
#include "extract/citations.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <charconv>

namespace verbatim::extract {
namespace {

constexpr std::size_t longest_group = 60; ///< bytes inside the brackets
constexpr std::size_t longest_range = 30; ///< numbers: more in one range is no citation

struct Numbered {
    std::size_t number = 0;
    Span span; ///< of its item, offsets in the group
};

/// The number that starts at `at`, three digits at most; `at` moves behind it.
std::optional<std::size_t> number_at(std::string_view text, std::size_t& at)
{
    std::size_t value = 0;
    const char* begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, begin + std::min<std::size_t>(3, text.size() - at), value);
    if (error != std::errc{} || value == 0)
        return std::nullopt;
    at += static_cast<std::size_t>(end - begin);
    return value;
}

/// The numbers of "3, 5–7"; empty where anything else stands there.
std::vector<Numbered> numbers_in(std::string_view group)
{
    std::vector<Numbered> numbers;
    for (std::size_t at = 0; at < group.size();) {
        const std::size_t begin = at;
        const auto first = number_at(group, at);
        if (!first)
            return {};
        auto last = first;
        const std::size_t dash = group.substr(at).starts_with("–") ? 3 : group.substr(at).starts_with("-") ? 1 : 0;
        if (dash > 0) {
            at += dash;
            last = number_at(group, at);
            if (!last || *last <= *first || *last - *first > longest_range)
                return {};
        }
        for (std::size_t number = *first; number <= *last; ++number)
            numbers.push_back({number, {begin, at}});
        if (at == group.size())
            break;
        if (group[at] != ',' && group[at] != ';')
            return {};
        at = group.find_first_not_of(' ', at + 1);
        if (at == std::string_view::npos)
            return {};
    }
    return numbers;
}

} // namespace

std::string reference_number(std::string_view entry)
{
    std::size_t at = 1;
    if (!entry.starts_with('[') || !number_at(entry, at) || at >= entry.size() || entry[at] != ']')
        return {};
    return std::string(entry.substr(1, at - 1));
}

NumberedList numbered_list(const std::vector<Citation>& entries)
{
    NumberedList list;
    for (const Citation& entry : entries)
        if (entry.kind == CitationKind::entry && !entry.key.empty())
            list.emplace(entry.key, &entry);
    return list;
}

std::vector<Citation> numeric_citations(const Document& document, const Block& block, const NumberedList& list)
{
    std::vector<Citation> found;
    const std::string_view words = document.slice(block.span);
    for (std::size_t open = 0; list.size() >= 2 && (open = words.find('[', open)) != std::string_view::npos; ++open) {
        const std::size_t close = words.substr(0, std::min(words.size(), open + longest_group)).find(']', open);
        if (close == std::string_view::npos)
            continue;
        const std::vector<Numbered> numbers = numbers_in(words.substr(open + 1, close - open - 1));
        // `[2, 40]` against a list of nine is an interval.
        if (!std::all_of(numbers.begin(), numbers.end(),
                         [&](const Numbered& one) { return list.contains(std::to_string(one.number)); }))
            continue;
        for (const Numbered& one : numbers) {
            Citation citation;
            citation.kind = CitationKind::numeric;
            citation.key = std::to_string(one.number);
            citation.fields = list.at(citation.key)->fields;
            citation.fields.erase("locator"); // the entry's pages are not the place that is cited
            citation.span = {block.span.begin + open + 1 + one.span.begin, block.span.begin + open + 1 + one.span.end};
            citation.text = std::string(document.slice(citation.span));
            found.push_back(std::move(citation));
        }
    }
    return found;
}

} // namespace verbatim::extract
