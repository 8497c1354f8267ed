// SPDX-License-Identifier: Apache-2.0
// Frames of French, German, Spanish host sentences (CONVENTIONS 6): Q V S with inversion, S V Q, V S Q, selon S, a noun
// cue, a name before a colon. A cue beside the quotation on its left wins over a frame behind it, that over a cue
// further to the left.
#include "extract/cue_left_continental.hpp"
#include "extract/phrases_continental.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace continental {

using syntax::ChunkKind;
namespace {

constexpr std::size_t furthest_right = 10; // chunks of the frame behind a quotation

/// The verb of speech whose clause of "that" a verb of thought opens.
std::optional<std::size_t> speech_above(const Sentence& s, std::size_t thought)
{
    constexpr std::size_t furthest = 3; // chunks
    for (std::size_t i = thought; i-- > 0 && thought - i <= furthest && !s.is(i, ChunkKind::mark);)
        if (s.is(i, ChunkKind::cue) && is_speech(s.chunk(i).word_class) && s.lexicon.has("that", s.words(i + 1)))
            return i;
    return std::nullopt;
}

struct Before {
    Frame frame;
    bool adjacent = false;
};

std::optional<Before> frame_before(const Sentence& s, std::size_t quotation)
{
    const auto left = cue_left(s, quotation);
    if (!left || !governs(s, *left, quotation))
        return std::nullopt;
    Frame frame = frame_with(s, left->cue, Side::before, left->particle);
    frame.introduced = left->colon || (left->comma && left->between <= 4);
    if (is_passive(s, left->cue)) {
        for (std::size_t i = left->cue + 1; i < quotation && !frame.speaker; ++i)
            if (s.is(i, ChunkKind::preposition) && s.lexicon.has("passive-by", s.words(i))
                && s.is(i + 1, ChunkKind::noun_phrase)) {
                Speaker agent;
                agent.first = agent.last = i + 1;
                agent.span = s.chunk(i + 1).span;
                frame.speaker = agent;
            }
    } else {
        frame.speaker = subject_of(s, left->cue, quotation);
    }
    if (!frame.speaker)
        frame.speaker = body_in_marks(s, left->cue, quotation);
    if (!frame.speaker && s.chunk(left->cue).word_class == "believe")
        if (const auto outer = speech_above(s, left->cue)) { // comentó que cree que
            frame = frame_with(s, *outer, Side::before, std::nullopt);
            frame.speaker = subject_of(s, *outer, left->cue);
        }
    if (!frame.speaker)
        return std::nullopt;
    const bool adjacent = left->colon || (!left->clause && !left->broken && left->between <= 6);
    return Before{frame, adjacent};
}

/// Añadió: ⟨Q⟩, Dijo que ⟨Q⟩: the verb opens its clause and names nobody.
std::optional<Frame> frame_before_without_subject(const Sentence& s, std::size_t quotation)
{
    const auto left = cue_left(s, quotation);
    if (!left || left->particle || !governs(s, *left, quotation) || !is_finite(s, left->cue) || is_passive(s, left->cue)
        || !is_speech(s.chunk(left->cue).word_class) || !(left->colon || left->that))
        return std::nullopt;
    for (std::size_t i = left->cue; i > 0 && !s.is_mark(i - 1, ",;.") && !s.is(i - 1, ChunkKind::quotation); --i)
        if (!s.is(i - 1, ChunkKind::adverb) && !s.is(i - 1, ChunkKind::conjunction)
            && !s.is(i - 1, ChunkKind::coordinator))
            return std::nullopt;
    for (std::size_t i = left->cue + 1; i < quotation && !left->that; ++i)
        if (s.is(i, ChunkKind::noun_phrase) && !s.is(i - 1, ChunkKind::preposition))
            return std::nullopt; // Anunció el cambio: ⟨Q⟩
    Frame frame = frame_with(s, left->cue, Side::before, std::nullopt);
    frame.introduced = left->colon;
    return frame;
}

/// seine Antwort, Idas Antwort: who stands before the noun in its phrase.
std::optional<Speaker> owner_of(const Sentence& s, std::size_t noun)
{
    const std::string_view words = s.words(noun);
    Speaker speaker;
    speaker.first = speaker.last = noun;
    speaker.span = s.chunk(noun).span;
    if (const std::size_t own = s.lexicon.match("possessive-pronoun", words, 0); own != 0) {
        speaker.span.end = speaker.span.begin + own;
        speaker.pronoun = true;
        return speaker;
    }
    const std::size_t blank = words.find_last_of(' ');
    if (!s.lexicon.has("pattern", "genitive-s") || blank == std::string_view::npos || blank < 3
        || words[blank - 1] != 's' || s.lexicon.match("determiner", words, 0) > 0
        || !text::is_upper(text::code_point_at(words, 0)))
        return std::nullopt;
    speaker.span.end = speaker.span.begin + blank - 1;
    return speaker;
}

/// Nach Idas Worten ist der Hafen ⟨Q⟩, Ida zufolge: whose opinion it is, at the start of the sentence.
std::optional<Frame> frame_of_opinion(const Sentence& s, std::size_t quotation)
{
    for (std::size_t i = 1; i < quotation; ++i)
        if (s.is_mark(i, ";:.!?") || s.is(i, ChunkKind::quotation))
            return std::nullopt;
    Frame frame;
    frame.cue_class = "say";
    if (s.is(0, ChunkKind::preposition) && s.lexicon.has("opinion-preposition", s.words(0)) && quotation > 1
        && s.is(1, ChunkKind::noun_phrase) && s.lexicon.has("opinion-noun", head_word(s.words(1)))) {
        frame.speaker = owner_of(s, 1);
        frame.cue_span = s.chunk(0).span;
    } else if (quotation > 1 && s.is(0, ChunkKind::noun_phrase) && s.lexicon.has("according-behind", s.words(1))) {
        frame.speaker = speaker_of(s, 0, 0);
        frame.cue = 1;
        frame.cue_span = s.chunk(1).span;
    }
    if (!frame.speaker)
        return std::nullopt;
    frame.introduced = s.is_mark(quotation - 1, ",");
    return frame;
}

/// Der Plan, so Ida, sei ⟨Q⟩: between commas, before the words.
std::optional<Frame> frame_of_insert(const Sentence& s, std::size_t quotation)
{
    for (std::size_t i = 1; i + 2 < quotation; ++i) {
        if (s.is_mark(i, ";:.!?") || s.is(i, ChunkKind::quotation))
            return std::nullopt;
        if (!s.is_mark(i, ",") || !s.lexicon.has("so-speaks", s.words(i + 1)))
            continue;
        const auto speaker = speaker_at(s, i + 2);
        if (!speaker || !s.is_mark(speaker->last + 1, ",") || speaker->last + 2 >= quotation)
            continue;
        Frame frame;
        frame.cue = i + 1;
        frame.cue_class = "say";
        frame.speaker = speaker;
        return frame;
    }
    return std::nullopt;
}

/// la réponse de Ida : ⟨Q⟩   Sa réponse : ⟨Q⟩   selon Ida, ⟨Q⟩
std::optional<Frame> frame_of_noun(const Sentence& s, std::size_t quotation)
{
    std::size_t i = quotation;
    bool colon = false;
    while (i > 0 && s.is_mark(i - 1, ",:")) {
        --i;
        colon = colon || s.is_mark(i, ":");
    }
    if (auto opinion = frame_of_opinion(s, quotation))
        return opinion;
    for (std::size_t at = i, steps = 0; at > 0 && steps < furthest_right && !s.is_mark(at - 1, ";:.!?"); --at, ++steps)
        if (s.is(at - 1, ChunkKind::according_to)) {
            auto frame = frame_according_to(s, at - 1, Side::before);
            if (frame)
                frame->introduced = s.is_mark(quotation - 1, ",");
            return frame;
        }
    if (!colon || i == 0 || !s.is(i - 1, ChunkKind::noun_phrase))
        return std::nullopt;
    std::size_t noun = i - 1;
    Frame frame;
    frame.introduced = true;
    const auto names_words = [&](std::size_t at) {
        const std::string_view head = head_word(s.words(at));
        return s.is(at, ChunkKind::noun_phrase) && s.lexicon.match("cue-noun", head, 0) == head.size();
    };
    const bool of = noun >= 2 && s.is(noun - 1, ChunkKind::preposition) && s.lexicon.has("genitive", s.words(noun - 1));
    const bool genitive = noun >= 1 && s.lexicon.match("determiner.genitive", s.words(noun), 0) > 0;
    if ((of && names_words(noun - 2)) || (genitive && names_words(noun - 1))) {
        Speaker speaker;
        speaker.first = speaker.last = noun;
        speaker.span = s.chunk(noun).span;
        frame.speaker = speaker;
        noun -= of ? 2 : 1;
    } else if (names_words(noun)) {
        const auto owner = owner_of(s, noun);
        if (!owner)
            return std::nullopt;
        frame.speaker = owner;
    } else {
        return std::nullopt;
    }
    const std::string_view head = head_word(s.words(noun));
    frame.cue = noun;
    frame.cue_span = {s.chunk(noun).span.end - head.size(), s.chunk(noun).span.end};
    frame.cue_class = "say";
    return frame;
}

} // namespace

