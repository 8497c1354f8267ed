// SPDX-License-Identifier: Apache-2.0
#include "library/places.hpp"

#include <algorithm>

namespace verbatim::library {

namespace {

constexpr std::size_t few_windows = 4;        ///< enough from 24 words on
constexpr std::size_t long_enough = 24;       ///< words that need few windows
constexpr std::size_t no_fallback = 96;       ///< words from which 2-grams find nothing that 3-grams did not
constexpr std::size_t chained_pieces = 8'192; ///< looked for beside others, for one anchor

constexpr std::size_t postings = 1'500;
constexpr std::size_t short_postings = 4'000;
constexpr std::size_t patient_postings = 30'000; ///< for few and frequent words, once the usual budget is spent

/// Each place of a quotation of very many pieces takes long to look about: fewer are.
bool has_many(const std::vector<Piece>& pieces) { return 3 * 2 * 3 * most_windows * pieces.size() > chained_pieces; }

std::size_t windows_for(const std::vector<Piece>& pieces, std::size_t piece, Look look)
{
    if (has_many(pieces))
        return std::clamp<std::size_t>(chained_pieces / (3 * 2 * pieces.size()), 1, few_windows);
    return look == Look::first && pieces[piece].words.size() >= long_enough ? few_windows : most_windows;
}

VoteLimits limits_for(const std::vector<Piece>& pieces, std::size_t piece, Look look)
{
    const std::size_t windows = windows_for(pieces, piece, look);
    if (look == Look::short_shingles)
        return {short_postings, windows, false};
    if (look == Look::patient)
        return {patient_postings, windows, true};
    return {postings, windows, false};
}

/// A document that is a reference itself is never matched with itself.
bool is_own(const Query& query, const IndexedText& text)
{
    return std::find(query.own.begin(), query.own.end(), VersionId{text.work, text.version}) != query.own.end();
}

Found found_at(VersionId version, bool claimed, const Stretch& where, std::size_t piece, const Piece& words)
{
    return {version, claimed, 0, 0, where, piece, similarity(where, words.pattern.size()), nullptr};
}

} // namespace

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

bool needs_short_shingles(const Piece& piece) { return piece.words.size() < no_fallback; }

// ---- by indexes --------------------------------------------------------------------------------------------------

IndexedPlaces::IndexedPlaces(std::span<const Index* const> shards, const std::vector<Piece>& pieces, const Query& query)
    : shards_(shards), pieces_(pieces)
{
    for (std::size_t shard = 0; shard < shards_.size(); ++shard)
        rank(shard, query);
    std::sort(claimed_.begin(), claimed_.end(),
              [](const ClaimedText& a, const ClaimedText& b) { return a.version < b.version; });
    const auto same = [](const ClaimedText& a, const ClaimedText& b) { return a.version == b.version; };
    claimed_.erase(std::unique(claimed_.begin(), claimed_.end(), same), claimed_.end());
}

void IndexedPlaces::rank(std::size_t shard, const Query& query)
{
    const Index& index = *shards_[shard];
    std::vector<unsigned char> by_language;
    for (const std::string& language : index.languages())
        by_language.push_back(
            query.language.empty() || language.empty() || text::same_language(language, query.language) ? 1 : 0);
    TextRanks& ranks = ranks_.emplace_back(index.texts().size());
    for (std::size_t text = 0; text < ranks.size(); ++text)
        ranks[text] = by_language[index.language_of(text)];
    for (std::size_t text = 0; text < ranks.size(); ++text)
        if (is_own(query, index.texts()[text]))
            ranks[text] = 0;
    for (const std::size_t work : query.claimed_works)
        for (const std::size_t text : index.texts_of(work)) {
            if (ranks[text] == 0)
                continue;
            ranks[text] = 2;
            claimed_.push_back({{work, index.texts()[text].version}, shard, text});
        }
}

Elected IndexedPlaces::elect(std::size_t piece, Look look)
{
    const VoteLimits limits = limits_for(pieces_, piece, look);
    const std::vector<WordId>& words = pieces_[piece].words;
    Elected all;
    for (std::size_t shard = 0; shard < shards_.size(); ++shard) {
        const Index& index = *shards_[shard];
        Elected elected = vote(index, words, ranks_[shard],
                               look == Look::short_shingles ? index.short_shingles() : index.long_shingles(), limits);
        if (shards_.size() == 1)
            return elected;
        all.all_counted = all.all_counted && elected.all_counted;
        for (auto list : {&Elected::claimed, &Elected::others})
            for (Window& window : elected.*list) {
                window.shard = shard;
                (all.*list).push_back(window);
            }
    }
    for (std::vector<Window>* list : {&all.claimed, &all.others}) {
        std::sort(list->begin(), list->end(), comes_first);
        list->resize(std::min(list->size(), limits.windows));
    }
    return all;
}

std::vector<Found> IndexedPlaces::look_through(std::size_t piece, Look, const Window& window)
{
    const bool claimed = ranks_[window.shard][window.text] == 2;
    std::vector<Found> all;
    for (const Stretch& where :
         nearest_in(*shards_[window.shard], window, pieces_[piece].pattern, has_many(pieces_) ? 1 : 3)) {
        all.push_back(found_at(window.version, claimed, where, piece, pieces_[piece]));
        all.back().shard = window.shard;
        all.back().text = window.text;
    }
    return all;
}

std::vector<Found> IndexedPlaces::read_claimed(std::size_t piece)
{
    const std::size_t limit = std::max<std::size_t>(1, chained_pieces / 2 / pieces_.size());
    std::vector<Found> all;
    for (const ClaimedText& text : claimed_) {
        const std::vector<Stretch> nearest = nearest_in(*shards_[text.shard], text.text, pieces_[piece].pattern);
        for (std::size_t i = 0; i < std::min(nearest.size(), limit); ++i) {
            all.push_back(found_at(text.version, true, nearest[i], piece, pieces_[piece]));
            all.back().shard = text.shard;
            all.back().text = text.text;
        }
    }
    return all;
}

ProposedPlace IndexedPlaces::passage(const Found& found)
{
    return passage_around(*shards_[found.shard], pieces_, found);
}

// ---- as proposed -------------------------------------------------------------------------------------------------

const Proposals* ProposedPlaces::proposals(std::size_t piece, Look look) const
{
    const auto found = std::find_if(result_.looks.begin(), result_.looks.end(),
                                    [&](const Proposals& one) { return one.piece == piece && one.look == look; });
    return found == result_.looks.end() ? nullptr : &*found;
}

Elected ProposedPlaces::elect(std::size_t piece, Look look)
{
    Elected elected;
    const Proposals* proposed = proposals(piece, look);
    if (proposed == nullptr)
        return elected;
    elected.all_counted = proposed->all_counted;
    const std::size_t limit = limits_for(pieces_, piece, look).windows;
    for (std::size_t i = 0; i < proposed->proposals.size(); ++i) {
        const Proposal& one = proposed->proposals[i];
        std::vector<Window>& list = one.claimed ? elected.claimed : elected.others;
        if (list.size() < limit)
            list.push_back({one.version, 0, i, 0, 0, one.cell, one.weight}); // `text` is its number here
    }
    return elected;
}

std::vector<Found> ProposedPlaces::look_through(std::size_t piece, Look look, const Window& window)
{
    const Proposal& one = proposals(piece, look)->proposals[window.text];
    std::vector<Found> all;
    for (const ProposedPlace& place : one.places) {
        all.push_back(found_at(one.version, one.claimed, {place.begin, place.end, place.edits}, piece, pieces_[piece]));
        all.back().proposed = &place;
    }
    return all;
}

std::vector<Found> ProposedPlaces::read_claimed(std::size_t piece)
{
    std::vector<Found> all;
    const Proposals* proposed = proposals(piece, Look::every_word);
    for (std::size_t i = 0; proposed != nullptr && i < proposed->proposals.size(); ++i) {
        const std::vector<Found> more = look_through(piece, Look::every_word, {proposed->proposals[i].version, 0, i});
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

} // namespace verbatim::library
