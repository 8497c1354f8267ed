// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "superseded-version",
    .group = Group::wording,
    .severity = Severity::warning,
    .summary = "The words are those of a draft, a superseded or a retracted version.",
    .why = "A reader takes a quotation for the version in force.",
    .remedy = "Quote the published version, or say which version is quoted.",
};

void judge(const Subject& subject, Findings& found)
{
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Evidence& evidence = subject.evidence[i];
        if (!is_judged(subject, i) || evidence.matches.empty() || !evidence.coverage.is_whole())
            continue;
        const Passage& passage = evidence.matches.front();
        const Version& version = subject.library->works()[passage.work].versions[passage.version];
        if (version.status == VersionStatus::official || version.status == VersionStatus::published)
            continue;
        Finding finding = finding_on(subject, i, documentation);
        finding.message = "these are the words of a " + std::string(to_string(version.status))
                          + " version: " + passage_name(passage, *subject.library);
        finding.related.push_back(related_to(passage.where, passage, *subject.library, "they stand here"));
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule superseded_version;
const Rule superseded_version{documentation, judge, nullptr};

} // namespace verbatim::rules
