// SPDX-License-Identifier: Apache-2.0
// The words of a name, and what they look like. Private to `extract`.
#pragma once
#include "text/text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::extract {

struct NameWord {
    std::string_view text;
    std::size_t begin = 0;
    bool capital = false;
};

/// What a word of ASCII is made of, without the stop of an initial.
constexpr text::ByteSet ascii_of_words("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-'");
[[nodiscard]] bool part_of_word(char32_t c);
/// The first word at `at` or behind it that may begin a name, from its beginning: one with a capital in it or one that
/// is not ASCII. `at` is the beginning of a word or between two.
[[nodiscard]] std::size_t next_name_word(std::string_view plain, std::size_t at);
/// Letters, digits, hyphens and apostrophes in a row; views of `source`. The stop behind an initial belongs to it.
[[nodiscard]] std::vector<NameWord> words_of(std::string_view source);
/// Where the capitalised words at the end begin; the size where the last word is none.
[[nodiscard]] std::size_t capitals_at_end(std::string_view words);
[[nodiscard]] std::string_view without_possessive(std::string_view word);
[[nodiscard]] bool has_han(std::string_view source);
[[nodiscard]] std::string_view last_word_of_name(std::string_view name); ///< behind the last blank or `·`
/// 林 of 林海; empty for other scripts, for a name with a dot and for one that is too long to be undivided.
[[nodiscard]] std::string han_surname(std::string_view name);
[[nodiscard]] bool in_capitals(std::string_view name); ///< every letter, three at least

} // namespace verbatim::extract
