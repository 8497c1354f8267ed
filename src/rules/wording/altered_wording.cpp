// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "altered-wording",
    .group = Group::wording,
    .severity = Severity::error,
    .summary = "Other words, other forms or another order than in the source.",
    .why = "Quotation marks promise the source's own words.",
    .remedy = "Put the source's words back, mark your own in square brackets, or drop the quotation marks.",
};

void judge(const Subject& subject, Findings& found)
{
    report_alterations(subject, found, documentation,
                       {DifferenceKind::substitution, DifferenceKind::order, DifferenceKind::inflection});
}

} // namespace

extern const Rule altered_wording;
const Rule altered_wording{documentation, judge, nullptr};

} // namespace verbatim::rules
