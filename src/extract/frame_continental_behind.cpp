// SPDX-License-Identifier: Apache-2.0
// Frames behind the quotation: Q V S with inversion, brackets and particles; comme le dit S; so S; selon S.
#include "extract/phrases_continental.hpp"

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

/// The classes that tell also where the words are a part of the clause.
bool among_speech(std::string_view cue_class)
{
    return cue_class == "say" || cue_class == "state" || cue_class == "write" || cue_class == "add"
           || cue_class == "warn";
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
    if (const auto name = name_behind(s, *frame.speaker))
        frame.speaker = speaker_of(s, *name, *name);
    frame.end = std::max(frame.speaker->last, particle.value_or(0)) + 1;
    return frame;
}

/// ⟨Q⟩, accuse Ida.: a verb of doing tells only where nothing else stands in its clause.
std::optional<Frame> of_act(const Sentence& s, std::size_t cue)
{
    auto frame = with_speaker(s, cue, std::nullopt);
    const bool ends = frame && (frame->end >= s.size() || s.is(frame->end, ChunkKind::mark));
    return ends && frame->speaker->first == cue + 1 ? frame : std::nullopt;
}

/// ⟨Q⟩, heißt es in der Satzung: what holds the words is their source.
std::optional<Frame> of_holder(const Sentence& s, std::size_t i)
{
    const std::size_t size = s.lexicon.match("says-it", s.host.text, s.chunk(i).span.begin);
    const std::size_t end = s.chunk(i).span.begin + size;
    for (std::size_t at = i; size != 0 && at < s.size() && at < i + furthest_right; ++at) {
        if (s.chunk(at).span.begin < end)
            continue;
        if (!s.is(at, ChunkKind::preposition) || !s.lexicon.has("holding-preposition", s.words(at))
            || !s.is(at + 1, ChunkKind::noun_phrase) || s.lexicon.has("time-noun", head_word(s.words(at + 1))))
            return std::nullopt;
        Frame frame;
        frame.side = Side::after;
        frame.cue = i;
        frame.cue_span = {s.chunk(i).span.begin, end};
        frame.cue_class = "state";
        frame.speaker = speaker_of(s, at + 1, end_of_phrase(s, at + 1));
        frame.end = frame.speaker->last + 1;
        return frame;
    }
    return std::nullopt;
}

/// ⟨Q⟩, ließ sich der Wirt vernehmen; ⟨Q⟩, gab er zur Antwort: a common verb with what makes it one of speech.
std::optional<Frame> of_light_verb(const Sentence& s, std::size_t verb)
{
    const std::string_view head = s.host.words(s.chunk(verb).head);
    const bool lets = s.lexicon.has("lets", head);
    const bool gives = s.lexicon.has("giving", head);
    const auto speaker =
        lets || gives ? subject_behind(s, verb, std::min(s.size(), verb + furthest_right)) : std::nullopt;
    if (!speaker)
        return std::nullopt;
    std::size_t end = speaker->last + 1;
    if (gives && s.is(end, ChunkKind::preposition) && s.lexicon.has("words-preposition", s.words(end)))
        ++end;
    const bool speaks =
        end < s.size()
        && (lets ? s.lexicon.has("be-heard", s.words(end))
                 : s.is(end, ChunkKind::noun_phrase) && s.lexicon.has("cue-noun", head_word(s.words(end))));
    if (!speaks)
        return std::nullopt;
    Frame frame = frame_with(s, verb, Side::after, std::nullopt);
    frame.cue_class = "say";
    frame.speaker = speaker;
    frame.end = end + 1;
    return frame;
}

/// ⟨Q⟩, hörte er Ida rufen: the object of hearing.
std::optional<Frame> of_perception(const Sentence& s, std::size_t verb)
{
    const std::size_t cue = verb + 3;
    if (!s.lexicon.has("perception", s.host.words(s.chunk(verb).head)) || !is_noun(s, verb + 1)
        || !s.is(verb + 2, ChunkKind::noun_phrase) || !s.is(cue, ChunkKind::cue)
        || !s.lexicon.has("form.infinitive", s.host.words(s.chunk(cue).head)))
        return std::nullopt;
    Frame frame = frame_with(s, cue, Side::after, std::nullopt);
    frame.speaker = speaker_of(s, verb + 2, verb + 2);
    frame.end = cue + 1;
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
                && !s.is(named->last + 1, ChunkKind::preposition) && !s.is(named->last + 1, ChunkKind::adverb)))
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

bool is_raised(const Sentence& s, std::size_t cue)
{
    std::size_t before = cue;
    while (before > 0 && (s.is(before - 1, ChunkKind::preposition) || s.is(before - 1, ChunkKind::adverb)))
        --before;
    return before > 0 && is_verbal(s, before - 1)
           && s.lexicon.has("raising", head_word(s.host.words(s.chunk(before - 1).head)))
           && s.lexicon.has("form.infinitive", s.host.words(s.chunk(cue).head));
}

bool is_speech(std::string_view cue_class)
{
    return cue_class != "call" && cue_class != "define" && cue_class != "quote" && cue_class != "act";
}

