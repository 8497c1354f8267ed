// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "quotation-became-paraphrase",
    .group = Group::compare,
    .severity = Severity::warning,
    .summary = "A quotation lost its marks: the words now pass for the author's own.",
    .why = "Without marks the reader cannot tell quoted words from the author's.",
    .remedy = "Put the marks back, or rewrite the words as your own.",
};

void judge(const PairSubject& subject, Findings& found)
{
    report_links(subject, found, documentation,
                 {LinkState::paraphrased, Side::from, "stands without marks now", "here, without marks"});
}

} // namespace

extern const Rule quotation_became_paraphrase;
const Rule quotation_became_paraphrase{documentation, nullptr, judge};

} // namespace verbatim::rules
