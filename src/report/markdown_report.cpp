// SPDX-License-Identifier: Apache-2.0
// The citation report: coverage, by work, by place, without source, differences, citations and entries.
#include "report/markdown_report.hpp"
#include "report/counts.hpp"
#include "report/diff_pieces.hpp"
#include "report/escape.hpp"
#include "report/lookup.hpp"
#include "report/records.hpp"
#include "text/text.hpp"

#include <map>

namespace verbatim::report {
namespace {

const Quotation& quotation_of(const Report& report, const QuotationRecord& record)
{
    return report.documents[record.document].reading.quotations[record.quotation];
}

std::string words_of(const Report& report, const QuotationRecord& record)
{
    return "“" + for_markdown(quotation_of(report, record).text) + "”";
}

std::string or_dash(const std::string& text) { return text.empty() ? "–" : for_markdown(text); }

void write_coverage(const Report& report, std::ostream& out)
{
    out << "\n## Coverage\n\n" << for_markdown(quotations_line(report)) << "\n\n| | |\n|---|--:|\n";
    for (const Count& row : coverage_of(report))
        out << "| " << row.name << " | " << row.count << " |\n";
}

void write_by_work(const Report& report, const std::vector<QuotationRecord>& records, std::ostream& out)
{
    std::map<std::size_t, std::vector<const QuotationRecord*>> by_work;
    for (const QuotationRecord& record : records)
        if (record.match != nullptr && verdict_of(report.documents[record.document], record.quotation))
            by_work[record.match->work].push_back(&record);
    out << "\n## By work\n";
    if (by_work.empty())
        out << "\nNo quotation was found in a work of the library.\n";
    for (const auto& [work, quotations] : by_work) {
        out << "\n### " << for_markdown(quotations.front()->work) << "\n\n"
            << "| Quoted at | State | Quotation | Said by | Stands at |\n|---|---|---|---|---|\n";
        for (const QuotationRecord* record : quotations)
            out << "| " << for_markdown(record->place) << " | " << record->state << " | " << words_of(report, *record)
                << " | " << or_dash(record->source) << " | " << or_dash(record->passage) << " |\n";
    }
}

void write_by_place(const Report& report, const std::vector<QuotationRecord>& records, std::ostream& out)
{
    out << "\n## By place\n";
    std::size_t document = report.documents.size();
    for (const QuotationRecord& record : records) {
        if (record.document != document) {
            document = record.document;
            out << "\n### " << for_markdown(report.documents[document].document.path) << "\n\n"
                << "| Line | State | Quotation | Source | Date | Occasion | Work |\n|--:|---|---|---|---|---|---|\n";
        }
        const Document& text = report.documents[document].document;
        out << "| " << text::place(text, quotation_of(report, record).hull().begin).line << " | " << record.state
            << " | " << words_of(report, record) << " | " << or_dash(record.source) << " | " << or_dash(record.date)
            << " | " << or_dash(record.occasion) << " | " << or_dash(record.work) << " |\n";
    }
    if (records.empty())
        out << "\nNo quotation.\n";
}

void write_without_source(const Report& report, const std::vector<QuotationRecord>& records, std::ostream& out)
{
    out << "\n## Without source\n\n";
    bool any = false;
    for (const QuotationRecord& record : records) {
        if (!lacks_source(report, record))
            continue;
        any = true;
        out << "- " << for_markdown(record.place) << ": " << words_of(report, record);
        if (!record.source.empty())
            out << ", likely " << for_markdown(record.source) << " (" << record.evidence << ")";
        if (!record.work.empty())
            out << "; it stands in " << for_markdown(record.work) << ", " << for_markdown(record.passage);
        out << '\n';
    }
    if (!any)
        out << "Every quotation has its source.\n";
}

void write_differences(const Report& report, const std::vector<QuotationRecord>& records, std::ostream& out)
{
    out << "\n## Differences\n\n";
    bool any = false;
    for (const QuotationRecord& record : records) {
        if (record.match == nullptr || (record.match->alterations.empty() && record.match->conventional.empty())
            || !verdict_of(report.documents[record.document], record.quotation))
            continue;
        any = true;
        out << "- " << for_markdown(record.place) << " (" << record.state << "), " << or_dash(record.work) << ", "
            << or_dash(record.passage) << "<br>\n  " << markdown_diff(*record.match) << '\n';
        for (const auto* list : {&record.match->alterations, &record.match->conventional})
            for (const Difference& difference : *list)
                out << "  - " << in_words(to_string(difference.kind)) << ": “" << for_markdown(difference.quoted.text)
                    << "” for “" << for_markdown(difference.source.text) << "”\n";
    }
    if (!any)
        out << "None.\n";
}

void write_citations(const Report& report, std::ostream& out)
{
    out << "\n## Citations and entries\n\n";
    bool any = false;
    for (const DocumentResult& result : report.documents)
        for (const auto* list : {&result.reading.citations, &result.reading.entries})
            for (const Citation& citation : *list) {
                if (!any)
                    out << "| Place | Kind | Citation | Work |\n|---|---|---|---|\n";
                any = true;
                const Place place = text::place(result.document, citation.span.begin);
                out << "| " << for_markdown(result.document.path) << ':' << place.line << ':' << place.column << " | "
                    << to_string(citation.kind) << " | " << for_markdown(citation.text) << " | "
                    << (citation.work.empty() ? (citation.resolved ? "resolved" : "–") : for_markdown(citation.work))
                    << " |\n";
            }
    if (!any)
        out << "None.\n";
}

std::string side(const Passage& passage, DiffSide which, std::string_view tag)
{
    std::string line;
    for (const DiffPiece& piece : diff_side(passage.diff, which, DiffExtent::around_hunks)) {
        const std::string words = for_markdown(piece.text);
        line += piece.differs ? "<" + std::string(tag) + ">" + words + "</" + std::string(tag) + ">" : words;
    }
    return line;
}

} // namespace

std::string markdown_diff(const Passage& passage)
{
    return "quoted: " + side(passage, DiffSide::quoted, "del") + "<br>source: " + markdown_source(passage);
}

std::string markdown_source(const Passage& passage) { return side(passage, DiffSide::source, "ins"); }

void write_markdown_report(const Report& report, std::ostream& out)
{
    const std::vector<QuotationRecord> records = records_of(report);
    out << "# Citation report\n";
    write_coverage(report, out);
    write_by_work(report, records, out);
    write_by_place(report, records, out);
    write_without_source(report, records, out);
    write_differences(report, records, out);
    write_citations(report, out);
}

} // namespace verbatim::report
