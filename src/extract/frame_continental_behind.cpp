// SPDX-License-Identifier: Apache-2.0
// Frames behind the quotation: Q V S with inversion, brackets and particles; comme le dit S; so S; selon S.
#include "extract/frame_continental.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract::continental {

using syntax::ChunkKind;
namespace {

constexpr std::size_t furthest_right = 10; // chunks of the frame behind a quotation

/// The verb group without what belongs to its object: lui |dit, but s'|écria.
Span cue_span(const Sentence& s, std::size_t cue, std::optional<std::size_t> particle)
{
    const syntax::Chunk& chunk = s.chunk(cue);
    Span span = chunk.span;
    while (span.begin < chunk.head.begin) {
        const std::size_t clitic = std::max(s.lexicon.match("clitic", s.host.text, span.begin),
                                            s.lexicon.match("article-clitic", s.host.text, span.begin));
        if (clitic == 0 || s.lexicon.match("reflexive-clitic", s.host.text, span.begin) == clitic)
            break;
        span.begin += clitic;
        while (span.begin < chunk.head.begin && s.host.text[span.begin] == ' ')
            ++span.begin;
    }
    if (particle && *particle == cue + 1)
        span.end = s.chunk(*particle).span.end;
    return span;
}

/// Nothing but a mark, a blank or another quotation stands before it in its sentence.
bool opens_sentence(const Sentence& s, std::size_t quotation)
{
    return quotation == 0 || s.is(quotation - 1, ChunkKind::quotation) || s.is(quotation - 1, ChunkKind::mark);
}

/// hat Oda gesagt, a-t-il répondu: the subject stands between auxiliary and participle.
std::optional<Frame> bracketed_behind(const Sentence& s, std::size_t auxiliary)
{
    const auto speaker = speaker_at(s, auxiliary + 1);
    if (!speaker)
        return std::nullopt;
    for (std::size_t i = speaker->last + 1; i < s.size() && i <= speaker->last + furthest_right; ++i) {
        if (s.is(i, ChunkKind::mark) || s.is(i, ChunkKind::quotation))
            return std::nullopt;
        if (!s.is(i, ChunkKind::cue))
            continue;
        Frame frame = frame_with(s, i, Side::after, std::nullopt);
        frame.speaker = speaker;
        frame.end = i + 1;
        return frame;
    }
    return std::nullopt;
}

std::optional<Frame> with_speaker(const Sentence& s, std::size_t cue, std::optional<std::size_t> particle)
{
    const std::size_t end = std::min(s.size(), cue + 1 + furthest_right);
    Frame frame = frame_with(s, cue, Side::after, particle);
    frame.speaker = subject_behind(s, cue, end);
    if (!frame.speaker)
        return std::nullopt;
    frame.end = std::max(frame.speaker->last, particle.value_or(0)) + 1;
    return frame;
}

/// comme le dit Ida, wie Oda sagte; so Oda; selon Ida
std::optional<Frame> by_conjunction(const Sentence& s, std::size_t i)
{
    if (s.is(i, ChunkKind::according_to))
        return frame_according_to(s, i, Side::after);
    if (s.lexicon.has("so-speaks", s.words(i))) {
        const auto named = speaker_at(s, i + 1);
        if (!named
            || (named->last + 1 < s.size() && !s.is(named->last + 1, ChunkKind::mark)
                && !s.is(named->last + 1, ChunkKind::preposition)))
            return std::nullopt;
        Frame frame;
        frame.side = Side::after;
        frame.cue = i;
        frame.cue_class = "say";
        frame.speaker = named;
        frame.end = named->last + 1;
        return frame;
    }
    if (!s.lexicon.has("as", s.words(i)))
        return std::nullopt;
    for (std::size_t cue = i + 1; cue < s.size() && cue <= i + furthest_right; ++cue) {
        if (s.is(cue, ChunkKind::mark) || s.is(cue, ChunkKind::quotation))
            return std::nullopt;
        if (!s.is(cue, ChunkKind::cue) || !is_speech(s.chunk(cue).word_class))
            continue;
        Frame frame = frame_with(s, cue, Side::after, std::nullopt);
        for (std::size_t subject = i + 1; subject < cue && !frame.speaker; ++subject)
            frame.speaker = speaker_at(s, subject);
        if (!frame.speaker)
            frame.speaker = subject_behind(s, cue, std::min(s.size(), cue + furthest_right));
        if (!frame.speaker)
            return std::nullopt;
        frame.end = std::max(cue, frame.speaker->last) + 1;
        return frame;
    }
    return std::nullopt;
}

} // namespace

