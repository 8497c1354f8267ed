// SPDX-License-Identifier: Apache-2.0
#include "extract/phrases_continental.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <array>

namespace verbatim::extract::continental {

using syntax::ChunkKind;
namespace {

constexpr std::size_t furthest_particle = 16; // chunks between a verb and its particle

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

/// Gurt, der die Ruder hielt,: what looks like an article is the pronoun, for the verb stands last.
bool hides_relative(const Sentence& s, const Segment& segment)
{
    if (segment.begin == 0 || segment.begin + 1 >= segment.end || !s.is_mark(segment.begin - 1, ",")
        || !s.is(segment.begin, ChunkKind::noun_phrase) || s.lexicon.match("relative", s.words(segment.begin), 0) == 0)
        return false;
    const bool last = is_verbal(s, segment.end - 1) || s.is(segment.end - 1, ChunkKind::word);
    return last && (segment.end == segment.begin + 2 || !is_verbal(s, segment.begin + 1));
}

/// Leute, die ⟨Q⟩ riefen: words that end in no mark, before a verb that stands last.
bool stands_for_object(const Sentence& s, std::size_t i)
{
    constexpr std::u32string_view stops = U",.?!…—–";
    const auto ordinal = s.is(i, ChunkKind::quotation) ? s.ordinal_at(i) : std::nullopt;
    return ordinal && s.lexicon.has("pattern", "verb-second") && *ordinal < s.host.closing.size()
           && stops.find(s.host.closing[*ordinal]) == std::u32string_view::npos;
}

} // namespace

bool is_verbal(const Sentence& s, std::size_t i)
{
    return s.is(i, ChunkKind::cue) || s.is(i, ChunkKind::verb) || s.is(i, ChunkKind::auxiliary);
}
bool is_noun(const Sentence& s, std::size_t i)
{
    return s.is(i, ChunkKind::noun_phrase) || s.is(i, ChunkKind::pronoun);
}

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
        // parle aux marins et ils disent: a pronoun that is no object has a verb of its own
        const bool subject = s.is(i, ChunkKind::pronoun) && !s.lexicon.has("object-too", s.words(i));
        if (subject || i < 2 || !s.is(i - 1, ChunkKind::coordinator) || !is_noun(s, i - 2))
            return false;
        i -= 2;
    }
    return false;
}

bool is_full_name(const Sentence& s, std::size_t i)
{
    if (!s.is(i, ChunkKind::noun_phrase) || s.lexicon.match("determiner", s.words(i), 0) > 0
        || s.lexicon.match("article-clitic", s.words(i), 0) > 0)
        return false;
    const std::string_view words = s.words(i);
    std::size_t capitals = 0;
    for (std::size_t at = 0; at != std::string_view::npos; at = words.find(' ', at)) {
        at += words[at] == ' ' ? 1 : 0;
        if (text::is_upper(text::code_point_at(words, at)))
            ++capitals;
        else if (s.lexicon.match("name-particle", words, at) == 0)
            return false;
    }
    return capitals >= 2;
}

std::optional<std::size_t> name_behind(const Sentence& s, const Speaker& described)
{
    if (described.pronoun || described.coordinated
        || (s.lexicon.match("determiner", s.words(described.first), 0) == 0
            && s.lexicon.match("article-clitic", s.words(described.first), 0) == 0))
        return std::nullopt;
    std::size_t i = described.last + 1;
    // du port: the rest of the phrase, where it is no noun phrase of the grammar
    if (s.is(i, ChunkKind::preposition) && s.is(i + 1, ChunkKind::word))
        i += 2;
    if (is_full_name(s, i))
        return i;
    if (!s.is_mark(i, ",") || !is_full_name(s, i + 1))
        return std::nullopt;
    return i + 2 >= s.size() || s.is(i + 2, ChunkKind::mark) ? std::optional(i + 1) : std::nullopt;
}

/// mit ruhigen, zögernden Schritten: an inflected adjective stands before the noun, an article before that.
bool behind_adjective(const Sentence& s, std::size_t i)
{
    if (i == 0 || !s.is(i - 1, ChunkKind::word) || !s.lexicon.has("pattern", "nouns-capitalised"))
        return false;
    const std::string_view word = s.words(i - 1);
    if (text::is_upper(text::code_point_at(word, 0)))
        return false;
    constexpr std::array endings = {"en", "em", "er", "es"};
    return std::any_of(endings.begin(), endings.end(), [&](const char* ending) { return word.ends_with(ending); });
}

