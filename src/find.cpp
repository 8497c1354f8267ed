// SPDX-License-Identifier: Apache-2.0
// Where in the library does a text stand, nearest first: no verdict, no acceptance.
#include "places.hpp"

namespace verbatim {
namespace {

constexpr std::size_t most_places = 10;

Evidence evidence_of(std::vector<Passage> places)
{
    Evidence evidence;
    evidence.coverage.library_given = true;
    evidence.matches = std::move(places);
    if (evidence.matches.size() > most_places)
        evidence.matches.resize(most_places);
    evidence.reason = UncheckedReason::none;
    evidence.verdict = evidence.matches.empty() ? Verdict::not_found : align::verdict_of(evidence.matches.front());
    return evidence;
}

Report found(const Request& request)
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
        DocumentResult result = whole_text(std::move(document.value()));
        for (const Quotation& quotation : result.reading.quotations)
            result.evidence.push_back(evidence_of(nearest_places(result.document, quotation, *opened.get(), request)));
        documents.push_back(std::move(result));
    }
    return assemble(request, opened, std::move(documents), {}, std::move(problems));
}

} // namespace

Report find(const Request& request) { return with_sound_index(request, found); }

} // namespace verbatim
