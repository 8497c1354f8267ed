// SPDX-License-Identifier: Apache-2.0
// Date, occasion and document of an attribution, from its host sentence (CONVENTIONS 6). Private to the room.
#pragma once
#include "extract/frame.hpp"

namespace verbatim::extract {

struct Adverbials {
    std::optional<std::string> date; ///< EDTF
    std::optional<Span> occasion;    ///< bytes of the host sentence
    bool points_back = false;        ///< the occasion is a definite noun without a date of its own
};
[[nodiscard]] Adverbials adverbials(const Sentence& sentence, const Frame& frame);
/// The only date of a sentence; none where it has none or several.
[[nodiscard]] std::optional<std::string> sole_date(const Host& host, const syntax::Lexicon& lexicon);

/// In "Grey Water" Okoro writes, …: the title behind a preposition in the same sentence part.
[[nodiscard]] std::optional<TextSpan> title_in(const Reading& reading, const Sentence& sentence, const Frame& frame);

} // namespace verbatim::extract
