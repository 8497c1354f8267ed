// SPDX-License-Identifier: Apache-2.0
// Which reading of a host sentence holds for one of its quotations: who speaks, by which cue. Private to the room.
#pragma once
#include "extract/host.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

namespace verbatim::extract {

/// What the readings need to know beside the chunks.
struct Sentence {
    const Host& host;
    const syntax::Lexicon& lexicon;
    std::function<bool(std::size_t quotation)> is_title; ///< index in Reading::quotations
    /// The same: the words are the name of a body.
    std::function<bool(std::size_t quotation)> is_body = [](std::size_t) { return false; };
    /// The text tells elsewhere that the one so named speaks.
    std::function<bool(std::string_view name)> is_told = [](std::string_view) { return false; };

    [[nodiscard]] std::size_t size() const { return host.chunks.size(); }
    [[nodiscard]] const syntax::Chunk& chunk(std::size_t i) const { return host.chunks[i]; }
    [[nodiscard]] bool is(std::size_t i, syntax::ChunkKind kind) const { return i < size() && chunk(i).kind == kind; }
    [[nodiscard]] std::string_view words(std::size_t i) const { return host.words(chunk(i).span); }
    /// The ordinal among the host's quotations of the one that is chunk i.
    [[nodiscard]] std::optional<std::size_t> ordinal_at(std::size_t i) const
    {
        const auto at = std::lower_bound(host.at.begin(), host.at.end(), i);
        const auto ordinal = static_cast<std::size_t>(at - host.at.begin());
        return at == host.at.end() || *at != i || ordinal >= host.quotations.size() ? std::nullopt
                                                                                    : std::optional(ordinal);
    }
    /// Chunk i is the title of a work.
    [[nodiscard]] bool is_title_at(std::size_t i) const
    {
        const auto ordinal = is(i, syntax::ChunkKind::quotation) ? ordinal_at(i) : std::nullopt;
        return ordinal && is_title(host.quotations[*ordinal].quotation);
    }
    /// Chunk i is the title of a work or the name of a body: it stands for a noun.
    [[nodiscard]] bool is_name_at(std::size_t i) const
    {
        const auto ordinal = is(i, syntax::ChunkKind::quotation) ? ordinal_at(i) : std::nullopt;
        return ordinal
               && (is_title(host.quotations[*ordinal].quotation) || is_body(host.quotations[*ordinal].quotation));
    }
    [[nodiscard]] bool is_mark(std::size_t i, std::string_view marks) const
    {
        return is(i, syntax::ChunkKind::mark) && marks.find(words(i)) != std::string_view::npos;
    }
};

/// A subject of speech: chunks first to last of the host sentence.
struct Speaker {
    std::size_t first = 0;
    std::size_t last = 0;
    Span span; ///< bytes of the host sentence, without apposition and clause
    bool pronoun = false;
    bool coordinated = false;
    std::optional<std::size_t>
        title; ///< the speaker is a title or body in marks: its ordinal among the host's quotations
};

enum class Side : unsigned char { before, after };

struct Frame {
    std::optional<Speaker> speaker; ///< none where the language leaves a subject out that is clear: «…», añadió
    Side side = Side::before;       ///< where the cue stands
    std::size_t cue = 0;            ///< chunk; meaningless where cue_span is empty
    Span cue_span;
    std::string cue_class;
    bool introduced = false;      ///< comma or colon between cue and quotation
    bool indirect = false;        ///< the words stand inside the clause that tells what was said
    std::size_t end = 0;          ///< for a frame behind the quotation: the first chunk that is no part of it
    std::optional<Span> document; ///< of "amended its charter, adding"
};

/// Somebody speaks without a word that says so: a colon or a comma beside the quotation tells it. `chunk` stands where
/// a cue would.
[[nodiscard]] Frame introduced_without_cue(std::size_t chunk, Speaker speaker);

/// The frame of the quotation that is the `ordinal`-th of the host; none where nothing names a cue or source.
[[nodiscard]] std::optional<Frame> frame_european(const Sentence& sentence, std::size_t ordinal);
[[nodiscard]] std::optional<Frame> frame_continental(const Sentence& sentence, std::size_t ordinal);
[[nodiscard]] std::optional<Frame> frame_han(const Sentence& sentence, std::size_t ordinal);
[[nodiscard]] std::optional<Frame> frame_of(const Sentence& sentence, std::size_t ordinal);

/// Only the frame that stands behind the quotation: what tells a split from two quotations.
[[nodiscard]] std::optional<Frame> frame_behind(const Sentence& sentence, std::size_t ordinal);
[[nodiscard]] std::optional<Frame> frame_behind_european(const Sentence& sentence, std::size_t ordinal);
[[nodiscard]] std::optional<Frame> frame_behind_continental(const Sentence& sentence, std::size_t ordinal);
[[nodiscard]] std::optional<Frame> frame_behind_han(const Sentence& sentence, std::size_t ordinal);

/// The last word of a noun phrase, without what follows a blank.
[[nodiscard]] std::string_view head_word(std::string_view phrase);

} // namespace verbatim::extract
