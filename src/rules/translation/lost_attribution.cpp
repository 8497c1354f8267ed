// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "lost-attribution",
    .group = Group::translation,
    .severity = Severity::warning,
    .summary = "The translation no longer says who said it.",
    .why = "A quotation without a speaker cannot be looked up.",
    .remedy = "Name the speaker as the source does.",
};

void judge(const PairSubject& subject, Findings& found)
{
    report_lost_attributions(subject, found, documentation, "the translation names no speaker for this");
}

} // namespace

extern const Rule lost_attribution;
const Rule lost_attribution{documentation, nullptr, judge};

} // namespace verbatim::rules
