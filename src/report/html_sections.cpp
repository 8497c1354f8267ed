// SPDX-License-Identifier: Apache-2.0
// Coverage, works, what lacks a source, citations, pairs, problems.
#include "report/counts.hpp"
#include "report/escape.hpp"
#include "report/html_parts.hpp"
#include "text/text.hpp"

#include <map>

namespace verbatim::report {
namespace {

void open_section(std::string_view id, std::string_view heading, std::ostream& out)
{
    out << "<section aria-labelledby=\"" << id << "\">\n<h2 id=\"" << id << "\">" << heading << "</h2>\n";
}

std::string words_link(const Report& report, const QuotationRecord& record)
{
    const Quotation& quotation = report.documents[record.document].reading.quotations[record.quotation];
    return "<a href=\"#" + quotation_id(record.document, record.quotation) + "\">“"
           + for_html(clipped(quotation.text, 110)) + "”</a>";
}

void write_bar(const Summary& s, std::ostream& out)
{
    const std::pair<std::string_view, std::size_t> states[] = {
        {"verbatim", s.verbatim},   {"conventional", s.conventional}, {"altered", s.altered},
        {"not-found", s.not_found}, {"unchecked", s.unchecked},       {"nested", s.nested}};
    std::string label;
    std::string pieces;
    for (const auto& [state, count] : states) {
        if (count == 0)
            continue;
        label += (label.empty() ? "" : ", ") + std::to_string(count) + " " + in_words(state);
        pieces +=
            "<span class=\"" + std::string(state) + "\" style=\"flex-grow:" + std::to_string(count) + "\"></span>";
    }
    if (!pieces.empty())
        out << "<div class=\"bar\" role=\"img\" aria-label=\"" << label << "\">" << pieces << "</div>\n";
}

std::string_view dot_class(const std::string& name)
{
    static const std::map<std::string, std::string_view> classes = {
        {"Verbatim", "dot verbatim"},   {"Conventional differences", "dot conventional"},
        {"Altered", "dot altered"},     {"Not found", "dot not-found"},
        {"Unchecked", "dot unchecked"}, {"Nested in another", "dot nested"},
    };
    const auto found = classes.find(name);
    return found == classes.end() ? "" : found->second;
}

std::string quoted_words(const DocumentResult& result, std::size_t document,
                         const std::optional<std::size_t>& quotation)
{
    if (!quotation)
        return "–";
    return "<a href=\"#" + quotation_id(document, *quotation) + "\">“"
           + for_html(clipped(result.reading.quotations[*quotation].text, 90)) + "”</a>";
}

std::string changes_of(const Link& link)
{
    std::string cell;
    for (const Change& change : link.changes) {
        cell += "<div>" + for_html(in_words(change.kind)) + ": ";
        if (change.from)
            cell += "<del><span class=\"unseen\">[before: </span>" + for_html(change.from->text)
                    + "<span class=\"unseen\">]</span></del> ";
        if (change.to)
            cell += "<ins><span class=\"unseen\">[after: </span>" + for_html(change.to->text)
                    + "<span class=\"unseen\">]</span></ins>";
        cell += "</div>";
    }
    if (link.toward_source && *link.toward_source != TowardSource::same)
        cell += "<div class=\"muted\">" + std::string(to_string(*link.toward_source)) + " to the source</div>";
    return cell;
}

} // namespace

void write_html_coverage(const Report& report, std::ostream& out)
{
    open_section("coverage", "Coverage", out);
    out << "<p>" << for_html(quotations_line(report)) << "</p>\n";
    if (!checks_no_wording(report))
        write_bar(report.summary, out);
    out << "<ul class=\"counts\">\n";
    for (const Count& row : coverage_of(report))
        out << "<li><b>" << row.count << "</b> <span class=\"" << dot_class(row.name) << "\">" << row.name
            << "</span></li>\n";
    out << "</ul>\n</section>\n";
}

void write_html_problems(const Report& report, std::ostream& out)
{
    if (report.problems.empty() && report.notes.empty())
        return;
    open_section("problems", "Problems and notes", out);
    out << "<ul class=\"plain\">\n";
    for (const Problem& problem : report.problems) {
        out << "<li class=\"" << to_string(problem.severity) << "\"><span class=\"level\">"
            << to_string(problem.severity) << "</span> ";
        if (!problem.path.empty())
            out << "<span class=\"place\">" << for_html(problem.path)
                << (problem.line == 0 ? "" : ":" + std::to_string(problem.line)) << "</span> ";
        out << for_html(problem.message) << ' ' << for_html(problem.remedy) << "</li>\n";
    }
    for (const std::string& note : report.notes)
        out << "<li class=\"info\"><span class=\"level\">note</span> " << for_html(note) << "</li>\n";
    out << "</ul>\n</section>\n";
}

void write_html_pair(const Report& report, std::size_t index, std::ostream& out)
{
    const PairResult& pair = report.pairs[index];
    const DocumentResult& from = report.documents[pair.from];
    const DocumentResult& to = report.documents[pair.to];
    const std::string id = "p" + std::to_string(index + 1);
    open_section(
        id, for_html(side_name(report, pair, Side::from)) + " → " + for_html(side_name(report, pair, Side::to)), out);
    out << "<div class=\"scroll\"><table>\n<tr><th scope=\"col\">State</th><th scope=\"col\">From</th>"
        << "<th scope=\"col\">To</th><th scope=\"col\">Changes</th></tr>\n";
    for (const Link& link : pair.pairing.links)
        out << "<tr><td>" << to_string(link.state) << "</td><td>" << quoted_words(from, pair.from, link.from)
            << "</td><td>" << quoted_words(to, pair.to, link.to) << "</td><td>" << changes_of(link) << "</td></tr>\n";
    out << "</table></div>\n";
    bool open = false;
    for (const Finding& finding : pair.findings) {
        if (!open)
            out << "<ul class=\"findings\">\n";
        open = true;
        const LocatedFinding located{&finding, finding.side == Side::from ? pair.from : pair.to, &pair};
        out << "<li class=\"" << to_string(finding.severity) << "\"><span class=\"place\">"
            << for_html(place_name(report, located)) << "</span> <span class=\"level\">" << to_string(finding.severity)
            << "</span> <span class=\"rule\">" << for_html(finding.rule) << "</span>: " << for_html(finding.message)
            << "</li>\n";
    }
    out << (open ? "</ul>\n" : "") << "</section>\n";
}

void write_html_by_work(const Report& report, const std::vector<QuotationRecord>& records, std::ostream& out)
{
    std::map<std::size_t, std::vector<const QuotationRecord*>> by_work;
    for (const QuotationRecord& record : records)
        if (record.match != nullptr && verdict_of(report.documents[record.document], record.quotation))
            by_work[record.match->work].push_back(&record);
    open_section("by-work", "By work", out);
    if (by_work.empty())
        out << "<p class=\"muted\">No quotation was found in a work of the library.</p>\n";
    for (const auto& [work, quotations] : by_work) {
        out << "<h3>" << for_html(quotations.front()->work) << "</h3>\n<ul class=\"plain\">\n";
        for (const QuotationRecord* record : quotations)
            out << "<li class=\"" << html_state_class(report, *record) << "\"><span class=\"state\">" << record->state
                << "</span> " << words_link(report, *record) << " <span class=\"muted\">" << for_html(record->passage)
                << "</span></li>\n";
        out << "</ul>\n";
    }
    out << "</section>\n";
}

void write_html_without_source(const Report& report, const std::vector<QuotationRecord>& records, std::ostream& out)
{
    open_section("without-source", "Without source", out);
    bool any = false;
    for (const QuotationRecord& record : records) {
        if (!lacks_source(report, record))
            continue;
        out << (any ? "" : "<ul class=\"plain\">\n") << "<li>" << words_link(report, record)
            << " <span class=\"place\">" << for_html(record.place) << "</span>";
        any = true;
        if (!record.source.empty())
            out << ", likely " << for_html(record.source) << " (" << record.evidence << ")";
        if (!record.work.empty())
            out << "; it stands in " << for_html(record.work) << ", " << for_html(record.passage);
        out << "</li>\n";
    }
    out << (any ? "</ul>\n" : "<p class=\"muted\">Every quotation has its source.</p>\n") << "</section>\n";
}

void write_html_citations(const Report& report, std::ostream& out)
{
    open_section("citations", "Citations and entries", out);
    bool any = false;
    for (const DocumentResult& result : report.documents)
        for (const auto* list : {&result.reading.citations, &result.reading.entries})
            for (const Citation& citation : *list) {
                if (!any)
                    out << "<div class=\"scroll\"><table>\n<tr><th scope=\"col\">Place</th><th scope=\"col\">Kind</th>"
                        << "<th scope=\"col\">Citation</th><th scope=\"col\">Work</th></tr>\n";
                any = true;
                const Place place = text::place(result.document, citation.span.begin);
                out << "<tr><td>" << for_html(result.document.path) << ':' << place.line << ':' << place.column
                    << "</td><td>" << to_string(citation.kind) << "</td><td>" << for_html(citation.text) << "</td><td>"
                    << (citation.work.empty() ? (citation.resolved ? "resolved" : "–") : for_html(citation.work))
                    << "</td></tr>\n";
            }
    out << (any ? "</table></div>\n" : "<p class=\"muted\">None.</p>\n") << "</section>\n";
}

} // namespace verbatim::report
