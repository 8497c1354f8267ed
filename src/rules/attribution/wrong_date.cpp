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

/// "Dorn (1941) wrote": the year is the citation's, and perhaps an edition's.
bool is_year_of_citation(const Reading& reading, const Quotation& quotation)
{
    return std::any_of(quotation.citations.begin(), quotation.citations.end(), [&](std::size_t index) {
        const auto issued = reading.citations[index].fields.find("issued");
        return issued != reading.citations[index].fields.end() && issued->second == *quotation.attribution.date;
    });
}

void judge(const Subject& subject, Findings& found)
{
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Evidence& evidence = subject.evidence[i];
        const Attribution& attribution = subject.reading.quotations[i].attribution;
        // The year of a citation is the citation's: unresolved-citation and wrong-document speak of it.
        if (!is_judged(subject, i) || evidence.matches.empty() || !evidence.coverage.is_whole() || !attribution.date
            || !attribution.attributed() || attribution.evidence == AttributionEvidence::citation_only
            || is_year_of_citation(subject.reading, subject.reading.quotations[i]))
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
