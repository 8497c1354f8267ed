// SPDX-License-Identifier: Apache-2.0
// Runs of words that a text and the library share, by looking up as few shingles as will do:
//
//   a run of 12 words holds 10 shingles of 3 words in a row, so one of every 10 shingles of the text lies in each run;
//   that one is looked up, or a neighbour before it where it is a common one, and grown to both sides.
//
// The index only proposes: a run counts as far as its words are equal under the equality fold, case aside.
#include "library/index.hpp"
#include "library/state.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace verbatim::library {

namespace {

constexpr std::size_t common = 32;         ///< places of a shingle, beyond which a rarer neighbour is looked for
constexpr std::size_t most_places = 2'000; ///< places of one shingle that are looked at

/// Words of the text and of a version that stand beside each other.
struct Grown {
    std::size_t begin = 0; ///< words of the text
    std::size_t end = 0;
    std::size_t shard = 0;        ///< of the indexes
    std::size_t text = 0;         ///< index in its Index::texts()
    std::size_t source_begin = 0; ///< words of that text
};

/// A place of a shingle.
struct Spot {
    VersionId version;
    std::size_t word = 0;
    std::size_t shard = 0;
    std::size_t text = 0;
};

class SharedRuns {
public:
    SharedRuns(const Library& library, const std::vector<const Index*>& indexes, std::string_view text,
               std::size_t least, const std::vector<VersionId>& left_out)
        : library_(library), indexes_(indexes), tokens_(text::tokenise(text)), least_(least), left_out_(left_out)
    {
        for (std::size_t i = 0; i < tokens_.list.size(); ++i)
            if (is_word(tokens_.list[i].kind)) {
                words_.push_back(indexes.front()->vocabulary().find(tokens_, i));
                at_.push_back(i);
            }
    }

    std::vector<SharedRun> all()
    {
        const std::size_t step = least_ + 1 - long_shingle.words;
        std::vector<SharedRun> runs;
        for (std::size_t from = 0; from + least_ <= words_.size();) {
            const std::size_t anchor = rarest(from, std::min(from + step, words_.size()));
            if (const auto run = longest_through(anchor)) {
                runs.push_back(*run);
                from = taken_ = std::max(anchor + 1, run_end_);
            } else {
                from = anchor + 1;
            }
        }
        return runs;
    }

private:
    [[nodiscard]] std::optional<std::uint64_t> shingle(std::size_t word) const
    {
        return words_[word] == no_word ? std::nullopt : shingle_at(words_, word, long_shingle);
    }
    /// How many places a shingle has in the whole library, about.
    [[nodiscard]] std::size_t count(std::size_t word) const
    {
        const std::optional<std::uint64_t> hash = shingle(word);
        return hash ? indexes_.front()->long_shingles().count(*hash) : 0;
    }
    /// The first places of a shingle, by version and word.
    [[nodiscard]] std::vector<Spot> places(std::size_t word) const
    {
        std::vector<Spot> spots;
        const std::optional<std::uint64_t> hash = shingle(word);
        for (std::size_t shard = 0; hash && shard < indexes_.size(); ++shard) {
            const Index& index = *indexes_[shard];
            std::size_t room = most_places;
            index.long_shingles().for_each_position(*hash, index.words(), [&](std::uint32_t position) {
                if (room == 0)
                    return;
                --room;
                const std::size_t text = index.text_at(position);
                const std::size_t place = position - index.begin(text);
                if (place >= index.size(text)) // a damaged file
                    return;
                const IndexedText& version = index.texts()[text];
                spots.push_back({{version.work, version.version}, place, shard, text});
            });
        }
        if (indexes_.size() > 1)
            std::sort(spots.begin(), spots.end(), [](const Spot& a, const Spot& b) {
                return a.version != b.version ? a.version < b.version : a.word < b.word;
            });
        spots.resize(std::min(spots.size(), most_places));
        return spots;
    }

    /// The last word of [from, to) whose shingle is no common one; else the one with the fewest places. A shingle that
    /// the library lacks tells that no run passes there.
    [[nodiscard]] std::size_t rarest(std::size_t from, std::size_t to) const
    {
        std::size_t best = to - 1;
        std::size_t fewest = count(best);
        for (std::size_t word = to - 1; fewest > common && word-- > from;)
            if (const std::size_t here = count(word); here < fewest) {
                best = word;
                fewest = here;
            }
        return best;
    }

    [[nodiscard]] bool is_left_out(VersionId id) const
    {
        return std::find(left_out_.begin(), left_out_.end(), id) != left_out_.end();
    }

