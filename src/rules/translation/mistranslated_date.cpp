// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "mistranslated-date",
    .group = Group::translation,
    .severity = Severity::error,
    .summary = "A date of the source is another one in the translation.",
    .why = "A statement belongs to its day.",
    .remedy = "Give the date that the source gives.",
};

void judge(const PairSubject& subject, Findings& found) { report_changes(subject, found, documentation, "date"); }

} // namespace

extern const Rule mistranslated_date;
const Rule mistranslated_date{documentation, nullptr, judge};

} // namespace verbatim::rules
