// SPDX-License-Identifier: Apache-2.0
// What was found out about one quotation: everything that any output shows of a diff, computed once.
#pragma once
#include "model/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace verbatim {

enum class Verdict : unsigned char { verbatim, conventional, altered, not_found, unchecked };
enum class UncheckedReason : unsigned char {
    none, no_library, no_reference_in_language, reference_unreadable, source_text_damaged, too_short, excerpt_only,
    bidi_controls,
};
/// CONVENTIONS 2 and 3: permitted differences first, then alterations.
enum class DifferenceKind : unsigned char {
    typography, nesting, initial_case, final_punctuation, note_mark, emphasis, interpolation, ellipsis, number_form,
    script_form, declared, filler,
    negation, number, name, substitution, order, inflection, omission, insertion, spelling, punctuation, case_,
    ellipsis_drops_negation, ellipsis_drops_condition, ellipsis_reorders, ellipsis_too_far, ellipsis_omits_nothing,
    interpolation_changes_meaning,
};
[[nodiscard]] std::string_view to_string(Verdict verdict);
[[nodiscard]] std::string_view to_string(UncheckedReason reason);
[[nodiscard]] std::string_view to_string(DifferenceKind kind);

/// Words of a reference with their place in its file.
struct SourceText {
    std::string text;
    Span span;     ///< plain bytes of the version's document
    FileSpan file; ///< stored bytes of the version's file
    std::size_t line = 0; ///< 1-based
};

/// One differing hunk between quotation and passage. A side without words has an empty text and an empty span.
struct Difference {
    DifferenceKind kind = DifferenceKind::substitution;
    TextSpan quoted; ///< plain bytes of the quoting document
    SourceText source;
};

/// A run of the word diff as outputs draw it: equal words, or one hunk.
struct DiffRun {
    enum class Kind : unsigned char { equal, quoted_only, source_only };
    Kind kind = Kind::equal;
    std::string text; ///< as the side it comes from spells it (quoted side for equal)
};

struct Zone {
    std::string kind;   ///< "quoted" | "note" | "heading" | "preface"
    std::string source; ///< who says it there; empty if unknown
};

/// The words that a cut quotation leaves of its source sentence (CONVENTIONS 2, last paragraph).
struct Truncation {
    std::string left_out; ///< the governing words that were cut
    std::string kind;     ///< "negation" | "condition" | "frame"
    SourceText source;
};

/// An alteration whose words stand in another version of the work (CONVENTIONS 4.4).
struct Borrowed {
    std::size_t alteration = 0; ///< index in Passage::alterations
    std::size_t version = 0;    ///< index in Work::versions
    std::size_t line = 0;       ///< 1-based, of the passage in that version's file
};

/// An accepted match.
struct Passage {
    std::size_t work = 0;    ///< index in Library::works()
    std::size_t version = 0; ///< index in Work::versions
    SourceText where;        ///< the passage, first to last word
    std::string place;       ///< "¶ 12"
    std::string locator;     ///< page or verse label as printed; empty if none
    std::string locator_kind; ///< "page" | "paragraph" | "verse"; empty if none
    std::optional<Zone> zone;
    double similarity = 0;   ///< 1 − word edits / longer length, rounded to 4 decimals
    bool claimed = false;    ///< lies in a cited, named or attributed work
    std::vector<Difference> conventional;
    std::vector<Difference> alterations;
    std::vector<DiffRun> diff; ///< the whole quotation against the whole passage
    std::vector<Truncation> truncations;
    std::vector<Borrowed> borrowed; ///< by alteration
};

/// Works that the text claims for a quotation (indices in Library::works()), by how it claims them.
struct Claims {
    std::vector<std::size_t> cited;     ///< by a citation
    std::vector<std::size_t> named;     ///< by title or document name in the attribution
    std::vector<std::size_t> by_person; ///< works of the person (or body) to whom the words are given
    [[nodiscard]] bool any() const { return !cited.empty() || !named.empty() || !by_person.empty(); }
};

/// What was searched before a verdict was made.
struct SearchCoverage {
    bool library_given = false;
    std::size_t versions_read = 0;       ///< in the quotation's language
    std::size_t versions_unreadable = 0; ///< of that language or of unknown language
    bool claimed_scanned = false;        ///< every version of every claimed work, exhaustively
    std::size_t shards = 1;              ///< parts of the library, each on a machine of its own perhaps
    std::size_t shards_read = 1;         ///< of them; versions in the others count as unreadable
    /// False: what was not found, or seems to stand elsewhere, may stand in a part that was not searched.
    [[nodiscard]] bool is_whole() const { return shards_read == shards; }
};

struct Evidence {
    Verdict verdict = Verdict::unchecked;
    UncheckedReason reason = UncheckedReason::no_library;
    std::vector<Passage> matches; ///< best first; matches[0] made the verdict
    Claims claims;
    SearchCoverage coverage;
    std::optional<std::string> nearest; ///< for not-found: the nearest passage, for the message only
    std::optional<SourceText> damaged;  ///< for source-text-damaged: words of the source that were read wrongly
};

} // namespace verbatim
