// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "lost-quotation",
    .group = Group::translation,
    .severity = Severity::error,
    .summary = "A quotation of the source has no counterpart in the translation.",
    .why = "What was said and by whom is the part of a text that a translation may least lose.",
    .remedy = "Translate the quotation, in quotation marks.",
};

void judge(const PairSubject& subject, Findings& found)
{
    report_links(
        subject, found, documentation,
        {LinkState::dropped, Side::from, "has no counterpart in the translation", "the translation of the sentence"});
}

} // namespace

extern const Rule lost_quotation;
const Rule lost_quotation{documentation, nullptr, judge};

} // namespace verbatim::rules
