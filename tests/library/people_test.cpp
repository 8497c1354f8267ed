// SPDX-License-Identifier: Apache-2.0
#include "library/library.hpp"
#include "scratch_folder.hpp"

#include <boost/test/unit_test.hpp>

namespace verbatim::library::test {
namespace {

/// A library in which two Okoros, a Lindqvist, a Chinese name and a body have works.
struct People {
    ScratchFolder folder;
    std::optional<Library> library;
    People()
    {
        folder.write("library.toml", R"(
[[person]]
name = "Oda Lindqvist"
aliases = ["林奎斯特", "O. M. Lindqvist"]
[[person]]
name = "Maria Okoro"
aliases = ["奥科罗"]
[[person]]
name = "John Okoro"
[[person]]
name = "Wen Haitao"
aliases = ["文海涛"]
[[person]]
name = "Jan van der Berg"
[[work]]
id = "a"
title = "The Opening Address"
creators = ["Lindqvist, Oda"]
[[work]]
id = "b"
title = "港口章程"
creators = ["奥科罗"]
[[work]]
id = "c"
creators = ["Harbour Council"]
[[work]]
id = "d"
creators = ["Tomas Quist"]
)");
        Outcome<Library> outcome = Library::open({{folder.path()}, 1, {}});
        BOOST_REQUIRE(outcome.ok());
        library = std::move(outcome.value());
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(people, People)

BOOST_AUTO_TEST_CASE(names_lead_to_one_person)
{
    const std::pair<const char*, const char*> table[] = {
        {"Oda Lindqvist", "Oda Lindqvist"},
        {"oda  lindqvist", "Oda Lindqvist"},
        {"Lindqvist, Oda", "Oda Lindqvist"},
        {"Lindqvist", "Oda Lindqvist"},
        {"O. Lindqvist", "Oda Lindqvist"},
        {"O.M. Lindqvist", "Oda Lindqvist"},
        {"林奎斯特", "Oda Lindqvist"},
        {"Peter Lindqvist", ""},
        {"Okoro", ""}, // two people bear it
        {"Maria Okoro", "Maria Okoro"},
        {"M. Okoro", "Maria Okoro"},
        {"J. Okoro", "John Okoro"},
        {"奥科罗", "Maria Okoro"},
        {"Wen", "Wen Haitao"},
        {"Haitao", ""},
        {"文海涛", "Wen Haitao"},
        {"文海濤", "Wen Haitao"},
        {"Berg", "Jan van der Berg"},
        {"van der Berg", "Jan van der Berg"},
        {"the Harbour Council", "Harbour Council"},
        {"Council", ""},
        {"Quist", "Tomas Quist"}, // a creator that nobody registered
        {"Nobody", ""},
        {"", ""},
        {", ,", ""},
    };
    for (const auto& [name, person] : table)
        BOOST_TEST(library->person(name).value_or("") == person, name << " → " << library->person(name).value_or(""));
}

BOOST_AUTO_TEST_CASE(works_by_a_name)
{
    const auto ids = [&](std::string_view name) {
        std::string all;
        for (const std::size_t work : library->works_by(name))
            all += library->works()[work].id;
        return all;
    };
    BOOST_TEST(ids("Lindqvist") == "a");
    BOOST_TEST(ids("奥科罗") == "b");
    BOOST_TEST(ids("John Okoro") == "");
    BOOST_TEST(ids("Okoro") == "");
    BOOST_TEST(ids("Harbour Council") == "c");
    BOOST_TEST(ids("Quist") == "d");
}

BOOST_AUTO_TEST_CASE(two_names_of_one_person)
{
    BOOST_TEST(library->same_person("Lindqvist", "林奎斯特"));
    BOOST_TEST(library->same_person("Okoro", "Maria Okoro"));
    BOOST_TEST(library->same_person("Anna Petrova", "Petrova"));
    BOOST_TEST(library->same_person("Petrova, Anna", "A. Petrova"));
    BOOST_TEST(library->same_person("Li Dazhong", "李大中"));
    BOOST_TEST(!library->same_person("Maria Okoro", "John Okoro"));
    BOOST_TEST(!library->same_person("Anna Petrova", "Boris Petrova"));
    BOOST_TEST(!library->same_person("Lindqvist", "Okoro"));
    BOOST_TEST(!library->same_person("", ""));
}

BOOST_AUTO_TEST_CASE(titles)
{
    const auto ids = [&](std::string_view title) {
        std::string all;
        for (const std::size_t work : library->works_by_title(title))
            all += library->works()[work].id;
        return all;
    };
    BOOST_TEST(ids("opening address") == "a");
    BOOST_TEST(ids("“The Opening Address,”") == "a");
    BOOST_TEST(ids("《港口章程》") == "b");
    BOOST_TEST(ids("The Closing Address") == "");
    BOOST_TEST(ids("") == "");
    BOOST_TEST(ids("c") == ""); // an id is no title
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace verbatim::library::test
