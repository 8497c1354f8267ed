// SPDX-License-Identifier: Apache-2.0
// Words as numbers. A word is the search form of a word or number token; a Han or Kana code point is its own number,
// folded to the simplified form, so that both scripts of Chinese find each other.
#pragma once
#include "library/flat_array.hpp"
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
    struct Slot {
        WordId id = no_word;
        std::uint32_t tag = 0; ///< other bits of the hash, to spare most comparisons
    };
    [[nodiscard]] WordId intern(std::string_view word);
    [[nodiscard]] std::string_view word(WordId id) const;
    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    struct Parts {
        std::vector<char> letters;
        std::vector<std::uint32_t> ends;
        std::vector<Slot> slots;
    };
    [[nodiscard]] Parts parts() && { return {std::move(letters_), std::move(ends_), std::move(slots_)}; }

private:
    void grow();
    std::vector<char> letters_; ///< all words, one behind the other
    std::vector<std::uint32_t> ends_;
    std::vector<Slot> slots_; ///< open addressing, at most half full
};

/// The parts of a vocabulary as flat arrays, as a saved index holds them.
struct VocabularyArrays {
    FlatArray<char> letters;              ///< of WordTable
    FlatArray<std::uint32_t> ends;        ///< of WordTable
    FlatArray<WordTable::Slot> slots;     ///< of WordTable
    FlatArray<std::uint32_t> word_counts; ///< by id; [0] is 0
    FlatArray<std::uint32_t> han_counts;  ///< by code point, up to the last one met
    FlatArray<char32_t> simplified;       ///< pairs from, to: only of code points that the fold changes; by the first
};

class Vocabulary {
public:
    Vocabulary() = default;
    /// Arrays as another vocabulary gave them, or as a file has them: any numbers in them are safe.
    explicit Vocabulary(VocabularyArrays arrays);
    /// Of `words`, each as the table or learn_han() of a builder made it.
    Vocabulary(WordTable table, tsl::robin_map<char32_t, char32_t> simplified, std::span<const WordId> words);

    /// The id of one token of any text; no_word for a word that the library does not have.
    [[nodiscard]] WordId find(const text::Tokens& tokens, std::size_t token) const;
    [[nodiscard]] WordId find(std::string_view search_form, text::TokenKind kind) const;
    [[nodiscard]] std::size_t occurrences(WordId id) const;    ///< in the whole library
    [[nodiscard]] std::size_t total() const { return total_; } ///< words of the whole library
    [[nodiscard]] const VocabularyArrays& arrays() const { return arrays_; }
    /// The same words and numbers; this one must outlive it.
    [[nodiscard]] Vocabulary view() const;

private:
    [[nodiscard]] WordId find_word(std::string_view word) const;
    [[nodiscard]] bool is_spelled(WordId id, std::string_view word) const;
    VocabularyArrays arrays_;
    std::size_t total_ = 0;
    tsl::robin_map<char32_t, char32_t> simplified_;
};

/// Han and Kana of a library → the simplified form, where it is another one.
[[nodiscard]] tsl::robin_map<char32_t, char32_t> simplified_forms(const std::vector<char32_t>& code_points);
[[nodiscard]] inline WordId han_word(const tsl::robin_map<char32_t, char32_t>& simplified, char32_t code_point)
{
    const auto found = simplified.find(code_point);
    return han_bit | static_cast<WordId>(found == simplified.end() ? code_point : found->second);
}

} // namespace verbatim::library
