// SPDX-License-Identifier: Apache-2.0
// What the elements of HTML mean for a text.
#pragma once
#include <string>
#include <string_view>

namespace verbatim::read {

enum class HtmlRole : unsigned char {
    inline_, ///< stands in a line of text and says nothing of it; unknown elements too
    emphasis,
    code,
    link,
    line_break,
    block, ///< begins and ends a paragraph
    quote,
    list,
    item,
    cell,
    heading,
    preformatted,
    left_out, ///< what is in it is no running text, or is struck out of it
};

/// `name` in lower case.
[[nodiscard]] HtmlRole html_role(std::string_view name);

/// The name in the tag at the head of `html`, `</EM >` or `<em`, in lower case; empty where none is.
[[nodiscard]] std::string html_tag_name(std::string_view html);

} // namespace verbatim::read
