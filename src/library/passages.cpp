// SPDX-License-Identifier: Apache-2.0
#include "library/passages.hpp"

#include <algorithm>

namespace verbatim::library {

namespace {

constexpr std::size_t reach = 250; ///< words between two pieces: a little more than CONVENTIONS 2 permits
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

/// Grows a passage piece by piece.
class Chain {
public:
    Chain(const Index& index, const std::vector<Piece>& pieces, const Found& found)
        : index_(index), text_(found.text), pieces_(pieces), begin_(found.where.begin), end_(found.where.end)
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
    [[nodiscard]] ProposedPlace place(const Index& index, const Found& found) const
    {
        return {found.where.begin, found.where.end, found.where.edits, begin_, end_, edits_, longer_, whole_,
                index.plain_span(found.text, begin_, end_)};
    }

private:
    [[nodiscard]] std::size_t span_of(std::size_t piece) const { return reach + pieces_[piece].pattern.size() * 3 / 2; }
    [[nodiscard]] std::size_t low(std::size_t from, std::size_t piece) const
    {
        return from > span_of(piece) ? from - span_of(piece) : 0;
    }
    [[nodiscard]] std::vector<Stretch> in(std::size_t from, std::size_t to, std::size_t piece) const
    {
        to = std::min(to, index_.size(text_));
        const Pattern& pattern = pieces_[piece].pattern;
        std::vector<Stretch> found =
            pattern.nearest(index_.words(text_, {from, to}), {edits_allowed(pattern.size()), 8});
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

    const Index& index_;
    std::size_t text_;
    const std::vector<Piece>& pieces_;
    std::size_t begin_;
    std::size_t end_;
    std::size_t edits_ = 0;
    std::size_t longer_ = 0;
    bool whole_ = true;
};

} // namespace

ProposedPlace passage_around(const Index& index, const std::vector<Piece>& pieces, const Found& found)
{
    Chain chain(index, pieces, found);
    for (std::size_t piece = found.piece + 1; piece < pieces.size(); ++piece)
        chain.go_on(piece);
    for (std::size_t piece = found.piece; piece-- > 0;)
        chain.go_back(piece);
    return chain.place(index, found);
}

Site site_of(const Found& found, const ProposedPlace& place)
{
    return {found.version,
            found.claimed,
            place.passage_begin,
            place.passage_end,
            place.plain,
            similarity({0, place.passage_words, place.passage_edits}, place.passage_words),
            place.whole,
            found.similarity};
}

std::vector<Stretch> nearest_in(const Index& index, const Window& window, const Pattern& pattern, std::size_t results)
{
    std::vector<Stretch> found = pattern.nearest(index.words(window.text, {window.begin, window.end}), {pattern.size() * 7 / 10, results});
    for (Stretch& where : found) {
        where.begin += window.begin;
        where.end += window.begin;
    }
    return found;
}

std::vector<Stretch> nearest_in(const Index& index, std::size_t text, const Pattern& pattern)
{
    const bool is_short = pattern.size() <= short_pattern;
    const std::size_t most = is_short ? edits_allowed(pattern.size()) : pattern.size() * 6 / 10;
    std::vector<Stretch> all = pattern.nearest(index.words(text), {most, places_by_scan});
    const bool is_near = std::any_of(all.begin(), all.end(),
                                     [&](const Stretch& where) { return similarity(where, pattern.size()) >= 0.5; });
    if (!is_near && !is_short) {
        const std::vector<Stretch> spread = pattern.spread(index.words(text), places_by_scan);
        all.insert(all.end(), spread.begin(), spread.end());
    }
    return all;
}

} // namespace verbatim::library
