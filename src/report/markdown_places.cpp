// SPDX-License-Identifier: Apache-2.0
// Places in the library: of `find`, nearest first, and of `collate`, version beside version.
#include "report/escape.hpp"
#include "report/lookup.hpp"
#include "report/markdown_report.hpp"
#include "report/records.hpp"
#include "report/variants.hpp"

#include <fmt/format.h>

namespace verbatim::report {
namespace {

std::string row_of(const Report& report, const Passage& passage, const std::string& name)
{
    return "| " + (passage.diff.empty() ? "aligned" : fmt::format("{:.4f}", passage.similarity)) + " | "
           + for_markdown(name) + " | " + for_markdown(file_and_place(report, passage)) + " | "
           + (passage.diff.empty() ? for_markdown(passage.where.text) : markdown_source(passage)) + " |\n";
}

void write_variants(const Report& report, const CollatedWork& collated, std::ostream& out)
{
    const std::vector<Variant> variants = variants_of(collated.witnesses);
    if (variants.empty())
        return;
    std::string head = "\n| Quoted |", rule = "|---|";
    for (const Passage* witness : collated.witnesses) {
        head += " " + for_markdown(version_name(*version_of(report, *witness))) + " |";
        rule += "---|";
    }
    out << head << '\n' << rule << '\n';
    for (const Variant& variant : variants) {
        out << "| " << for_markdown(variant.lemma) << " |";
        for (const std::string& reading : variant.readings)
            out << ' ' << (reading.empty() ? "*left out*" : for_markdown(reading)) << " |";
        out << '\n';
    }
}

void write_collation(const Report& report, const Evidence& evidence, std::ostream& out)
{
    for (const CollatedWork& collated : collated_works(report, evidence)) {
        out << "\n### " << for_markdown(work_name(report.library[collated.work]))
            << "\n\n| Similarity | Version | Place | Words |\n|--:|---|---|---|\n";
        for (const auto* passages : {&collated.witnesses, &collated.aligned})
            for (const Passage* passage : *passages)
                out << row_of(report, *passage, version_line(*version_of(report, *passage)));
        write_variants(report, collated, out);
        for (const Version* version : collated.without)
            out << "\n- " << for_markdown(version_line(*version)) << ": " << reason_without(report, collated, *version)
                << '\n';
    }
}

} // namespace

void write_markdown_places(const Report& report, std::ostream& out)
{
    for (const DocumentResult& result : report.documents)
        for (std::size_t q = 0; q < result.evidence.size(); ++q) {
            const std::vector<Passage>& places = result.evidence[q].matches;
            out << "## “" << for_markdown(result.reading.quotations[q].text) << "”\n";
            if (places.empty()) {
                out << "\nNothing in the library is near these words.\n";
            } else if (report.command == "collate") {
                write_collation(report, result.evidence[q], out);
            } else {
                out << "\n| Similarity | Work | Place | Words |\n|--:|---|---|---|\n";
                for (const Passage& passage : places) {
                    const Work* work = work_of(report, passage);
                    out << row_of(report, passage, work == nullptr ? std::string() : work_name(*work));
                }
            }
        }
}

} // namespace verbatim::report
