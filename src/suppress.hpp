// SPDX-License-Identifier: Apache-2.0
// Comments in the text that silence findings:
//
//   <!-- verbatim: ignore altered-case, altered-spelling -- as printed in 1911 -->   the next block
//   <!-- verbatim: ignore-line -->                                                   the line that it stands on
//   <!-- verbatim: off --> … <!-- verbatim: on -->                                   all between
//
// Rules or groups may be listed; none listed means every rule.
#pragma once
#include "model/report.hpp"

namespace verbatim {

/// Removes the findings that a comment of the document silences, and adds to its remarks what is wrong with the
/// comments themselves: an unknown word, an unknown rule, an ignore that ignores nothing.
void suppress(DocumentResult& result);

} // namespace verbatim
