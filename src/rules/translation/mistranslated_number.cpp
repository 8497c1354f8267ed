// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "mistranslated-number",
    .group = Group::translation,
    .severity = Severity::error,
    .summary = "A number of the source has another value in the translation.",
    .why = "15亿 is 1.5 billion, not 15 billion; such slips are the commonest and the dearest.",
    .remedy = "Give the number the value that it has in the source.",
};

void judge(const PairSubject& subject, Findings& found) { report_changes(subject, found, documentation, "number"); }

} // namespace

extern const Rule mistranslated_number;
const Rule mistranslated_number{documentation, nullptr, judge};

} // namespace verbatim::rules
