// SPDX-License-Identifier: Apache-2.0
// The speaker that a chunk of a host sentence in Han characters names. Private to the room.
#pragma once
#include "extract/frame.hpp"

#include <string_view>

namespace verbatim::extract::han {

/// The words are an entry of the class or end in one.
[[nodiscard]] bool ends_with(const Sentence& sentence, std::string_view word_class, std::string_view words);
/// The words of a subject in a noun chunk: without dates, without a relative clause, cut before the predicate.
[[nodiscard]] std::optional<Span> name_in(const Sentence& sentence, std::size_t i);
/// The speaker that chunk i is: a pronoun, a title, the name in a noun phrase.
[[nodiscard]] std::optional<Speaker> speaker_at(const Sentence& sentence, std::size_t i);

} // namespace verbatim::extract::han
