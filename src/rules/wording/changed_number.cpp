// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "changed-number",
    .group = Group::wording,
    .severity = Severity::error,
    .summary = "A number or its unit differs from the source.",
    .why = "Readers act on amounts; a wrong digit inside quotation marks is a false statement in somebody else's name.",
    .remedy = "Put the source's number back; if the source is wrong, keep its number and add [sic].",
};

void judge(const Subject& subject, Findings& found)
{
    report_alterations(subject, found, documentation, {DifferenceKind::number});
}

} // namespace

extern const Rule changed_number;
const Rule changed_number{documentation, judge, nullptr};

} // namespace verbatim::rules
