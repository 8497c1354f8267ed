// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "misused-ellipsis",
    .group = Group::wording,
    .severity = Severity::error,
    .summary = "An ellipsis hides a negation or condition, joins what is far apart or out of order, or omits nothing.",
    .why = "An ellipsis may shorten what was said, not change it.",
    .remedy = "Quote the passage in its order and with its negations and conditions, or make two quotations of it.",
};

void judge(const Subject& subject, Findings& found)
{
    report_alterations(subject, found, documentation,
                       {DifferenceKind::ellipsis_drops_negation, DifferenceKind::ellipsis_drops_condition,
                        DifferenceKind::ellipsis_reorders, DifferenceKind::ellipsis_too_far,
                        DifferenceKind::ellipsis_omits_nothing});
}

} // namespace

extern const Rule misused_ellipsis;
const Rule misused_ellipsis{documentation, judge, nullptr};

} // namespace verbatim::rules
