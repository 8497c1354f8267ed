// SPDX-License-Identifier: Apache-2.0
// The frame of every fuzz target: what an input is, and how a broken promise is told.
#pragma once
#include "model/span.hpp"
#include "text/text.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace verbatim::fuzz {

/// An input: one byte that chooses what is read, and the bytes that are read.
struct Input {
    std::uint8_t choice = 0;
    std::string_view bytes;
};
[[nodiscard]] inline Input input(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return {};
    return {data[0], {reinterpret_cast<const char*>(data) + 1, size - 1}};
}
/// Two texts, parted by the first NUL byte; the second is empty where there is none.
struct Halves {
    std::string_view first, second;
};
[[nodiscard]] inline Halves halves(std::string_view bytes)
{
    const std::size_t cut = bytes.find('\0');
    return {bytes.substr(0, cut), cut == std::string_view::npos ? std::string_view() : bytes.substr(cut + 1)};
}

/// The text that a file of these bytes holds; nothing where it holds none.
[[nodiscard]] inline std::optional<std::string> text_of(std::string_view bytes)
{
    Outcome<text::Decoded> decoded = text::decode(bytes, "fuzzed");
    return decoded ? std::optional(std::move(decoded.value().utf8)) : std::nullopt;
}

inline void require(bool holds, const char* what)
{
    if (!holds) {
        std::fprintf(stderr, "broken invariant: %s\n", what);
        std::abort();
    }
}

/// Of valid UTF-8: not inside a character.
[[nodiscard]] inline bool on_boundary(std::string_view text, std::size_t offset)
{
    return offset == text.size() || (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
}
inline void require_inside(std::string_view text, Span span, const char* what)
{
    require(span.begin <= span.end && on_boundary(text, span.begin) && on_boundary(text, span.end), what);
}

} // namespace verbatim::fuzz
