// SPDX-License-Identifier: Apache-2.0
#include "read/excerpt.hpp"

#include <algorithm>

namespace verbatim::read {

std::size_t Excerpt::decoded(std::size_t at) const
{
    const auto next = std::upper_bound(starts.begin(), starts.end(), at,
                                       [](std::size_t offset, const Start& start) { return offset < start.at; });
    if (next == starts.begin())
        return 0;
    return (next - 1)->decoded + (at - (next - 1)->at);
}

} // namespace verbatim::read
