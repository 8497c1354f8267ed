// SPDX-License-Identifier: Apache-2.0
// Where in the library does a text stand, nearest first: no verdict, no acceptance.
#include "stages.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim {
namespace {

constexpr std::size_t most_places = 10;

/// The whole text as one quotation.
Reading whole_text(const Document& document)
{
    Reading reading;
    const std::string words = text::collapse(document.plain);
    if (words.empty())
        return reading;
    Quotation quotation;
    quotation.text = words;
    quotation.parts.push_back({words, {0, document.plain.size()}});
    quotation.language = document.language;
    reading.quotations.push_back(std::move(quotation));
    return reading;
}

Span plain_span(const library::VersionText& version, const library::Candidate& candidate)
{
    return {version.tokens.list[candidate.begin].span.begin, version.tokens.list[candidate.end - 1].span.end};
}

Evidence places_of(const Document& document, const Quotation& quotation, const library::Library& library,
                   const Request& request)
{
    Evidence evidence;
    const library::Location location = library.locate({quotation.text, {}, request.language.forced, {}});
    evidence.coverage = location.coverage;
    for (const library::Candidate& candidate : location.candidates) {
        const library::VersionText* version = library.version_text(candidate.work, candidate.version);
        if (version == nullptr || candidate.begin >= candidate.end)
            continue;
        evidence.matches.push_back(align::compare_with(document, quotation, library, candidate.work, candidate.version,
                                                       plain_span(*version, candidate), request.settings));
    }
    std::stable_sort(evidence.matches.begin(), evidence.matches.end(),
                     [](const Passage& a, const Passage& b) { return a.similarity > b.similarity; });
    if (evidence.matches.size() > most_places)
        evidence.matches.resize(most_places);
    evidence.reason = UncheckedReason::none;
    evidence.verdict = evidence.matches.empty() ? Verdict::not_found : align::verdict_of(evidence.matches.front());
    return evidence;
}

} // namespace

Report find(const Request& request)
{
    const OpenedLibrary opened = open_library(request);
    std::vector<DocumentResult> documents;
    std::vector<Problem> problems;
    for (const Input& input : request.inputs) {
        if (!opened.usable() || opened.get() == nullptr)
            break;
        Outcome<Document> document = read_input(input, request.language);
        if (!document) {
            problems.push_back(document.problem());
            continue;
        }
        DocumentResult result;
        result.document = std::move(document.value());
        result.reading = whole_text(result.document);
        for (const Quotation& quotation : result.reading.quotations)
            result.evidence.push_back(places_of(result.document, quotation, *opened.get(), request));
        documents.push_back(std::move(result));
    }
    return assemble(request, opened, std::move(documents), {}, std::move(problems));
}

} // namespace verbatim