std::optional<Frame> frame_at_end(const Sentence& s, std::size_t quotation)
{
    constexpr std::size_t longest_tail = 8; // chunks behind the subject: am Montag, a los periodistas
    constexpr std::u32string_view stops = U",.?!…";
    const auto ordinal = s.ordinal_at(quotation);
    if (quotation == 0
        || (ordinal && *ordinal < s.host.closing.size()
            && stops.find(s.host.closing[*ordinal]) != std::u32string_view::npos))
        return std::nullopt; // the words are no part of the sentence
    std::size_t end = s.size();
    while (end > quotation + 2 && s.is_mark(end - 1, ".!?"))
        --end;
    for (std::size_t i = quotation + 1; i < end; ++i) {
        if (s.is_mark(i, ":;.!?()—–"))
            return std::nullopt;
        const bool comma = i > quotation + 1 && s.is_mark(i - 1, ",");
        const bool behind_words = i > quotation + 1 && s.is(i - 1, ChunkKind::quotation);
        if (!comma && !behind_words)
            continue;
        std::optional<Frame> frame;
        if (s.is(i, ChunkKind::auxiliary))
            frame = bracketed_behind(s, i);
        else if (s.is(i, ChunkKind::cue) && is_finite(s, i) && !is_passive(s, i))
            frame = with_speaker(s, i, particle_of(s, i, s.size()));
        if (!frame || !among_speech(frame->cue_class) || frame->speaker->first < i || frame->end + longest_tail < end)
            continue;
        bool ends = true;
        for (std::size_t at = frame->end; at < end; ++at)
            ends = ends && !is_verbal(s, at) && !s.is_mark(at, ",") && !s.is(at, ChunkKind::quotation);
        if (ends)
            return frame;
    }
    return std::nullopt;
}

namespace {

/// What follows the words.
struct Behind {
    std::size_t at = 0; ///< the first chunk that is no comma or dash
    bool apart = false; ///< one of those, or a last mark of the words, parts it from them
};
Behind behind_marks(const Sentence& s, std::size_t ordinal, std::u32string_view closing)
{
    Behind behind{s.host.at[ordinal] + 1, ordinal < s.host.closing.size()
                                              && closing.find(s.host.closing[ordinal]) != std::u32string_view::npos};
    for (int marks = 0; marks < 2 && s.is_mark(behind.at, ",—–-"); ++marks, ++behind.at)
        behind.apart = true;
    return behind;
}

} // namespace

std::optional<Frame> frame_behind_without_subject(const Sentence& s, std::size_t ordinal)
{
    const std::size_t quotation = s.host.at[ordinal];
    auto [cue, apart] = behind_marks(s, ordinal, U",?!…—–");
    while (s.is(cue, ChunkKind::adverb))
        ++cue;
    const std::size_t next = cue + 1;
    const bool ends = next >= s.size() || s.is(next, ChunkKind::mark) || s.is(next, ChunkKind::preposition)
                      || s.is(next, ChunkKind::adverb) || s.is(next, ChunkKind::time)
                      || s.is(next, ChunkKind::coordinator);
    if (!apart || !opens_sentence(s, quotation) || !ends || !s.is(cue, ChunkKind::cue) || !is_finite(s, cue)
        || is_passive(s, cue) || !is_speech(s.chunk(cue).word_class))
        return std::nullopt;
    Frame frame = frame_with(s, cue, Side::after, std::nullopt);
    frame.end = next;
    return frame;
}

std::optional<Frame> frame_behind(const Sentence& s, std::size_t ordinal)
{
    const std::size_t quotation = s.host.at[ordinal];
    auto [i, apart] = behind_marks(s, ordinal, U",.?!…—–");
    if (i < s.size() && apart)
        if (auto frame = by_conjunction(s, i))
            return frame;
    while (s.is(i, ChunkKind::adverb) && apart)
        ++i;
    if (i >= s.size())
        return std::nullopt;
    // Als ⟨Q⟩ bezeichnete Ida den Plan
    if (!apart && quotation == 1 && s.lexicon.has("object-as", s.words(0)) && s.is(i, ChunkKind::cue)
        && s.chunk(i).word_class == "call" && is_finite(s, i))
        return with_speaker(s, i, std::nullopt);
    if (!apart && !opens_sentence(s, quotation))
        return std::nullopt; // der »Hafen« sagt mir nichts
    if (apart)
        if (auto holder = of_holder(s, i))
            return holder;
    if (s.is(i, ChunkKind::auxiliary) && s.is(i + 1, ChunkKind::cue) && is_speech(s.chunk(i + 1).word_class)
        && s.lexicon.has("form.infinitive", s.host.words(s.chunk(i + 1).head))) // acabó por decir Ida
        return with_speaker(s, i + 1, std::nullopt);
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
        if (auto heard = of_perception(s, i))
            return heard;
        if (auto light = of_light_verb(s, i))
            return light;
        if (const std::size_t cue = s.is(i + 1, ChunkKind::preposition) ? i + 2 : i + 1;
            s.is(cue, ChunkKind::cue) && is_raised(s, cue) && is_speech(s.chunk(cue).word_class)) // finit par dire Ida
            return with_speaker(s, cue, std::nullopt);
        const auto particle = particle_of(s, i, s.size());
        return particle ? with_speaker(s, i, particle) : std::nullopt;
    }
    if (s.is(i, ChunkKind::cue) && apart && s.chunk(i).word_class == "act" && is_finite(s, i) && !is_passive(s, i))
        return of_act(s, i);
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
