// SPDX-License-Identifier: Apache-2.0
// Subjects of verbs in host sentences of Han characters. Private to the room.
#pragma once
#include "extract/frame.hpp"

namespace verbatim::extract::han {

/// Bytes of the longest entry of the class that ends the words and is not all of them; 0 for none.
[[nodiscard]] std::size_t ending(const Sentence& sentence, std::string_view word_class, std::string_view words);
/// The speaker that chunk i is: a pronoun, a title, the name in a noun phrase.
[[nodiscard]] std::optional<Speaker> speaker_at(const Sentence& sentence, std::size_t i);
/// The subject of the clause that the cue stands in; a clause without one takes the first of the sentence part that
/// begins at chunk `from`.
[[nodiscard]] std::optional<Speaker> subject_of(const Sentence& sentence, std::size_t cue, std::size_t from);

} // namespace verbatim::extract::han
