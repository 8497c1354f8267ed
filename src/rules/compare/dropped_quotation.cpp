// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "dropped-quotation",
    .group = Group::compare,
    .severity = Severity::warning,
    .summary = "The edit dropped a quotation.",
    .why = "An edit for style should lose no evidence.",
    .remedy = "Put the quotation back, if it was not dropped on purpose.",
};

void judge(const PairSubject& subject, Findings& found)
{
    report_links(subject, found, documentation, {LinkState::dropped, Side::from, "is gone", "it stood near here"});
}

} // namespace

extern const Rule dropped_quotation;
const Rule dropped_quotation{documentation, nullptr, judge};

} // namespace verbatim::rules
