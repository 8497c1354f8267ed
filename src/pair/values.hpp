// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "model/document.hpp"
#include "model/pairing.hpp"
#include "text/text.hpp"

#include <string>
#include <vector>

namespace verbatim::pair {

/// Numbers and dates of a run of plain text, by value.
struct Values {
    std::vector<text::Amount> amounts; ///< spans are plain bytes of the document; none inside a date
    std::vector<text::DateMention> dates;
};
/// Of the whole document but its code, block by block, in order.
[[nodiscard]] Values values_of(const Document& document);
/// Those of `all` that lie in the span.
[[nodiscard]] Values within(const Values& all, Span span);

/// Share of the values of both that have an equal on the other side; 1 where neither has any.
[[nodiscard]] double agreement(const Values& a, const Values& b);

/// A run of text of one side with its values, and those of the wider run in which an equal may stand instead.
struct ValueSide {
    const Document& document;
    Values values;
    Values around;
};
/// Numbers and dates whose value has no equal on the other side, even around, while that has one too many: changes
/// "number" and "date". Small number words (one, 两) are left out: languages drop and add them freely.
[[nodiscard]] std::vector<Change> value_changes(const ValueSide& from, const ValueSide& to);
/// The same for running text: only where exactly one number, or one date, is left over on either side, and looks like
/// a slip of the other.
[[nodiscard]] std::vector<Change> lone_value_changes(const ValueSide& from, const ValueSide& to);

} // namespace verbatim::pair
