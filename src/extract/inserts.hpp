// SPDX-License-Identifier: Apache-2.0
// What stands between a subject and its verb: appositions, brackets, titles with their participles. Private to the
// room.
#pragma once
#include "extract/frame.hpp"

namespace verbatim::extract {

/// The chunk before a matching comma, dash or bracket to the left of the one at `close`.
[[nodiscard]] std::optional<std::size_t> before_insert(const Sentence& sentence, std::size_t close);
/// The quoted title that is chunk i, as a speaker.
[[nodiscard]] Speaker title_at(const Sentence& sentence, std::size_t i);
/// `"Resolution on Ports," adopted at the Ninth Session, states`: a quoted title before the insert that ends at
/// `close`.
[[nodiscard]] std::optional<Speaker> title_before(const Sentence& sentence, std::size_t close);
/// `the "Resolution on Ports" adopted by the First Session`: the title before "adopted by", with no more than an
/// article and an ordinal between that and the chunk `first`.
[[nodiscard]] std::optional<Speaker> title_adopted(const Sentence& sentence, std::size_t first);
/// The subject before one or more inserts between commas, the last of which ends at `close`: Okoro, 54, a former
/// docker, said. Of a description and a name beside it the name speaks: the mayor of Lund, Hanna Berg, said.
[[nodiscard]] std::optional<Speaker> subject_before_inserts(const Sentence& sentence, std::size_t close);

} // namespace verbatim::extract
