// SPDX-License-Identifier: Apache-2.0
// The acceptance table of CONVENTIONS 4.3. A flat threshold would be wrong: short coincidences are common.
#include "align/passage.hpp"

namespace verbatim::align {

bool is_accepted(std::size_t words, std::size_t edits, double similarity, double rarity, bool claimed)
{
    constexpr double bits_needed = 20, tolerance = 1e-9;
    if (words == 0)
        return false;
    if (words <= 4)
        return claimed && (edits == 0 || (words >= 3 && edits == 1));
    if (words <= 6)
        return claimed ? edits <= 1 : edits == 0 && rarity >= bits_needed;
    const double changed = 1.0 - similarity;
    const double most = claimed ? 0.5 : words <= 10 ? 0.2 : 0.4;
    return changed <= most + tolerance;
}

} // namespace verbatim::align
