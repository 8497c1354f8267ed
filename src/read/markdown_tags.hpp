// SPDX-License-Identifier: Apache-2.0
// Inline tags of Markdown whose text is none of the document's: struck out (<del>) or not shown (<span hidden>).
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace verbatim::read {

class LeftOutTags {
public:
    /// `decoded` is the whole text, which outlives this.
    explicit LeftOutTags(std::string_view decoded) : decoded_(decoded) {}

    /// True for the tag that opens such an element, and for every tag up to the one that closes it. `name` in lower
    /// case; `end` is the decoded offset behind the tag. An element that its paragraph does not close leaves out
    /// nothing.
    [[nodiscard]] bool leave_out(const std::string& name, std::size_t end, std::string_view tag);
    [[nodiscard]] bool is_open() const { return !name_.empty(); }
    void end_block() { name_.clear(); } ///< no inline tag reaches beyond its block

private:
    [[nodiscard]] bool is_closed(const std::string& name, std::size_t end);

    std::string_view decoded_;
    std::string name_;                            ///< of the open element; empty: none
    std::size_t depth_ = 0;                       ///< open elements of that name
    std::map<std::string, std::size_t> unclosed_; ///< by name: decoded offset before which no tag closes it
};

} // namespace verbatim::read
