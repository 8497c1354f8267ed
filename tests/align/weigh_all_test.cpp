// SPDX-License-Identifier: Apache-2.0
// A document as it is read, against a library.toml in a temporary folder: claims, versions, coverage, nesting.
#include "laid.hpp"

#include "extract/extract.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <map>

using namespace verbatim;
namespace fs = std::filesystem;

namespace {

const std::map<std::string, std::string> files = {
    {"library.toml", R"(
[[person]]
name = "Oda Lindqvist"
aliases = ["林奎斯特"]
[[work]]
id = "address"
title = "Opening Address"
creators = ["Oda Lindqvist"]
date = "1956-03"
[[work.version]]
file = "address.txt"
language = "en"
status = "published"
[[work.version]]
file = "draft.txt"
language = "en"
status = "draft"
[[work.version]]
file = "address.zh.txt"
language = "zh"
[[work]]
id = "letters"
title = "Letters"
creators = ["Jon Veen"]
[[work.version]]
file = "letters.txt"
language = "en"
coverage = "excerpt"
[[work]]
id = "port"
title = "论港口"
creators = ["Chen Wei"]
[[work.version]]
file = "port.zh.txt"
language = "zh"
[[work]]
id = "copy"
title = "A Reader"
creators = ["Ed Itor"]
[[work.version]]
file = "copy.txt"
language = "en"
)"},
    {"address.txt", "We shall lend the port fourteen million crowns over three years, and not a crown more. The "
                    "keeper told us: \"Ships are guests, and guests must be fed first.\" I never forgot it.\n\nThe "
                    "colour of a flag is no reason to refuse a berth.\n"},
    {"draft.txt", "The colour of a flag is no reason. We shall lend the port twelve million crowns over four winters, "
                  "and not a crown more.\n\nThe price "
                  "of herring will be read aloud in the spring market of the town.\n"},
    {"address.zh.txt", "任何船只都不得因船员贫穷而被拒之门外。我们将在三年内向港口提供一千四百万克朗的贷款。\n"},
    {"letters.txt", "The delta is a slow teacher, and its pupils are the eels and the reeds.\n\n\"A lamp costs "
                    "little,\" the keeper said, \"and a wreck costs all that we own.\" He lit it. \"Good night,\" he "
                    "said.\n\n\"Whoever counts the gulls,\" my father used to say, \"forgets the fish in the hold.\"\n"},
    {"port.zh.txt", "港口是国家的大门，我们必须把它修好，也必须把它守好。\n"},
    {"copy.txt", "The colour of a flag is no reason to refuse a berth.\n\nSo it was said at the time.\n"},
};

/// A library in a folder that vanishes with the test.
class Shelf {
public:
    Shelf()
        : folder_(fs::temp_directory_path()
                  / ("verbatim-all-" + std::to_string(reinterpret_cast<std::uintptr_t>(this))))
    {
        fs::create_directories(folder_);
        for (const auto& [name, text] : files)
            std::ofstream(folder_ / name) << text;
        library::Request request;
        request.paths = {folder_.string()};
        Outcome<library::Library> opened = library::Library::open(request);
        BOOST_REQUIRE(opened.ok());
        library_ = std::make_unique<library::Library>(std::move(opened.value()));
    }
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;
    ~Shelf() { fs::remove_all(folder_); }

