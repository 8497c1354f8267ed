// SPDX-License-Identifier: Apache-2.0
#include "extract/adverbials.hpp"

#include "extract/speakers.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

using syntax::ChunkKind;

constexpr std::size_t longest_occasion = 24; // chunks

bool holds_event(const Sentence& s, std::string_view words)
{
    // congreso fundacional: adjectives stand behind their noun
    if (s.lexicon.frame() == "continental")
        for (std::size_t at = words.find(' '); at != std::string_view::npos; at = words.find(' ', at + 1))
            if (s.lexicon.match("event-noun", words, at + 1) > 0)
                return true;
    // the head of "the 8th CPC National Congress" and of "the founding congress" stands last
    return s.lexicon.has("event-noun", head_word(words));
}

/// The words of a chunk; where the speaker's name runs on behind them, without it: At the meeting Lind said.
Span without_speaker(const Sentence& s, std::size_t i, const Frame& frame)
{
    Span span = s.chunk(i).span;
    if (frame.speaker && frame.speaker->span.begin > span.begin && frame.speaker->span.begin < span.end)
        span.end = frame.speaker->span.begin - 1;
    return span;
}

/// `at the preparatory meeting in 1956 for the 8th Congress`: from the noun behind the preposition to the clause's
/// mark.
std::optional<Span> occasion_european(const Sentence& s, std::size_t begin, std::size_t end, const Frame& frame)
{
    for (std::size_t i = begin; i + 1 < end; ++i) {
        // in his report to the Second Congress
        const bool delivered = i > begin && s.is(i, ChunkKind::preposition) && s.is(i - 1, ChunkKind::noun_phrase)
                               && s.lexicon.has("delivered-to", s.words(i))
                               && s.lexicon.has("delivered", head_word(s.words(i - 1)));
        const bool leads = delivered || s.lexicon.has("occasion-preposition", s.words(i));
        // lors du congrès fondateur: the article is part of the preposition
        const bool contracted = s.lexicon.frame() == "continental" && s.is(i + 1, ChunkKind::word)
                                && s.lexicon.has("event-noun", s.words(i + 1));
        if (!s.is(i, ChunkKind::preposition) || !leads || (!s.is(i + 1, ChunkKind::noun_phrase) && !contracted))
            continue;
        const Span noun_phrase = without_speaker(s, i + 1, frame);
        if (!contracted && !holds_event(s, s.host.words(noun_phrase)))
            continue;
        if (noun_phrase != s.chunk(i + 1).span)
            return noun_phrase;
        std::size_t last = i + 1;
        for (std::size_t at = i + 2; at < end && at < i + longest_occasion; ++at) {
            const bool adjective = contracted && s.is(at, ChunkKind::word) && at == last + 1; // congrès fondateur
            const bool noun = s.is(at, ChunkKind::noun_phrase) || s.is(at, ChunkKind::time)
                              || s.is(at, ChunkKind::number) || adjective;
            if ((noun && s.is(at - 1, ChunkKind::noun_phrase)) || (frame.speaker && at == frame.speaker->first))
                break; // the subject: At the congress Okoro said
            if (noun) {
                last = at;
                continue;
            }
            const bool joins = s.is(at, ChunkKind::preposition) || s.is(at, ChunkKind::coordinator)
                               || (s.is(at, ChunkKind::verb) && s.lexicon.frame() != "continental"
                                   && (s.is(at + 1, ChunkKind::noun_phrase) || s.is(at + 1, ChunkKind::preposition)));
            if (!joins || s.is(at, ChunkKind::cue))
                break;
        }
        return Span{s.chunk(i + 1).span.begin, s.chunk(last).span.end};
    }
    return std::nullopt;
}

std::optional<Span> occasion_han(const Sentence& s, std::size_t begin, std::size_t end)
{
    for (std::size_t i = begin; i + 1 < end; ++i) {
        if (!s.is(i, ChunkKind::preposition) || !s.lexicon.has("event-preposition", s.words(i)))
            continue;
        for (std::size_t at = i + 1; at < end && !s.is(at, ChunkKind::mark) && !s.is(at, ChunkKind::cue); ++at) {
            const std::string_view words = s.words(at);
            for (const std::string& ending : s.lexicon.entries("event-ending")) {
                if (!words.ends_with(ending))
                    continue;
                const Span span{s.chunk(i + 1).span.begin, s.chunk(at).span.end - ending.size()};
                const std::string_view event = s.host.words(span);
                for (const std::string& noun : s.lexicon.entries("event-noun"))
                    if (event.size() > noun.size() && event.ends_with(noun))
                        return span;
            }
        }
    }
    return std::nullopt;
}

/// Bytes of the clause opened by after, before, since: its dates are not those of the words.
bool in_time_clause(const Sentence& s, Span span)
{
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s.chunk(i).span.begin >= span.begin)
            return false;
        if (!s.lexicon.has("excluding-conjunction", s.words(i)))
            continue;
        std::size_t end = i;
        while (end < s.size() && !s.is_mark(end, ",，;；:：") && !s.is(end, ChunkKind::quotation))
            ++end;
        const std::size_t byte = end < s.size() ? s.chunk(end).span.begin : s.host.text.size();
        if (span.begin < byte)
            return true;
    }
    return false;
}

