// SPDX-License-Identifier: Apache-2.0
// What the grammar sees in one document: exactly what `verbatim extract` prints.
#pragma once
#include "model/span.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace verbatim {

enum class QuotationKind : unsigned char { quotation, title, term, mention };
enum class QuotationForm : unsigned char { inline_, block, epigraph, turn, dialogue };
/// How the text attributes the words (CONVENTIONS 6).
enum class AttributionEvidence : unsigned char { explicit_, pronoun, citation_only, continued, implied, none };
enum class CitationKind : unsigned char {
    author_date, narrative, numeric, note, key, short_form, scripture, legal, identifier, url, entry, source_line,
};
[[nodiscard]] std::string_view to_string(QuotationKind kind);
[[nodiscard]] std::string_view to_string(QuotationForm form);
[[nodiscard]] std::string_view to_string(AttributionEvidence evidence);
[[nodiscard]] std::string_view to_string(CitationKind kind);

struct Source {
    std::string text; ///< as it stands, without clauses and appositions
    Span span;
    std::optional<std::string> person; ///< the registered name, else the fullest form in the document
    /// Of a pronoun that means somebody without a name: "the old man", as the text calls him; then there is no person.
    std::optional<std::string> described_as{};
    bool is_document = false;          ///< a law, a resolution, a report speaks
    bool is_body = false;              ///< a council, a ministry, a newspaper speaks
    bool coordinated = false;          ///< two or more speakers; then person is empty

    /// Who speaks, by name or description; for people to read, never to look up.
    [[nodiscard]] const std::optional<std::string>& whom() const { return person ? person : described_as; }
};

struct Attribution {
    std::optional<Source> source;
    std::optional<TextSpan> cue;   ///< the verb group without its object
    std::string cue_class;         ///< class of the cue in the lexicon: "say" "call" "deny" …; empty without cue
    std::optional<std::string> date; ///< EDTF, at the precision given
    std::optional<TextSpan> occasion;
    std::optional<TextSpan> document;
    std::optional<TextSpan> locator;
    AttributionEvidence evidence = AttributionEvidence::none;

    /// explicit, pronoun and citation-only count as attributed (CONVENTIONS 6).
    [[nodiscard]] bool attributed() const { return evidence <= AttributionEvidence::citation_only; }
};

/// Words in quotation marks, in a block quotation, an epigraph, a speaker turn or a dialogue.
struct Quotation {
    QuotationKind kind = QuotationKind::quotation;
    QuotationForm form = QuotationForm::inline_;
    std::string text;            ///< parts joined by one space (by nothing between Han or Kana)
    std::vector<TextSpan> parts; ///< at least one, in order, marks excluded
    std::string marks;           ///< the outer pair as typed, "“”"; empty for forms without marks
    std::string language;
    std::optional<std::size_t> nested_in; ///< index of the outer quotation in Reading::quotations
    Attribution attribution;
    std::vector<std::size_t> citations;   ///< indices in Reading::citations
    std::vector<TextSpan> declared;       ///< "(emphasis added)", "(my translation)", "（笔者译）" beside it
    bool piecewise = false;      ///< the host sentence ended between the parts: words between them are no omission
    bool introduced = false;     ///< cue plus comma or colon stand before it
    bool question_turn = false;  ///< an interviewer's question (CONVENTIONS 10)

    [[nodiscard]] Span hull() const { return {parts.front().span.begin, parts.back().span.end}; }
};

/// A citation in the text, a reference entry or a source line.
struct Citation {
    CitationKind kind = CitationKind::author_date;
    std::string text;
    Span span;
    std::string key;     ///< as written for pandoc and LaTeX, number or label for numeric and notes, else empty
    std::map<std::string, std::string> fields; ///< CSL names; "author" joined by "; "; "issued" is EDTF
    std::optional<TextSpan> locator;
    std::string locator_kind; ///< "page" | "paragraph" | "chapter" | "line" | "verse"; CSL names
    std::string work;         ///< id of the library's work; empty where none was found
    bool resolved = false;
    std::vector<std::string> near_misses; ///< works or entries with this author and another year, nearest first
};

struct Reading {
    std::vector<Quotation> quotations; ///< by hull().begin, outer before inner
    std::vector<Citation> citations;   ///< by span.begin
    std::vector<Citation> entries;     ///< kinds entry and source_line, by span.begin
    std::vector<Span> unbalanced;      ///< marks that open or close nothing, one span a mark
    /// Persons of the document: fullest form → every form seen. Source::person is a key here or a registered name.
    std::map<std::string, std::vector<std::string>> persons;
};

} // namespace verbatim
