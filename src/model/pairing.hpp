// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "model/evidence.hpp"
#include "model/span.hpp"

#include <optional>
#include <string>
#include <vector>

namespace verbatim {

enum class PairKind : unsigned char { edit, translation };
enum class LinkState : unsigned char {
    same, restyled, moved, edited, paraphrased, quoted, dropped, added, split, merged, translated, unaligned,
};
enum class TowardSource : unsigned char { nearer, farther, same };
[[nodiscard]] std::string_view to_string(PairKind kind);
[[nodiscard]] std::string_view to_string(LinkState state);
[[nodiscard]] std::string_view to_string(TowardSource toward);

/// A change between the two sides of a link. `kind` is a DifferenceKind name for words ("negation", "substitution" …),
/// or "source" "cue" "date" "occasion" "document" "number" "citation" "published-words" for the rest.
struct Change {
    std::string kind;
    std::optional<TextSpan> from; ///< plain bytes of the from document
    std::optional<TextSpan> to;   ///< plain bytes of the to document
    std::string note;             ///< what a message needs beside the two sides
};

struct Link {
    std::optional<std::size_t> from; ///< quotation of the from reading
    std::optional<std::size_t> to;   ///< quotation of the to reading
    std::optional<double> confidence; ///< 0–1 for translations
    LinkState state = LinkState::unaligned;
    std::optional<TowardSource> toward_source;
    std::vector<Change> changes;
    std::optional<Span> from_sentence; ///< where the side without quotation has a matching sentence
    std::optional<Span> to_sentence;
    bool attribution_lost = false; ///< attributed on the from side; the to side names nobody, and nothing there may
};

/// A citation of one side and its counterpart.
struct CitationLink {
    std::optional<std::size_t> from;
    std::optional<std::size_t> to;
    bool changed = false;
    std::string note; ///< what differs
};

/// What the published version in the target language says for a translated quotation.
struct Published {
    std::size_t link = 0;    ///< index in Pairing::links
    std::size_t work = 0;
    std::size_t version = 0; ///< of the target language
    SourceText twin;         ///< the same passage in that version
    Passage comparison;      ///< the translation's quotation against the twin
    bool same_words = false;
    std::optional<Passage> elsewhere; ///< another passage whose words were used
};

struct Pairing {
    PairKind kind = PairKind::edit;
    std::vector<Link> links; ///< by from, then to
    std::vector<CitationLink> citations;
    std::vector<Published> published;
    std::vector<Change> changes; ///< of a translation: "number" and "date" of the text beside quotations
};

} // namespace verbatim
