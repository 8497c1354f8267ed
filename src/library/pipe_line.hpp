// SPDX-License-Identifier: Apache-2.0
// The lines that `extract --queries`, `locate` and `judge` hand to one another (docs/beyond-one-machine.md).
#pragma once
#include "library/shard_result.hpp"
#include "model/problem.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace verbatim::library {

struct Query;

/// A document that was read; its place among all of them.
struct DocumentLine {
    std::size_t ordinal = 0; ///< from 0
    std::string path;
    std::string sha256; ///< of its bytes; empty where it could not be read
};
/// What a document asks of the library.
struct QueryLine {
    std::string manifest; ///< hexadecimal
    std::string path;
    std::size_t line = 0;   ///< 1-based, of the quotation
    std::size_t column = 0; ///< 1-based, code points
    std::string query;      ///< the question in JSON; equal questions are equal strings
};
/// What shards answer.
struct LocatedLine {
    std::string manifest;
    std::string key; ///< of the question: key_of()
    ShardResult result;
};
struct ProblemLine {
    std::size_t ordinal = 0;
    Problem problem;
};
using PipeLine = std::variant<DocumentLine, QueryLine, LocatedLine, ProblemLine>;

[[nodiscard]] std::string written(const PipeLine& line); ///< without line end
/// The problem has a column and a remedy; the caller sets path and line. Any bytes are safe.
[[nodiscard]] Outcome<PipeLine> read_pipe_line(std::string_view line);

[[nodiscard]] std::string query_form(const Query& query);
[[nodiscard]] Outcome<Query> read_query(std::string_view form);
/// SHA-256 of a question's form.
[[nodiscard]] std::string key_of(std::string_view query_form);
[[nodiscard]] std::string manifest_name_of(std::uint64_t manifest); ///< hexadecimal

} // namespace verbatim::library
