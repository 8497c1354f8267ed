// SPDX-License-Identifier: Apache-2.0
// The bytes of one text node of HTML: what a parser made of them and what stands in the file, side by side.
#pragma once
#include "read/excerpt.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace verbatim::read {

/// A stretch of a text node.
struct HtmlPiece {
    enum class Kind : unsigned char {
        copied,   ///< the raw bytes as they stand, within one line
        replaced, ///< an entity and what it stands for
        space,    ///< a run of white space, whatever its length
    };
    Kind kind = Kind::copied;
    std::size_t begin = 0; ///< in the raw text
    std::size_t end = 0;
    std::string_view value; ///< what is read, a view of the node's value
};

/// Splits a text node. `value` is what the parser read from `raw`; tags that it ignored may still stand in `raw`.
/// Where the two cannot be laid side by side, the rest is one `replaced` piece.
[[nodiscard]] std::vector<HtmlPiece> html_pieces(std::string_view raw, std::string_view value);

} // namespace verbatim::read
