// SPDX-License-Identifier: Apache-2.0
#include "extract/phrases.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {

using syntax::ChunkKind;

std::string_view head_word(std::string_view phrase)
{
    const std::size_t blank = phrase.find_last_of(" \t\n\r");
    return blank == std::string_view::npos ? phrase : phrase.substr(blank + 1);
}

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

namespace {

/// Tilda May: behind a name even the name of a month is one.
bool ends_a_name(const Sentence& s, std::string_view words)
{
    const std::size_t blank = words.find(' ');
    const std::string_view first = words.substr(0, blank);
    if (blank == std::string_view::npos || s.lexicon.has("time-noun", first) || s.lexicon.has("determiner", first))
        return false;
    for (std::size_t at = 0; at != std::string_view::npos; at = words.find(' ', at)) {
        at += at == 0 ? 0 : 1;
        if (!text::is_upper(text::code_point_at(words, at)))
            return false;
    }
    return true;
}

} // namespace

bool can_speak(const Sentence& s, std::size_t i)
{
    const std::string_view words = s.words(i);
    const std::string_view head = head_word(words);
    const bool paper = head.size() < words.size() && s.lexicon.has("paper-name", head)
                       && text::is_upper(text::code_point_at(head, 0)); // the Harbour Times
    if ((s.lexicon.has("time-noun", head) && !paper && !ends_a_name(s, words))
        || s.lexicon.has("no-speaker-noun", head))
        return false;
    const std::size_t determiner = s.lexicon.match("determiner", words, 0);
    if (determiner == words.size())
        return false;
    const std::size_t dot = words.find('.'); // harbour.org
    const bool domain = dot != std::string_view::npos && s.lexicon.has("domain-ending", words.substr(dot + 1));
    return has_capital(words.substr(std::min(determiner, words.size()))) || determiner != 0 || domain
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

bool is_possessor(const Sentence& s, std::size_t i)
{
    const std::string_view words = is_noun(s, i) ? s.words(i) : "";
    return words.ends_with("'s") || words.ends_with("\u2019s") || words.ends_with("s'") || words.ends_with("s\u2019");
}

bool is_name(const Sentence& s, std::size_t i)
{
    if (!is_noun(s, i) || !can_speak(s, i))
        return false;
    const std::string_view words = s.words(i);
    for (std::size_t at = 0;;) {
        if (s.lexicon.match("name-particle", words, at) == 0
            && (!text::is_upper(text::code_point_at(words, at)) || s.lexicon.match("determiner", words, at) != 0
                || (at == 0 && s.lexicon.match("time-noun", words, at) != 0)))
            return false;
        at = words.find(' ', at);
        if (at == std::string_view::npos)
            return true;
        ++at;
    }
}

bool is_bare_role(const Sentence& s, std::size_t i)
{
    return is_noun(s, i) && !has_capital(s.words(i)) && s.lexicon.match("determiner", s.words(i), 0) == 0
           && s.lexicon.match("possessive-pronoun", s.words(i), 0) == 0;
}

bool is_description(const Sentence& s, const Speaker& speaker)
{
    return !speaker.pronoun && !speaker.coordinated
           && (s.lexicon.match("determiner", s.words(speaker.first), 0) != 0
               || s.lexicon.match("possessive-pronoun", s.words(speaker.first), 0) != 0
               || s.words(speaker.first).find("'s ") != std::string_view::npos
               || s.words(speaker.first).find("\u2019s ") != std::string_view::npos);
}

bool is_lone_first_name(const Sentence& s, std::size_t i)
{
    if (!s.is(i, ChunkKind::preposition) && !s.is(i, ChunkKind::auxiliary))
        return false;
    const std::string_view word = s.words(i);
    return text::is_upper(text::code_point_at(word, 0))
           && (s.lexicon.has("first-name-male", word) || s.lexicon.has("first-name-female", word));
}

bool is_first_name(const Sentence& s, std::size_t i) { return is_lone_first_name(s, i) && is_name(s, i + 1); }

bool is_known_speaker(const Sentence& s, const Speaker& speaker)
{
    if (speaker.pronoun || is_name(s, speaker.last) || is_name(s, speaker.first))
        return true;
    const std::string_view head = head_word(s.words(speaker.first));
    return s.lexicon.has("person-noun", head) || s.lexicon.has("body-noun", head)
           || s.lexicon.has("document-noun", head);
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
    if (!s.lexicon.has("form.past", head))
        return false;
    const std::string_view group = s.words(i); // should really be considered
    for (std::size_t at = 0; at < group.size(); at = std::min(group.find(' ', at), group.size() - 1) + 1)
        if (s.lexicon.match("passive-auxiliary", group, at) != 0)
            return true;
    return false;
}

bool is_noun_by_place(const Sentence& s, std::size_t i)
{
    if (i == 0 || is_gerund(s, i) || s.words(i).find(' ') != std::string_view::npos)
        return false;
    // In 1956 said is a year
    const bool year =
        s.is(i - 1, ChunkKind::number) && i > 1 && s.is(i - 2, ChunkKind::preposition) && s.words(i - 1).size() == 4;
    if ((s.is(i - 1, ChunkKind::number) && !year) || s.is(i - 1, ChunkKind::preposition))
        return true;
    return s.is(i + 1, ChunkKind::auxiliary) && !s.lexicon.has("form.past", s.host.words(s.chunk(i).head))
           && (s.is(i - 1, ChunkKind::subordinator) || s.is(i - 1, ChunkKind::relative));
}

bool is_finite(const Sentence& s, std::size_t i)
{
    return (s.is(i, ChunkKind::cue) && !is_noun_by_place(s, i)) || (s.is(i, ChunkKind::verb) && !is_gerund(s, i))
           || s.is(i, ChunkKind::auxiliary);
}

} // namespace verbatim::extract
