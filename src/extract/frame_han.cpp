// SPDX-License-Identifier: Apache-2.0
// Frames of host sentences in Han characters: S 在…上 V：Q, Q，S V, 据 S 报道, 称 X 为 Q, 用 S 的话说.
#include "extract/frame_han.hpp"
#include "extract/noun_han.hpp"
#include "extract/subject_han.hpp"
#include "extract/telling_han.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

using han::beat_before;
using han::beat_between;
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

std::optional<Frame> according_to(const Sentence& s, std::size_t from, std::size_t quotation)
{
    for (std::size_t i = from; i < quotation; ++i) {
        if (!s.is(i, ChunkKind::according_to) || i + 1 >= quotation)
            continue;
        auto speaker = speaker_at(s, i + 1);
        const std::size_t words =
            s.is(i + 1, ChunkKind::noun_phrase) ? ending(s.lexicon, "in-words", s.words(i + 1)) : 0;
        if (words != 0) {
            Span span = s.chunk(i + 1).span;
            span.end -= words;
            speaker = Speaker{};
            speaker->first = speaker->last = i + 1;
            speaker->span = span;
        }
        const bool cue = s.is(i + 2, ChunkKind::cue) && i + 2 < quotation && s.chunk(i + 2).word_class != "call";
        if (!speaker || (!cue && words == 0))
            continue;
        Frame frame;
        frame.speaker = speaker;
        frame.cue = cue ? i + 2 : i;
        frame.cue_span = cue ? s.chunk(i + 2).span : s.chunk(i).span;
        frame.cue_class = cue ? s.chunk(i + 2).word_class : "say";
        frame.introduced = quotation > 0 && s.is_mark(quotation - 1, "，：,:");
        return frame;
    }
    return std::nullopt;
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
    const bool name = (surname != 0 && given >= 1 && given <= 2) || (words.find("·") != std::string_view::npos)
                      || (surname != 0 && characters > 2 && ending(s.lexicon, "title", words) != 0);
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

/// 渔民所说的“…”: what they say.
std::optional<Frame> frame_of_clause(const Sentence& s, std::size_t quotation)
{
    constexpr std::string_view what = "所";
    constexpr std::string_view of = "的";
    if (quotation < 3 || s.words(quotation - 1) != of || !s.is(quotation - 2, ChunkKind::cue)
        || !s.is(quotation - 3, ChunkKind::noun_phrase) || !s.words(quotation - 3).ends_with(what))
        return std::nullopt;
    Span span = s.chunk(quotation - 3).span;
    span.end -= what.size();
    for (const std::string& lead : s.lexicon.entries("equation"))
        if (s.host.words(span).starts_with(lead))
            span.begin += lead.size();
    if (text::code_points(s.host.words(span)) < 2 || s.lexicon.has("no-source", s.host.words(span)))
        return std::nullopt;
    Frame frame;
    frame.cue = quotation - 2;
    frame.cue_span = s.chunk(frame.cue).span;
    frame.cue_class = s.chunk(frame.cue).word_class;
    frame.speaker = Speaker{};
    frame.speaker->first = frame.speaker->last = quotation - 3;
    frame.speaker->span = span;
    return frame;
}

bool ends_in(const Sentence& s, std::string_view word_class, std::size_t i)
{
    return s.lexicon.has(word_class, s.words(i)) || ending(s.lexicon, word_class, s.words(i)) != 0;
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
        if (names && cue > from && ends_in(s, "purpose", cue - 1))
            return std::nullopt; // 用什么词来称呼“……”
        const bool direct = between == 0;
        const bool speech = cue_class == "say" || cue_class == "state" || cue_class == "add" || cue_class == "warn";
        const bool indirect = speech && characters > short_quotation && commas <= 1 // 表示，中方“…”
                              && (direct || !s.is(quotation + 1, ChunkKind::noun_phrase));
        const bool holds_that =
            cue_class == "believe" && characters > short_quotation && only_adverbs(s, cue, quotation);
        if (!introduced && !names && !direct && !indirect && !holds_that)
            return std::nullopt;
        if (!introduced && characters <= short_quotation && !names)
            return std::nullopt;
        if (cue_class == "believe" && !introduced && !holds_that)
            return std::nullopt;
        // 称之为“灰水”的火山: the name of a thing; 显示，“袁”某: a word of the clause
        if (characters <= short_quotation
            && ((names && direct && begins_with_of(s, quotation + 1))
                || (introduced && !s.is_mark(quotation - 1, "：:") && quotation + 1 < s.size()
                    && !s.is(quotation + 1, ChunkKind::mark))))
            return std::nullopt;
        if (introduced && !direct && between > 4)
            return std::nullopt;
        auto speaker = subject_of(s, cue, from);
        if (!speaker)
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

/// 奥科罗的名言“…”: a noun of speech with its owner, beside the quotation.
std::optional<Frame> frame_of_noun(const Sentence& s, std::size_t quotation)
{
    std::size_t i = quotation;
    bool introduced = false;
    if (i > 0 && s.is_mark(i - 1, "：:，,")) {
        introduced = true;
        --i;
    }
    if (i == 0 || !s.is(i - 1, ChunkKind::noun_phrase))
        return std::nullopt;
    const std::string_view words = s.words(i - 1);
    constexpr std::string_view of = "的";
    const std::size_t at = words.rfind(of);
    if (at == std::string_view::npos || at == 0)
        return std::nullopt;
    const auto cue_class = s.lexicon.class_in("cue-noun", words.substr(at + of.size()));
    const std::string_view owner = words.substr(0, at);
    if (!cue_class || owner.find(of) != std::string_view::npos || text::code_points(owner) < 2
        || text::code_points(owner) > 12 || s.lexicon.has("no-speaker-noun", owner))
        return std::nullopt;
    Frame frame;
    const Span span = s.chunk(i - 1).span;
    frame.speaker = Speaker{};
    frame.speaker->first = frame.speaker->last = i - 1;
    frame.speaker->span = {span.begin, span.begin + at};
    frame.cue = i - 1;
    frame.cue_span = {span.begin + at + of.size(), span.end};
    frame.cue_class = *cue_class;
    frame.introduced = introduced;
    return frame;
}

constexpr std::u32string_view stops = U"。！？…—，,";

/// “走吧。”林海说, “走吧。”林海站起来，低声说, “走吧”，林海回答他.
std::optional<Frame> frame_right(const Sentence& s, std::size_t quotation)
{
    const bool closed = stops.find(closing_of(s, quotation)) != std::u32string_view::npos;
    const bool comma = s.is_mark(quotation + 1, "，,");
    const std::size_t start = quotation + (comma ? 2 : 1);
    if (begins_with_of(s, start) || (!closed && s.is_name_at(quotation) && s.is(start, ChunkKind::noun_phrase)))
        return std::nullopt; // “北港气象局”发言人林海说
    const auto telling = telling_at(s.host.chunks, s.host.text, s.lexicon, start, closed);
    if (!telling)
        return std::nullopt;
    const syntax::Chunk& cue = s.chunk(telling->cue);
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
    if (auto clause = frame_of_clause(s, quotation); clause && characters > short_quotation + 2)
        return clause;
    if (auto left = frame_left(s, quotation, characters > 2 ? characters - 2 : 0))
        return left;
    if (auto right = frame_right(s, quotation); right && !s.is_mark(quotation - 1, "：:"))
        return right;
    if (auto beat = beat_before(s, quotation))
        return beat;
    if (auto right = frame_right(s, quotation))
        return right;
    if (auto beat = beat_between(s, quotation))
        return beat;
    if (auto noun = frame_of_noun(s, quotation); noun && characters > short_quotation)
        return noun;
    if (quotation > 0 && characters > short_quotation)
        if (auto according = according_to(s, part_start(s, quotation), quotation))
            return according;
    return frame_of_indirect(s, quotation);
}

std::optional<Frame> frame_behind_han(const Sentence& s, std::size_t ordinal)
{
    return frame_right(s, s.host.at[ordinal]);
}

} // namespace verbatim::extract
