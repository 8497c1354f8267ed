// SPDX-License-Identifier: Apache-2.0
// Frames of host sentences in Han characters whose cue is no verb of the clause: 据林海说, 用林海的话说, 林海所说的,
// 林海的名言, 引述林海的话.
#include "extract/frame_han.hpp"
#include "extract/noun_han.hpp"
#include "extract/speaker_han.hpp"
#include "extract/subject_han.hpp"
#include "text/text.hpp"

namespace verbatim::extract::han {

using syntax::ChunkKind;

std::optional<Frame> according_to(const Sentence& s, std::size_t from, std::size_t quotation)
{
    for (std::size_t i = from; i < quotation; ++i) {
        // 在林海看来
        const bool viewed = s.is(i, ChunkKind::preposition) && s.lexicon.has("event-preposition", s.words(i));
        if ((!s.is(i, ChunkKind::according_to) && !viewed) || i + 1 >= quotation)
            continue;
        auto speaker = viewed ? std::nullopt : speaker_at(s, i + 1);
        const std::size_t words = s.is(i + 1, ChunkKind::noun_phrase)
                                      ? ending(s.lexicon, viewed ? "in-view" : "in-words", s.words(i + 1))
                                      : 0;
        if (words != 0) {
            Span span = s.chunk(i + 1).span;
            span.end -= words;
            speaker = Speaker{};
            speaker->first = speaker->last = i + 1;
            speaker->span = span;
        }
        const bool cue = s.is(i + 2, ChunkKind::cue) && i + 2 < quotation && s.chunk(i + 2).word_class != "call";
        // 根据报告，
        const bool document =
            speaker && i == from && s.is_mark(i + 2, "，,") && ends_with(s, "document-noun", s.words(i + 1));
        if (!speaker || (!cue && !document && words == 0))
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

/// 渔民所说的“…”: what they say.
std::optional<Frame> frame_of_what_is_said(const Sentence& s, std::size_t quotation)
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

std::optional<Speaker> cited_between(const Sentence& s, std::size_t quoting, std::size_t end)
{
    if (!s.is(quoting, ChunkKind::cue) || s.chunk(quoting).word_class != "quote" || quoting + 2 != end
        || !s.is(quoting + 1, ChunkKind::noun_phrase))
        return std::nullopt;
    const std::size_t words = ending(s.lexicon, "in-words", s.words(quoting + 1));
    if (words == 0)
        return s.is(end, ChunkKind::cue) ? speaker_at(s, quoting + 1) : std::nullopt; // 引述王明说
    Speaker speaker;
    speaker.first = speaker.last = quoting + 1;
    speaker.span = s.chunk(quoting + 1).span;
    speaker.span.end -= words;
    return speaker;
}

} // namespace verbatim::extract::han
