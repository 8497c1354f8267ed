// SPDX-License-Identifier: Apache-2.0
// The lines of a block of raw HTML, as md4c hands them over, gathered with their places in the file.
#pragma once
#include "read/excerpt.hpp"
#include "read/markdown_source.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace verbatim::read {

class HtmlLines {
public:
    /// Both outlive this: the whole text, and the notes that were cut out of it.
    HtmlLines(std::string_view decoded, const std::vector<NoteDefinition>& notes) : decoded_(decoded), notes_(notes) {}

    void begin() { html_ = {}; }
    /// One line, or its end: what md4c hands over from its own bytes (line ends, indentation) leads to the line end
    /// that follows `last`, the decoded offset behind the last text, or is left out. A line end moves `last` behind it.
    void add(FileSpan decoded, std::string_view text, std::size_t& last);
    [[nodiscard]] const Excerpt& excerpt() const { return html_; }

private:
    std::string_view decoded_;
    const std::vector<NoteDefinition>& notes_;
    Excerpt html_;
    std::size_t indentation_ = 0;  ///< columns before the next line
    std::size_t notes_before_ = 0; ///< notes that were cut out of the text before the last line
};

} // namespace verbatim::read
