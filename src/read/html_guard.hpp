// SPDX-License-Identifier: Apache-2.0
// What a parser of HTML would do with hostile input, found out before it runs.
#pragma once
#include <string_view>

namespace verbatim::read {

/// True where parsing costs linear time and memory. Parsers of HTML look through all open elements at each tag, open
/// formatting elements again in each paragraph, and compare each attribute of a tag with all before it. Few tags can
/// do no harm; of many, each must be closed in its turn, and open ones may not be many.
[[nodiscard]] bool affordable_html(std::string_view html);

} // namespace verbatim::read
