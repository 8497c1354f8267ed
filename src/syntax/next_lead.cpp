// SPDX-License-Identifier: Apache-2.0
// The skip rule of the grammar of marks over long stretches without a mark. Plain vectors of the compiler; look-ups of
// 32 bytes at once where the processor has AVX2: Highway would do it too, but its library measures the clock when it is
// loaded, which takes longer than a page.
#include "mark_bytes.hpp"

#include <array>
#include <bit>
#include <cstring>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace verbatim::grammar::marks {
namespace {

using Sixteen = std::uint8_t __attribute__((vector_size(16)));

/// Byte by byte.
std::size_t next_lead_near(const char* text, std::size_t size)
{
    std::size_t at = 0;
    while (at < size && !begins_mark(static_cast<unsigned char>(text[at])))
        ++at;
    return at;
}

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
    return at + next_lead_near(text + at, size - at);
}

#if defined(__x86_64__)
/// By two look-ups, of the halves of each byte (G. Langdale, D. Lemire, "Parsing gigabytes of JSON per second", VLDB
/// Journal 2019): half as many steps as a comparison with each byte that is looked for. A bit stands for an upper half.
[[gnu::target("avx2")]] std::size_t far_lead_avx2(const char* text, std::size_t at, std::size_t size)
{
    constexpr char in_2 = 1, in_6 = 2, in_c = 4, in_e = 8;
    const __m256i upper =
        _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 0, in_2, 0, 0, 0, in_6, 0, 0, 0, 0, 0, in_c, 0, in_e, 0));
    const __m256i lower = _mm256_broadcastsi128_si256(_mm_setr_epi8(
        in_6, 0, in_2 | in_c | in_e, in_e, 0, 0, 0, in_2, 0, 0, 0, 0, 0, 0, 0, in_e)); // 60, 22 C2 E2, E3, 27, EF
    const __m256i half = _mm256_set1_epi8(0x0F);
    constexpr std::size_t width = sizeof(__m256i);
    const auto hits = [&](std::size_t from) __attribute__((target("avx2"), always_inline))
    {
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + from));
        return _mm256_and_si256(_mm256_shuffle_epi8(lower, _mm256_and_si256(bytes, half)),
                                _mm256_shuffle_epi8(upper, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
    };
    const auto first_of = [](__m256i found) __attribute__((target("avx2"), always_inline))
    {
        const __m256i none = _mm256_cmpeq_epi8(found, _mm256_setzero_si256());
        return static_cast<std::size_t>(std::countr_one(static_cast<unsigned>(_mm256_movemask_epi8(none))));
    };
    for (; at + 4 * width <= size; at += 4 * width) {
        const std::array found{hits(at), hits(at + width), hits(at + 2 * width), hits(at + 3 * width)};
        const __m256i any = _mm256_or_si256(_mm256_or_si256(found[0], found[1]), _mm256_or_si256(found[2], found[3]));
        if (_mm256_testz_si256(any, any) != 0)
            continue;
        for (std::size_t i = 0;; ++i)
            if (const std::size_t hit = first_of(found[i]); hit < width)
                return at + i * width + hit;
    }
    return at + next_lead_near(text + at, size - at);
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
