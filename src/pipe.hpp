// SPDX-License-Identifier: Apache-2.0
// check in three steps, the second on as many machines as there are shards of the library:
//
//   documents ─ ask ─▶ lines ─ locate (a shard each) ─▶ lines, in any order ─ judge ─▶ the report of `check`
#pragma once
#include "flows.hpp"

#include <istream>
#include <map>
#include <ostream>

namespace verbatim {

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

} // namespace verbatim
