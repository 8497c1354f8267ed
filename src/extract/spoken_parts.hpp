// SPDX-License-Identifier: Apache-2.0
// What is spoken in a run of words that a telling clause interrupts. Private to the room.
#pragma once
#include "extract/stages.hpp"

namespace verbatim::extract {

/// The spoken parts of a dialogue line, or of the words inside one pair of marks: an incise is left out, and what
/// follows its full stop may be told.
///     — We wait, said Lindqvist, for quiet water.     We wait, | for quiet water.
///     —Ven —dijo Ida—. Es tarde.                      Ven | Es tarde.
[[nodiscard]] std::vector<Span> spoken_parts(const syntax::Lexicon& lexicon, std::string_view text, Span content);

/// The same of English, where the verb follows its subject, too: — We wait, he said. For quiet water.
[[nodiscard]] std::vector<Span> spoken_parts_european(const syntax::Lexicon& lexicon, std::string_view text,
                                                      Span content);

/// Where the words of a turn end in a text that sets each sentence on a line of its own: before the first line that is
/// told.
[[nodiscard]] std::size_t end_of_spoken_lines(const syntax::Lexicon& lexicon, std::string_view text, Span lines);

/// Words up to the end of their paragraph, behind a mark that nothing closes: nothing in them tells who speaks, and no
/// sentence behind the first tells what was done.
[[nodiscard]] bool is_all_spoken(const syntax::Lexicon& lexicon, std::string_view text, Span words);

} // namespace verbatim::extract
