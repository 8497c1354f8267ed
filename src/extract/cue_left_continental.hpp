// SPDX-License-Identifier: Apache-2.0
// The cue to the left of a quotation in French, German and Spanish, and what stands between. Private to the room.
#pragma once
#include "extract/frame_continental.hpp"

namespace verbatim::extract::continental {

struct Left {
    std::size_t cue = 0;
    std::optional<std::size_t> particle;
    bool comma = false;
    bool colon = false;
    bool that = false;
    bool clause = false; ///< a verb stands between: the quotation lies in indirect speech
    bool broken = false; ///< a comma stands between, other than the one before the quotation
    std::size_t between = 0;
};

/// The nearest cue before the quotation, in its part of the sentence.
[[nodiscard]] std::optional<Left> cue_left(const Sentence& sentence, std::size_t quotation);
/// Before a colon the cue governs; within its clause it may name the words; beyond a verb they stand in what it says.
[[nodiscard]] bool governs(const Sentence& sentence, const Left& left, std::size_t quotation);
/// Der ⟨Hafenbote⟩ schreibt, Weiter sagt die ⟨Hafenzeitung⟩: the body beside the cue that is named in marks.
[[nodiscard]] std::optional<Speaker> body_in_marks(const Sentence& sentence, std::size_t cue, std::size_t quotation);

} // namespace verbatim::extract::continental
