// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "changed-speaker",
    .group = Group::translation,
    .severity = Severity::error,
    .summary = "The translation gives the words to another speaker.",
    .why = "The same words in another mouth are another claim.",
    .remedy = "Name the speaker whom the source names.",
};

void judge(const PairSubject& subject, Findings& found) { report_changes(subject, found, documentation, "source"); }

} // namespace

extern const Rule changed_speaker;
const Rule changed_speaker{documentation, nullptr, judge};

} // namespace verbatim::rules
