// SPDX-License-Identifier: Apache-2.0
// In which language a quotation stands. Private to the room.
#pragma once
#include "syntax/syntax.hpp"

#include <string>
#include <string_view>

namespace verbatim::extract {

/// The document's language, unless the script of the words or a lack of its small words says otherwise.
[[nodiscard]] std::string quoted_language(const std::string& language, std::string_view words,
                                          const syntax::Lexicon& lexicon);

} // namespace verbatim::extract
