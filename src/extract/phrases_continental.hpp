// SPDX-License-Identifier: Apache-2.0
// What the chunks of a continental sentence are good for, and where its clauses begin. Private to the room.
#pragma once
#include "extract/frame_continental.hpp"

#include <vector>

namespace verbatim::extract::continental {

[[nodiscard]] bool is_verbal(const Sentence& sentence, std::size_t i); ///< a cue, a verb or an auxiliary
[[nodiscard]] bool is_noun(const Sentence& sentence, std::size_t i);   ///< a noun phrase or a pronoun
/// Behind a preposition, or joined to a noun that is: an object.
[[nodiscard]] bool is_governed(const Sentence& sentence, std::size_t i);
[[nodiscard]] bool may_be_subject(const Sentence& sentence, std::size_t i);
[[nodiscard]] bool opens_relative(const Sentence& sentence, std::size_t i);
/// der Sohn des Lotsen, la mère de Marek: the last chunk of the phrase that begins at chunk i.
[[nodiscard]] std::size_t end_of_phrase(const Sentence& sentence, std::size_t i);
[[nodiscard]] Speaker speaker_of(const Sentence& sentence, std::size_t first, std::size_t last);
/// Chunk i is a name of two words or more: Oda Marek.
[[nodiscard]] bool is_full_name(const Sentence& sentence, std::size_t i);
/// die Leiterin des Hafens Oda Marek, la directrice du port, Oda Marek.: the name behind who is described, at chunk i.
[[nodiscard]] std::optional<std::size_t> name_behind(const Sentence& sentence, const Speaker& described);

/// A run of chunks between marks or conjunctions.
struct Segment {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool joined = false;          ///< a conjunction opens it
    bool subordinate = false;     ///< a subordinator opens it
    bool relative = false;        ///< a relative pronoun opens it
    bool behind_clause = false;   ///< a subordinate clause stands before it
    bool behind_relative = false; ///< a relative clause stands before it
};
/// The segments up to chunk `end`, the last of them the verb's own.
[[nodiscard]] std::vector<Segment> segments_before(const Sentence& sentence, std::size_t end);
/// A segment that opens with its verb and stands behind another shares that one's subject.
[[nodiscard]] bool lacks_subject(const Sentence& sentence, const Segment& segment);

} // namespace verbatim::extract::continental
