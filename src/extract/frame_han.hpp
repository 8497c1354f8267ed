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

/// 据林海说, 用林海的话说, 在林海看来, between chunks `from` and the quotation.
[[nodiscard]] std::optional<Frame> according_to(const Sentence& sentence, std::size_t from, std::size_t quotation);
/// 渔民所说的“…”
[[nodiscard]] std::optional<Frame> frame_of_what_is_said(const Sentence& sentence, std::size_t quotation);
/// 奥科罗的名言“…”: a noun of speech with its owner, beside the quotation.
[[nodiscard]] std::optional<Frame> frame_of_noun(const Sentence& sentence, std::size_t quotation);
/// Behind the words their clause ends, pauses, or goes on with another string.
[[nodiscard]] bool stands_free(const Sentence& sentence, std::size_t quotation);
/// 引述王明的话说, 援引王明的话称: whose words are cited, between the verb of citing and chunk `end`.
[[nodiscard]] std::optional<Speaker> cited_between(const Sentence& sentence, std::size_t quoting, std::size_t end);
/// 林海“嗯”了一声
[[nodiscard]] std::optional<Frame> frame_of_sound(const Sentence& sentence, std::size_t quotation);
/// 门外传来王明的声音：“……”
[[nodiscard]] std::optional<Frame> frame_of_voice(const Sentence& sentence, std::size_t quotation);
/// 林海的回答很简单：“不会。”
[[nodiscard]] std::optional<Frame> frame_of_answer(const Sentence& sentence, std::size_t quotation);

} // namespace verbatim::extract::han
