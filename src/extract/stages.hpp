// SPDX-License-Identifier: Apache-2.0
// The stages of `extract`, in their order. Private to the room.
#pragma once
#include "extract/extract.hpp"
#include "syntax/syntax.hpp"

#include <optional>

namespace verbatim::extract {

/// Marks, block quotations, epigraphs, turns, dialogue → quotations with parts, nesting, form. Fills quotations and
/// unbalanced.
void find_quotations(const Document& document, Reading& reading, const syntax::Lexicon& lexicon);
/// The signature behind a quotation of form block or epigraph, `— Name, Work (year)`: the text behind the dash.
[[nodiscard]] std::optional<Span> signature_of(const Document& document, const Quotation& quotation);
/// True where the quotation's own look and its neighbours make it the title of a work, law or decision.
[[nodiscard]] bool looks_like_title(const Document& document, const Quotation& quotation,
                                    const syntax::Lexicon& lexicon, const Context& context);
/// Joins split quotations, then gives every quotation its attribution; fills reading.persons.
void attribute(const Document& document, Reading& reading, const syntax::Lexicon& lexicon, const Context& context);
/// quotation, title, term or mention (CONVENTIONS 5); reads the attributions.
void decide_kinds(const Document& document, Reading& reading, const syntax::Lexicon& lexicon, const Context& context);
/// Citations, entries, source lines; joins citations to the quotations they belong to; evidence citation-only.
void find_citations(const Document& document, Reading& reading, const syntax::Lexicon& lexicon, const Context& context);
/// Quotations that are titles of articles in references, of a list, a note or the text; reads the entries.
void name_reference_titles(const Document& document, Reading& reading, const syntax::Lexicon& lexicon);

} // namespace verbatim::extract
