// SPDX-License-Identifier: Apache-2.0
#include "extract/subject.hpp"

#include "extract/inserts.hpp"
#include "extract/name_words.hpp"
#include "text/text.hpp"

namespace verbatim::extract {
namespace {

using syntax::ChunkKind;

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr int deepest = 4;
constexpr std::size_t longest_walk = 40; // chunks

/// The nearest verb to the left in the same sentence part.
std::size_t verb_before(const Sentence& s, std::size_t from)
{
    for (std::size_t i = from; i-- > 0 && from - i <= longest_walk;) {
        if (s.is_mark(i, ";") || s.is(i, ChunkKind::quotation))
            return nowhere;
        if (is_finite(s, i))
            return i;
    }
    return nowhere;
}

/// A verb of one word that may be a participle: made by, cited by.
bool is_past_participle(const Sentence& s, std::size_t i)
{
    return (s.is(i, ChunkKind::verb) && !is_gerund(s, i))
           || (s.is(i, ChunkKind::cue) && s.lexicon.has("form.past", s.words(i)));
}

/// `At the meeting Lind said`: an adverbial that no comma closes runs into the name behind it.
std::optional<Speaker> name_behind_adverbial(const Sentence& s, std::size_t first, std::size_t last)
{
    if (first == 0 || !s.lexicon.has("preposition", s.words(first - 1))
        || (first > 1 && !s.is(first - 2, ChunkKind::mark) && !s.is(first - 2, ChunkKind::conjunction)
            && !s.is(first - 2, ChunkKind::coordinator)))
        return std::nullopt;
    const std::string_view words = s.words(last);
    const std::size_t name = capitals_at_end(words);
    if (name == 0 || name == words.size())
        return std::nullopt;
    const std::string_view noun = head_word(words.substr(0, name - 1));
    const bool office = s.lexicon.has("person-noun", noun) && !noun.ends_with('s'); // from dockers Lind got
    if (office || s.lexicon.has("title", noun) || s.lexicon.has("determiner", noun)
        || s.lexicon.has("possessive-pronoun", noun) || words.substr(0, name).find('\'') != std::string_view::npos)
        return std::nullopt;
    Speaker speaker = speaker_of(s, last, last);
    speaker.span.begin += name;
    return speaker;
}

/// More than a dozen employees said, about 20 residents said: the preposition belongs to the number and opens the
/// clause.
bool is_counted(const Sentence& s, std::size_t noun)
{
    std::size_t opens = noun - 1;
    if (!s.lexicon.has("approximate", s.words(opens)))
        return false;
    if (opens > 0 && s.is(opens - 1, ChunkKind::adverb))
        --opens;
    const std::string_view words = s.words(noun);
    const bool number = text::is_digit(text::code_point_at(words, 0)) || s.lexicon.match("determiner", words, 0) != 0;
    return number
           && (opens == 0 || s.is(opens - 1, ChunkKind::mark) || s.is(opens - 1, ChunkKind::subordinator)
               || s.is(opens - 1, ChunkKind::relative) || s.is(opens - 1, ChunkKind::conjunction)
               || s.is(opens - 1, ChunkKind::coordinator));
}

} // namespace

std::optional<Speaker> subject_ending(const Sentence& s, std::size_t last)
{
    if (is_speaking_pronoun(s, last))
        return speaker_of(s, last, last);
    if (!is_noun(s, last))
        return std::nullopt;
    std::size_t first = last;
    std::size_t end = last; // last chunk of the text: a trailing participle is cut off
    bool coordinated = false;
    for (std::size_t steps = 0; first > 0 && steps < longest_walk; ++steps) {
        const std::size_t p = first - 1;
        const bool prep = s.is(p, ChunkKind::preposition)
                          || (s.is(p, ChunkKind::subordinator) && s.lexicon.has("preposition", s.words(p)));
        if (prep && p >= 1 && is_noun(s, p - 1)) {
            first = p - 1;
        } else if (prep && p >= 2 && s.is(p - 1, ChunkKind::number) && is_noun(s, p - 2)) {
            first = p - 2; // Article 3 of the charter
        } else if (prep && p >= 2 && is_noun(s, p - 2) && s.lexicon.has("noun-adjective", s.words(p - 1))) {
            first = p - 2; // a source close to the talks
        } else if (prep && p >= 2 && s.is_title_at(p - 2) && s.lexicon.has("adopt", s.words(p - 1))) {
            return title_at(s, p - 2); // the "Resolution on Ports" adopted by the council
        } else if (prep && p >= 1 && s.is(p - 1, ChunkKind::pronoun) && s.chunk(p - 1).word_class == "indefinite") {
            first = p - 1; // one of the dockers
        } else if (prep && p >= 2 && is_past_participle(s, p - 1) && is_noun(s, p - 2)
                   && s.words(p - 1).find(' ') == std::string_view::npos
                   && (s.lexicon.has("adopt", s.words(p - 1)) || s.lexicon.has("passive-by", s.words(p)))) {
            first = p - 2; // a decision made by the council
            end = p - 2;
        } else if (s.is(p, ChunkKind::verb) && is_gerund(s, p) && p >= 2 && s.is(p - 1, ChunkKind::preposition)
                   && is_noun(s, p - 2)) {
            first = p - 2; // a decision on raising the dam
        } else if (s.is(p, ChunkKind::coordinator) && p >= 1 && (is_noun(s, p - 1) || is_speaking_pronoun(s, p - 1))) {
            coordinated = true;
            first = p - 1;
        } else if (coordinated && s.is_mark(p, ",") && p >= 1 && is_noun(s, p - 1) && !is_bare_role(s, first)
                   && (p < 2 || s.is_mark(p - 2, ",") || s.is(p - 2, ChunkKind::quotation))) {
            first = p - 1;
        } else {
            if (const auto title = title_adopted(s, first))
                return title;
            break;
        }
    }
    if (first >= 2 && s.is_mark(first - 1, ",") && is_bare_role(s, first) && is_name(s, first - 2))
        return speaker_of(s, first - 2, first - 2); // Ida Holm, curator and director of exhibits at the museum
    if (first > 0 && first == last && is_first_name(s, first - 1))
        return speaker_of(s, first - 1, last);
    if (auto name = name_behind_adverbial(s, first, last))
        return name;
    if (first > 0 && s.is(first - 1, ChunkKind::preposition) && !is_counted(s, first)) {
        // with Okoro saying
        if (!s.lexicon.has("absolute-preposition", s.words(first - 1)) || first != last)
            return std::nullopt;
    }
    if (!is_speaking_pronoun(s, first) && !can_speak(s, first)) {
        // American academic and professor Okoro: no list of speakers, the last noun phrase alone
        if (!coordinated || !can_speak(s, last) || (last > 0 && s.is(last - 1, ChunkKind::preposition)))
            return std::nullopt;
        return speaker_of(s, last, last);
    }
    Speaker speaker = speaker_of(s, first, end);
    speaker.coordinated = coordinated;
    // A date at its end is none of the name: the council in 1956 said.
    while (speaker.last > speaker.first + 1 && s.lexicon.has("time-noun", head_word(s.words(speaker.last)))
           && s.is(speaker.last - 1, ChunkKind::preposition)) {
        speaker.last -= 2;
        speaker.span.end = s.chunk(speaker.last).span.end;
    }
    return speaker;
}

std::optional<Speaker> subject_at(const Sentence& s, std::size_t first)
{
    const bool member = s.is(first, ChunkKind::pronoun) && s.chunk(first).word_class == "indefinite"
                        && s.is(first + 1, ChunkKind::preposition) && is_noun(s, first + 2);
    if (member && s.lexicon.has("noun-preposition", s.words(first + 1)))
        return speaker_of(s, first, first + 2); // one of the dockers
    if (is_speaking_pronoun(s, first))
        return speaker_of(s, first, first);
    if (is_first_name(s, first))
        return speaker_of(s, first, first + 1);
    if (first > 0 && s.is(first - 1, ChunkKind::cue) && is_lone_first_name(s, first))
        return speaker_of(s, first, first); // cried Per
    if (!is_noun(s, first) || !can_speak(s, first))
        return std::nullopt;
    if (is_noun(s, first + 1) && s.lexicon.has("no-speaker-noun", head_word(s.words(first + 1))))
        return std::nullopt; // said a shrill Welsh voice
    if (is_name(s, first + 1) && s.lexicon.has("person-noun", head_word(s.words(first))))
        ++first; // Lund boss Nils Berg
    std::size_t last = first;
    bool coordinated = false;
    for (std::size_t steps = 0; steps < longest_walk; ++steps) {
        if (s.is(last + 1, ChunkKind::preposition) && is_noun(s, last + 2)
            && s.lexicon.has("noun-preposition", s.words(last + 1))) {
            last += 2;
        } else if (s.is(last + 1, ChunkKind::coordinator) && is_noun(s, last + 2) && can_speak(s, last + 2)
                   && !s.is(last + 3, ChunkKind::cue) && !s.is(last + 3, ChunkKind::verb)) {
            coordinated = true;
            last += 2;
        } else {
            break;
        }
    }
    Speaker speaker = speaker_of(s, first, last);
    speaker.coordinated = coordinated;
    // said the chairman of the board, Nils Berg.
    const std::size_t name_end = is_first_name(s, last + 2) ? last + 3 : last + 2;
    const bool name_behind = s.is_mark(last + 1, ",") && is_name(s, name_end)
                             && (name_end + 1 >= s.size() || s.is(name_end + 1, ChunkKind::mark));
    return name_behind && is_description(s, speaker) ? speaker_of(s, last + 2, name_end) : speaker;
}

namespace {

/// `The expert who played the organ in July called it`: behind a relative clause with a verb of its own the next finite
/// verb is that of its noun.
std::optional<Speaker> subject_before_relative(const Sentence& s, std::size_t verb)
{
    constexpr std::size_t longest_clause = 14; // chunks
    if (is_gerund(s, verb) || is_infinitive(s, verb) || s.is(verb - 1, ChunkKind::coordinator))
        return std::nullopt;
    bool has_verb = false;
    for (std::size_t i = verb; i-- > 1 && verb - i <= longest_clause;) {
        if (s.is(i, ChunkKind::mark) || s.is(i, ChunkKind::quotation))
            return std::nullopt;
        if (is_relative(s, i))
            return has_verb && s.lexicon.has("person-relative", s.words(i))
                           && (is_noun(s, i - 1) || is_speaking_pronoun(s, i - 1)) // those who know him say
                       ? subject_ending(s, i - 1)
                       : std::nullopt;
        has_verb = has_verb || (is_finite(s, i) && !is_infinitive(s, i));
    }
    return std::nullopt;
}

/// The subject of the verb above a participle; one that cannot be known to speak stands in a clause of its own: Lind
/// would not say whether jobs were lost, saying only
std::optional<Speaker> subject_of_participle(const Sentence& s, std::size_t above, int depth)
{
    const auto speaker = subject_before(s, above, depth);
    if (!speaker && above > 0 && s.is(above, ChunkKind::cue)
        && (s.is(above - 1, ChunkKind::quotation) || s.is(above - 1, ChunkKind::mark)))
        return subject_at(s, above + 1);                     // "…," said Lind, adding
    if (speaker && speaker->pronoun && speaker->first > 0) { // Lind announced that he had changed his name, saying
        const std::size_t before = speaker->first - 1;
        const bool told = s.is(before, ChunkKind::cue)
                          || ((s.is(before, ChunkKind::subordinator) || is_relative(s, before))
                              && s.lexicon.has("that", s.words(before)));
        const std::size_t outer = told ? verb_before(s, speaker->first) : nowhere;
        if (outer != nowhere && s.is(outer, ChunkKind::cue) && !is_gerund(s, outer) && !is_infinitive(s, outer))
            if (const auto teller = subject_before(s, outer, depth + 1))
                return teller;
    }
    if (!speaker || is_known_speaker(s, *speaker) || speaker->first == 0
        || !(s.is(speaker->first - 1, ChunkKind::subordinator) || is_relative(s, speaker->first - 1)))
        return speaker;
    const std::size_t outer = verb_before(s, speaker->first);
    return outer == nowhere ? std::nullopt : subject_before(s, outer, depth + 1);
}

/// Lind sat down and said: the subject of the verb before "and". Across a quotation a verb of speech is wanted: Lind
/// said the union had backed the plan "for months", and added
std::optional<Speaker> subject_of_coordinated(const Sentence& s, std::size_t coordinator, int depth)
{
    std::size_t above = verb_before(s, coordinator);
    const std::size_t quotation = coordinator - (coordinator > 1 && s.is_mark(coordinator - 1, ",") ? 2 : 1);
    if (above == nowhere && coordinator > 0 && s.is(quotation, ChunkKind::quotation)) {
        above = verb_before(s, quotation);
        for (std::size_t outer = above; outer != nowhere; outer = verb_before(s, outer)) {
            if (!s.is(outer, ChunkKind::cue) || is_infinitive(s, outer))
                continue;
            above = outer;
            break;
        }
    }
    // lifted her voice at an angle meant for distance and shouted: a participle on the way has no subject
    constexpr int most_verbs = 3;
    for (int verbs = 0; above != nowhere && verbs < most_verbs; ++verbs, above = verb_before(s, above))
        if (auto speaker = subject_before(s, above, depth + 1))
            return speaker;
    return std::nullopt;
}

/// Marsh denies leak, blasts: a headline joins its verbs by a comma alone; its first words are the subject of both.
std::optional<Speaker> subject_of_headline(const Sentence& s, std::size_t comma, std::size_t verb, int depth)
{
    const std::size_t above = verb_before(s, comma);
    if (above == nowhere || !s.is(verb, ChunkKind::cue) || !s.host.words(s.chunk(verb).head).ends_with('s')
        || !s.host.words(s.chunk(above).head).ends_with('s') || s.words(verb) != s.host.words(s.chunk(verb).head))
        return std::nullopt;
    const auto speaker = subject_before(s, above, depth + 1);
    return speaker && speaker->first == 0 ? speaker : std::nullopt;
}

/// remembers her father saying, a sign reading: the noun before a participle is its subject, not that of the verb
/// above.
bool is_own_subject(const Sentence& s, std::size_t noun, std::size_t participle)
{
    const std::string_view head = s.host.words(s.chunk(participle).head);
    if (s.lexicon.has("inscription", head))
        return s.lexicon.has("document-noun", head_word(s.words(noun)));
    return noun > 0 && (s.is(noun - 1, ChunkKind::verb) || s.is(noun - 1, ChunkKind::cue))
           && s.lexicon.has("perception", s.host.words(s.chunk(noun - 1).head));
}

} // namespace

std::optional<Speaker> subject_before(const Sentence& s, std::size_t verb, int depth)
{
    if (depth > deepest || verb == 0)
        return std::nullopt;
    if (auto speaker = subject_before_relative(s, verb))
        return speaker;
    std::size_t i = verb - 1;
    if (is_infinitive(s, verb) && !is_noun(s, i)) {
        const std::size_t above = verb_before(s, verb);
        return above == nowhere ? std::nullopt : subject_before(s, above, depth + 1);
    }
    for (std::size_t steps = 0; steps < longest_walk; ++steps) {
        if (is_relative(s, i)) { // Okoro, who said
            if (s.lexicon.has("free-relative", s.words(i)) || i == 0)
                return std::nullopt;
            std::size_t noun = i - 1;
            if (s.is_mark(noun, ",") && noun > 0)
                --noun;
            return s.is_title_at(noun) ? std::optional(title_at(s, noun)) : subject_ending(s, noun);
        }
        if ((s.is(i, ChunkKind::time) || s.is(i, ChunkKind::number)) && i >= 2) {
            i -= s.is(i - 1, ChunkKind::preposition) ? 2 : 1; // Lind on Friday said
            continue;
        }
        if (is_noun(s, i) && i >= 2 && s.lexicon.has("time-noun", head_word(s.words(i)))) {
            i -= s.is(i - 1, ChunkKind::preposition) ? 2 : 1;
            continue;
        }
        if (is_noun(s, i) || is_speaking_pronoun(s, i)) {
            if (is_gerund(s, verb) && is_own_subject(s, i, verb))
                return subject_ending(s, i);
            if (is_infinitive(s, verb)
                || (is_gerund(s, verb) && !(i >= 1 && s.lexicon.has("absolute-preposition", s.words(i - 1))))) {
                const std::size_t above = verb_before(s, verb); // Lind left the hall saying
                return above == nowhere ? subject_ending(s, i) : subject_before(s, above, depth + 1);
            }
            return subject_ending(s, i);
        }
        if (s.is(i, ChunkKind::quotation)) {
            if (const auto title = title_before(s, i + 1); title || !is_gerund(s, verb))
                return title;
            const std::size_t above = verb_before(s, i); // West went on: "…," saying that he would
            return above == nowhere ? std::nullopt : subject_of_participle(s, above, depth + 1);
        }
        if (s.is_mark(i, ")]")) {
            const auto before = before_insert(s, i);
            if (!before)
                return std::nullopt;
            i = *before;
            continue;
        }
        if (s.is_mark(i, ",—–-")) {
            if (is_gerund(s, verb)) { // Lind shut the port, calling it
                const std::size_t above = verb_before(s, i);
                return above != nowhere ? subject_of_participle(s, above, depth + 1)
                       : i > 0          ? subject_ending(s, i - 1) // Okoro, describing himself as "…", left
                                        : std::nullopt;
            }
            if (const auto title = title_before(s, i))
                return title;
            const auto before = before_insert(s, i); // and, noting its height, announced
            if (before && *before > 0
                && (s.is(*before, ChunkKind::coordinator) || s.is(*before, ChunkKind::conjunction)))
                return subject_of_coordinated(s, *before, depth);
            if (const auto apart = subject_before_inserts(s, i))
                return apart;
            return subject_of_headline(s, i, verb, depth);
        }
        if (s.is(i, ChunkKind::coordinator) || s.is(i, ChunkKind::conjunction)) // Lind sat down and said
            return subject_of_coordinated(s, i, depth);
        if (s.is(i, ChunkKind::verb) || s.is(i, ChunkKind::cue))
            return is_gerund(s, verb) || is_infinitive(s, verb) ? subject_before(s, i, depth + 1) : std::nullopt;
        if (s.is(i, ChunkKind::subordinator) && is_gerund(s, verb) && s.lexicon.has("time-conjunction", s.words(i))) {
            const std::size_t above = verb_before(s, i); // "…," Lind said, before adding
            return above == nowhere ? std::nullopt : subject_of_participle(s, above, depth + 1);
        }
        const bool passed_over =
            s.is(i, ChunkKind::adverb) || s.is(i, ChunkKind::auxiliary) || s.is(i, ChunkKind::preposition);
        if (!passed_over || i == 0)
            return std::nullopt;
        --i;
    }
    return std::nullopt;
}

} // namespace verbatim::extract
