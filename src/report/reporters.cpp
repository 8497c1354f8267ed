// SPDX-License-Identifier: Apache-2.0
// One row an output. A new output is one file and one row.
#include "report/writers.hpp"

#include <algorithm>

namespace verbatim::report {

const std::vector<Reporter>& reporters()
{
    static const std::vector<Reporter> table = {
        {"text", "for people at a terminal, with word diffs", write_text},
        {"line", "path:line:column: rule: message, one line a finding", write_line},
        {"json", "everything, by docs/report.schema.json", write_json},
        {"jsonl", "one quotation, citation or entry a line", write_jsonl},
        {"sarif", "SARIF 2.1.0, for code scanning", write_sarif},
        {"github", "annotations of GitHub Actions, the gravest first", write_github},
        {"gitlab", "code quality of GitLab", write_gitlab},
        {"junit", "JUnit XML, one case a quotation", write_junit},
        {"checkstyle", "Checkstyle XML", write_checkstyle},
        {"rdjson", "reviewdog, with suggestions", write_rdjson},
        {"markdown", "a summary for a pull request or a job, or the citation report", write_markdown},
        {"html", "one self-contained page, each quotation beside its passage", write_html},
        {"csv", "a table for spreadsheets: findings; for report quotations, for find and collate places", write_csv},
        {"csl-json", "the works cited, as CSL-JSON", write_csl_json},
    };
    return table;
}

const Reporter* reporter_named(std::string_view name)
{
    const auto found = std::find_if(reporters().begin(), reporters().end(),
                                    [name](const Reporter& reporter) { return reporter.name == name; });
    return found == reporters().end() ? nullptr : &*found;
}

} // namespace verbatim::report
