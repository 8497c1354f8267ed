// SPDX-License-Identifier: Apache-2.0
// Frames of host sentences in Han characters: S 在…上 V：Q, Q，S V, 据 S 报道, 称 X 为 Q, 用 S 的话说.
#include "extract/frame_han.hpp"
#include "extract/noun_han.hpp"
#include "extract/speaker_han.hpp"
#include "extract/subject_han.hpp"
#include "extract/telling_han.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

using han::beat_before;
using han::beat_between;
using han::cited_between;
using han::closing_of;
using han::ending;
using han::frame_of_indirect;
using han::may_speak;
using han::names_trade;
using han::part_start;
using han::speaker_at;
using han::subject_of;
using han::telling_at;
using syntax::ChunkKind;

constexpr std::size_t furthest = 14;       // chunks between cue and quotation
constexpr std::size_t short_quotation = 6; // characters; shorter ones are mostly terms

/// Of "被人们称为" the words between the passive marker and the cue; an empty span where nobody is named.
std::optional<Span> passive_agent(const Sentence& s, std::size_t cue)
{
    constexpr std::string_view by = "被";
    std::size_t begin = cue;
    while (begin > 0 && !s.is(begin - 1, ChunkKind::mark))
        --begin;
    const Span clause{s.chunk(begin).span.begin, s.chunk(cue).span.begin};
    const std::size_t at = s.host.words(clause).rfind(by);
    return at == std::string_view::npos ? std::nullopt : std::optional(Span{clause.begin + at + by.size(), clause.end});
}

/// 修改了党章，增写：the document behind a verb of amending.
std::optional<Span> amended(const Sentence& s, std::size_t from, std::size_t cue)
{
    for (std::size_t i = from; i < cue; ++i) {
        if (!s.is(i, ChunkKind::noun_phrase))
            continue;
        const std::string_view words = s.words(i);
        for (const std::string& verb : s.lexicon.entries("amend")) {
            const std::size_t at = words.find(verb);
            if (at == std::string_view::npos)
                continue;
            constexpr std::string_view done = "了";
            std::size_t begin = at + verb.size();
            if (words.substr(begin).starts_with(done))
                begin += done.size();
            const std::string_view object = words.substr(begin);
            if (s.lexicon.has("document-noun", object) || ending(s.lexicon, "document-noun", object) != 0)
                return Span{s.chunk(i).span.begin + begin, s.chunk(i).span.end};
        }
    }
    return std::nullopt;
}

/// 认为，要“…”: nothing but a comma and adverbs between.
bool only_adverbs(const Sentence& s, std::size_t cue, std::size_t quotation)
{
    bool comma = false;
    for (std::size_t i = cue + 1; i < quotation; ++i) {
        if (!s.is_mark(i, "，,") && !s.is(i, ChunkKind::adverb) && !s.lexicon.has("auxiliary", s.words(i)))
            return false;
        comma = comma || s.is_mark(i, "，,");
    }
    return comma;
}

/// 林海：“走吧。”: a name, a colon and a sentence in marks are the whole line.
std::optional<Frame> frame_of_label(const Sentence& s, std::size_t ordinal)
{
    if (s.size() != 3 || s.host.at[ordinal] != 2 || !s.is_mark(1, "：:") || !s.is(0, ChunkKind::noun_phrase)
        || ordinal >= s.host.closing.size())
        return std::nullopt;
    constexpr std::u32string_view stops = U"。！？…—";
    const std::string_view words = s.words(0);
    const std::size_t characters = text::code_points(words);
    const std::size_t surname = s.lexicon.match("surname", words, 0);
    const std::size_t given = text::code_points(words.substr(surname));
    // 港务局局长王明：
    std::size_t office = 0;
    for (std::size_t at = 0; at < words.size(); at += text::code_point_size(words, at))
        if (const std::size_t noun = s.lexicon.match("person-noun", words, at); noun > 3)
            office = at + noun;
    const bool with_office = office != 0 && office < words.size() && han::is_full_name(s.lexicon, words.substr(office));
    const bool name = (surname != 0 && given >= 1 && given <= 2) || (words.find("·") != std::string_view::npos)
                      || (surname != 0 && characters > 2 && ending(s.lexicon, "title", words) != 0) || with_office
                      || s.lexicon.has("person-noun", words);
    if (!name || stops.find(s.host.closing[ordinal]) == std::u32string_view::npos || s.lexicon.has("time-noun", words)
        || s.lexicon.has("no-speaker-noun", words) || s.lexicon.has("document-noun", words)
        || s.lexicon.has("event-noun", words) || s.lexicon.has("compound", words))
        return std::nullopt;
    Speaker speaker;
    speaker.span = s.chunk(0).span;
    return introduced_without_cue(0, std::move(speaker));
}

bool begins_with_of(const Sentence& s, std::size_t i)
{
    constexpr std::string_view of = "的";
    return i < s.size() && s.words(i).starts_with(of);
}

