// SPDX-License-Identifier: Apache-2.0
// Markdown before md4c sees it: what md4c does not know (footnotes, comments before text on one line) is cut out of a
// copy of the same length, so that offsets stay.
#pragma once
#include "model/document.hpp"
#include "read/excerpt.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::read {

/// `[^3]: text`, with its indented continuation.
struct NoteDefinition {
    std::string label;
    Excerpt text;
};

struct MarkdownSource {
    Excerpt main;
    std::vector<NoteDefinition> notes; ///< in order
    std::vector<std::size_t> calls;    ///< decoded offsets of `[^3]`, in order
    std::vector<FileSpan> comments;    ///< comments with text behind them on the line: left out of the text
};

/// `body`: decoded offset behind the front matter.
[[nodiscard]] MarkdownSource prepare_markdown(std::string_view decoded, std::size_t body);

/// Adds the calls of notes to the document, where their bytes arrived in its plain text (not those inside code).
void find_note_calls(Document& document, const std::vector<std::size_t>& calls);

} // namespace verbatim::read
