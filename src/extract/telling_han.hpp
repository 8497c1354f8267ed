// SPDX-License-Identifier: Apache-2.0
// The clause behind a quotation in Han characters that tells who spoke: 林海说, 阿明嚇了一跳，連忙問. Private to the
// room.
#pragma once
#include "syntax/syntax.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace verbatim::extract::han {

struct Telling {
    std::size_t cue = 0; ///< chunk
    std::size_t end = 0; ///< the chunk behind the clause: a mark, or one behind the last
};

/// What chunk `start` of the text begins, up to a verb of speech that ends its clause; an object may stand behind the
/// verb (回答他, 应了一声) where the quotation ended as a sentence does. None where the clause goes on to something
/// else.
[[nodiscard]] std::optional<Telling> telling_at(const std::vector<syntax::Chunk>& chunks, std::string_view text,
                                                const syntax::Lexicon& lexicon, std::size_t start,
                                                bool may_have_object);

} // namespace verbatim::extract::han
