// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "wrong-date",
    .group = Group::attribution,
    .severity = Severity::error,
    .summary = "The date given for the words is not that of the work.",
    .why = "A statement belongs to its day.",
    .remedy = "Give the date of the work, or drop the date.",
};

void judge(const Subject& subject, Findings& found)
{
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Evidence& evidence = subject.evidence[i];
        const Attribution& attribution = subject.reading.quotations[i].attribution;
        // The year of a bare citation is the citation's: unresolved-citation and wrong-document speak of it.
        if (!is_judged(subject, i) || evidence.matches.empty() || !attribution.date || !attribution.attributed()
            || attribution.evidence == AttributionEvidence::citation_only)
            continue;
        if (std::any_of(evidence.matches.begin(), evidence.matches.end(), [&](const Passage& passage) {
                const std::string& date = subject.library->works()[passage.work].date;
                return date.empty() || text::dates_agree(date, *attribution.date);
            }))
            continue;
        const Passage& passage = evidence.matches.front();
        Finding finding = finding_on(subject, i, documentation);
        finding.message = "dated " + *attribution.date + ", but the words are of "
                          + subject.library->works()[passage.work].date + ": "
                          + passage_name(passage, *subject.library);
        finding.related.push_back(related_to(passage.where, passage, *subject.library, "the words stand here"));
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule wrong_date;
const Rule wrong_date{documentation, judge, nullptr};

} // namespace verbatim::rules
