// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "lost-citation",
    .group = Group::translation,
    .severity = Severity::error,
    .summary = "The translation lost a citation.",
    .why = "What the source documents, its translation must document too.",
    .remedy = "Put the citation in.",
};

void judge(const PairSubject& subject, Findings& found)
{
    report_missing_citations(subject, found, documentation, "translation");
}

} // namespace

extern const Rule lost_citation;
const Rule lost_citation{documentation, nullptr, judge};

} // namespace verbatim::rules
