// SPDX-License-Identifier: Apache-2.0
// The flows: what each command does, as an ordered list of calls. check.cpp is the first file to open.
#pragma once
#include "align/align.hpp"
#include "library/library.hpp"
#include "model/report.hpp"
#include "rules/rules.hpp"

#include <functional>
#include <istream>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace verbatim {

/// A document to read: a path, or bytes that came another way (standard input).
struct Input {
    std::string path;                 ///< relative to the working directory; the name in reports
    std::optional<std::string> bytes; ///< read from `path` where unset
    std::string revision{};           ///< of git, from which the bytes are; empty for a file
};

/// How a document's language is settled, first that answers: forced, front matter, path pattern, fallback, detection.
struct LanguageChoice {
    std::string forced;
    std::vector<std::pair<std::string, std::string>> by_path; ///< glob, BCP 47 tag
    std::string fallback;
};

struct Request {
    std::string command;
    std::vector<Input> inputs;
    std::vector<std::string> library_paths;  ///< none: no library was given
    std::vector<std::string> bibliographies; ///< files whose entries citations may lead to
    std::vector<Person> people;              ///< of verbatim.toml
    std::string index;                       ///< library::Request::index
    bool index_is_damaged = false;           ///< library::Request::index_is_damaged
    std::optional<std::vector<std::string>> shards{}; ///< library::Request::shards
    LanguageChoice language;
    rules::Policy policy;
    std::vector<std::pair<std::string, std::map<std::string, Severity>>>
        folders; ///< glob, severities of rules below it
    align::Settings settings;
    std::set<AttributionEvidence> accepted{AttributionEvidence::explicit_, AttributionEvidence::pronoun,
                                           AttributionEvidence::citation_only};
    std::optional<Place> at;      ///< of collate: the quotation that stands there; column 0: anywhere on the line
    bool allow_unchecked = false; ///< a library without one readable text is no error
    std::size_t jobs = 1;
    std::function<void(std::uint64_t bytes)> before_reading; ///< library::Request::before_reading
    std::function<void(std::size_t done, std::size_t total)> progress; ///< may be empty; called from any thread
};

/// While it is held, no more threads work than these. Nothing where no more would: to wake TBB takes long for one page.
[[nodiscard]] std::shared_ptr<const void> threads_limited_to(std::size_t jobs);

/// Quotations, attributions, citations and marks of every input, with verdicts where a library is given.
[[nodiscard]] Report check(const Request& request);
/// What the grammar sees: no rule runs.
[[nodiscard]] Report extract_all(const Request& request);
/// Inputs come in pairs: old, new, old, new …
[[nodiscard]] Report compare(const Request& request);
/// Inputs come in pairs: source, translation …
[[nodiscard]] Report check_translation(const Request& request);
/// The whole text of each input is looked up as one quotation, nearest places first.
[[nodiscard]] Report find(const Request& request);
/// One quotation, each input as a whole or what stands at `request.at`, against every version of its work.
[[nodiscard]] Report collate(const Request& request);

// check in three steps, the second on as many machines as a library has parts (docs/beyond-one-machine.md):
//
//   documents ─ ask ─▶ lines ─ locate_lines (a part each) ─▶ lines, in any order ─ judge ─▶ the report of `check`

/// Writes a line for each input, then one for each question that it asks of the library. The catalogue of the library
/// answers for claims and titles; no shard is opened. What prevented it is returned, and then nothing is written.
[[nodiscard]] std::vector<Problem> ask(const Request& request, std::ostream& out);

/// Answers the questions of the lines from the open shards of the library, in their order; other lines pass.
/// `name` is what a message calls the input.
[[nodiscard]] std::optional<Problem> locate_lines(const library::Library& library, std::size_t jobs,
                                                  const std::string& name, std::istream& in, std::ostream& out);

/// What was located, joined.
struct Located {
    std::map<std::pair<std::size_t, std::string>, library::DocumentLine> documents; ///< by ordinal and path
    std::map<std::size_t, Problem> problems;             ///< met while documents were looked for
    std::map<std::string, library::ShardResult> answers; ///< by key of the question
    std::string manifest; ///< empty where nothing was answered
};
/// Joins lines to those that were read before, in any order; `name` is what a message calls the input.
[[nodiscard]] std::optional<Problem> read_located(const std::string& name, std::istream& in, Located& into);
/// `check` of the documents, with these answers; what no shard was asked is told.
[[nodiscard]] Report judge(Request request, const Located& located);

/// Every list of findings with the documents that they point into: one, or the from and the to side of a pair.
void for_each_findings(
    Report& report,
    const std::function<void(const std::vector<const Document*>& sides, std::vector<Finding>& findings)>& visit);
/// Counts the findings of a report anew, after some were taken out.
void count_findings(Report& report);

/// The policy for one document: the request's, with the severities of every [[folder]] that matches; later ones win.
[[nodiscard]] rules::Policy policy_for(const Request& request, const std::string& path);

/// True where a shell-like pattern matches a path: `*` and `?` within a folder, `**` across folders.
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view path);

} // namespace verbatim
