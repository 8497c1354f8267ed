// SPDX-License-Identifier: Apache-2.0
#include "extract/subject_han.hpp"

#include "extract/noun_han.hpp"
#include "extract/speaker_han.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract::han {

using syntax::ChunkKind;

namespace {

/// 港口公司教练 Per Lind 表示: noun phrases that only blanks part, up to the cue or its adverb; behind a 的 the rest.
void join_nouns(const Sentence& s, std::size_t cue, Speaker& speaker)
{
    std::size_t last = speaker.last;
    while (last + 1 < cue && s.is(last, ChunkKind::noun_phrase) && s.is(last + 1, ChunkKind::noun_phrase))
        ++last;
    if (last == speaker.last || speaker.span.end != s.chunk(speaker.last).span.end
        || (last + 1 != cue && !s.is(last + 1, ChunkKind::adverb) && !s.is(last + 1, ChunkKind::preposition)
            && !s.is_mark(last + 1, "（(")))
        return;
    const auto tail = name_in(s, last);
    if (!tail || tail->begin != s.chunk(last).span.begin || tail->end != s.chunk(last).span.end)
        return;
    speaker.last = last;
    speaker.span.end = tail->end;
    constexpr std::string_view of = "的";
    const std::string_view words = s.host.words(speaker.span);
    if (const std::size_t at = words.rfind(of); at != std::string_view::npos) // 来自北港的 Per Lind
        speaker.span.begin += words.find_first_not_of(' ', at + of.size());
}

/// Behind a preposition: its noun, and what belongs to that. Of 在《灰水》一书中 the last chunk, of 向她女儿 likewise.
std::size_t behind_preposition(const Sentence& s, std::size_t i, std::size_t end)
{
    ++i;
    const auto goes_on = [&](std::size_t at) {
        return (s.is(at, ChunkKind::noun_phrase) || s.is(at, ChunkKind::quotation) || s.is(at, ChunkKind::pronoun))
               && s.is(at + 1, ChunkKind::noun_phrase);
    };
    while (i + 1 < end && goes_on(i))
        ++i;
    return i;
}

/// 林海和奥科罗说: the second noun, where the verb follows it.
void join_second(const Sentence& s, std::size_t end, Speaker& speaker)
{
    const std::size_t i = speaker.last;
    if (!s.is(i + 1, ChunkKind::coordinator) || i + 2 >= end || !s.is(i + 2, ChunkKind::noun_phrase))
        return;
    const auto other = speaker_at(s, i + 2);
    if (!other || i + 3 > end || !(s.is(i + 3, ChunkKind::cue) || s.is(i + 3, ChunkKind::adverb)))
        return;
    speaker.coordinated = true;
    speaker.last = i + 2;
    speaker.span.end = other->span.end;
}

/// 丈夫王明: a noun of a person before a name.
bool names_kin_by_name(const Sentence& s, std::string_view words)
{
    const std::size_t kin = s.lexicon.match("person-noun", words, 0);
    return kin != 0 && kin < words.size() && is_full_name(s.lexicon, words.substr(kin));
}

/// 他, 他母亲.
std::optional<Speaker> pronoun_at(const Sentence& s, std::size_t i, std::size_t end)
{
    if (i + 1 < end && s.is(i + 1, ChunkKind::noun_phrase)) {
        constexpr std::string_view of = "的";
        const bool owner = s.words(i + 1).starts_with(of) && s.words(i + 1) != of; // 他的父亲
        auto speaker = speaker_at(s, i + 1);
        const bool whole = owner && (s.is(i + 2, ChunkKind::cue) || s.is(i + 2, ChunkKind::adverb)); // 他的数学考官说
        if (speaker
            && (whole || ends_with(s, "person-noun", s.host.words(speaker->span))
                || names_kin_by_name(s, s.host.words(speaker->span)))
            && speaker->span.begin == s.chunk(i + 1).span.begin + (owner ? of.size() : 0)) {
            speaker->first = i;
            speaker->span.begin = s.chunk(i).span.begin;
            return speaker;
        }
        if (owner)
            return std::nullopt; // 他的声音
    }
    return speaker_at(s, i);
}

/// 少安他妈: the kin of a person who is named.
void join_kin(const Sentence& s, std::size_t end, Speaker& speaker)
{
    const std::size_t i = speaker.last + 1;
    if (speaker.pronoun || !s.is(i, ChunkKind::pronoun) || i + 1 >= end
        || speaker.span.end != s.chunk(speaker.last).span.end)
        return;
    const auto kin = pronoun_at(s, i, end);
    if (!kin || kin->pronoun)
        return;
    speaker.last = kin->last;
    speaker.span.end = kin->span.end;
}

/// Behind the last word of perception in the clause stands who is heard: 林海听见奥科罗说.
std::size_t behind_perception(const Sentence& s, std::size_t begin, std::size_t end)
{
    for (std::size_t i = end; i-- > begin;)
        if (s.lexicon.has("perception", s.words(i)))
            return i + 1;
    return begin;
}

/// The first noun of a clause, from chunk begin up to end, that may be its subject: before any verb of speech, and not
/// the noun of a preposition.
std::optional<Speaker> subject_between(const Sentence& s, std::size_t begin, std::size_t end)
{
    for (std::size_t i = behind_perception(s, begin, end); i < end; ++i) {
        if (s.is(i, ChunkKind::conjunction) || s.is(i, ChunkKind::adverb))
            continue;
        if (s.is(i, ChunkKind::cue))
            return std::nullopt; // 告诉我说: the subject stands before
        if (s.is(i, ChunkKind::preposition) || s.is(i, ChunkKind::according_to)) {
            i = behind_preposition(s, i, end);
            continue;
        }
        if (s.is(i, ChunkKind::pronoun))
            return pronoun_at(s, i, end);
        auto speaker = s.is_name_at(i) && !s.is_title_at(i) && i + 1 < end
                               && s.is(i + 1, ChunkKind::noun_phrase) // “北港气象局”局长林海
                           ? std::nullopt
                           : speaker_at(s, i);
        if (!speaker)
            continue;
        if (i + 1 < end && s.is_name_at(i + 1) && !s.is_title_at(i + 1))
            return speaker_at(s, i + 1); // 北港“气象局”在报告中提到
        if (const std::size_t next = speaker->last + 1; s.is(next, ChunkKind::pronoun)
                                                        && s.lexicon.has("no-source", s.words(next))
                                                        && s.is(next + 1, ChunkKind::cue))
            return speaker_at(s, next); // 窗外有人喊
        join_nouns(s, end, *speaker);
        join_kin(s, end, *speaker);
        join_second(s, end, *speaker);
        return speaker;
    }
    return std::nullopt;
}

/// A clause before the one of the cue tells who acts where it goes on behind its subject: 林海放下碗, 平儿一面收拾.
std::optional<Speaker> subject_before(const Sentence& s, std::size_t begin, std::size_t end)
{
    while (begin < end && (s.is(begin, ChunkKind::conjunction) || s.is(begin, ChunkKind::adverb)))
        ++begin;
    if (begin >= end)
        return std::nullopt;
    auto speaker = s.is(begin, ChunkKind::pronoun)       ? pronoun_at(s, begin, end)
                   : s.is(begin, ChunkKind::noun_phrase) ? speaker_at(s, begin)
                                                         : std::nullopt;
    if (!speaker)
        return std::nullopt;
    join_second(s, end, *speaker);
    const bool goes_on = speaker->last + 1 < end || speaker->span.end != s.chunk(speaker->last).span.end;
    return goes_on || s.is(begin, ChunkKind::pronoun) ? speaker : std::nullopt;
}

} // namespace

