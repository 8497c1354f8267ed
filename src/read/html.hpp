// SPDX-License-Identifier: Apache-2.0
// Raw HTML inside a text of another format: blocks of it become blocks of the document, inline tags marks.
#pragma once
#include "model/document.hpp"
#include "read/excerpt.hpp"
#include "read/sketch.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace verbatim::read {

/// Where a piece of raw HTML stands in the text around it.
struct HtmlPlace {
    BlockKind kind = BlockKind::paragraph; ///< of text that stands in no element of its own
    int quotes = 0;                        ///< depth of block quotation around it, `open` included
    std::size_t open = 0;                  ///< <blockquote> elements that an earlier piece opened and none has closed
    std::size_t group = 0;                 ///< of the containers around it; 0: none
    std::size_t groups = 0;                ///< groups given so far in the document
    std::string label;                     ///< of the note that it belongs to
};

/// What reading it leaves behind.
struct HtmlOutcome {
    bool read = false;      ///< false: too large or too deep to be worth parsing; nothing was written
    std::size_t open = 0;   ///< <blockquote> elements, those of the place included, that are open at the end
    std::size_t group = 0;  ///< of the elements still open
    std::size_t groups = 0; ///< groups given so far
};

/// Writes the blocks and comments of `html` into the sketch. Time and memory are linear in its bytes.
[[nodiscard]] HtmlOutcome read_html(const Excerpt& html, const HtmlPlace& place, Sketch& sketch);

/// True where a tag says that its element is not shown: `hidden`, `style="display: none"`.
[[nodiscard]] bool hides(std::string_view tag);

} // namespace verbatim::read
