// SPDX-License-Identifier: Apache-2.0
// Where may a quotation stand? The index proposes places; in claimed works, where it finds nothing good, every word is
// read, because "not found" is a claim too (CONVENTIONS 4.6).
#include "library/locate.hpp"

#include "library/passages.hpp"
#include "library/state.hpp"

#include <algorithm>
#include <map>

namespace verbatim::library {

namespace {

constexpr std::size_t candidates_each = 10; ///< of each claimed work, and of all others together
constexpr std::size_t most_anchors = 4;     ///< pieces that are looked up by the index
constexpr std::size_t most_scanned = 16;    ///< pieces that are scanned
constexpr std::size_t chained_pieces = 4'096;
constexpr double lowest_score = 0.3;    ///< below, nothing is accepted or worth naming as nearest
constexpr double good = 0.5;            ///< CONVENTIONS 4.3: what may be accepted in a claimed work
constexpr std::size_t short_words = 12; ///< up to here one edit more decides, so all of a claimed work is read

/// A document that is a reference itself is never matched with itself.
bool is_own(const Query& query, const IndexedText& text)
{
    return std::find(query.own.begin(), query.own.end(), VersionId{text.work, text.version}) != query.own.end();
}

TextRanks rank_texts(const Index& index, const Query& query, const std::vector<std::size_t>& claimed_texts)
{
    std::vector<unsigned char> by_language;
    for (const LanguageShare& share : index.languages())
        by_language.push_back(query.language.empty() || share.language.empty()
                                      || text::same_language(share.language, query.language)
                                  ? 1
                                  : 0);
    TextRanks ranks(index.texts().size());
    for (std::size_t text = 0; text < ranks.size(); ++text)
        ranks[text] = by_language[index.language_of(text)];
    for (std::size_t text = 0; text < ranks.size(); ++text)
        if (is_own(query, index.texts()[text]))
            ranks[text] = 0;
    for (const std::size_t text : claimed_texts)
        ranks[text] = ranks[text] == 0 ? 0 : 2;
    return ranks;
}

std::vector<std::size_t> texts_of_works(const Index& index, const std::vector<std::size_t>& works)
{
    std::vector<std::size_t> texts;
    for (const std::size_t work : works) {
        const std::vector<std::size_t> more = index.texts_of(work);
        texts.insert(texts.end(), more.begin(), more.end());
    }
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    return texts;
}

SearchCoverage coverage_of(const Index& index, const Query& query)
{
    SearchCoverage coverage;
    coverage.library_given = true;
    for (const LanguageShare& share : index.languages()) {
        const bool same =
            query.language.empty() || share.language.empty() || text::same_language(share.language, query.language);
        coverage.versions_read += same ? share.read : 0;
        coverage.versions_unreadable += same ? share.unreadable : 0;
    }
    for (std::size_t text = 0; !query.own.empty() && text < index.texts().size(); ++text) {
        const std::string& language = index.languages()[index.language_of(text)].language;
        const bool counted =
            query.language.empty() || language.empty() || text::same_language(language, query.language);
        coverage.versions_read -= counted && is_own(query, index.texts()[text]) ? 1 : 0;
    }
    return coverage;
}

/// Pieces by length, longest first: they lead to the passage.
std::vector<std::size_t> longest_first(const std::vector<Piece>& pieces, std::size_t limit)
{
    std::vector<std::size_t> order(pieces.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return pieces[a].words.size() > pieces[b].words.size(); });
    order.resize(std::min(order.size(), limit));
    return order;
}

class Search {
public:
    Search(const Index& index, const Query& query)
        : index_(index), pieces_(pieces_of(query, index.vocabulary())),
          claimed_texts_(texts_of_works(index, query.claimed_works)), ranks_(rank_texts(index, query, claimed_texts_))
    {
        std::erase_if(claimed_texts_, [this](std::size_t text) { return ranks_[text] == 0; });
        for (const Piece& piece : pieces_)
            words_ += piece.words.size();
    }

