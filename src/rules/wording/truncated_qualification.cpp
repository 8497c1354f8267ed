// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "truncated-qualification",
    .group = Group::wording,
    .severity = Severity::warning,
    .summary = "The cut leaves out the negation, condition or frame of the quoted clause.",
    .why = "\"permitted to terminate\" from \"is not permitted to terminate\" is word for word and yet false.",
    .remedy = "Quote the governing words too, or say them in your own.",
};

void judge(const Subject& subject, Findings& found)
{
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Evidence& evidence = subject.evidence[i];
        if (!is_judged(subject, i) || evidence.matches.empty() || evidence.matches.front().truncations.empty())
            continue;
        const Passage& passage = evidence.matches.front();
        Finding finding = finding_on(subject, i, documentation);
        for (const Truncation& truncation : passage.truncations) {
            finding.message += (finding.message.empty() ? "the cut leaves out the " : "; and the ") + truncation.kind
                               + " " + quoted(truncation.left_out);
            finding.related.push_back(related_to(truncation.source, passage, *subject.library,
                                                 "the source has " + quoted(truncation.left_out)));
        }
        finding.message += "; the source is " + passage_name(passage, *subject.library);
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule truncated_qualification;
const Rule truncated_qualification{documentation, judge, nullptr};

} // namespace verbatim::rules
