// SPDX-License-Identifier: Apache-2.0
#include "pair/sentences.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::pair {

Sentences::Sentences(const Document& document) : document_(document)
{
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::code)
            continue;
        for (const Span span : text::sentences(document.slice(block.span), document.language))
            spans_.push_back({block.span.begin + span.begin, block.span.begin + span.end});
    }
}

std::size_t Sentences::first_from(std::size_t offset) const
{
    const auto it = std::partition_point(spans_.begin(), spans_.end(), [&](Span span) { return span.begin < offset; });
    return static_cast<std::size_t>(it - spans_.begin());
}

Span Sentences::host_of(const Quotation& quotation) const
{
    const Span hull = quotation.hull();
    Span host = hull;
    const Block* block = document_.block_at(hull.begin);
    if (block == nullptr)
        return host;
    auto it = std::partition_point(spans_.begin(), spans_.end(), [&](Span span) { return span.end <= hull.begin; });
    for (; it != spans_.end() && it->begin < std::max(hull.end, hull.begin + 1); ++it)
        if (block->span.contains(*it))
            host = {std::min(host.begin, it->begin), std::max(host.end, it->end)};
    return host;
}

} // namespace verbatim::pair