std::optional<Frame> frame_without_subject(const Sentence& s, std::size_t ordinal)
{
    if (!s.lexicon.has("pattern", "subject-dropped"))
        return std::nullopt;
    if (auto behind = frame_behind_without_subject(s, ordinal))
        return behind;
    return frame_before_without_subject(s, s.host.at[ordinal]);
}
} // namespace continental

std::optional<Frame> frame_continental(const Sentence& s, std::size_t ordinal)
{
    const std::size_t quotation = s.host.at[ordinal];
    if (auto label = continental::frame_of_label(s, quotation))
        return label;
    const auto before = continental::frame_before(s, quotation);
    if (before && before->adjacent)
        return before->frame;
    if (auto behind = continental::frame_behind(s, ordinal))
        return behind;
    if (auto noun = continental::frame_of_noun(s, quotation))
        return noun;
    if (auto inserted = continental::frame_of_insert(s, quotation))
        return inserted;
    if (auto last = continental::frame_of_final_verb(s, ordinal))
        return last;
    if (auto held = continental::frame_of_holder(s, quotation))
        return held;
    if (before)
        return before->frame;
    if (auto end = continental::frame_at_end(s, quotation))
        return end;
    if (auto gesture = continental::frame_of_gesture(s, quotation))
        return gesture;
    return continental::frame_without_subject(s, ordinal);
}

std::optional<Frame> frame_behind_continental(const Sentence& s, std::size_t ordinal)
{
    return continental::frame_behind(s, ordinal);
}

} // namespace verbatim::extract