    /// The exact forms of the words of a version beside which a run stands.
    [[nodiscard]] std::vector<std::string> source_words(const Grown& run) const
    {
        const Index& index = *indexes_[run.shard];
        const IndexedText& text = index.texts()[run.text];
        const Span where = index.plain_span(run.text, run.source_begin, run.source_begin + (run.end - run.begin));
        const TokenWindow window = library_.tokens_around(text.work, text.version, where, 0);
        std::vector<std::string> forms;
        for (std::size_t i = window.asked.begin; i < window.asked.end; ++i)
            if (is_word(window.tokens.list[i].kind))
                forms.emplace_back(window.tokens.exact(i));
        return forms;
    }

    /// What is left of a run about the anchor where its words are compared, not their numbers.
    [[nodiscard]] Grown compared(const Grown& by_id, std::size_t anchor, const Spot& spot) const
    {
        const std::vector<std::string> there = source_words(by_id);
        return grown(anchor, spot, [&](std::size_t word, std::size_t at) {
            if (word < by_id.begin || word >= by_id.end || at - by_id.source_begin >= there.size())
                return false;
            const std::string_view a = tokens_.exact(at_[word]), b = there[at - by_id.source_begin];
            return a == b || text::case_fold(a) == text::case_fold(b);
        });
    }

    template <typename Equal>
    Grown grown(std::size_t anchor, const Spot& spot, const Equal& equal) const
    {
        const std::size_t size = indexes_[spot.shard]->size(spot.text);
        Grown run{anchor, anchor, spot.shard, spot.text, spot.word};
        while (run.begin > taken_ && run.source_begin > 0 && equal(run.begin - 1, run.source_begin - 1)) {
            --run.begin;
            --run.source_begin;
        }
        for (std::size_t next = spot.word; run.end < words_.size() && next < size && equal(run.end, next); ++next)
            ++run.end;
        return run;
    }

    [[nodiscard]] std::size_t measured(const Grown& run) const
    {
        return run.begin == run.end ? 0 : text::word_count(tokens_, at_[run.begin], at_[run.end - 1] + 1);
    }

    std::optional<SharedRun> longest_through(std::size_t anchor)
    {
        std::optional<Grown> best;
        std::set<std::size_t> works;
        for (const Spot& spot : places(anchor)) {
            if (is_left_out(spot.version))
                continue;
            const Index& index = *indexes_[spot.shard];
            const Grown by_id = grown(anchor, spot, [&](std::size_t word, std::size_t at) {
                return words_[word] != no_word && words_[word] == index.word(spot.text, at);
            });
            if (measured(by_id) < least_)
                continue;
            const Grown run = compared(by_id, anchor, spot);
            if (measured(run) < least_)
                continue;
            works.insert(spot.version.work);
            if (!best || run.end - run.begin > best->end - best->begin)
                best = run;
        }
        if (!best)
            return std::nullopt;
        run_end_ = best->end;
        return as_shared(*best, works.size());
    }

    /// Nothing where a damaged file leads to no words.
    [[nodiscard]] std::optional<SharedRun> as_shared(const Grown& run, std::size_t works) const
    {
        const Index& index = *indexes_[run.shard];
        const IndexedText& text = index.texts()[run.text];
        const Span where = index.plain_span(run.text, run.source_begin, run.source_begin + (run.end - run.begin));
        const TokenWindow window = library_.tokens_around(text.work, text.version, where, 0);
        if (window.asked.empty())
            return std::nullopt;
        SharedRun shared;
        shared.span = {tokens_.list[at_[run.begin]].span.begin, tokens_.list[at_[run.end - 1]].span.end};
        shared.words = measured(run);
        shared.works = works;
        shared.where = {text.work, text.version};
        shared.source = {window.tokens.list[window.asked.begin].span.begin,
                         window.tokens.list[window.asked.end - 1].span.end};
        return shared;
    }

    const Library& library_;
    const std::vector<const Index*>& indexes_;
    text::Tokens tokens_;
    std::size_t least_;
    const std::vector<VersionId>& left_out_;
    std::vector<WordId> words_;
    std::vector<std::size_t> at_; ///< index of each word in the tokens
    std::size_t taken_ = 0;       ///< words before belong to an earlier run
    std::size_t run_end_ = 0;     ///< of the last run found
};

} // namespace

std::vector<SharedRun> Library::shared_runs(std::string_view text, std::size_t least,
                                            const std::vector<VersionId>& left_out) const
{
    if (state_->indexes.empty())
        return {};
    std::vector<SharedRun> runs = SharedRuns(*this, state_->indexes, text, least, left_out).all();
    for (SharedRun& run : runs) {
        const text::Tokens words = text::tokenise(text.substr(run.span.begin, run.span.size()));
        const auto count = std::count_if(words.list.begin(), words.list.end(),
                                         [](const text::Token& token) { return is_word(token.kind); });
        run.rarity = rarity(words, 0, words.list.size()) / static_cast<double>(count);
        run.most_rarity = std::log2(static_cast<double>(state_->vocabulary().total()));
    }
    return runs;
}

} // namespace verbatim::library
