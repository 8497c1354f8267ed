// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "changed-negation",
    .group = Group::wording,
    .severity = Severity::error,
    .summary = "The quotation gains or loses a negation.",
    .why = "A lost \"not\" turns a sentence into its opposite; no other slip does more harm in one word.",
    .remedy = "Put the source's words back, or quote a part that needs no change.",
};

void judge(const Subject& subject, Findings& found)
{
    report_alterations(subject, found, documentation, {DifferenceKind::negation});
}

} // namespace

extern const Rule changed_negation;
const Rule changed_negation{documentation, judge, nullptr};

} // namespace verbatim::rules
