// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "wrong-passage",
    .group = Group::translation,
    .severity = Severity::error,
    .summary = "The translation gives the published words of another passage.",
    .why = "The right book at the wrong page says something else.",
    .remedy = "Quote the passage that the source quotes.",
};

void judge(const PairSubject& subject, Findings& found)
{
    for (const Published& published : subject.pairing.published) {
        const Link& link = subject.pairing.links[published.link];
        if (!link.to || published.same_words || !published.elsewhere)
            continue;
        const Version& version = subject.library->works()[published.work].versions[published.version];
        Finding finding = finding_on(subject, Side::to, *link.to, documentation);
        finding.message = "these words stand elsewhere (" + version.path + ":"
                          + std::to_string(published.elsewhere->where.line)
                          + "); the passage that the source quotes is " + quoted(published.twin.text, 160) + " ("
                          + version.path + ":" + std::to_string(published.twin.line) + ")";
        relate_published(subject, published, finding);
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule wrong_passage;
const Rule wrong_passage{documentation, nullptr, judge};

} // namespace verbatim::rules
