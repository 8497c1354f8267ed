// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "changed-name",
    .group = Group::wording,
    .severity = Severity::error,
    .summary = "A proper name differs from the source.",
    .why = "Another name gives the words another subject.",
    .remedy = "Put the source's name back, or mark your own in square brackets: \"[Okoro] left\".",
};

void judge(const Subject& subject, Findings& found)
{
    report_alterations(subject, found, documentation, {DifferenceKind::name});
}

} // namespace

extern const Rule changed_name;
const Rule changed_name{documentation, judge, nullptr};

} // namespace verbatim::rules
