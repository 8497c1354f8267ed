// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "paraphrase-became-quotation",
    .group = Group::compare,
    .severity = Severity::warning,
    .summary = "Words that were the author's own were put between quotation marks.",
    .why = "Marks make a promise that a paraphrase cannot keep.",
    .remedy = "Take the marks off, or quote the source's own words.",
};

void judge(const PairSubject& subject, Findings& found)
{
    report_links(subject, found, documentation,
                 {LinkState::quoted, Side::to, "stood without marks before", "here, without marks"});
}

} // namespace

extern const Rule paraphrase_became_quotation;
const Rule paraphrase_became_quotation{documentation, nullptr, judge};

} // namespace verbatim::rules
