// SPDX-License-Identifier: Apache-2.0
// Private to text. What a character is to the tokeniser: one table for ASCII, ICU's properties for the rest.
#pragma once
#include <array>
#include <cstddef>

namespace verbatim::text {

enum class CharacterClass : unsigned char {
    space,
    ignorable,
    letter,
    digit,
    combining,
    han,
    apostrophe,
    quote,
    hyphen,
    dash,
    dot,
    comma,
    superscript,
    circled,
    ellipsis,
    other,
};

[[nodiscard]] constexpr std::array<CharacterClass, 128> ascii_classes()
{
    std::array<CharacterClass, 128> table{};
    for (std::size_t c = 0; c < table.size(); ++c) {
        CharacterClass& it = table[c];
        it = CharacterClass::other;
        if (c == ' ' || (c >= 0x09 && c <= 0x0D))
            it = CharacterClass::space;
        else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            it = CharacterClass::letter;
        else if (c >= '0' && c <= '9')
            it = CharacterClass::digit;
    }
    table['\''] = CharacterClass::apostrophe;
    table['`'] = CharacterClass::apostrophe;
    table['"'] = CharacterClass::quote;
    table['-'] = CharacterClass::hyphen;
    table['.'] = CharacterClass::dot;
    table[','] = CharacterClass::comma;
    return table;
}
inline constexpr std::array<CharacterClass, 128> ascii = ascii_classes(); ///< the hot path: no call for these
/// Of any character, full-width forms as their narrow ones.
[[nodiscard]] CharacterClass class_of(char32_t raw);

} // namespace verbatim::text
