// SPDX-License-Identifier: Apache-2.0
// Two states of one text. Quotations are paired by their words: first equal ones, then one that became several (or
// the reverse), then the most alike; what is left became a paraphrase, came from one, was dropped or was added.
#include "pair/pair.hpp"

#include "pair/attribution_changes.hpp"
#include "pair/citations.hpp"
#include "pair/words.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <tuple>

namespace verbatim::pair {
namespace {

using Words = std::vector<std::uint32_t>;

constexpr double alike_enough = 0.5;      ///< likeness of an edited quotation
constexpr double sentence_alike = 0.6;    ///< share of a quotation's words that a paraphrase keeps
constexpr std::size_t shortest_piece = 3; ///< words of a piece of a split quotation

struct Side {
    const DocumentResult& result;
    std::vector<Words> words;
    std::vector<Sentence> sentences;
    std::vector<bool> paired;

    Side(const DocumentResult& given, WordIds& ids)
        : result(given), sentences(unquoted_sentences(given.document, given.reading, ids)),
          paired(given.reading.quotations.size(), false)
    {
        for (const Quotation& quotation : given.reading.quotations)
            words.push_back(ids.ids_of(quotation.text));
    }
    [[nodiscard]] const Quotation& quotation(std::size_t i) const { return result.reading.quotations[i]; }
    [[nodiscard]] std::size_t size() const { return words.size(); }
};

class EditPairing {
public:
    EditPairing(const DocumentResult& from, const DocumentResult& to, const library::Library* library,
                const align::Settings& settings)
        : from_(from, ids_), to_(to, ids_), library_(library), settings_(settings)
    {
    }

    Pairing run()
    {
        pair_equal();
        pair_divided(from_, to_, LinkState::split);
        pair_divided(to_, from_, LinkState::merged);
        pair_alike();
        mark_moved();
        explain_links();
        pair_rest_of(from_, to_, LinkState::paraphrased, LinkState::dropped);
        pair_rest_of(to_, from_, LinkState::quoted, LinkState::added);
        std::sort(pairing_.links.begin(), pairing_.links.end(), [](const Link& a, const Link& b) {
            return std::pair(a.from.value_or(SIZE_MAX), a.to.value_or(SIZE_MAX))
                   < std::pair(b.from.value_or(SIZE_MAX), b.to.value_or(SIZE_MAX));
        });
        pairing_.kind = PairKind::edit;
        pairing_.citations = pair_citations(from_.result.reading, to_.result.reading, CitationMatch::in_one_language);
        return std::move(pairing_);
    }

private:
    void link(std::size_t from, std::size_t to, LinkState state)
    {
        Link link;
        link.from = from;
        link.to = to;
        link.state = state;
        pairing_.links.push_back(std::move(link));
        from_.paired[from] = true;
        to_.paired[to] = true;
    }

    /// Equal words, in order of appearance; nested with nested first, then whatever the nesting became.
    void pair_equal()
    {
        for (const bool nesting_counts : {true, false}) {
            const auto nested = [&](const Side& side, std::size_t i) {
                return nesting_counts && side.quotation(i).nested_in.has_value();
            };
            std::map<std::pair<Words, bool>, std::vector<std::size_t>> places;
            for (std::size_t j = to_.size(); j-- > 0;)
                if (!to_.paired[j])
                    places[{to_.words[j], nested(to_, j)}].push_back(j);
            for (std::size_t i = 0; i < from_.size(); ++i) {
                if (from_.paired[i])
                    continue;
                const auto it = places.find({from_.words[i], nested(from_, i)});
                if (from_.words[i].empty() || it == places.end() || it->second.empty())
                    continue;
                link(i, it->second.back(), LinkState::same);
                it->second.pop_back();
            }
        }
    }

    /// Where the i-th of `from` things would be among `to`.
    static std::size_t scaled(std::size_t i, std::size_t from, std::size_t to) { return i * to / from; }

