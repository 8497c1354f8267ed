// SPDX-License-Identifier: Apache-2.0
// Subjects of verbs in European host sentences. Private to the room.
#pragma once
#include "extract/phrases.hpp"

namespace verbatim::extract {

/// The subject of the verb group at chunk `verb`, to its left: past adverbs, brackets, appositions, relative clauses;
/// of a participle or an infinitive that of the verb above it. Bounded; none where the clause shows none.
[[nodiscard]] std::optional<Speaker> subject_before(const Sentence& sentence, std::size_t verb, int depth = 0);
/// The noun phrase that begins at chunk `first`, with its prepositional phrases.
[[nodiscard]] std::optional<Speaker> subject_at(const Sentence& sentence, std::size_t first);
/// The noun phrase that ends at chunk `last`, back to its determiner.
[[nodiscard]] std::optional<Speaker> subject_ending(const Sentence& sentence, std::size_t last);

} // namespace verbatim::extract
