// SPDX-License-Identifier: Apache-2.0
// What can be told for certain of a quotation and its sentence when two languages are compared: where this cannot, no
// rule speaks. Private to the room.
#pragma once
#include "library/library.hpp"
#include "model/document.hpp"
#include "model/reading.hpp"

namespace verbatim::pair {

/// Somebody's words for certain: of kind quotation, not nested, and no mere name or term in marks, as Chinese puts
/// them around what other languages write with capitals.
[[nodiscard]] bool is_speech(const Quotation& quotation);
/// What a paragraph, or a few that belong together, has of quotations of every kind.
struct MarkCount {
    std::size_t groups = 0;     ///< pairs of marks, nested ones and the parts of split quotations counted singly
    std::size_t attributed = 0; ///< quotations that name a source
    bool broken = false;        ///< a mark opens or closes nothing: what stands in marks here cannot be told
};
[[nodiscard]] MarkCount marks_in(const Reading& reading, Span span);
/// True where the host sentence has words that could attribute the quotation, though the grammar read none: a cue, or
/// words before a colon or comma that introduce it.
[[nodiscard]] bool may_be_attributed(const Document& document, const Reading& reading, Span host,
                                     const Quotation& quotation);
[[nodiscard]] bool holds_quotation(const Reading& reading, Span sentence);
/// The words name the source: as written, by the library's aliases, or by romanisation.
[[nodiscard]] bool names(std::string_view words, const Source& source, const library::Library* library);
/// The words hold a cue of speech outside quotations.
[[nodiscard]] bool has_cue(std::string_view words, const std::string& language);

} // namespace verbatim::pair
