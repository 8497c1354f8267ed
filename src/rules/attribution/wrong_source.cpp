// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

#include <algorithm>

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "wrong-source",
    .group = Group::attribution,
    .severity = Severity::error,
    .summary = "The words are given to one person and stand in a work of another.",
    .why = "A quotation in the wrong mouth is a false statement about both.",
    .remedy = "Name the person whose words they are, or quote the person whom you name.",
};

/// A name that can be held against the creators: a person or body, not a document and not several speakers.
bool is_comparable(const Attribution& attribution, const library::Library& library)
{
    if (!attribution.attributed() || !attribution.source || attribution.source->is_document
        || attribution.source->coordinated || attribution.cue_class == "quote") // Veld quoted Okoro: the words are hers
        return false;
    const Source& source = *attribution.source;
    if (library.person(source_name(source)))
        return true;
    if (!library.works_by_title(source.text).empty())
        return false; // "*Grey Water* says": a work of the library, whatever its words look like
    // A pronoun that led to a name unknown here may have been led astray: rather none than a false accusation.
    return source.person.has_value() && attribution.evidence == AttributionEvidence::explicit_;
}

/// Of several works cited together, each is a source: the first names no single speaker for the words.
bool is_cited(const Passage& passage, const Claims& claims, const Attribution& attribution)
{
    return attribution.evidence == AttributionEvidence::citation_only
           && std::find(claims.cited.begin(), claims.cited.end(), passage.work) != claims.cited.end();
}

bool given_to(const Passage& passage, const std::string& name, const library::Library& library)
{
    const Work& work = library.works()[passage.work];
    if (work.creators.empty() || created_by(work, name, library))
        return true;
    return passage.zone && !passage.zone->source.empty() && library.same_person(passage.zone->source, name);
}

void judge(const Subject& subject, Findings& found)
{
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Evidence& evidence = subject.evidence[i];
        const Attribution& attribution = subject.reading.quotations[i].attribution;
        if (!is_judged(subject, i) || evidence.matches.empty() || !evidence.coverage.is_whole()
            || !is_comparable(attribution, *subject.library))
            continue;
        const std::string name = source_name(*attribution.source);
        if (std::any_of(evidence.matches.begin(), evidence.matches.end(), [&](const Passage& passage) {
                return given_to(passage, name, *subject.library) || is_cited(passage, evidence.claims, attribution);
            }))
            continue;
        const Passage& passage = evidence.matches.front();
        Finding finding = finding_on(subject, i, documentation);
        finding.span = attribution.source->span.empty() ? finding.span : attribution.source->span;
        finding.message = "given to " + name + ", but the words stand in " + passage_name(passage, *subject.library);
        finding.related.push_back(related_to(passage.where, passage, *subject.library, "the words stand here"));
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule wrong_source;
const Rule wrong_source{documentation, judge, nullptr};

} // namespace verbatim::rules
