// SPDX-License-Identifier: Apache-2.0
#include "pair/words.hpp"

#include "pair/sentences.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace verbatim::pair {
namespace {

bool is_wordlike(text::TokenKind kind)
{
    return kind == text::TokenKind::word || kind == text::TokenKind::number || kind == text::TokenKind::han;
}

/// Common words regardless of order: an upper bound that is linear.
std::size_t common_words(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b)
{
    std::unordered_map<std::uint32_t, std::size_t> counts;
    for (const std::uint32_t word : a)
        ++counts[word];
    std::size_t common = 0;
    for (const std::uint32_t word : b) {
        const auto it = counts.find(word);
        if (it != counts.end() && it->second > 0) {
            --it->second;
            ++common;
        }
    }
    return common;
}

/// Plain spans of quoted words, in order, for leaving them out of sentences.
std::vector<Span> quoted_spans(const Reading& reading)
{
    std::vector<Span> spans;
    for (const Quotation& quotation : reading.quotations)
        if (quotation.kind == QuotationKind::quotation && !quotation.nested_in)
            for (const TextSpan& part : quotation.parts)
                spans.push_back(part.span);
    std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
    return spans;
}

std::string without(const Document& document, Span sentence, const std::vector<Span>& quoted)
{
    std::string rest;
    std::size_t at = sentence.begin;
    auto it = std::partition_point(quoted.begin(), quoted.end(), [&](Span s) { return s.end <= sentence.begin; });
    for (; it != quoted.end() && it->begin < sentence.end; ++it) {
        if (it->begin > at)
            rest += document.slice({at, it->begin});
        rest += ' ';
        at = std::max(at, it->end);
    }
    if (at < sentence.end)
        rest += document.slice({at, sentence.end});
    return rest;
}

} // namespace

std::uint32_t WordIds::id_of(std::string_view word)
{
    const auto it = ids_.find(word);
    if (it != ids_.end())
        return it->second;
    return ids_.emplace(std::string(word), static_cast<std::uint32_t>(ids_.size())).first->second;
}

std::vector<std::uint32_t> WordIds::ids_of(std::string_view text)
{
    const text::Tokens tokens = text::tokenise(text);
    std::vector<std::uint32_t> ids;
    for (std::size_t i = 0; i < tokens.list.size(); ++i)
        if (is_wordlike(tokens.list[i].kind))
            ids.push_back(id_of(tokens.search(i)));
    if (ids.empty() && !tokens.list.empty())
        ids.push_back(id_of(text::collapse(text)));
    return ids;
}

void WordPlaces::add(std::size_t text, const std::vector<std::uint32_t>& words)
{
    for (const std::uint32_t word : words) {
        std::vector<std::size_t>& texts = places_[word];
        if (texts.empty() || texts.back() != text)
            texts.push_back(text);
    }
}

std::vector<std::size_t> WordPlaces::sharing(const std::vector<std::uint32_t>& words, std::size_t near,
                                             std::size_t most) const
{
    constexpr std::size_t most_places = 2000;
    std::vector<const std::vector<std::size_t>*> lists;
    std::vector<std::uint32_t> distinct = words;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    for (const std::uint32_t word : distinct)
        if (const auto it = places_.find(word); it != places_.end())
            lists.push_back(&it->second);
    std::stable_sort(lists.begin(), lists.end(), [](const auto* a, const auto* b) { return a->size() < b->size(); });
    std::unordered_map<std::size_t, std::size_t> shared;
    std::size_t seen = 0;
    for (const auto* list : lists) {
        if (seen > 0 && seen + list->size() > most_places)
            break;
        seen += list->size();
        for (const std::size_t text : *list)
            ++shared[text];
    }
    std::vector<std::pair<std::size_t, std::size_t>> ranked(shared.begin(), shared.end());
    const auto distance = [&](std::size_t text) { return std::max(text, near) - std::min(text, near); };
    std::sort(ranked.begin(), ranked.end(), [&](const auto& a, const auto& b) {
        return std::tuple(b.second, distance(a.first), a.first) < std::tuple(a.second, distance(b.first), b.first);
    });
    std::vector<std::size_t> texts;
    for (const auto& [text, count] : ranked)
        if (texts.size() < most)
            texts.push_back(text);
    return texts;
}

std::vector<Sentence> unquoted_sentences(const Document& document, const Reading& reading, WordIds& ids)
{
    const std::vector<Span> quoted = quoted_spans(reading);
    std::vector<Sentence> list;
    const Sentences sentences(document);
    for (const Span span : sentences.all()) {
        Sentence sentence{span, {}};
        sentence.words = ids.ids_of(without(document, span, quoted));
        list.push_back(std::move(sentence));
    }
    return list;
}

std::size_t common_in_order(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b)
{
    constexpr std::size_t most_cells = 4'000'000;
    if (a.size() * b.size() > most_cells)
        return common_words(a, b);
    std::vector<std::size_t> row(b.size() + 1, 0);
    for (const std::uint32_t word : a) {
        std::size_t diagonal = 0;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t above = row[j + 1];
            row[j + 1] = word == b[j] ? diagonal + 1 : std::max(row[j], above);
            diagonal = above;
        }
    }
    return row.back();
}

double likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b)
{
    if (a.empty() && b.empty())
        return 0;
    const std::size_t bound = common_words(a, b);
    const double total = static_cast<double>(a.size() + b.size());
    if (2.0 * static_cast<double>(bound) / total < 0.3)
        return 2.0 * static_cast<double>(bound) / total;
    return 2.0 * static_cast<double>(common_in_order(a, b)) / total;
}

bool holds_run(const std::vector<std::uint32_t>& outer, const std::vector<std::uint32_t>& inner)
{
    return !inner.empty() && std::search(outer.begin(), outer.end(), inner.begin(), inner.end()) != outer.end();
}

} // namespace verbatim::pair
