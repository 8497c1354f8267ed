// SPDX-License-Identifier: Apache-2.0
#include "extract/subject_han.hpp"

#include "extract/noun_han.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract::han {

using syntax::ChunkKind;

namespace {

constexpr std::size_t longest_name = 20; // characters of a subject

/// Bytes of a number with its unit of time at the end of the words: 3日.
std::size_t dated_ending(const Sentence& s, std::string_view words)
{
    const std::size_t unit = ending(s.lexicon, "date-unit", words);
    std::size_t digits = 0;
    while (unit != 0 && digits + unit < words.size()
           && text::is_digit(static_cast<unsigned char>(words[words.size() - unit - digits - 1])))
        ++digits;
    return digits == 0 ? 0 : unit + digits;
}

bool ends_with(const Sentence& s, std::string_view word_class, std::string_view words)
{
    return s.lexicon.has(word_class, words) || ending(s.lexicon, word_class, words) != 0;
}

/// Dates before and behind the name: 1956年林奎斯特, 林海5月3日, 林海周三.
Span without_dates(const Sentence& s, Span span)
{
    const std::size_t begin = span.begin;
    std::string_view words = s.host.words(span);
    const auto dates = text::dates(words, "zh");
    if (!dates.empty() && dates.front().span.begin == 0)
        span.begin += dates.front().span.end;
    if (!dates.empty() && dates.back().span.begin != 0 && begin + dates.back().span.end == span.end)
        span.end = begin + dates.back().span.begin; // 林奎斯特1956年在…
    while (const std::size_t day = dated_ending(s, s.host.words(span)))
        span.end -= day; // 林海5月3日在…
    while (const std::size_t day = ending(s.lexicon, "day-ending", s.host.words(span)))
        span.end -= day;
    while (const std::size_t day = s.lexicon.match("day-ending", s.host.words(span), 0)) {
        if (day >= span.size())
            break;
        span.begin += day;
    }
    return span;
}

/// 小说里写道: the document without the word of place.
Span without_place(const Sentence& s, Span span)
{
    const std::string_view words = s.host.words(span);
    for (const std::string& place : s.lexicon.entries("location-ending")) {
        if (!words.ends_with(place))
            continue;
        if (ends_with(s, "document-noun", words.substr(0, words.size() - place.size())))
            return {span.begin, span.end - place.size()};
    }
    return span;
}

/// What stands before 的 belongs to the noun of a role or a body (港口公司的经理), else the name alone is the subject
/// (来自北港的林海). None where nothing follows it, but for 掌柜的.
std::optional<Span> without_clause(const Sentence& s, Span span)
{
    constexpr std::string_view of = "的";
    const std::string_view words = s.host.words(span);
    const std::size_t last = words.rfind(of);
    if (last == std::string_view::npos || names_trade(s.lexicon, words))
        return span;
    const std::string_view head = words.substr(last + of.size());
    if (head.empty())
        return std::nullopt;
    const bool role = s.lexicon.has("person-noun", head) || ends_with(s, "body-noun", head)
                      || ending(s.lexicon, "document-noun", head) != 0;
    return role && text::code_points(words) <= longest_name ? span : Span{span.begin + last + of.size(), span.end};
}

/// 这就是林海所说的, 北港的: the noun without what only leads to it.
Span without_lead(const Sentence& s, Span span)
{
    constexpr std::string_view of = "的";
    const std::size_t lead = s.lexicon.match("equation", s.host.words(span), 0);
    if (lead < span.size())
        span.begin += lead;
    if (s.host.words(span).starts_with(of) && span.size() > of.size())
        span.begin += of.size();
    return span;
}

/// Where the noun ends. A relative clause before it may hold what looks like its predicate: 北港的林海.
std::size_t end_of_noun(const Sentence& s, std::string_view words)
{
    constexpr std::string_view of = "的";
    const std::size_t end = noun_size(s.lexicon, words);
    const std::size_t last = words.rfind(of);
    if (last == std::string_view::npos || end >= last || last + of.size() >= words.size()
        || s.lexicon.match("aspect", words, end + text::code_point_size(words, end)) != 0
        || names_person(s.lexicon, words.substr(0, end)))
        return end;
    const std::size_t head = last + of.size();
    const std::size_t size = noun_size(s.lexicon, words.substr(head));
    return size == 0 ? end : head + size;
}

/// The words of a subject in a noun chunk: without dates, without a relative clause, cut before the predicate.
std::optional<Span> name_in(const Sentence& s, std::size_t i)
{
    Span span = without_lead(s, without_dates(s, s.chunk(i).span));
    const std::string_view whole = s.host.words(span);
    const bool office = s.is(i + 1, ChunkKind::cue) && ending(s.lexicon, "office", whole) != 0;
    if (!office)
        span.end = span.begin + end_of_noun(s, whole);
    const auto named = without_clause(s, without_place(s, span));
    if (!named || named->empty())
        return std::nullopt;
    span = *named;
    const std::string_view words = s.host.words(span);
    const std::size_t characters = text::code_points(words);
    if (is_full_name(s.lexicon, words) && s.is(i + 1, ChunkKind::cue))
        return span; // 李向前说
    if (characters > longest_name || s.lexicon.has("place-noun", words) || s.lexicon.has("thing-noun", words)
        || ends_with(s, "time-noun", words) || ending(s.lexicon, "clause-ending", words) != 0
        || ending(s.lexicon, "location-ending", words) != 0
        || (ends_with(s, "no-speaker-noun", words) && !ends_with(s, "person-noun", words)))
        return std::nullopt;
    const bool surname = s.lexicon.has("surname", words) && span.end == s.chunk(i).span.end
                         && (s.is(i + 1, ChunkKind::cue) || s.is(i + 1, ChunkKind::adverb));
    if (characters == 1 && !s.lexicon.has("person-noun", words) && !s.lexicon.has("document-noun", words) && !surname)
        return std::nullopt;
    return span;
}

} // namespace

std::optional<Speaker> speaker_at(const Sentence& s, std::size_t i)
{
    Speaker speaker;
    speaker.first = speaker.last = i;
    speaker.span = s.chunk(i).span;
    if (s.is(i, ChunkKind::pronoun)) {
        // 他母亲 is not he
        speaker.pronoun = true;
        return speaker;
    }
    if (s.is(i, ChunkKind::quotation)) {
        if (!s.is_name_at(i))
            return std::nullopt;
        speaker.title = s.ordinal_at(i);
        return speaker;
    }
    if (!s.is(i, ChunkKind::noun_phrase))
        return std::nullopt;
    const auto span = name_in(s, i);
    if (!span)
        return std::nullopt;
    speaker.span = *span;
    return speaker;
}

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

} // namespace

namespace {

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

/// 他, 他母亲.
std::optional<Speaker> pronoun_at(const Sentence& s, std::size_t i, std::size_t end)
{
    if (i + 1 < end && s.is(i + 1, ChunkKind::noun_phrase)) {
        auto speaker = speaker_at(s, i + 1);
        if (speaker && ends_with(s, "person-noun", s.host.words(speaker->span))
            && speaker->span.begin == s.chunk(i + 1).span.begin) {
            speaker->first = i;
            speaker->span.begin = s.chunk(i).span.begin;
            return speaker;
        }
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
