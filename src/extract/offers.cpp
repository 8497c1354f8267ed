// SPDX-License-Identifier: Apache-2.0
#include "extract/offers.hpp"

#include "extract/subject.hpp"
#include "extract/subject_han.hpp"
#include "text/text.hpp"

namespace verbatim::extract {
namespace {

using syntax::ChunkKind;

constexpr std::size_t topic_sentences = 6;    // sentences that an implied source may lie back
constexpr std::size_t longest_sentence = 400; // chunks

/// `Lind was blunt. "…"`: the person who is the subject of the sentence directly before.
void imply_by_subject(Quotation& quotation, const Sentence& s, Speakers& speakers)
{
    if (s.lexicon.frame() == "han" || !s.is(0, ChunkKind::noun_phrase)
        || !(s.is(1, ChunkKind::auxiliary) || s.is(1, ChunkKind::verb) || s.is(1, ChunkKind::adverb)))
        return;
    const auto speaker = subject_ending(s, 0);
    if (!speaker)
        return;
    Attribution from;
    from.source = speakers.source_of(s, *speaker);
    if (from.source->person)
        offer(quotation, from, AttributionEvidence::implied);
}

std::optional<Speaker> speaker_before_han(const Sentence& s, std::size_t cue)
{
    if (cue == 0 || !s.is(cue - 1, ChunkKind::noun_phrase))
        return std::nullopt;
    Speaker speaker;
    speaker.first = speaker.last = cue - 1;
    speaker.span = s.chunk(cue - 1).span;
    return speaker;
}

} // namespace

void offer(Quotation& quotation, const Attribution& from, AttributionEvidence evidence)
{
    if (!from.source)
        return;
    quotation.attribution.source = from.source;
    quotation.attribution.evidence = evidence;
    if (evidence == AttributionEvidence::continued) {
        quotation.attribution.date = from.date;
        quotation.attribution.occasion = from.occasion;
        quotation.attribution.document = from.document;
    }
}

void tell_without_subject(Quotation& quotation, const Sentence& s, const Frame& frame, const Attribution* last)
{
    Attribution& attribution = quotation.attribution;
    const Span cue = s.host.plain_span(frame.cue_span);
    attribution.cue = TextSpan{text::collapse(s.host.words(frame.cue_span)), cue};
    attribution.cue_class = frame.cue_class;
    quotation.introduced = frame.introduced;
    if (last != nullptr && last->attributed())
        offer(quotation, *last, AttributionEvidence::implied);
}

bool imply_by_actor(Quotation& quotation, const Sentence& beside, Speakers& speakers)
{
    const auto speaker = han::who_acts(beside);
    if (!speaker)
        return false;
    Attribution from;
    from.source = speakers.source_of(beside, *speaker);
    if (speaker->pronoun && !from.source->person)
        return false;
    offer(quotation, from, AttributionEvidence::implied);
    return true;
}

/// The nearest sentence back in which a named person speaks or talks of something.
void imply(Quotation& quotation, std::vector<Host>& hosts, std::size_t h, const Titles& is_title,
           const syntax::Lexicon& lexicon, Speakers& speakers)
{
    for (std::size_t back = 1; back <= topic_sentences && back <= h; ++back) {
        read_whole(hosts[h - back], lexicon);
        const Sentence s{hosts[h - back], lexicon, is_title};
        if (s.size() > longest_sentence)
            return;
        for (std::size_t i = 0; i < s.size(); ++i) {
            if (!s.is(i, ChunkKind::cue) || i == 0)
                continue;
            const auto speaker = s.lexicon.frame() == "han" ? speaker_before_han(s, i) : subject_before(s, i);
            if (!speaker || speaker->pronoun || speaker->title)
                continue;
            Source source = speakers.source_of(s, *speaker);
            if (!source.person && !source.is_body)
                continue;
            Attribution from;
            from.source = std::move(source);
            offer(quotation, from, AttributionEvidence::implied);
            return;
        }
    }
    if (h > 0 && hosts[h - 1].quotations.empty())
        imply_by_subject(quotation, {hosts[h - 1], lexicon, is_title}, speakers);
}

namespace {

/// called it an ⟨Q⟩ and an ⟨Q⟩; qualifié de ⟨Q⟩ et de ⟨Q⟩: an article; the preposition of the words before.
bool repeats_lead(const Sentence& s, std::size_t i)
{
    const std::string_view words = s.words(i);
    if (s.lexicon.has("determiner", words) || s.lexicon.has("article", words))
        return true;
    if (s.lexicon.frame() == "han" || !s.is(i, ChunkKind::preposition))
        return false;
    for (std::size_t at = 0; at < i; ++at) // the same one, or its elided form, before a quotation
        if (s.is(at, ChunkKind::preposition) && s.is(at + 1, ChunkKind::quotation)
            && s.words(at).front() == words.front())
            return true;
    return false;
}

/// Nothing that tells: commas, and, that.
bool only_joins(const Sentence& s, std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < to; ++i)
        if (!s.is_mark(i, ",、，") && !s.is(i, ChunkKind::coordinator) && !s.is(i, ChunkKind::conjunction)
            && !s.is(i, ChunkKind::relative) && !repeats_lead(s, i))
            return false;
    return true;
}

} // namespace

bool is_coordinated(const Sentence& s, std::size_t k, const Quotation& before)
{
    const std::size_t from = s.host.at[k - 1] + 1;
    return s.is(from, ChunkKind::coordinator) && only_joins(s, from, s.host.at[k]) && shares_cue(s, k, before);
}

/// `said "A" and "B"`, `said the quay was "A" and that it would "B"`: the second stands under the first one's cue.
bool shares_cue(const Sentence& s, std::size_t k, const Quotation& before)
{
    if (!before.attribution.attributed() || !before.attribution.cue
        || before.attribution.cue->span.begin > before.hull().begin)
        return false;
    const std::size_t from = s.host.at[k - 1] + 1;
    const std::size_t to = s.host.at[k];
    const bool comma_inside = before.parts.back().text.ends_with(',') || before.parts.back().text.ends_with("，");
    if ((to == from && !comma_inside) || to - from > 14)
        return false;
    for (std::size_t i = from; i < to; ++i)
        if (s.is(i, ChunkKind::cue) || s.is_mark(i, ";:.!?；：。"))
            return false;
    const std::string& cue_class = before.attribution.cue_class;
    return only_joins(s, from, to)
           || (s.lexicon.frame() != "han"
               && (cue_class == "say" || cue_class == "state" || cue_class == "write" || cue_class == "add"));
}

} // namespace verbatim::extract
