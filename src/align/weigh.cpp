// SPDX-License-Identifier: Apache-2.0
// The verdict of a quotation, in the order of CONVENTIONS 4.
#include "align/passage.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tuple>

namespace verbatim::align {
namespace {

bool has_bidi_control(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); at += text::code_point_size(text, at))
        if (text::is_bidi_control(text::code_point_at(text, at)))
            return true;
    return false;
}

int status_rank(VersionStatus status)
{
    switch (status) {
    case VersionStatus::official:
        return 0;
    case VersionStatus::published:
        return 1;
    case VersionStatus::draft:
        return 2;
    case VersionStatus::superseded:
        return 3;
    case VersionStatus::retracted:
        return 4;
    }
    return 4;
}

bool nearer(const Passage& a, const Passage& b)
{
    if (a.claimed != b.claimed)
        return a.claimed;
    if (a.similarity != b.similarity)
        return a.similarity > b.similarity;
    return std::tuple(verdict_of(a), a.alterations.size()) < std::tuple(verdict_of(b), b.alterations.size());
}

bool equally_near(const Passage& a, const Passage& b) { return !nearer(a, b) && !nearer(b, a); }

/// Best first; of equals the better version (official, published …), then fewer permitted differences, the newer one,
/// the path, the earlier place. Permitted differences never beat the status: a draft must not win by a full stop.
bool comes_first(const Passage& a, const Passage& b, const std::vector<Work>& works)
{
    if (!equally_near(a, b))
        return nearer(a, b);
    if (a.work != b.work)
        return a.work < b.work;
    const Version &x = works[a.work].versions[a.version], &y = works[b.work].versions[b.version];
    if (x.status != y.status)
        return status_rank(x.status) < status_rank(y.status);
    if (a.conventional.size() != b.conventional.size())
        return a.conventional.size() < b.conventional.size();
    if (x.date != y.date)
        return x.date > y.date;
    if (x.path != y.path)
        return x.path < y.path;
    return a.where.span.begin < b.where.span.begin;
}

double rarity_of(const Asked& asked)
{
    const text::Tokens tokens = text::tokenise(asked.quotation.text);
    return asked.library.rarity(tokens, 0, tokens.list.size());
}

std::size_t quoted_length(const Asked& asked)
{
    Keys keys;
    return measured_words(quoted_words(asked.document, asked.quotation, keys, {}));
}

using OwnVersions = std::vector<library::VersionId>;

bool is_own(const OwnVersions& own, std::size_t work, std::size_t version)
{
    return std::find(own.begin(), own.end(), library::VersionId{work, version}) != own.end();
}

bool is_full(const Version& version, const std::string& language)
{
    return version.readable && version.coverage == VersionCoverage::full
           && text::same_language(version.language, language);
}

/// Why a claimed work that does not show the words proves nothing; none where a full version was read.
UncheckedReason gap_in(const library::Library& library, std::size_t work, const std::string& language,
                       const OwnVersions& own)
{
    bool of_language = false, readable = false;
    const std::vector<Version>& versions = library.works()[work].versions;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const Version& version = versions[i];
        if (is_own(own, work, i))
            continue;
        if (is_full(version, language))
            return UncheckedReason::none;
        const bool fits = version.language.empty() || text::same_language(version.language, language);
        of_language = of_language || fits;
        readable = readable || (fits && version.readable);
    }
    if (!of_language)
        return UncheckedReason::no_reference_in_language;
    return readable ? UncheckedReason::excerpt_only : UncheckedReason::reference_unreadable;
}

std::vector<std::size_t> claimed_works(const Claims& claims)
{
    std::vector<std::size_t> works;
    for (const std::vector<std::size_t>* list : {&claims.cited, &claims.named, &claims.by_person})
        works.insert(works.end(), list->begin(), list->end());
    std::sort(works.begin(), works.end());
    works.erase(std::unique(works.begin(), works.end()), works.end());
    return works;
}

