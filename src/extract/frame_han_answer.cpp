// SPDX-License-Identifier: Apache-2.0
// 林海的回答很简单：“不会。”, 他的评价是：“……”: a noun of speech with its owner is the subject, and a colon brings the
// words.
#include "extract/frame_han.hpp"
#include "extract/noun_han.hpp"
#include "extract/subject_han.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract::han {
namespace {

using syntax::ChunkKind;

constexpr std::size_t longest_owner = 12; // characters
constexpr std::string_view of = "的";

/// 是, 很简单, 只有两个字: what may stand between the noun and the colon.
bool tells_manner(const syntax::Lexicon& lexicon, std::string_view words)
{
    while (!lexicon.has("speech-manner", words)) {
        const std::size_t degree = std::max(lexicon.match("kind.degree", words, 0), lexicon.match("adverb", words, 0));
        if (degree == 0)
            return false;
        words.remove_prefix(degree);
    }
    return true;
}

/// From where, or by what it is heard: 门外传来王明的声音 begins behind the last of these words.
std::size_t behind_hearing(const syntax::Lexicon& lexicon, std::string_view words)
{
    std::size_t begin = 0;
    for (std::size_t at = 0; at < words.size(); at += text::code_point_size(words, at))
        begin =
            std::max(begin, lexicon.match("sounding", words, at) == 0 ? 0 : at + lexicon.match("sounding", words, at));
    return begin;
}

/// 王明的声音从门外传来：, 门外传来王明的声音：: whose voice is heard.
std::optional<Span> owner_of_voice(const syntax::Lexicon& lexicon, std::string_view words)
{
    for (std::size_t at = words.find(of); at != std::string_view::npos; at = words.find(of, at + of.size())) {
        const std::size_t voice = lexicon.match("voice", words, at + of.size());
        if (voice == 0)
            continue;
        const std::size_t behind = at + of.size() + voice;
        if (behind < words.size() && behind_hearing(lexicon, words) != words.size())
            return std::nullopt;
        const Span owner{behind_hearing(lexicon, words.substr(0, at)), at};
        return owner.empty() ? std::nullopt : std::optional(owner);
    }
    return std::nullopt;
}

/// Where the clause begins whose colon brings the words; the quotation itself where none does.
std::size_t clause_before_colon(const Sentence& s, std::size_t quotation)
{
    if (quotation < 2 || !s.is_mark(quotation - 1, "：:"))
        return quotation;
    std::size_t first = quotation - 1;
    while (first > 0 && !s.is(first - 1, ChunkKind::mark) && !s.is(first - 1, ChunkKind::quotation))
        --first;
    return first;
}

} // namespace

std::optional<Frame> frame_of_sound(const Sentence& s, std::size_t quotation)
{
    if (quotation == 0 || quotation + 1 >= s.size() || s.lexicon.match("one-sound", s.words(quotation + 1), 0) == 0)
        return std::nullopt;
    auto speaker = subject_of(s, quotation, part_start(s, quotation));
    if (!speaker || !may_speak(s, *speaker))
        return std::nullopt;
    return introduced_without_cue(speaker->last, std::move(*speaker));
}

std::optional<Frame> frame_of_voice(const Sentence& s, std::size_t quotation)
{
    const std::size_t first = clause_before_colon(s, quotation);
    if (first == quotation)
        return std::nullopt;
    const Span clause{s.chunk(first).span.begin, s.chunk(quotation - 1).span.begin};
    const auto owner = clause.empty() ? std::nullopt : owner_of_voice(s.lexicon, s.host.words(clause));
    if (!owner)
        return std::nullopt;
    Speaker speaker;
    speaker.span = {clause.begin + owner->begin, clause.begin + owner->end};
    for (std::size_t i = first; i < quotation && s.chunk(i).span.begin <= speaker.span.begin; ++i)
        speaker.first = speaker.last = i;
    const std::string_view words = s.host.words(speaker.span);
    speaker.pronoun = s.is(speaker.first, ChunkKind::pronoun) && s.words(speaker.first) == words;
    if (!speaker.pronoun && !names_person(s.lexicon, words) && !s.is_told(words))
        return std::nullopt;
    return introduced_without_cue(speaker.first, std::move(speaker));
}

std::optional<Frame> frame_of_answer(const Sentence& s, std::size_t quotation)
{
    std::size_t first = clause_before_colon(s, quotation);
    if (first == quotation)
        return std::nullopt;
    while (s.is(first, ChunkKind::conjunction) || s.is(first, ChunkKind::adverb))
        ++first;
    const Span clause{s.chunk(first).span.begin, s.chunk(quotation - 1).span.begin};
    const std::string_view words = clause.empty() ? "" : s.host.words(clause);
    const std::size_t at = words.find(of);
    if (at == std::string_view::npos || at == 0)
        return std::nullopt;
    const std::string_view owner = words.substr(0, at);
    const std::size_t noun_begin = at + of.size();
    const std::size_t noun =
        std::max(s.lexicon.match("cue-noun", words, noun_begin), s.lexicon.match("speech-object", words, noun_begin));
    const bool pronoun = s.is(first, ChunkKind::pronoun) && s.chunk(first).span.size() == owner.size();
    if (noun == 0 || !tells_manner(s.lexicon, words.substr(noun_begin + noun))
        || !(pronoun || names_person(s.lexicon, owner) || ending(s.lexicon, "body-noun", owner) != 0)
        || text::code_points(owner) > longest_owner || s.lexicon.has("no-source", owner))
        return std::nullopt;
    Speaker speaker;
    speaker.first = speaker.last = first;
    speaker.span = {clause.begin, clause.begin + at};
    speaker.pronoun = pronoun;
    Frame frame = introduced_without_cue(first, std::move(speaker));
    frame.cue_span = {clause.begin + noun_begin, clause.begin + noun_begin + noun};
    return frame;
}

} // namespace verbatim::extract::han
