// SPDX-License-Identifier: Apache-2.0
// Verdicts against a small library made in a temporary folder (CONVENTIONS 4).
#include "laid.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

using namespace verbatim;
namespace fs = std::filesystem;

namespace {

/// A folder of texts that vanishes with the test.
class Shelf {
public:
    explicit Shelf(const std::map<std::string, std::string>& texts)
        : folder_(fs::temp_directory_path()
                  / ("verbatim-align-" + std::to_string(reinterpret_cast<std::uintptr_t>(this))))
    {
        fs::create_directories(folder_);
        for (const auto& [name, text] : texts)
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
    [[nodiscard]] const library::Library& library() const { return *library_; }

private:
    fs::path folder_;
    std::unique_ptr<library::Library> library_;
};

const std::map<std::string, std::string> texts = {
    {"lindqvist.txt", "The harbour was built by our fathers.\n\n"
                      "And so we shall lend the port fourteen million crowns over three years, and not a crown more. "
                      "The ferry is not permitted to leave the quay before dawn, unless the keeper agrees.\n\n"
                      "Okoro argues that the outer wall must be torn down within the year. "
                      "He told us: \"I have seen the lamp burn all night for a single boat.\" We believed him.\n"},
    {"okoro.txt", "We ask for nothing but quiet water and a fair wind for every ship.\n\n"
                  "The outer wall must be torn down within the year, for it is rotten.\n"},
    {"copy.txt", "We ask for nothing but quiet water and a fair wind for every ship.\n\nSo it was said.\n"},
};

Evidence weighed(const Shelf& shelf, const std::string& words, const std::vector<std::string>& cited = {})
{
    const Document quoting = laid::document(words);
    const Quotation quotation = laid::quotation(quoting);
    Claims claims;
    for (const std::string& id : cited)
        claims.cited.push_back(shelf.library().work_by_id(id).value());
    library::Query query;
    query.text = quotation.text;
    query.language = "en";
    query.claimed_works = claims.cited;
    return align::weigh(quoting, quotation, claims, shelf.library().locate(query), shelf.library(), {});
}

std::string told(const Shelf& shelf, const Evidence& evidence)
{
    std::string line(to_string(evidence.verdict));
    if (evidence.verdict == Verdict::unchecked)
        line += " " + std::string(to_string(evidence.reason));
    for (const Passage& passage : evidence.matches)
        line += " " + shelf.library().works()[passage.work].id;
    return line;
}

} // namespace

BOOST_AUTO_TEST_SUITE(verdicts)

BOOST_AUTO_TEST_CASE(one_of_each)
{
    const Shelf shelf(texts);
    const auto tell = [&](const std::string& words, const std::vector<std::string>& cited = {}) {
        return told(shelf, weighed(shelf, words, cited));
    };
    BOOST_TEST(tell("we shall lend the port fourteen million crowns over three years") == "verbatim lindqvist");
    BOOST_TEST(tell("[W]e shall lend the port … over three years, and not a crown more") == "conventional lindqvist");
    BOOST_TEST(tell("we shall give the port fourteen million crowns over three years") == "altered lindqvist");
    BOOST_TEST(tell("the mountains of the moon are made of cheese and silver spoons") == "not-found");
    BOOST_TEST(tell("the port") == "unchecked too-short");
    BOOST_TEST(tell("the port", {"lindqvist"}) == "verbatim lindqvist");
    BOOST_TEST(tell("the port", {"okoro"}) == "unchecked too-short");
    BOOST_TEST(tell("We ask for nothing but quiet water and a fair wind") == "verbatim copy okoro");
    BOOST_TEST(tell("We ask for nothing but quiet water and a fair wind", {"okoro"}) == "verbatim okoro copy");
    BOOST_TEST(tell("we shall lend\xE2\x80\xAE the port fourteen million crowns") == "unchecked bidi-controls");
}

/// A full text whose language nobody can tell is no excerpt.
BOOST_AUTO_TEST_CASE(no_reference_of_the_language)
{
    const std::string strange = "the mountains of the moon are made of cheese and silver spoons";
    const std::string figures = "Zub 12. Kel 13. Mor 14. Tas 15.\n";
    const auto excerpt = [](const std::string& language) {
        return "---\ncoverage: excerpt\nlanguage: " + language + "\n---\nThe lamp burns for one boat.\n";
    };
    const Shelf unknown({{"figures.txt", figures}});
    BOOST_TEST(told(unknown, weighed(unknown, strange)) == "unchecked no-reference-in-language");
    BOOST_TEST(told(unknown, weighed(unknown, strange, {"figures"})) == "unchecked no-reference-in-language");
    const Shelf part({{"figures.txt", figures}, {"part.txt", excerpt("en")}});
    BOOST_TEST(told(part, weighed(part, strange)) == "unchecked excerpt-only");
    BOOST_TEST(told(part, weighed(part, strange, {"figures"})) == "unchecked no-reference-in-language");
    BOOST_TEST(told(part, weighed(part, strange, {"part"})) == "unchecked excerpt-only");
    const Shelf foreign({{"figures.txt", figures}, {"part.txt", excerpt("fr")}});
    BOOST_TEST(told(foreign, weighed(foreign, strange)) == "unchecked no-reference-in-language");
}

BOOST_AUTO_TEST_CASE(cut_qualifications)
{
    const Shelf shelf(texts);
    const auto cut = [&](const std::string& words, const std::vector<std::string>& cited = {}) {
        std::string all;
        const Evidence evidence = weighed(shelf, words, cited);
        BOOST_REQUIRE(!evidence.matches.empty());
        for (const Truncation& truncation : evidence.matches[0].truncations)
            all += truncation.kind + " <" + truncation.left_out + "> ";
        return all;
    };
    BOOST_TEST(cut("permitted to leave the quay before dawn", {"lindqvist"})
               == "negation <not> condition <unless the keeper agrees.> ");
    BOOST_TEST(cut("The ferry is not permitted to leave the quay before dawn, unless the keeper agrees.").empty());
    BOOST_TEST(cut("the outer wall must be torn down within the year", {"lindqvist"}) == "frame <Okoro argues that> ");
    BOOST_TEST(cut("The outer wall must be torn down within the year", {"okoro"}).empty());
}

BOOST_AUTO_TEST_CASE(second_hand)
{
    const Shelf shelf(texts);
    const Evidence evidence = weighed(shelf, "I have seen the lamp burn all night for a single boat.");
    BOOST_REQUIRE(evidence.verdict == Verdict::verbatim);
    BOOST_REQUIRE(evidence.matches[0].zone.has_value());
    BOOST_TEST(evidence.matches[0].zone->kind == "quoted");
    BOOST_TEST(!weighed(shelf, "we shall lend the port fourteen million crowns").matches.at(0).zone.has_value());
}

BOOST_AUTO_TEST_CASE(without_a_library)
{
    const Document quoting = laid::document("quiet water");
    Reading reading;
    reading.quotations = {laid::quotation(quoting), laid::quotation(quoting)};
    reading.quotations[1].kind = QuotationKind::title;
    const std::vector<Evidence> evidence = align::weigh_all(quoting, reading, nullptr, {});
    BOOST_REQUIRE(evidence.size() == 2U);
    BOOST_TEST((evidence[0].verdict == Verdict::unchecked && evidence[0].reason == UncheckedReason::no_library));
    BOOST_TEST((evidence[1].reason == UncheckedReason::none));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(wordings)

BOOST_AUTO_TEST_CASE(two_documents)
{
    const Document from = laid::document("We shall lend the port fourteen million crowns.");
    const Document to = laid::document("we shall give the port 14 million crowns");
    const align::Wording wording = align::compare_wording(to, laid::quotation(to), from, laid::quotation(from));
    BOOST_REQUIRE(wording.alterations.size() == 1U);
    BOOST_TEST(wording.alterations[0].quoted.text == "give");
    BOOST_TEST(wording.alterations[0].source.text == "lend");
    const align::Wording same = align::compare_wording(to, laid::quotation(to), to, laid::quotation(to));
    BOOST_TEST((same.alterations.empty() && same.conventional.empty()));
    const Document longer = laid::document("Tomorrow we shall give the port 14 million crowns and a boat");
    const align::Wording grown = align::compare_wording(longer, laid::quotation(longer), to, laid::quotation(to));
    BOOST_REQUIRE(grown.alterations.size() == 2U);
    BOOST_TEST((grown.alterations[0].kind == DifferenceKind::insertion
                && grown.alterations[1].kind == DifferenceKind::insertion));
}

BOOST_AUTO_TEST_SUITE_END()
