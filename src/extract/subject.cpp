// SPDX-License-Identifier: Apache-2.0
#include "extract/subject.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

using syntax::ChunkKind;

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr int deepest = 4;
constexpr std::size_t longest_walk = 40;   // chunks
constexpr std::size_t longest_insert = 25; // chunks between two commas

bool is_noun(const Sentence& s, std::size_t i) { return s.is(i, ChunkKind::noun_phrase); }

bool is_speaking_pronoun(const Sentence& s, std::size_t i)
{
    return s.is(i, ChunkKind::pronoun) && s.chunk(i).word_class != "relative";
}

bool is_relative(const Sentence& s, std::size_t i)
{
    return s.is(i, ChunkKind::relative) || (s.is(i, ChunkKind::pronoun) && s.chunk(i).word_class == "relative");
}

bool has_capital(std::string_view words)
{
    for (std::size_t at = 0; at < words.size(); at += text::code_point_size(words, at))
        if (text::is_upper(text::code_point_at(words, at)))
            return true;
    return false;
}

/// A noun phrase that can speak: a name, a person, body or document, or any phrase that is no time and no abstraction.
bool can_speak(const Sentence& s, std::size_t i)
{
    const std::string_view words = s.words(i);
    const std::string_view head = head_word(words);
    if (s.lexicon.has("time-noun", head) || s.lexicon.has("no-speaker-noun", head))
        return false;
    const std::size_t determiner = s.lexicon.match("determiner", words, 0);
    if (determiner == words.size())
        return false;
    return has_capital(words.substr(std::min(determiner, words.size()))) || determiner != 0
           || s.lexicon.match("possessive-pronoun", words, 0) != 0 || s.lexicon.has("person-noun", head)
           || s.lexicon.has("body-noun", head) || s.lexicon.has("document-noun", head) || head.ends_with('s');
}

Speaker speaker_of(const Sentence& s, std::size_t first, std::size_t last)
{
    Speaker speaker;
    speaker.first = first;
    speaker.last = last;
    speaker.span = {s.chunk(first).span.begin, s.chunk(last).span.end};
    speaker.pronoun = first == last && s.is(first, ChunkKind::pronoun);
    return speaker;
}

/// Every word has a capital, and none is a determiner or a time: Hanna Berg, not "Lund's first woman".
bool is_name(const Sentence& s, std::size_t i)
{
    if (!is_noun(s, i) || !can_speak(s, i))
        return false;
    const std::string_view words = s.words(i);
    for (std::size_t at = 0;;) {
        if (s.lexicon.match("name-particle", words, at) == 0
            && (!text::is_upper(text::code_point_at(words, at)) || s.lexicon.match("determiner", words, at) != 0
                || s.lexicon.match("time-noun", words, at) != 0))
            return false;
        at = words.find(' ', at);
        if (at == std::string_view::npos)
            return true;
        ++at;
    }
}

/// "curator and director": without article and capital, no speaker of its own.
bool is_bare_role(const Sentence& s, std::size_t i)
{
    return is_noun(s, i) && !has_capital(s.words(i)) && s.lexicon.match("determiner", s.words(i), 0) == 0
           && s.lexicon.match("possessive-pronoun", s.words(i), 0) == 0;
}

/// "the mayor of Lund", "a spokeswoman": a description behind or before which the name may stand.
bool is_description(const Sentence& s, const Speaker& speaker)
{
    return !speaker.pronoun && !speaker.coordinated
           && (s.lexicon.match("determiner", s.words(speaker.first), 0) != 0
               || s.lexicon.match("possessive-pronoun", s.words(speaker.first), 0) != 0
               || s.words(speaker.first).find("'s ") != std::string_view::npos
               || s.words(speaker.first).find("\u2019s ") != std::string_view::npos);
}

} // namespace

bool is_known_speaker(const Sentence& s, const Speaker& speaker)
{
    if (speaker.pronoun || is_name(s, speaker.last) || is_name(s, speaker.first))
        return true;
    const std::string_view head = head_word(s.words(speaker.first));
    return s.lexicon.has("person-noun", head) || s.lexicon.has("body-noun", head)
           || s.lexicon.has("document-noun", head);
}

