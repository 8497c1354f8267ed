// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "quotation-not-found",
    .group = Group::wording,
    .severity = Severity::error,
    .summary = "The words stand nowhere in the work that is claimed for them, nor elsewhere in the library.",
    .why = "Either the quotation is invented, or the source is another one.",
    .remedy = "Find the passage and quote it, name the right source, or add the source to the library.",
};

/// Error for a cited or named work, warning where only the person has works here, else info (CONVENTIONS 10).
Severity severity_of(const Claims& claims)
{
    if (!claims.cited.empty() || !claims.named.empty())
        return Severity::error;
    return claims.by_person.empty() ? Severity::info : Severity::warning;
}

std::string searched(const Claims& claims, const library::Library& library)
{
    const std::vector<std::size_t>& works = !claims.cited.empty()   ? claims.cited
                                            : !claims.named.empty() ? claims.named
                                                                    : claims.by_person;
    if (works.empty())
        return "it stands in no text of the library in its language";
    std::string names;
    for (std::size_t i = 0; i < works.size() && i < 3; ++i)
        names += (i == 0 ? "" : "; ") + work_name(library.works()[works[i]]);
    if (works.size() > 3)
        names += " and " + std::to_string(works.size() - 3) + " more";
    return "it stands neither in " + names + ", read from end to end, nor elsewhere in the library";
}

void judge(const Subject& subject, Findings& found)
{
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Evidence& evidence = subject.evidence[i];
        if (!is_judged(subject, i) || evidence.verdict != Verdict::not_found)
            continue;
        Finding finding = finding_on(subject, i, documentation);
        finding.severity = severity_of(evidence.claims);
        finding.message = searched(evidence.claims, *subject.library);
        if (evidence.nearest)
            finding.message += "; the nearest words are " + quoted(*evidence.nearest);
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule quotation_not_found;
const Rule quotation_not_found{documentation, judge, nullptr};

} // namespace verbatim::rules
