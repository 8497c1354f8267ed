// SPDX-License-Identifier: Apache-2.0
#include "library/library.hpp"
#include "scratch_folder.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>

namespace verbatim::library::test {
namespace {

Library opened(const std::string& path, std::size_t jobs = 2)
{
    Outcome<Library> outcome = Library::open({{path}, jobs, {}});
    BOOST_REQUIRE_MESSAGE(outcome.ok(), (outcome.ok() ? "" : outcome.problem().message));
    return std::move(outcome.value());
}

Problem problem_of(const std::string& path)
{
    Outcome<Library> outcome = Library::open({{path}, 1, {}});
    BOOST_REQUIRE(!outcome.ok());
    BOOST_TEST(outcome.problem().fatal);
    BOOST_TEST(!outcome.problem().remedy.empty());
    return outcome.problem();
}

/// "id[language …] " of every work.
std::string shown(const Library& library)
{
    std::string all;
    for (const Work& work : library.works()) {
        all += work.id + "[";
        for (const Version& version : work.versions)
            all += version.language + (version.readable ? "" : "!") + " ";
        all += "] ";
    }
    return all;
}

bool mentions(const std::vector<Problem>& problems, std::string_view words)
{
    for (const Problem& problem : problems)
        if (problem.message.find(words) != std::string::npos)
            return true;
    return false;
}

const std::string english = "The port shall stay open to every ship that asks for shelter, and nobody shall ask her "
                            "what flag she flies before the storm is over.\n";
const std::string chinese = "港口应当向每一艘请求避风的船只开放，在风暴结束之前，任何人都不得询问她悬挂什么旗帜。\n";

} // namespace

BOOST_AUTO_TEST_SUITE(catalogue)

BOOST_AUTO_TEST_CASE(folder_of_texts)
{
    ScratchFolder folder;
    folder.write("harbour.txt", english)
        .write("harbour.zh.txt", chinese)
        .write("deep/tides.md", "# On tides\n\n" + english);
    folder.write("README.md", "no").write("LICENSE", "no").write(".hidden.txt", "no").write("scan.pdf", "no");
    folder.write("verbatim.toml", "");
    const Library library = opened(folder.path());
    BOOST_TEST(shown(library) == "harbour[en zh ] tides[en ] ");
    BOOST_TEST(library.readable_versions() == 3U);
    BOOST_TEST(library.files().size() == 3U);
    BOOST_TEST(library.works()[1].title == "On tides");
    BOOST_TEST(library.works()[0].title == "harbour");
    BOOST_REQUIRE(library.version_text(0, 1) != nullptr);
    BOOST_TEST(library.version_text(0, 1)->document.language == "zh");
    BOOST_TEST(library.tokens_around(0, 1, {0, 1}, 20).tokens.list.size() > 10U);
    BOOST_TEST((library.work_by_id("tides") == std::optional<std::size_t>(1)));
    BOOST_TEST(!library.work_by_id("tide").has_value());
    BOOST_TEST(mentions(library.problems(), "no text of a format")); // scan.pdf
    BOOST_TEST(library.problems().size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_name_with_other_dots_is_no_translation)
{
    ScratchFolder folder;
    folder.write("notes.old.txt", english)
        .write("notes.txt", english)
        .write("v1.2.txt", english)
        .write("x.zh-Hant.txt", chinese);
    BOOST_TEST(shown(opened(folder.path())) == "notes[en ] notes.old[en ] v1.2[en ] x[zh-Hant ] ");
}

BOOST_AUTO_TEST_CASE(front_matter_of_texts)
{
    ScratchFolder folder;
    folder.write("a.txt", "---\nid: lindqvist-1956\ntitle: Opening address\nauthor: Oda Lindqvist\ndate: 1956-03\n"
                          "kind: speech\nlanguage: en\nstatus: draft\ncoverage: excerpt\ndoi: 10.1/x\n---\n"
                              + english);
    const Library library = opened(folder.path());
    const Work& work = library.works().at(0);
    BOOST_TEST(work.id == "lindqvist-1956");
    BOOST_TEST(work.title == "Opening address");
    BOOST_TEST(work.creators.at(0) == "Oda Lindqvist");
    BOOST_TEST(work.date == "1956-03");
    BOOST_TEST(work.kind == "speech");
    BOOST_TEST(work.identifiers.at("doi") == "10.1/x");
    BOOST_TEST((work.versions.at(0).status == VersionStatus::draft));
    BOOST_TEST((work.versions.at(0).coverage == VersionCoverage::excerpt));
}

BOOST_AUTO_TEST_CASE(library_toml_and_files_beside_it)
{
    ScratchFolder folder;
    folder.write("library.toml", R"([[person]]
name = "Oda Lindqvist"
aliases = ["Lindqvist, O.", "林奎斯特"]
[[work]]
id = "lindqvist-1956"
title = "Opening address"
creators = ["林奎斯特"]
date = 1956-03-04
identifiers = { doi = "10.1/x", isbn = "" }
[[work.version]]
file = "texts/opening.txt"
language = "en"
status = "official"
first-page = 7
[[work.version]]
file = "texts/opening-zh.txt"
[[work]]
id = "lost"
)");
    folder.write("texts/opening.txt", english + "\f" + english)
        .write("texts/opening-zh.txt", chinese)
        .write("other.txt", english);
    for (const char* given : {"", "library.toml"}) {
        const Library library = opened(folder.path(given));
        BOOST_TEST(shown(library) == "lindqvist-1956[en zh ] lost[] other[en ] ");
        const Work& work = library.works()[0];
        BOOST_TEST(work.creators.at(0) == "Oda Lindqvist");
        BOOST_TEST(work.date == "1956-03-04");
        BOOST_TEST(work.identifiers.size() == 1U);
        BOOST_TEST((work.versions[0].status == VersionStatus::official));
        BOOST_TEST(library.version_text(0, 0)->document.locators.at(1).label == "8");
        BOOST_TEST(mentions(library.problems(), "\"lost\" has no version"));
        BOOST_TEST(library.problems().size() == 1U);
        BOOST_TEST(library.files().size() == 4U);
    }
}

BOOST_AUTO_TEST_CASE(mistakes_in_library_toml_have_a_place)
{
    struct Mistake {
        const char* toml;
        std::size_t line, column;
        const char* message;
        const char* remedy;
    };
    const Mistake mistakes[] = {
        {"[[work]]\nid = \"a\"\ncreatrs = [\"x\"]\n", 3, 1, "unknown key \"creatrs\"", "creators"},
        {"[[work]]\nid = \"a\"\n[[work.version]]\nfile = \"a.txt\"\n  lanugage = \"en\"\n", 5, 3, "unknown key",
         "language"},
        {"[[wrok]]\nid = \"a\"\n", 1, 3, "unknown key \"wrok\"", "work"},
        {"[[work]]\nid = 12\n", 2, 6, "must be a string", "quotation marks"},
        {"[[work]]\ntitle = \"a\"\n", 1, 1, "without \"id\"", "id ="},
        {"[work]\nid = \"a\"\n", 1, 1, "not a list of tables", "[[work]]"},
        {"[[work]]\nid = \"a\"\n[[work.version]]\nfile = \"a.txt\"\nstatus = \"final\"\n", 5, 10, "unknown status",
         "published"},
        {"[[work]]\nid = \"a\"\n[[work]]\nid = \"a\"\n", 3, 1, "two works with the id \"a\"", "another id"},
        {"[[work]]\nid = \"a\"\n[[work.version]]\nfile = \"../b.txt\"\n", 4, 8, "path escapes", "into the folder"},
        {"[[work]]\nid = \"a\"\n[[work.version]]\nfile = \"/etc/passwd\"\n", 4, 8, "path escapes", "into the folder"},
        {"[[work]]\nid = \"a\n", 2, 8, "broken TOML", "mend"},
        {"[[work]]\nid = \"a\"\n[[work.version]]\nfile = \"a.txt\"\nsha256 = \"12\"\n", 5, 10, "not a SHA-256", "64"},
    };
    for (const Mistake& mistake : mistakes) {
        BOOST_TEST_CONTEXT(mistake.toml)
        {
            ScratchFolder folder;
            folder.write("library.toml", mistake.toml);
            const Problem problem = problem_of(folder.path());
            BOOST_TEST(problem.line == mistake.line);
            BOOST_TEST(problem.column == mistake.column);
            BOOST_TEST(problem.message.find(mistake.message) != std::string::npos, problem.message);
            BOOST_TEST(problem.remedy.find(mistake.remedy) != std::string::npos, problem.remedy);
            BOOST_TEST(problem.path.ends_with("library.toml"));
        }
    }
}

BOOST_AUTO_TEST_CASE(two_works_with_one_id)
{
    ScratchFolder same;
    same.write("a.txt", "---\nid: x\n---\n" + english).write("b.txt", "---\nid: x\n---\n" + english);
    const Problem problem = problem_of(same.path());
    BOOST_TEST(problem.message.find("a.txt:2") != std::string::npos, problem.message);
    BOOST_TEST(problem.path.ends_with("b.txt"));

    ScratchFolder translated;
    translated.write("a.txt", "---\nid: x\n---\n" + english).write("b.txt", "---\nid: x\n---\n" + chinese);
    BOOST_TEST(shown(opened(translated.path())) == "x[en zh ] ");

    ScratchFolder stems; // the same file name in two folders is an accident, not a mistake
    stems.write("a/intro.txt", english).write("b/intro.txt", english);
    BOOST_TEST(shown(opened(stems.path())) == "a/intro[en ] b/intro[en ] ");
}

BOOST_AUTO_TEST_CASE(unreadable_texts_do_not_stop_the_rest)
{
    ScratchFolder folder;
    folder.write("bad.txt", "One\nTwo \xFF\n")
        .write("good.txt", english)
        .write("binary.fr.txt", std::string("a\0b", 3));
    folder.write("library.toml", "[[work]]\nid = \"gone\"\n[[work.version]]\nfile = \"gone.txt\"\nlanguage = \"en\"\n");
    const Library library = opened(folder.path());
    BOOST_TEST(shown(library) == "bad[! ] binary[fr! ] gone[en! ] good[en ] ");
    BOOST_TEST(library.readable_versions() == 1U);
    BOOST_TEST(library.version_text(0, 0) == nullptr);
    BOOST_TEST(library.version_reading(0, 0).quotations.empty());
    BOOST_TEST(library.problems().size() == 3U);
    for (const Problem& problem : library.problems()) {
        BOOST_TEST(!problem.fatal);
        BOOST_TEST(!problem.remedy.empty());
    }
}

BOOST_AUTO_TEST_CASE(links_do_not_lead_out)
{
    namespace fs = std::filesystem;
    ScratchFolder outside, folder;
    outside.write("secret.txt", english);
    folder.write("a.txt", english);
    fs::create_symlink(outside.path("secret.txt"), folder.path("b.txt"));
    fs::create_directory_symlink(outside.path(), folder.path("c"));
    fs::create_directory_symlink(folder.path(), folder.path("circle"));
    const Library library = opened(folder.path());
    BOOST_TEST(shown(library) == "a[en ] ");
    BOOST_TEST(library.problems().size() == 2U);
    folder.write("library.toml", "[[work]]\nid = \"s\"\n[[work.version]]\nfile = \"b.txt\"\n");
    BOOST_TEST(problem_of(folder.path()).message.find("path escapes") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(paths_that_are_no_library)
{
    BOOST_TEST(problem_of("/nonexistent/library").message == "there is no such library");
    ScratchFolder empty;
    BOOST_TEST(opened(empty.path()).readable_versions() == 0U);
    ScratchFolder single;
    single.write("one.txt", english).write("two.txt", english);
    BOOST_TEST(shown(opened(single.path("one.txt"))) == "one[en ] ");
}

BOOST_AUTO_TEST_CASE(one_library_named_twice)
{
    ScratchFolder folder;
    folder.write("library.toml", "[[work]]\nid = \"a\"\n[[work.version]]\nfile = \"a.txt\"\n").write("a.txt", english);
    folder.write("b.txt", english);
    const Outcome<Library> library =
        Library::open({{folder.path(), folder.path("library.toml"), folder.path("b.txt")}, 1, {}});
    BOOST_REQUIRE(library.ok());
    BOOST_TEST(shown(library.value()) == "a[en ] b[en ] ");
}

BOOST_AUTO_TEST_CASE(the_same_for_any_number_of_jobs)
{
    ScratchFolder folder;
    for (int i = 0; i < 40; ++i)
        folder.write("t" + std::to_string(i) + ".txt", i % 7 == 0 ? "\xFF" : english + std::to_string(i));
    const Library one = opened(folder.path(), 1), four = opened(folder.path(), 4);
    BOOST_TEST(shown(one) == shown(four));
    BOOST_TEST((one.problems() == four.problems()));
    BOOST_TEST((one.files() == four.files()));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(verify_library)

BOOST_AUTO_TEST_CASE(names_what_is_wrong)
{
    ScratchFolder folder;
    folder.write("a.txt", english)
        .write("copy.txt", "The port shall stay\n" + english.substr(20))
        .write("noise.txt", "\x01\x02\x03 noise \x04");
    folder.write("library.toml", "[[work]]\nid = \"p\"\ntitle = \"P\"\ncreators = [\"A. B\"]\ndate = \"March 1956\"\n"
                                 "[[work.version]]\nfile = \"p.txt\"\nsha256 = \""
                                     + std::string(64, '0') + "\"\n");
    folder.write("p.txt", english + "More.\n");
    const std::vector<Problem> problems = verify(opened(folder.path()));
    BOOST_TEST(mentions(problems, "\"a\" has no title, creators, date"));
    BOOST_TEST(!mentions(problems, "\"p\" has no"));
    BOOST_TEST(mentions(problems, "copy.txt") == false); // the duplicate is named by what it copies
    BOOST_TEST(mentions(problems, "the same text as"));
    BOOST_TEST(mentions(problems, "p.txt has changed"));
    BOOST_TEST(mentions(problems, "is not in EDTF form"));
    BOOST_TEST(mentions(problems, "poor text"));
}

BOOST_AUTO_TEST_CASE(is_silent_on_a_clean_library)
{
    ScratchFolder folder;
    folder.write("a.txt", "---\ntitle: A\nauthor: Oda Lindqvist\ndate: 1956-03\n---\n" + english);
    BOOST_TEST(verify(opened(folder.path())).empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace verbatim::library::test
