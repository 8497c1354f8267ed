// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "translated-as-paraphrase",
    .group = Group::translation,
    .severity = Severity::warning,
    .summary = "A quotation lost its marks in translation.",
    .why = "Without marks the reader cannot tell quoted words from the author's.",
    .remedy = "Put the marks back, if they were not dropped on purpose.",
};

void judge(const PairSubject& subject, Findings& found)
{
    report_links(
        subject, found, documentation,
        {LinkState::paraphrased, Side::from, "stands without marks in the translation", "here, without marks"});
}

} // namespace

extern const Rule translated_as_paraphrase;
const Rule translated_as_paraphrase{documentation, nullptr, judge};

} // namespace verbatim::rules
