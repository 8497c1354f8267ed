// SPDX-License-Identifier: Apache-2.0
// Private to align. A quotation laid against words of a source: every difference with its kind.
#pragma once
#include "align/placing.hpp"
#include "align/script.hpp"

namespace verbatim::align {

/// Who quotes whom. `library` may be null: then names are told by capitals and words are known by the source alone.
struct Sides {
    const Document& quoting;
    const Document& source;
    const Quotation& quotation;
    const library::Library* library;
    const Settings& settings;
    const syntax::Lexicon& lexicon;
    const std::string& language;
    const Quoted& quoted;
    const SourceWords& from;
    bool is_whole = false;      ///< `from` is a whole quotation, not a passage of a longer text: nothing lies beyond it
    bool is_transcript = false; ///< of speech: fillers may be left out
};

/// How a script difference was judged.
struct Judged {
    DifferenceKind kind = DifferenceKind::substitution;
    Span columns;        ///< grown where an amount or a name was kept whole
    bool silent = false; ///< belongs to an ellipsis beside it
};

[[nodiscard]] bool leaves_verbatim(DifferenceKind kind);
[[nodiscard]] bool is_permitted(DifferenceKind kind);

/// Amounts on both sides of a comparison, as plain spans; read when first needed.
class Amounts {
public:
    explicit Amounts(const Sides& sides) : sides_(sides) {}
    [[nodiscard]] const std::vector<text::Amount>& quoted();
    [[nodiscard]] const std::vector<text::Amount>& source();

private:
    const Sides& sides_;
    std::optional<std::vector<text::Amount>> quoted_, source_;
};

struct Piece {
    Script script;
    Span words; ///< of the quotation
    Placed placed;
    Gap::Kind before = Gap::Kind::none;
    Gap::Kind behind = Gap::Kind::none;
    bool first = false;
    bool last = false;
    std::size_t changed_levels = 0; ///< inner marks of another level than the source's: they must balance
};

/// Each piece of the quotation laid word by word against its place.
[[nodiscard]] std::vector<Piece> laid_pieces(const Sides& sides, const std::vector<Placed>& placed, Amounts& amounts);
/// The piece's range of the source, grown or cut at ends whose words were replaced.
[[nodiscard]] Span with_whole_ends(const Sides& sides, const Piece& piece, Amounts& amounts);
/// The judged hunks of a piece, in order: those that overlap made one, marks given to the words beside them.
[[nodiscard]] std::vector<Judged> settled(const Sides& sides, const Piece& piece, const std::vector<Judged>& judged);
/// Differing columns: from the gravest kind that fits (CONVENTIONS 3).
[[nodiscard]] std::vector<Judged> judge_edit(const Sides& sides, const Piece& piece, const Edit& edit,
                                             Amounts& amounts);
/// Marks alone: final-punctuation or punctuation; a slash at a line end of the source is how verse is run on.
[[nodiscard]] Judged judge_marks(const Sides& sides, const Piece& piece, Span columns);
/// Equal keys whose exact forms differ, and equal words of another glyph; nothing where the bytes agree.
[[nodiscard]] std::optional<DifferenceKind> judge_equal(const Sides& sides, const Piece& piece, const Column& column);
/// The gap behind piece `at`; nothing where the source has the ellipsis too.
[[nodiscard]] std::optional<DifferenceKind> judge_gap(const Sides& sides, const std::vector<Piece>& pieces,
                                                      std::size_t at);

/// True where a word of the text is a negation that negates ("not only", 非常 are none). `text` is the plain text.
[[nodiscard]] bool negates(const Word& word, std::string_view text, const syntax::Lexicon& lexicon);
/// Bytes of the condition word (if, unless, only …) at an offset of a plain text; 0 for none.
[[nodiscard]] std::size_t condition_at(std::string_view text, std::size_t offset, const syntax::Lexicon& lexicon);

struct Comparison {
    std::vector<Difference> conventional;
    std::vector<Difference> alterations;
    std::vector<DiffRun> diff;
    std::size_t word_edits = 0;
    std::size_t longer = 0; ///< words of the longer side, ellipses and brackets left out
    WordEdits nearest;      ///< of the stretches near the passage with the smallest share of edits, and the longer side
    Span source;            ///< source words, first to last; empty where nothing was placed
    [[nodiscard]] double similarity() const;
    /// Of the passage or of the stretch near it that has the smallest share of edits: what is accepted must not hang on
    /// where the passage was cut.
    [[nodiscard]] double highest_similarity() const;
    [[nodiscard]] std::size_t fewest_edits() const;
    /// The counts that make highest_similarity().
    [[nodiscard]] WordEdits most_alike() const;

private:
    [[nodiscard]] double share_kept(std::size_t edits, std::size_t words) const;
};
/// Turns the alterations that a declaration beside the quotation permits into permitted differences.
void apply_declarations(const Sides& sides, Comparison& comparison);
/// Of a transcript, omitted fillers and false starts become permitted differences.
void permit_fillers(const Sides& sides, Comparison& comparison);
/// `placed` has one place a piece of sides.quoted.
[[nodiscard]] Comparison compare(const Sides& sides, const std::vector<Placed>& placed);

} // namespace verbatim::align
