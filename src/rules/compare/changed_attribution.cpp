// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

#include <map>

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "changed-attribution",
    .group = Group::compare,
    .severity = Severity::error,
    .summary = "The edit gives the words to another speaker, another date or another act of speech.",
    .why = "The same words in another mouth are another claim.",
    .remedy = "Put the attribution back, or show that the new one is right.",
};

void judge(const PairSubject& subject, Findings& found)
{
    static const std::map<std::string, std::string> kinds{{"source", "the speaker"},
                                                          {"cue", "the verb"},
                                                          {"date", "the date"},
                                                          {"occasion", "the occasion"},
                                                          {"document", "the document"}};
    for (const Link& link : subject.pairing.links) {
        if (!link.from || !link.to || !is_judged(subject, link))
            continue;
        Finding finding = finding_on(subject, Side::to, *link.to, documentation);
        for (const Change& change : link.changes)
            if (const auto kind = kinds.find(change.kind); kind != kinds.end())
                finding.message += (finding.message.empty() ? "" : "; ") + kind->second + " " + told(change);
        if (finding.message.empty())
            continue;
        relate_other_side(subject, link, finding, "the old text");
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule changed_attribution;
const Rule changed_attribution{documentation, nullptr, judge};

} // namespace verbatim::rules
