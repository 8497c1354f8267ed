// SPDX-License-Identifier: Apache-2.0
#include "pair/alignment.hpp"

#include "pair/attribution_changes.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace verbatim::pair {
namespace {

struct Item {
    std::size_t quotation = 0;
    double length = 0;       ///< words of the quotation
    double position = 0;     ///< 0–1 within the document
    std::size_t segment = 0; ///< of the aligned paragraphs; their number for none
    std::size_t speaker = 0; ///< ordinal among the speakers of its side; 0: none
    Values values;
};

/// The quotations of one side and its speakers, each once.
struct Row {
    std::vector<Item> items;
    std::vector<const Attribution*> speakers{nullptr};
};

template <typename SegmentOf>
Row row_of(const DocumentResult& result, const Values& values, SegmentOf segment_of)
{
    Row row;
    std::map<std::string, std::size_t> known;
    const std::vector<Quotation>& quotations = result.reading.quotations;
    for (std::size_t i = 0; i < quotations.size(); ++i) {
        if (quotations[i].nested_in)
            continue;
        Item item;
        item.quotation = i;
        item.length = static_cast<double>(std::max<std::size_t>(1, text::word_count(quotations[i].text)));
        const Span hull = quotations[i].hull();
        item.position = static_cast<double>(hull.begin)
                        / static_cast<double>(std::max<std::size_t>(1, result.document.plain.size()));
        item.segment = segment_of(hull.begin);
        item.values = within(values, hull);
        const Attribution& attribution = quotations[i].attribution;
        if (attribution.attributed() && attribution.source) {
            const Source& source = *attribution.source;
            const std::string name = source.person.value_or(source.text) + (source.is_document ? "\x01" : "")
                                     + (source.coordinated ? "\x02" : "");
            const auto [it, is_new] = known.emplace(name, row.speakers.size());
            if (is_new)
                row.speakers.push_back(&attribution);
            item.speaker = it->second;
        }
        row.items.push_back(std::move(item));
    }
    return row;
}

/// Scores one pair; positive where it is more likely a translation than not.
class Scorer {
public:
    Scorer(const DocumentResult& from, const DocumentResult& to, const Row& a, const Row& b, const Segments& segments,
           const library::Library* library)
        : from_(from), to_(to), a_(a), b_(b), segments_(segments.list().size()), bias_(segments.bias()),
          library_(library)
    {
    }

    [[nodiscard]] double score(const Item& a, const Item& b) const
    {
        const Quotation& left = from_.reading.quotations[a.quotation];
        const Quotation& right = to_.reading.quotations[b.quotation];
        // Lengths of a translation scatter around their ratio by about a third (log-normal).
        const double ratio = std::log(a.length / b.length) - bias_;
        double score = 1.5 - std::min(4.0, ratio * ratio * (a.length + b.length < 12 ? 0.8 : 2.0));
        switch (speakers(a.speaker, b.speaker)) {
        case SpeakerMatch::same:
            score += 2;
            break;
        case SpeakerMatch::unknown:
            break;
        case SpeakerMatch::different:
            score -= 1.5;
            break;
        }
        const bool has_values = !a.values.amounts.empty() || !a.values.dates.empty() || !b.values.amounts.empty()
                                || !b.values.dates.empty();
        if (has_values)
            score += agreement(a.values, b.values) * 3 - 1;
        score += place(a, b);
        if ((left.kind == QuotationKind::title) != (right.kind == QuotationKind::title))
            score -= 1.5;
        if (left.kind != right.kind)
            score -= 0.3;
        if (left.form != right.form)
            score -= 0.5;
        if (left.citations.empty() != right.citations.empty())
            score -= 0.7;
        return score;
    }

private:
    /// Paragraphs that translate each other hold quotations that do; a neighbour may.
    [[nodiscard]] double place(const Item& a, const Item& b) const
    {
        if (a.segment < segments_ && b.segment < segments_) {
            const std::size_t apart = std::max(a.segment, b.segment) - std::min(a.segment, b.segment);
            return apart == 0 ? 1.5 : apart == 1 ? -2.5 : -4;
        }
        return -std::min(3.0, std::abs(a.position - b.position) * 10);
    }
    [[nodiscard]] SpeakerMatch speakers(std::size_t a, std::size_t b) const
    {
        if (a == 0 || b == 0)
            return SpeakerMatch::unknown;
        const auto [it, is_new] = matches_.emplace(std::pair(a, b), SpeakerMatch::unknown);
        if (is_new)
            it->second = match_speakers(*a_.speakers[a], *b_.speakers[b], library_);
        return it->second;
    }

    const DocumentResult& from_;
    const DocumentResult& to_;
    const Row& a_;
    const Row& b_;
    std::size_t segments_;
    double bias_;
    const library::Library* library_;
    mutable std::map<std::pair<std::size_t, std::size_t>, SpeakerMatch> matches_; ///< one pairing, one thread
};

double confidence_of(double score) { return std::round(1000 / (1 + std::exp(-score))) / 1000; }

constexpr std::size_t most_cells = 20'000'000; ///< of the dynamic programme: it narrows its band before it has more

/// The dynamic programme over both sequences, within a band around the diagonal, so that long texts stay linear.
class Programme {
public:
    Programme(const std::vector<Item>& a, const std::vector<Item>& b, const Scorer& scorer)
        : a_(a), b_(b), scorer_(scorer)
    {
        const std::size_t apart = std::max(a.size(), b.size()) - std::min(a.size(), b.size());
        half_ = std::min(most_cells / 2 / (a.size() + 1), std::min<std::size_t>(400, apart + 60));
        width_ = 2 * half_ + 1;
    }

