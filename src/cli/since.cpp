// SPDX-License-Identifier: Apache-2.0
#include "cli/since.hpp"

#include "cli/repository.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::cli {

void apply_since(const Session& session, Report& report)
{
    if (session.options.since.empty())
        return;
    const Repository repository("");
    const auto changed = repository.changed_lines(session.options.since);
    if (!changed) {
        report.problems.push_back(changed.problem());
        return;
    }
    std::size_t left_out = 0;
    for_each_findings(report, [&](const std::vector<const Document*>& sides, std::vector<Finding>& findings) {
        const Document& document = *sides.back();
        if (!repository.holds(document.path))
            return;
        const auto lines = changed.value().find(std::filesystem::proximate(document.path).generic_string());
        left_out += std::erase_if(findings, [&](const Finding& finding) {
            if (sides.size() > 1 && finding.side == Side::from)
                return false;
            const std::size_t first = text::place(document, finding.span.begin).line;
            const std::size_t last = text::place_behind(document, finding.span.end).line;
            return lines == changed.value().end()
                   || std::none_of(lines->second.begin(), lines->second.end(),
                                   [&](const LineRange& range) { return range.first <= last && first <= range.last; });
        });
    });
    if (left_out != 0)
        report.notes.push_back(std::to_string(left_out) + (left_out == 1 ? " finding lies" : " findings lie")
                               + " on lines that have not changed since " + session.options.since);
    count_findings(report);
}

} // namespace verbatim::cli
