// SPDX-License-Identifier: Apache-2.0
// Frames of European host sentences (CONVENTIONS 6): S V Q, Q S V, Q V S, according to S, passive, noun cue.
// A cue beside the quotation on its left wins over a frame behind it, that over a cue further to the left.
#include "extract/frame_european.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace european {

using syntax::ChunkKind;

bool among(std::string_view word_class, std::initializer_list<std::string_view> classes)
{
    return std::find(classes.begin(), classes.end(), word_class) != classes.end();
}

/// The agent of a passive: the noun phrase behind "by", within a few chunks.
std::optional<Speaker> agent(const Sentence& s, std::size_t cue, std::size_t furthest)
{
    for (std::size_t i = cue + 1; i < s.size() && i <= cue + furthest; ++i) {
        if (s.is_mark(i, ".;:") || s.is(i, ChunkKind::cue) || s.is(i, ChunkKind::verb))
            return std::nullopt;
        if (s.is(i, ChunkKind::preposition) && s.lexicon.has("passive-by", s.words(i)))
            return subject_at(s, i + 1);
    }
    return std::nullopt;
}

Frame with_cue(const Sentence& s, std::size_t cue, Side side)
{
    Frame frame;
    frame.side = side;
    frame.cue = cue;
    frame.cue_span = s.chunk(cue).span;
    frame.cue_class = s.chunk(cue).word_class;
    // "found that" is a cue only as a whole, but "that" is none of the verb group
    const std::string_view words = s.words(cue);
    const std::size_t blank = words.find_last_of(' ');
    if (blank != std::string_view::npos && s.lexicon.has("that", words.substr(blank + 1)))
        frame.cue_span.end = frame.cue_span.begin + blank;
    return frame;
}

/// `While Lind says the quay is "sound", Okoro insists it is …`: a subordinate clause with a cue of its own opens the
/// sentence, and the clause behind it tells something else.
bool in_clause_of_its_own(const Sentence& s, std::size_t cue, const Frame& behind)
{
    const bool fronted =
        s.is(0, ChunkKind::subordinator) && !s.lexicon.has("that", s.words(0)) && !s.lexicon.has("as", s.words(0));
    for (std::size_t i = 1; fronted && i < cue; ++i)
        if (s.is(i, ChunkKind::mark) || s.is(i, ChunkKind::quotation))
            return false;
    return fronted && behind.side == Side::after && behind.end < s.size() && !s.is(behind.end, ChunkKind::mark);
}

} // namespace european

std::optional<Frame> frame_european(const Sentence& s, std::size_t ordinal)
{
    const std::size_t quotation = s.host.at[ordinal];
    if (auto label = european::frame_of_label(s, quotation))
        return label;
    if (auto unknown = european::frame_of_unknown_verb(s, quotation))
        return unknown;
    auto before = european::frame_before(s, quotation);
    if (before && before->adjacent)
        return before->frame;
    if (auto clause = european::frame_of_clause(s, quotation))
        return clause;
    if (auto behind = european::frame_behind(s, ordinal))
        return before && european::in_clause_of_its_own(s, before->frame.cue, *behind) ? before->frame : behind;
    if (auto noun = european::frame_of_noun(s, quotation))
        return noun;
    if (before)
        return before->frame;
    auto end = european::frame_at_end(s, quotation);
    return end ? end : european::frame_in_clause(s, quotation);
}

std::optional<Frame> frame_behind_european(const Sentence& s, std::size_t ordinal)
{
    return european::frame_behind(s, ordinal);
}

} // namespace verbatim::extract
