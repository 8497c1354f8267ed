// SPDX-License-Identifier: Apache-2.0
// Frames without a verb of speech: a colon or a comma between what somebody does and the words in marks.
#include "extract/frame_han.hpp"
#include "extract/subject_han.hpp"

namespace verbatim::extract::han {
namespace {

using syntax::ChunkKind;

constexpr std::u32string_view sentence_stops = U"。！？…—";

/// Who acts between two chunks, where no verb of speech tells it but a colon or a comma beside the words; nobody where
/// they are read, heard or remembered.
std::optional<Frame> frame_of_beat(const Sentence& s, std::size_t from, std::size_t end)
{
    if (from >= end)
        return std::nullopt;
    const std::string_view words = s.host.words({s.chunk(from).span.begin, s.chunk(end - 1).span.end});
    if (han::tells_what_is_shown(s, words))
        return std::nullopt; // 墙上贴着：, 他看见：
    auto speaker = acting_before(s, from, end);
    if (!speaker || !may_speak(s, *speaker) || s.lexicon.has("no-source", s.host.words(speaker->span)))
        return std::nullopt;
    const std::size_t last = speaker->last;
    return introduced_without_cue(last, std::move(*speaker));
}

} // namespace

/// 林海把茶碗一顿：“走！”, 林海站起来，“走吧。”
std::optional<Frame> beat_before(const Sentence& s, std::size_t quotation)
{
    if (quotation < 2 || !s.is_mark(quotation - 1, "：:，,")
        || sentence_stops.find(closing_of(s, quotation)) == std::u32string_view::npos)
        return std::nullopt;
    auto frame = frame_of_beat(s, part_start(s, quotation - 1), quotation - 1);
    if (!frame || s.is_mark(quotation - 1, "：:"))
        return frame;
    // Behind a comma the words may be a part of the clause.
    const syntax::Chunk& who = s.chunk(frame->speaker->first);
    const bool third = !frame->speaker->pronoun || who.word_class == "male" || who.word_class == "female";
    if (!third || frame->speaker->coordinated || s.is(quotation + 1, ChunkKind::noun_phrase))
        return std::nullopt;
    return frame;
}

/// “我看，”林海站起来，“不如现在就走。”: what he does stands between the parts.
std::optional<Frame> beat_between(const Sentence& s, std::size_t quotation)
{
    const char32_t last = closing_of(s, quotation);
    if (last != U'，' && last != U',')
        return std::nullopt;
    std::size_t end = quotation + 1;
    while (end < s.size() && !s.is(end, ChunkKind::quotation) && !s.is_mark(end, "。！？；：:"))
        ++end;
    if (!s.is(end, ChunkKind::quotation) || end < quotation + 3 || !s.is_mark(end - 1, "，,"))
        return std::nullopt;
    auto frame = frame_of_beat(s, quotation + 1, end - 1);
    if (!frame)
        return std::nullopt;
    frame->side = Side::after;
    frame->introduced = false;
    frame->end = end - 1;
    return frame;
}

} // namespace verbatim::extract::han
