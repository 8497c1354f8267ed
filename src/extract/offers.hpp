// SPDX-License-Identifier: Apache-2.0
// Likely sources of quotations that name none (continued, implied), and cues that two quotations share. Private to the
// room.
#pragma once
#include "extract/speakers.hpp"

namespace verbatim::extract {

using Titles = std::function<bool(std::size_t quotation)>; ///< Sentence::is_title

/// Offers the source of another quotation; date, occasion and document only to one that continues it.
void offer(Quotation& quotation, const Attribution& from, AttributionEvidence evidence);
/// The nearest of the sentences before hosts[h] in which a named person or body speaks or talks of something.
void imply(Quotation& quotation, std::vector<Host>& hosts, std::size_t h, const Titles& is_title,
           const syntax::Lexicon& lexicon, Speakers& speakers);
/// Who acts in a sentence in Han characters directly beside the words, if somebody does.
bool imply_by_actor(Quotation& quotation, const Sentence& beside, Speakers& speakers);
/// «…», añadió: somebody speaks whom the verb does not name; whoever spoke last, if that is told, most likely.
void tell_without_subject(Quotation& quotation, const Sentence& sentence, const Frame& frame, const Attribution* last);
/// `said "A" and "B"`, `said the quay was "A" and that it would "B"`: the k-th stands under the cue of the one before.
[[nodiscard]] bool shares_cue(const Sentence& sentence, std::size_t k, const Quotation& before);
/// The first of these: nothing but "and" stands between the two.
[[nodiscard]] bool is_coordinated(const Sentence& sentence, std::size_t k, const Quotation& before);

} // namespace verbatim::extract
