// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "extra-quotation",
    .group = Group::translation,
    .severity = Severity::warning,
    .summary = "The translation has a quotation that the source has not.",
    .why = "Marks that the source does not have make a quotation out of the author's own words.",
    .remedy = "Take the marks off, or quote what the source quotes.",
};

void judge(const PairSubject& subject, Findings& found)
{
    report_links(subject, found, documentation,
                 {LinkState::added, Side::to, "has no counterpart in the source", "the sentence in the source"});
}

} // namespace

extern const Rule extra_quotation;
const Rule extra_quotation{documentation, nullptr, judge};

} // namespace verbatim::rules