namespace {

/// The chunk before a matching comma, dash or bracket to the left of the one at `close`.
std::size_t before_insert(const Sentence& s, std::size_t close)
{
    const bool bracket = s.is_mark(close, ")]");
    const std::string_view mark = s.words(close);
    for (std::size_t i = close; i-- > 0 && close - i <= longest_insert;) {
        if (s.is_mark(i, ";:") || (s.is(i, ChunkKind::quotation) && !bracket && !s.is_title_at(i)))
            return nowhere;
        if (bracket ? s.is_mark(i, "([") : s.is(i, ChunkKind::mark) && s.words(i) == mark)
            return i == 0 ? nowhere : i - 1;
    }
    return nowhere;
}

std::optional<Speaker> title_at(const Sentence& s, std::size_t i)
{
    Speaker speaker = speaker_of(s, i, i);
    speaker.title = s.ordinal_at(i);
    return speaker;
}

/// `"Resolution on Ports," adopted at the Ninth Session, states`: a quoted title before the insert that ends at
/// `close`.
std::optional<Speaker> title_before(const Sentence& s, std::size_t close)
{
    for (std::size_t i = close; i-- > 0 && close - i <= longest_insert;) {
        if (s.is_mark(i, ";:"))
            return std::nullopt;
        if (!s.is(i, ChunkKind::quotation))
            continue;
        const bool object =
            i > 0
            && (s.is(i - 1, ChunkKind::cue) || s.is(i - 1, ChunkKind::verb) || s.is(i - 1, ChunkKind::preposition));
        if (object || !s.is_title_at(i)) // Lind, who wrote "Grey Water", said
            return std::nullopt;
        return title_at(s, i);
    }
    return std::nullopt;
}

/// `the "Resolution on Ports" adopted by the First Session`: the title before "adopted by", with no more than an
/// article and an ordinal between that and the chunk `first`.
std::optional<Speaker> title_adopted(const Sentence& s, std::size_t first)
{
    std::size_t i = first;
    while (i > 0 && first - i < 3
           && (s.is(i - 1, ChunkKind::word) || s.is(i - 1, ChunkKind::adverb) || s.is(i - 1, ChunkKind::number)))
        --i;
    const bool adopted =
        i >= 3 && s.is(i - 1, ChunkKind::preposition) && s.is_title_at(i - 3) && s.lexicon.has("adopt", s.words(i - 2));
    return adopted ? title_at(s, i - 3) : std::nullopt;
}

/// "Per Holm", "Will Berg": chunk i is a first name that looks like a function word.
bool is_first_name(const Sentence& s, std::size_t i)
{
    if (!s.is(i, ChunkKind::preposition) && !s.is(i, ChunkKind::auxiliary))
        return false;
    const std::string_view word = s.words(i);
    return text::is_upper(text::code_point_at(word, 0))
           && (s.lexicon.has("first-name-male", word) || s.lexicon.has("first-name-female", word)) && is_name(s, i + 1);
}

/// The subject before one or more inserts between commas, the last of which ends at `close`: Okoro, 54, a former
/// docker, said. Of a description and a name beside it the name speaks: the mayor of Lund, Hanna Berg, said.
std::optional<Speaker> subject_before_inserts(const Sentence& s, std::size_t close)
{
    std::optional<Speaker> found;
    for (int inserts = 0; inserts < deepest; ++inserts) {
        const std::size_t before = before_insert(s, close);
        if (before == nowhere)
            return found;
        if (const auto speaker = subject_ending(s, before)) {
            if (found && !is_name(s, speaker->last))
                return found;
            found = speaker;
            if (!is_description(s, *speaker))
                return found;
            if (before + 3 == close && is_name(s, close - 1)) {
                found = speaker_of(s, close - 1, close - 1);
                return found;
            }
            if (speaker->first == 0 || !s.is_mark(speaker->first - 1, ","))
                return found;
            if (speaker->first < 2 || !is_name(s, speaker->first - 2))
                return found;
            found = subject_ending(s, speaker->first - 2); // Okoro, a lawyer, who lives in Lund, said
            return found ? found : speaker;
        }
        if (!s.is(before, ChunkKind::number) && !s.is(before, ChunkKind::time))
            return found;
        close = before + 1;
    }
    return found;
}

/// The nearest verb to the left in the same sentence part.
std::size_t verb_before(const Sentence& s, std::size_t from)
{
    for (std::size_t i = from; i-- > 0 && from - i <= longest_walk;) {
        if (s.is_mark(i, ";") || s.is(i, ChunkKind::quotation))
            return nowhere;
        if (s.is(i, ChunkKind::cue) || (s.is(i, ChunkKind::verb) && !is_gerund(s, i)) || s.is(i, ChunkKind::auxiliary))
            return i;
    }
    return nowhere;
}

} // namespace

std::string_view head_word(std::string_view phrase)
{
    const std::size_t blank = phrase.find_last_of(" \t\n\r");
    return blank == std::string_view::npos ? phrase : phrase.substr(blank + 1);
}

