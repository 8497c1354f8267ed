// SPDX-License-Identifier: Apache-2.0
// Comma-separated values (RFC 4180 but for plain line feeds; UTF-8): a row a finding; for `report` and `extract` a row
// a quotation; for `find` and `collate` a row a place. A cell that a spreadsheet would take for a formula gets an
// apostrophe before it.
#include "report/escape.hpp"
#include "report/lookup.hpp"
#include "report/records.hpp"
#include "report/writers.hpp"
#include "text/text.hpp"

#include <fmt/format.h>

#include <vector>

namespace verbatim::report {
namespace {

using Cells = std::vector<std::string>;

std::string cell(const std::string& text)
{
    std::string out = visible(text);
    if (!out.empty() && std::string_view("=+-@").find(out.front()) != std::string_view::npos)
        out.insert(out.begin(), '\'');
    if (out.find_first_of(",\"") == std::string::npos)
        return out;
    std::string quoted = "\"";
    for (const char c : out)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

void write_row(const Cells& cells, std::ostream& out)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        out << (i == 0 ? "" : ",") << cell(cells[i]);
    out << '\n';
}

void write_findings(const Report& report, std::ostream& out)
{
    write_row({"path", "line", "column", "end_line", "end_column", "severity", "rule", "words", "message",
               "related_path", "related_line", "fingerprint"},
              out);
    for (const LocatedFinding& located : findings_of(report)) {
        const Finding& finding = *located.finding;
        const Document& document = report.documents[located.document].document;
        const Range range = range_of(document, finding.span);
        const Related related = finding.related.empty() ? Related{} : finding.related.front();
        write_row({document.path, std::to_string(range.first.line), std::to_string(range.first.column),
                   std::to_string(range.behind.line), std::to_string(range.behind.column),
                   std::string(to_string(finding.severity)), finding.rule, text::collapse(document.slice(finding.span)),
                   finding.message, related.path, related.line == 0 ? "" : std::to_string(related.line),
                   finding.fingerprint},
                  out);
    }
}

/// Work, version and place of a passage; empty cells without one.
Cells passage_cells(const Report& report, const Passage* passage)
{
    const Work* work = passage == nullptr ? nullptr : work_of(report, *passage);
    const Version* version = passage == nullptr ? nullptr : version_of(report, *passage);
    if (work == nullptr || version == nullptr)
        return Cells(7);
    return {work->id,
            version_name(*version),
            version->path,
            std::to_string(passage->where.line),
            passage_place(*passage),
            fmt::format("{:.4f}", passage->similarity),
            passage->where.text};
}
constexpr std::string_view passage_names[] = {"work",         "version",    "source_path", "source_line",
                                              "source_place", "similarity", "source_words"};

void write_with_passage(Cells cells, const Cells& passage, std::ostream& out)
{
    cells.insert(cells.end(), passage.begin(), passage.end());
    write_row(cells, out);
}

void write_quotations(const Report& report, std::ostream& out)
{
    write_with_passage(
        {"path", "line", "column", "kind", "state", "words", "said_by", "evidence", "date", "occasion", "document"},
        {std::begin(passage_names), std::end(passage_names)}, out);
    for (const QuotationRecord& record : records_of(report)) {
        const DocumentResult& result = report.documents[record.document];
        const Quotation& quotation = result.reading.quotations[record.quotation];
        const Place place = text::place(result.document, quotation.hull().begin);
        write_with_passage({result.document.path, std::to_string(place.line), std::to_string(place.column),
                            std::string(to_string(quotation.kind)), record.state, quotation.text, record.source,
                            record.evidence, record.date, record.occasion, record.named_document},
                           passage_cells(report, record.match), out);
    }
}

void write_places(const Report& report, std::ostream& out)
{
    write_with_passage({"words"}, {std::begin(passage_names), std::end(passage_names)}, out);
    for (const DocumentResult& result : report.documents)
        for (std::size_t q = 0; q < result.evidence.size(); ++q)
            for (const Passage& passage : result.evidence[q].matches)
                write_with_passage({result.reading.quotations[q].text}, passage_cells(report, &passage), out);
}

} // namespace

void write_csv(const Report& report, const Style&, std::ostream& out)
{
    if (report.command == "report" || report.command == "extract")
        write_quotations(report, out);
    else if (report.command == "find" || report.command == "collate")
        write_places(report, out);
    else
        write_findings(report, out);
}

} // namespace verbatim::report
