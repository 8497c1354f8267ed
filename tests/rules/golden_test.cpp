// SPDX-License-Identifier: Apache-2.0
// Every case of fixtures/rules/<group>/<rule>.md: unmet and unexpected findings fail.
// VERBATIM_REWRITE=WORD first writes what is found into the fixtures whose path holds WORD ("/" for all); read the
// diff.
#include "flows.hpp"
#include "rules/fixture.hpp"
#include "text/text.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;
using namespace verbatim;

namespace {

std::string bytes_of(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

void write(const fs::path& path, const std::string& text)
{
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

/// A folder of its own for one case, the working directory while it runs.
class CaseFolder {
public:
    CaseFolder() : before_(fs::current_path())
    {
        std::string name = (fs::temp_directory_path() / "verbatim-case-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
        fs::current_path(folder_);
    }
    ~CaseFolder()
    {
        fs::current_path(before_);
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    CaseFolder(const CaseFolder&) = delete;
    CaseFolder& operator=(const CaseFolder&) = delete;

private:
    fs::path before_;
    fs::path folder_;
};

std::string line_of(const Finding& finding, const Document& document, const std::string& prefix)
{
    const Place place = text::place(document, finding.span.begin);
    return prefix + std::to_string(place.line) + ":" + std::to_string(place.column) + " "
           + std::string(to_string(finding.severity)) + " " + finding.rule + " " + finding.message;
}

/// What the rule finds; of other rules only that they are silent is not asked: a case speaks of its own rule.
std::vector<std::string> findings_of(const rules::Fixture& fixture, const rules::FixtureCase& one)
{
    const CaseFolder folder;
    Request request;
    const auto write_sources = [&](const std::vector<rules::FixtureBlock>& blocks) {
        for (const rules::FixtureBlock& block : blocks)
            if (block.kind == "source") {
                write(fs::path("library") / block.name, block.text);
                request.library_paths = {"library"};
            }
    };
    write_sources(fixture.shared);
    write_sources(one.blocks);
    request.policy.select = {fixture.rule};
    std::vector<std::string> lines;
    const auto add_problems = [&](const Report& report) {
        for (const Problem& problem : report.problems)
            if (problem.fatal)
                lines.push_back("problem: " + problem.path + ": " + problem.message);
    };
    if (const rules::FixtureBlock* document = one.block("document")) {
        request.command = "check";
        const std::string name = document->name.empty() ? "document.md" : document->name;
        request.inputs.push_back({name, document->text});
        const Report report = check(request);
        add_problems(report);
        for (const DocumentResult& result : report.documents)
            for (const Finding& finding : result.findings)
                lines.push_back(line_of(finding, result.document, ""));
        return lines;
    }
    const bool translation =
        fixture.rule.empty() || rules::rule_named(fixture.rule)->documentation.group == rules::Group::translation;
    request.command = translation ? "translation" : "compare";
    for (const char* side : {"from", "to"}) {
        const rules::FixtureBlock* block = one.block(side);
        BOOST_REQUIRE_MESSAGE(block != nullptr,
                              fixture.rule << ": " << one.title << " has no document and no " << side);
        request.inputs.push_back({block->name.empty() ? std::string(side) + ".md" : block->name, block->text});
    }
    const Report report = translation ? check_translation(request) : compare(request);
    add_problems(report);
    for (const PairResult& pair : report.pairs)
        for (const Finding& finding : pair.findings)
            lines.push_back(line_of(finding,
                                    report.documents[finding.side == Side::from ? pair.from : pair.to].document,
                                    finding.side == Side::from ? "from " : "to "));
    return lines;
}

std::vector<std::string> expected_of(const rules::FixtureCase& one)
{
    std::vector<std::string> lines;
    if (const rules::FixtureBlock* block = one.block("findings")) {
        std::istringstream stream(block->text);
        for (std::string line; std::getline(stream, line);)
            if (!line.empty())
                lines.push_back(line);
    }
    return lines;
}

/// An expected line is a beginning of the found one: place, severity, rule, and as much of the message as it gives.
bool met(const std::string& expected, const std::string& found) { return found.starts_with(expected); }

void rewrite(const fs::path& path, const rules::Fixture& fixture)
{
    std::istringstream lines(bytes_of(path));
    std::string out;
    bool inside = false, fenced = false;
    std::size_t index = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("```"))
            fenced = !fenced;
        if (!fenced && line.starts_with("## ")) // a document may have headings of its own
            ++index;
        if (inside && line == "```")
            inside = false;
        else if (inside)
            continue;
        out += line + "\n";
        if (line == "```findings") {
            inside = true;
            for (const std::string& found : findings_of(fixture, fixture.cases[index - 1]))
                out += found + "\n";
        }
    }
    write(path, out);
}

std::vector<fs::path> fixtures()
{
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(VERBATIM_SOURCE_DIR) / "fixtures" / "rules"))
        if (entry.path().extension() == ".md")
            paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

void run_case(const rules::Fixture& fixture, const rules::FixtureCase& one)
{
    const std::vector<std::string> expected = expected_of(one);
    const std::vector<std::string> found = findings_of(fixture, one);
    BOOST_CHECK_MESSAGE(one.block("findings") != nullptr, one.title << " has no findings block");
    for (std::size_t i = 0; i < std::max(expected.size(), found.size()); ++i) {
        const std::string want = i < expected.size() ? expected[i] : "nothing";
        const std::string have = i < found.size() ? found[i] : "nothing";
        BOOST_CHECK_MESSAGE(met(want, have), one.title << ":\n  expected " << want << "\n  found    " << have);
    }
}

boost::unit_test::test_suite* suite_of(const fs::path& path)
{
    const rules::Fixture fixture = rules::parse_fixture(bytes_of(path));
    auto* suite = BOOST_TEST_SUITE(path.stem().string());
    for (const rules::FixtureCase& one : fixture.cases)
        suite->add(BOOST_TEST_CASE_NAME(([fixture, one] { run_case(fixture, one); }), one.title));
    return suite;
}

struct Registered {
    Registered()
    {
        auto* golden = BOOST_TEST_SUITE("golden");
        for (const fs::path& path : fixtures())
            golden->add(suite_of(path));
        boost::unit_test::framework::master_test_suite().add(golden);
    }
};
const Registered registered;

/// Runs in main, when every static of the program is there; the cases, read before that, fail once.
struct Rewritten {
    Rewritten()
    {
        if (const char* word = std::getenv("VERBATIM_REWRITE"))
            for (const fs::path& path : fixtures())
                if (path.string().find(word) != std::string::npos)
                    rewrite(path, rules::parse_fixture(bytes_of(path)));
    }
};
BOOST_TEST_GLOBAL_FIXTURE(Rewritten);

} // namespace

BOOST_AUTO_TEST_SUITE(fixtures_of_rules)

BOOST_AUTO_TEST_CASE(every_rule_has_a_case_that_fires_and_one_that_just_does_not)
{
    for (const rules::Rule& rule : rules::all_rules()) {
        const std::string id(rule.documentation.id);
        const fs::path path = fs::path(VERBATIM_SOURCE_DIR) / "fixtures" / "rules"
                              / std::string(rules::to_string(rule.documentation.group)) / (id + ".md");
        BOOST_CHECK_MESSAGE(fs::exists(path), "no fixture for " << id);
        const rules::Fixture fixture = rules::parse_fixture(bytes_of(path));
        bool fires = false;
        bool silent = false;
        for (const rules::FixtureCase& one : fixture.cases)
            (expected_of(one).empty() ? silent : fires) = true;
        BOOST_CHECK_MESSAGE(fires, id << ": no case fires");
        BOOST_CHECK_MESSAGE(silent, id << ": no case that just does not fire");
        BOOST_CHECK_EQUAL(fixture.rule, id);
    }
}

BOOST_AUTO_TEST_CASE(every_rule_is_documented_and_named_for_its_defect)
{
    for (const rules::Rule& rule : rules::all_rules()) {
        const rules::Documentation& documentation = rule.documentation;
        BOOST_CHECK(rules::rule_named(documentation.id) == &rule);
        BOOST_CHECK(documentation.summary.ends_with('.') && documentation.why.ends_with('.')
                    && documentation.remedy.ends_with('.'));
        BOOST_CHECK_MESSAGE((rule.judge == nullptr) != (rule.judge_pair == nullptr), documentation.id);
        BOOST_CHECK(rules::page(rule).starts_with("# " + std::string(documentation.id)));
    }
}

BOOST_AUTO_TEST_CASE(every_file_has_a_row)
{
    const std::string rows = bytes_of(fs::path(VERBATIM_SOURCE_DIR) / "src" / "rules" / "rules.def");
    std::size_t files = 0;
    for (const auto& group : fs::directory_iterator(fs::path(VERBATIM_SOURCE_DIR) / "src" / "rules")) {
        if (!group.is_directory())
            continue;
        for (const auto& file : fs::directory_iterator(group)) {
            ++files;
            const std::string row =
                "RULE(" + group.path().filename().string() + ", " + file.path().stem().string() + ")";
            BOOST_CHECK_MESSAGE(rows.find(row) != std::string::npos, "no row " << row);
        }
    }
    BOOST_CHECK_EQUAL(files, rules::all_rules().size());
}

BOOST_AUTO_TEST_SUITE_END()
