// SPDX-License-Identifier: Apache-2.0
// One trie over folded code points holds the entries of all classes: a walk from a place finds every entry that starts
// there, words and Han alike, each with the set of its classes. It is flat rows, read where they lie: in the image of a
// lexicon. Private to `syntax`.
#pragma once
#include "syntax/lexicon.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace verbatim::syntax {

/// Simple case folding of the scripts that lexicons are written in; runs of white space are one blank, a typographic
/// apostrophe is a straight one. At most 200 bytes of the text are read: longer keys are in no lexicon.
[[nodiscard]] std::string folded(std::string_view text);

/// The edges of a node lie in a row, by code point; those of ASCII also in a table from the first to the last.
struct TrieNode {
    std::uint32_t first = 0; ///< edge
    std::uint32_t edges = 0;
    std::uint32_t classes = 0;     ///< which set; set 0 is empty: no entry ends here
    std::uint32_t table = 0;       ///< where its table begins
    std::uint16_t table_first = 0; ///< the code point that it begins with
    std::uint16_t table_size = 0;
};
struct TrieEdge {
    char32_t c = 0;
    std::uint32_t next = 0;
};

/// The rows; node 0 is the root.
struct Trie {
    std::span<const TrieNode> nodes;
    std::span<const TrieEdge> edges;
    std::span<const std::uint32_t> tables; ///< the next node, 0 for none
    std::span<const ClassSet> classes;     ///< the sets of classes that entries have, each once

    /// The entries that start at `offset` and end at a word boundary, shorter before longer.
    [[nodiscard]] Matches matches(std::string_view text, std::size_t offset) const;
    /// Those of the entry that the whole text is; none for no entry.
    [[nodiscard]] const ClassSet* classes_of(std::string_view text) const;

private:
    class Walk;
    /// 0, the root, for none.
    [[nodiscard]] inline std::uint32_t step(const TrieNode& node, char32_t c) const;
};

/// Built once, from all keys.
class TrieMaker {
public:
    /// A folded word or phrase, UTF-8.
    void insert(std::string key, ClassId id) { keys_.push_back({std::move(key), id}); }
    void make();
    /// Good as long as the maker.
    [[nodiscard]] Trie trie() const { return {nodes_, edges_, tables_, classes_}; }

private:
    struct Key {
        std::string word;
        ClassId id = 0;
    };
    /// The nodes below `node`, whose keys are [begin, end) and agree in `depth` bytes.
    void grow(std::uint32_t node, std::size_t begin, std::size_t end, std::size_t depth);
    [[nodiscard]] std::uint32_t number_of(const ClassSet& set);

    std::vector<Key> keys_;
    std::vector<std::size_t> bounds_; ///< of the keys of each edge, for the nodes from the root to the one that grows
    std::vector<TrieNode> nodes_;
    std::vector<TrieEdge> edges_;
    std::vector<std::uint32_t> tables_;
    std::vector<ClassSet> classes_;
    std::unordered_map<ClassSet, std::uint32_t> numbers_; ///< of the sets
};

} // namespace verbatim::syntax
