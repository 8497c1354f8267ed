// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

#include <algorithm>

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "ambiguous-source",
    .group = Group::attribution,
    .severity = Severity::warning,
    .summary = "The words stand equally well in several works, and the text does not say which.",
    .why = "The reader cannot tell which work is quoted.",
    .remedy = "Cite the work that is meant.",
};

void judge(const Subject& subject, Findings& found)
{
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const std::vector<Passage>& matches = subject.evidence[i].matches;
        if (!is_judged(subject, i) || matches.size() < 2 || matches.front().claimed)
            continue;
        const auto other = std::find_if(matches.begin() + 1, matches.end(), [&](const Passage& passage) {
            return passage.work != matches.front().work && passage.similarity == matches.front().similarity;
        });
        if (other == matches.end())
            continue;
        Finding finding = finding_on(subject, i, documentation);
        for (const Passage& passage : matches) {
            if (passage.similarity != matches.front().similarity)
                continue;
            finding.message +=
                (finding.message.empty() ? "it stands in " : " and in ") + passage_name(passage, *subject.library);
            finding.related.push_back(related_to(passage.where, passage, *subject.library, "it stands here"));
        }
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule ambiguous_source;
const Rule ambiguous_source{documentation, judge, nullptr};

} // namespace verbatim::rules
