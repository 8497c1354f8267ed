// SPDX-License-Identifier: Apache-2.0
// The writers, one file each; reporters.cpp has the table.
#pragma once
#include "report/report.hpp"

namespace verbatim::report {

void write_text(const Report& report, const Style& style, std::ostream& out);
void write_line(const Report& report, const Style& style, std::ostream& out);
void write_json(const Report& report, const Style& style, std::ostream& out);
void write_jsonl(const Report& report, const Style& style, std::ostream& out);
void write_sarif(const Report& report, const Style& style, std::ostream& out);
void write_markdown(const Report& report, const Style& style, std::ostream& out);
void write_html(const Report& report, const Style& style, std::ostream& out);
void write_csv(const Report& report, const Style& style, std::ostream& out);
void write_github(const Report& report, const Style& style, std::ostream& out);
void write_gitlab(const Report& report, const Style& style, std::ostream& out);
void write_junit(const Report& report, const Style& style, std::ostream& out);
void write_checkstyle(const Report& report, const Style& style, std::ostream& out);
void write_rdjson(const Report& report, const Style& style, std::ostream& out);
void write_csl_json(const Report& report, const Style& style, std::ostream& out);

} // namespace verbatim::report
