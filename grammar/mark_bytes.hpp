// SPDX-License-Identifier: Apache-2.0
// The skip rule of the grammar of marks: on to the next byte that can begin a quotation mark, many bytes a step.
// A `sor` tried at every byte is many times slower. Lead bytes that only sometimes begin a mark (an ellipsis, a
// full-width comma) are stops too: the grammar decides there.
#pragma once
#include <tao/pegtl.hpp>

#include <cstddef>
#include <cstdint>

namespace verbatim::grammar::marks {

inline constexpr bool begins_mark(unsigned char byte)
{
    return byte == '"' || byte == '\'' || byte == '`' || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

/// First offset at or behind `at` whose byte begins a mark, else the size: for long stretches (syntax/next_lead.cpp).
std::size_t next_lead_far(const char* text, std::size_t at, std::size_t size);

/// The same. The next mark is mostly near, or far: dialogue, or a page without any.
inline std::size_t next_lead(const char* text, std::size_t at, std::size_t size)
{
    constexpr std::size_t near = 8; // bytes
    for (const std::size_t end = at + near < size ? at + near : size; at < end; ++at)
        if (begins_mark(static_cast<unsigned char>(text[at])))
            return at;
    return at == size ? at : next_lead_far(text, at, size);
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
