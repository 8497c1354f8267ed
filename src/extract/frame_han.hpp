// SPDX-License-Identifier: Apache-2.0
// What the readings of Chinese host sentences share. Private to the room.
#pragma once
#include "extract/frame.hpp"

namespace verbatim::extract::han {

/// Start of the sentence part: behind the last quotation that does not stand for a noun, or behind a full stop.
[[nodiscard]] std::size_t part_start(const Sentence& sentence, std::size_t before);

/// The frame of a quotation, chunk of the host sentence, inside the clause of a verb of speech.
[[nodiscard]] std::optional<Frame> frame_of_indirect(const Sentence& sentence, std::size_t quotation);

} // namespace verbatim::extract::han
