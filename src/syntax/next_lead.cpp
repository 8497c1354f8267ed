// SPDX-License-Identifier: Apache-2.0
// The skip rule of the grammar of marks over long stretches without a mark. Plain vectors of the compiler, twice as
// wide where the processor has AVX2: Highway would do it too, but its library measures the clock when it is loaded,
// which takes longer than a page.
#include "mark_bytes.hpp"

#include <array>
#include <bit>
#include <cstring>

namespace verbatim::grammar::marks {
namespace {

using Sixteen = std::uint8_t __attribute__((vector_size(16)));
using ThirtyTwo = std::uint8_t __attribute__((vector_size(32)));

/// Offset of the first byte that is not 0; the width where all are.
template <typename Lanes>
[[gnu::always_inline]] inline std::size_t first_hit(const Lanes& hits)
{
    std::array<std::uint64_t, sizeof(Lanes) / 8> words;
    std::memcpy(words.data(), &hits, sizeof hits);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] != 0)
            return 8 * i
                   + static_cast<std::size_t>(std::endian::native == std::endian::little ? std::countr_zero(words[i])
                                                                                         : std::countl_zero(words[i]))
                         / 8;
    return sizeof(Lanes);
}

template <typename Lanes>
[[gnu::always_inline]] inline std::size_t far_lead(const char* text, std::size_t at, std::size_t size)
{
    constexpr std::size_t width = sizeof(Lanes);
    const auto look = [text](std::size_t from, Lanes & hits) __attribute__((always_inline))
    {
        Lanes bytes;
        std::memcpy(&bytes, text + from, width);
        hits = (bytes == '"') | (bytes == '\'') | (bytes == '`') | (bytes == 0xC2) | (bytes == 0xEF)
               | ((bytes | 1) == 0xE3);
    };
    for (; at + 4 * width <= size; at += 4 * width) {
        std::array<Lanes, 4> hits;
        for (std::size_t i = 0; i < hits.size(); ++i)
            look(at + i * width, hits[i]);
        const Lanes any = hits[0] | hits[1] | hits[2] | hits[3];
        if (first_hit(any) == width)
            continue;
        for (std::size_t i = 0;; ++i)
            if (const std::size_t hit = first_hit(hits[i]); hit < width)
                return at + i * width + hit;
    }
    while (at < size && !begins_mark(static_cast<unsigned char>(text[at])))
        ++at;
    return at;
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] std::size_t far_lead_avx2(const char* text, std::size_t at, std::size_t size)
{
    return far_lead<ThirtyTwo>(text, at, size);
}
#endif

} // namespace

std::size_t next_lead_far(const char* text, std::size_t at, std::size_t size)
{
#if defined(__x86_64__)
    static const bool wide = __builtin_cpu_supports("avx2") != 0;
    if (wide)
        return far_lead_avx2(text, at, size);
#endif
    return far_lead<Sixteen>(text, at, size);
}

} // namespace verbatim::grammar::marks
