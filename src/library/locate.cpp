// SPDX-License-Identifier: Apache-2.0
// Where may a quotation stand? The index proposes places; in claimed works, where it finds nothing good, every word is
// read, because "not found" is a claim too (CONVENTIONS 4.6).
#include "library/locate.hpp"

#include "library/places.hpp"
#include "library/state.hpp"

#include <algorithm>
#include <map>

namespace verbatim::library {

namespace {

constexpr std::size_t candidates_each = 10; ///< of each claimed work, and of all others together
constexpr double lowest_score = 0.3;        ///< below, nothing is accepted or worth naming as nearest
constexpr double good = 0.5;                ///< CONVENTIONS 4.3: what may be accepted in a claimed work
constexpr double alike = 0.75;              ///< of one piece: a nearer place is hardly to be expected
constexpr std::size_t few_words = 12;       ///< up to here one edit more decides, so all of a claimed work is read

/// Where one piece may stand, as far as it was looked for.
class PieceSearch {
public:
    PieceSearch(Places& places, const std::vector<Piece>& pieces, std::size_t piece)
        : places_(places), piece_(piece), words_(pieces[piece].words.size()),
          needs_short_shingles_(library::needs_short_shingles(pieces[piece]))
    {
    }
    void run()
    {
        look(Look::first);
        if (!all_counted_ && best() < (words_ <= few_words ? 1.0 : alike))
            look(Look::patient);
        const bool all_counted = all_counted_;
        if (needs_short_shingles_ && best() < alike)
            look(Look::short_shingles);
        all_counted_ = all_counted;
        std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
            if (a.similarity != b.similarity)
                return a.similarity > b.similarity;
            return a.version != b.version ? a.version < b.version : a.where.begin < b.where.begin;
        });
    }
    [[nodiscard]] const std::vector<Found>& found() const { return found_; } ///< nearest first
    /// False: so many places share its words that not all of them were looked at. Where all were counted, a place that
    /// has it word for word is among those found.
    [[nodiscard]] bool all_counted() const { return all_counted_; }

private:
    void look(Look how)
    {
        const Elected elected = places_.elect(piece_, how);
        for (const std::vector<Window>* list : {&elected.claimed, &elected.others})
            for (const Window& window : *list)
                for (const Found& found : places_.look_through(piece_, how, window))
                    add(found);
        all_counted_ = elected.all_counted;
    }
    /// Of places on each other the nearer stays.
    void add(const Found& found)
    {
        for (Found& other : found_) {
            if (other.version != found.version || other.where.end <= found.where.begin
                || found.where.end <= other.where.begin)
                continue;
            if (found.similarity > other.similarity)
                other = found;
            return;
        }
        found_.push_back(found);
    }
    /// Of the texts that matter most: of the claimed works where there are any.
    [[nodiscard]] double best() const
    {
        double best = 0;
        for (const Found& found : found_)
            if (found.claimed || !places_.has_claimed())
                best = std::max(best, found.similarity);
        return best;
    }
    Places& places_;
    std::size_t piece_;
    std::size_t words_;
    bool needs_short_shingles_;
    bool all_counted_ = true;
    std::vector<Found> found_;
};

class Search {
public:
    Search(Places& places, const std::vector<Piece>& pieces) : places_(places), pieces_(pieces)
    {
        for (const Piece& piece : pieces_)
            words_ += piece.words.size();
    }