    /// "verbatim address/0" of each quotation of the text, one a line.
    [[nodiscard]] std::string told(const std::string& text, const std::string& language = "en") const
    {
        const Document document = laid::document(text, language);
        extract::Context context;
        Reading reading = extract::extract(document, context);
        library::resolve_citations(reading, library_.get());
        std::string lines;
        for (const Evidence& evidence : align::weigh_all(document, reading, library_.get(), {})) {
            lines += lines.empty() ? "" : " | ";
            lines += to_string(evidence.verdict);
            if (evidence.verdict == Verdict::unchecked)
                lines += " " + std::string(to_string(evidence.reason));
            for (const Passage& passage : evidence.matches) {
                const Work& work = library_->works()[passage.work];
                lines += " " + work.id + "/" + std::string(to_string(work.versions[passage.version].status));
                for (const Difference& difference : passage.alterations)
                    lines += " " + std::string(to_string(difference.kind));
            }
        }
        return lines;
    }

private:
    fs::path folder_;
    std::unique_ptr<library::Library> library_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(whole_documents)

BOOST_AUTO_TEST_CASE(claimed_work_first)
{
    const Shelf shelf;
    BOOST_TEST(shelf.told("Oda Lindqvist said, “The colour of a flag is no reason to refuse a berth.”")
               == "verbatim address/published copy/published");
    BOOST_TEST(shelf.told("Ed Itor said, “The colour of a flag is no reason to refuse a berth.”")
               == "verbatim copy/published address/published");
    BOOST_TEST(shelf.told("An old rule: “The colour of a flag is no reason to refuse a berth.”")
               == "verbatim address/published copy/published"); // a tie: both are listed
}

BOOST_AUTO_TEST_CASE(nearest_version)
{
    const Shelf shelf;
    BOOST_TEST(shelf.told("Oda Lindqvist said, “We shall lend the port fourteen million crowns over three years.”")
               == "verbatim address/published");
    BOOST_TEST(shelf.told("Oda Lindqvist said, “We shall lend the port twelve million crowns over four winters.”")
               == "verbatim address/draft");
    BOOST_TEST(shelf.told("Oda Lindqvist said, “We shall lend the port forty million crowns over three years.”")
               == "altered address/published number");
}

BOOST_AUTO_TEST_CASE(a_draft_does_not_win_by_a_full_stop)
{
    const Shelf shelf;
    BOOST_TEST(shelf.told("Oda Lindqvist said, “The colour of a flag is no reason.”")
               == "verbatim address/published copy/published");
}

BOOST_AUTO_TEST_CASE(an_incise_of_the_reference_is_no_word_of_the_quotation)
{
    const Shelf shelf;
    BOOST_TEST(shelf.told("Jon Veen wrote, “A lamp costs little, and a wreck costs all that we own.”")
               == "verbatim letters/published");
    BOOST_TEST(shelf.told("“A lamp costs little,” Jon Veen wrote, “and a wreck costs all that we own.”")
               == "verbatim letters/published");
    BOOST_TEST(shelf.told("Jon Veen wrote, “Whoever counts the gulls, forgets the fish in the hold.”")
               == "verbatim letters/published");
    // Words between two quotations are words of the passage all the same.
    BOOST_TEST(shelf.told("Jon Veen wrote, “And a wreck costs all that we own. Good night.”")
               == "altered letters/published insertion");
}

BOOST_AUTO_TEST_CASE(coverage_reasons)
{
    const Shelf shelf;
    BOOST_TEST(shelf.told("Jon Veen wrote, “The delta is a slow teacher, and its pupils are the eels and the reeds.”")
               == "verbatim letters/published");
    BOOST_TEST(shelf.told("Jon Veen wrote, “The moon has no memory of the men who measured the delta in the flood.”")
               == "unchecked excerpt-only");
    BOOST_TEST(shelf.told("Chen Wei said, “The harbour is the gate of the country, and we must keep it well.”")
               == "unchecked no-reference-in-language");
    BOOST_TEST(shelf.told("Oda Lindqvist said, “The bells were sold in the year of the flood to pay for the nets.”")
               == "not-found");
    BOOST_TEST(shelf.told("Nobody knows who said, “The bells were sold in the year of the flood to pay the crew.”")
               == "not-found");
}

BOOST_AUTO_TEST_CASE(nested_quotations_take_the_outer_passage)
{
    const Shelf shelf;
    BOOST_TEST(
        shelf.told("Oda Lindqvist said, “The keeper told us: ‘Ships are guests, and guests must be fed first.’ I "
                   "never forgot it.”")
        == "verbatim address/published | verbatim address/published");
    BOOST_TEST(shelf.told("Oda Lindqvist said, “The keeper told us: ‘Ships are guests, and guests must be paid first.’ "
                          "I never forgot it.”")
               == "altered address/published substitution | altered address/published substitution");
}

BOOST_AUTO_TEST_CASE(chinese)
{
    const Shelf shelf;
    BOOST_TEST(shelf.told("林奎斯特指出：“任何船只都不得因船员贫穷而被拒之门外。”", "zh")
               == "verbatim address/published");
    BOOST_TEST(shelf.told("林奎斯特指出：“任何船只都可以因船员贫穷而被拒之门外。”", "zh")
               == "altered address/published negation");
    BOOST_TEST(shelf.told("林奎斯特指出：“我們將在三年內向港口提供1400萬克朗的貸款。”", "zh")
               == "conventional address/published");
    BOOST_TEST(shelf.told("林奎斯特指出：“天上的月亮照着空空的仓库，没有一个人愿意出门。”", "zh") == "not-found");
}

BOOST_AUTO_TEST_SUITE_END()