    void by_index()
    {
        for (const std::size_t piece : longest_first(pieces_, most_anchors)) {
            const Places places = library::by_index(index_, pieces_, piece, ranks_);
            all_counted_ = all_counted_ && places.all_counted;
            for_each_best(places.found);
        }
    }
    /// True where the index left room for doubt in the claimed works.
    [[nodiscard]] bool must_scan() const
    {
        double best = 0;
        for (const auto& [text, sites] : sites_)
            for (const Site& site : sites)
                best = std::max(best, ranks_[text] == 2 ? site.score : 0);
        if (words_ > short_words)
            return best < good;
        const double one_changed = 1.0 - 1.0 / static_cast<double>(words_);
        return words_ < 5 || best + 1e-9 < (all_counted_ ? one_changed : 1.0);
    }
    void scan_claimed()
    {
        for (const std::size_t piece : longest_first(pieces_, most_scanned))
            for (const std::size_t text : claimed_texts_)
                for_each_best(by_scan(index_, pieces_, piece, text));
    }
    [[nodiscard]] bool has_words() const { return words_ > 0; }
    [[nodiscard]] std::vector<Candidate> candidates() const;

private:
    void for_each_best(const std::vector<Found>& places)
    {
        const std::size_t limit = std::max<std::size_t>(1, chained_pieces / pieces_.size());
        for (std::size_t i = 0; i < std::min(places.size(), limit); ++i)
            add(passage_around(index_, pieces_, places[i]));
    }
    /// Of sites on each other the better stays.
    void add(const Site& site)
    {
        std::vector<Site>& sites = sites_[site.text];
        for (Site& other : sites) {
            if (other.end <= site.begin || site.end <= other.begin)
                continue;
            if (site.score > other.score)
                other = site;
            return;
        }
        sites.push_back(site);
    }
    [[nodiscard]] Candidate candidate(const Site& site) const
    {
        const IndexedText& text = index_.texts()[site.text];
        return {text.work, text.version, index_.plain_span(site.text, site.begin, site.end), site.score,
                ranks_[site.text] == 2};
    }
    [[nodiscard]] std::vector<Site> worth_weighing() const;

    const Index& index_;
    std::vector<Piece> pieces_;
    std::vector<std::size_t> claimed_texts_;
    TextRanks ranks_;
    std::size_t words_ = 0;
    bool all_counted_ = true;
    std::map<std::size_t, std::vector<Site>> sites_; ///< by text
};

/// Leaves out what is clearly worse than the best of its version, or than the best of the claimed or other works.
std::vector<Site> Search::worth_weighing() const
{
    const auto best_in = [](const std::vector<Site>& sites) {
        double best = 0;
        for (const Site& site : sites)
            best = std::max(best, site.score);
        return best;
    };
    double best_of_rank[3] = {0, 0, 0};
    for (const auto& [text, sites] : sites_)
        best_of_rank[ranks_[text]] = std::max(best_of_rank[ranks_[text]], best_in(sites));
    std::vector<Site> kept;
    for (const auto& [text, sites] : sites_) {
        const double best_of_text = best_in(sites);
        for (const Site& site : sites) {
            // A piece that stands far from the others, or out of order, is kept for the one who judges ellipses.
            const bool piece_alone = !site.whole && site.anchor >= 0.75 && best_of_text < 0.9;
            if (piece_alone
                || (site.score >= lowest_score && site.score >= best_of_text - 0.1
                    && site.score >= best_of_rank[ranks_[text]] - 0.3))
                kept.push_back(site);
        }
    }
    return kept;
}

std::vector<Candidate> Search::candidates() const
{
    std::vector<Candidate> all;
    for (const Site& site : worth_weighing())
        all.push_back(candidate(site));
    std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
        if (a.score != b.score)
            return a.score > b.score;
        if (a.claimed != b.claimed)
            return a.claimed;
        if (a.work != b.work)
            return a.work < b.work;
        return a.version != b.version ? a.version < b.version : a.where.begin < b.where.begin;
    });
    std::map<std::size_t, std::size_t> taken; // by claimed work; all others together as one behind the last work
    std::erase_if(all, [&](const Candidate& one) {
        return ++taken[one.claimed ? one.work : index_.texts().back().work + 1] > candidates_each;
    });
    return all;
}

} // namespace

Location locate(const Index& index, const Query& query)
{
    Location location;
    location.coverage = coverage_of(index, query);
    location.own = query.own;
    if (index.texts().empty())
        return location;
    Search search(index, query);
    if (!search.has_words())
        return location;
    search.by_index();
    if (!query.claimed_works.empty() && search.must_scan()) {
        search.scan_claimed();
        location.coverage.claimed_scanned = true;
    }
    location.candidates = search.candidates();
    return location;
}

Location Library::locate(const Query& query) const
{
    if (state_->index)
        return library::locate(*state_->index, query);
    Location location;
    location.coverage.library_given = true;
    return location;
}

} // namespace verbatim::library
