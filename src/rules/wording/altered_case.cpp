// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "altered-case",
    .group = Group::wording,
    .severity = Severity::warning,
    .summary = "Capitals differ from the source elsewhere than at the start.",
    .why = "Capitals name things; only the first letter of a quotation may follow the host sentence.",
    .remedy = "Put the source's capitals back.",
};

void judge(const Subject& subject, Findings& found)
{
    report_alterations(subject, found, documentation, {DifferenceKind::case_});
}

} // namespace

extern const Rule altered_case;
const Rule altered_case{documentation, judge, nullptr};

} // namespace verbatim::rules
