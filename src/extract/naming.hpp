// SPDX-License-Identifier: Apache-2.0
// Strings in quotation marks that a sentence names and does not quote. Private to the room.
#pragma once
#include "extract/frame.hpp"
#include "model/reading.hpp"

namespace verbatim::extract {

/// `wrote "Grey Water"`: a title beside a verb that does not introduce it is nobody's words, whatever frame was found.
[[nodiscard]] bool only_names(const Quotation& quotation, const Sentence& sentence, std::size_t ordinal,
                              const Frame& frame);

/// Everybody says: whoever that is, no source. People who know him say: somebody.
[[nodiscard]] bool is_nobody(const Sentence& sentence, const Speaker& speaker);

} // namespace verbatim::extract
