// SPDX-License-Identifier: Apache-2.0
#include "places.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <numeric>

namespace verbatim {
namespace {

constexpr std::size_t most_scanned = 64;  ///< words: what is longer, the index finds wherever a few words are shared
constexpr std::size_t most_compared = 40; ///< candidates, best first

/// A word or two leave the index too little to go by; that the library lacks them is said only after every text was
/// read for them.
library::Location located(const library::Library& library, library::Query query)
{
    library::Location location = library.locate(query);
    if (!location.candidates.empty() || text::word_count(query.text) > most_scanned)
        return location;
    query.claimed_works.resize(library.works().size());
    std::iota(query.claimed_works.begin(), query.claimed_works.end(), std::size_t{0});
    location = library.locate(query);
    location.candidates.resize(std::min(location.candidates.size(), most_compared));
    return location;
}

} // namespace

DocumentResult whole_text(Document document)
{
    DocumentResult result;
    result.document = std::move(document);
    const std::string words = text::collapse(result.document.plain);
    if (words.empty())
        return result;
    Quotation quotation;
    quotation.text = words;
    quotation.parts.push_back({words, {0, result.document.plain.size()}});
    quotation.language = result.document.language;
    result.reading.quotations.push_back(std::move(quotation));
    return result;
}

Passage compare_candidate(const Document& document, const Quotation& quotation, const library::Library& library,
                          const library::Candidate& candidate, const Request& request)
{
    // A line of text is too short to tell its language; where its words stand, it is the version's.
    Quotation words = quotation;
    words.language = library.works()[candidate.work].versions[candidate.version].language;
    return align::compare_with(document, words, library, candidate.work, candidate.version, candidate.where,
                               request.settings);
}

std::vector<Passage> nearest_places(const Document& document, const Quotation& quotation,
                                    const library::Library& library, const Request& request)
{
    std::vector<Passage> places;
    for (const library::Candidate& candidate :
         located(library, {quotation.text, {}, request.language.forced, {}}).candidates) {
        Passage passage = compare_candidate(document, quotation, library, candidate, request);
        if (!passage.where.span.empty())
            places.push_back(std::move(passage));
    }
    const auto status = [&](const Passage& passage) {
        return library.works()[passage.work].versions[passage.version].status;
    };
    // Of places as near, a draft must not come before what was published.
    std::stable_sort(places.begin(), places.end(), [&](const Passage& a, const Passage& b) {
        return a.similarity != b.similarity ? a.similarity > b.similarity : status(a) < status(b);
    });
    return places;
}

} // namespace verbatim
