// SPDX-License-Identifier: Apache-2.0
#include "extract/speaker_han.hpp"

#include "extract/noun_han.hpp"
#include "text/text.hpp"

namespace verbatim::extract::han {

using syntax::ChunkKind;

bool ends_with(const Sentence& s, std::string_view word_class, std::string_view words)
{
    return s.lexicon.has(word_class, words) || ending(s.lexicon, word_class, words) != 0;
}

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

} // namespace

std::optional<Span> name_in(const Sentence& s, std::size_t i)
{
    Span span = without_lead(s, without_dates(s, s.chunk(i).span));
    const std::string_view whole = s.host.words(span);
    constexpr std::string_view of = "的";
    if (whole.ends_with(of) && !names_trade(s.lexicon, whole)) {
        if (!s.lexicon.has("plain-cue", i + 1 < s.size() ? s.words(i + 1) : std::string_view{}))
            return std::nullopt;
        span.end = span.begin + before_manner(s.lexicon, whole.substr(0, whole.size() - of.size())); // 林海慢吞吞的说
        if (span.empty())
            return std::nullopt;
    }
    const bool office = s.is(i + 1, ChunkKind::cue) && ending(s.lexicon, "office", whole) != 0;
    if (!office)
        span.end = span.begin + end_of_noun(s, s.host.words(span));
    const auto named = without_clause(s, without_place(s, span));
    if (!named || named->empty())
        return std::nullopt;
    span = *named;
    const std::string_view words = s.host.words(span);
    const std::size_t characters = text::code_points(words);
    if (s.lexicon.has("person-prefix", words) && span.end != s.chunk(i).span.end)
        return std::nullopt; // 一个|声音
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

} // namespace verbatim::extract::han
