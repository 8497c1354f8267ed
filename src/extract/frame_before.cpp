// SPDX-License-Identifier: Apache-2.0
// Cues before the quotation: S V Q, also through indirect speech, passives and participles.
#include "extract/cue_left.hpp"

#include <algorithm>

namespace verbatim::extract::european {

using syntax::ChunkKind;
namespace {

constexpr std::size_t furthest_object = 10; // chunks of an object between a verb of acting and the preposition
constexpr std::size_t furthest_outer = 8;   // chunks between a verb of thought and the verb of speech above it

/// "amended its charter …, adding": the noun phrase behind the verb of amending before the participle.
std::optional<Span> amended(const Sentence& s, std::size_t cue)
{
    for (std::size_t i = cue; i-- > 0;) {
        if (s.is_mark(i, ";"))
            return std::nullopt;
        const bool verb = s.is(i, ChunkKind::verb) || s.is(i, ChunkKind::cue);
        if (verb && s.lexicon.has("amend", s.host.words(s.chunk(i).head)) && s.is(i + 1, ChunkKind::noun_phrase))
            return s.chunk(i + 1).span;
    }
    return std::nullopt;
}

/// `Calling it "…", Berg left`: of a participle that opens the sentence the subject of the main clause speaks.
std::optional<Speaker> subject_behind(const Sentence& s, std::size_t quotation)
{
    std::size_t i = quotation + 1;
    if (s.is_mark(i, ","))
        ++i;
    const auto speaker = subject_at(s, i);
    if (!speaker)
        return std::nullopt;
    const std::size_t verb = speaker->last + 1;
    const bool main = s.is(verb, ChunkKind::verb) || s.is(verb, ChunkKind::cue) || s.is(verb, ChunkKind::auxiliary)
                      || s.is(verb, ChunkKind::adverb);
    return main ? speaker : std::nullopt;
}

/// The answer, said Lind, is "…": a clause of telling between commas, its verb first.
std::optional<Speaker> inserted_behind(const Sentence& s, std::size_t cue)
{
    if (cue < 2 || !s.is_mark(cue - 1, ",") || is_gerund(s, cue) || s.words(cue).find(' ') != std::string_view::npos
        || !among(s.chunk(cue).word_class, {"say", "state", "write", "add", "warn"}))
        return std::nullopt;
    const auto speaker = subject_at(s, cue + 1);
    return speaker && !speaker->pronoun && is_known_speaker(s, *speaker) && s.is_mark(speaker->last + 1, ",")
               ? speaker
               : std::nullopt;
}

std::optional<Speaker> left_speaker(const Sentence& s, const Left& left, std::size_t quotation)
{
    if (is_passive(s, left.cue)) {
        if (auto by = agent(s, left.cue, quotation - left.cue))
            return by->last + 1 == quotation ? std::nullopt : by; // referred to by his surname "Wu"
        if (s.is(quotation + 1, ChunkKind::preposition) && s.lexicon.has("passive-by", s.words(quotation + 1)))
            return subject_at(s, quotation + 2); // called "…" by critics
        // "was quoted as saying", "was told that": only the raised kind has its subject as speaker
        if (!s.lexicon.has("form.gerund", s.host.words(s.chunk(left.cue).head))
            && !among(s.chunk(left.cue).word_class, {"say"}))
            return std::nullopt;
        if (s.lexicon.match("raising", s.words(left.cue), 0) == 0)
            return std::nullopt;
    }
    const std::string_view head = s.host.words(s.chunk(left.cue).head);
    if (s.lexicon.has("form.past", head) && s.is(left.cue + 1, ChunkKind::preposition)
        && s.lexicon.has("passive-by", s.words(left.cue + 1))) {
        const auto by = subject_at(s, left.cue + 2);                // described by Okoro as
        return by && by->last + 1 == quotation ? std::nullopt : by; // referred to by his surname "Wu"
    }
    if (is_gerund(s, left.cue) && (left.cue == 0 || (left.cue == 1 && s.is(0, ChunkKind::adverb))))
        return subject_behind(s, quotation);
    if (auto speaker = inserted_behind(s, left.cue))
        return speaker;
    if (auto speaker = subject_before(s, left.cue))
        return speaker;
    // Said she: "…"
    const bool opens = left.cue == 0 || s.is(left.cue - 1, ChunkKind::mark) || s.is(left.cue - 1, ChunkKind::adverb)
                       || s.is(left.cue - 1, ChunkKind::coordinator);
    const auto behind = opens && left.introduced() ? subject_at(s, left.cue + 1) : std::nullopt;
    return behind && is_known_speaker(s, *behind) && behind->last + 2 == quotation ? behind : std::nullopt;
}

/// "While checks will continue, officials …": the cue lies in a clause that a comma closes.
bool in_fronted_clause(const Sentence& s, std::size_t cue)
{
    std::size_t begin = cue;
    while (begin > 0 && !s.is(begin - 1, ChunkKind::mark) && !s.is(begin - 1, ChunkKind::quotation))
        --begin;
    const bool parenthesis = begin > 0 && s.is_mark(begin - 1, ",") && s.is_mark(cue + 1, ",")
                             && (s.is(begin, ChunkKind::pronoun) || s.is(begin, ChunkKind::noun_phrase));
    if (parenthesis && begin + 1 == cue)
        return false; // If the law fails, he warned, …
    if (!s.is(begin, ChunkKind::subordinator)) {
        // While security, criminal and health checks will continue, …
        const bool only_clauses = s.is(0, ChunkKind::subordinator) && !s.lexicon.has("preposition", s.words(0))
                                  && !s.lexicon.has("that", s.words(0));
        for (std::size_t i = 1; only_clauses && i < cue; ++i)
            if (s.is(i, ChunkKind::verb) || s.is(i, ChunkKind::cue) || s.is(i, ChunkKind::auxiliary)
                || s.is(i, ChunkKind::quotation))
                return false;
        return only_clauses;
    }
    return !(s.lexicon.has("as", s.words(begin)) && s.is_mark(cue + 1, ",")); // As Lind said, …
}

/// `to say that`, `to tell parliament that`: behind the cue and its object a clause begins.
bool brings_that(const Sentence& s, std::size_t cue, std::size_t quotation)
{
    for (std::size_t i = cue + 1; i < quotation && i <= cue + 3; ++i) {
        if ((s.is(i, ChunkKind::relative) || s.is(i, ChunkKind::subordinator)) && s.lexicon.has("that", s.words(i)))
            return true;
        if (!s.is(i, ChunkKind::noun_phrase) && !s.is(i, ChunkKind::pronoun))
            return false;
    }
    return false;
}

/// `called it "…"`, `described the dam as "…"`: nothing but its object stands between a verb of calling and Q.
bool calls_its_object(const Sentence& s, const Left& left, std::size_t quotation)
{
    if (!among(s.chunk(left.cue).word_class, {"call", "define"}) || left.introduced() || is_passive(s, left.cue))
        return false;
    std::size_t i = left.cue + 1;
    if (i + 1 == quotation && s.lexicon.has("determiner", s.words(i)))
        return true; // denounced the "…"
    if (!s.is(i, ChunkKind::noun_phrase) && !s.is(i, ChunkKind::pronoun))
        return false;
    ++i;
    if (s.is(i, ChunkKind::preposition) && s.lexicon.has("as", s.words(i)))
        ++i;
    return i == quotation;
}

/// `said in his mock "news anchor" voice`: Q belongs to a noun behind it, in an adverbial of the verb.
bool tells_how(const Sentence& s, const Left& left, std::size_t quotation)
{
    return !left.introduced() && !left.that && !left.clause && left.between > 0
           && s.is(left.cue + 1, ChunkKind::preposition) && s.lexicon.has("occasion-preposition", s.words(left.cue + 1))
           && s.is(quotation + 1, ChunkKind::noun_phrase);
}

/// Of Q, for their Q.
bool behind_preposition(const Sentence& s, std::size_t quotation)
{
    const std::string_view own = s.words(quotation - 1);
    const bool possessive = s.lexicon.class_in("possessive-pronoun", own) || s.lexicon.has("determiner", own);
    return s.is(quotation - 1, ChunkKind::preposition)
           || (possessive && quotation > 1 && s.is(quotation - 2, ChunkKind::preposition));
}

/// Denounce him for making Q.
bool behind_gerund(const Sentence& s, std::size_t quotation)
{
    return s.is(quotation - 1, ChunkKind::verb) && is_gerund(s, quotation - 1);
}

/// Whether the class of the cue and its distance let it govern the quotation.
bool may_govern(const Sentence& s, const Left& left, std::size_t quotation, bool adjacent)
{
    const std::string& cue_class = s.chunk(left.cue).word_class;
    if (cue_class == "act" && !adjacent && !left.finite && !left.broken && left.between <= furthest_object
        && behind_preposition(s, quotation))
        return true; // accused the council of "…", thanked the guards for their "…"
    if (cue_class == "act" && !left.broken && brings_that(s, left.cue, quotation))
        return true; // reminded voters that the port "…"
    if (among(cue_class, {"believe", "act", "beat"}) && !adjacent)
        return false;
    if (among(cue_class, {"call", "define"}) && (left.finite || (left.clause && !behind_gerund(s, quotation))))
        return false;
    if (cue_class == "beat" && !left.introduced())
        return false;
    if (left.broken && !left.introduced() && in_fronted_clause(s, left.cue))
        return false;
    if (left.broken && !left.introduced() && left.between > 8)
        return false;
    return !is_infinitive(s, left.cue) || adjacent || left.that || brings_that(s, left.cue, quotation);
}

/// The verb of speech above a verb of thought, in the same sentence part.
std::optional<std::size_t> speech_above(const Sentence& s, std::size_t cue)
{
    for (std::size_t i = cue; i-- > 0 && cue - i <= furthest_outer;) {
        if (s.is_mark(i, ";,:") || s.is(i, ChunkKind::quotation))
            return std::nullopt;
        if (s.is(i, ChunkKind::cue) && among(s.chunk(i).word_class, {"say", "state", "write", "add"}))
            return i;
    }
    return std::nullopt;
}

/// "Okoro was quoted by the Herald as saying", "Lind quoted Okoro as saying": the inner speaker; none of the frame
/// else.
std::optional<std::optional<Speaker>> quoted_as_saying(const Sentence& s, std::size_t saying)
{
    if (!is_gerund(s, saying) || saying < 2 || !s.lexicon.has("as", s.words(saying - 1)))
        return std::nullopt;
    for (std::size_t i = saying - 1; i-- > 0 && saying - i <= furthest_outer;) {
        if (s.is_mark(i, ";:,") || s.is(i, ChunkKind::quotation))
            return std::nullopt;
        if (s.is(i, ChunkKind::cue) && s.chunk(i).word_class == "quote")
            return is_passive(s, i) ? subject_before(s, i) : subject_at(s, i + 1);
    }
    return std::nullopt;
}

/// `did not respond to a request for the "plan"`: nothing was said, and Q stands in an adverbial.
bool is_denied(const Sentence& s, const Left& left)
{
    const std::string_view group = s.words(left.cue);
    bool negated = false;
    for (std::size_t at = 0; at < group.size(); at = std::min(group.find(' ', at), group.size() - 1) + 1)
        negated = negated || s.lexicon.match("negation", group, at) != 0;
    return negated && !left.that && !left.introduced() && s.is(left.cue + 1, ChunkKind::preposition);
}

std::optional<Before> before_of(const Sentence& s, const Left& left, std::optional<Speaker> speaker, bool adjacent)
{
    if (!speaker)
        return std::nullopt;
    Frame frame = with_cue(s, left.cue, Side::before);
    frame.introduced = left.introduced() && !left.that;
    frame.speaker = std::move(speaker);
    if (is_gerund(s, left.cue))
        frame.document = amended(s, left.cue);
    return Before{std::move(frame), adjacent};
}

} // namespace

std::optional<Before> frame_before(const Sentence& s, std::size_t quotation)
{
    auto left = cue_left(s, quotation);
    if (!left)
        return std::nullopt;
    const std::string cue_class = s.chunk(left->cue).word_class;
    const bool adjacent = left->between == 0 || (left->introduced() && !left->clause && !left->broken)
                          || calls_its_object(s, *left, quotation);
    if (tells_how(s, *left, quotation))
        return std::nullopt;
    if (s.lexicon.match("withholding", s.words(left->cue), 0) != 0)
        return std::nullopt; // refused to say whether
    // had alerted "the authorities": whom
    if (left->between == 0 && !left->introduced() && !left->that
        && s.lexicon.has("addressing", s.host.words(s.chunk(left->cue).head))) {
        const auto outer = speech_above(s, left->cue);
        if (!outer)
            return std::nullopt;
        left->cue = *outer;
        return before_of(s, *left, subject_before(s, *outer), false);
    }
    if (is_denied(s, *left))
        return std::nullopt;
    if (cue_class == "believe" && !left->introduced()) {
        // Okoro says he hopes to "…": under a verb of speech close by the outer subject speaks.
        if (const auto outer = speech_above(s, left->cue)) {
            left->cue = *outer;
            return before_of(s, *left, subject_before(s, *outer), adjacent);
        }
    }
    if (!may_govern(s, *left, quotation, adjacent))
        return std::nullopt;
    if (const auto quoted = quoted_as_saying(s, left->cue))
        return before_of(s, *left, *quoted, adjacent);
    if (is_gerund(s, left->cue) && left->cue > 0 && s.is(left->cue - 1, ChunkKind::preposition)
        && !(left->introduced() && s.lexicon.has("time-conjunction", s.words(left->cue - 1)))) // before adding: "…"
        return std::nullopt; // a first step in defining
    return before_of(s, *left, left_speaker(s, *left, quotation), adjacent);
}

} // namespace verbatim::extract::european
