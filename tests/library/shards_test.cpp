// SPDX-License-Identifier: Apache-2.0
// A library in parts: any partition, joined in any order, says what the whole says.
#include "library/locate.hpp"
#include "library/partition.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <sstream>

#include "generated_library.hpp"

namespace verbatim::library {
namespace {

using generated::Texts;
using generated::Words;
using generated::Writer;

std::string written(const Location& location)
{
    std::ostringstream out;
    out.precision(17);
    for (const Candidate& one : location.candidates)
        out << one.work << '/' << one.version << ' ' << one.where.begin << '-' << one.where.end << ' ' << one.score
            << (one.claimed ? " claimed\n" : "\n");
    const SearchCoverage& coverage = location.coverage;
    out << coverage.versions_read << " read, " << coverage.versions_unreadable << " not"
        << (coverage.claimed_scanned ? ", scanned" : "") << '\n';
    return out.str();
}

/// A library whose texts repeat each other, in two scripts, with several versions a work; and how it was written.
struct World {
    Texts texts;
    std::vector<Words> sources;
    std::vector<std::string> languages;
    Writer latin;
    Writer han;
    Index index;

    explicit World(unsigned seed) : latin(seed, 400, false), han(seed + 1, 300, true), index(fill().index()) {}
    Texts& fill()
    {
        const std::string refrain = latin.text(latin.words(40));
        for (int i = 0; i < 24; ++i) {
            const bool is_han = i % 4 == 3;
            Writer& writer = is_han ? han : latin;
            Words words = writer.words(300 + writer.below(900));
            if (!sources.empty() && writer.below(3) == 0 && languages.back() == (is_han ? "zh" : "en")) {
                words.insert(words.begin() + 100, sources.back().begin(), sources.back().begin() + 120);
            }
            const std::string plain = writer.text(words) + (is_han ? "" : "\n\n" + refrain);
            sources.push_back(words);
            languages.emplace_back(is_han ? "zh" : i % 7 == 0 ? "" : "en");
            if (i > 0 && writer.below(3) == 0)
                texts.add_version(plain, languages.back());
            else
                texts.add(plain, languages.back());
        }
        return texts;
    }
    [[nodiscard]] std::size_t works() const { return texts.list.back().work + 1; }

    Query query()
    {
        const std::size_t source = latin.below(sources.size());
        Writer& writer = languages[source] == "zh" ? han : latin;
        const auto piece = [&](std::size_t size) {
            const std::size_t begin = writer.below(sources[source].size() - size);
            const Words words(sources[source].begin() + static_cast<std::ptrdiff_t>(begin),
                              sources[source].begin() + static_cast<std::ptrdiff_t>(begin + size));
            return writer.text(writer.changed(words, writer.below(1 + size / 3)));
        };
        Query query;
        query.language = languages[source].empty() ? "en" : languages[source];
        query.text = piece(2 + writer.below(50));
        if (writer.below(4) == 0)
            for (std::size_t i = 0; i < 2 + writer.below(3); ++i)
                query.pieces.push_back(piece(3 + writer.below(20)));
        for (std::size_t i = latin.below(3); i > 0; --i)
            query.claimed_works.push_back(latin.below(works()));
        if (latin.below(5) == 0)
            query.own.push_back({texts.list[source].work, texts.list[source].version});
        return query;
    }
};

/// The world in parts, each text where lot puts it.
struct Parted {
    LibraryCounts counts;
    std::vector<Index> indexes;
    std::vector<const Index*> pointers;
    Holdings holdings;

