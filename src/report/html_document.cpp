// SPDX-License-Identifier: Apache-2.0
// The quotations of one document, each beside its passage.
#include "report/escape.hpp"
#include "report/html_parts.hpp"
#include "text/text.hpp"

#include <map>

namespace verbatim::report {
namespace {

using FindingsByQuotation = std::map<std::size_t, std::vector<const Finding*>>;

void write_finding(const Finding& finding, const std::string& place, std::ostream& out)
{
    out << "<li class=\"" << to_string(finding.severity) << "\">";
    if (!place.empty())
        out << "<span class=\"place\">" << for_html(place) << "</span> ";
    out << "<span class=\"level\">" << to_string(finding.severity) << "</span> <span class=\"rule\">"
        << for_html(finding.rule) << "</span>: " << for_html(finding.message) << "</li>\n";
}

void write_fact(std::string_view name, const std::string& value, std::ostream& out)
{
    if (!value.empty())
        out << "<div><dt>" << name << "</dt><dd>" << for_html(value) << "</dd></div>\n";
}

void write_facts(const QuotationRecord& record, const Quotation& quotation, std::ostream& out)
{
    const bool attributed = quotation.attribution.attributed();
    out << "<dl class=\"facts\">\n";
    if (record.source.empty())
        write_fact("Said by", "nobody named", out);
    else
        write_fact(attributed ? "Said by" : "Likely said by", record.source + " (" + record.evidence + ")", out);
    write_fact("Date", record.date, out);
    write_fact("Occasion", record.occasion, out);
    write_fact("Document", record.named_document, out);
    out << "</dl>\n";
}

std::string passage_heading(const QuotationRecord& record)
{
    return record.work + (record.work.empty() || record.passage.empty() ? "" : ", ") + record.passage;
}

void write_quotation(const Report& report, const QuotationRecord& record, const FindingsByQuotation& findings,
                     std::ostream& out)
{
    const Quotation& quotation = report.documents[record.document].reading.quotations[record.quotation];
    const std::string id = quotation_id(record.document, record.quotation);
    out << "<article class=\"quotation " << html_state_class(report, record) << "\" id=\"" << id
        << "\" aria-label=\"Quotation at " << for_html(record.place) << ", " << record.state << "\">\n<header>"
        << "<span class=\"state\">" << record.state << "</span> <a class=\"place\" href=\"#" << id << "\">"
        << for_html(record.place) << "</a>";
    if (quotation.nested_in)
        out << " <span class=\"muted\">inside <a href=\"#" << quotation_id(record.document, *quotation.nested_in)
            << "\">another quotation</a></span>";
    out << "</header>\n<div class=\"sides\">\n";
    const bool compared = record.match != nullptr && !record.match->diff.empty();
    write_html_side({"Quoted", quotation.language,
                     compared ? html_diff_side(*record.match, DiffSide::quoted) : for_html(quotation.text), ""},
                    out);
    if (record.match != nullptr) {
        const Version* version = version_of(report, *record.match);
        write_html_side(
            {"Source", version == nullptr ? "" : version->language,
             compared ? html_diff_side(*record.match, DiffSide::source) : for_html(record.match->where.text),
             passage_heading(record)},
            out);
    }
    out << "</div>\n";
    write_facts(record, quotation, out);
    if (const auto found = findings.find(record.quotation); found != findings.end()) {
        out << "<ul class=\"findings\">\n";
        for (const Finding* finding : found->second)
            write_finding(*finding, "", out);
        out << "</ul>\n";
    }
    out << "</article>\n";
}

void write_titles_and_terms(const Report& report, const std::vector<QuotationRecord>& records, std::ostream& out)
{
    if (records.empty())
        return;
    out << "<details>\n<summary>" << counted(records.size(), "title or term", "titles and terms")
        << "</summary>\n<div class=\"scroll\"><table>\n<tr><th scope=\"col\">Place</th><th scope=\"col\">Kind</th>"
        << "<th scope=\"col\">Words</th><th scope=\"col\">Source</th></tr>\n";
    for (const QuotationRecord& record : records) {
        const Quotation& quotation = report.documents[record.document].reading.quotations[record.quotation];
        out << "<tr><td>" << for_html(record.place) << "</td><td>" << to_string(quotation.kind) << "</td><td>"
            << for_html(quotation.text) << "</td><td>" << for_html(record.source) << "</td></tr>\n";
    }
    out << "</table></div>\n</details>\n";
}

void write_other_findings(const Report& report, std::size_t document, std::ostream& out)
{
    bool open = false;
    const DocumentResult& result = report.documents[document];
    for (const Finding& finding : result.findings) {
        if (finding.quotation)
            continue;
        if (!open)
            out << "<article aria-label=\"Other findings\">\n<h3>Other findings</h3>\n<ul class=\"plain\">\n";
        open = true;
        const Place place = text::place(result.document, finding.span.begin);
        write_finding(finding, std::to_string(place.line) + ":" + std::to_string(place.column), out);
    }
    if (open)
        out << "</ul>\n</article>\n";
}

FindingsByQuotation findings_by_quotation(const Report& report, std::size_t document)
{
    FindingsByQuotation findings;
    for (const Finding& finding : report.documents[document].findings)
        if (finding.quotation)
            findings[*finding.quotation].push_back(&finding);
    for (const PairResult& pair : report.pairs)
        for (const Finding& finding : pair.findings)
            if (finding.quotation && (finding.side == Side::from ? pair.from : pair.to) == document)
                findings[*finding.quotation].push_back(&finding);
    return findings;
}

} // namespace

std::string html_state_class(const Report& report, const QuotationRecord& record)
{
    const DocumentResult& result = report.documents[record.document];
    const std::optional<Verdict> verdict = verdict_of(result, record.quotation);
    return std::string(verdict ? to_string(*verdict) : to_string(result.reading.quotations[record.quotation].kind));
}

void write_html_side(const SideText& side, std::ostream& out)
{
    out << "<div>\n<h4>" << side.heading << "</h4>\n<blockquote";
    if (!side.language.empty())
        out << " lang=\"" << for_html(side.language) << '"';
    out << ">" << side.content << "</blockquote>\n";
    if (!side.where.empty())
        out << "<p class=\"where\">" << for_html(side.where) << "</p>\n";
    out << "</div>\n";
}

std::string html_diff_side(const Passage& passage, DiffSide side)
{
    const bool quoted = side == DiffSide::quoted;
    const std::string open = quoted ? "<del><span class=\"unseen\">[only quoted: </span>"
                                    : "<ins><span class=\"unseen\">[only in the source: </span>";
    const std::string close = std::string("<span class=\"unseen\">]</span>") + (quoted ? "</del>" : "</ins>");
    std::string line;
    for (const DiffPiece& piece : diff_side(passage.diff, side, DiffExtent::whole))
        line += piece.differs ? open + for_html(piece.text) + close : for_html(piece.text);
    return line;
}

void write_html_document(const Report& report, std::size_t document, std::ostream& out)
{
    const DocumentResult& result = report.documents[document];
    const FindingsByQuotation findings = findings_by_quotation(report, document);
    const std::string id = "d" + std::to_string(document + 1);
    out << "<section aria-labelledby=\"" << id << "\">\n<h2 id=\"" << id << "\">" << for_html(result.document.path)
        << "</h2>\n";
    std::vector<QuotationRecord> others;
    bool any = false;
    for (std::size_t i = 0; i < result.reading.quotations.size(); ++i) {
        const QuotationKind kind = result.reading.quotations[i].kind;
        if (kind == QuotationKind::quotation || findings.contains(i)) {
            write_quotation(report, record_of(report, document, i), findings, out);
            any = true;
        } else if (kind != QuotationKind::mention) {
            others.push_back(record_of(report, document, i));
        }
    }
    if (!any)
        out << "<p class=\"muted\">No quotation.</p>\n";
    write_titles_and_terms(report, others, out);
    write_other_findings(report, document, out);
    out << "</section>\n";
}

} // namespace verbatim::report
