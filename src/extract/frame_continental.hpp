// SPDX-License-Identifier: Apache-2.0
// Frames of languages whose subject may follow its verb: French, German, Spanish. Private to the room.
#pragma once
#include "extract/frame.hpp"

namespace verbatim::extract::continental {

[[nodiscard]] std::optional<Frame> frame_behind(const Sentence& sentence, std::size_t ordinal);
/// Oda Marek: ⟨Q⟩   Dazu Oda Marek: ⟨Q⟩   Er (leise): ⟨Q⟩   Der Lotse: ⟨Q⟩
[[nodiscard]] std::optional<Frame> frame_of_label(const Sentence& sentence, std::size_t quotation);
/// Oda hob die Hand: ⟨Q⟩ Who does something before a colon says what follows: a person, in the clause before the colon.
[[nodiscard]] std::optional<Frame> frame_of_gesture(const Sentence& sentence, std::size_t quotation);
/// Las comunicaciones ⟨Q⟩ en Donggala, explicó Ida.: V S at the end of the sentence, behind the rest of its clause.
[[nodiscard]] std::optional<Frame> frame_at_end(const Sentence& sentence, std::size_t quotation);
/// «…», añadió.: where subjects are left out a verb of speech beside the words tells that somebody spoke.
[[nodiscard]] std::optional<Frame> frame_without_subject(const Sentence& sentence, std::size_t ordinal);
[[nodiscard]] std::optional<Frame> frame_behind_without_subject(const Sentence& sentence, std::size_t ordinal);
/// laut Oda, nach Angaben der Behörde, selon Ida: chunk `at` and the noun behind it.
[[nodiscard]] std::optional<Frame> frame_according_to(const Sentence& sentence, std::size_t at, Side side);
/// wurde von Oda als ⟨Q⟩ bezeichnet; dass er sie ⟨Q⟩ nannte; Leute, die ⟨Q⟩ riefen: the verb stands behind the words.
[[nodiscard]] std::optional<Frame> frame_of_final_verb(const Sentence& sentence, std::size_t ordinal);
/// In der Satzung heißt es: ⟨Q⟩ What holds the words is their source.
[[nodiscard]] std::optional<Frame> frame_of_holder(const Sentence& sentence, std::size_t quotation);
/// First chunk of the bracket that ends before chunk `end`; `end` where none does: rief |(und hob die Hand): ⟨Q⟩
[[nodiscard]] std::size_t before_bracket(const Sentence& sentence, std::size_t end);
/// The frame of a cue without its speaker; its span leaves out what belongs to the object: lui |dit, but s'|écria.
[[nodiscard]] Frame frame_with(const Sentence& sentence, std::size_t cue, Side side,
                               std::optional<std::size_t> particle);
/// finit par |dire, se mit à |crier: an infinitive at chunk `cue` whose subject is that of the verb before it.
[[nodiscard]] bool is_raised(const Sentence& sentence, std::size_t cue);
[[nodiscard]] bool is_speech(std::string_view cue_class); ///< and no naming, defining, quoting, thanking

/// The subject of the verb group at chunk `verb`: hung on behind it (dit-il), in its clause to the left, behind it
/// where the clause opens with something else (Dann bat der Wirt), or of the clause that it is joined to (nahm das Netz
/// und rief). `end` is the first chunk that is no part of the search to the right. None where the clause shows none.
[[nodiscard]] std::optional<Speaker> subject_of(const Sentence& sentence, std::size_t verb, std::size_t end);
/// The subject behind the verb group, past objects and adverbials, before the next mark.
[[nodiscard]] std::optional<Speaker> subject_behind(const Sentence& sentence, std::size_t verb, std::size_t end);
/// The noun phrase or pronoun at chunk i, with its genitives, as a speaker; none where it cannot be a subject.
[[nodiscard]] std::optional<Speaker> speaker_at(const Sentence& sentence, std::size_t i);

/// The pronoun at chunk i is hung on to the verb before it: dit-il.
[[nodiscard]] bool hangs_on(const Sentence& sentence, std::size_t i);
/// A form that has no subject of its own: an infinitive, a participle without auxiliary, a gerund.
[[nodiscard]] bool is_finite(const Sentence& sentence, std::size_t verb);
[[nodiscard]] bool is_passive(const Sentence& sentence, std::size_t verb);
/// The particle of the separable verb at chunk `verb` (fuhr … fort), before `end`.
[[nodiscard]] std::optional<std::size_t> particle_of(const Sentence& sentence, std::size_t verb, std::size_t end);

} // namespace verbatim::extract::continental
