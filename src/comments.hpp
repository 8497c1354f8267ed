// SPDX-License-Identifier: Apache-2.0
// Comments of a text that speak to us: `<!-- verbatim: WORD… NAME=VALUE… -- reason -->`.
#pragma once
#include "model/document.hpp"
#include "model/problem.hpp"

#include <map>
#include <string>
#include <vector>

namespace verbatim {

struct Directive {
    const Comment* comment = nullptr;
    std::vector<std::string> words;            ///< "ignore" "altered-case" …; commas part them like blanks
    std::map<std::string, std::string> values; ///< `source=KEY`, `locator="p. 12"`: without the quotation marks
};
/// In the order of the text; the reason behind " --" is left out.
[[nodiscard]] std::vector<Directive> directives(const Document& document);

/// The block that a comment stands in, or before.
[[nodiscard]] Span next_block(const Document& document, std::size_t offset);
/// What is wrong with a comment: informational, with its place.
[[nodiscard]] Problem problem_at(const Document& document, const Comment& comment, std::string message,
                                 std::string remedy);

} // namespace verbatim
