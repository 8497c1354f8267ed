// SPDX-License-Identifier: Apache-2.0
// `--dump`: what one stage made of a document, one item a line, for a person who asks why.
#include "report/escape.hpp"
#include "report/lookup.hpp"
#include "report/report.hpp"
#include "text/text.hpp"

namespace verbatim::report {
namespace {

std::string at(const Document& document, std::size_t offset)
{
    const Place place = text::place(document, offset);
    return std::to_string(place.line) + ":" + std::to_string(place.column) + "\t";
}

std::string in_marks(std::string_view words) { return "\"" + visible(words) + "\""; }

void dump_text(const DocumentResult& result, std::ostream& out)
{
    const Document& document = result.document;
    for (const Block& block : document.blocks) {
        out << at(document, block.span.begin) << to_string(block.kind);
        if (block.level != 0)
            out << ' ' << block.level;
        if (block.paragraph != 0)
            out << " ¶ " << block.paragraph;
        if (!block.label.empty())
            out << " [" << visible(block.label) << ']';
        out << '\t' << in_marks(document.slice(block.span)) << '\n';
    }
}

void dump_quotations(const DocumentResult& result, std::ostream& out)
{
    for (const Quotation& quotation : result.reading.quotations) {
        out << at(result.document, quotation.hull().begin) << to_string(quotation.kind) << '\t'
            << to_string(quotation.form) << '\t' << visible(quotation.language) << '\t' << visible(quotation.marks)
            << '\t';
        for (std::size_t i = 0; i < quotation.parts.size(); ++i)
            out << (i == 0 ? "" : " + ") << in_marks(quotation.parts[i].text);
        if (quotation.nested_in)
            out << "\tnested in " << *quotation.nested_in + 1;
        out << '\n';
    }
}

void dump_citations(const DocumentResult& result, std::ostream& out)
{
    for (const auto* list : {&result.reading.citations, &result.reading.entries})
        for (const Citation& citation : *list) {
            out << at(result.document, citation.span.begin) << to_string(citation.kind) << '\t'
                << in_marks(citation.text);
            for (const auto& [name, value] : citation.fields)
                out << '\t' << visible(name) << '=' << visible(value);
            if (citation.locator)
                out << "\tlocator=" << visible(citation.locator->text);
            out << '\t' << (citation.resolved ? "resolved" : "unresolved");
            if (!citation.work.empty())
                out << ' ' << visible(citation.work);
            out << '\n';
        }
}

void dump_attributions(const DocumentResult& result, std::ostream& out)
{
    for (const Quotation& quotation : result.reading.quotations) {
        const Attribution& attribution = quotation.attribution;
        out << at(result.document, quotation.hull().begin) << in_marks(clipped(quotation.text, 40)) << '\t'
            << to_string(attribution.evidence);
        if (attribution.source) {
            out << "\tsource=" << visible(attribution.source->text);
            if (attribution.source->whom())
                out << "\tperson=" << visible(*attribution.source->whom());
        }
        if (attribution.cue)
            out << "\tcue=" << visible(attribution.cue->text) << " (" << visible(attribution.cue_class) << ')';
        if (attribution.date)
            out << "\tdate=" << visible(*attribution.date);
        if (attribution.occasion)
            out << "\toccasion=" << visible(attribution.occasion->text);
        if (attribution.document)
            out << "\tdocument=" << visible(attribution.document->text);
        if (attribution.locator)
            out << "\tlocator=" << visible(attribution.locator->text);
        out << '\n';
    }
}

void dump_match(const Passage& passage, const Report& report, std::ostream& out)
{
    const Work* work = work_of(report, passage);
    const Version* version = version_of(report, passage);
    out << "\t" << (work == nullptr ? "?" : visible(work->id)) << '\t'
        << (version == nullptr ? "?" : visible(version->path)) << ':' << passage.where.line << '\t'
        << visible(passage.place) << '\t' << passage.similarity << (passage.claimed ? "\tclaimed" : "") << '\t'
        << in_marks(passage.where.text) << '\n';
    for (const auto* list : {&passage.conventional, &passage.alterations})
        for (const Difference& difference : *list)
            out << "\t\t" << to_string(difference.kind) << '\t' << in_marks(difference.quoted.text) << " for "
                << in_marks(difference.source.text) << '\n';
}

void dump_matches(const DocumentResult& result, const Report& report, std::ostream& out)
{
    for (std::size_t i = 0; i < result.reading.quotations.size(); ++i) {
        const Evidence* evidence = evidence_of(result, i);
        if (evidence == nullptr)
            continue;
        const Quotation& quotation = result.reading.quotations[i];
        out << at(result.document, quotation.hull().begin) << in_marks(clipped(quotation.text, 40)) << '\t'
            << to_string(evidence->verdict);
        if (evidence->reason != UncheckedReason::none)
            out << ' ' << to_string(evidence->reason);
        out << '\n';
        for (const Passage& passage : evidence->matches)
            dump_match(passage, report, out);
    }
}

} // namespace

void write_dump(const DocumentResult& result, const Report& report, std::string_view what, std::ostream& out)
{
    if (what == "text")
        dump_text(result, out);
    else if (what == "quotations")
        dump_quotations(result, out);
    else if (what == "citations")
        dump_citations(result, out);
    else if (what == "attributions")
        dump_attributions(result, out);
    else if (what == "matches")
        dump_matches(result, report, out);
}

} // namespace verbatim::report
