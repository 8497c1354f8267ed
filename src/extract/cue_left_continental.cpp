// SPDX-License-Identifier: Apache-2.0
#include "extract/cue_left_continental.hpp"

#include "extract/phrases_continental.hpp"

#include <algorithm>

namespace verbatim::extract::continental {

using syntax::ChunkKind;
namespace {

constexpr std::size_t furthest_left = 16; // chunks between cue and quotation

/// A cue that introduces what follows: no noun, not the verb of an incise.
bool introduces(const Sentence& s, std::size_t i, const Left& left)
{
    if (!s.is(i, ChunkKind::cue))
        return false;
    const std::string& word_class = s.chunk(i).word_class;
    if (word_class == "beat" && !left.colon)
        return false;
    // pour dire, um zu sagen, finit par dire; but not: l'audace de dire
    if (s.lexicon.has("form.infinitive", s.host.words(s.chunk(i).head)) && !is_finite(s, i) && i > 0
        && s.is(i - 1, ChunkKind::preposition) && !s.lexicon.has("purpose", s.words(i - 1)) && !is_raised(s, i))
        return false;
    if (i > 0 && s.is(i - 1, ChunkKind::noun_phrase) && s.lexicon.has("before-noun", head_word(s.words(i - 1))))
        return false; // la siguiente pregunta: a noun
    const Span lead{s.chunk(i).span.begin, s.chunk(i).head.begin};
    for (std::size_t at = lead.begin; at < lead.end; ++at) // als sie nicht antwortete: …
        if ((at == lead.begin || s.host.text[at - 1] == ' ') && s.lexicon.match("negation", s.host.text, at) > 0)
            return false;
    return !(i > 0 && s.is(i - 1, ChunkKind::preposition) && is_finite(s, i));
}

/// déclara, en dépliant sa serviette: ⟨Q⟩
bool is_participle_clause(const Sentence& s, std::size_t i)
{
    const std::string_view head = is_verbal(s, i) ? s.host.words(s.chunk(i).head) : "";
    const auto& endings = s.lexicon.entries("participle-ending");
    return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
        return head.size() > ending.size() + 2 && head.ends_with(ending);
    });
}

/// Between the cue and the colon a comma opens a clause that hangs on it: sagte, indem er aufstand: ⟨Q⟩
bool only_subordinate(const Sentence& s, std::size_t cue, std::size_t quotation)
{
    bool opened = false;
    for (std::size_t i = cue + 1; i + 1 < quotation; ++i) {
        if (s.is_mark(i, ",")) {
            const std::size_t next = s.is(i + 1, ChunkKind::preposition) ? i + 2 : i + 1; // in deren Mitte
            const bool hangs =
                s.is(next, ChunkKind::subordinator) || s.lexicon.has("form.gerund", s.host.words(s.chunk(next).head))
                || is_participle_clause(s, next) || opens_relative(s, next)
                || (s.is(next, ChunkKind::noun_phrase) && s.lexicon.match("relative", s.words(next), 0) > 0);
            if (!hangs && !opened)
                return false;
            opened = true;
        } else if (!opened && (s.is(i, ChunkKind::verb) || s.is(i, ChunkKind::auxiliary))) {
            return false;
        } else if (opened && (s.is(i, ChunkKind::coordinator) || s.is(i, ChunkKind::conjunction))
                   && (s.is(i + 1, ChunkKind::verb) || s.is(i + 1, ChunkKind::cue))) {
            return false; // …, und nahm das Netz: another verb governs
        }
    }
    return opened;
}

/// Der ⟨Hafenbote⟩ schreibt, Weiter sagt die ⟨Hafenzeitung⟩: what has an article before its marks and no stop in them
/// stands for a noun.
bool names_body(const Sentence& s, std::size_t i)
{
    constexpr std::u32string_view stops = U",.?!…;:";
    const auto ordinal = s.is(i, ChunkKind::quotation) && i > 0 ? s.ordinal_at(i) : std::nullopt;
    return ordinal && s.lexicon.has("determiner", s.words(i - 1)) && *ordinal < s.host.closing.size()
           && stops.find(s.host.closing[*ordinal]) == std::u32string_view::npos;
}

