// SPDX-License-Identifier: Apache-2.0
#include "rules/fixture.hpp"

#include <algorithm>
#include <sstream>

namespace verbatim::rules {
namespace {

FixtureBlock opened_block(const std::string& fence, std::size_t line)
{
    std::istringstream words(fence.substr(3));
    FixtureBlock block;
    words >> block.kind >> block.name;
    block.line = line + 1;
    return block;
}

} // namespace

const FixtureBlock* FixtureCase::block(std::string_view kind) const
{
    const auto it =
        std::find_if(blocks.begin(), blocks.end(), [&](const FixtureBlock& block) { return block.kind == kind; });
    return it == blocks.end() ? nullptr : &*it;
}

Fixture parse_fixture(std::string_view markdown)
{
    Fixture fixture;
    std::istringstream lines{std::string(markdown)};
    std::size_t number = 0;
    FixtureBlock* open = nullptr;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (open != nullptr) {
            if (line == "```")
                open = nullptr;
            else
                open->text += line + "\n";
        } else if (line.starts_with("```")) {
            auto& blocks = fixture.cases.empty() ? fixture.shared : fixture.cases.back().blocks;
            blocks.push_back(opened_block(line, number));
            open = &blocks.back();
        } else if (line.starts_with("## ")) {
            fixture.cases.push_back({line.substr(3), {}});
        } else if (line.starts_with("# ") && fixture.rule.empty()) {
            fixture.rule = line.substr(2);
        }
    }
    return fixture;
}

} // namespace verbatim::rules
