// SPDX-License-Identifier: Apache-2.0
// `[3, 5–7]`: against the document's list of numbered references, `[3] Okoro, M. Address …`, where it has one. Without a
// list a number in brackets cites where it stands as citations do, behind a word or its stop and not at the head of a
// paragraph, and where the document does so with several numbers; what it cites stays open.
#include "extract/citations.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

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

/// The numbered entries by their number.
using NumberedList = std::map<std::string, const Citation*, std::less<>>;

NumberedList numbered_list(const std::vector<Citation>& entries)
{
    NumberedList list;
    for (const Citation& entry : entries)
        if (entry.kind == CitationKind::entry && !entry.key.empty())
            list.emplace(entry.key, &entry);
    return list;
}

/// Numbers in one pair of brackets; `span` has the brackets, offsets in the block.
struct Group {
    Span span;
    std::vector<Numbered> numbers;
};

std::vector<Group> groups_in(std::string_view words)
{
    std::vector<Group> groups;
    for (std::size_t open = words.find('['); open != std::string_view::npos; open = words.find('[', open + 1)) {
        const std::size_t close = words.substr(0, std::min(words.size(), open + longest_group)).find(']', open);
        if (close == std::string_view::npos)
            continue;
        std::vector<Numbered> numbers = numbers_in(words.substr(open + 1, close - open - 1));
        if (!numbers.empty())
            groups.push_back({{open, close + 1}, std::move(numbers)});
    }
    return groups;
}

bool all_in(const NumberedList& list, const std::vector<Numbered>& numbers)
{
    return std::all_of(numbers.begin(), numbers.end(),
                       [&](const Numbered& one) { return list.contains(std::to_string(one.number)); });
}

bool ascends(const std::vector<Numbered>& numbers)
{
    return std::adjacent_find(numbers.begin(), numbers.end(),
                              [](const Numbered& a, const Numbered& b) { return a.number >= b.number; })
           == numbers.end();
}

/// Behind a word and a blank, or right behind a stop, a mark or a Han character; `name[3]` is code. A bracket that opens
/// its paragraph is a number or a label of the paragraph.
bool stands_as_citation(std::string_view words, Span group)
{
    const std::string_view before = words.substr(0, group.begin);
    const std::size_t word_end = before.find_last_not_of(" \t\r\n");
    if (word_end == std::string_view::npos)
        return false;
    const auto is_letter_or_digit = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    const bool attached = word_end + 1 == before.size();
    if (attached && is_letter_or_digit(before.back()))
        return false;
    return group.end == words.size() || !(is_letter_or_digit(words[group.end]) || words[group.end] == '(');
}

Citation citation_of(const Document& document, std::size_t base, const Numbered& one, const NumberedList& list)
{
    Citation citation;
    citation.kind = CitationKind::numeric;
    citation.key = std::to_string(one.number);
    if (const auto entry = list.find(citation.key); entry != list.end())
        citation.fields = entry->second->fields;
    citation.fields.erase("locator"); // the entry's pages are not the place that is cited
    citation.span = {base + one.span.begin, base + one.span.end};
    citation.text = std::string(document.slice(citation.span));
    return citation;
}

} // namespace

std::string reference_number(std::string_view entry)
{
    std::size_t at = 1;
    if (!entry.starts_with('[') || !number_at(entry, at) || at >= entry.size() || entry[at] != ']')
        return {};
    return std::string(entry.substr(1, at - 1));
}

std::vector<Citation> numeric_citations(const Document& document, const std::vector<Citation>& entries)
{
    const NumberedList list = numbered_list(entries);
    const bool listed = list.size() >= 2;
    std::vector<Citation> found;
    std::set<std::size_t> alone; // numbers that stand in brackets of their own
    std::set<std::size_t> cited;
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::code || block.kind == BlockKind::note)
            continue;
        const std::string_view words = document.slice(block.span);
        for (const Group& group : groups_in(words)) {
            // `[2, 40]` against a list of nine is an interval.
            if (listed ? !all_in(list, group.numbers) : !stands_as_citation(words, group.span) || !ascends(group.numbers))
                continue;
            if (group.numbers.size() == 1)
                alone.insert(group.numbers.front().number);
            for (const Numbered& one : group.numbers) {
                found.push_back(citation_of(document, block.span.begin + group.span.begin + 1, one, list));
                cited.insert(one.number);
            }
        }
    }
    if (!listed && (cited.size() < 2 || alone.empty()))
        found.clear();
    return found;
}

} // namespace verbatim::extract
