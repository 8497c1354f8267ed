// SPDX-License-Identifier: Apache-2.0
// A clause that only says how somebody spoke, before a colon: Okoro put the matter plainly: "…".
#include "extract/frame_european.hpp"

#include <algorithm>

namespace verbatim::extract::european {

using syntax::ChunkKind;
namespace {

constexpr std::size_t longest_clause = 14; // chunks

bool is_person(const Sentence& s, const Speaker& speaker)
{
    if (speaker.pronoun)
        return among(s.chunk(speaker.first).word_class, {"male", "female", "plural", "first"});
    const std::string_view head = head_word(s.words(speaker.first));
    const char first = head.empty() ? ' ' : head.front(); // Union leader Amina Okoro
    const bool name = speaker.first == speaker.last && first >= 'A' && first <= 'Z'
                      && s.words(speaker.first).find("'s ") == std::string_view::npos;
    return (name || is_known_speaker(s, speaker)) && !s.lexicon.has("document-noun", head)
           && !s.lexicon.has("event-noun", head);
}

/// First chunk of the clause before the colon; only an adverbial may stand before it, behind its comma.
std::optional<std::size_t> clause_start(const Sentence& s, std::size_t colon)
{
    std::size_t begin = colon;
    while (begin > 0 && !s.is(begin - 1, ChunkKind::quotation) && !s.is(begin - 1, ChunkKind::mark)) {
        --begin;
        if (colon - begin > longest_clause)
            return std::nullopt;
    }
    if (begin > 1 && s.is_mark(begin - 1, ",") && (s.is(begin, ChunkKind::verb) || s.is(begin, ChunkKind::cue)))
        return begin; // Berg, who takes over on Monday, struck another tone
    if (begin > 0) {
        const bool adverbial =
            s.is(0, ChunkKind::preposition) || s.is(0, ChunkKind::adverb) || s.is(0, ChunkKind::time);
        if (!s.is_mark(begin - 1, ",") || !adverbial)
            return std::nullopt;
        for (std::size_t i = 0; i + 1 < begin; ++i)
            if (s.is(i, ChunkKind::mark) || s.is(i, ChunkKind::quotation) || s.is(i, ChunkKind::verb)
                || s.is(i, ChunkKind::cue))
                return std::nullopt;
    }
    while (s.is(begin, ChunkKind::conjunction) || s.is(begin, ChunkKind::coordinator) || s.is(begin, ChunkKind::adverb))
        ++begin;
    return begin;
}

/// A word of a class among the chunks first to last, last left out.
bool holds(const Sentence& s, std::size_t first, std::size_t last, std::initializer_list<std::string_view> classes)
{
    const std::string_view words = s.host.words({s.chunk(first).span.begin, s.chunk(last - 1).span.end});
    for (std::size_t at = 0; at < words.size();) {
        for (const std::string_view word_class : classes)
            if (s.lexicon.match(word_class, words, at) != 0)
                return true;
        at = words.find(' ', at);
        at = at == std::string_view::npos ? words.size() : at + 1;
    }
    return false;
}

bool has_name(const Sentence& s, std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last; ++i) {
        if (!s.is(i, ChunkKind::noun_phrase))
            continue;
        if (i > first && s.is(i - 1, ChunkKind::preposition) && s.lexicon.has("addressee-preposition", s.words(i - 1)))
            continue; // a message for voters
        const std::string_view words = s.words(i);
        if (std::any_of(words.begin(), words.end(), [](char c) { return c >= 'A' && c <= 'Z'; })
            || s.lexicon.has("person-noun", head_word(words)))
            return true;
    }
    return false;
}

} // namespace

bool tells_manner(const Sentence& s, std::size_t first, std::size_t last)
{
    return first < last && holds(s, first, last, {"speech-manner"});
}

std::optional<Frame> frame_of_clause(const Sentence& s, std::size_t quotation)
{
    if (quotation < 3 || !s.is_mark(quotation - 1, ":"))
        return std::nullopt;
    const std::size_t colon = quotation - 1;
    const auto begin = clause_start(s, colon);
    if (!begin || *begin >= colon)
        return std::nullopt;
    const bool apart = s.is(*begin, ChunkKind::verb) || s.is(*begin, ChunkKind::cue);
    const auto speaker = apart ? subject_before(s, *begin) : subject_at(s, *begin);
    if (!speaker || speaker->coordinated || !is_person(s, *speaker))
        return std::nullopt;
    std::size_t verb = apart ? *begin : speaker->last + 1;
    while (s.is(verb, ChunkKind::adverb))
        ++verb;
    if (verb + 1 >= colon)
        return std::nullopt;
    const bool auxiliary = s.is(verb, ChunkKind::auxiliary);
    if ((!auxiliary && !s.is(verb, ChunkKind::verb) && !s.is(verb, ChunkKind::cue)) || is_passive(s, verb)
        || is_gerund(s, verb) || has_name(s, verb + 1, colon))
        return std::nullopt;
    for (std::size_t i = verb + 1; i < colon; ++i)
        if (s.is(i, ChunkKind::relative) || s.is(i, ChunkKind::subordinator) || s.is(i, ChunkKind::verb)
            || s.is(i, ChunkKind::cue) || s.is(i, ChunkKind::auxiliary))
            return std::nullopt;
    const std::string_view head = auxiliary ? s.words(verb) : s.host.words(s.chunk(verb).head);
    const bool of_manner = s.lexicon.has("passive-auxiliary", head) && tells_manner(s, verb + 1, colon);
    const bool of_speech = s.lexicon.has("speech-verb", head)
                           && (holds(s, verb + 1, colon, {"cue-noun", "speech-object", "speech-manner"})
                               || (s.is(verb + 1, ChunkKind::pronoun) && s.chunk(verb + 1).word_class == "neuter"));
    if (!of_manner && !of_speech)
        return std::nullopt;
    return introduced_by(s, verb, *speaker);
}

} // namespace verbatim::extract::european