    using Opening = std::array<std::uint32_t, shortest_piece>;
    static Opening opening_of(const Words& words, std::size_t at)
    {
        Opening opening{};
        std::copy_n(words.begin() + static_cast<std::ptrdiff_t>(at), shortest_piece, opening.begin());
        return opening;
    }

    /// One quotation of `whole` whose words stand in several of `parts`, one behind the other.
    void pair_divided(Side& whole, Side& parts, LinkState state)
    {
        std::map<Opening, std::vector<std::size_t>> starts;
        for (std::size_t j = 0; j < parts.size(); ++j)
            if (!parts.paired[j] && !parts.quotation(j).nested_in && parts.words[j].size() >= shortest_piece)
                starts[opening_of(parts.words[j], 0)].push_back(j);
        for (std::size_t i = 0; i < whole.size(); ++i) {
            if (whole.paired[i] || whole.quotation(i).nested_in)
                continue;
            const Words& words = whole.words[i];
            std::vector<std::size_t> pieces;
            std::size_t covered = 0;
            for (std::size_t at = 0; at + shortest_piece <= words.size();) {
                const auto it = starts.find(opening_of(words, at));
                const std::optional<std::size_t> piece =
                    it == starts.end() ? std::nullopt : longest_at(words, at, parts, it->second, pieces);
                if (!piece) {
                    ++at;
                    continue;
                }
                pieces.push_back(*piece);
                covered += parts.words[*piece].size();
                at += parts.words[*piece].size();
            }
            // Nearly all words must be there: what is missing is an edit, not a division.
            if (pieces.size() < 2 || covered * 10 < words.size() * 9)
                continue;
            for (const std::size_t j : pieces)
                state == LinkState::split ? link(i, j, state) : link(j, i, state);
        }
    }

    /// The longest unpaired part that stands in `words` at this place and is not the whole of it.
    static std::optional<std::size_t> longest_at(const Words& words, std::size_t at, const Side& parts,
                                                 const std::vector<std::size_t>& candidates,
                                                 const std::vector<std::size_t>& used)
    {
        std::optional<std::size_t> longest;
        for (const std::size_t j : candidates) {
            const Words& part = parts.words[j];
            if (parts.paired[j] || part.size() >= words.size() || part.size() > words.size() - at
                || std::find(used.begin(), used.end(), j) != used.end()
                || (longest && part.size() <= parts.words[*longest].size()))
                continue;
            if (std::equal(part.begin(), part.end(), words.begin() + static_cast<std::ptrdiff_t>(at)))
                longest = j;
        }
        return longest;
    }

    struct Candidate {
        double likeness;
        std::size_t from, to;
    };

    /// Pairs of unpaired quotations that share words: rare words first, so that long texts cost what they share.
    std::vector<Candidate> candidates()
    {
        constexpr std::size_t most_compared = 20;
        WordPlaces places;
        for (std::size_t j = 0; j < to_.size(); ++j)
            if (!to_.paired[j])
                places.add(j, to_.words[j]);
        std::vector<Candidate> list;
        for (std::size_t i = 0; i < from_.size(); ++i) {
            if (from_.paired[i])
                continue;
            for (const std::size_t j :
                 places.sharing(from_.words[i], scaled(i, from_.size(), to_.size()), most_compared)) {
                if (from_.quotation(i).nested_in.has_value() != to_.quotation(j).nested_in.has_value())
                    continue;
                const bool cut =
                    from_.words[i].size() >= shortest_piece && to_.words[j].size() >= shortest_piece
                    && (holds_run(from_.words[i], to_.words[j]) || holds_run(to_.words[j], from_.words[i]));
                const double value = cut ? std::max(alike_enough, likeness(from_.words[i], to_.words[j]))
                                         : likeness(from_.words[i], to_.words[j]);
                if (value >= alike_enough)
                    list.push_back({value, i, j});
            }
        }
        return list;
    }

