// SPDX-License-Identifier: Apache-2.0
// Number words of a language out of ICU's rule-based number formats, and Han numerals. No table of ours.
#pragma once
#include "text/text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace verbatim::text {

struct NumberWord {
    std::uint64_t value = 0;
    bool ordinal = false;
};

/// What a language says for numbers; keys are search-folded words joined by one space, hyphens kept.
struct NumberWords {
    std::unordered_map<std::string, NumberWord> below_thousand; ///< "twenty-one", "two hundred", "third"
    std::unordered_map<std::string, NumberWord> scales;         ///< "hundred", "thousand", "millionth": powers of ten
    std::unordered_set<std::string> plural_scales;              ///< "millions": scales that need a number before them
    std::unordered_set<std::string> connectors;                 ///< "and" of "two hundred and five"
    std::unordered_set<std::string> beginnings;                 ///< first words of all of them: a quick test
    std::size_t longest = 1;                                    ///< words in the longest key of below_thousand
    char32_t decimal = U'.';
    char32_t grouping = U',';
};
[[nodiscard]] const NumberWords& number_words(const std::string& language); ///< kept per thread

/// A number in Han, or of digits and Han scales (3亿5000万, 1.4万): token range [begin, end).
struct HanNumber {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string value;
    bool digits_only = false; ///< 一九五六: digits in a row, a year or a label
};
[[nodiscard]] std::optional<HanNumber> han_number(const Tokens& tokens, std::size_t at);

/// "1.5" with the point moved by powers of ten: (1.5, 9) → "1500000000"; canonical form.
[[nodiscard]] std::string shifted(std::string_view decimal, std::size_t powers);
/// Canonical decimal of digits with separators, by the language's conventions; empty where it is none.
[[nodiscard]] std::string canonical_digits(std::string_view digits, char32_t decimal, char32_t grouping);
[[nodiscard]] std::size_t power_of_ten(std::uint64_t value); ///< 6 for 1,000,000; the value is such a power

} // namespace verbatim::text