    [[nodiscard]] std::vector<AlignedPair> best()
    {
        if (a_.empty() || b_.empty())
            return {};
        enum Step : unsigned char { pair_both, skip_from, skip_to };
        constexpr double gap = -0.3;
        constexpr double never = -std::numeric_limits<double>::infinity();
        std::vector<unsigned char> steps((a_.size() + 1) * width_, skip_to);
        std::vector<double> above(width_, never);
        for (std::size_t j = first(0); j <= last(0); ++j)
            above[j - first(0)] = gap * static_cast<double>(j);
        std::vector<double> row(width_, never);
        for (std::size_t i = 1; i <= a_.size(); ++i) {
            const auto old = [&](std::size_t j) {
                return first(i - 1) <= j && j <= last(i - 1) ? above[j - first(i - 1)] : never;
            };
            std::fill(row.begin(), row.end(), never);
            for (std::size_t j = first(i); j <= last(i); ++j) {
                const double paired = j == 0 ? never : old(j - 1) + scorer_.score(a_[i - 1], b_[j - 1]);
                const double lost = old(j) + gap;
                const double extra = j == first(i) ? never : row[j - 1 - first(i)] + gap;
                const double best = std::max({paired, lost, extra});
                steps[i * width_ + j - first(i)] = best == paired ? pair_both : best == lost ? skip_from : skip_to;
                row[j - first(i)] = best;
            }
            std::swap(above, row);
        }
        std::vector<AlignedPair> pairs;
        for (std::size_t i = a_.size(), j = last(a_.size()); i > 0 && j > 0;) {
            switch (steps[i * width_ + j - first(i)]) {
            case pair_both:
                --i;
                --j;
                pairs.push_back({a_[i].quotation, b_[j].quotation, confidence_of(scorer_.score(a_[i], b_[j]))});
                break;
            case skip_from:
                --i;
                break;
            default:
                --j;
            }
            j = std::min(j, last(i));
        }
        std::reverse(pairs.begin(), pairs.end());
        return pairs;
    }

private:
    [[nodiscard]] std::size_t first(std::size_t i) const
    {
        const std::size_t middle = i * b_.size() / a_.size();
        return middle > half_ ? middle - half_ : 0;
    }
    [[nodiscard]] std::size_t last(std::size_t i) const { return std::min(b_.size(), first(i) + width_ - 1); }

    const std::vector<Item>& a_;
    const std::vector<Item>& b_;
    const Scorer& scorer_;
    std::size_t half_ = 0;
    std::size_t width_ = 0;
};

/// Pairs out of order need a witness: the same speaker, and lengths or values that fit.
void pair_out_of_order(const std::vector<Item>& a, const std::vector<Item>& b, const Scorer& scorer,
                       std::vector<AlignedPair>& pairs)
{
    constexpr double vouched = 2.5;
    constexpr std::size_t most = 400;
    const auto free_of = [&](const std::vector<Item>& items, std::size_t AlignedPair::*side) {
        std::vector<std::size_t> taken;
        for (const AlignedPair& pair : pairs)
            taken.push_back(pair.*side);
        std::sort(taken.begin(), taken.end());
        std::vector<const Item*> free;
        for (const Item& item : items)
            if (free.size() < most && !std::binary_search(taken.begin(), taken.end(), item.quotation))
                free.push_back(&item);
        return free;
    };
    std::vector<const Item*> right = free_of(b, &AlignedPair::to);
    for (const Item* item : free_of(a, &AlignedPair::from)) {
        auto best = right.end();
        double highest = vouched;
        for (auto other = right.begin(); other != right.end(); ++other)
            if (const double score = scorer.score(*item, **other); score > highest) {
                highest = score;
                best = other;
            }
        if (best == right.end())
            continue;
        pairs.push_back({item->quotation, (*best)->quotation, confidence_of(highest)});
        right.erase(best);
    }
}

bool is_known(const Source& source, const library::Library* library)
{
    return library != nullptr && library->person(source.person ? *source.person : source.text).has_value();
}

std::string compact(const std::string& name)
{
    std::string letters;
    for (const char c : text::search_fold(text::romanised(name)))
        if (c != ' ' && c != '-' && c != '\'')
            letters += c;
    return letters;
}

} // namespace

SpeakerMatch match_speakers(const Attribution& from, const Attribution& to, const library::Library* library)
{
    if (!from.attributed() || !to.attributed() || !from.source || !to.source)
        return SpeakerMatch::unknown;
    const Source& a = *from.source;
    const Source& b = *to.source;
    if (a.coordinated || b.coordinated || a.is_document || b.is_document)
        return SpeakerMatch::unknown;
    if (same_speaker(a, b, library))
        return SpeakerMatch::same;
    const std::string left = compact(a.person ? *a.person : a.text);
    const std::string right = compact(b.person ? *b.person : b.text);
    if (!left.empty() && left == right)
        return SpeakerMatch::same;
    return is_known(a, library) && is_known(b, library) ? SpeakerMatch::different : SpeakerMatch::unknown;
}

std::vector<AlignedPair> align_quotations(const DocumentResult& from, const Values& from_values,
                                          const DocumentResult& to, const Values& to_values, const Segments& segments,
                                          const library::Library* library)
{
    const Row a = row_of(from, from_values, [&](std::size_t offset) { return segments.of_from(offset); });
    const Row b = row_of(to, to_values, [&](std::size_t offset) { return segments.of_to(offset); });
    const Scorer scorer(from, to, a, b, segments, library);
    std::vector<AlignedPair> pairs = Programme(a.items, b.items, scorer).best();
    pair_out_of_order(a.items, b.items, scorer, pairs);
    std::sort(pairs.begin(), pairs.end(), [](const AlignedPair& x, const AlignedPair& y) { return x.from < y.from; });
    return pairs;
}

} // namespace verbatim::pair
