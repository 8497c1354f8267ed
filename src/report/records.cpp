// SPDX-License-Identifier: Apache-2.0
#include "report/records.hpp"
#include "report/lookup.hpp"
#include "text/text.hpp"

namespace verbatim::report {
namespace {

std::string state_of(const Report& report, std::size_t document, std::size_t quotation)
{
    const DocumentResult& result = report.documents[document];
    const std::optional<Verdict> verdict = verdict_of(result, quotation);
    if (!verdict || checks_no_wording(report))
        return std::string(to_string(result.reading.quotations[quotation].kind));
    if (*verdict != Verdict::unchecked || result.evidence[quotation].reason == UncheckedReason::none)
        return in_words(to_string(*verdict));
    return "unchecked: " + in_words(to_string(result.evidence[quotation].reason));
}

} // namespace

std::string file_and_place(const Report& report, const Passage& passage)
{
    const Version* version = version_of(report, passage);
    std::string name = passage_place(passage);
    if (version == nullptr)
        return name;
    const std::string file = version->path + ":" + std::to_string(passage.where.line);
    return name.empty() ? file : name + " (" + file + ")";
}

QuotationRecord record_of(const Report& report, std::size_t document, std::size_t quotation)
{
    const DocumentResult& result = report.documents[document];
    const Quotation& words = result.reading.quotations[quotation];
    const Attribution& attribution = words.attribution;
    QuotationRecord record;
    record.document = document;
    record.quotation = quotation;
    record.place = place_name(result.document, words.hull());
    record.state = state_of(report, document, quotation);
    if (attribution.source)
        record.source = attribution.source->whom().value_or(attribution.source->text);
    record.evidence = in_words(to_string(attribution.evidence));
    record.date = attribution.date.value_or("");
    record.occasion = attribution.occasion ? attribution.occasion->text : "";
    record.named_document = attribution.document ? attribution.document->text : "";
    record.match = passage_of(result, quotation);
    if (record.match != nullptr) {
        const Work* work = work_of(report, *record.match);
        record.work = work == nullptr ? "" : work_name(*work);
        record.passage = file_and_place(report, *record.match);
    }
    return record;
}

std::vector<QuotationRecord> records_of(const Report& report)
{
    std::vector<QuotationRecord> records;
    for (std::size_t d = 0; d < report.documents.size(); ++d)
        for (std::size_t q = 0; q < report.documents[d].reading.quotations.size(); ++q)
            if (report.documents[d].reading.quotations[q].kind != QuotationKind::mention)
                records.push_back(record_of(report, d, q));
    return records;
}

bool lacks_source(const Report& report, const QuotationRecord& record)
{
    const Quotation& quotation = report.documents[record.document].reading.quotations[record.quotation];
    return quotation.kind == QuotationKind::quotation && !quotation.nested_in && !quotation.attribution.attributed();
}

std::string attribution_line(const QuotationRecord& record)
{
    std::string line = record.source;
    for (const std::string* part : {&record.date, &record.occasion, &record.named_document})
        if (!part->empty() && *part != record.source)
            line += (line.empty() ? "" : ", ") + *part;
    return line;
}

std::vector<Count> coverage_of(const Report& report)
{
    const Summary& s = report.summary;
    std::vector<Count> rows = {{"Documents", s.documents}, {"Quotations", s.quotations}};
    const bool checked = !checks_no_wording(report);
    if (checked)
        rows.push_back({"Checked", s.checked});
    const std::vector<Count> others = {
        {"Verbatim", s.verbatim},
        {"Conventional differences", s.conventional},
        {"Altered", s.altered},
        {"Not found", s.not_found},
        {"Unchecked", checked ? s.unchecked : 0},
        {"Nested in another", s.nested},
        {"Attributed", s.attributed},
        {"Without source", s.unattributed},
        {"Titles", s.titles},
        {"Terms", s.terms},
        {"Citations", s.citations},
        {"Citations unresolved", s.unresolved},
    };
    for (const Count& row : others)
        if (row.count != 0)
            rows.push_back(row);
    return rows;
}

} // namespace verbatim::report
