// SPDX-License-Identifier: Apache-2.0
// Subjects of verbs in European host sentences. Private to the room.
#pragma once
#include "extract/frame.hpp"

namespace verbatim::extract {

/// The subject of the verb group at chunk `verb`, to its left: past adverbs, brackets, appositions, relative clauses;
/// of a participle or an infinitive that of the verb above it. Bounded; none where the clause shows none.
[[nodiscard]] std::optional<Speaker> subject_before(const Sentence& sentence, std::size_t verb, int depth = 0);
/// The noun phrase that begins at chunk `first`, with its prepositional phrases.
[[nodiscard]] std::optional<Speaker> subject_at(const Sentence& sentence, std::size_t first);
/// The noun phrase that ends at chunk `last`, back to its determiner.
[[nodiscard]] std::optional<Speaker> subject_ending(const Sentence& sentence, std::size_t last);

/// A name, a pronoun, or a noun that the lexicon knows to speak; others are only speakers by their place.
[[nodiscard]] bool is_known_speaker(const Sentence& sentence, const Speaker& speaker);

[[nodiscard]] bool is_gerund(const Sentence& sentence, std::size_t cue);
[[nodiscard]] bool is_infinitive(const Sentence& sentence, std::size_t cue);
[[nodiscard]] bool is_passive(const Sentence& sentence, std::size_t cue);

} // namespace verbatim::extract
