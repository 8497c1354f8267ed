// SPDX-License-Identifier: Apache-2.0
// Questions about one code point, asked for nearly every byte of a text: ASCII is answered in place, without a call.
// Part of the door `text`.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace verbatim::text {

namespace beyond_ascii {
[[nodiscard]] char32_t code_point_at(std::string_view text, std::size_t offset);
[[nodiscard]] std::size_t code_point_size(std::string_view text, std::size_t offset);
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_space(char32_t c);
[[nodiscard]] bool is_han_or_kana(char32_t c);
} // namespace beyond_ascii

[[nodiscard]] inline bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

/// Where the ASCII ends that begins at `at`; 8 bytes at a time.
[[nodiscard]] inline std::size_t ascii_end(std::string_view text, std::size_t at)
{
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & high_bits) != 0)
            break;
    }
    while (at < text.size() && is_ascii(text[at]))
        ++at;
    return at;
}

/// U+FFFD past the end.
[[nodiscard]] inline char32_t code_point_at(std::string_view text, std::size_t offset)
{
    if (offset < text.size() && is_ascii(text[offset]))
        return static_cast<char32_t>(text[offset]);
    return beyond_ascii::code_point_at(text, offset);
}
/// Bytes, at least 1.
[[nodiscard]] inline std::size_t code_point_size(std::string_view text, std::size_t offset)
{
    return offset < text.size() && !is_ascii(text[offset]) ? beyond_ascii::code_point_size(text, offset) : 1;
}

[[nodiscard]] inline bool is_letter(char32_t c)
{
    return c < 0x80 ? (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') : beyond_ascii::is_letter(c);
}
[[nodiscard]] inline bool is_digit(char32_t c)
{
    return c < 0x80 ? c >= U'0' && c <= U'9' : beyond_ascii::is_digit(c);
}
[[nodiscard]] inline bool is_upper(char32_t c)
{
    return c < 0x80 ? c >= U'A' && c <= U'Z' : beyond_ascii::is_upper(c);
}
[[nodiscard]] inline bool is_space(char32_t c)
{
    return c < 0x80 ? c == U' ' || (c >= U'\t' && c <= U'\r') : beyond_ascii::is_space(c);
}
[[nodiscard]] inline bool is_han_or_kana(char32_t c) { return c >= 0x2E80 && beyond_ascii::is_han_or_kana(c); }

} // namespace verbatim::text
