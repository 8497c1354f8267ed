// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "altered-punctuation",
    .group = Group::wording,
    .severity = Severity::warning,
    .summary = "Punctuation inside the quotation differs from the source.",
    .why = "A comma or a question mark can turn the sense; only the mark before the closing quotation mark may follow "
           "the host sentence.",
    .remedy = "Put the source's punctuation back.",
};

void judge(const Subject& subject, Findings& found)
{
    report_alterations(subject, found, documentation, {DifferenceKind::punctuation});
}

} // namespace

extern const Rule altered_punctuation;
const Rule altered_punctuation{documentation, judge, nullptr};

} // namespace verbatim::rules
