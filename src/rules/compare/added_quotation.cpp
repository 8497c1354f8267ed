// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "added-quotation",
    .group = Group::compare,
    .severity = Severity::info,
    .summary = "The edit added a quotation.",
    .why = "A new quotation wants a source as much as an old one.",
    .remedy = "Check the new quotation against its source.",
};

void judge(const PairSubject& subject, Findings& found)
{
    report_links(subject, found, documentation, {LinkState::added, Side::to, "is new", "it would stand near here"});
}

} // namespace

extern const Rule added_quotation;
const Rule added_quotation{documentation, nullptr, judge};

} // namespace verbatim::rules