    Parted(World& world, std::size_t shards) : counts(counts_of(world.index.arrays()))
    {
        std::vector<std::vector<std::size_t>> parts(shards);
        std::vector<Holdings::Text> texts;
        for (std::size_t text = 0; text < world.texts.list.size(); ++text) {
            const std::size_t shard = world.latin.below(shards);
            parts[shard].push_back(text);
            const IndexedText& one = world.texts.list[text];
            texts.push_back({{one.work, one.version}, one.language, static_cast<std::uint32_t>(shard + 1)});
        }
        for (const std::vector<std::size_t>& part : parts) {
            std::vector<IndexedText> listed;
            for (const std::size_t text : part)
                listed.push_back(world.texts.list[text]);
            indexes.emplace_back(std::move(listed), part_of(world.index.arrays(), part, counts, 1));
        }
        for (const Index& index : indexes)
            pointers.push_back(&index);
        holdings = Holdings(std::move(texts), {"en"}, static_cast<std::uint32_t>(shards));
    }
    [[nodiscard]] std::vector<ShardResult> results(const Query& query) const
    {
        std::vector<ShardResult> all;
        for (std::size_t shard = 0; shard < indexes.size(); ++shard)
            all.push_back(propose(indexes[shard], static_cast<std::uint32_t>(shard + 1), query));
        return all;
    }
};

/// In an order, and in groups, that lot decides; some more than once.
ShardResult merged(std::vector<ShardResult> results, Writer& writer)
{
    results.push_back(results[writer.below(results.size())]);
    while (results.size() > 1) {
        const std::size_t a = writer.below(results.size());
        std::swap(results[a], results.back());
        const ShardResult one = std::move(results.back());
        results.pop_back();
        ShardResult& other = results[writer.below(results.size())];
        other = merge(one, other);
    }
    return results.front();
}

} // namespace

BOOST_AUTO_TEST_SUITE(shards)

BOOST_AUTO_TEST_CASE(any_partition_says_what_the_whole_says)
{
    std::size_t found = 0;
    std::size_t scanned = 0;
    for (unsigned seed = 1; seed <= 6; ++seed) {
        World world(seed);
        for (std::size_t shards = 1; shards <= 7; ++shards) {
            const Parted parted(world, shards);
            for (int i = 0; i < 40; ++i) {
                const Query query = world.query();
                const Location whole = generated::locate(world.index, query, {"en"});
                const std::string expected = written(whole);
                found += whole.candidates.size();
                scanned += whole.coverage.claimed_scanned ? 1 : 0;
                BOOST_REQUIRE_EQUAL(
                    written(locate(parted.pointers, parted.holdings.all_shards(), parted.holdings, query)), expected);
                const ShardResult result = merged(parted.results(query), world.latin);
                BOOST_REQUIRE(result.shards.size() == shards);
                const Location settled = settle(result, world.index.vocabulary(), parted.holdings, query);
                BOOST_REQUIRE_EQUAL(written(settled), expected);
                BOOST_TEST(settled.unread.empty());
            }
        }
    }
    BOOST_TEST(found > 2'000U); // the queries do find something
    BOOST_TEST(scanned > 100U);
}

/// So few words that even the rarest shingles are past every budget, and counts are rounded.
BOOST_AUTO_TEST_CASE(frequent_words_are_sampled_alike)
{
    Writer writer(21, 5, false);
    Texts texts;
    std::vector<Words> sources;
    for (int i = 0; i < 9; ++i) {
        sources.push_back(writer.words(60'000));
        texts.add(writer.text(sources.back()), "en");
    }
    const Index whole = texts.index();
    const LibraryCounts counts = counts_of(whole.arrays());
    std::vector<std::vector<std::size_t>> parts{{0, 3, 6, 7}, {1, 4}, {2, 5, 8}};
    std::vector<Index> indexes;
    std::vector<Holdings::Text> listed(9);
    for (std::size_t shard = 0; shard < parts.size(); ++shard) {
        std::vector<IndexedText> some;
        for (const std::size_t text : parts[shard]) {
            some.push_back(texts.list[text]);
            listed[text] = {{text, 0}, "en", static_cast<std::uint32_t>(shard + 1)};
        }
        indexes.emplace_back(std::move(some), part_of(whole.arrays(), parts[shard], counts, 1));
    }
    const Holdings holdings(listed, {}, 3);
    std::size_t found = 0;
    for (int i = 0; i < 30; ++i) {
        const std::size_t begin = writer.below(50'000);
        Query query;
        query.language = "en";
        query.text = writer.text(Words(sources[4].begin() + static_cast<std::ptrdiff_t>(begin),
                                       sources[4].begin() + static_cast<std::ptrdiff_t>(begin + 5 + writer.below(30))));
        const Location expected = generated::locate(whole, query);
        ShardResult result;
        for (std::size_t shard = 0; shard < 3; ++shard)
            result = merge(propose(indexes[shard], static_cast<std::uint32_t>(shard + 1), query), result);
        BOOST_REQUIRE_EQUAL(written(settle(result, whole.vocabulary(), holdings, query)), written(expected));
        found += !expected.candidates.empty() && expected.candidates.front().score == 1.0 ? 1 : 0;
    }
    BOOST_TEST_MESSAGE(found << " of 30 found word for word");
    BOOST_TEST(found >= 5U); // words that stand everywhere are found somewhere
}

BOOST_AUTO_TEST_CASE(merge_keeps_the_laws)
{
    World world(11);
    const Parted parted(world, 3);
    for (int i = 0; i < 60; ++i) {
        const std::vector<ShardResult> all = parted.results(world.query());
        const ShardResult &a = all[0], &b = all[1], &c = all[2];
        BOOST_TEST((merge(a, a) == a));
        BOOST_TEST((merge(a, b) == merge(b, a)));
        BOOST_TEST((merge(merge(a, b), c) == merge(a, merge(b, c))));
        BOOST_TEST((merge(merge(a, b), b) == merge(a, b)));
        BOOST_TEST((merge(a, {}) == a));
    }
}

BOOST_AUTO_TEST_CASE(a_shard_that_was_not_read_is_told)
{
    World world(5);
    const Parted parted(world, 4);
    const Query query = world.query();
    std::vector<ShardResult> results = parted.results(query);
    results.erase(results.begin() + 1);
    const Location settled =
        settle(merged(std::move(results), world.latin), world.index.vocabulary(), parted.holdings, query);
    const SearchCoverage whole = generated::locate(world.index, query, {"en"}).coverage;
    BOOST_TEST((settled.unread == std::vector<std::uint32_t>{2}));
    BOOST_TEST(settled.coverage.shards == 4U);
    BOOST_TEST(settled.coverage.shards_read == 3U);
    BOOST_TEST(settled.coverage.versions_read < whole.versions_read);
    BOOST_TEST(settled.coverage.versions_read + settled.coverage.versions_unreadable
               == whole.versions_read + whole.versions_unreadable);
}

BOOST_AUTO_TEST_CASE(texts_are_divided_evenly)
{
    const auto parts = divided({10, 1, 1, 7, 3, 3, 1}, 3);
    BOOST_REQUIRE(parts.size() == 3U);
    BOOST_TEST((parts[0] == std::vector<std::size_t>{0}));
    BOOST_TEST((parts[1] == std::vector<std::size_t>{2, 3}));
    BOOST_TEST((parts[2] == std::vector<std::size_t>{1, 4, 5, 6}));
    BOOST_TEST(divided({5}, 2)[1].empty());
}

BOOST_AUTO_TEST_CASE(counts_survive_their_packing)
{
    for (const std::size_t count :
         {0UL, 1UL, 4'095UL, 4'096UL, 4'097UL, 8'191UL, 8'192UL, 65'535UL, 1'000'000UL, 4'294'967'295UL}) {
        BOOST_TEST(unpacked_count(packed_count(count)) == rounded_count(count));
        BOOST_TEST(rounded_count(count) <= count);
        BOOST_TEST(count - rounded_count(count) <= count / 2'048);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace verbatim::library
