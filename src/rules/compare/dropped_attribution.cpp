// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "dropped-attribution",
    .group = Group::compare,
    .severity = Severity::error,
    .summary = "The edit dropped the speaker of a quotation.",
    .why = "A quotation without a speaker cannot be looked up.",
    .remedy = "Put the speaker back.",
};

void judge(const PairSubject& subject, Findings& found)
{
    report_lost_attributions(subject, found, documentation, "the new text names no speaker for this");
}

} // namespace

extern const Rule dropped_attribution;
const Rule dropped_attribution{documentation, nullptr, judge};

} // namespace verbatim::rules
