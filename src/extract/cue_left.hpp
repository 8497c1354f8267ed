// SPDX-License-Identifier: Apache-2.0
// The verb of saying to the left of a quotation. Private to the room.
#pragma once
#include "extract/frame_european.hpp"

namespace verbatim::extract::european {

struct Left {
    std::size_t cue = 0;
    bool comma = false;
    bool colon = false;
    bool that = false;
    std::size_t between = 0; ///< chunks between cue and quotation, marks and "that" not counted
    bool clause = false;     ///< a verb stands between: the quotation lies in indirect speech
    bool finite = false;     ///< one of them is no participle and no infinitive
    bool broken = false;     ///< a comma stands between, other than the one before the quotation
    [[nodiscard]] bool introduced() const { return comma || colon; }
};

/// The nearest cue to the left in the same sentence part.
[[nodiscard]] std::optional<Left> cue_left(const Sentence& sentence, std::size_t quotation);

} // namespace verbatim::extract::european
