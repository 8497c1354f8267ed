// SPDX-License-Identifier: Apache-2.0
#include "library/twin.hpp"
#include "processor_time.hpp"

#include "library/length_alignment.hpp"

#include <boost/test/unit_test.hpp>
#include <numeric>
#include <ostream>

namespace verbatim::library {

std::ostream& operator<<(std::ostream& out, const Bead& bead)
{
    return out << '[' << bead.a_begin << ',' << bead.a_end << ")=[" << bead.b_begin << ',' << bead.b_end << ')';
}

namespace {

Document document(const std::vector<std::string>& paragraphs, const std::string& language)
{
    Document made;
    made.language = language;
    std::size_t ordinal = 0;
    std::string plain;
    for (const std::string& paragraph : paragraphs) {
        Block block;
        std::string words = paragraph;
        if (words.starts_with("# ")) {
            block.kind = BlockKind::heading;
            words.erase(0, 2);
        } else {
            block.paragraph = ++ordinal;
        }
        if (!plain.empty())
            plain += "\n\n";
        block.span = {plain.size(), plain.size() + words.size()};
        plain += words;
        made.blocks.push_back(block);
    }
    made.plain = std::move(plain);
    return made;
}

/// Marks every `{12}` of the text as a printed number of this kind.
void number(Document& document, const std::string& kind)
{
    const std::string_view plain = document.plain;
    for (std::size_t at = plain.find('{'); at != std::string::npos; at = plain.find('{', at + 1)) {
        const std::size_t end = plain.find('}', at);
        document.locators.push_back({at, kind, std::string(plain.substr(at + 1, end - at - 1)), {at, end + 1}});
    }
}

std::string twin_of(const Document& a, const Document& b, const std::string& words)
{
    const std::size_t at = a.plain.view().find(words);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, words);
    const std::optional<Span> found = twin_passage(a, b, {at, at + words.size()});
    return found ? std::string(b.slice(*found)) : "none";
}

const std::vector<std::string> english = {
    "# Opening address",
    "The port is our common home. Nobody owns the water in it.",
    "Build the breakwater first, and the ships will find their own way home.",
    "The council has promised fourteen million crowns. Not one crown has come, and the winter is near.",
};
const std::vector<std::string> chinese = {
    "# 开幕词",
    "港口是我们共同的家园。港里的水不属于任何人。",
    "先把防波堤修好，船只就会自己找到回家的路。",
    "理事会答应给一千四百万克朗。可是一个克朗也没有到，冬天已经近了。",
};

} // namespace

BOOST_AUTO_TEST_SUITE(twin)

BOOST_AUTO_TEST_CASE(by_order_of_paragraphs_and_sentences)
{
    const Document en = document(english, "en");
    const Document zh = document(chinese, "zh");
    BOOST_TEST(twin_of(en, zh, "Nobody owns the water in it.") == "港里的水不属于任何人。");
    BOOST_TEST(twin_of(en, zh, "the ships will find their own way home") == chinese[2]);
    BOOST_TEST(twin_of(zh, en, "可是一个克朗也没有到") == "Not one crown has come, and the winter is near.");
    BOOST_TEST(twin_of(en, zh, "common home. Nobody owns") == chinese[1]);
    BOOST_TEST(twin_of(en, zh, "Opening address") == "开幕词");
    // Across a paragraph's end.
    BOOST_TEST(twin_of(en, zh, "in it.\n\nBuild the breakwater") == "港里的水不属于任何人。\n\n" + chinese[2]);
}

BOOST_AUTO_TEST_CASE(by_length_where_a_paragraph_was_split)
{
    std::vector<std::string> split = chinese;
    split[1] = "港口是我们共同的家园。";
    split.insert(split.begin() + 2, "港里的水不属于任何人。");
    const Document en = document(english, "en");
    const Document zh = document(split, "zh");
    BOOST_TEST(twin_of(en, zh, "Nobody owns the water in it.") == "港里的水不属于任何人。");
    BOOST_TEST(twin_of(en, zh, "Not one crown has come") == "可是一个克朗也没有到，冬天已经近了。");
    BOOST_TEST(twin_of(zh, en, "先把防波堤修好") == english[2]);
}

BOOST_AUTO_TEST_CASE(by_printed_numbers)
{
    Document en = document({"{1} Quiet water runs deep. {2} The tide keeps no books. {3} Winter asks no leave."}, "en");
    // Another order of paragraphs, one number more, one number fewer.
    Document zh = document({"{0} 序言。", "{1} 静水流深。", "{3} 冬天不求人准许。"}, "zh");
    number(en, "verse");
    number(zh, "verse");
    BOOST_TEST(twin_of(en, zh, "Winter asks no leave") == "冬天不求人准许。");
    BOOST_TEST(twin_of(en, zh, "{1} Quiet water runs") == "静水流深。");
    BOOST_TEST(twin_of(en, zh, "Quiet water") == "静水流深。");
    // A verse that the other lacks is not found by its number.
    BOOST_TEST(twin_of(en, zh, "The tide keeps no books") != "静水流深。");
}

BOOST_AUTO_TEST_CASE(numbers_of_books_in_two_languages)
{
    Document en = document({"{Jonah 1:1} The sea was loud.", "{Job 1:1} A man sat still."}, "en");
    Document zh = document({"{拿 1:1} 海声大作。", "{伯 1:1} 有一个人静坐。"}, "zh");
    number(en, "verse");
    number(zh, "verse");
    BOOST_TEST(twin_of(en, zh, "A man sat still.") == "有一个人静坐。");
}

BOOST_AUTO_TEST_CASE(nothing_for_nothing)
{
    const Document en = document(english, "en");
    const Document none = document({}, "zh");
    BOOST_TEST(!twin_passage(en, none, {20, 30}));
    BOOST_TEST(!twin_passage(none, en, {0, 0}));
    BOOST_TEST(!twin_passage(en, en, {900'000, 900'010}));
}

BOOST_AUTO_TEST_CASE(beads_cover_both_sides)
{
    const std::vector<std::size_t> a = {60, 120, 40, 200, 80, 30};
    const std::vector<std::size_t> b = {20, 41, 12, 35, 30, 27, 11}; // the fourth stands for two
    const std::vector<Bead> expected = {{0, 1, 0, 1}, {1, 2, 1, 2}, {2, 3, 2, 3},
                                        {3, 4, 3, 5}, {4, 5, 5, 6}, {5, 6, 6, 7}};
    BOOST_TEST(aligned_by_length(a, b) == expected, boost::test_tools::per_element());

    std::vector<std::size_t> long_a(30'000);
    for (std::size_t i = 0; i < long_a.size(); ++i)
        long_a[i] = 20 + i * 7919 % 400;
    std::vector<std::size_t> long_b = long_a;
    long_b.erase(long_b.begin() + 15'000);
    const ProcessorTime taken;
    const std::vector<Bead> beads = aligned_by_length(long_a, long_b);
    BOOST_TEST(taken.seconds() < 20.0);
    BOOST_TEST(beads.front() == (Bead{0, 1, 0, 1}));
    BOOST_TEST(beads.back() == (Bead{29'999, 30'000, 29'998, 29'999}));
    std::size_t at_a = 0;
    std::size_t at_b = 0;
    for (const Bead& bead : beads) {
        BOOST_REQUIRE(bead.a_begin == at_a);
        BOOST_REQUIRE(bead.b_begin == at_b);
        at_a = bead.a_end;
        at_b = bead.b_end;
    }
    BOOST_TEST(at_a == long_a.size());
    BOOST_TEST(at_b == long_b.size());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace verbatim::library
