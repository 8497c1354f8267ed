// SPDX-License-Identifier: Apache-2.0
// Words of a running text that stand in the library: none is missed, and none is claimed that is not there.
#include "library/library.hpp"

#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "scratch_folder.hpp"

namespace verbatim::library {
namespace {

using test::ScratchFolder;

Library opened(const ScratchFolder& folder)
{
    Outcome<Library> library = Library::open({{folder.path()}, 2, {}});
    BOOST_REQUIRE(library.ok());
    return std::move(library.value());
}

/// The runs as "words@source line words", one a line.
std::string shown(const Library& library, const std::string& text, const std::vector<VersionId>& left_out = {})
{
    std::string lines;
    for (const SharedRun& run : library.shared_runs(text, 12, left_out)) {
        const Document& source = library.version_text(run.where.work, run.where.version)->document;
        lines += text.substr(run.span.begin, run.span.size()) + " = " + std::string(source.slice(run.source)) + " ("
                 + std::to_string(run.words) + ", " + std::to_string(run.works) + ")\n";
    }
    return lines;
}

const char* const speech = "We shall lend the port fourteen million crowns over three years, and not one crown is a "
                           "gift. Build the breakwater first.\n";

} // namespace

BOOST_AUTO_TEST_SUITE(shared_runs)

BOOST_AUTO_TEST_CASE(a_run_of_twelve_words_or_more)
{
    ScratchFolder folder;
    folder.write("speech.txt", speech);
    const Library library = opened(folder);
    BOOST_TEST(shown(library, "So we shall lend the port fourteen Million crowns over three years; and then.")
               == "we shall lend the port fourteen Million crowns over three years; and = We shall lend the port "
                  "fourteen million crowns over three years, and (12, 1)\n");
}

BOOST_AUTO_TEST_CASE(eleven_words_another_word_and_another_sign_are_none)
{
    ScratchFolder folder;
    folder.write("speech.txt", speech);
    folder.write("area.txt", "The basin has 400 m² of quiet water beside the old lamp on the pier.\n");
    const Library library = opened(folder);
    BOOST_TEST(shown(library, "So we shall lend the port fourteen million crowns over three years.").empty());
    BOOST_TEST(
        shown(library, "So we shall lend the port fourteen million crowns for three years, and not one.").empty());
    BOOST_TEST(shown(library, "The basin has 400 m2 of quiet water beside the old lamp.").empty());
    BOOST_TEST(!shown(library, "The basin has 400 m² of quiet water beside the old lamp.").empty());
    BOOST_TEST(shown(library, "").empty());
}

BOOST_AUTO_TEST_CASE(han_characters_count_two_thirds)
{
    ScratchFolder folder;
    folder.write("speech.zh.txt", "没有学校的港口只是一座仓库，而仓库从来没有教会任何一个孩子读书写字。\n");
    const Library library = opened(folder);
    BOOST_TEST(!shown(library, "大家知道没有学校的港口只是一座仓库，而仓库从来。").empty()); // 18
    BOOST_TEST(shown(library, "大家知道没有学校的港口只是一座仓库，而仓库从头。").empty());  // 17
}

BOOST_AUTO_TEST_CASE(versions_may_be_left_out_and_works_are_counted)
{
    ScratchFolder folder;
    folder.write("a.txt", speech).write("b.txt", speech);
    const Library library = opened(folder);
    const std::string text = "Build on. We shall lend the port fourteen million crowns over three years, and not one.";
    BOOST_TEST(library.shared_runs(text, 12, {}).at(0).works == 2);
    BOOST_TEST(library.shared_runs(text, 12, {{0, 0}}).at(0).where.work == 1);
    BOOST_TEST(library.shared_runs(text, 12, {{0, 0}, {1, 0}}).empty());
}

/// Against the slow definition: of the words that no run covers, no twelve in a row stand in the library.
BOOST_AUTO_TEST_CASE(none_is_missed)
{
    std::mt19937 random(20'260);
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
    const auto some_word = [&] { return "w" + std::to_string(below(4) == 0 ? below(5) : below(400)); };
    for (int round = 0; round < 60; ++round) {
        std::vector<std::string> source, text;
        for (std::size_t i = 0; i < 300; ++i)
            source.push_back(some_word());
        while (text.size() < 200) {
            for (std::size_t i = below(15); i > 0; --i)
                text.push_back(some_word());
            const std::size_t from = below(source.size() - 40);
            const std::size_t size = 8 + below(12);
            text.insert(text.end(), source.begin() + static_cast<long>(from),
                        source.begin() + static_cast<long>(from + size));
        }
        const auto joined = [](const std::vector<std::string>& words) {
            std::string line;
            for (const std::string& word : words)
                line += word + " ";
            return line;
        };
        ScratchFolder folder;
        folder.write("source.txt", joined(source));
        const Library library = opened(folder);
        const std::string all = joined(text);
        std::vector<bool> covered(text.size());
        for (const SharedRun& run : library.shared_runs(all, 12, {})) {
            const std::string words = all.substr(run.span.begin, run.span.size());
            BOOST_TEST(words == library.version_text(0, 0)->document.slice(run.source));
            const auto first =
                static_cast<std::size_t>(std::count(all.begin(), all.begin() + static_cast<long>(run.span.begin), ' '));
            for (std::size_t i = 0; i < run.words; ++i)
                covered[first + i] = true;
        }
        std::set<std::vector<std::string>> twelves;
        for (std::size_t i = 0; i + 12 <= source.size(); ++i)
            twelves.insert({source.begin() + static_cast<long>(i), source.begin() + static_cast<long>(i + 12)});
        for (std::size_t i = 0; i + 12 <= text.size(); ++i) {
            const bool open = std::none_of(covered.begin() + static_cast<long>(i),
                                           covered.begin() + static_cast<long>(i + 12), [](bool is) { return is; });
            BOOST_TEST(
                !(open
                  && twelves.contains({text.begin() + static_cast<long>(i), text.begin() + static_cast<long>(i + 12)})),
                "missed at word " << i << " of round " << round);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace verbatim::library
