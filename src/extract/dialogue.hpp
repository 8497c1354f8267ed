// SPDX-License-Identifier: Apache-2.0
// Dialogue that a dash opens: — We wait, said Lindqvist. Private to the room.
#pragma once
#include "extract/forms.hpp"

namespace verbatim::extract {

/// A line that begins with a speaker's label or a dash, up to the next of them or to the end of its block.
struct OpeningLine {
    std::size_t block = 0;
    Span span;
    Span label;                ///< of a speaker; empty for none
    std::size_t dash = 0;      ///< bytes of the dash that opens it
    bool behind_colon = false; ///< the dash stands behind the clause that tells who speaks: he said: — Come up!
};

/// Bytes of the dash at the offset: — – ― ── —— or --; 0 for none. A single hyphen is a list's.
[[nodiscard]] std::size_t dash_size(std::string_view text, std::size_t at, std::size_t end);
/// In French and Spanish a dash at the start of a paragraph is what a quotation mark is elsewhere.
[[nodiscard]] bool dash_opens_turn(const syntax::Lexicon& lexicon);
/// `he said: — Come up!`: what the dash opens behind a colon of this line.
[[nodiscard]] std::optional<OpeningLine> spoken_behind_colon(std::string_view text, std::size_t block, Span span);

/// Lines that begin with a dash: at the start of a block, or several in one block (a single one signs it). Too few are
/// none.
[[nodiscard]] std::vector<SpokenRun> dialogue_lines(const Document& document, const syntax::Lexicon& lexicon,
                                                    const std::vector<OpeningLine>& lines);

} // namespace verbatim::extract
