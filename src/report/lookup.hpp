// SPDX-License-Identifier: Apache-2.0
// What several writers look up in a Report: names, places, the findings in their order. Layout only.
#pragma once
#include "model/report.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::report {

/// A span of a document as outputs give it: stored bytes, first byte's place, place behind the last byte.
struct Range {
    FileSpan stored;
    Place first;
    Place behind;
};
[[nodiscard]] Range range_of(const Document& document, Span span);

/// "speeches/harbour.md:14:23".
[[nodiscard]] std::string place_name(const Document& document, Span span);

/// Ids, unique in a report: "d1q3", "d1c2", "d1e1".
[[nodiscard]] std::string quotation_id(std::size_t document, std::size_t quotation);
[[nodiscard]] std::string citation_id(std::size_t document, std::size_t citation);
[[nodiscard]] std::string entry_id(std::size_t document, std::size_t entry);

/// A finding with the document that it points into and, in a comparison, its pair.
struct LocatedFinding {
    const Finding* finding = nullptr;
    std::size_t document = 0;
    const PairResult* pair = nullptr;
};
/// Findings of all documents, then of all pairs, in the report's order.
[[nodiscard]] std::vector<LocatedFinding> findings_of(const Report& report);
/// The same, the gravest first: for outputs of which a reader shows only the first ones.
[[nodiscard]] std::vector<LocatedFinding> worst_first(const Report& report);

/// Where a finding stands, as people write it: place_name(), on an older side of git
/// "HEAD~1:speeches/harbour.md:14:23".
[[nodiscard]] std::string place_name(const Report& report, const LocatedFinding& located);
/// "before.md", of git "HEAD~1:before.md".
[[nodiscard]] std::string side_name(const Report& report, const PairResult& pair, Side side);

/// A comparison without a library checks no wording, and outputs say nothing about it.
[[nodiscard]] bool checks_no_wording(const Report& report);
/// Null where the quotation was not weighed (`extract`).
[[nodiscard]] const Evidence* evidence_of(const DocumentResult& result, std::size_t quotation);
/// Only quotations have a verdict; a term that stands in a claimed work shows it, for information.
[[nodiscard]] std::optional<Verdict> verdict_of(const DocumentResult& result, std::size_t quotation);
/// The passage that made the verdict; null without one.
[[nodiscard]] const Passage* passage_of(const DocumentResult& result, std::size_t quotation);

[[nodiscard]] const Work* work_of(const Report& report, const Passage& passage);
[[nodiscard]] const Version* version_of(const Report& report, const Passage& passage);
[[nodiscard]] std::string version_name(const Version& version);
/// "Oda Lindqvist, Opening address (1956-03)".
[[nodiscard]] std::string work_name(const Work& work);
/// "¶ 12, p. 3": where in its version a passage stands; empty where nothing is known. A printed paragraph number stands
/// for the counted one.
[[nodiscard]] std::string passage_place(const Passage& passage);
/// "not found", "too short": a name of the model as words.
[[nodiscard]] std::string in_words(std::string_view name);
/// "1 document", "3 documents".
[[nodiscard]] std::string counted(std::size_t count, std::string_view singular, std::string_view plural);
/// "4 unchecked" in parts: "2 too short", "2 no reference in French", in the order of the model. Nested ones count as
/// nested.
[[nodiscard]] std::vector<std::string> unchecked_reasons(const Report& report);

/// The words of the quotation that the finding is about, with some before and behind, on one line.
[[nodiscard]] std::string excerpt(const Report& report, const LocatedFinding& located);
/// The diff whose hunks explain the finding: of the quotation against its passage, or of a translated quotation
/// against the published words. Null where a diff explains nothing.
[[nodiscard]] const Passage* explaining_passage(const Report& report, const LocatedFinding& located);

} // namespace verbatim::report
