// SPDX-License-Identifier: Apache-2.0
// Evidence of every quotation of a reading, and quotations against a passage that is already known.
#include "align/passage.hpp"

#include <algorithm>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

namespace verbatim::align {
namespace {

using OwnVersions = std::vector<library::VersionId>;

/// Surely without an ellipsis: ASCII but for curly marks, and no two dots with nothing but blanks between them.
bool is_one_piece(const Document& document, const Quotation& quotation)
{
    if (quotation.parts.size() != 1)
        return false;
    const std::string_view words = document.slice(quotation.parts.front().span);
    bool dot = false; // the latest byte but blanks
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == '.' && dot)
            return false;
        dot = words[at] == '.' || (dot && text::is_space(static_cast<unsigned char>(words[at])));
        if (text::is_ascii(words[at]))
            continue;
        constexpr std::string_view curly[] = {"‘", "’", "“", "”"};
        if (std::find(std::begin(curly), std::end(curly), words.substr(at, 3)) == std::end(curly))
            return false;
        at += 2;
    }
    return true;
}

library::Query query_of(const Document& document, const Quotation& quotation, const std::vector<std::size_t>& claimed,
                        const OwnVersions& own)
{
    library::Query query;
    query.text = quotation.text;
    query.language = quotation.language;
    query.claimed_works = claimed;
    query.own = own;
    if (is_one_piece(document, quotation))
        return query;
    const LentKeys keys;
    const Quoted quoted = quoted_words(document, quotation, *keys, {});
    if (quoted.pieces.size() > 1)
        for (const Span piece : quoted.pieces)
            query.pieces.push_back(text::collapse(document.slice(hull(quoted.words, piece))));
    return query;
}

/// A document that is laid against a library.
struct Weighing {
    const Document& document;
    const Reading& reading;
    const library::Library& library;
    const Settings& settings;
    const Locate& locate;
    OwnVersions own;
};

/// A term, title or mention is asked for only where an explicit source's work may have it (CONVENTIONS 4).
bool is_asked(const Quotation& quotation, const Claims& claims)
{
    return quotation.kind == QuotationKind::quotation
           || (quotation.kind == QuotationKind::term && quotation.attribution.evidence == AttributionEvidence::explicit_
               && claims.any());
}

Evidence searched(const Weighing& all, const Quotation& quotation, const Claims& claims)
{
    const library::Query query = query_of(all.document, quotation, claimed_works(claims), all.own);
    const library::Location location = all.locate ? all.locate(query) : all.library.locate(query);
    return weigh(all.document, quotation, claims, location, all.library, all.settings);
}

/// A term is shown for information only.
Evidence for_information(const Weighing& all, const Quotation& quotation)
{
    Evidence evidence;
    evidence.reason = UncheckedReason::none;
    evidence.coverage.library_given = true;
    if (quotation.kind != QuotationKind::term || quotation.attribution.evidence != AttributionEvidence::explicit_)
        return evidence;
    const Claims claims = library::claims(quotation, all.reading, all.library);
    if (!is_asked(quotation, claims))
        return evidence;
    Evidence found = searched(all, quotation, claims);
    if (found.verdict != Verdict::verbatim && found.verdict != Verdict::conventional)
        return evidence;
    found.reason = UncheckedReason::none;
    return found;
}

/// What stands in the outer's passage where the nested quotation has other words: the outer's own alterations there.
std::optional<Passage> altered_inside(const Quotation& quotation, const Passage& around)
{
    Passage inner = around;
    const Span hull = quotation.hull();
    std::erase_if(inner.alterations, [&](const Difference& difference) {
        return !hull.contains(difference.quoted.span) || difference.source.text.empty();
    });
    if (inner.alterations.empty())
        return std::nullopt;
    inner.where = inner.alterations.front().source;
    inner.conventional.clear();
    inner.diff.clear();
    inner.similarity = 0;
    return inner;
}

