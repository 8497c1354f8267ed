// SPDX-License-Identifier: Apache-2.0
#include "library/locate.hpp"
#include "processor_time.hpp"

#include <boost/test/unit_test.hpp>

#include "generated_library.hpp"

namespace verbatim::library {
namespace {

using generated::Texts;
using generated::Writer;

const char* const address = "We ask for nothing but quiet water. The council has promised the port fourteen million "
                            "crowns over three years, and not one crown has come. Build the breakwater first, and the "
                            "ships will find their own way home. Whoever owns the harbour owns the winter.";
const char* const reply = "The council has never promised a fixed sum. It has promised the port its share of what the "
                          "tolls will bring, and the tolls have been poor. We ask for nothing but quiet water, you "
                          "say; so do the fishermen of the southern shore.";
const char* const speech_zh = "港口是我们共同的家园。只要我们把防波堤修好，船只就会自己找到回家的路。"
                              "谁拥有港口，谁就拥有冬天。";

struct Small {
    Texts texts;
    Index index;
    Small() : index(fill(texts).index()) {}
    static Texts& fill(Texts& texts)
    {
        texts.add(address, "en");   // work 0
        texts.add(reply, "en");     // work 1
        texts.add(speech_zh, "zh"); // work 2
        return texts;
    }
    [[nodiscard]] Location locate(std::string text, std::vector<std::size_t> claimed = {},
                                  std::string language = "en") const
    {
        Query query;
        query.text = std::move(text);
        query.language = std::move(language);
        query.claimed_works = std::move(claimed);
        return generated::locate(index, query);
    }
    [[nodiscard]] std::string words(const Candidate& candidate) const
    {
        const text::Tokens tokens = text::tokenise(texts.plain[candidate.work]);
        std::string out;
        for (std::size_t i = 0; i < tokens.list.size(); ++i)
            if (tokens.list[i].span.overlaps(candidate.where))
                out.append(out.empty() ? "" : " ").append(tokens.search(i));
        return out;
    }
};

struct Case {
    const char* name;
    const char* quotation;
    std::vector<std::size_t> claimed;
    std::size_t work;
    const char* place; ///< tokens of the best candidate; empty: nothing is found
};

const std::vector<Case> cases = {
    {"verbatim",
     "The council has promised the port fourteen million crowns over three years",
     {},
     0,
     "the council has promised the port fourteen million crowns over three years"},
    {"one word changed", "the ships will find their own path home", {}, 0, "the ships will find their own way home"},
    {"a claimed work goes first", "We ask for nothing but quiet water", {1}, 1, "we ask for nothing but quiet water"},
    {"no claim: the order of the works",
     "We ask for nothing but quiet water",
     {},
     0,
     "we ask for nothing but quiet water"},
    {"ellipsis",
     "The council has promised the port … the ships will find their own way home",
     {},
     0,
     "the council has promised the port fourteen million crowns over three years , and not one crown has come . build "
     "the breakwater first , and the ships will find their own way home"},
    {"bracketed ellipsis",
     "The council has promised the port [...] and not one crown has come",
     {},
     0,
     "the council has promised the port fourteen million crowns over three years , and not one crown has come"},
    {"bracketed words",
     "It has promised the port [of the north] its share of what the tolls will bring",
     {},
     1,
     "it has promised the port its share of what the tolls will bring"},
    {"bracketed letter", "[T]he ships will find their own way home", {}, 0, "the ships will find their own way home"},
    {"one word of a claimed work", "breakwater", {0}, 0, "breakwater"},
    {"two words of a claimed work", "quiet water", {1}, 1, "quiet water"},
    {"three words, one changed, claimed", "owns a winter", {0}, 0, "owns the winter"},
    {"six words, the middle two changed, claimed",
     "whoever runs a harbour owns the",
     {0},
     0,
     "whoever owns the harbour owns the"},
    {"words of no work", "the gardener counts his apples in the rain", {}, 0, ""},
    {"words of no work, claimed", "the gardener counts his apples in the rain", {0, 1}, 0, ""},
    {"nothing but punctuation", "… — !", {0}, 0, ""},
};

} // namespace

BOOST_AUTO_TEST_SUITE(locate_)

BOOST_AUTO_TEST_CASE(quotations_are_found)
{
    const Small library;
    for (const Case& one : cases) {
        BOOST_TEST_CONTEXT(one.name)
        {
            const Location found = library.locate(one.quotation, one.claimed);
            if (*one.place == '\0') {
                BOOST_TEST((found.candidates.empty() || found.candidates.front().score < 0.5));
                continue;
            }
            BOOST_REQUIRE(!found.candidates.empty());
            BOOST_TEST(found.candidates.front().work == one.work);
            BOOST_TEST(library.words(found.candidates.front()) == one.place);
        }
    }
}

BOOST_AUTO_TEST_CASE(equal_places_are_all_given)
{
    const Small library;
    const auto found = library.locate("ask for nothing but quiet water").candidates;
    BOOST_REQUIRE(found.size() == 2U);
    BOOST_TEST(found[0].score == 1.0);
    BOOST_TEST(found[1].score == 1.0);
    BOOST_TEST(found[1].work == 1U);
}

BOOST_AUTO_TEST_CASE(short_texts_side_by_side_keep_their_places)
{
    Texts texts;
    for (int i = 0; i < 5; ++i)
        texts.add("Quiet water keeps its own counsel.", "en");
    const Index index = texts.index();
    Query query;
    query.text = "Quiet water keeps its own counsel.";
    BOOST_TEST(generated::locate(index, query).candidates.size() == 5U);
}

BOOST_AUTO_TEST_CASE(only_texts_in_the_language_are_searched)
{
    const Small library;
    const std::string words = "谁拥有港口，谁就拥有冬天";
    BOOST_TEST(library.locate(words, {}, "en").candidates.empty());
    BOOST_TEST(library.locate(words, {}, "en").coverage.versions_read == 2U);
    BOOST_TEST(library.locate(words, {}, "").candidates.size() == 1U);
    const Location found = library.locate(words, {}, "zh-Hans");
    BOOST_REQUIRE(found.candidates.size() == 1U);
    BOOST_TEST(found.candidates.front().score == 1.0);
    BOOST_TEST(found.coverage.versions_read == 1U);
    BOOST_TEST(found.coverage.library_given);
}

BOOST_AUTO_TEST_CASE(both_scripts_of_chinese_find_each_other)
{
    const Small library;
    const auto found = library.locate("誰擁有港口，誰就擁有冬天", {}, "zh-Hant").candidates;
    BOOST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found.front().score == 1.0);
    BOOST_TEST(library.words(found.front()) == "谁 拥 有 港 口 , 谁 就 拥 有 冬 天");
}

