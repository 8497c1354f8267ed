// SPDX-License-Identifier: Apache-2.0
#include "reading.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace verbatim::read::test {
namespace {

Problem problem_of(std::string bytes, const std::string& path)
{
    Outcome<Document> outcome = read({path, std::move(bytes)});
    BOOST_REQUIRE(!outcome.ok());
    return outcome.problem();
}

std::string joined(const Document& document, const std::string& key)
{
    const auto found = document.metadata.find(key);
    if (found == document.metadata.end())
        return "(none)";
    std::string all = std::to_string(found->second.line) + ":";
    for (const std::string& value : found->second.values)
        all += value + ";";
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(read_door)

BOOST_AUTO_TEST_CASE(format_by_extension)
{
    BOOST_TEST(document_of("a", "x/A.MD").format == "markdown");
    BOOST_TEST(document_of("a", "x/a.txt").format == "text");
    BOOST_TEST(document_of("a", "x.md/a").format == "text");
    BOOST_TEST(document_of("a", "x/a.unknown").format == "text");
    const Outcome<Document> forced = read({"a.txt", "*a*"}, "markdown");
    BOOST_REQUIRE(forced.ok());
    BOOST_TEST(forced.value().plain == "a");
    const Outcome<Document> none = read({"a.txt", "a"}, "docx");
    BOOST_REQUIRE(!none.ok());
    BOOST_TEST(none.problem().remedy.find("markdown") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(yaml_front_matter)
{
    const Document document =
        document_of("---\ntitle: \"On: tides\"\ndate: 1956-03\nauthor:\n  - Oda Lindqvist\n  - name: Maria Okoro\n"
                    "lang: en # tag\n---\n\nText.\n",
                    "a.txt");
    BOOST_TEST(joined(document, "title") == "2:On: tides;");
    BOOST_TEST(joined(document, "date") == "3:1956-03;");
    BOOST_TEST(joined(document, "author") == "5:Oda Lindqvist;");
    BOOST_TEST(joined(document, "author.name") == "6:Maria Okoro;");
    BOOST_TEST(joined(document, "lang") == "7:en;");
    BOOST_TEST(shown(document) == "paragraph<Text.>");
    BOOST_TEST(document.map.decoded({0, 1}).begin == document.decoded.view().find("---\n\n") + 4);
    BOOST_TEST(broken_invariant(document) == "");
}

BOOST_AUTO_TEST_CASE(toml_front_matter)
{
    const Document document =
        document_of("+++\ntitle = \"T\"\ndate = 1956-03-04\npages = 12\ncreators = [\"A\", \"B\"]\n"
                    "[identifiers]\ndoi = \"10.1/x\"\n+++\nText.\n",
                    "a.md");
    BOOST_TEST(joined(document, "title") == "2:T;");
    BOOST_TEST(joined(document, "date") == "3:1956-03-04;");
    BOOST_TEST(joined(document, "pages") == "4:12;");
    BOOST_TEST(joined(document, "creators") == "5:A;B;");
    BOOST_TEST(joined(document, "identifiers.doi") == "7:10.1/x;");
    BOOST_TEST(shown(document) == "paragraph<Text.>");
}

BOOST_AUTO_TEST_CASE(broken_front_matter_has_a_place)
{
    const Problem yaml = problem_of("---\ntitle: \"open\ndate: 1\n---\nText\n", "a.md");
    BOOST_TEST(yaml.line >= 2U);
    BOOST_TEST(yaml.column >= 1U);
    BOOST_TEST(!yaml.remedy.empty());
    const Problem toml = problem_of("+++\ntitle = \"a\"\ndate = = 2\n+++\nText\n", "a.md");
    BOOST_TEST(toml.line == 3U);
    BOOST_TEST(toml.path == "a.md");
}

BOOST_AUTO_TEST_CASE(yaml_aliases_do_not_grow)
{
    std::string bomb = "---\na: &a [x,x,x,x,x,x,x,x,x,x]\n";
    for (char c = 'b'; c <= 'm'; ++c) {
        bomb += std::string(1, c) + ": &" + c + " [";
        for (int i = 0; i < 10; ++i)
            bomb += std::string(i == 0 ? "*" : ",*") + static_cast<char>(c - 1);
        bomb += "]\n";
    }
    bomb += "---\nText.\n";
    std::size_t values = 0;
    for (const auto& [key, value] : document_of(bomb, "a.md").metadata)
        values += value.values.size();
    BOOST_TEST(values <= 10'000U);
}

BOOST_AUTO_TEST_CASE(bad_bytes_have_a_place_and_a_remedy)
{
    const Problem invalid = problem_of("One\nTwo \xFF three\n", "a.txt");
    BOOST_TEST(invalid.line == 2U);
    BOOST_TEST(invalid.column == 5U);
    BOOST_TEST(!invalid.remedy.empty());
    BOOST_TEST(!problem_of(std::string("a\0b", 3), "a.txt").message.empty());
}

BOOST_AUTO_TEST_CASE(utf16_and_byte_order_marks)
{
    const Document wide = document_of(std::string("\xFF\xFEH\0i\0\n\0", 8), "a.txt");
    BOOST_TEST(wide.plain == "Hi\n");
    BOOST_TEST((wide.encoding == Encoding::utf16le));
    BOOST_TEST(wide.bom == 2U);
    const Document marked = document_of("\xEF\xBB\xBF---\ntitle: T\n---\nHi", "a.md");
    BOOST_TEST(marked.plain == "Hi");
    BOOST_TEST(joined(marked, "title") == "2:T;");
}

BOOST_AUTO_TEST_CASE(loading)
{
    namespace fs = std::filesystem;
    const fs::path folder = fs::temp_directory_path() / "verbatim-read-test";
    fs::create_directories(folder);
    std::ofstream(folder / "a.txt") << "Hi";
    const Outcome<File> file = load((folder / "a.txt").string());
    BOOST_REQUIRE(file.ok());
    BOOST_TEST(file.value().bytes == "Hi");
    BOOST_TEST(!load(folder.string()).ok());
    BOOST_TEST(load((folder / "b.txt").string()).problem().message == "there is no such file");
    fs::remove_all(folder);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace verbatim::read::test
