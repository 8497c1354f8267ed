// SPDX-License-Identifier: Apache-2.0
// What the readings of Chinese host sentences share. Private to the room.
#pragma once
#include "extract/frame.hpp"

namespace verbatim::extract::han {

/// Start of the sentence part: behind the last quotation that does not stand for a noun, or behind a full stop.
[[nodiscard]] std::size_t part_start(const Sentence& sentence, std::size_t before);

/// The last character of the quotation that is the chunk, its marks left out.
[[nodiscard]] char32_t closing_of(const Sentence& sentence, std::size_t quotation);
/// 林海把茶碗一顿：“走！”, 林海站起来，“走吧。”
[[nodiscard]] std::optional<Frame> beat_before(const Sentence& sentence, std::size_t quotation);
/// “我看，”林海站起来，“不如现在就走。”: what he does stands between the parts.
[[nodiscard]] std::optional<Frame> beat_between(const Sentence& sentence, std::size_t quotation);
/// The frame of a quotation, chunk of the host sentence, inside the clause of a verb of speech.
[[nodiscard]] std::optional<Frame> frame_of_indirect(const Sentence& sentence, std::size_t quotation);

} // namespace verbatim::extract::han