std::optional<Frame> frame_according_to(const Sentence& s, std::size_t at, Side side)
{
    auto speaker = speaker_at(s, at + 1);
    if (!speaker)
        return std::nullopt;
    Frame frame;
    frame.side = side;
    frame.cue = at;
    frame.cue_span = s.chunk(at).span;
    // nach Angaben |der Behörde: the article belongs to the source
    const std::string_view words = s.words(at);
    const std::string_view last = head_word(words);
    if (last.size() < words.size() && s.lexicon.match("determiner", last, 0) == last.size()) {
        frame.cue_span.end -= last.size() + 1;
        speaker->span.begin = s.chunk(at).span.end - last.size();
    }
    frame.cue_class = "say";
    frame.end = speaker->last + 1;
    frame.speaker = speaker;
    return frame;
}

Frame frame_with(const Sentence& s, std::size_t cue, Side side, std::optional<std::size_t> particle)
{
    Frame frame;
    frame.side = side;
    frame.cue = cue;
    frame.cue_span = cue_span(s, cue, particle);
    frame.cue_class = particle ? "add" : s.chunk(cue).word_class;
    return frame;
}

bool is_speech(std::string_view cue_class)
{
    return cue_class != "call" && cue_class != "define" && cue_class != "quote" && cue_class != "act";
}

std::optional<Frame> frame_behind(const Sentence& s, std::size_t ordinal)
{
    const std::size_t quotation = s.host.at[ordinal];
    std::size_t i = quotation + 1;
    bool apart = ordinal < s.host.closing.size()
                 && std::u32string_view(U",.?!…—–").find(s.host.closing[ordinal]) != std::u32string_view::npos;
    for (int marks = 0; marks < 2 && s.is_mark(i, ",—–-"); ++marks, ++i)
        apart = true;
    if (i < s.size() && apart)
        if (auto frame = by_conjunction(s, i))
            return frame;
    while (s.is(i, ChunkKind::adverb) && apart)
        ++i;
    if (i >= s.size())
        return std::nullopt;
    if (!apart && !opens_sentence(s, quotation))
        return std::nullopt; // der »Hafen« sagt mir nichts
    if (s.is(i, ChunkKind::auxiliary))
        return bracketed_behind(s, i);
    if (s.is(i, ChunkKind::verb)) {
        if (apart && hangs_on(s, i + 1)) { // regrette-t-il: behind a quotation any verb tells so
            Frame frame = frame_with(s, i, Side::after, std::nullopt);
            frame.cue_class = "say";
            frame.speaker = subject_of(s, i, s.size());
            frame.end = i + 2;
            return frame;
        }
        const auto particle = particle_of(s, i, s.size());
        return particle ? with_speaker(s, i, particle) : std::nullopt;
    }
    if (s.is(i, ChunkKind::cue))
        return is_finite(s, i) && !is_passive(s, i) && is_speech(s.chunk(i).word_class)
                   ? with_speaker(s, i, particle_of(s, i, s.size()))
                   : std::nullopt;
    // «…», Ida dijo
    const auto speaker = apart && opens_sentence(s, quotation) ? speaker_at(s, i) : std::nullopt;
    if (!speaker)
        return std::nullopt;
    const std::size_t cue = speaker->last + 1;
    // —Ven. —Ida se levantó—. Vamos.: who does something between the dashes speaks
    if (s.is_mark(i - 1, "—–―") && s.lexicon.has("pattern", "turn-raya")
        && (s.is(cue, ChunkKind::verb) || s.is(cue, ChunkKind::auxiliary))) {
        Frame gesture;
        gesture.side = Side::after;
        gesture.cue = cue;
        gesture.speaker = speaker;
        gesture.end = cue + 1;
        return gesture;
    }
    const bool ends = cue + 1 >= s.size() || s.is(cue + 1, ChunkKind::mark) || s.is(cue + 1, ChunkKind::adverb)
                      || s.is(cue + 1, ChunkKind::preposition);
    if (!s.is(cue, ChunkKind::cue) || !ends || !is_finite(s, cue) || is_passive(s, cue)
        || s.chunk(cue).word_class == "beat" || !is_speech(s.chunk(cue).word_class))
        return std::nullopt;
    Frame frame = frame_with(s, cue, Side::after, std::nullopt);
    frame.speaker = speaker;
    frame.end = cue + 1;
    return frame;
}

} // namespace verbatim::extract::continental
