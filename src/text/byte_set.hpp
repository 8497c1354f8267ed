// SPDX-License-Identifier: Apache-2.0
// Jumps to the next byte of a few, or past a run of them: a table of 256 answers for each byte. (find_first_of of a
// string asks memchr for every byte of the text.) Part of the door `text`.
#pragma once
#include <array>
#include <cstddef>
#include <string_view>

namespace verbatim::text {

class ByteSet {
public:
    constexpr explicit ByteSet(std::string_view bytes)
    {
        for (const char byte : bytes)
            holds_[static_cast<unsigned char>(byte)] = true;
    }
    [[nodiscard]] constexpr bool holds(char byte) const { return holds_[static_cast<unsigned char>(byte)]; }

    /// The first byte of the set at `from` or behind it; npos for none.
    [[nodiscard]] constexpr std::size_t find_in(std::string_view text, std::size_t from = 0) const
    {
        std::size_t at = from;
        for (; at + 4 <= text.size(); at += 4)
            if (holds(text[at]) || holds(text[at + 1]) || holds(text[at + 2]) || holds(text[at + 3]))
                break;
        for (; at < text.size(); ++at)
            if (holds(text[at]))
                return at;
        return std::string_view::npos;
    }
    /// Behind the bytes of the set that stand in a row from `from` on.
    [[nodiscard]] constexpr std::size_t run_end(std::string_view text, std::size_t from) const
    {
        while (from < text.size() && holds(text[from]))
            ++from;
        return from;
    }

private:
    std::array<bool, 256> holds_{};
};

} // namespace verbatim::text
