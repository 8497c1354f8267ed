// SPDX-License-Identifier: Apache-2.0
// Places in the library: of `find`, nearest first, and of `collate`, version beside version. Tables scroll by
// themselves on a narrow screen, by keyboard too; row and column headings tell a screen reader where it is.
#include "report/escape.hpp"
#include "report/html_parts.hpp"
#include "report/variants.hpp"

#include <fmt/format.h>

namespace verbatim::report {
namespace {

std::string language_of(const Report& report, const Passage& passage)
{
    const Version* version = version_of(report, passage);
    return version == nullptr ? std::string() : version->language;
}

void open_table(std::string_view kind, std::string_view caption, std::ostream& out)
{
    out << "<div class=\"scroll\" role=\"region\" aria-label=\"" << caption << "\" tabindex=\"0\"><table class=\""
        << kind << "\">\n<caption>" << caption << "</caption>\n";
}

void write_versions(const Report& report, const CollatedWork& collated, std::ostream& out)
{
    open_table("versions", "Versions, nearest first; marked is what the quotation has not", out);
    out << "<tr><th scope=\"col\">Version</th><th scope=\"col\">Similarity</th><th scope=\"col\">Words</th></tr>\n";
    for (const Passage* witness : collated.witnesses) {
        out << "<tr><th scope=\"row\">" << for_html(version_line(*version_of(report, *witness)))
            << "<p class=\"where\">" << for_html(file_and_place(report, *witness)) << "</p></th><td>"
            << fmt::format("{:.4f}", witness->similarity) << "</td><td lang=\""
            << for_html(language_of(report, *witness)) << "\">" << html_diff_side(*witness, DiffSide::source)
            << "</td></tr>\n";
    }
    out << "</table></div>\n";
}

void write_reading(const Variant& variant, std::size_t witness, std::ostream& out)
{
    const std::string& reading = variant.readings[witness];
    if (reading.empty())
        out << "<td><em>left out</em></td>";
    else if (reading == variant.lemma)
        out << "<td class=\"same\">" << for_html(reading) << "</td>";
    else
        out << "<td><ins>" << for_html(reading) << "</ins></td>";
}

void write_variants(const Report& report, const CollatedWork& collated, std::ostream& out)
{
    const std::vector<Variant> variants = variants_of(collated.witnesses);
    if (variants.empty()) {
        out << "<p>" << (collated.witnesses.size() == 1 ? "This version reads" : "All versions read")
            << " as the quotation does.</p>\n";
        return;
    }
    open_table("variants", "Variants, place by place", out);
    out << "<tr><th scope=\"col\">Quoted</th>";
    for (const Passage* witness : collated.witnesses)
        out << "<th scope=\"col\">" << for_html(version_name(*version_of(report, *witness))) << "</th>";
    out << "</tr>\n";
    for (const Variant& variant : variants) {
        out << "<tr><th scope=\"row\">" << for_html(variant.lemma) << "</th>";
        for (std::size_t i = 0; i < variant.readings.size(); ++i)
            write_reading(variant, i, out);
        out << "</tr>\n";
    }
    out << "</table></div>\n";
}

void write_work(const Report& report, const CollatedWork& collated, std::ostream& out)
{
    out << "<h3>" << for_html(work_name(report.library[collated.work])) << "</h3>\n";
    write_versions(report, collated, out);
    write_variants(report, collated, out);
    for (const Passage* passage : collated.aligned)
        write_html_side({"The passage in another language, not compared", language_of(report, *passage),
                         for_html(passage->where.text),
                         version_line(*version_of(report, *passage)) + ", " + file_and_place(report, *passage)},
                        out);
    if (collated.without.empty())
        return;
    out << "<ul class=\"plain\">\n";
    for (const Version* version : collated.without)
        out << "<li>" << for_html(version_line(*version)) << " (" << for_html(version->path)
            << "): " << reason_without(report, collated, *version) << "</li>\n";
    out << "</ul>\n";
}

void write_words(const Report& report, std::size_t document, std::size_t quotation, std::ostream& out)
{
    const QuotationRecord record = record_of(report, document, quotation);
    const std::string id = quotation_id(document, quotation);
    out << "<section aria-labelledby=\"" << id << "\">\n<h2 id=\"" << id << "\">" << for_html(record.place)
        << "</h2>\n<article class=\"quotation " << html_state_class(report, record)
        << "\">\n<header><span class=\"state\">" << record.state << "</span></header>\n";
    const std::string said = attribution_line(record);
    write_html_side({said.empty() ? "Looked for" : "Quoted",
                     report.documents[document].reading.quotations[quotation].language,
                     for_html(report.documents[document].reading.quotations[quotation].text),
                     said.empty() ? "" : "Said by " + said + " (" + record.evidence + ")"},
                    out);
    out << "</article>\n";
}

void write_place(const Report& report, const Passage& passage, std::ostream& out)
{
    const Work* work = work_of(report, passage);
    out << "<li>\n<article>\n<header><span class=\"state\">" << fmt::format("{:.4f}", passage.similarity) << "</span> "
        << (work == nullptr ? "" : for_html(work_name(*work))) << "</header>\n<div class=\"sides\">\n";
    write_html_side({"Looked for", language_of(report, passage), html_diff_side(passage, DiffSide::quoted), ""}, out);
    write_html_side({"Source", language_of(report, passage), html_diff_side(passage, DiffSide::source),
                     file_and_place(report, passage)},
                    out);
    out << "</div>\n</article>\n</li>\n";
}

} // namespace

void write_html_places(const Report& report, std::ostream& out)
{
    for (std::size_t d = 0; d < report.documents.size(); ++d)
        for (std::size_t q = 0; q < report.documents[d].evidence.size(); ++q) {
            const std::vector<Passage>& places = report.documents[d].evidence[q].matches;
            write_words(report, d, q, out);
            if (places.empty())
                out << "<p>Nothing in the library is near these words.</p>\n";
            out << "<ol class=\"plain\">\n";
            for (const Passage& passage : places)
                write_place(report, passage, out);
            out << "</ol>\n</section>\n";
        }
}

void write_html_collation(const Report& report, std::ostream& out)
{
    for (std::size_t d = 0; d < report.documents.size(); ++d)
        for (std::size_t q = 0; q < report.documents[d].evidence.size(); ++q) {
            const Evidence& evidence = report.documents[d].evidence[q];
            write_words(report, d, q, out);
            if (evidence.matches.empty())
                out << "<p>Nothing in the library is near these words.</p>\n";
            for (const CollatedWork& work : collated_works(report, evidence))
                write_work(report, work, out);
            out << "</section>\n";
        }
}

} // namespace verbatim::report
