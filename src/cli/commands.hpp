// SPDX-License-Identifier: Apache-2.0
// One row a command. Private to the room.
#pragma once
#include "cli/configuration.hpp"
#include "cli/options.hpp"
#include "flows.hpp"

#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::cli {

/// Everything that a command may touch.
struct Session {
    const Options& options;
    const Configuration& configuration;
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool colour_out = false;
    bool colour_err = false;
    bool show_progress = false;
    std::string user{};        ///< who works here, for baselines; empty if unknown
    std::string source_date{}; ///< SOURCE_DATE_EPOCH, seconds; empty for now
};

struct Command {
    std::string_view name;
    std::string_view format;  ///< of standard output by default
    std::string_view fail_on; ///< by default
    int (*run)(const Session&);
};
[[nodiscard]] const std::vector<Command>& commands();

[[nodiscard]] int run_documents(const Session& session); ///< check, report, extract
[[nodiscard]] int run_pair(const Session& session);      ///< compare, translation
[[nodiscard]] int run_find(const Session& session);
[[nodiscard]] int run_collate(const Session& session);
[[nodiscard]] int run_queries(const Session& session); ///< extract --queries
[[nodiscard]] int run_locate(const Session& session);
[[nodiscard]] int run_judge(const Session& session);
[[nodiscard]] int run_library(const Session& session);
[[nodiscard]] int list_rules(const Session& session);
[[nodiscard]] int explain_rule(const Session& session);
[[nodiscard]] int write_start_files(const Session& session); ///< init

/// A mistake in usage: what is wrong and what to do.
[[nodiscard]] Problem usage(std::string message, std::string remedy);
/// Request as options and configuration say; a problem for unknown rules, formats and levels.
[[nodiscard]] Outcome<Request> request_of(const Session& session);
/// --print-config: the settings in force, command line and environment included, as TOML.
[[nodiscard]] int print_configuration(const Session& session);
/// What the last of the document commands do with a report: baseline, changed lines, fixes, outputs, exit code.
[[nodiscard]] int finish_documents(const Session& session, Report& report);
/// Writes every output and returns the exit code.
[[nodiscard]] int finish(const Session& session, const Report& report);
/// Prints a problem as text and returns 2.
[[nodiscard]] int refuse(const Session& session, const Problem& problem);

} // namespace verbatim::cli
