// SPDX-License-Identifier: Apache-2.0
// Brackets that cite or locate: their words are no part of the host sentence. Private to the room.
#pragma once
#include "model/span.hpp"
#include "syntax/syntax.hpp"

#include <string_view>
#include <vector>

namespace verbatim::extract {

/// `(Okoro, 1961, p. 3)` `[@okoro-1961]`, and `(p. 3)` before a colon, by beginning. `mask` is the host's text with the
/// quotations blotted out; the spans are shifted by `base`.
[[nodiscard]] std::vector<Span> reference_brackets(std::string_view mask, std::size_t base,
                                                   const syntax::Lexicon& lexicon);

} // namespace verbatim::extract
