// SPDX-License-Identifier: Apache-2.0
// What Han words in marks are by their own look: the name of a body, or a quality that somebody tells of a thing.
// Private to the room.
#pragma once
#include "syntax/syntax.hpp"

#include <string_view>

namespace verbatim::extract {

/// 港务局, 石滩党, 海港与运输委员会（HTK）: a head that names a body, and nothing that only a clause has. False for
/// other scripts.
[[nodiscard]] bool names_body_han(const syntax::Lexicon& lexicon, std::string_view words);

/// 不太满意, 完全错误: begins with a negation or a word of degree, and has no name's head.
[[nodiscard]] bool tells_quality_han(const syntax::Lexicon& lexicon, std::string_view words);

} // namespace verbatim::extract
