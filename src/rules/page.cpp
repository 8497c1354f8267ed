// SPDX-License-Identifier: Apache-2.0
// The page of a rule: from its documentation and its fixture.
#include "rules/fixture.hpp"
#include "rules/rules.hpp"

#include "embedded/rule_fixtures.hpp"

namespace verbatim::rules {
namespace {

std::string text_of(const FixtureBlock* block) { return block == nullptr ? std::string() : block->text; }

const FixtureBlock* source_of(const Fixture& fixture, const FixtureCase& one)
{
    if (const FixtureBlock* own = one.block("source"))
        return own;
    for (const FixtureBlock& block : fixture.shared)
        if (block.kind == "source" && block.name != "library.toml")
            return &block;
    return nullptr;
}

void append_block(std::string& page, std::string_view label, const std::string& text)
{
    if (!text.empty())
        page += std::string(label) + "\n\n```\n" + text + "```\n\n";
}

void append_example(std::string& page, const Example& example)
{
    page += "### " + example.title + "\n\n";
    append_block(page, "Source:", example.source);
    append_block(page, example.other.empty() ? "Document:" : "From:", example.document);
    append_block(page, "To:", example.other);
    if (example.findings.empty())
        page += "No finding.\n\n";
    else
        append_block(page, "Findings:", example.findings);
}

} // namespace

std::vector<Example> examples(std::string_view id)
{
    std::vector<Example> list;
    for (const embedded::File& file : embedded::rule_fixtures()) {
        if (!file.path.ends_with("/" + std::string(id) + ".md"))
            continue;
        const Fixture fixture = parse_fixture(file.bytes);
        for (const FixtureCase& one : fixture.cases) {
            const FixtureBlock* document = one.block("document") != nullptr ? one.block("document") : one.block("from");
            list.push_back({one.title, text_of(source_of(fixture, one)), text_of(document), text_of(one.block("to")),
                            text_of(one.block("findings"))});
        }
    }
    return list;
}

std::string page(const Rule& rule)
{
    const Documentation& documentation = rule.documentation;
    std::string page = "# " + std::string(documentation.id) + "\n\n" + std::string(documentation.summary) + "\n\n";
    page += "Group: " + std::string(to_string(documentation.group))
            + ". Severity by default: " + std::string(to_string(documentation.severity)) + ".\n\n";
    page += "## Why\n\n" + std::string(documentation.why) + "\n\n";
    page += "## Remedy\n\n" + std::string(documentation.remedy) + "\n\n";
    page += "## Configuration\n\n```toml\n[rules]\n" + std::string(documentation.id)
            + " = \"off\"   # off, info, warning or error\n```\n";
    const std::vector<Example> list = examples(documentation.id);
    if (list.empty())
        return page;
    page += "\n## Examples\n\n";
    constexpr std::size_t shown = 2; // the first that fires and its silent twin; the fixture has the rest
    std::size_t fires = 0;
    std::size_t silent = 0;
    for (const Example& example : list)
        if ((example.findings.empty() ? silent : fires)++ < shown / 2)
            append_example(page, example);
    page.erase(page.find_last_not_of('\n') + 1);
    return page + "\n";
}

} // namespace verbatim::rules