bool in_earlier_clause(const Sentence& s, const Speaker& speaker, std::size_t cue)
{
    for (std::size_t i = speaker.last; i < cue; ++i)
        if (s.is_mark(i, "，,"))
            return true;
    return false;
}

/// 表示“港口不会出售”。: a verb of speech directly before words that end its clause, however few they are.
bool says_directly(const Sentence& s, std::size_t cue, std::size_t quotation)
{
    const std::string& cue_class = s.chunk(cue).word_class;
    const std::size_t next = quotation + 1;
    return cue + 1 == quotation
           && (cue_class == "say" || cue_class == "state" || cue_class == "add" || cue_class == "warn")
           && s.lexicon.match("auxiliary", s.words(cue), 0) == 0 // 他会说“海话”: a tongue
           && !(cue > 0 && s.lexicon.has("auxiliary", s.words(cue - 1)))
           && (next >= s.size() || s.is_mark(next, "，。！？；,.!?;"));
}

std::optional<Frame> frame_left(const Sentence& s, std::size_t quotation, std::size_t characters)
{
    const std::size_t from = part_start(s, quotation);
    std::size_t i = quotation;
    bool introduced = false;
    while (i > from && (s.is_mark(i - 1, "：:，,—") || s.is_mark(i - 1, " "))) {
        --i;
        introduced = true;
    }
    const bool as =
        !introduced && i > from && s.is(i - 1, ChunkKind::preposition) && s.lexicon.has("as", s.words(i - 1));
    std::size_t between = 0;
    std::size_t commas = 0;
    constexpr std::string_view of = "的";
    for (; i > from && between <= furthest; --i, ++between) {
        const std::size_t cue = i - 1;
        if (s.is_mark(cue, "，,") && !introduced && (++commas > 1 || (between > 3 && characters <= short_quotation)))
            return std::nullopt;
        if (!s.is(cue, ChunkKind::cue)
            || (cue > from && s.words(cue - 1).ends_with(of) && !names_trade(s.lexicon, s.words(cue - 1))
                && !s.lexicon.has("plain-cue", s.words(cue)))) // 他的评论, but 慢吞吞的说
            continue;
        std::string cue_class = s.chunk(cue).word_class;
        if (as && between > 0 && cue_class == "state")
            cue_class = "call"; // 称港口为“…”
        const bool names = cue_class == "call" || cue_class == "define";
        if (names && cue > from && han::ends_with(s, "purpose", s.words(cue - 1)))
            return std::nullopt; // 用什么词来称呼“……”
        const bool direct = between == 0;
        const bool speech = cue_class == "say" || cue_class == "write" || cue_class == "state" || cue_class == "add"
                            || cue_class == "warn";
        const bool indirect = speech && characters > short_quotation && commas <= 1 // 表示，中方“…”
                              && (direct || !s.is(quotation + 1, ChunkKind::noun_phrase));
        const bool holds_that =
            cue_class == "believe" && characters > short_quotation && only_adverbs(s, cue, quotation);
        if (!introduced && !names && !direct && !indirect && !holds_that)
            return std::nullopt;
        if (!introduced && characters <= short_quotation && !names && !says_directly(s, cue, quotation))
            return std::nullopt;
        if (cue_class == "believe" && !introduced && !holds_that && !(direct && characters > short_quotation))
            return std::nullopt;
        // 称之为“灰水”的火山: the name of a thing; 显示，“袁”某: a word of the clause
        if (characters <= short_quotation
            && ((names && direct && begins_with_of(s, quotation + 1))
                || (introduced && !s.is_mark(quotation - 1, "：:") && quotation + 1 < s.size()
                    && !s.is(quotation + 1, ChunkKind::mark))))
            return std::nullopt;
        if (introduced && !direct && between > 4)
            return std::nullopt;
        if (cue_class == "believe" && !introduced && begins_with_of(s, quotation + 1))
            return std::nullopt; // 认为“不该说”的话
        auto speaker = cited_between(s, cue, quotation - (introduced ? 1 : 0));
        if (!speaker && cue >= from + 2)
            speaker = cited_between(s, cue - 2, cue);
        if (!speaker)
            speaker = subject_of(s, cue, from);
        if (!speaker || (cue_class == "believe" && !introduced && in_earlier_clause(s, *speaker, cue)))
            return std::nullopt;
        if (const auto by = names ? passive_agent(s, cue) : std::nullopt) {
            if (by->empty())
                return std::nullopt; // 港口被称为
            speaker->span = *by;
            speaker->title.reset();
        }
        Frame frame;
        frame.cue = cue;
        frame.cue_span = s.chunk(cue).span;
        frame.cue_class = cue_class;
        frame.speaker = speaker;
        frame.introduced = introduced;
        frame.document = amended(s, from, cue);
        return frame;
    }
    return std::nullopt;
}

constexpr std::u32string_view stops = U"。！？…—，,";

