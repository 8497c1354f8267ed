// SPDX-License-Identifier: Apache-2.0
// Words as numbers. A word is the search form of a word or number token; a Han or Kana code point is its own number,
// folded to the simplified form, so that both scripts of Chinese find each other.
#pragma once
#include "text/text.hpp"

#include <tsl/robin_map.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::library {

using WordId = std::uint32_t;
inline constexpr WordId no_word = 0;            ///< a word that the library does not have; padding between texts
inline constexpr WordId han_bit = 0x8000'0000U; ///< the rest of the id is the code point

[[nodiscard]] inline bool is_han(WordId id) { return (id & han_bit) != 0; }
/// Words are what is searched: punctuation, quotation marks, ellipses and note calls are not.
[[nodiscard]] inline bool is_word(text::TokenKind kind)
{
    return kind == text::TokenKind::word || kind == text::TokenKind::number || kind == text::TokenKind::han;
}
/// The code point of a Han token's search form; 0 where the fold made several of it.
[[nodiscard]] char32_t single_code_point(std::string_view folded);

/// Strings to dense numbers from 1, in the order of their first coming.
class WordTable {
public:
    [[nodiscard]] WordId intern(std::string_view word);
    [[nodiscard]] WordId find(std::string_view word) const; ///< no_word if it is not there
    [[nodiscard]] std::string_view word(WordId id) const;
    [[nodiscard]] std::size_t size() const { return ends_.size(); }

private:
    struct Slot {
        WordId id = no_word;
        std::uint32_t tag = 0; ///< other bits of the hash, to spare most comparisons
    };
    void grow();
    std::string arena_; ///< all words, one behind the other
    std::vector<std::size_t> ends_;
    std::vector<Slot> slots_; ///< open addressing, at most half full
};

class Vocabulary {
public:
    /// The id of one token of any text; no_word for a word that the library does not have.
    [[nodiscard]] WordId find(const text::Tokens& tokens, std::size_t token) const;
    [[nodiscard]] WordId find(std::string_view search_form, text::TokenKind kind) const;
    [[nodiscard]] std::size_t occurrences(WordId id) const;    ///< in the whole library
    [[nodiscard]] std::size_t total() const { return total_; } ///< words of the whole library

    /// Building: intern(), then learn_han() of every code point met, then count() of all words.
    [[nodiscard]] WordId intern(std::string_view word) { return table_.intern(word); }
    void learn_han(const std::vector<char32_t>& code_points);
    [[nodiscard]] WordId han(char32_t code_point) const;
    void count(std::span<const WordId> words);

private:
    WordTable table_;
    tsl::robin_map<char32_t, char32_t> simplified_; ///< only of code points that the fold changes
    std::vector<std::uint32_t> word_counts_;
    std::vector<std::uint32_t> han_counts_;
    std::size_t total_ = 0;
};

} // namespace verbatim::library
