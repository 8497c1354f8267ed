// SPDX-License-Identifier: Apache-2.0
// What two sequences share at their ends: most edits leave a long head and tail alone, and these need no diff.
#pragma once
#include <cstddef>

namespace verbatim::align {

/// Elements; head and tail never overlap, and the head is taken first.
struct SharedEnds {
    std::size_t head = 0;
    std::size_t tail = 0;
};

template <typename Sequence>
[[nodiscard]] SharedEnds shared_ends(const Sequence& a, const Sequence& b)
{
    SharedEnds ends;
    while (ends.head < a.size() && ends.head < b.size() && a[ends.head] == b[ends.head])
        ++ends.head;
    while (ends.head + ends.tail < a.size() && ends.head + ends.tail < b.size()
           && a[a.size() - 1 - ends.tail] == b[b.size() - 1 - ends.tail])
        ++ends.tail;
    return ends;
}

} // namespace verbatim::align
