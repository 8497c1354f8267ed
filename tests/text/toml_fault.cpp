// SPDX-License-Identifier: Apache-2.0
// What toml++ must not see: signs outside ASCII where no string is, and keys of very many parts.
#include "text/text.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;

namespace {

std::string repeated(const std::string& piece, std::size_t times)
{
    std::string all;
    while (times-- > 0)
        all += piece;
    return all;
}

/// "line:column message", or nothing.
std::string fault(const std::string& toml)
{
    const std::optional<Problem> problem = text::toml_fault(toml, "a.toml");
    return problem ? std::to_string(problem->line) + ":" + std::to_string(problem->column) + " " + problem->message
                   : std::string{};
}

} // namespace

BOOST_AUTO_TEST_SUITE(toml_fault)

BOOST_AUTO_TEST_CASE(strings_and_comments_hold_any_sign)
{
    const std::string accepted[] = {
        "",
        "t = \"\\\\é\"",
        "title = \"Zoë \\\" Ünal\" # für Ünal\n",
        "title = 'Zoë \\'\n\"é\" = 1 # é",
        "\"é\".'ü'.x = \"\"\n",
        "t = \"\"\"\nZoë \"\" ü\\\"\"\"\"\"\nu = 1",
        "t = '''\né '' é\\'''\nu = 'é'",
        "\xEF\xBB\xBF"
        "t = 1",
        "t = [\"é\",'ü', 1.5, 2.5, 1.5]\n[a.'é'.b]\nc = { d = \"é\",'ü'.e ='é', f = [{'é'=1}] }\n'é'.g = 1",
        "t = " + repeated("1.5, ", 100),
        repeated("a.b = 1\n", 100),
        repeated("a.", 31) + "a = 1",
    };
    for (const std::string& toml : accepted)
        BOOST_TEST(fault(toml).empty(), toml << ": " << fault(toml));
}

BOOST_AUTO_TEST_CASE(what_must_not_be_parsed_is_named_with_its_place)
{
    const std::string sign =
        "letters and signs outside ASCII stand in strings and comments, and not behind a backslash";
    const std::pair<std::string, std::string> refused[] = {
        {"é = 1", "1:1 " + sign},
        {"a = 1\ntitle\xEF\xBB\xBD = 2", "2:6 " + sign},
        {"\"é\" = é", "1:7 " + sign},
        {"t = \"é\nü", "2:1 " + sign},
        {"t = '''é''' é", "1:13 " + sign},
        {"# é\né", "2:1 " + sign},
        {"date = 1956-'é'", "1:14 " + sign},
        {"t = \"a\\é\"", "1:8 " + sign},
        {"t = \"\"\"a\\\n  é\"\"\"", "2:3 " + sign},
        {"t = 0a[\"é\"]", "1:9 " + sign},
        {"t = 0=\"é\"", "1:8 " + sign},
        {"t = [1.'é']", "1:9 " + sign},
        {"t = { a = true.\"é\" }", "1:17 " + sign},
        {"a = 1\n" + repeated("a.", 32) + "a = 1", "2:64 a key has more than 32 parts"},
        {"[" + repeated("'é' . ", 40) + "a]", "1:192 a key has more than 32 parts"},
    };
    for (const auto& [toml, expected] : refused)
        BOOST_TEST(fault(toml) == expected);
}

BOOST_AUTO_TEST_SUITE_END()
