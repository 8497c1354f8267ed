// SPDX-License-Identifier: Apache-2.0
// Who is the subject of a verb, where word order leaves it open. A sentence is cut into segments at its marks and
// conjunctions; a segment that opens with a verb has its subject in one before it.
//     Da sprang Oda auf, | nahm das Netz | und rief: ⟨Q⟩        Ida, | qui ramait, | cria : ⟨Q⟩
#include "extract/frame_continental.hpp"

#include "text/text.hpp"

namespace verbatim::extract::continental {

using syntax::ChunkKind;
namespace {

constexpr std::size_t furthest_behind = 8; // chunks between a verb and the subject behind it
constexpr std::size_t most_segments = 8;   // that a joined verb is looked back over

bool is_verbal(const Sentence& s, std::size_t i)
{
    return s.is(i, ChunkKind::cue) || s.is(i, ChunkKind::verb) || s.is(i, ChunkKind::auxiliary);
}
bool is_noun(const Sentence& s, std::size_t i)
{
    return s.is(i, ChunkKind::noun_phrase) || s.is(i, ChunkKind::pronoun);
}

/// The last word, without an article that is hung on: l'homme.
std::string_view head_noun(std::string_view phrase)
{
    std::string_view head = head_word(phrase);
    const std::size_t typographic = head.rfind("’");
    const std::size_t straight = head.rfind('\'');
    if (typographic != std::string_view::npos)
        head.remove_prefix(typographic + std::string_view("’").size());
    else if (straight != std::string_view::npos)
        head.remove_prefix(straight + 1);
    return head;
}

/// Behind a preposition, or joined to a noun that is: an object.
bool is_governed(const Sentence& s, std::size_t i)
{
    for (int joined = 0; joined < 3; ++joined) {
        if (i > 0 && (s.is(i - 1, ChunkKind::preposition) || s.is(i - 1, ChunkKind::according_to)))
            return true;
        // in drei Häfen; but not: en 1956 Oda
        const bool year = i > 0 && s.is(i - 1, ChunkKind::number) && text::is_upper(text::code_point_at(s.words(i), 0))
                          && !s.lexicon.has("pattern", "nouns-capitalised");
        if (i > 1 && (s.is(i - 1, ChunkKind::number) || s.is(i - 1, ChunkKind::adverb)) && !year
            && s.is(i - 2, ChunkKind::preposition))
            return true;
        if (i < 2 || !s.is(i - 1, ChunkKind::coordinator) || !is_noun(s, i - 2))
            return false;
        i -= 2;
    }
    return false;
}

bool may_be_subject(const Sentence& s, std::size_t i)
{
    if (!is_noun(s, i) || is_governed(s, i))
        return false;
    if (s.is(i, ChunkKind::pronoun))
        return true;
    const std::string_view words = s.words(i);
    const std::string_view head = head_noun(words);
    return s.lexicon.match("determiner.oblique", words, 0) == 0 && s.lexicon.match("determiner.genitive", words, 0) == 0
           && !s.lexicon.has("no-speaker-noun", head) && !s.lexicon.has("time-noun", head);
}

/// der Sohn des Lotsen, la mère de Marek: the last chunk of the phrase.
std::size_t end_of_phrase(const Sentence& s, std::size_t i)
{
    std::size_t last = i;
    if (!s.is(i, ChunkKind::noun_phrase) || s.lexicon.match("determiner", s.words(i), 0) == 0)
        return last;
    for (int genitives = 0; genitives < 2; ++genitives) {
        if (s.is(last + 1, ChunkKind::noun_phrase)
            && s.lexicon.match("determiner.genitive", s.words(last + 1), 0) > 0) {
            ++last;
        } else if (s.is(last + 1, ChunkKind::preposition) && s.lexicon.has("genitive", s.words(last + 1))
                   && (s.is(last + 2, ChunkKind::noun_phrase) || s.is(last + 2, ChunkKind::word))
                   && s.lexicon.match("indefinite-article", s.words(last + 2), 0) == 0) {
            last += 2;
        } else {
            break;
        }
    }
    return last;
}

Speaker speaker_of(const Sentence& s, std::size_t first, std::size_t last)
{
    Speaker speaker;
    speaker.first = first;
    speaker.last = last;
    speaker.span = {s.chunk(first).span.begin, s.chunk(last).span.end};
    speaker.pronoun = s.is(first, ChunkKind::pronoun);
    return speaker;
}

/// A run of chunks between marks or conjunctions.
struct Segment {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool joined = false;        ///< a conjunction opens it
    bool subordinate = false;   ///< a subordinator opens it
    bool relative = false;      ///< a relative pronoun opens it
    bool behind_clause = false; ///< a subordinate clause stands before it
};

bool opens_relative(const Sentence& s, std::size_t i)
{
    return s.is(i, ChunkKind::relative) || (s.is(i, ChunkKind::pronoun) && s.chunk(i).word_class == "relative");
}

/// Gurt, der die Ruder hielt,: what looks like an article is the pronoun, for the verb stands last.
bool hides_relative(const Sentence& s, const Segment& segment)
{
    if (segment.begin == 0 || segment.begin + 1 >= segment.end || !s.is_mark(segment.begin - 1, ",")
        || !s.is(segment.begin, ChunkKind::noun_phrase) || s.lexicon.match("relative", s.words(segment.begin), 0) == 0)
        return false;
    const bool last = is_verbal(s, segment.end - 1) || s.is(segment.end - 1, ChunkKind::word);
    return last && (segment.end == segment.begin + 2 || !is_verbal(s, segment.begin + 1));
}

/// The segments up to chunk `end`, the last of them the verb's own.
std::vector<Segment> segments_before(const Sentence& s, std::size_t end)
{
    std::vector<Segment> segments(1);
    bool verb = false; // the current segment has one
    const auto close = [&](std::size_t at, std::size_t next) {
        Segment& here = segments.back();
        here.end = at;
        here.relative = here.relative || hides_relative(s, here);
        // Da er schwieg,: without a verb behind it the adverb opens a clause
        here.subordinate = here.subordinate
                           || (here.begin + 1 < at && s.lexicon.has("also-subordinator", s.words(here.begin))
                               && !is_verbal(s, here.begin + 1) && !s.is(here.begin + 1, ChunkKind::word));
        const bool clause = here.subordinate;
        segments.push_back({.begin = next, .behind_clause = clause});
        verb = false;
    };
    for (std::size_t i = 0; i < end; ++i) {
        Segment& here = segments.back();
        if (s.is_mark(i, ",;:—–()") || s.is(i, ChunkKind::quotation)) {
            close(i, i + 1);
        } else if (s.is(i, ChunkKind::coordinator) || s.is(i, ChunkKind::conjunction)) {
            const bool joins_nouns = !verb && i > here.begin && is_noun(s, i - 1) && is_noun(s, i + 1);
            if (joins_nouns)
                continue;
            close(i, i + 1);
            segments.back().joined = true;
        } else if (s.is(i, ChunkKind::subordinator) || opens_relative(s, i)) {
            if (i > here.begin && !(i == here.begin + 1 && s.is(here.begin, ChunkKind::preposition))) {
                close(i, i);
            }
            segments.back().subordinate = segments.back().subordinate || s.is(i, ChunkKind::subordinator);
            segments.back().relative = segments.back().relative || opens_relative(s, i);
        } else {
            verb = verb || is_verbal(s, i) || s.is(i, ChunkKind::word);
        }
    }
    segments.back().end = end;
    return segments;
}

/// A segment that opens with its verb and stands behind another shares that one's subject.
bool lacks_subject(const Sentence& s, const Segment& segment)
{
    std::size_t i = segment.begin;
    while (i < segment.end && s.is(i, ChunkKind::adverb))
        ++i;
    // en fumant sa pipe: what follows the preposition is no noun
    if (i + 1 < segment.end && s.is(i, ChunkKind::preposition) && (is_verbal(s, i + 1) || s.is(i + 1, ChunkKind::word)))
        return true;
    const bool verb_first = i < segment.end && (is_verbal(s, i) || s.is(i, ChunkKind::word));
    if (verb_first && s.lexicon.has("pattern", "verb-second") && i + 1 < segment.end) {
        // jetzt blieb sie stehen; da er schwieg, nahm sie das Wort: something stands before the verb, its subject
        // behind
        const bool opened = i > segment.begin || segment.behind_clause;
        const bool pronoun = s.is(i + 1, ChunkKind::pronoun) && !segment.joined
                             && (opened || !s.lexicon.has("object-too", s.words(i + 1)));
        if (pronoun || (opened && may_be_subject(s, i + 1)))
            return false;
    }
    return verb_first && segment.begin > 0 && !s.is(segment.begin - 1, ChunkKind::quotation);
}

std::optional<Speaker> first_subject(const Sentence& s, const Segment& segment)
{
    const bool inverts = s.lexicon.has("pattern", "verb-second");
    for (std::size_t i = segment.begin; i < segment.end; ++i) {
        if (!may_be_subject(s, i))
            continue;
        // tröstete sie Oda: of an ambiguous pronoun and a noun behind it the noun is the subject
        if (inverts && s.is(i, ChunkKind::pronoun) && s.lexicon.has("object-too", s.words(i)) && i > segment.begin
            && is_verbal(s, i - 1) && s.is(i + 1, ChunkKind::noun_phrase) && i + 1 < segment.end
            && may_be_subject(s, i + 1))
            return speaker_at(s, i + 1);
        // Grüßend trat er ein: a pronoun behind the verb is the subject, whatever stands first
        if (inverts && i == segment.begin && i + 2 < segment.end && is_verbal(s, i + 1)
            && s.is(i + 2, ChunkKind::pronoun) && !s.lexicon.has("object-too", s.words(i + 2)))
            return speaker_of(s, i + 2, i + 2);
        Speaker speaker = speaker_of(s, i, std::min(end_of_phrase(s, i), segment.end - 1));
        const std::size_t next = speaker.last + 1;
        if (next + 1 < segment.end && s.is(next, ChunkKind::coordinator) && is_noun(s, next + 1)
            && may_be_subject(s, next + 1)) {
            speaker.last = next + 1;
            speaker.span.end = s.chunk(next + 1).span.end;
            speaker.coordinated = true;
        }
        return speaker;
    }
    return std::nullopt;
}

/// A name, a pronoun, a person or a body: Anunció el cambio: …, but Anunció el alcalde: …
bool is_known(const Sentence& s, const Speaker& speaker)
{
    if (speaker.pronoun)
        return true;
    const std::string_view words = s.host.words(speaker.span);
    for (std::size_t at = 0; at != std::string_view::npos; at = words.find(' ', at)) {
        at += words[at] == ' ' ? 1 : 0;
        if (s.lexicon.match("person-noun", words, at) > 0 || s.lexicon.match("body-noun", words, at) > 0
            || s.lexicon.match("document-noun", words, at) > 0
            || (text::is_upper(text::code_point_at(words, at)) && s.lexicon.match("determiner", words, at) == 0))
            return true;
    }
    return false;
}

/// The noun that a relative clause hangs on: the last noun phrase before the mark.
std::optional<Speaker> antecedent(const Sentence& s, const Segment& segment)
{
    std::size_t i = segment.begin;
    while (i > 0 && s.is(i - 1, ChunkKind::mark))
        --i;
    for (std::size_t steps = 0; i > 0 && steps < 4; --i, ++steps) {
        if (s.is(i - 1, ChunkKind::noun_phrase) && !is_governed(s, i - 1))
            return speaker_of(s, i - 1, i - 1);
        if (s.is(i - 1, ChunkKind::mark) || is_verbal(s, i - 1))
            break;
    }
    return std::nullopt;
}

/// Only a noun between commas: Ida, la femme du pilote, cria.
bool is_apposition(const Sentence& s, const Segment& segment)
{
    for (std::size_t i = segment.begin; i < segment.end; ++i)
        if (is_verbal(s, i) || s.is(i, ChunkKind::word))
            return false;
    return segment.begin > 1 && !segment.joined && is_noun(s, segment.begin - 2);
}

} // namespace

bool hangs_on(const Sentence& s, std::size_t i)
{
    return s.is(i, ChunkKind::pronoun) && s.chunk(i).span.begin > 0 && s.host.text[s.chunk(i).span.begin - 1] == '-';
}

bool is_finite(const Sentence& s, std::size_t verb)
{
    const std::string_view whole = s.words(verb);
    const std::string_view head = s.host.words(s.chunk(verb).head);
    if (s.lexicon.match("infinitive-marker", whole, 0) > 0 && head.size() < whole.size())
        return false;
    if (s.lexicon.has("form.past", head) || s.lexicon.has("form.present", head))
        return true;
    for (const std::string& ending : s.lexicon.entries("participle-ending"))
        if (head.size() > ending.size() + 2 && head.ends_with(ending))
            return false;
    const bool bare = s.lexicon.has("form.infinitive", head) || s.lexicon.has("form.gerund", head)
                      || s.lexicon.has("form.participle", head);
    if (!bare)
        return true;
    for (std::size_t at = 0; at < whole.size() - head.size();) { // lui a aussitôt | répondu
        if (s.lexicon.match("auxiliary", whole, at) > 0)
            return true;
        at = std::min(whole.find_first_of(" '", at), whole.size() - 1) + 1;
    }
    return false;
}

bool is_passive(const Sentence& s, std::size_t verb)
{
    const std::string_view head = s.host.words(s.chunk(verb).head);
    return s.lexicon.has("form.participle", head) && s.lexicon.match("passive-auxiliary", s.words(verb), 0) > 0;
}

std::optional<std::size_t> particle_of(const Sentence& s, std::size_t verb, std::size_t end)
{
    const std::string_view head = s.host.words(s.chunk(verb).head);
    if (!s.lexicon.class_in("separable", head))
        return std::nullopt;
    for (std::size_t i = verb + 1; i < s.size() && i < end && i <= verb + 2 * furthest_behind; ++i) {
        if (s.is(i, ChunkKind::mark) || s.is(i, ChunkKind::quotation))
            return std::nullopt;
        const bool last = i + 1 >= s.size() || s.is(i + 1, ChunkKind::mark) || s.is(i + 1, ChunkKind::quotation)
                          || s.is(i + 1, ChunkKind::coordinator);
        if (last && s.lexicon.has("separable." + std::string(s.words(i)), head))
            return i;
    }
    return std::nullopt;
}

std::optional<Speaker> speaker_at(const Sentence& s, std::size_t i)
{
    const bool named = i > 0 && s.is(i - 1, ChunkKind::according_to) && is_noun(s, i); // laut dem Rat
    if (!named && !may_be_subject(s, i))
        return std::nullopt;
    Speaker speaker = speaker_of(s, i, end_of_phrase(s, i));
    const std::size_t next = speaker.last + 1;
    // sagten Oda und Jan; but not: sagte Oda und Jan nickte
    if (s.is(next, ChunkKind::coordinator) && may_be_subject(s, next + 1) && !is_verbal(s, next + 2)
        && !s.is(next + 2, ChunkKind::word)) {
        speaker.last = next + 1;
        speaker.span.end = s.chunk(next + 1).span.end;
        speaker.coordinated = true;
    }
    return speaker;
}

std::optional<Speaker> subject_behind(const Sentence& s, std::size_t verb, std::size_t end)
{
    for (std::size_t i = verb + 1, steps = 0; i < std::min(end, s.size()) && steps < furthest_behind; ++i, ++steps) {
        if (may_be_subject(s, i)) {
            const bool ambiguous = s.is(i, ChunkKind::pronoun) && s.lexicon.has("object-too", s.words(i));
            if (ambiguous && s.is(i + 1, ChunkKind::noun_phrase) && may_be_subject(s, i + 1))
                continue; // tröstete sie Oda
            return speaker_at(s, i);
        }
        if (s.is(i, ChunkKind::preposition)) {
            while (s.is(i + 1, ChunkKind::adverb) || s.is(i + 1, ChunkKind::number))
                ++i;
            if (is_noun(s, i + 1) || s.is(i + 1, ChunkKind::time))
                i += 1;
            continue;
        }
        const bool object = s.is(i, ChunkKind::noun_phrase)
                            && (s.lexicon.match("determiner.oblique", s.words(i), 0) > 0
                                || s.lexicon.match("determiner.genitive", s.words(i), 0) > 0);
        const bool aside = is_verbal(s, i) && !is_finite(s, i); // reprit en riant Ida
        if (!object && !aside && !s.is(i, ChunkKind::adverb) && !s.is(i, ChunkKind::time))
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Speaker> subject_of(const Sentence& s, std::size_t verb, std::size_t end)
{
    const bool inverts = s.lexicon.has("pattern", "verb-second");
    const std::size_t next = verb + 1;
    if (hangs_on(s, next))
        return speaker_of(s, next, next);
    if (inverts && next < end && s.is(next, ChunkKind::pronoun) && !s.lexicon.has("object-too", s.words(next))
        && !opens_relative(s, next))
        return speaker_of(s, next, next);

    const std::vector<Segment> segments = segments_before(s, verb);
    const Segment& own = segments.back();
    const bool finite = is_finite(s, verb);
    const bool opens = own.begin == own.end; // nothing of the segment stands before the verb
    if (const std::string_view head = s.host.words(s.chunk(verb).head); s.lexicon.has("form.infinitive", head)) {
        // entendit Ida crier, hörte Oda rufen: the object of hearing
        for (std::size_t i = own.end; i > own.begin + 1; --i)
            if (s.is(i - 1, ChunkKind::noun_phrase) && is_verbal(s, i - 2)
                && s.lexicon.has("perception", s.host.words(s.chunk(i - 2).head)))
                return speaker_of(s, i - 1, i - 1);
    }
    if (own.relative) {
        // la experta que tocaba el carillón llamó: the clause has its verb, this one is that of its noun
        if (finite && own.begin + 1 < verb && is_verbal(s, own.begin + 1))
            return antecedent(s, own);
        if (const auto inside = first_subject(s, own))
            return inside;
        return antecedent(s, own);
    }
    std::size_t beside = verb; // quand elles partaient il murmurait
    while (beside > own.begin && s.is(beside - 1, ChunkKind::adverb))
        --beside;
    if (finite && beside > own.begin && s.is(beside - 1, ChunkKind::pronoun) && may_be_subject(s, beside - 1)
        && !s.lexicon.has("object-too", s.words(beside - 1)))
        return speaker_of(s, beside - 1, beside - 1);
    if (!lacks_subject(s, own) || segments.size() == 1)
        if (const auto inside = first_subject(s, own))
            return inside;
    // Dann bat der Wirt; »…« rief der Lotse; comme le dit Ida; als es still blieb, sagte Beate
    const bool behind_clause = inverts && segments.size() > 1 && !own.joined
                               && (segments[segments.size() - 2].subordinate || s.is(next, ChunkKind::pronoun));
    if (finite && (!own.joined || !opens)
        && (!opens || own.begin == 0 || behind_clause || s.is(own.begin - 1, ChunkKind::quotation)))
        if (const auto behind = subject_behind(s, verb, end);
            behind && (!opens || !s.lexicon.has("pattern", "subject-dropped") || is_known(s, *behind)))
            return behind;
    if (own.subordinate && finite)
        return std::nullopt;
    for (std::size_t back = 1; back < segments.size() && back <= most_segments; ++back) {
        const Segment& segment = segments[segments.size() - 1 - back];
        if (segment.end < s.size() && (s.is_mark(segment.end, ";:") || s.is(segment.end, ChunkKind::quotation)))
            return std::nullopt;
        if (segment.begin == segment.end || segment.subordinate || segment.relative || lacks_subject(s, segment)
            || is_apposition(s, segment))
            continue;
        if (auto found = first_subject(s, segment))
            return found;
    }
    return std::nullopt;
}

} // namespace verbatim::extract::continental
