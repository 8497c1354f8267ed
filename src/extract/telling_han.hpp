// SPDX-License-Identifier: Apache-2.0
// The clause behind a quotation in Han characters that tells who spoke: 林海说, 阿明嚇了一跳，連忙問. Private to the
// room.
#pragma once
#include "syntax/syntax.hpp"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace verbatim::extract::han {

struct Telling {
    std::size_t cue = 0; ///< chunk
    std::size_t end = 0; ///< the chunk behind the clause: a mark, or one behind the last
};

using IsTitle = std::function<bool(std::size_t chunk)>;

/// What chunk `start` of the text begins, up to a verb of speech that ends its clause; an object may stand behind the
/// verb (回答他, 应了一声) where the quotation ended as a sentence does. None where the clause goes on to something
/// else. A title inside the clause is a part of it: 在接受《港报》采访时.
[[nodiscard]] std::optional<Telling> telling_at(const std::vector<syntax::Chunk>& chunks, std::string_view text,
                                                const syntax::Lexicon& lexicon, std::size_t start, bool may_have_object,
                                                IsTitle is_title);
/// The text right behind a quotation that ended like a sentence begins with such a clause.
[[nodiscard]] bool telling_follows(std::string_view behind, const syntax::Lexicon& lexicon);

} // namespace verbatim::extract::han
