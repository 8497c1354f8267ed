// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "unmarked-insertion",
    .group = Group::wording,
    .severity = Severity::error,
    .summary = "Words are added that the source does not have.",
    .why = "The reader takes every word inside the marks for the source's.",
    .remedy = "Take the words out, or put them in square brackets.",
};

void judge(const Subject& subject, Findings& found)
{
    report_alterations(subject, found, documentation, {DifferenceKind::insertion});
}

} // namespace

extern const Rule unmarked_insertion;
const Rule unmarked_insertion{documentation, judge, nullptr};

} // namespace verbatim::rules
