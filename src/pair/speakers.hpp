// SPDX-License-Identifier: Apache-2.0
// Who is who in two languages where no library knows the names: as the texts themselves pair them. Private to the room.
#pragma once
#include "library/library.hpp"
#include "model/report.hpp"

#include <string>
#include <vector>

namespace verbatim::pair {

/// A link between two speakers who elsewhere belong to others.
struct CrossedSpeakers {
    std::size_t link = 0;
    std::string note; ///< 'elsewhere "林奎斯特" is "Lindqvist"'
};
/// Speakers of linked quotations vote: where two or more links pair A with X and two or more B with Y, a single link
/// between A and Y is crossed. Without such votes nothing is told: names of two languages cannot be compared by looks.
[[nodiscard]] std::vector<CrossedSpeakers> crossed_speakers(const DocumentResult& from, const DocumentResult& to,
                                                            const std::vector<Link>& links,
                                                            const library::Library* library);

} // namespace verbatim::pair