/// Without an accepted match (CONVENTIONS 4.6).
UncheckedReason reason_not_checked(const Asked& asked, const std::vector<std::size_t>& claimed,
                                   const library::Location& location, std::size_t words, bool short_match)
{
    const SearchCoverage& coverage = location.coverage;
    const std::string& language = asked.quotation.language;
    if (words <= 4 || (words <= 6 && short_match))
        return UncheckedReason::too_short;
    for (const std::size_t work : claimed)
        if (const UncheckedReason gap = gap_in(asked.library, work, language, location.own);
            gap != UncheckedReason::none)
            return gap;
    if (!claimed.empty())
        return UncheckedReason::none;
    if (coverage.versions_unreadable > 0)
        return UncheckedReason::reference_unreadable;
    const std::vector<Work>& works = asked.library.works();
    for (std::size_t work = 0; work < works.size(); ++work)
        for (std::size_t i = 0; i < works[work].versions.size(); ++i)
            if (is_full(works[work].versions[i], language) && !is_own(location.own, work, i))
                return UncheckedReason::none;
    return UncheckedReason::excerpt_only; // an excerpt never makes not-found
}

struct Accepted {
    std::vector<Passage> matches;
    std::optional<std::string> nearest; ///< of the best passage that was not accepted
    bool short_match = false;           ///< one that a longer quotation would have been given
};

Accepted accepted(const Asked& asked, const std::vector<std::size_t>& claimed, const library::Location& location)
{
    Accepted result;
    Keys keys;
    std::optional<double> rarity;
    double best_refused = -1;
    for (const library::Candidate& candidate : location.candidates) {
        std::optional<Weighed> weighed =
            weigh_in(asked, candidate.work, candidate.version, candidate.where, keys);
        if (!weighed)
            continue;
        Passage& passage = weighed->passage;
        passage.claimed = std::binary_search(claimed.begin(), claimed.end(), passage.work);
        if (!rarity && weighed->words >= 5 && weighed->words <= 6)
            rarity = rarity_of(asked);
        if (is_accepted(weighed->words, weighed->word_edits, passage.similarity, rarity.value_or(0), passage.claimed)) {
            result.matches.push_back(std::move(passage));
            continue;
        }
        result.short_match = result.short_match || weighed->word_edits <= 1;
        constexpr double worth_naming = 0.4; // below, "the nearest words" would be strangers
        if (passage.similarity >= worth_naming && passage.similarity > best_refused) {
            best_refused = passage.similarity;
            result.nearest = passage.where.text;
        }
    }
    return result;
}

/// At most one passage a work: the first of the sorted list.
void keep_one_of_each_work(std::vector<Passage>& matches, const std::vector<Work>& works)
{
    std::stable_sort(matches.begin(), matches.end(),
                     [&](const Passage& a, const Passage& b) { return comes_first(a, b, works); });
    std::vector<Passage> kept;
    for (Passage& passage : matches)
        if (std::none_of(kept.begin(), kept.end(), [&](const Passage& other) { return other.work == passage.work; }))
            kept.push_back(std::move(passage));
    matches = std::move(kept);
}

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
    Keys keys;
    const Quoted quoted = quoted_words(document, quotation, keys, {});
    if (quoted.pieces.size() > 1)
        for (const Span piece : quoted.pieces)
            query.pieces.push_back(text::collapse(document.slice(hull(quoted.words, piece))));
    return query;
}

Evidence searched(const Document& document, const Quotation& quotation, const Reading& reading,
                  const library::Library& library, const Settings& settings, const OwnVersions& own)
{
    const Claims claims = library::claims(quotation, reading, library);
    const library::Location location = library.locate(query_of(document, quotation, claimed_works(claims), own));
    return weigh(document, quotation, claims, location, library, settings);
}

/// A term, title or mention: shown for information only where an explicit source's work has it (CONVENTIONS 4).
Evidence for_information(const Document& document, const Quotation& quotation, const Reading& reading,
                         const library::Library& library, const Settings& settings, const OwnVersions& own)
{
    Evidence evidence;
    evidence.reason = UncheckedReason::none;
    evidence.coverage.library_given = true;
    if (quotation.kind != QuotationKind::term || quotation.attribution.evidence != AttributionEvidence::explicit_)
        return evidence;
    if (!library::claims(quotation, reading, library).any())
        return evidence;
    Evidence found = searched(document, quotation, reading, library, settings, own);
    if (found.verdict != Verdict::verbatim && found.verdict != Verdict::conventional)
        return evidence;
    found.reason = UncheckedReason::none;
    return found;
}