    void by_index()
    {
        for (const std::size_t piece : longest_first(pieces_, most_anchors)) {
            PieceSearch search(places_, pieces_, piece);
            search.run();
            all_counted_ = all_counted_ && search.all_counted();
            add_all(search.found());
        }
    }
    /// True where the index left room for doubt in the claimed works.
    [[nodiscard]] bool must_scan() const
    {
        double best = 0;
        for (const auto& [version, sites] : sites_)
            for (const Site& site : sites)
                best = std::max(best, site.claimed ? site.score : 0);
        if (words_ > few_words)
            return best < good;
        const double one_changed = 1.0 - 1.0 / static_cast<double>(words_);
        return words_ < 5 || best + 1e-9 < (all_counted_ ? one_changed : 1.0);
    }
    void scan_claimed()
    {
        for (const std::size_t piece : longest_first(pieces_, most_scanned))
            add_all(places_.read_claimed(piece));
    }
    [[nodiscard]] std::vector<Candidate> candidates() const;

private:
    void add_all(const std::vector<Found>& places)
    {
        for (const Found& found : places)
            add(site_of(found, places_.passage(found)));
    }
    /// Of sites on each other the better stays.
    void add(const Site& site)
    {
        std::vector<Site>& sites = sites_[site.version];
        for (Site& other : sites) {
            if (other.end <= site.begin || site.end <= other.begin)
                continue;
            if (site.score > other.score)
                other = site;
            return;
        }
        sites.push_back(site);
    }
    [[nodiscard]] std::vector<Site> worth_weighing() const;

    Places& places_;
    const std::vector<Piece>& pieces_;
    std::size_t words_ = 0;
    bool all_counted_ = true;
    std::map<VersionId, std::vector<Site>> sites_;
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
    double best_of_rank[2] = {0, 0}; // of the claimed works, of the others
    for (const auto& [version, sites] : sites_) {
        double& best = best_of_rank[sites.front().claimed ? 0 : 1];
        best = std::max(best, best_in(sites));
    }
    std::vector<Site> kept;
    for (const auto& [version, sites] : sites_) {
        const double best_of_text = best_in(sites);
        for (const Site& site : sites) {
            // A piece that stands far from the others, or out of order, is kept for the one who judges ellipses.
            const bool piece_alone = !site.whole && site.anchor >= 0.75 && best_of_text < 0.9;
            if (piece_alone
                || (site.score >= lowest_score && site.score >= best_of_text - 0.1
                    && site.score >= best_of_rank[site.claimed ? 0 : 1] - 0.3))
                kept.push_back(site);
        }
    }
    return kept;
}

std::vector<Candidate> Search::candidates() const
{
    std::vector<Candidate> all;
    for (const Site& site : worth_weighing())
        all.push_back({site.version.work, site.version.version, site.plain, site.score, site.claimed});
    std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
        if (a.score != b.score)
            return a.score > b.score;
        if (a.claimed != b.claimed)
            return a.claimed;
        if (a.work != b.work)
            return a.work < b.work;
        return a.version != b.version ? a.version < b.version : a.where.begin < b.where.begin;
    });
    std::map<std::size_t, std::size_t> taken; // by claimed work
    std::size_t others = 0;
    std::erase_if(all,
                  [&](const Candidate& one) { return ++(one.claimed ? taken[one.work] : others) > candidates_each; });
    return all;
}

void search(Places& places, const std::vector<Piece>& pieces, const Query& query, Location& location)
{
    if (pieces.empty())
        return;
    Search search(places, pieces);
    search.by_index();
    if (!query.claimed_works.empty() && search.must_scan()) {
        search.scan_claimed();
        location.coverage.claimed_scanned = true;
    }
    location.candidates = search.candidates();
}

Proposal proposal_of(Places& places, const std::vector<Found>& found)
{
    Proposal proposal;
    for (const Found& one : found)
        proposal.places.push_back(places.passage(one));
    return proposal;
}

Proposals proposals_by(Places& places, std::size_t piece, Look look)
{
    const Elected elected = places.elect(piece, look);
    Proposals proposals{piece, look, elected.all_counted, {}};
    for (const bool claimed : {true, false})
        for (const Window& window : claimed ? elected.claimed : elected.others) {
            Proposal proposal = proposal_of(places, places.look_through(piece, look, window));
            proposal.claimed = claimed;
            proposal.weight = window.weight;
            proposal.version = window.version;
            proposal.cell = window.cell;
            proposals.proposals.push_back(std::move(proposal));
        }
    return proposals;
}

Proposals proposals_word_by_word(Places& places, std::size_t piece)
{
    Proposals proposals{piece, Look::every_word, true, {}};
    const std::vector<Found> all = places.read_claimed(piece);
    for (auto next = all.begin(); next != all.end();) {
        const auto end = std::find_if(next, all.end(), [&](const Found& one) { return one.version != next->version; });
        Proposal proposal = proposal_of(places, {next, end});
        proposal.claimed = true;
        proposal.version = next->version;
        proposals.proposals.push_back(std::move(proposal));
        next = end;
    }
    return proposals;
}