/// A nested quotation takes the outer's passage, also where its words stand elsewhere in the version.
std::optional<Evidence> of_outer(const Asked& asked, const Evidence& outer)
{
    constexpr double alike = 0.5; // below, equal words are chance
    if (outer.matches.empty())
        return std::nullopt;
    const Passage& around = outer.matches.front();
    const LentKeys keys;
    std::optional<Weighed> inner = weigh_in(asked, around.work, around.version, around.where.span, *keys, Room::none);
    std::optional<Passage> passage;
    if (inner && inner->passage.similarity >= alike)
        passage = std::move(inner->passage);
    else
        passage = altered_inside(asked.quotation, around);
    if (!passage)
        return std::nullopt; // no word equal is no verdict
    Evidence evidence;
    evidence.reason = UncheckedReason::none;
    evidence.claims = outer.claims;
    evidence.coverage = outer.coverage;
    passage->claimed = around.claimed;
    complete(asked, *passage);
    passage->truncations.clear();
    evidence.verdict = verdict_of(*passage);
    evidence.matches.push_back(std::move(*passage));
    return evidence;
}

} // namespace

std::vector<std::optional<library::Query>> queries_of(const Document& document, const Reading& reading,
                                                      const library::Library& library)
{
    const OwnVersions own = library.versions_in_file(document.path);
    std::vector<std::optional<library::Query>> queries;
    for (const Quotation& quotation : reading.quotations) {
        const Claims claims = library::claims(quotation, reading, library);
        queries.emplace_back();
        if (is_asked(quotation, claims))
            queries.back() = query_of(document, quotation, claimed_works(claims), own);
    }
    return queries;
}

std::vector<Evidence> weigh_all(const Document& document, const Reading& reading, const library::Library* library,
                                const Settings& settings, const Locate& locate)
{
    constexpr std::size_t grain = 16; // quotations a task
    std::vector<Evidence> all(reading.quotations.size());
    std::optional<Weighing> weighing;
    if (library != nullptr)
        weighing.emplace(
            Weighing{document, reading, *library, settings, locate, library->versions_in_file(document.path)});
    const auto weigh_at = [&](std::size_t i) {
        const Quotation& quotation = reading.quotations[i];
        if (!weighing) // unchecked, no-library
            all[i].reason = quotation.kind == QuotationKind::quotation ? all[i].reason : UncheckedReason::none;
        else if (quotation.kind != QuotationKind::quotation)
            all[i] = for_information(*weighing, quotation);
        else
            all[i] = searched(*weighing, quotation, library::claims(quotation, reading, *library));
    };
    const auto in_outer = [&](std::size_t i) {
        const Quotation& quotation = reading.quotations[i];
        return library != nullptr && quotation.kind == QuotationKind::quotation && quotation.nested_in
               && *quotation.nested_in < i;
    };
    const auto weigh_range = [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i)
            if (!in_outer(i))
                weigh_at(i);
    };
    const tbb::blocked_range<std::size_t> quotations(0, all.size(), grain);
    if (quotations.is_divisible())
        tbb::parallel_for(quotations, weigh_range);
    else // no thread has to be started for one task
        weigh_range(quotations);
    // An inner quotation comes behind its outer one, whose passage it takes.
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!in_outer(i))
            continue;
        const Quotation& quotation = reading.quotations[i];
        if (auto evidence = of_outer({document, quotation, *library, settings}, all[*quotation.nested_in]))
            all[i] = std::move(*evidence);
        else
            weigh_at(i);
    }
    return all;
}

Passage compare_with(const Document& document, const Quotation& quotation, const library::Library& library,
                     std::size_t work, std::size_t version, Span passage, const Settings& settings)
{
    Passage result;
    result.work = work;
    result.version = version;
    const Asked asked{document, quotation, library, settings};
    const LentKeys keys;
    std::optional<Weighed> weighed = weigh_in(asked, work, version, passage, *keys);
    if (!weighed)
        return result;
    complete(asked, weighed->passage);
    return std::move(weighed->passage);
}

} // namespace verbatim::align
