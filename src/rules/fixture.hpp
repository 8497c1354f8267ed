// SPDX-License-Identifier: Apache-2.0
// Fixtures of rules: prose, input and expectation in one Markdown file. They are tests, and the examples of `explain`.
//
//   # altered-wording
//   Other words where the source has its own.
//   ```source lindqvist-1956.txt      blocks before the first case belong to every case
//   …
//   ```
//   ## Fires: one verb replaced
//   ```document draft.md              or ```from zh.md and ```to en.md for a pair
//   …
//   ```
//   ```findings
//   1:39 error altered-wording "give" for "lend"
//   ```
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::rules {

struct FixtureBlock {
    std::string kind;     ///< "source" "document" "from" "to" "findings"
    std::string name;     ///< file name; empty for findings
    std::string text;     ///< with its final line feed
    std::size_t line = 0; ///< 1-based line of the first text line in the fixture
};
struct FixtureCase {
    std::string title;
    std::vector<FixtureBlock> blocks;
    /// The first block of a kind; null where there is none.
    [[nodiscard]] const FixtureBlock* block(std::string_view kind) const;
};
struct Fixture {
    std::string rule;
    std::vector<FixtureBlock> shared; ///< source blocks of every case
    std::vector<FixtureCase> cases;
};
/// Never fails: what is no block is prose.
[[nodiscard]] Fixture parse_fixture(std::string_view markdown);

} // namespace verbatim::rules
