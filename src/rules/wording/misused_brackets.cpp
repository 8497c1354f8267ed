// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "misused-brackets",
    .group = Group::wording,
    .severity = Severity::error,
    .summary = "Square brackets replace too much, or hide a negation or a number.",
    .why = "A bracket may explain a word or fit it into the sentence; it may not change what was said.",
    .remedy = "Put the source's words back and explain outside the quotation.",
};

void judge(const Subject& subject, Findings& found)
{
    report_alterations(subject, found, documentation, {DifferenceKind::interpolation_changes_meaning});
}

} // namespace

extern const Rule misused_brackets;
const Rule misused_brackets{documentation, judge, nullptr};

} // namespace verbatim::rules
