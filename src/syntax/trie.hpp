// SPDX-License-Identifier: Apache-2.0
// One trie over folded code points holds the entries of all classes: a walk from a place finds every entry that starts
// there, words and Han alike, each with the set of its classes. Private to `syntax`.
#pragma once
#include "syntax/lexicon.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace verbatim::syntax {

/// Simple case folding of the scripts that lexicons are written in; runs of white space are one blank, a typographic
/// apostrophe is a straight one. At most 200 bytes of the text are read: longer keys are in no lexicon.
[[nodiscard]] std::u32string folded(std::string_view text);

/// Built once, then frozen into flat rows of edges.
class Trie {
public:
    /// A folded word or phrase, UTF-8.
    void insert(std::string key, ClassId id) { keys_.push_back({std::move(key), id}); }
    void freeze();
    /// The entries that start at `offset` and end at a word boundary, shorter before longer.
    [[nodiscard]] Matches matches(std::string_view text, std::size_t offset) const;

private:
    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
    struct Key {
        std::string word;
        ClassId id = 0;
    };
    /// A key while they are sorted: its first bytes, which tell most keys apart, and which it is.
    struct Sorted {
        std::uint64_t head = 0; ///< 8 bytes, the first one highest
        const Key* key = nullptr;
    };
    /// The edges of a node lie in a row, by code point; those of ASCII also in a table from the first to the last.
    struct Node {
        std::uint32_t first = 0; ///< edge
        std::uint32_t edges = 0;
        std::uint32_t classes = none;
        std::uint32_t table = 0;      ///< where its table begins in tables_
        std::uint8_t table_first = 0; ///< the code point that it begins with
        std::uint8_t table_size = 0;
    };
    struct Edge {
        char32_t c = 0;
        std::uint32_t next = 0;
    };

    /// 0, the root, for none.
    [[nodiscard]] inline std::uint32_t step(const Node& node, char32_t c) const;

    void sort_keys();
    /// The nodes below `node`, whose keys are [begin, end) of the sorted ones and agree in `depth` bytes.
    void grow(std::uint32_t node, std::size_t begin, std::size_t end, std::size_t depth);

    // Until it is frozen:
    std::vector<Key> keys_;
    std::vector<Sorted> sorted_;
    std::vector<std::size_t> bounds_; ///< of the keys of each edge, for the nodes from the root to the one that grows
    std::vector<Node> nodes_;
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> tables_; ///< the next node, 0 for none
    std::vector<ClassSet> classes_;
};

} // namespace verbatim::syntax
