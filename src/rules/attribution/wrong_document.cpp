// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "wrong-document",
    .group = Group::attribution,
    .severity = Severity::error,
    .summary = "The work that is cited or named does not hold the words; another one does.",
    .why = "Who looks the quotation up will not find it.",
    .remedy = "Cite the work in which the words stand.",
};

void judge(const Subject& subject, Findings& found)
{
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Evidence& evidence = subject.evidence[i];
        const Claims& claims = evidence.claims;
        if (!is_judged(subject, i) || evidence.matches.empty() || !evidence.coverage.is_whole()
            || (claims.cited.empty() && claims.named.empty()))
            continue;
        if (std::any_of(evidence.matches.begin(), evidence.matches.end(), [&](const Passage& passage) {
                return holds(claims.cited, passage.work) || holds(claims.named, passage.work);
            }))
            continue;
        // An excerpt, or a work that could not be read in this language, may hold them all the same.
        const std::string& language = subject.reading.quotations[i].language;
        const auto is_read = [&](std::size_t work) {
            const std::vector<Version>& versions = subject.library->works()[work].versions;
            return std::any_of(versions.begin(), versions.end(), [&](const Version& version) {
                return version.readable && version.coverage == VersionCoverage::full
                       && text::same_language(version.language, language);
            });
        };
        if (!std::all_of(claims.cited.begin(), claims.cited.end(), is_read)
            || !std::all_of(claims.named.begin(), claims.named.end(), is_read))
            continue;
        const Passage& passage = evidence.matches.front();
        const std::size_t claimed = claims.cited.empty() ? claims.named.front() : claims.cited.front();
        Finding finding = finding_on(subject, i, documentation);
        finding.message = work_name(subject.library->works()[claimed]) + " does not hold these words; they stand in "
                          + passage_name(passage, *subject.library);
        finding.related.push_back(related_to(passage.where, passage, *subject.library, "the words stand here"));
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule wrong_document;
const Rule wrong_document{documentation, judge, nullptr};

} // namespace verbatim::rules
