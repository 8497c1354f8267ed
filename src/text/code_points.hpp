// SPDX-License-Identifier: Apache-2.0
// Stepping through UTF-8 that may be anything: an ill-formed byte is one U+FFFD of one byte, so that no loop can
// stall or run past the end.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace verbatim::text {

inline constexpr char32_t replacement = 0xFFFD;

struct CodePoint {
    char32_t value = replacement;
    std::size_t size = 1; ///< bytes
};

/// The code point at an offset inside the text.
[[nodiscard]] inline CodePoint read(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto tail = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0U) == 0x80U; };
    const auto bits = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3FU); };
    const unsigned char lead = byte(at);
    if (lead < 0x80)
        return {lead, 1};
    if (lead >= 0xC2 && lead < 0xE0 && tail(at + 1))
        return {(static_cast<char32_t>(lead & 0x1FU) << 6U) | bits(at + 1), 2};
    if (lead >= 0xE0 && lead < 0xF0 && tail(at + 1) && tail(at + 2)) {
        const char32_t c = (static_cast<char32_t>(lead & 0x0FU) << 12U) | (bits(at + 1) << 6U) | bits(at + 2);
        if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF))
            return {c, 3};
    }
    if (lead >= 0xF0 && lead < 0xF5 && tail(at + 1) && tail(at + 2) && tail(at + 3)) {
        const char32_t c =
            (static_cast<char32_t>(lead & 0x07U) << 18U) | (bits(at + 1) << 12U) | (bits(at + 2) << 6U) | bits(at + 3);
        if (c >= 0x10000 && c <= 0x10FFFF)
            return {c, 4};
    }
    return {};
}

/// The code point that ends before an offset, which is greater than 0 and at most the size.
[[nodiscard]] inline CodePoint read_before(std::string_view text, std::size_t end)
{
    std::size_t begin = end - 1;
    while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
        --begin;
    const CodePoint c = read(text.substr(0, end), begin);
    return begin + c.size == end ? c : CodePoint{};
}

inline void append(std::string& to, char32_t c)
{
    const auto put = [&](char32_t byte) { to.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

} // namespace verbatim::text
