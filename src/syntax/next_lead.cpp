// SPDX-License-Identifier: Apache-2.0
// The skip rule of the grammar of marks over long stretches without a mark, with the widest vectors that the processor
// has (Highway compiles the loop for each and chooses at run time).
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "syntax/next_lead.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "mark_bytes.hpp"

HWY_BEFORE_NAMESPACE();
namespace verbatim::grammar::marks::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// A byte begins a mark where the table of its low half and that of its high half share a bit
// (the classification of Langdale and Lemire, Parsing gigabytes of JSON per second, 2019):
//   high 2 → 1: 22 27   high 6 → 2: 60   high C → 4: C2   high E → 8: E2 E3 EF
alignas(16) constexpr std::uint8_t low_halves[16] = {2, 0, 1 | 4 | 8, 8, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 8};
alignas(16) constexpr std::uint8_t high_halves[16] = {0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 4, 0, 8, 0};

std::size_t far_lead(const char* text, std::size_t at, std::size_t size)
{
    const hn::ScalableTag<std::uint8_t> d;
    const std::size_t lanes = hn::Lanes(d);
    const auto low = hn::LoadDup128(d, low_halves), high = hn::LoadDup128(d, high_halves);
    const auto classes = [&](std::size_t from) {
        const auto bytes = hn::LoadU(d, reinterpret_cast<const std::uint8_t*>(text) + from);
        return hn::And(hn::TableLookupBytes(low, hn::And(bytes, hn::Set(d, 0x0F))),
                       hn::TableLookupBytes(high, hn::ShiftRight<4>(bytes)));
    };
    const auto zero = hn::Zero(d);
    for (; at + 4 * lanes <= size; at += 4 * lanes) {
        const auto all =
            hn::Or(hn::Or(classes(at), classes(at + lanes)), hn::Or(classes(at + 2 * lanes), classes(at + 3 * lanes)));
        if (!hn::AllTrue(d, hn::Eq(all, zero)))
            break;
    }
    for (; at + lanes <= size; at += lanes) {
        const auto first = hn::FindFirstTrue(d, hn::Ne(classes(at), zero));
        if (first >= 0)
            return at + static_cast<std::size_t>(first);
    }
    while (at < size && !begins_mark(static_cast<unsigned char>(text[at])))
        ++at;
    return at;
}

} // namespace verbatim::grammar::marks::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace verbatim::grammar::marks {

HWY_EXPORT(far_lead);

std::size_t next_lead_far(const char* text, std::size_t at, std::size_t size)
{
    return HWY_DYNAMIC_DISPATCH(far_lead)(text, at, size);
}

} // namespace verbatim::grammar::marks
#endif