bool is_gerund(const Sentence& s, std::size_t i)
{
    const std::string_view whole = s.words(i);
    const std::string_view head = s.host.words(s.chunk(i).head);
    if (s.lexicon.match("auxiliary", whole, 0) != 0 || s.lexicon.match("raising", whole, 0) != 0)
        return false; // was saying
    if (s.lexicon.has("form.gerund", head))
        return true;
    for (const std::string& ending : s.lexicon.entries("participle-ending"))
        if (head.size() > ending.size() + 2 && head.ends_with(ending) && s.is(i, ChunkKind::verb))
            return true;
    return false;
}

bool is_infinitive(const Sentence& s, std::size_t i)
{
    const std::size_t marker = s.lexicon.match("infinitive-marker", s.words(i), 0);
    return marker != 0 && marker < s.words(i).size();
}

bool is_passive(const Sentence& s, std::size_t i)
{
    const std::string_view head = s.host.words(s.chunk(i).head);
    return s.lexicon.has("form.past", head) && s.lexicon.match("passive-auxiliary", s.words(i), 0) != 0;
}

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
        } else if (prep && p >= 2 && s.is(p - 1, ChunkKind::verb) && !is_gerund(s, p - 1) && is_noun(s, p - 2)
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
    if (first > 0 && s.is(first - 1, ChunkKind::preposition)) {
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
    if (is_speaking_pronoun(s, first))
        return speaker_of(s, first, first);
    if (is_first_name(s, first))
        return speaker_of(s, first, first + 1);
    if (!is_noun(s, first) || !can_speak(s, first))
        return std::nullopt;
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
    const bool name_behind =
        s.is_mark(last + 1, ",") && is_name(s, last + 2) && (last + 3 >= s.size() || s.is(last + 3, ChunkKind::mark));
    return name_behind && is_description(s, speaker) ? speaker_of(s, last + 2, last + 2) : speaker;
}

namespace {

/// The subject of the verb above a participle; one that cannot be known to speak stands in a clause of its own: Lind
/// would not say whether jobs were lost, saying only
std::optional<Speaker> subject_of_participle(const Sentence& s, std::size_t above, int depth)
{
    const auto speaker = subject_before(s, above, depth);
    if (!speaker || is_known_speaker(s, *speaker) || speaker->first == 0
        || !s.is(speaker->first - 1, ChunkKind::subordinator))
        return speaker;
    const std::size_t outer = verb_before(s, speaker->first);
    return outer == nowhere ? std::nullopt : subject_before(s, outer, depth + 1);
}

} // namespace

std::optional<Speaker> subject_before(const Sentence& s, std::size_t verb, int depth)
{
    if (depth > deepest || verb == 0)
        return std::nullopt;
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
            return s.is_title_at(noun) ? title_at(s, noun) : subject_ending(s, noun);
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
            if (is_infinitive(s, verb)
                || (is_gerund(s, verb) && !(i >= 1 && s.lexicon.has("absolute-preposition", s.words(i - 1))))) {
                const std::size_t above = verb_before(s, verb); // Lind left the hall saying
                return above == nowhere ? subject_ending(s, i) : subject_before(s, above, depth + 1);
            }
            return subject_ending(s, i);
        }
        if (s.is(i, ChunkKind::quotation))
            return title_before(s, i + 1);
        if (s.is_mark(i, ")]")) {
            const std::size_t before = before_insert(s, i);
            if (before == nowhere)
                return std::nullopt;
            i = before;
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
            return subject_before_inserts(s, i);
        }
        if (s.is(i, ChunkKind::coordinator) || s.is(i, ChunkKind::conjunction)) { // Lind sat down and said
            std::size_t above = verb_before(s, i);
            if (above == nowhere && i > 0 && s.is(i - 1, ChunkKind::quotation))
                above = verb_before(s, i - 1); // Lind called it "a ruin" and accused the council of "…"
            return above == nowhere ? std::nullopt : subject_before(s, above, depth + 1);
        }
        if (s.is(i, ChunkKind::verb) || s.is(i, ChunkKind::cue))
            return is_gerund(s, verb) || is_infinitive(s, verb) ? subject_before(s, i, depth + 1) : std::nullopt;
        const bool passed_over =
            s.is(i, ChunkKind::adverb) || s.is(i, ChunkKind::auxiliary) || s.is(i, ChunkKind::preposition);
        if (!passed_over || i == 0)
            return std::nullopt;
        --i;
    }
    return std::nullopt;
}

} // namespace verbatim::extract
