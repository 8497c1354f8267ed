// SPDX-License-Identifier: Apache-2.0
// Cues that are nouns or prepositions.
#include "extract/frame_european.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract::european {

using syntax::ChunkKind;
namespace {

constexpr std::size_t furthest = 16; // chunks between cue and quotation

} // namespace

/// "According to the charter, …", "Okoro's claim that …", "In her words, …".
std::optional<Frame> frame_of_noun(const Sentence& s, std::size_t quotation)
{
    std::size_t commas = 0;
    for (std::size_t i = quotation; i-- > 0 && quotation - i <= furthest;) {
        if (s.is_mark(i, ";") || s.is(i, ChunkKind::quotation))
            return std::nullopt;
        if (s.is_mark(i, ",") && ++commas > 2)
            return std::nullopt;
        if (s.is(i, ChunkKind::cue) && !is_gerund(s, i) && !is_infinitive(s, i) && !is_noun_by_place(s, i))
            return std::nullopt; // her letter spoke of "…": the verb beside it governs
        if (s.is(i, ChunkKind::according_to)) {
            const auto speaker = subject_at(s, i + 1);
            if (!speaker)
                return std::nullopt;
            Frame frame;
            frame.cue = i;
            frame.cue_span = s.chunk(i).span;
            frame.cue_class = "say";
            frame.speaker = speaker;
            frame.introduced = s.is_mark(quotation - 1, ",:");
            return frame;
        }
        // Lind's last words to his brother were: "…"
        const bool brief = s.is(i + 1, ChunkKind::auxiliary) && s.is_mark(quotation - 1, ":")
                           && tells_manner(s, i + 2, quotation - 1); // Lind's answer was brief: "…"
        const bool equated =
            brief || (quotation >= 2 && s.is_mark(quotation - 1, ":,") && s.is(quotation - 2, ChunkKind::auxiliary));
        // In her words, the port was "…"; Lind's claim that the port was "…"
        const bool fronted = i > 0 && s.is(i - 1, ChunkKind::preposition) && s.is_mark(i + 1, ",")
                             && (i == 1 || s.is(i - 2, ChunkKind::mark));
        const bool clause = (s.is(i + 1, ChunkKind::relative) || s.is(i + 1, ChunkKind::subordinator))
                            && s.lexicon.has("that", s.words(i + 1));
        // Lind's message to voters: "…"
        const bool addressed = s.is_mark(quotation - 1, ":") && s.is(i + 1, ChunkKind::preposition)
                               && s.lexicon.has("addressee-preposition", s.words(i + 1)) && i + 4 == quotation;
        const std::size_t nearest = fronted || clause ? furthest : equated ? 9 : addressed ? 4 : 3; // chunks
        if (!s.is(i, ChunkKind::noun_phrase) || quotation - i > nearest)
            continue;
        const std::string_view words = s.words(i);
        const std::string_view head = head_word(words);
        auto cue_class = s.lexicon.class_in("cue-noun", head);
        if (!cue_class && brief && s.lexicon.has("speech-object", head))
            cue_class = "say"; // Lind's position was clear: "…"
        if (!cue_class)
            continue;
        Speaker speaker;
        speaker.first = speaker.last = i;
        const Span span = s.chunk(i).span;
        if (const std::size_t own = s.lexicon.match("possessive-pronoun", words, 0); own != 0) {
            speaker.pronoun = true;
            speaker.span = {span.begin, span.begin + own};
        } else {
            std::size_t mark = std::string_view::npos;
            for (const std::string_view ending : {"'s ", "\u2019s ", "s' ", "s\u2019 "}) {
                const std::size_t found = words.rfind(ending);
                if (found != std::string_view::npos)
                    mark = found + (ending[0] == 's' ? 1 : 0);
            }
            if (mark == std::string_view::npos || mark == 0)
                continue;
            speaker.span = {span.begin, span.begin + mark};
        }
        Frame frame;
        frame.cue = i;
        frame.cue_span = {span.end - head.size(), span.end};
        frame.cue_class = *cue_class;
        frame.speaker = speaker;
        frame.introduced = s.is_mark(quotation - 1, ",:");
        return frame;
    }
    return std::nullopt;
}

} // namespace verbatim::extract::european
