// SPDX-License-Identifier: Apache-2.0
// Sections of the HTML report. Each writes its own landmark and nothing where it has nothing to say.
#pragma once
#include "report/diff_pieces.hpp"
#include "report/lookup.hpp"
#include "report/records.hpp"
#include "report/report.hpp"

namespace verbatim::report {

void write_html_coverage(const Report& report, std::ostream& out);
/// Every quotation of one document beside its passage, with its findings; titles and terms; other findings.
void write_html_document(const Report& report, std::size_t document, std::ostream& out);
void write_html_by_work(const Report& report, const std::vector<QuotationRecord>& records, std::ostream& out);
void write_html_without_source(const Report& report, const std::vector<QuotationRecord>& records, std::ostream& out);
void write_html_citations(const Report& report, std::ostream& out);
void write_html_pair(const Report& report, std::size_t pair, std::ostream& out);
void write_html_problems(const Report& report, std::ostream& out);

/// `find`: the places of a text, nearest first.
void write_html_places(const Report& report, std::ostream& out);
/// `collate`: version beside version, and what each reads where they differ.
void write_html_collation(const Report& report, std::ostream& out);

/// Words of one side under their heading.
struct SideText {
    std::string_view heading;
    std::string language;
    std::string content; ///< HTML
    std::string where;   ///< empty for the quoting side: the card's head says it
};
void write_html_side(const SideText& side, std::ostream& out);

/// The class of a state: "altered", "not-found".
[[nodiscard]] std::string html_state_class(const Report& report, const QuotationRecord& record);
/// One side of a word diff; a screen reader says where a change begins and ends.
[[nodiscard]] std::string html_diff_side(const Passage& passage, DiffSide side);

} // namespace verbatim::report
