// SPDX-License-Identifier: Apache-2.0
// Subjects of verbs in host sentences of Han characters. Private to the room.
#pragma once
#include "extract/speaker_han.hpp"

namespace verbatim::extract::han {

/// A pronoun, or a noun of those that speak and act.
[[nodiscard]] bool may_speak(const Sentence& sentence, const Speaker& speaker);
/// Who acts in the clauses between two chunks: the subject of the last one that names somebody who may speak, else the
/// first subject.
[[nodiscard]] std::optional<Speaker> acting_before(const Sentence& sentence, std::size_t from, std::size_t end);
/// 墙上贴着, 他想起: what is told in marks behind such words is read, heard or remembered.
[[nodiscard]] bool tells_what_is_shown(const Sentence& sentence, std::string_view words);
/// The subject of a sentence's first clause, if it may speak and the sentence tells nothing that is read or heard.
[[nodiscard]] std::optional<Speaker> who_acts(const Sentence& sentence);
/// The subject of a sentence's first clause, whatever it names.
[[nodiscard]] std::optional<Speaker> first_subject(const Sentence& sentence);
/// 过了一会，才说：the verb of speech before the colon has no subject in its sentence.
[[nodiscard]] bool leaves_out_subject(const Sentence& sentence, std::size_t ordinal);
/// The subject of the clause that the cue stands in; where it has none, who acts before it in the sentence part that
/// begins at chunk `from`.
[[nodiscard]] std::optional<Speaker> subject_of(const Sentence& sentence, std::size_t cue, std::size_t from);

} // namespace verbatim::extract::han
