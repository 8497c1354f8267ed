// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "dropped-citation",
    .group = Group::compare,
    .severity = Severity::error,
    .summary = "The edit dropped a citation.",
    .why = "What was documented no longer is.",
    .remedy = "Put the citation back.",
};

void judge(const PairSubject& subject, Findings& found)
{
    report_missing_citations(subject, found, documentation, "new text");
}

} // namespace

extern const Rule dropped_citation;
const Rule dropped_citation{documentation, nullptr, judge};

} // namespace verbatim::rules
