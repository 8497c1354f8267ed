// SPDX-License-Identifier: Apache-2.0
#include "extract/subject_han.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract::han {

using syntax::ChunkKind;

std::size_t ending(const Sentence& s, std::string_view word_class, std::string_view words)
{
    std::size_t longest = 0;
    for (const std::string& entry : s.lexicon.entries(word_class))
        if (words.size() > entry.size() && words.ends_with(entry))
            longest = std::max(longest, entry.size());
    return longest;
}

namespace {

constexpr std::size_t longest_name = 20; // characters of a subject

/// Bytes of a number with its unit of time at the end of the words: 3日.
std::size_t dated_ending(const Sentence& s, std::string_view words)
{
    const std::size_t unit = ending(s, "date-unit", words);
    std::size_t digits = 0;
    while (unit != 0 && digits + unit < words.size()
           && text::is_digit(static_cast<unsigned char>(words[words.size() - unit - digits - 1])))
        ++digits;
    return digits == 0 ? 0 : unit + digits;
}

/// The words of a subject in a noun chunk: without a leading date, without a relative clause, cut before the first
/// verb.
std::optional<Span> name_in(const Sentence& s, std::size_t i)
{
    Span span = s.chunk(i).span;
    std::string_view words = s.host.words(span);
    const auto dates = text::dates(words, "zh");
    if (!dates.empty() && dates.front().span.begin == 0) {
        span.begin += dates.front().span.end;
        words = s.host.words(span);
    }
    if (!dates.empty() && dates.back().span.begin != 0 && s.chunk(i).span.begin + dates.back().span.end == span.end) {
        span.end = s.chunk(i).span.begin + dates.back().span.begin; // 林奎斯特1956年在…
        words = s.host.words(span);
    }
    while (const std::size_t day = dated_ending(s, words)) { // 林海5月3日在…
        span.end -= day;
        words = s.host.words(span);
    }
    for (std::size_t at = 0; at < words.size(); at += text::code_point_size(words, at)) {
        if (at >= 6
            && (s.lexicon.match("verb", words, at) != 0 || s.lexicon.match("amend", words, at) != 0
                || s.lexicon.match("adopt", words, at) != 0)) {
            span.end = span.begin + at;
            words = s.host.words(span);
            break;
        }
    }
    for (const std::string& place : s.lexicon.entries("location-ending")) { // 小说里写道
        if (!words.ends_with(place))
            continue;
        const std::string_view noun = words.substr(0, words.size() - place.size());
        if (s.lexicon.has("document-noun", noun) || ending(s, "document-noun", noun) != 0) {
            span.end -= place.size();
            words = s.host.words(span);
            break;
        }
    }
    constexpr std::string_view of = "的";
    if (const std::size_t last = words.rfind(of); last != std::string_view::npos) {
        const std::string_view head = words.substr(last + of.size());
        if (head.empty())
            return std::nullopt;
        if (!s.lexicon.has("person-noun", head) && !s.lexicon.has("body-noun", head)
            && ending(s, "body-noun", head) == 0 && ending(s, "document-noun", head) == 0) {
            span.begin += last + of.size();
            words = s.host.words(span);
        }
    }
    if (words.empty() || text::code_points(words) < 1 || text::code_points(words) > longest_name)
        return std::nullopt;
    if (s.lexicon.has("time-noun", words) || s.lexicon.has("place-noun", words) || ending(s, "time-noun", words) != 0
        || ending(s, "clause-ending", words) != 0 || ending(s, "location-ending", words) != 0
        || s.lexicon.has("no-speaker-noun", words) || ending(s, "no-speaker-noun", words) != 0)
        return std::nullopt;
    if (text::code_points(words) == 1 && !s.lexicon.has("person-noun", words))
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
        || (last + 1 != cue && !s.is(last + 1, ChunkKind::adverb)))
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

/// The subject of the clause that the cue stands in; a clause without one takes the first of the sentence.
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
    for (std::size_t i = begin; i < cue; ++i) {
        if (s.is(i, ChunkKind::conjunction) || s.is(i, ChunkKind::adverb))
            continue;
        if (s.is(i, ChunkKind::preposition) || s.is(i, ChunkKind::according_to)) {
            ++i; // its noun
            while (i + 1 < cue
                   && ((s.is(i, ChunkKind::noun_phrase) && s.is(i + 1, ChunkKind::noun_phrase))
                       || (s.is(i, ChunkKind::quotation) && s.is(i + 1, ChunkKind::noun_phrase)))) // 在《灰水》一书中
                ++i;
            continue;
        }
        if (s.is(i, ChunkKind::pronoun) && i + 1 < cue && s.is(i + 1, ChunkKind::noun_phrase)) {
            if (auto speaker = speaker_at(s, i + 1);
                speaker
                && ending(s, "person-noun", s.words(i + 1)) + s.lexicon.has("person-noun", s.words(i + 1)) != 0) {
                speaker->first = i;
                speaker->span.begin = s.chunk(i).span.begin; // 他母亲
                return speaker;
            }
            return speaker_at(s, i);
        }
        auto speaker = speaker_at(s, i);
        if (!speaker)
            continue;
        if (i + 1 < cue && s.is_name_at(i + 1) && !s.is_title_at(i + 1))
            return speaker_at(s, i + 1); // 北港“气象局”在报告中提到
        join_nouns(s, cue, *speaker);
        if (s.is(i + 1, ChunkKind::coordinator) && i + 2 < cue && s.is(i + 2, ChunkKind::noun_phrase)) {
            if (const auto other = speaker_at(s, i + 2);
                other && i + 3 <= cue && (s.is(i + 3, ChunkKind::cue) || s.is(i + 3, ChunkKind::adverb))) {
                speaker->coordinated = true;
                speaker->last = i + 2;
                speaker->span.end = other->span.end;
            }
        }
        return speaker;
    }
    if (begin <= from || (begin == last && s.is(begin - 1, ChunkKind::quotation))) // “海鸥”表示
        return std::nullopt;
    // The clause has none: the first clause of the sentence that begins with a subject.
    std::size_t i = from;
    for (std::size_t clause = from; clause < begin; clause = i + 1) {
        i = clause;
        while (s.is(i, ChunkKind::conjunction) || s.is(i, ChunkKind::adverb))
            ++i;
        const bool verb_behind =
            s.is(i, ChunkKind::noun_phrase) && name_in(s, i).value_or(Span{}).end != s.chunk(i).span.end;
        const bool clause_goes_on = i + 1 < begin && !s.is(i + 1, ChunkKind::mark);
        if (i < begin
            && (s.is(i, ChunkKind::pronoun) || (s.is(i, ChunkKind::noun_phrase) && (verb_behind || clause_goes_on))))
            if (auto speaker = speaker_at(s, i))
                return speaker;
        while (i < begin && !s.is(i, ChunkKind::mark))
            ++i;
    }
    return std::nullopt;
}

} // namespace verbatim::extract::han
