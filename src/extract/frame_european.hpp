// SPDX-License-Identifier: Apache-2.0
// The frames of European host sentences, by where the cue stands. Private to the room.
#pragma once
#include "extract/subject.hpp"

#include <initializer_list>

namespace verbatim::extract::european {

/// A frame beside the quotation (nothing but its object between) wins over one that stands behind it.
struct Before {
    Frame frame;
    bool adjacent = false;
};
/// `S V … Q`
[[nodiscard]] std::optional<Before> frame_before(const Sentence& sentence, std::size_t quotation);
/// `The city reasoned, "…"`: a finite verb that no list knows, between its subject and the mark before the quotation.
[[nodiscard]] std::optional<Frame> frame_of_unknown_verb(const Sentence& sentence, std::size_t quotation);
/// `Oda Lindqvist: "…"`: a full name that is all of the sentence before its colon.
[[nodiscard]] std::optional<Frame> frame_of_label(const Sentence& sentence, std::size_t quotation);
/// `Q, S V` and `Q, V S`, each up to the end of its clause.
[[nodiscard]] std::optional<Frame> frame_behind(const Sentence& sentence, std::size_t ordinal);
/// `Streets Q from the dam, Nugel said.`: S V at the end of the sentence, behind the rest of its clause.
[[nodiscard]] std::optional<Frame> frame_at_end(const Sentence& sentence, std::size_t quotation);
/// `The Q still exists, he said, adding that`: S V between commas, behind the quotation.
[[nodiscard]] std::optional<Frame> frame_in_clause(const Sentence& sentence, std::size_t quotation);
/// `According to the charter, Q`, `Okoro's claim that Q`, `in her words, Q`.
[[nodiscard]] std::optional<Frame> frame_of_noun(const Sentence& sentence, std::size_t quotation);

/// A frame of saying by a verb that is no cue of the lexicon; comma or colon stand before the quotation.
[[nodiscard]] Frame introduced_by(const Sentence& sentence, std::size_t verb, const Speaker& speaker);
/// `Okoro put the matter plainly: Q`: a clause of speaking without a cue, its subject a person.
[[nodiscard]] std::optional<Frame> frame_of_clause(const Sentence& sentence, std::size_t quotation);
/// Chunks first to last, last left out, hold a word for how one speaks: brief, plainly.
[[nodiscard]] bool tells_manner(const Sentence& sentence, std::size_t first, std::size_t last);

[[nodiscard]] bool in_clause_of_its_own(const Sentence& sentence, std::size_t cue, const Frame& behind);
[[nodiscard]] Frame with_cue(const Sentence& sentence, std::size_t cue, Side side);
/// The agent of a passive: the noun phrase behind "by", within `furthest` chunks.
[[nodiscard]] std::optional<Speaker> agent(const Sentence& sentence, std::size_t cue, std::size_t furthest);
[[nodiscard]] bool among(std::string_view word_class, std::initializer_list<std::string_view> classes);

} // namespace verbatim::extract::european
