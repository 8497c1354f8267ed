// SPDX-License-Identifier: Apache-2.0
// Words taken from two versions of a work: what the nearest version has otherwise may stand in another (CONVENTIONS
// 4.4).
#include "align/passage.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

/// The version has the quotation's words where the other one differs: none of its own alterations touches them.
bool explains(const Passage& other, const Difference& difference)
{
    const Span words = difference.quoted.span;
    return std::none_of(other.alterations.begin(), other.alterations.end(), [&](const Difference& own) {
        const Span there = own.quoted.span;
        return there.begin <= words.end && words.begin <= there.end;
    });
}

} // namespace

void find_borrowed(Passage& nearest, const std::vector<Passage>& all)
{
    for (std::size_t i = 0; i < nearest.alterations.size(); ++i) {
        const auto other = std::find_if(all.begin(), all.end(), [&](const Passage& passage) {
            return passage.work == nearest.work && passage.version != nearest.version
                   && explains(passage, nearest.alterations[i]);
        });
        if (other != all.end())
            nearest.borrowed.push_back({i, other->version, other->where.line});
    }
}

} // namespace verbatim::align
