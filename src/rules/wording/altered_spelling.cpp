// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "altered-spelling",
    .group = Group::wording,
    .severity = Severity::warning,
    .summary = "A word is spelt otherwise than in the source.",
    .why = "A quotation keeps the spelling of its source, also an old or a foreign one; look-alike letters of another "
           "script are no spelling at all.",
    .remedy = "Put the source's spelling back, or add [sic] where the source itself errs.",
};

void judge(const Subject& subject, Findings& found)
{
    report_alterations(subject, found, documentation, {DifferenceKind::spelling});
}

} // namespace

extern const Rule altered_spelling;
const Rule altered_spelling{documentation, judge, nullptr};

} // namespace verbatim::rules