bool may_be_subject(const Sentence& s, std::size_t i)
{
    if (!is_noun(s, i) || is_governed(s, i))
        return false;
    if (s.is(i, ChunkKind::pronoun))
        return true;
    const std::string_view words = s.words(i);
    if (s.lexicon.match("determiner", words, 0) == 0 && behind_adjective(s, i))
        return false;
    const std::string_view head = head_noun(words);
    return s.lexicon.match("determiner.oblique", words, 0) == 0 && s.lexicon.match("determiner.genitive", words, 0) == 0
           && !s.lexicon.has("no-speaker-noun", head) && !s.lexicon.has("time-noun", head);
}

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

bool opens_relative(const Sentence& s, std::size_t i)
{
    return s.is(i, ChunkKind::relative) || (s.is(i, ChunkKind::pronoun) && s.chunk(i).word_class == "relative");
}

namespace {

/// und rief laut: a word that no list knows may be the verb, where a noun or a mark follows it.
bool verb_is_joined(const Sentence& s, std::size_t i) { return !is_verbal(s, i + 1); }

} // namespace

std::vector<Segment> segments_before(const Sentence& s, std::size_t end)
{
    constexpr std::size_t furthest = 200; // chunks
    std::vector<Segment> segments(1);
    segments.back().begin = end > furthest ? end - furthest : 0;
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
        const bool relative = here.relative;
        segments.push_back({.begin = next, .behind_clause = clause, .behind_relative = relative});
        verb = false;
    };
    for (std::size_t i = segments.back().begin; i < end; ++i) {
        Segment& here = segments.back();
        if (i + 1 == end && i > here.begin && stands_for_object(s, i))
            continue;
        if (s.is(i + 1, ChunkKind::quotation) && s.lexicon.has("object-as", s.words(i)))
            continue; // als ⟨Q⟩ bezeichnet
        if (s.is_mark(i, ",;:—–()") || s.is(i, ChunkKind::quotation)) {
            // der vor kurzem mit ⟨Q⟩ berühmte Mann: the clause goes on behind a name in marks
            const bool goes_on = i > here.begin && stands_for_object(s, i) && (here.relative || here.subordinate);
            if (goes_on)
                continue;
            close(i, i + 1);
        } else if (s.is(i, ChunkKind::coordinator) || s.is(i, ChunkKind::conjunction)) {
            const bool beside = i > here.begin && is_noun(s, i - 1) && is_noun(s, i + 1);
            // legte er Gabel und Messer weg: no verb follows
            const bool ends = i + 2 >= end || s.is(i + 2, ChunkKind::mark)
                              || (s.is(i + 2, ChunkKind::word) && (i + 3 >= end || s.is(i + 3, ChunkKind::mark)));
            const bool behind_subordinator = i > here.begin && s.is(i - 1, ChunkKind::subordinator); // als aber
            const bool joins_words = i > here.begin && s.is(i - 1, ChunkKind::word) && s.is(i + 1, ChunkKind::word)
                                     && !verb_is_joined(s, i + 1); // da es still und finster blieb
            // Bald aber fasste sie sich: before the verb of its clause the conjunction joins none
            const bool inside = i > here.begin && !verb && s.is(i, ChunkKind::conjunction) && is_verbal(s, i + 1)
                                && s.lexicon.has("pattern", "verb-second");
            if ((beside && (!verb || ends)) || behind_subordinator || joins_words || inside)
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

bool lacks_subject(const Sentence& s, const Segment& segment)
{
    std::size_t i = segment.begin;
    while (i < segment.end && s.is(i, ChunkKind::adverb))
        ++i;
    // en fumant sa pipe: what follows the preposition is no noun
    if (i + 1 < segment.end && s.is(i, ChunkKind::preposition) && (is_verbal(s, i + 1) || s.is(i + 1, ChunkKind::word)))
        return true;
    // ihr Pferd anhaltend: a participle alone has no subject
    if (segment.end > i + 1 && s.lexicon.has("pattern", "verb-second") && is_verbal(s, segment.end - 1)
        && !is_finite(s, segment.end - 1)
        && std::none_of(s.host.chunks.begin() + static_cast<std::ptrdiff_t>(i),
                        s.host.chunks.begin() + static_cast<std::ptrdiff_t>(segment.end - 1),
                        [](const syntax::Chunk& chunk) {
                            return chunk.kind == ChunkKind::verb || chunk.kind == ChunkKind::cue
                                   || chunk.kind == ChunkKind::auxiliary;
                        }))
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
    for (std::size_t i = verb + 1; i < s.size() && i < end && i <= verb + furthest_particle; ++i) {
        if (s.is(i, ChunkKind::mark) || s.is(i, ChunkKind::quotation))
            return std::nullopt;
        const bool last = i + 1 >= s.size() || s.is(i + 1, ChunkKind::mark) || s.is(i + 1, ChunkKind::quotation)
                          || s.is(i + 1, ChunkKind::coordinator);
        if (last && s.lexicon.has("separable." + std::string(s.words(i)), head))
            return i;
    }
    return std::nullopt;
}

} // namespace verbatim::extract::continental
