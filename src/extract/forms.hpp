// SPDX-License-Identifier: Apache-2.0
// Quotations that need no marks: speaker turns, dialogue by dashes, lines signed with a name. Private to `extract`.
#pragma once
#include "extract/stages.hpp"

namespace verbatim::extract {

/// A run of lines that one form claims: the label or dash before it is left out.
struct SpokenRun {
    QuotationForm form = QuotationForm::turn;
    std::size_t block = 0; ///< index in Document::blocks
    Span label;            ///< "LINDQVIST" without colon; the dash of a dialogue
    Span content;
    std::vector<Span> parts; ///< of the content; more than one where an incise stands in a dialogue line
    bool question = false;   ///< a turn that ends in a question mark, before another speaker's turn
};

/// Turns (`NAME: …`, at least two speakers in the document) and dialogue lines (`— …`, where many lines begin so), in
/// order.
[[nodiscard]] std::vector<SpokenRun> spoken_runs(const Document& document, const syntax::Lexicon& lexicon);

/// A signature that begins at the offset: `— Lindqvist, Address (1961)`. The span is the text behind the dash.
[[nodiscard]] std::optional<Span> signature_at(std::string_view text, Span within);
/// The signature at the end of a run of text, on its own line or behind a closed sentence; `cut` is where the words
/// end.
struct Signed {
    std::size_t cut = 0;
    Span signature;
};
[[nodiscard]] std::optional<Signed> signed_run(std::string_view text, Span run);

[[nodiscard]] std::size_t skip_blanks(std::string_view text, std::size_t at, std::size_t end);
[[nodiscard]] Span trimmed(std::string_view text, Span span); ///< without white space at both ends

} // namespace verbatim::extract
