// SPDX-License-Identifier: Apache-2.0
// Door part of `syntax`: citations in running text, references as notes and lists give them, source lines.
#pragma once
#include "model/reading.hpp"
#include "syntax/lexicon.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::syntax {

/// A citation as the grammar reads it. Spans are bytes of the parsed text.
struct ParsedCitation {
    CitationKind kind = CitationKind::author_date;
    Span span;                      ///< of the item, without the group's brackets
    Span group; ///< the brackets and all between them; a narrative begins before them; of a bare key the same as span
    std::optional<TextSpan> author; ///< as written, without possessive
    std::string key;                ///< of pandoc
    std::map<std::string, std::string>
        fields; ///< CSL names; "author" joined by "; "; "issued" is EDTF; "locator" without label
    std::optional<TextSpan> locator;
    std::string locator_kind;
    bool guess = false; ///< only the caller can tell: an MLA item, a bare key, a narrative without further sign
};

struct ParsedCitations {
    std::vector<ParsedCitation> list; ///< by span
    /// Brackets that look like a citation (a name with a year or a key) and could not be read.
    std::vector<Span> unread;
};
/// Author–date, narrative, MLA and pandoc citations of one block of text. Linear in its size.
[[nodiscard]] ParsedCitations parse_citations(std::string_view text, const Lexicon& lexicon);

/// A reference in words: of a note, a list, a source line.
struct ParsedReference {
    std::map<std::string, std::string> fields; ///< CSL names, as in ParsedCitation
    std::optional<TextSpan> author;
    std::optional<TextSpan> locator;
    std::string locator_kind;
    bool short_form = false; ///< ibid. and its like
};
/// Reads one reference: `Author, Title, edited by Name, City: Press, 1956, p. 12.` and the usual orders of lists.
/// `titles`: spans set apart as titles (italics). Empty where the text has neither author nor title and year.
[[nodiscard]] std::optional<ParsedReference> parse_reference(std::string_view text, const std::vector<Span>& titles,
                                                             const Lexicon& lexicon);

/// True where the text is all that a reference has before a title in marks: a number, `see`, names, perhaps a year.
[[nodiscard]] bool is_reference_head(std::string_view text, const Lexicon& lexicon);

struct SourceLine {
    Span span; ///< from `Source:` to the line's end
    ParsedReference reference;
};
/// `Source: …` `资料来源：…` at the start of a line; empty for anything else.
[[nodiscard]] std::optional<SourceLine> parse_source_line(std::string_view line, const std::vector<Span>& titles,
                                                          const Lexicon& lexicon);

/// The single names of "Okoro, Berg, and Lindqvist": as written, each once.
[[nodiscard]] std::vector<std::string> names_in(std::string_view authors, const Lexicon& lexicon);

} // namespace verbatim::syntax
