// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "library/library.hpp"
#include "model/report.hpp"
#include "pair/segments.hpp"
#include "pair/values.hpp"

#include <optional>
#include <vector>

namespace verbatim::pair {

/// Two quotations, one the translation of the other, with the confidence of that (0–1).
struct AlignedPair {
    std::size_t from = 0;
    std::size_t to = 0;
    double confidence = 0;
};
/// Aligns the quotations of a text with those of its translation by order, length, speaker, numbers, dates and
/// citations: a dynamic programme over both sequences in the manner of Gale and Church (1993), with quotations in
/// place of sentences; what it leaves over is then paired out of order where speaker or numbers vouch for it.
[[nodiscard]] std::vector<AlignedPair> align_quotations(const DocumentResult& from, const Values& from_values,
                                                        const DocumentResult& to, const Values& to_values,
                                                        const Segments& segments, const library::Library* library);

/// The two speakers may be one: by the library, by romanisation, or because one cannot tell (true then too, unless
/// both are known persons).
enum class SpeakerMatch : unsigned char { same, unknown, different };
[[nodiscard]] SpeakerMatch match_speakers(const Attribution& from, const Attribution& to,
                                          const library::Library* library);

} // namespace verbatim::pair
