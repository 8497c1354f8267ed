// SPDX-License-Identifier: Apache-2.0
// The index against the scan of every word as its oracle.
#include "library/locate.hpp"
#include "library/scan.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "generated_library.hpp"

namespace verbatim::library {
namespace {

using generated::Texts;
using generated::Words;
using generated::Writer;

/// Edits by the plain definition: the pattern against every stretch of the text.
std::size_t slow_distance(std::span<const WordId> pattern, std::span<const WordId> text)
{
    std::vector<std::size_t> above(text.size() + 1, 0);
    for (std::size_t i = 1; i <= pattern.size(); ++i) {
        std::vector<std::size_t> row(text.size() + 1, i);
        for (std::size_t j = 1; j <= text.size(); ++j)
            row[j] = std::min({above[j] + 1, row[j - 1] + 1,
                               above[j - 1] + (pattern[i - 1] == text[j - 1] && pattern[i - 1] != no_word ? 0U : 1U)});
        above = row;
    }
    return *std::min_element(above.begin(), above.end());
}

std::size_t full_distance(std::span<const WordId> a, std::span<const WordId> b)
{
    std::vector<std::size_t> above(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::vector<std::size_t> row(b.size() + 1, i);
        for (std::size_t j = 1; j <= b.size(); ++j)
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
        above = row;
    }
    return above[b.size()];
}

double best_by_scan(const Index& index, std::span<const WordId> pattern)
{
    double best = 0;
    const Pattern prepared(pattern);
    for (std::size_t text = 0; text < index.texts().size(); ++text)
        for (const Stretch& stretch : prepared.nearest(index.words(text), {pattern.size(), 10}))
            best = std::max(best, similarity(stretch, pattern.size()));
    return best;
}

struct Change {
    const char* name;
    double part;           ///< of the words
    std::size_t at_least;  ///< changes
    double missed_at_most; ///< part of the passages
};

void compare_with_scan(bool han)
{
    Writer writer(han ? 7 : 3, han ? 2'000 : 8'000, han);
    Texts texts;
    std::vector<Words> sources;
    for (int i = 0; i < 12; ++i) {
        sources.push_back(writer.words(4'000));
        texts.add(writer.text(sources.back()), han ? "zh" : "en");
    }
    const Index index = texts.index();
    const Change changes[] = {
        {"verbatim", 0, 0, 0}, {"one word", 0, 1, 0.01}, {"a tenth", 0.1, 1, 0.01}, {"three tenths", 0.3, 1, 0.03}};
    for (const Change& change : changes) {
        std::size_t asked = 0;
        std::size_t missed = 0;
        std::size_t missed_claimed = 0;
        for (int i = 0; i < 250; ++i) {
            const std::size_t source = writer.below(sources.size());
            const std::size_t size = (han ? 8 : 5) + writer.below(56);
            const std::size_t begin = writer.below(sources[source].size() - size);
            Words passage(sources[source].begin() + static_cast<std::ptrdiff_t>(begin),
                          sources[source].begin() + static_cast<std::ptrdiff_t>(begin + size));
            passage = writer.changed(
                passage, std::max(change.at_least, static_cast<std::size_t>(change.part * static_cast<double>(size))));
            Query query;
            query.text = writer.text(passage);
            query.language = han ? "zh" : "en";
            const text::Tokens tokens = text::tokenise(query.text);
            std::vector<WordId> pattern;
            for (std::size_t t = 0; t < tokens.list.size(); ++t)
                if (is_word(tokens.list[t].kind))
                    pattern.push_back(index.vocabulary().find(tokens, t));
            const double best = best_by_scan(index, pattern);
            if (best < (size < 11 ? 0.75 : 0.6)) // nobody would accept it
                continue;
            ++asked;
            const Location found = generated::locate(index, query);
            missed += found.candidates.empty() || found.candidates.front().score < best - 1e-9 ? 1 : 0;
            query.claimed_works = {source};
            const Location claimed = generated::locate(index, query);
            missed_claimed += claimed.candidates.empty() || claimed.candidates.front().score < best - 1e-9 ? 1 : 0;
        }
        BOOST_TEST_MESSAGE((han ? "han " : "latin ") << change.name << ": " << asked << " asked, " << missed
                                                     << " missed, " << missed_claimed << " when claimed");
        BOOST_TEST(asked > 80U, change.name);
        BOOST_TEST(static_cast<double>(missed) <= change.missed_at_most * static_cast<double>(asked),
                   (han ? "han " : "latin ") << change.name << ": " << missed << " of " << asked << " missed");
        BOOST_TEST(static_cast<double>(missed_claimed) <= change.missed_at_most * static_cast<double>(asked));
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(index)

BOOST_AUTO_TEST_CASE(scan_finds_the_fewest_edits)
{
    Writer writer(11, 30, false);
    std::mt19937 random(5);
    for (int round = 0; round < 400; ++round) {
        const auto id = [&] { return static_cast<WordId>(1 + random() % 12); };
        std::vector<WordId> text(1 + random() % 260);
        std::generate(text.begin(), text.end(), id);
        std::vector<WordId> pattern(1 + random() % (round % 4 == 0 ? 200 : 12));
        std::generate(pattern.begin(), pattern.end(), id);
        if (round % 2 == 0 && pattern.size() < text.size()) { // a stretch of the text, one word changed
            std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(random() % (text.size() - pattern.size())),
                        pattern.size(), pattern.begin());
            pattern[random() % pattern.size()] = round % 3 == 0 ? no_word : id();
        }
        const std::size_t fewest = slow_distance(pattern, text);
        const auto found = Pattern(pattern).nearest(text, {pattern.size(), 5});
        if (fewest == pattern.size()) {
            BOOST_TEST(found.empty());
            continue;
        }
        BOOST_REQUIRE(!found.empty());
        BOOST_TEST(found.front().edits == fewest);
        for (const Stretch& stretch : found)
            BOOST_TEST(full_distance(pattern, std::span(text).subspan(stretch.begin, stretch.end - stretch.begin))
                       == stretch.edits);
    }
}

BOOST_AUTO_TEST_CASE(index_finds_what_the_scan_finds_in_words) { compare_with_scan(false); }
BOOST_AUTO_TEST_CASE(index_finds_what_the_scan_finds_in_han) { compare_with_scan(true); }

BOOST_AUTO_TEST_CASE(jobs_change_nothing)
{
    Writer writer(2, 3'000, false);
    Texts texts;
    texts.add(writer.text(writer.words(150'000)), "en"); // more than one chunk
    texts.add(writer.text(writer.words(2'000)), "en");
    Writer han(4, 1'000, true);
    texts.add(han.text(han.words(3'000)), "zh");
    const Index one = texts.index(1);
    const Index four = texts.index(4);
    BOOST_TEST((std::ranges::equal(one.words().all(), four.words().all())));
    BOOST_TEST((std::ranges::equal(one.arrays().offsets.all(), four.arrays().offsets.all())));
    for (std::size_t at = 0; at < one.words().size(); at += 37) {
        const auto shingle = one.words()[at] == no_word ? std::nullopt : shingle_at(one.words().all(), at, long_shingle);
        if (!shingle)
            continue;
        const auto places = one.long_shingles().positions(*shingle);
        BOOST_TEST((std::ranges::equal(places, four.long_shingles().positions(*shingle))));
        BOOST_TEST(std::ranges::binary_search(places, static_cast<std::uint32_t>(at)));
    }
}

BOOST_AUTO_TEST_CASE(no_shingle_crosses_texts)
{
    Texts texts;
    texts.add("quiet water", "en");
    texts.add("under the bridge", "en");
    const Index index = texts.index();
    Query query;
    query.text = "quiet water under the bridge";
    for (const Candidate& candidate : generated::locate(index, query).candidates)
        BOOST_TEST(candidate.where.end <= texts.plain[candidate.work].size());
    BOOST_TEST(index.text_at(static_cast<std::uint32_t>(index.begin(1))) == 1U);
    BOOST_TEST(index.words(0).size() == 2U);
}

BOOST_AUTO_TEST_CASE(an_empty_library_has_nothing)
{
    const Index index = Texts().index(2);
    Query query;
    query.text = "anything at all may stand here";
    query.claimed_works = {0, 7};
    BOOST_TEST(generated::locate(index, query).candidates.empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace verbatim::library
