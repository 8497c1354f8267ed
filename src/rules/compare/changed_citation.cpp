// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "changed-citation",
    .group = Group::compare,
    .severity = Severity::error,
    .summary = "The edit changed a citation.",
    .why = "Another author, year or page sends the reader elsewhere.",
    .remedy = "Put the citation back, or show that the new one is right.",
};

void judge(const PairSubject& subject, Findings& found)
{
    for (const CitationLink& link : subject.pairing.citations) {
        if (!link.from || !link.to || !link.changed)
            continue;
        const Citation& before = subject.from.reading.citations[*link.from];
        const Citation& after = subject.to.reading.citations[*link.to];
        Finding finding;
        finding.rule = documentation.id;
        finding.severity = documentation.severity;
        finding.span = after.span;
        finding.citation = *link.to;
        finding.message = quoted(before.text) + " became " + quoted(after.text);
        if (!link.note.empty())
            finding.message += " (" + link.note + ")";
        finding.related.push_back(related_to(subject.from.document, before.span, "the old text"));
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule changed_citation;
const Rule changed_citation{documentation, nullptr, judge};

} // namespace verbatim::rules