BOOST_AUTO_TEST_CASE(coverage_says_what_was_scanned)
{
    const Small library;
    BOOST_TEST(!library.locate("the ships will find their own way home", {0}).coverage.claimed_scanned);
    BOOST_TEST(library.locate("the gardener counts his apples in the rain", {0}).coverage.claimed_scanned);
    BOOST_TEST(!library.locate("the gardener counts his apples in the rain").coverage.claimed_scanned);
    Texts texts;
    texts.add(address, "en");
    const Index damaged = texts.index();
    Query query;
    query.text = "quiet water";
    query.language = "en";
    BOOST_TEST(generated::locate(damaged, query, {"en", "", "fr"}).coverage.versions_unreadable == 2U);
}

BOOST_AUTO_TEST_CASE(pieces_far_apart_are_candidates_of_their_own)
{
    Writer writer(9, 4'000, false);
    const auto words = writer.words(3'000);
    Texts texts;
    texts.add(writer.text(words), "en");
    const Index index = texts.index();
    const auto piece = [&](std::size_t at) {
        return writer.text(
            {words.begin() + static_cast<std::ptrdiff_t>(at), words.begin() + static_cast<std::ptrdiff_t>(at + 10)});
    };
    Query query;
    query.pieces = {piece(500), piece(1'500)};
    const auto far = generated::locate(index, query).candidates;
    BOOST_REQUIRE(far.size() >= 2U);
    BOOST_TEST(far[0].score == 0.5);
    query.pieces = {piece(500), piece(700)};
    const auto near = generated::locate(index, query).candidates;
    BOOST_REQUIRE(!near.empty());
    BOOST_TEST(near[0].score == 1.0);
    query.pieces = {piece(700), piece(500)}; // out of order: still one place, but not as good
    const auto turned = generated::locate(index, query).candidates;
    BOOST_REQUIRE(!turned.empty());
    BOOST_TEST(turned[0].where.begin == near[0].where.begin);
    BOOST_TEST(turned[0].score < 1.0);
}

BOOST_AUTO_TEST_CASE(a_long_quotation_is_found_whole)
{
    Writer writer(21, 4'000, false);
    const auto words = writer.words(9'000);
    Texts texts;
    texts.add(writer.text(words), "en");
    const Index index = texts.index();
    Query query;
    query.text = writer.text(writer.changed({words.begin() + 1'000, words.begin() + 5'000}, 40));
    const auto found = generated::locate(index, query).candidates;
    BOOST_REQUIRE(!found.empty());
    BOOST_TEST(found[0].score > 0.97);
    BOOST_TEST(found[0].where.size() > 20'000U);
}

BOOST_AUTO_TEST_CASE(repeated_text_and_hostile_quotations_stay_fast)
{
    std::string again;
    for (int i = 0; i < 60'000; ++i)
        again += "and it came to pass that ";
    Texts texts;
    texts.add(again, "en");
    const Index index = texts.index();
    std::string ellipses;
    std::string brackets;
    for (int i = 0; i < 100'000; ++i) {
        ellipses += "pass … ";
        brackets += "[ pass ";
    }
    const ProcessorTime taken;
    for (const std::string& text : {std::string("it came to pass that and it came"), again, ellipses, brackets}) {
        Query query;
        query.text = text;
        const auto unclaimed = generated::locate(index, query).candidates;
        BOOST_TEST(unclaimed.size() <= 10U);
        query.claimed_works = {0};
        BOOST_TEST(generated::locate(index, query).candidates.size() <= 10U);
    }
    BOOST_TEST(taken.seconds() < 20.0); // a quadratic way would take hours
    BOOST_TEST_MESSAGE("hostile quotations: " << taken.seconds() << " s");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace verbatim::library
