// SPDX-License-Identifier: Apache-2.0
// Whether words are told or spoken, where no mark tells. Private to the room.
#pragma once
#include "extract/stages.hpp"

namespace verbatim::extract {

/// What follows the full stop of an incise is told, not spoken: somebody did something, nobody is addressed.
///     He looked at the tide.        told
///     I saw it. Look at the tide!   spoken
[[nodiscard]] bool is_told(const syntax::Lexicon& lexicon, std::string_view words);

} // namespace verbatim::extract
