// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

#include <algorithm>

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "unresolved-citation",
    .group = Group::citation,
    .severity = Severity::error,
    .summary = "A citation leads to no work of the library and to no entry of the document.",
    .why = "A reader who follows it finds nothing.",
    .remedy = "Correct the author or year, or add the work to the list or to the library.",
};

/// Full notes and source lines describe their work themselves; short forms and identifiers have rules of their own.
bool is_short_reference(const Citation& citation)
{
    switch (citation.kind) {
    case CitationKind::author_date:
    case CitationKind::narrative:
    case CitationKind::key:
        return true;
    case CitationKind::note:
        return !citation.fields.contains("title") && citation.fields.contains("author")
               && citation.fields.contains("issued");
    default:
        return false;
    }
}

/// Something to look the citation up in: an entry list, or works whose creators are known.
bool has_list(const Subject& subject)
{
    if (std::any_of(subject.reading.entries.begin(), subject.reading.entries.end(),
                    [](const Citation& entry) { return entry.kind == CitationKind::entry; }))
        return true;
    return subject.library != nullptr
           && std::any_of(subject.library->works().begin(), subject.library->works().end(),
                          [](const Work& work) { return !work.creators.empty(); });
}

void judge(const Subject& subject, Findings& found)
{
    if (!has_list(subject))
        return;
    for (std::size_t i = 0; i < subject.reading.citations.size(); ++i) {
        const Citation& citation = subject.reading.citations[i];
        if (citation.resolved || !is_short_reference(citation))
            continue;
        Finding finding;
        finding.rule = documentation.id;
        finding.severity = documentation.severity;
        finding.span = citation.span;
        finding.citation = i;
        finding.message = quoted(citation.text) + " leads to no work";
        if (!citation.near_misses.empty())
            finding.message += "; the nearest is " + citation.near_misses.front();
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule unresolved_citation;
const Rule unresolved_citation{documentation, judge, nullptr};

} // namespace verbatim::rules
