// SPDX-License-Identifier: Apache-2.0
// Places in the library at a terminal: of `find`, nearest first, and of `collate`, version beside version:
//
//   examples/library/lindqvist-1956.txt:5  0.9167  lindqvist-1956.txt, en, published, ¶ 2
//   …
//   variants
//      forty million ]   fourteen million   lindqvist-1956.txt
//                        twelve million     draft
#include "report/escape.hpp"
#include "report/lookup.hpp"
#include "report/records.hpp"
#include "report/terminal.hpp"
#include "report/variants.hpp"
#include "text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace verbatim::report {
namespace {

constexpr std::size_t most_words = 160; // code points of a passage that needs no diff

bool has_hunk(const Passage& passage)
{
    return std::any_of(passage.diff.begin(), passage.diff.end(),
                       [](const DiffRun& run) { return run.kind != DiffRun::Kind::equal; });
}

void write_passage(Terminal& terminal, const Report& report, const Passage& passage, const std::string& name)
{
    const Version* version = version_of(report, passage);
    const std::string file = version == nullptr ? "?" : visible(version->path);
    const std::string place = passage_place(passage);
    terminal.line(terminal.inked(Ink::bold, file + ":" + std::to_string(passage.where.line)) + "  "
                  + (passage.diff.empty() ? "aligned" : fmt::format("{:.4f}", passage.similarity)) + "  "
                  + visible(name) + (place.empty() ? "" : ", " + visible(place)));
    if (has_hunk(passage))
        write_diff(terminal, passage);
    else
        terminal.line("   " + visible(clipped(passage.where.text, most_words)));
}

/// Left-aligned in so many columns.
std::string padded(const std::string& text, std::size_t width)
{
    return text + std::string(width - std::min(width, columns(text)), ' ');
}

struct Row {
    std::string lemma, reading, witnesses;
};

/// One row a reading; versions that read alike share it, those that read as the quotation does are left out.
std::vector<Row> rows_of(const Variant& variant, const std::vector<std::string>& names)
{
    constexpr std::size_t limit = 44;
    std::vector<Row> rows;
    std::vector<std::string> readings;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (variant.readings[i] == variant.lemma)
            continue;
        const auto same = std::find(readings.begin(), readings.end(), variant.readings[i]);
        if (same != readings.end()) {
            rows[static_cast<std::size_t>(same - readings.begin())].witnesses += ", " + names[i];
            continue;
        }
        readings.push_back(variant.readings[i]);
        const std::string words = variant.readings[i].empty() ? "(left out)" : clipped(variant.readings[i], limit);
        rows.push_back({rows.empty() ? visible(clipped(variant.lemma, limit)) + " ]" : "", visible(words), names[i]});
    }
    return rows;
}

void write_variants(Terminal& terminal, const std::vector<const Passage*>& witnesses,
                    const std::vector<std::string>& names)
{
    std::vector<Row> rows;
    for (const Variant& variant : variants_of(witnesses))
        for (Row& row : rows_of(variant, names))
            rows.push_back(std::move(row));
    if (rows.empty())
        return;
    std::size_t lemma = 0, reading = 0;
    for (const Row& row : rows) {
        lemma = std::max(lemma, columns(row.lemma));
        reading = std::max(reading, columns(row.reading));
    }
    terminal.line(terminal.inked(Ink::dim, "variants"));
    for (const Row& row : rows)
        terminal.line("   " + padded(row.lemma, lemma) + "   " + padded(row.reading, reading) + "   "
                      + terminal.inked(Ink::dim, row.witnesses));
}

void write_work(Terminal& terminal, const Report& report, const CollatedWork& collated)
{
    const Work& work = report.library[collated.work];
    terminal.line(terminal.inked(Ink::bold, visible(work_name(work))));
    std::vector<std::string> names;
    for (const Passage* witness : collated.witnesses) {
        const Version& version = work.versions[witness->version];
        names.push_back(visible(version_name(version)));
        write_passage(terminal, report, *witness, version_line(version));
    }
    write_variants(terminal, collated.witnesses, names);
    for (const Passage* passage : collated.aligned)
        write_passage(terminal, report, *passage, version_line(work.versions[passage->version]));
    for (const Version* version : collated.without)
        terminal.line(visible(version->path) + "  " + visible(version_line(*version)) + ": "
                      + std::string(reason_without(report, collated, *version)));
}

} // namespace

void write_places(Terminal& terminal, const Report& report)
{
    for (const DocumentResult& result : report.documents)
        for (const Evidence& evidence : result.evidence)
            for (const Passage& passage : evidence.matches) {
                const Work* work = work_of(report, passage);
                write_passage(terminal, report, passage, work == nullptr ? std::string() : work_name(*work));
            }
}

void write_collation(Terminal& terminal, const Report& report)
{
    for (std::size_t d = 0; d < report.documents.size(); ++d)
        for (std::size_t q = 0; q < report.documents[d].evidence.size(); ++q) {
            const QuotationRecord record = record_of(report, d, q);
            const Quotation& quotation = report.documents[d].reading.quotations[q];
            terminal.line(terminal.inked(Ink::bold, visible(record.place)) + "  " + record.state + "  \""
                          + visible(clipped(quotation.text, most_words)) + "\"");
            if (const std::string said = attribution_line(record); !said.empty())
                terminal.line("   said by    " + visible(said) + " (" + record.evidence + ")");
            for (const CollatedWork& work : collated_works(report, report.documents[d].evidence[q]))
                write_work(terminal, report, work);
        }
}

} // namespace verbatim::report
