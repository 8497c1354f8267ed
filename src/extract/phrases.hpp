// SPDX-License-Identifier: Apache-2.0
// What one chunk of a European host sentence is: a noun phrase that can speak, a name, a participle. Private to the
// room.
#pragma once
#include "extract/frame.hpp"

namespace verbatim::extract {

[[nodiscard]] bool is_noun(const Sentence& sentence, std::size_t i);
[[nodiscard]] bool is_speaking_pronoun(const Sentence& sentence, std::size_t i);
[[nodiscard]] bool is_relative(const Sentence& sentence, std::size_t i);
[[nodiscard]] bool has_capital(std::string_view words);

/// A noun phrase that can speak: a name, a person, body or document, or any phrase that is no time and no abstraction.
[[nodiscard]] bool can_speak(const Sentence& sentence, std::size_t i);
/// Every word has a capital, and none is a determiner or a time: Hanna Berg, not "Lund's first woman".
/// The Harbour's: a noun phrase that ends in the mark of an owner.
[[nodiscard]] bool is_possessor(const Sentence& sentence, std::size_t chunk);
[[nodiscard]] bool is_name(const Sentence& sentence, std::size_t i);
/// "Per", "Will": chunk i looks like a function word, but has a capital and is a first name.
[[nodiscard]] bool is_lone_first_name(const Sentence& sentence, std::size_t i);
/// "Per Holm", "Will Berg": such a first name before another name.
[[nodiscard]] bool is_first_name(const Sentence& sentence, std::size_t i);
/// "curator and director": without article and capital, no speaker of its own.
[[nodiscard]] bool is_bare_role(const Sentence& sentence, std::size_t i);
/// "the mayor of Lund", "a spokeswoman": a description behind or before which the name may stand.
[[nodiscard]] bool is_description(const Sentence& sentence, const Speaker& speaker);
/// A name, a pronoun, or a noun that the lexicon knows to speak; others are only speakers by their place.
[[nodiscard]] bool is_known_speaker(const Sentence& sentence, const Speaker& speaker);
[[nodiscard]] Speaker speaker_of(const Sentence& sentence, std::size_t first, std::size_t last);

[[nodiscard]] bool is_gerund(const Sentence& sentence, std::size_t cue);
[[nodiscard]] bool is_infinitive(const Sentence& sentence, std::size_t cue);
[[nodiscard]] bool is_passive(const Sentence& sentence, std::size_t cue);
/// A cue that its neighbours show to be a noun: "50 questions", "weeks of talks", "that demand was".
[[nodiscard]] bool is_noun_by_place(const Sentence& sentence, std::size_t cue);
/// A cue, a verb that is no participle, or an auxiliary.
[[nodiscard]] bool is_finite(const Sentence& sentence, std::size_t i);

} // namespace verbatim::extract
