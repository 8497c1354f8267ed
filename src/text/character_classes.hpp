// SPDX-License-Identifier: Apache-2.0
// Private to text. What a character is to the tokeniser: one table for ASCII, ICU's properties for the rest.
#pragma once
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

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
/// How many of eight bytes, from the first, are ASCII letters: all of them are classified at once.
[[nodiscard]] inline std::size_t leading_letters(const char* bytes)
{
    constexpr std::uint64_t each = 0x0101010101010101U, high = 0x80 * each;
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes, sizeof eight);
    const std::uint64_t small = (eight | 0x20 * each) & ~high; // small letters are as they are, capitals made small
    const std::uint64_t from_a = small + (0x80 - 'a') * each, behind_z = small + (0x80 - 'z' - 1) * each;
    const std::uint64_t others = ~(from_a & ~behind_z & ~eight) & high;
    const int bits = std::endian::native == std::endian::little ? std::countr_zero(others) : std::countl_zero(others);
    return static_cast<std::size_t>(bits) / 8;
}

/// Of any character, full-width forms as their narrow ones.
[[nodiscard]] CharacterClass class_of(char32_t raw);

} // namespace verbatim::text