Location nothing_yet(const Holdings& holdings, const std::vector<std::uint32_t>& read, const Query& query)
{
    Location location;
    location.coverage = holdings.coverage(query, read);
    location.own = query.own;
    const std::vector<std::uint32_t> all = holdings.all_shards();
    std::set_difference(all.begin(), all.end(), read.begin(), read.end(), std::back_inserter(location.unread));
    return location;
}

} // namespace

Location locate(std::span<const Index* const> shards, const std::vector<std::uint32_t>& read, const Holdings& holdings,
                const Query& query)
{
    Location location = nothing_yet(holdings, read, query);
    if (shards.empty())
        return location;
    const std::vector<Piece> pieces = pieces_of(query, shards.front()->vocabulary());
    IndexedPlaces places(shards, pieces, query);
    search(places, pieces, query, location);
    return location;
}

ShardResult propose(const Index& index, std::uint32_t shard, const Query& query)
{
    const std::vector<Piece> pieces = pieces_of(query, index.vocabulary());
    const Index* const shards[] = {&index};
    IndexedPlaces places(shards, pieces, query);
    ShardResult result{{shard}, {}};
    for (const std::size_t piece : longest_first(pieces, most_anchors)) {
        result.looks.push_back(proposals_by(places, piece, Look::first));
        if (!result.looks.back().all_counted)
            result.looks.push_back(proposals_by(places, piece, Look::patient));
        if (needs_short_shingles(pieces[piece]))
            result.looks.push_back(proposals_by(places, piece, Look::short_shingles));
    }
    if (places.has_claimed())
        for (const std::size_t piece : longest_first(pieces, most_scanned))
            result.looks.push_back(proposals_word_by_word(places, piece));
    return merge(result, {}); // in order
}

Location settle(const ShardResult& result, const Vocabulary& vocabulary, const Holdings& holdings, const Query& query)
{
    Location location = nothing_yet(holdings, result.shards, query);
    const std::vector<Piece> pieces = pieces_of(query, vocabulary);
    ProposedPlaces places(result, pieces, holdings.has_claimed(query));
    search(places, pieces, query, location);
    return location;
}

namespace {

/// A result may come from outside: a place beyond its text is none.
bool stands_in(const Library::State& state, const Proposal& one, const ProposedPlace& place)
{
    const Index& index = *state.index_of(one.version.work, one.version.version);
    const std::optional<std::size_t> text = index.text_of(one.version.work, one.version.version);
    return text && place.begin < place.end && place.end <= index.size(*text)
           && place.passage_begin < place.passage_end && place.passage_end <= index.size(*text)
           && place.plain == index.plain_span(*text, place.passage_begin, place.passage_end);
}

} // namespace

Location Library::locate(const Query& query) const
{
    return library::locate(state_->indexes, state_->open_shards, state_->holdings, query);
}

ShardResult Library::propose(const Query& query) const
{
    ShardResult result;
    for (std::size_t i = 0; i < state_->indexes.size(); ++i)
        result = merge(result, library::propose(*state_->indexes[i], state_->open_shards[i], query));
    return result;
}

Location Library::settle(const Query& query, const ShardResult& result) const
{
    const auto is_open = [&](std::uint32_t shard) {
        return std::binary_search(state_->open_shards.begin(), state_->open_shards.end(), shard);
    };
    ShardResult usable = result;
    std::erase_if(usable.shards, [&](std::uint32_t shard) { return !is_open(shard); });
    for (Proposals& look : usable.looks) {
        std::erase_if(look.proposals,
                      [&](const Proposal& one) { return !is_open(state_->holdings.shard_of(one.version)); });
        for (Proposal& one : look.proposals)
            std::erase_if(one.places, [&](const ProposedPlace& place) { return !stands_in(*state_, one, place); });
    }
    return library::settle(usable, state_->vocabulary(), state_->holdings, query);
}

} // namespace verbatim::library
