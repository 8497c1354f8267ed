// SPDX-License-Identifier: Apache-2.0
// The skip rule of the grammar of marks: on to the next byte that can begin a quotation mark, many bytes a step.
// A `sor` tried at every byte is many times slower. Lead bytes that only sometimes begin a mark (an ellipsis, a
// full-width comma) are stops too: the grammar decides there.
#pragma once
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace verbatim::grammar::marks {

inline constexpr bool begins_mark(unsigned char byte)
{
    return byte == '"' || byte == '\'' || byte == '`' || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

/// First offset at or behind `at` whose byte begins a mark, else the size.
inline std::size_t next_lead(const char* text, std::size_t at, std::size_t size)
{
    // Sixteen lanes by the compiler's portable vectors: SSE2, NEON, or plain words where neither is there.
    using Lanes = std::uint8_t __attribute__((vector_size(16)));
    for (; at + 16 <= size; at += 16) {
        Lanes bytes;
        std::memcpy(&bytes, text + at, 16);
        const auto hit = (bytes == '"') | (bytes == '\'') | (bytes == '`') | (bytes == 0xC2) | (bytes == 0xEF)
                         | ((bytes | 1) == 0xE3);
        std::array<std::uint64_t, 2> halves{};
        std::memcpy(halves.data(), &hit, 16);
        if ((halves[0] | halves[1]) != 0)
            break;
    }
    while (at < size && !begins_mark(static_cast<unsigned char>(text[at])))
        ++at;
    return at;
}

/// Succeeds always, consumes nothing but bytes that begin no mark.
struct to_next_lead {
    using rule_t = to_next_lead;
    using subs_t = tao::pegtl::type_list<>;
    template <typename ParseInput>
    [[nodiscard]] static bool match(ParseInput& in)
    {
        in.bump(next_lead(in.current(), 0, in.size()));
        return true;
    }
};

} // namespace verbatim::grammar::marks

namespace tao::pegtl {
template <typename Name>
struct analyze_traits<Name, verbatim::grammar::marks::to_next_lead> : analyze_opt_traits<> {
};
} // namespace tao::pegtl
