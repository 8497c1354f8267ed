// SPDX-License-Identifier: Apache-2.0
// Private to align. One token as a word, and what calls a note among words.
#pragma once
#include "align/words.hpp"

namespace verbatim::align {

[[nodiscard]] Word word_of(const text::Tokens& tokens, std::size_t i);
/// The one of the sorted spans that holds another; null for none.
[[nodiscard]] const Span* holder(const std::vector<Span>& spans, Span span);

[[nodiscard]] inline bool is_superscript(const Word& word) { return word.kind == text::TokenKind::superscript; }
/// The last of the words, a superscript, behind a number, a letter or a unit is an exponent (10², m², 5 km²), else it
/// calls a note.
[[nodiscard]] bool calls_note(const Words& words);
/// The number of a note at the end of a word: `crews2`; null where there is none.
[[nodiscard]] const Span* call_behind(const Word& word, const std::vector<Span>& calls);
void cut(Word& word, Span call); ///< the call off the end of the word

} // namespace verbatim::align
