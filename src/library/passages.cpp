// SPDX-License-Identifier: Apache-2.0
#include "library/passages.hpp"

#include <algorithm>

namespace verbatim::library {

namespace {

constexpr std::size_t reach = 250; ///< words between two pieces: a little more than CONVENTIONS 2 permits
constexpr VoteLimits long_limits{1'500, 10};
constexpr VoteLimits few_windows{1'500, 4}; ///< enough from 24 words on
constexpr VoteLimits short_limits{4'000, 10};
constexpr VoteLimits patient_limits{30'000, 10}; ///< for few and frequent words, once the usual budget is spent
constexpr std::size_t few_words = 12;
constexpr std::size_t long_enough = 24; ///< words that need few windows
constexpr std::size_t no_fallback = 96; ///< words from which 2-grams find nothing that 3-grams did not
constexpr std::size_t places_by_scan = 10;
/// Words up to which one edit at most is accepted: six, and calls of notes, which the table counts, are no words here.
constexpr std::size_t short_pattern = 4;

/// Most edits that may still be accepted (CONVENTIONS 4), with room for words that the fold counts differently.
std::size_t edits_allowed(std::size_t words)
{
    if (words <= 2)
        return 0;
    return words <= 6 ? words / 3 : words * 6 / 10;
}

void add(std::vector<Found>& all, const Found& found)
{
    for (Found& other : all) {
        if (other.text != found.text || other.where.end <= found.where.begin || found.where.end <= other.where.begin)
            continue;
        if (found.similarity > other.similarity)
            other = found;
        return;
    }
    all.push_back(found);
}

void look_through(const Index& index, const std::vector<Piece>& pieces, std::size_t piece,
                  const std::vector<Window>& windows, std::vector<Found>& all)
{
    const Pattern& pattern = pieces[piece].pattern;
    const ScanLimits limits{pattern.size() * 7 / 10, 3};
    for (const Window& window : windows) {
        const auto words = index.words(window.text).subspan(window.begin, window.end - window.begin);
        for (Stretch where : pattern.nearest(words, limits)) {
            where.begin += window.begin;
            where.end += window.begin;
            add(all, {window.text, where, piece, similarity(where, pattern.size())});
        }
    }
}

/// The best of the texts that matter most: of the claimed works where there are any.
double best_of(const std::vector<Found>& all, const TextRanks& ranks)
{
    const bool any_claimed = std::find(ranks.begin(), ranks.end(), 2) != ranks.end();
    double best = 0;
    for (const Found& found : all)
        if (!any_claimed || ranks[found.text] == 2)
            best = std::max(best, found.similarity);
    return best;
}

void nearest_first(std::vector<Found>& all)
{
    std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) {
        if (a.similarity != b.similarity)
            return a.similarity > b.similarity;
        return a.text != b.text ? a.text < b.text : a.where.begin < b.where.begin;
    });
}

/// Grows a site piece by piece.
class Chain {
public:
    Chain(const Index& index, const std::vector<Piece>& pieces, const Found& found)
        : words_(index.words(found.text)), pieces_(pieces), begin_(found.where.begin), end_(found.where.end)
    {
        count(found.where, found.piece);
    }

    void go_on(std::size_t piece)
    {
        if (const std::optional<Stretch> next = first_in(end_, end_ + span_of(piece), piece)) {
            const std::size_t gap = pieces_[piece].run_on ? next->begin - end_ : 0;
            edits_ += gap;
            longer_ += gap;
            end_ = next->end;
            count(*next, piece);
        } else if (const std::optional<Stretch> before = last_in(low(begin_, piece), begin_, piece)) {
            begin_ = before->begin; // out of order
            count(*before, piece);
            ++edits_;
        } else {
            miss(piece);
        }
    }
    void go_back(std::size_t piece)
    {
        if (const std::optional<Stretch> before = last_in(low(begin_, piece), begin_, piece)) {
            const std::size_t gap = pieces_[piece + 1].run_on ? begin_ - before->end : 0;
            edits_ += gap;
            longer_ += gap;
            begin_ = before->begin;
            count(*before, piece);
        } else if (const std::optional<Stretch> next = first_in(end_, end_ + span_of(piece), piece)) {
            end_ = next->end; // out of order
            count(*next, piece);
            ++edits_;
        } else {
            miss(piece);
        }
    }
    [[nodiscard]] Site site(const Found& found) const
    {
        return {found.text, begin_, end_, similarity({0, longer_, edits_}, longer_), whole_, found.similarity};
    }

private:
    [[nodiscard]] std::size_t span_of(std::size_t piece) const { return reach + pieces_[piece].pattern.size() * 3 / 2; }
    [[nodiscard]] std::size_t low(std::size_t from, std::size_t piece) const
    {
        return from > span_of(piece) ? from - span_of(piece) : 0;
    }
    [[nodiscard]] std::vector<Stretch> in(std::size_t from, std::size_t to, std::size_t piece) const
    {
        to = std::min(to, words_.size());
        const Pattern& pattern = pieces_[piece].pattern;
        std::vector<Stretch> found =
            pattern.nearest(words_.subspan(from, to - from), {edits_allowed(pattern.size()), 8});
        for (Stretch& stretch : found) {
            stretch.begin += from;
            stretch.end += from;
        }
        return found;
    }
    [[nodiscard]] std::optional<Stretch> first_in(std::size_t from, std::size_t to, std::size_t piece) const
    {
        const std::vector<Stretch> found = in(from, to, piece);
        return found.empty() ? std::nullopt : std::optional(found.front());
    }
    [[nodiscard]] std::optional<Stretch> last_in(std::size_t from, std::size_t to, std::size_t piece) const
    {
        const std::vector<Stretch> found = in(from, to, piece);
        std::optional<Stretch> last;
        for (const Stretch& stretch : found)
            if (stretch.edits == found.front().edits)
                last = stretch;
        return last;
    }
    void count(const Stretch& where, std::size_t piece)
    {
        edits_ += where.edits;
        longer_ += std::max(where.end - where.begin, pieces_[piece].pattern.size());
    }
    void miss(std::size_t piece)
    {
        edits_ += pieces_[piece].pattern.size();
        longer_ += pieces_[piece].pattern.size();
        whole_ = false;
    }

    std::span<const WordId> words_;
    const std::vector<Piece>& pieces_;
    std::size_t begin_;
    std::size_t end_;
    std::size_t edits_ = 0;
    std::size_t longer_ = 0;
    bool whole_ = true;
};

} // namespace

Places by_index(const Index& index, const std::vector<Piece>& pieces, std::size_t piece, const TextRanks& ranks)
{
    const std::vector<WordId>& words = pieces[piece].words;
    Places places;
    const auto look = [&](const ShingleTable& shingles, VoteLimits limits) {
        const Elected elected = vote(index, words, ranks, shingles, limits);
        look_through(index, pieces, piece, elected.windows, places.found);
        return elected.all_counted;
    };
    places.all_counted = look(index.long_shingles(), words.size() < long_enough ? long_limits : few_windows);
    const double best = best_of(places.found, ranks);
    if (!places.all_counted && best < (words.size() <= few_words ? 1.0 : 0.75))
        places.all_counted = look(index.long_shingles(), patient_limits);
    if (words.size() < no_fallback && best_of(places.found, ranks) < 0.75)
        look(index.short_shingles(), short_limits);
    nearest_first(places.found);
    return places;
}

std::vector<Found> by_scan(const Index& index, const std::vector<Piece>& pieces, std::size_t piece, std::size_t text)
{
    const Pattern& pattern = pieces[piece].pattern;
    std::vector<Found> all;
    const auto take = [&](const std::vector<Stretch>& stretches) {
        for (const Stretch& where : stretches)
            all.push_back({text, where, piece, similarity(where, pattern.size())});
    };
    const bool is_short = pattern.size() <= short_pattern;
    const std::size_t most = is_short ? edits_allowed(pattern.size()) : pattern.size() * 6 / 10;
    take(pattern.nearest(index.words(text), {most, places_by_scan}));
    const bool is_near = std::any_of(all.begin(), all.end(), [](const Found& one) { return one.similarity >= 0.5; });
    if (!is_near && !is_short)
        take(pattern.spread(index.words(text), places_by_scan));
    return all;
}

Site passage_around(const Index& index, const std::vector<Piece>& pieces, const Found& found)
{
    Chain chain(index, pieces, found);
    for (std::size_t piece = found.piece + 1; piece < pieces.size(); ++piece)
        chain.go_on(piece);
    for (std::size_t piece = found.piece; piece-- > 0;)
        chain.go_back(piece);
    return chain.site(found);
}

} // namespace verbatim::library