/// sagte Oda, sie habe keine Frist: ⟨Q⟩ The clause between tells what she said, and so do the words behind its colon.
bool speech_goes_on(const Sentence& s, const Left& left, std::size_t quotation)
{
    const auto subject = speaker_at(s, left.cue + 1);
    const std::size_t comma = subject ? subject->last + 1 : left.cue + 1;
    if (!is_speech(s.chunk(left.cue).word_class) || !s.is_mark(comma, ",") || !s.is(comma + 1, ChunkKind::pronoun))
        return false;
    for (std::size_t i = comma + 1; i + 1 < quotation; ++i)
        if (s.is_mark(i, ",") || s.is(i, ChunkKind::coordinator) || s.is(i, ChunkKind::conjunction))
            return false;
    return true;
}

} // namespace

std::optional<Speaker> body_in_marks(const Sentence& s, std::size_t cue, std::size_t quotation)
{
    std::size_t before = cue;
    while (before > 0 && s.is(before - 1, ChunkKind::adverb))
        --before;
    const std::size_t name = before > 1 && names_body(s, before - 1) ? before - 1 : cue + 2;
    if (name >= quotation || !names_body(s, name))
        return std::nullopt;
    Speaker speaker = speaker_of(s, name, name);
    speaker.title = s.ordinal_at(name);
    return speaker;
}

std::optional<Left> cue_left(const Sentence& s, std::size_t quotation)
{
    Left left;
    std::size_t i = quotation;
    while (
        i > 0
        && (s.is(i - 1, ChunkKind::mark) || s.is(i - 1, ChunkKind::subordinator) || s.is(i - 1, ChunkKind::relative))) {
        if (const std::size_t bracket = before_bracket(s, i); bracket < i && left.colon) {
            i = bracket;
            continue;
        }
        --i;
        if (s.is_mark(i, ","))
            left.comma = true;
        else if (s.is_mark(i, ":"))
            left.colon = true;
        else if (s.is_mark(i, ";.!?()—–-…"))
            return std::nullopt;
        else if (!s.is(i, ChunkKind::mark) && !s.lexicon.has("object-as", s.words(i)))
            left.that = true;
    }
    std::size_t commas = 0;
    for (; i > 0 && left.between <= furthest_left; --i) {
        const std::size_t at = i - 1;
        if (introduces(s, at, left)) {
            left.cue = at;
            return left;
        }
        if (s.is(at, ChunkKind::verb)) {
            if (const auto particle = particle_of(s, at, quotation)) {
                left.cue = at;
                left.particle = particle;
                left.clause = false;
                return left;
            }
        }
        const bool body = left.colon && at + 2 == quotation && names_body(s, at);
        if ((s.is(at, ChunkKind::quotation) && !body) || s.is_mark(at, ";:.!?…"))
            return std::nullopt;
        if (s.is_mark(at, ",")) {
            left.broken = true;
            if (++commas > (left.colon ? 4 : 2))
                return std::nullopt;
        }
        left.clause = left.clause || s.is(at, ChunkKind::verb) || s.is(at, ChunkKind::auxiliary);
        left.that = left.that || s.lexicon.has("that", s.words(at));
        if (!s.is(at, ChunkKind::mark))
            ++left.between;
    }
    return std::nullopt;
}

bool governs(const Sentence& s, const Left& left, std::size_t quotation)
{
    const std::string& word_class = s.chunk(left.cue).word_class;
    if (left.particle) // gab an, dass der Hafen ⟨Q⟩ sei
        return left.colon || left.comma || s.is_mark(*left.particle + 1, ",");
    if (left.colon)
        return !left.clause
               || (!left.that
                   && (!left.broken || only_subordinate(s, left.cue, quotation) || speech_goes_on(s, left, quotation)));
    if (word_class == "call" || word_class == "define" || word_class == "quote")
        return !left.broken && !left.that && left.between <= 8;
    if (word_class == "act")
        return !left.broken && left.between <= 8;
    if (word_class == "believe")
        return left.between <= 2 || (left.that && left.between <= 4);
    if (!left.clause || left.that || s.is_mark(left.cue + 1, ","))
        return true;
    const auto subject = speaker_at(s, left.cue + 1); // Dann sagte der Lotse, der Hafen sei ⟨Q⟩
    return subject && s.is_mark(subject->last + 1, ",");
}

} // namespace verbatim::extract::continental
