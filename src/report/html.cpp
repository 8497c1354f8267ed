// SPDX-License-Identifier: Apache-2.0
// One self-contained page: no network (a policy forbids it), no script, every word of the user escaped. Filters are
// radio buttons that the style sheet reads; where it cannot, everything is shown.
#include "report/counts.hpp"
#include "report/escape.hpp"
#include "report/html_parts.hpp"
#include "report/html_style.hpp"
#include "report/writers.hpp"

#include <algorithm>

namespace verbatim::report {
namespace {

std::string page_title(const std::string& command)
{
    if (command == "report")
        return "Citation report";
    if (command == "compare")
        return "Comparison of quotations";
    if (command == "translation")
        return "Quotations in translation";
    if (command == "find")
        return "Places in the library";
    if (command == "collate")
        return "Versions side by side";
    return "Quotations and citations";
}

constexpr std::string_view filtered_states[] = {"verbatim", "conventional", "altered", "not-found", "unchecked"};

void write_head(const Report& report, std::ostream& out)
{
    out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        << "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" << page_title(report.command)
        << " – verbatim</title>\n<style>" << html_style;
    for (const std::string_view state : filtered_states)
        out << "body:has(#show-" << state << ":checked) article.quotation:not(." << state << ") { display: none; }\n";
    out << "</style>\n</head>\n";
}

void write_contents(const Report& report, std::ostream& out)
{
    out << "<nav aria-label=\"Contents\">\n<ul>\n<li><a href=\"#coverage\">Coverage</a></li>\n";
    for (std::size_t i = 0; i < report.pairs.size(); ++i)
        out << "<li><a href=\"#p" << i + 1 << "\">" << for_html(side_name(report, report.pairs[i], Side::from)) << " → "
            << for_html(side_name(report, report.pairs[i], Side::to)) << "</a></li>\n";
    constexpr std::size_t listed = 40; // a longer list is no help
    if (report.documents.size() <= listed)
        for (std::size_t i = 0; i < report.documents.size(); ++i)
            out << "<li><a href=\"#d" << i + 1 << "\">" << for_html(report.documents[i].document.path) << "</a></li>\n";
    if (report.pairs.empty())
        out << "<li><a href=\"#by-work\">By work</a></li>\n"
            << "<li><a href=\"#without-source\">Without source</a></li>\n";
    out << "<li><a href=\"#citations\">Citations</a></li>\n</ul>\n</nav>\n";
}

void write_filter(std::ostream& out)
{
    out << "<fieldset class=\"filter\">\n<legend>Show</legend>\n"
        << "<label><input type=\"radio\" name=\"show\" checked> all</label>\n";
    for (const std::string_view state : filtered_states)
        out << "<label><input type=\"radio\" name=\"show\" id=\"show-" << state << "\"> " << in_words(state)
            << "</label>\n";
    out << "</fieldset>\n";
}

/// What `check`, `report` and the comparisons show.
void write_report_body(const Report& report, std::ostream& out)
{
    const std::vector<QuotationRecord> records = records_of(report);
    out << "<p class=\"lede\">" << counted(report.summary.documents, "document", "documents") << " · "
        << citations_line(report.summary) << " · " << findings_line(report.summary) << "</p>\n";
    write_contents(report, out);
    out << "</header>\n<main id=\"main\">\n";
    write_html_coverage(report, out);
    write_html_problems(report, out);
    for (std::size_t i = 0; i < report.pairs.size(); ++i)
        write_html_pair(report, i, out);
    if (!records.empty() && !checks_no_wording(report))
        write_filter(out);
    for (std::size_t i = 0; i < report.documents.size(); ++i)
        write_html_document(report, i, out);
    if (report.pairs.empty()) {
        write_html_by_work(report, records, out);
        write_html_without_source(report, records, out);
    }
    write_html_citations(report, out);
}

/// What `find` and `collate` show: no findings, so nothing to count.
void write_search_body(const Report& report, std::ostream& out)
{
    out << "</header>\n<main id=\"main\">\n";
    write_html_problems(report, out);
    if (report.command == "find")
        write_html_places(report, out);
    else
        write_html_collation(report, out);
}

} // namespace

void write_html(const Report& report, const Style&, std::ostream& out)
{
    write_head(report, out);
    out << "<body>\n<a class=\"skip\" href=\"#main\">To the quotations</a>\n<div class=\"page\">\n<header>\n<h1>"
        << page_title(report.command) << "</h1>\n";
    if (report.command == "find" || report.command == "collate")
        write_search_body(report, out);
    else
        write_report_body(report, out);
    out << "</main>\n<footer>Made by verbatim " << for_html(report.version) << "</footer>\n</div>\n</body>\n</html>\n";
}

} // namespace verbatim::report
