// SPDX-License-Identifier: Apache-2.0
// Comments in the text that silence findings:
//
//   <!-- verbatim: ignore altered-case, altered-spelling -- as printed in 1911 -->   the next block
//   <!-- verbatim: ignore-line -->                                                   the line that it stands on
//   <!-- verbatim: off --> … <!-- verbatim: on -->                                   all between
//
// Rules or groups may be listed; none listed means every rule.
#pragma once
#include "model/document.hpp"
#include "model/finding.hpp"

#include <vector>

namespace verbatim {

/// Removes the findings that a comment of the document silences. Returns what is wrong with the comments themselves:
/// an unknown word, an unknown rule, an ignore that ignores nothing.
[[nodiscard]] std::vector<Problem> suppress(const Document& document, std::vector<Finding>& findings);

} // namespace verbatim
