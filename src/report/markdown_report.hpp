// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "report/report.hpp"

namespace verbatim::report {

/// The citation report of `verbatim report`, as Markdown.
void write_markdown_report(const Report& report, std::ostream& out);
/// What `find` and `collate` show, as Markdown.
void write_markdown_places(const Report& report, std::ostream& out);
/// Both sides of a word diff with `<del>` and `<ins>`, which every renderer of GitHub's Markdown knows.
[[nodiscard]] std::string markdown_diff(const Passage& passage);
/// The side of the source alone.
[[nodiscard]] std::string markdown_source(const Passage& passage);

} // namespace verbatim::report