bool may_speak(const Sentence& s, const Speaker& speaker)
{
    return speaker.pronoun || speaker.coordinated || speaker.title || s.is_told(s.host.words(speaker.span))
           || names_person(s.lexicon, s.host.words(speaker.span));
}

std::optional<Speaker> acting_before(const Sentence& s, std::size_t from, std::size_t end)
{
    std::optional<Speaker> first; // of the clauses that name nobody who surely speaks
    while (end > from) {
        std::size_t begin = end;
        while (begin > from && !s.is_mark(begin - 1, "，,；;：:。！？…—"))
            --begin;
        if (auto speaker = subject_before(s, begin, end)) {
            if (may_speak(s, *speaker))
                return speaker;
            first = std::move(speaker);
        }
        end = begin > from ? begin - 1 : from;
    }
    return first;
}

bool tells_what_is_shown(const Sentence& s, std::string_view words)
{
    for (std::size_t at = 0; at < words.size(); at += text::code_point_size(words, at))
        if (s.lexicon.match("shown", words, at) != 0 || s.lexicon.match("perception", words, at) != 0)
            return true;
    return false;
}

std::optional<Speaker> first_subject(const Sentence& s)
{
    std::size_t end = 0;
    while (end < s.size() && !s.is_mark(end, "，,。！？；：:"))
        ++end;
    return subject_before(s, 0, end);
}

std::optional<Speaker> who_acts(const Sentence& s)
{
    if (tells_what_is_shown(s, s.host.text))
        return std::nullopt;
    auto speaker = first_subject(s);
    const bool acts = speaker && may_speak(s, *speaker) && !s.lexicon.has("no-source", s.host.words(speaker->span));
    return acts ? speaker : std::nullopt;
}

bool leaves_out_subject(const Sentence& s, std::size_t ordinal)
{
    const std::size_t quotation = s.host.at[ordinal];
    if (s.lexicon.frame() != "han" || quotation < 2 || !s.is_mark(quotation - 1, "：:")
        || !s.is(quotation - 2, ChunkKind::cue))
        return false;
    for (std::size_t i = 0; i < quotation; ++i)
        if (s.is(i, ChunkKind::pronoun) || s.lexicon.has("perception", s.words(i)) || speaker_at(s, i))
            return false;
    return true;
}

std::optional<Speaker> subject_of(const Sentence& s, std::size_t cue, std::size_t from)
{
    std::size_t begin = cue;
    while (begin > from && (!s.is(begin - 1, ChunkKind::mark) || s.is_mark(begin - 1, "）)"))
           && (!s.is(begin - 1, ChunkKind::quotation) || s.is_name_at(begin - 1))) {
        --begin;
        if (!s.is_mark(begin, "）)"))
            continue;
        while (begin > from && !s.is_mark(begin, "（(")) // 奥科罗（1923年）声称
            --begin;
    }
    std::size_t last = cue;
    while (last > begin + 1 && s.is(last - 1, ChunkKind::adverb))
        --last;
    if (last > begin && s.is_name_at(last - 1) && !(last > begin + 1 && s.is(last - 2, ChunkKind::preposition)))
        return speaker_at(s, last - 1); // 第九次全会通过的《决定》指出
    if (auto speaker = subject_between(s, begin, cue))
        return speaker;
    if (begin <= from || behind_perception(s, begin, cue) != begin
        || (begin == last && s.is(begin - 1, ChunkKind::quotation))) // “海鸥”表示
        return std::nullopt;
    return acting_before(s, from, s.is(begin - 1, ChunkKind::mark) ? begin - 1 : begin);
}

} // namespace verbatim::extract::han
