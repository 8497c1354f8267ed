// SPDX-License-Identifier: Apache-2.0
// What an author asserts about a quotation where no reader of texts could know it:
//
//   <!-- verbatim: source=okoro-1961 locator="p. 12" -->   the work that the words are from, as a citation would say it
//   <!-- verbatim: translation=mine -->                    own translation, as "(my translation)" would say it
//   <!-- verbatim: not-a-quotation -->                     marks of another kind: nothing is checked
//
// Before a block it holds for every quotation of the block, inside one for the next quotation alone.
#pragma once
#include "model/document.hpp"
#include "model/problem.hpp"
#include "model/reading.hpp"

#include <vector>

namespace verbatim {

/// Changes the reading as the comments say. Returns what is wrong with them: an unknown assertion, one that speaks of
/// no quotation.
[[nodiscard]] std::vector<Problem> apply_assertions(const Document& document, Reading& reading);

} // namespace verbatim
