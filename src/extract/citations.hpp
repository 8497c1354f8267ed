// SPDX-License-Identifier: Apache-2.0
// The steps of find_citations. Private to the room.
#pragma once
#include "extract/stages.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::extract {

/// Spans of emphasis inside `within`, as offsets from its beginning.
[[nodiscard]] std::vector<Span> emphasis_in(const Document& document, Span within);
/// What a reference in words says, as a citation or an entry; `base` is the plain offset of the text it was read from.
[[nodiscard]] Citation cited_by(const syntax::ParsedReference& reference, CitationKind kind, std::size_t base);

/// Reference sections and source lines → Reading::entries. Returns the spans that they take.
[[nodiscard]] std::vector<Span> find_entries(const Document& document, Reading& reading,
                                             const syntax::Lexicon& lexicon);
/// "3" of an entry `[3] Okoro, M. …`; empty for any other.
[[nodiscard]] std::string reference_number(std::string_view entry);
/// `[3, 5–7]`, one citation a number: with the entry's fields where the document has a numbered list of its own (two
/// entries or more), else without fields.
[[nodiscard]] std::vector<Citation> numeric_citations(const Document& document, const std::vector<Citation>& entries);
/// Titles in the host sentence that say where the words stand → Attribution::document.
void name_documents(const Document& document, Reading& reading, const syntax::Lexicon& lexicon);
/// Calls of notes with their definitions → citations of kind note.
void find_notes(const Document& document, Reading& reading, const syntax::Lexicon& lexicon);
/// Short forms take the fields of what they point at; needs the citations in their order.
void resolve_short_forms(Reading& reading, const std::vector<Span>& unread);
/// Quotation ↔ citation; evidence citation-only; declarations beside quotations.
void join_citations(const Document& document, Reading& reading, const syntax::Lexicon& lexicon, const Context& context);
void find_declarations(const Document& document, Reading& reading, const syntax::Lexicon& lexicon);

} // namespace verbatim::extract