    void pair_alike()
    {
        std::vector<Candidate> list = candidates();
        std::sort(list.begin(), list.end(), [](const Candidate& a, const Candidate& b) {
            return std::tuple(-a.likeness, a.from, a.to) < std::tuple(-b.likeness, b.from, b.to);
        });
        for (const Candidate& candidate : list)
            if (!from_.paired[candidate.from] && !to_.paired[candidate.to])
                link(candidate.from, candidate.to, LinkState::edited);
    }

    /// Links that leave the longest run in one order were moved.
    void mark_moved()
    {
        std::vector<Link*> links;
        for (Link& link : pairing_.links)
            links.push_back(&link);
        std::sort(links.begin(), links.end(), [](const Link* a, const Link* b) {
            return std::pair(*a->from, *a->to) < std::pair(*b->from, *b->to);
        });
        std::vector<std::size_t> tails;
        std::vector<std::size_t> before(links.size(), SIZE_MAX);
        for (std::size_t i = 0; i < links.size(); ++i) {
            const auto it = std::upper_bound(tails.begin(), tails.end(), i, [&](std::size_t a, std::size_t b) {
                return *links[a]->to < *links[b]->to;
            });
            if (it != tails.begin())
                before[i] = *(it - 1);
            if (it == tails.end())
                tails.push_back(i);
            else
                *it = i;
        }
        std::vector<bool> in_order(links.size(), false);
        for (std::size_t i = tails.empty() ? SIZE_MAX : tails.back(); i != SIZE_MAX; i = before[i])
            in_order[i] = true;
        for (std::size_t i = 0; i < links.size(); ++i)
            if (!in_order[i] && links[i]->state == LinkState::same)
                links[i]->state = LinkState::moved;
    }

    /// Wording, attribution and what the library says of every link with two sides.
    void explain_links()
    {
        for (Link& link : pairing_.links) {
            const Quotation& before = from_.quotation(*link.from);
            const Quotation& after = to_.quotation(*link.to);
            const bool divided = link.state == LinkState::split || link.state == LinkState::merged;
            if (!divided)
                compare_words(before, after, link);
            for (Change& change : attribution_changes(before, after, library_))
                link.changes.push_back(std::move(change));
            link.attribution_lost = before.attribution.attributed() && !after.attribution.attributed();
        }
    }

    void compare_words(const Quotation& before, const Quotation& after, Link& link)
    {
        const align::Wording wording =
            align::compare_wording(to_.result.document, after, from_.result.document, before);
        for (const Difference& difference : wording.alterations) {
            const auto side = [](const std::string& text, Span span) {
                return text.empty() ? std::nullopt : std::optional(TextSpan{text, span});
            };
            link.changes.push_back({std::string(to_string(difference.kind)),
                                    side(difference.source.text, difference.source.span),
                                    side(difference.quoted.text, difference.quoted.span),
                                    {}});
        }
        if (!wording.alterations.empty()) {
            link.state = LinkState::edited;
            link.toward_source = toward_source(*link.from, *link.to);
        } else if (link.state != LinkState::moved) {
            const bool styled = before.marks != after.marks || before.form != after.form
                                || before.parts.size() != after.parts.size() || !wording.conventional.empty();
            link.state = styled ? LinkState::restyled : LinkState::same;
        }
    }

    /// Both states against one passage: the one that was found for either.
    std::optional<TowardSource> toward_source(std::size_t from, std::size_t to)
    {
        if (library_ == nullptr)
            return std::nullopt;
        const std::vector<Passage>& before = from_.result.evidence[from].matches;
        const std::vector<Passage>& after = to_.result.evidence[to].matches;
        if (before.empty() && after.empty())
            return std::nullopt;
        const Passage& known = after.empty() ? before.front() : after.front();
        const auto against = [&](const Side& side, std::size_t quotation) {
            return align::compare_with(side.result.document, side.quotation(quotation), *library_, known.work,
                                       known.version, known.where.span, settings_);
        };
        const Passage old_state = before.empty() || &before.front() != &known ? against(from_, from) : before.front();
        const Passage new_state = after.empty() ? against(to_, to) : after.front();
        const auto rank = [](const Passage& passage) {
            return std::tuple(-passage.similarity, passage.alterations.size(), passage.conventional.size());
        };
        if (rank(new_state) == rank(old_state))
            return TowardSource::same;
        return rank(new_state) < rank(old_state) ? TowardSource::nearer : TowardSource::farther;
    }

