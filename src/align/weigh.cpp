// SPDX-License-Identifier: Apache-2.0
// The verdict of a quotation, in the order of CONVENTIONS 4.
#include "align/passage.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>
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
    const LentKeys keys;
    const Quoted quoted = quoted_words(asked.document, asked.quotation, *keys, {});
    return measured_words(quoted.words, {0, quoted.words.size()});
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

/// It lies in a part of the library that was not searched.
bool is_unread(const library::Library& library, const library::Location& location, library::VersionId version)
{
    return !location.unread.empty()
           && std::binary_search(location.unread.begin(), location.unread.end(), library.shard_of(version));
}

/// Why works [works.begin, works.end) that do not show the words prove nothing; none where a full version was read.
/// A readable version whose language nobody knows is of no help: it may be in another one.
UncheckedReason gap_in(const library::Library& library, Span works, const std::string& language,
                       const library::Location& location)
{
    bool in_part = false, unreadable = false;
    for (std::size_t work = works.begin; work < works.end; ++work) {
        const std::vector<Version>& versions = library.works()[work].versions;
        for (std::size_t i = 0; i < versions.size(); ++i) {
            const Version& version = versions[i];
            if (is_own(location.own, work, i))
                continue;
            const bool is_read = version.readable && !is_unread(library, location, {work, i});
            if (is_read && is_full(version, language))
                return UncheckedReason::none;
            const bool same = text::same_language(version.language, language);
            in_part = in_part || (same && is_read);
            unreadable = unreadable || (!is_read && (same || version.language.empty()));
        }
    }
    if (in_part)
        return UncheckedReason::excerpt_only; // an excerpt never makes not-found
    return unreadable ? UncheckedReason::reference_unreadable : UncheckedReason::no_reference_in_language;
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
        if (const UncheckedReason gap = gap_in(asked.library, {work, work + 1}, language, location);
            gap != UncheckedReason::none)
            return gap;
    if (!claimed.empty())
        return UncheckedReason::none;
    if (coverage.versions_unreadable > 0)
        return UncheckedReason::reference_unreadable;
    return gap_in(asked.library, {0, asked.library.works().size()}, language, location);
}

struct Accepted {
    std::vector<Passage> matches;
    std::optional<std::string> nearest; ///< of the best passage that was not accepted
    bool short_match = false;           ///< one that a longer quotation would have been given
};

Accepted accepted(const Asked& asked, const std::vector<std::size_t>& claimed, const library::Location& location)
{
    Accepted result;
    const LentKeys keys;
    std::optional<double> rarity;
    double best_refused = -1;
    for (const library::Candidate& candidate : location.candidates) {
        std::optional<Weighed> weighed = weigh_in(asked, candidate.work, candidate.version, candidate.where, *keys);
        if (!weighed)
            continue;
        Passage& passage = weighed->passage;
        passage.claimed = std::binary_search(claimed.begin(), claimed.end(), passage.work);
        if (!rarity && weighed->words >= 5 && weighed->words <= 6)
            rarity = rarity_of(asked);
        if (is_accepted(weighed->words, weighed->word_edits, weighed->likeness, rarity.value_or(0), passage.claimed)) {
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
void keep_one_of_each_work(std::vector<Passage>& matches)
{
    std::vector<Passage> kept;
    for (Passage& passage : matches)
        if (std::none_of(kept.begin(), kept.end(), [&](const Passage& other) { return other.work == passage.work; }))
            kept.push_back(std::move(passage));
    matches = std::move(kept);
}

/// Where a version that was badly extracted or scanned seems to have the words, though too broken to compare.
std::optional<SourceText> damaged_place(const Asked& asked, const std::vector<std::size_t>& claimed,
                                        const OwnVersions& own)
{
    const std::vector<Work>& works = asked.library.works();
    for (std::size_t work = 0; work < works.size(); ++work) {
        if (!claimed.empty() && !std::binary_search(claimed.begin(), claimed.end(), work))
            continue;
        for (std::size_t i = 0; i < works[work].versions.size(); ++i) {
            const Version& version = works[work].versions[i];
            const library::VersionText* text = asked.library.version_text(work, i);
            if (version.quality == VersionQuality::clean || text == nullptr || is_own(own, work, i)
                || !text::same_language(version.language, asked.quotation.language))
                continue;
            if (const std::optional<Span> place = place_by_letters(text->document.plain, asked.quotation.text))
                return passage_at(asked.library, work, i, *place).where;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<std::size_t> claimed_works(const Claims& claims)
{
    std::vector<std::size_t> works;
    for (const std::vector<std::size_t>* list : {&claims.cited, &claims.named, &claims.by_person})
        works.insert(works.end(), list->begin(), list->end());
    std::sort(works.begin(), works.end());
    works.erase(std::unique(works.begin(), works.end()), works.end());
    return works;
}

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
    if (found.matches.empty()) {
        evidence.nearest = std::move(found.nearest);
        const UncheckedReason reason =
            reason_not_checked(asked, claimed, location, quoted_length(asked), found.short_match);
        if (reason != UncheckedReason::none)
            return unchecked(reason);
        if (!location.unread.empty()) // not found is a claim about all of the library
            return unchecked(UncheckedReason::reference_unreadable);
        evidence.damaged = damaged_place(asked, claimed, location.own);
        if (evidence.damaged)
            return unchecked(UncheckedReason::source_text_damaged);
        evidence.verdict = Verdict::not_found;
        evidence.reason = UncheckedReason::none;
        return evidence;
    }
    evidence.matches = std::move(found.matches);
    std::stable_sort(evidence.matches.begin(), evidence.matches.end(),
                     [&](const Passage& a, const Passage& b) { return comes_first(a, b, library.works()); });
    Passage& nearest = evidence.matches.front();
    evidence.damaged = set_aside_damage(library.works()[nearest.work].versions[nearest.version], nearest);
    find_borrowed(nearest, evidence.matches);
    keep_one_of_each_work(evidence.matches);
    for (Passage& passage : evidence.matches)
        complete(asked, passage);
    if (evidence.damaged && evidence.matches.front().alterations.empty())
        return unchecked(UncheckedReason::source_text_damaged);
    evidence.verdict = verdict_of(evidence.matches.front());
    evidence.reason = UncheckedReason::none;
    if (evidence.verdict == Verdict::altered && !location.unread.empty()) {
        evidence.matches.clear(); // the words themselves may stand in a part that was not searched
        return unchecked(UncheckedReason::reference_unreadable);
    }
    return evidence;
}

} // namespace verbatim::align
