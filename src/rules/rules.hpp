// SPDX-License-Identifier: Apache-2.0
// Door of `rules`: pure functions from Reading, Evidence or Pairing to Findings. They never search, diff or do I/O.
#pragma once
#include "library/library.hpp"
#include "model/finding.hpp"
#include "model/report.hpp"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::rules {

enum class Group : unsigned char { wording, attribution, citation, marks, compare, translation };
[[nodiscard]] std::string_view to_string(Group group);

/// Documentation as data: help, `explain`, docs/rules and SARIF are made from it.
struct Documentation {
    std::string_view id; ///< "altered-wording"
    Group group = Group::wording;
    Severity severity = Severity::warning; ///< by default
    std::string_view summary;              ///< one sentence
    std::string_view why;
    std::string_view remedy;
};

/// What rules on one document read.
struct Subject {
    const Document& document;
    const Reading& reading;
    const std::vector<Evidence>& evidence;
    const library::Library* library; ///< null where none was given
    /// Evidence that counts as an attribution for missing-attribution; [attribution] accept of verbatim.toml.
    std::set<AttributionEvidence> accepted{AttributionEvidence::explicit_, AttributionEvidence::pronoun,
                                           AttributionEvidence::citation_only};
    std::span<const UnmarkedRun> unmarked{};
    bool bibliography_given = false; ///< citations may lead to its entries
};
/// What rules on a pair read.
struct PairSubject {
    const DocumentResult& from;
    const DocumentResult& to;
    const Pairing& pairing;
    const library::Library* library;
};
using Findings = std::vector<Finding>;
struct Rule {
    Documentation documentation;
    void (*judge)(const Subject&, Findings&) = nullptr;          ///< null for pair rules
    void (*judge_pair)(const PairSubject&, Findings&) = nullptr; ///< null for document rules
};

/// Every rule, by group, then id.
[[nodiscard]] const std::vector<Rule>& all_rules();
[[nodiscard]] const Rule* rule_named(std::string_view id);

/// Which rules run and how grave their findings are.
struct Policy {
    std::set<std::string> select; ///< replaces the command's set where not empty; ids or group names
    std::set<std::string> ignore;
    std::map<std::string, Severity> severities;
};
/// True where a command runs this rule: what only one rule reads need not be looked for without it.
[[nodiscard]] bool runs(std::string_view id, const Policy& policy, const std::string& command);
/// A rule may set a finding's severity itself (quotation-not-found); a configured severity overrides it.
[[nodiscard]] Findings judge(const Subject& subject, const Policy& policy, const std::string& command);
[[nodiscard]] Findings judge_pair(const PairSubject& subject, const Policy& policy, const std::string& command);

/// Title and body of one example of the rule's fixture, for `explain` and the documentation.
struct Example {
    std::string title;
    std::string source;   ///< reference text; may be empty
    std::string document; ///< or the from side
    std::string other;    ///< the to side of a pair; else empty
    std::string findings; ///< as the fixture states them; empty for the silent twin
};
[[nodiscard]] std::vector<Example> examples(std::string_view id);
/// The page of docs/rules and of `explain`, Markdown.
[[nodiscard]] std::string page(const Rule& rule);

} // namespace verbatim::rules