    /// What is left on one side: its words stand in a sentence of the other, or nowhere.
    void pair_rest_of(Side& side, const Side& other, LinkState in_sentence, LinkState nowhere)
    {
        WordPlaces places;
        for (std::size_t s = 0; s < other.sentences.size(); ++s)
            places.add(s, other.sentences[s].words);
        for (std::size_t i = 0; i < side.size(); ++i) {
            if (side.paired[i])
                continue;
            const bool from_side = &side == &from_;
            Link link;
            (from_side ? link.from : link.to) = i;
            const std::optional<Span> sentence =
                sentence_with(side.words[i], side.words[i].size() < shortest_piece ? host_words(side, i) : Words{},
                              other, places, scaled(i, side.size(), other.sentences.size()));
            link.state = sentence ? in_sentence : nowhere;
            if (sentence)
                (from_side ? link.to_sentence : link.from_sentence) = sentence;
            pairing_.links.push_back(std::move(link));
        }
    }

    /// Words of the sentence that holds a quotation, quoted ones left out.
    static Words host_words(const Side& side, std::size_t i)
    {
        const std::size_t at = side.quotation(i).hull().begin;
        const auto host = std::find_if(side.sentences.begin(), side.sentences.end(),
                                       [&](const Sentence& sentence) { return sentence.span.contains(at); });
        return host == side.sentences.end() ? Words{} : host->words;
    }

    /// One sentence, or two that follow each other, with most of the words in order; a short quotation whole, one of
    /// a word or two only where the words `around` it are the same too.
    static std::optional<Span> sentence_with(const Words& words, const Words& around, const Side& other,
                                             const WordPlaces& places, std::size_t near)
    {
        constexpr std::size_t most_compared = 12;
        constexpr std::size_t told_by_share = 6; ///< words; fewer stand in any order in many a sentence
        double best = sentence_alike;
        std::optional<Span> found;
        const auto weigh = [&](const Words& text, Span span) {
            const double share = words.size() < told_by_share ? (holds_run(text, words) ? 1.0 : 0.0)
                                                              : static_cast<double>(common_in_order(text, words))
                                                                    / static_cast<double>(words.size());
            if (words.size() < shortest_piece && likeness(around, text) < sentence_alike)
                return;
            if (share > best) {
                best = share;
                found = span;
            }
        };
        for (const std::size_t s : places.sharing(words, near, most_compared)) {
            weigh(other.sentences[s].words, other.sentences[s].span);
            for (const std::size_t first : {s == 0 ? s : s - 1, s}) {
                if (first + 1 >= other.sentences.size() || other.sentences[s].words.size() >= words.size())
                    continue;
                Words text = other.sentences[first].words;
                text.insert(text.end(), other.sentences[first + 1].words.begin(),
                            other.sentences[first + 1].words.end());
                weigh(text, {other.sentences[first].span.begin, other.sentences[first + 1].span.end});
            }
        }
        return found;
    }

    WordIds ids_;
    Side from_;
    Side to_;
    const library::Library* library_;
    const align::Settings& settings_;
    Pairing pairing_;
};

} // namespace

Pairing pair_edit(const DocumentResult& from, const DocumentResult& to, const library::Library* library,
                  const align::Settings& settings)
{
    return EditPairing(from, to, library, settings).run();
}

} // namespace verbatim::pair
