// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "unbalanced-marks",
    .group = Group::marks,
    .severity = Severity::warning,
    .summary = "A quotation mark opens or closes nothing.",
    .why = "Where a quotation ends, nobody can tell; no tool can check it.",
    .remedy = "Add the missing mark, or take the lone one out.",
};

void judge(const Subject& subject, Findings& found)
{
    for (const Span span : subject.reading.unbalanced) {
        Finding finding;
        finding.rule = documentation.id;
        finding.severity = documentation.severity;
        finding.span = span;
        finding.message = "this " + std::string(subject.document.slice(span)) + " has no counterpart in its paragraph";
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule unbalanced_marks;
const Rule unbalanced_marks{documentation, judge, nullptr};

} // namespace verbatim::rules