/// `In 2005, Veld wrote that Lind had said`: the date is of who reports, whose own cue stands before the speaker.
bool is_of_reporter(const Sentence& s, Span date, const Frame& frame)
{
    if (!frame.speaker || frame.cue >= s.size() || frame.cue < frame.speaker->first
        || date.begin >= frame.speaker->span.begin)
        return false;
    for (std::size_t i = 1; i < frame.speaker->first; ++i)
        if (s.is(i, ChunkKind::cue) && (s.is(i - 1, ChunkKind::noun_phrase) || s.is(i - 1, ChunkKind::pronoun)))
            return true;
    return false;
}

} // namespace

std::optional<std::string> sole_date(const Host& host, const syntax::Lexicon& lexicon)
{
    const auto dates = text::dates(host.text, lexicon.language());
    if (dates.size() != 1)
        return std::nullopt;
    return dates.front().edtf;
}

Adverbials adverbials(const Sentence& s, const Frame& frame)
{
    Adverbials found;
    const bool han = s.lexicon.frame() == "han";
    // The sentence part of the frame: from the last quotation before it to the next one behind it, titles left aside.
    std::size_t begin = std::min(frame.cue, s.size());
    std::size_t end = begin;
    const auto bounds = [&](std::size_t i) {
        if (s.is_mark(i, ";；"))
            return true;
        if (!s.is(i, ChunkKind::quotation))
            return false;
        return !s.is_title_at(i);
    };
    while (begin > 0 && !bounds(begin - 1))
        --begin;
    while (end < s.size() && !bounds(end))
        ++end;
    found.occasion = han ? occasion_han(s, begin, end) : occasion_european(s, begin, end, frame);
    if (found.occasion && in_time_clause(s, *found.occasion))
        found.occasion.reset();

    std::vector<text::DateMention> dates;
    const Span part{begin < s.size() ? s.chunk(begin).span.begin : 0,
                    end < s.size() ? s.chunk(end).span.begin : s.host.text.size()};
    for (text::DateMention& date : text::dates(s.host.words(part), s.lexicon.language())) {
        date.span = {date.span.begin + part.begin, date.span.end + part.begin};
        const bool of_life = han && s.lexicon.match("excluding-behind", s.host.text, date.span.end) != 0;
        if (!of_life && !in_time_clause(s, date.span) && !is_of_reporter(s, date.span, frame))
            dates.push_back(std::move(date));
    }
    const auto in_occasion = std::find_if(dates.begin(), dates.end(), [&](const text::DateMention& date) {
        return found.occasion && found.occasion->contains(date.span);
    });
    if (in_occasion != dates.end())
        found.date = in_occasion->edtf;
    else if (dates.size() == 1)
        found.date = dates.front().edtf;
    else if (!dates.empty() && frame.speaker && dates.front().span.end <= frame.speaker->span.begin
             && dates[1].span.begin > frame.speaker->span.end)
        found.date = dates.front().edtf; // In March 1956, Okoro said that by 1960 …

    if (!found.date) {
        if (found.occasion) {
            const std::string_view words = s.host.words(*found.occasion);
            found.points_back =
                s.lexicon.match("article", words, 0) != 0 && s.lexicon.has("pointing-back", head_word(words));
        }
        for (std::size_t i = begin; i < end && !found.points_back; ++i) {
            const std::string_view words = s.words(i);
            found.points_back =
                s.lexicon.has("pointing-back", words)
                || (han
                    && std::any_of(
                        s.lexicon.entries("pointing-back").begin(), s.lexicon.entries("pointing-back").end(),
                        [&](const std::string& entry) { return s.is(i, ChunkKind::noun_phrase) && words == entry; }));
        }
    }
    return found;
}

std::optional<TextSpan> title_in(const Reading& reading, const Sentence& s, const Frame& frame)
{
    constexpr std::size_t most = 64; // strings before the cue: a sentence of more names no work in front of them all
    const auto behind =
        static_cast<std::size_t>(std::upper_bound(s.host.at.begin(), s.host.at.end(), frame.cue) - s.host.at.begin());
    for (std::size_t k = behind - std::min(behind, most); k < behind; ++k) {
        const std::size_t at = s.host.at[k];
        // In his article "Grey Water"
        const bool named = at >= 2 && s.is(at - 1, ChunkKind::noun_phrase)
                           && s.lexicon.has("document-noun", head_word(s.words(at - 1)));
        const std::size_t preposition = named ? 2 : 1; // chunks before the title
        if (at < preposition || !s.is(at - preposition, ChunkKind::preposition)
            || s.lexicon.has("noun-preposition", s.words(at - preposition))) // the author of "Grey Water"
            continue;
        if (s.is_title(s.host.quotations[k].quotation))
            return title_words(reading.quotations[s.host.quotations[k].quotation]);
    }
    return std::nullopt;
}

} // namespace verbatim::extract
