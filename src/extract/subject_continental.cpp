// SPDX-License-Identifier: Apache-2.0
// Who is the subject of a verb, where word order leaves it open. A sentence is cut into segments at its marks and
// conjunctions; a segment that opens with a verb has its subject in one before it.
//     Da sprang Oda auf, | nahm das Netz | und rief: ⟨Q⟩        Ida, | qui ramait, | cria : ⟨Q⟩
#include "extract/name_words.hpp"
#include "extract/phrases_continental.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract::continental {

using syntax::ChunkKind;
namespace {

constexpr std::size_t furthest_behind = 8; // chunks between a verb and the subject behind it
constexpr std::size_t most_segments = 8;   // that a joined verb is looked back over

/// A word that opens the sentence, with the ending of an adjective and without an article.
bool tells_manner(const Sentence& s, std::size_t i)
{
    const std::string_view words = s.words(i);
    const auto& endings = s.lexicon.entries("manner-ending");
    return words.find(' ') == std::string_view::npos
           && std::any_of(endings.begin(), endings.end(),
                          [&](const std::string& ending) { return words.ends_with(ending); });
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
        if (inverts && i == segment.begin && i + 2 < segment.end && is_verbal(s, i + 1) && tells_manner(s, i)
            && may_be_subject(s, i + 2))
            return speaker_at(s, i + 2); // Ungläubig nickte der Wirt
        Speaker speaker = speaker_of(s, i, std::min(end_of_phrase(s, i), segment.end - 1));
        if (const auto name = name_behind(s, speaker); name && *name < segment.end)
            return speaker_of(s, *name, *name); // la directrice du port Ida Marek
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
    for (std::size_t i = segment.begin; i < segment.end; ++i) // directrice du port: a noun without article
        if (is_verbal(s, i)
            || (s.is(i, ChunkKind::word) && (i == segment.begin || !s.is(i - 1, ChunkKind::preposition))))
            return false;
    if (segment.begin < 2 || segment.joined || !is_noun(s, segment.begin - 2))
        return false;
    std::size_t before = segment.begin - 2; // Selon la presse, M. Marek, …: the name of an adverbial has none
    while (before > 0 && !s.is(before - 1, ChunkKind::mark) && !s.is(before - 1, ChunkKind::quotation))
        --before;
    return !s.is(before, ChunkKind::preposition) && !s.is(before, ChunkKind::according_to);
}

/// a déclaré à la presse Ida Marek: nothing parts whom from who; the name closes the clause.
std::optional<Speaker> name_behind_object(const Sentence& s, std::size_t preposition)
{
    const std::size_t noun = preposition + 1;
    if (!s.lexicon.has("addressee-preposition", s.words(preposition)) || !s.is(noun, ChunkKind::noun_phrase)
        || (noun + 1 < s.size() && !s.is(noun + 1, ChunkKind::mark)))
        return std::nullopt;
    const std::string_view words = s.words(noun);
    const std::size_t name = capitals_at_end(words);
    const std::string_view object = words.substr(0, name);
    const bool several = words.find(' ', name) != std::string_view::npos;
    if (!several || object.find(' ') == object.size() - 1 || object.empty())
        return std::nullopt; // à Ida Marek, à la Banque Marek
    Speaker speaker = speaker_of(s, noun, noun);
    speaker.span.begin += name;
    return speaker;
}

/// als die Wirtin, ihr Netz haltend, fragte; si étonné que la maîtresse, un peu bourrue, dit: an insert parts the
/// clause from its verb.
bool waits_for_verb(const Sentence& s, const Segment& segment)
{
    for (std::size_t i = segment.begin; i < segment.end; ++i)
        if (is_verbal(s, i))
            return false;
    return segment.end < s.size() && s.is_mark(segment.end, ",");
}

} // namespace

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
    const std::size_t apostrophe = s.is_mark(verb + 1, "'\u2019") ? 1 : 0; // sagt' er
    for (std::size_t i = verb + 1 + apostrophe, steps = 0; i < std::min(end, s.size()) && steps < furthest_behind;
         ++i, ++steps) {
        if (may_be_subject(s, i)) {
            const bool ambiguous = s.is(i, ChunkKind::pronoun) && s.lexicon.has("object-too", s.words(i));
            if (ambiguous && s.is(i + 1, ChunkKind::noun_phrase) && may_be_subject(s, i + 1))
                continue; // tröstete sie Oda
            return speaker_at(s, i);
        }
        if (s.is(i, ChunkKind::preposition)) {
            if (const auto name = name_behind_object(s, i))
                return name;
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
        // sagte kopfschüttelnd der Wirt: where nouns have capitals, a small word may be an adverb
        const bool manner = s.is(i, ChunkKind::word) && s.lexicon.has("pattern", "nouns-capitalised")
                            && !text::is_upper(text::code_point_at(s.words(i), 0));
        if (!object && !aside && !manner && !s.is(i, ChunkKind::adverb) && !s.is(i, ChunkKind::time))
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
    // Der Wirt, der am Kai stand, nannte das Netz: the noun before the relative clause, not the one behind the verb
    if (inverts && finite && opens && own.behind_relative && !own.behind_clause && !own.joined)
        for (std::size_t back = 1; back < segments.size() && back <= most_segments; ++back) {
            const Segment& segment = segments[segments.size() - 1 - back];
            if (segment.relative || segment.begin == segment.end)
                continue;
            if (segment.begin == 0 && may_be_subject(s, 0) && end_of_phrase(s, 0) + 1 == segment.end)
                return speaker_of(s, 0, end_of_phrase(s, 0));
            if (!is_apposition(s, segment))
                break;
        }
    // Dann bat der Wirt; »…« rief der Lotse; comme le dit Ida; als es still blieb, sagte Beate
    const bool behind_clause = inverts && segments.size() > 1 && !own.joined
                               && (own.behind_clause || own.behind_relative || s.is(next, ChunkKind::pronoun));
    if (finite && (!own.joined || !opens)
        && (!opens || own.begin == 0 || behind_clause || s.is(own.begin - 1, ChunkKind::quotation)
            || (own.begin > 1 && s.is(own.begin - 2, ChunkKind::quotation))))
        if (const auto behind = subject_behind(s, verb, end);
            behind && (!opens || !s.lexicon.has("pattern", "subject-dropped") || is_known(s, *behind)))
            return behind;
    if (own.subordinate && finite)
        return std::nullopt;
    for (std::size_t back = 1; back < segments.size() && back <= most_segments; ++back) {
        const Segment& segment = segments[segments.size() - 1 - back];
        if (segment.end < s.size() && (s.is_mark(segment.end, ";:") || s.is(segment.end, ChunkKind::quotation)))
            return std::nullopt;
        if (segment.subordinate && finite && opens && !own.joined && waits_for_verb(s, segment))
            return first_subject(s, segment);
        if (segment.begin == segment.end || segment.subordinate || segment.relative || lacks_subject(s, segment)
            || is_apposition(s, segment))
            continue;
        if (auto found = first_subject(s, segment)) {
            // Der Hafenmeister, Jan Veld, sagte
            const Segment& behind = segments[segments.size() - back];
            const bool named = back > 1 && s.is_mark(segment.end, ",") && behind.end == behind.begin + 1
                               && found->last + 1 == segment.end && s.is(behind.begin, ChunkKind::noun_phrase)
                               && s.lexicon.match("determiner", s.words(found->first), 0) > 0
                               && s.lexicon.match("determiner", s.words(behind.begin), 0) == 0
                               && text::is_upper(text::code_point_at(s.words(behind.begin), 0));
            return named ? speaker_of(s, behind.begin, behind.begin) : found;
        }
    }
    return std::nullopt;
}

} // namespace verbatim::extract::continental
