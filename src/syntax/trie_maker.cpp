// SPDX-License-Identifier: Apache-2.0
#include "syntax/trie.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::syntax {

void TrieMaker::make()
{
    // Bytes are in the order of code points.
    std::stable_sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) { return a.word < b.word; });
    [[maybe_unused]] const std::uint32_t empty = number_of({}); // set 0
    nodes_.emplace_back();
    grow(0, 0, keys_.size(), 0);
    keys_ = {};
    bounds_ = {};
}

void TrieMaker::grow(std::uint32_t node, std::size_t begin, std::size_t end, std::size_t depth)
{
    const auto word = [&](std::size_t at) -> const std::string& { return keys_[at].word; };
    ClassSet ending; // of the key that ends here: the shortest comes first
    for (; begin < end && word(begin).size() == depth; ++begin)
        ending.set(keys_[begin].id);
    nodes_[node].classes = number_of(ending);
    const auto first = static_cast<std::uint32_t>(edges_.size());
    const std::size_t bounds = bounds_.size();
    bounds_.push_back(begin);
    for (std::size_t at = begin; at < end;) {
        const char32_t c = text::code_point_at(word(at), depth);
        while (at < end && text::code_point_at(word(at), depth) == c)
            ++at;
        bounds_.push_back(at);
        edges_.push_back({c, static_cast<std::uint32_t>(nodes_.size())});
        nodes_.emplace_back();
    }
    TrieNode& made = nodes_[node];
    made.first = first;
    made.edges = static_cast<std::uint32_t>(bounds_.size() - bounds - 1);
    made.table = static_cast<std::uint32_t>(tables_.size());
    for (std::uint32_t e = first; e < first + made.edges && edges_[e].c < 0x80; ++e) {
        if (made.table_size == 0)
            made.table_first = static_cast<std::uint16_t>(edges_[e].c);
        made.table_size = static_cast<std::uint16_t>(edges_[e].c - made.table_first + 1);
        tables_.resize(made.table + made.table_size);
        tables_.back() = edges_[e].next;
    }
    const std::uint32_t edges = made.edges; // the nodes move as they grow
    for (std::uint32_t e = 0; e < edges; ++e) { // as deep as the longest key: 200
        const std::size_t of_edge = bounds_[bounds + e];
        grow(edges_[first + e].next, of_edge, bounds_[bounds + e + 1],
             depth + text::code_point_size(word(of_edge), depth));
    }
    bounds_.resize(bounds);
}

std::uint32_t TrieMaker::number_of(const ClassSet& set)
{
    const auto known = numbers_.emplace(set, static_cast<std::uint32_t>(classes_.size()));
    if (known.second)
        classes_.push_back(set);
    return known.first->second;
}

} // namespace verbatim::syntax
