// SPDX-License-Identifier: Apache-2.0
// One quotation as the citation report tells it, in words; Markdown and HTML lay it out.
#pragma once
#include "model/report.hpp"

#include <string>
#include <vector>

namespace verbatim::report {

struct QuotationRecord {
    std::size_t document = 0;
    std::size_t quotation = 0;
    std::string place;    ///< "speeches/harbour.md:14:23"
    std::string state;    ///< "verbatim", "not found", "unchecked: too short", "nested", "title", "term"
    std::string source;   ///< who says it in the text; empty if nobody
    std::string evidence; ///< how the text attributes it, in words
    std::string date;
    std::string occasion;
    std::string named_document;
    std::string work;    ///< where it stands: name of the work; empty if nowhere
    std::string passage; ///< place in the work with file and line
    const Passage* match = nullptr;
};
[[nodiscard]] QuotationRecord record_of(const Report& report, std::size_t document, std::size_t quotation);
/// Records of every quotation, title and term (mentions are none) in document order.
[[nodiscard]] std::vector<QuotationRecord> records_of(const Report& report);
/// Place in the work with file and line: "¶ 12 (sources/lindqvist-1956.txt:88)".
[[nodiscard]] std::string file_and_place(const Report& report, const Passage& passage);
/// A quotation, not nested, that the text gives to nobody.
[[nodiscard]] bool lacks_source(const Report& report, const QuotationRecord& record);
/// Who says it, when and where: "Oda Lindqvist, 1956-03, founding congress".
[[nodiscard]] std::string attribution_line(const QuotationRecord& record);

/// Rows of the coverage table: name and count, those that are zero left out but for the first ones.
struct Count {
    std::string name;
    std::size_t count = 0;
};
[[nodiscard]] std::vector<Count> coverage_of(const Report& report);

} // namespace verbatim::report