/// A nested quotation takes the outer's passage.
std::optional<Evidence> of_outer(const Document& document, const Quotation& quotation, const Evidence& outer,
                                 const library::Library& library, const Settings& settings)
{
    if (outer.matches.empty())
        return std::nullopt;
    Evidence evidence;
    evidence.reason = UncheckedReason::none;
    evidence.claims = outer.claims;
    evidence.coverage = outer.coverage;
    const Passage& around = outer.matches.front();
    Passage inner =
        compare_with(document, quotation, library, around.work, around.version, around.where.span, settings);
    if (inner.where.span.empty()) // nothing in common: no word equal is no verdict
        return std::nullopt;
    inner.claimed = around.claimed;
    inner.truncations.clear();
    evidence.verdict = verdict_of(inner);
    evidence.matches.push_back(std::move(inner));
    return evidence;
}

} // namespace

Verdict verdict_of(const Passage& passage)
{
    if (!passage.alterations.empty())
        return Verdict::altered;
    const bool all_leave = std::all_of(passage.conventional.begin(), passage.conventional.end(),
                                       [](const Difference& difference) { return leaves_verbatim(difference.kind); });
    return all_leave ? Verdict::verbatim : Verdict::conventional;
}

Evidence weigh(const Document& document, const Quotation& quotation, const Claims& claims,
               const library::Location& location, const library::Library& library, const Settings& settings)
{
    const Asked asked{document, quotation, library, settings};
    Evidence evidence;
    evidence.claims = claims;
    evidence.coverage = location.coverage;
    evidence.coverage.library_given = true;
    const auto unchecked = [&](UncheckedReason reason) {
        evidence.verdict = Verdict::unchecked;
        evidence.reason = reason;
        return evidence;
    };
    for (const TextSpan& part : quotation.parts)
        if (has_bidi_control(document.slice(part.span)))
            return unchecked(UncheckedReason::bidi_controls);
    if (location.coverage.versions_read == 0)
        return unchecked(location.coverage.versions_unreadable > 0 ? UncheckedReason::reference_unreadable
                                                                   : UncheckedReason::no_reference_in_language);
    const std::vector<std::size_t> claimed = claimed_works(claims);
    Accepted found = accepted(asked, claimed, location);
    keep_one_of_each_work(found.matches, library.works());
    if (found.matches.empty()) {
        evidence.nearest = std::move(found.nearest);
        const UncheckedReason reason =
            reason_not_checked(asked, claimed, location, quoted_length(asked), found.short_match);
        if (reason != UncheckedReason::none)
            return unchecked(reason);
        evidence.verdict = Verdict::not_found;
        evidence.reason = UncheckedReason::none;
        return evidence;
    }
    evidence.matches = std::move(found.matches);
    for (Passage& passage : evidence.matches)
        complete(asked, passage);
    evidence.verdict = verdict_of(evidence.matches.front());
    evidence.reason = UncheckedReason::none;
    return evidence;
}

std::vector<Evidence> weigh_all(const Document& document, const Reading& reading, const library::Library* library,
                                const Settings& settings)
{
    constexpr std::size_t grain = 16; // quotations a task
    const OwnVersions own = library == nullptr ? OwnVersions{} : library->versions_in_file(document.path);
    std::vector<Evidence> all(reading.quotations.size());
    const auto weigh_at = [&](std::size_t i) {
        const Quotation& quotation = reading.quotations[i];
        if (library == nullptr) // unchecked, no-library
            all[i].reason = quotation.kind == QuotationKind::quotation ? all[i].reason : UncheckedReason::none;
        else if (quotation.kind != QuotationKind::quotation)
            all[i] = for_information(document, quotation, reading, *library, settings, own);
        else
            all[i] = searched(document, quotation, reading, *library, settings, own);
    };
    const auto in_outer = [&](std::size_t i) {
        const Quotation& quotation = reading.quotations[i];
        return library != nullptr && quotation.kind == QuotationKind::quotation && quotation.nested_in
               && *quotation.nested_in < i;
    };
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, all.size(), grain), [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i)
            if (!in_outer(i))
                weigh_at(i);
    });
    // An inner quotation comes behind its outer one, whose passage it takes.
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!in_outer(i))
            continue;
        const Quotation& quotation = reading.quotations[i];
        if (auto evidence = of_outer(document, quotation, all[*quotation.nested_in], *library, settings))
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
    Keys keys;
    std::optional<Weighed> weighed = weigh_in(asked, work, version, passage, keys);
    if (!weighed)
        return result;
    complete(asked, weighed->passage);
    return std::move(weighed->passage);
}

} // namespace verbatim::align