/// 没说, but 不禁说: a negation among what stands before the verb.
bool is_negated(const Sentence& s, std::size_t cue)
{
    const std::string_view words = s.host.words({s.chunk(cue).span.begin, s.chunk(cue).head.begin});
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t adverb = s.lexicon.match("adverb", words, at);
        const std::size_t negation = s.lexicon.match("negation", words, at);
        if (negation > adverb)
            return true;
        at += std::max(adverb, text::code_point_size(words, at));
    }
    return false;
}

/// “走吧。”林海说, “走吧。”林海站起来，低声说, “走吧”，林海回答他.
std::optional<Frame> frame_right(const Sentence& s, std::size_t quotation)
{
    const bool closed = stops.find(closing_of(s, quotation)) != std::u32string_view::npos;
    const bool comma = s.is_mark(quotation + 1, "，,");
    const std::size_t start = quotation + (comma ? 2 : 1);
    if (begins_with_of(s, start) || (!closed && s.is_name_at(quotation) && s.is(start, ChunkKind::noun_phrase)))
        return std::nullopt; // “北港气象局”发言人林海说
    const auto telling = telling_at(s.host.chunks, s.host.text, s.lexicon, start, closed,
                                    [&](std::size_t i) { return s.is_title_at(i); });
    if (!telling)
        return std::nullopt;
    const syntax::Chunk& cue = s.chunk(telling->cue);
    if (is_negated(s, telling->cue))
        return std::nullopt; // 她还没说完
    const bool more = s.is_mark(telling->end, "，,") && telling->end + 1 < s.size();
    if (more && !s.is(telling->end + 1, ChunkKind::quotation) && cue.word_class == "believe")
        return std::nullopt;
    auto speaker = subject_of(s, telling->cue, start);
    if (!speaker || speaker->first < start)
        return std::nullopt;
    // The words are a part of the sentence, or the verb stands in a later clause: only who surely speaks.
    bool apart = closed || comma || quotation == 0 || s.is(quotation - 1, ChunkKind::mark);
    for (std::size_t i = speaker->last; i < telling->cue; ++i)
        apart = apart && !s.is_mark(i, "，,");
    if (!apart && !may_speak(s, *speaker))
        return std::nullopt;
    Frame frame;
    frame.side = Side::after;
    frame.cue = telling->cue;
    frame.cue_span = cue.span;
    frame.cue_class = cue.word_class;
    frame.speaker = speaker;
    frame.end = telling->end;
    return frame;
}

} // namespace

char32_t han::closing_of(const Sentence& s, std::size_t quotation)
{
    const auto ordinal = s.ordinal_at(quotation);
    return ordinal && *ordinal < s.host.closing.size() ? s.host.closing[*ordinal] : U'\0';
}

std::size_t han::part_start(const Sentence& s, std::size_t before)
{
    constexpr std::size_t longest_part = 80; // chunks
    const std::size_t limit = before > longest_part ? before - longest_part : 0;
    for (std::size_t i = before; i-- > limit;)
        if (s.is_mark(i, "；。！？")
            || (s.is(i, ChunkKind::quotation) && !s.is_name_at(i)
                && stops.find(closing_of(s, i)) != std::u32string_view::npos))
            return i + 1; // a word in marks is a part of the clause
    return limit;
}

std::optional<Frame> frame_han(const Sentence& s, std::size_t ordinal)
{
    const std::size_t quotation = s.host.at[ordinal];
    const Span marked = s.host.quotations[ordinal].span;
    const std::size_t characters = marked.size() / 3;
    if (auto label = frame_of_label(s, ordinal))
        return label;
    if (auto clause = han::frame_of_what_is_said(s, quotation); clause && characters > short_quotation + 2)
        return clause;
    if (auto left = frame_left(s, quotation, characters > 2 ? characters - 2 : 0))
        return left;
    if (auto sound = han::frame_of_sound(s, quotation))
        return sound;
    if (auto voice = han::frame_of_voice(s, quotation))
        return voice;
    if (auto right = frame_right(s, quotation); right && !s.is_mark(quotation - 1, "：:"))
        return right;
    if (auto beat = beat_before(s, quotation))
        return beat;
    if (auto right = frame_right(s, quotation))
        return right;
    if (auto beat = beat_between(s, quotation))
        return beat;
    if (auto noun = han::frame_of_noun(s, quotation); noun && characters > short_quotation)
        return noun;
    if (auto answer = han::frame_of_answer(s, quotation))
        return answer;
    if (quotation > 0 && (characters > short_quotation || han::stands_free(s, quotation)))
        if (auto according = han::according_to(s, part_start(s, quotation), quotation))
            return according;
    return frame_of_indirect(s, quotation);
}

std::optional<Frame> frame_behind_han(const Sentence& s, std::size_t ordinal)
{
    return frame_right(s, s.host.at[ordinal]);
}

} // namespace verbatim::extract
