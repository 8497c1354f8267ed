// SPDX-License-Identifier: Apache-2.0
// What the command line says, before configuration and defaults. Private to the room.
#pragma once
#include "model/problem.hpp"

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace verbatim::cli {

struct Options {
    std::string command;            ///< "check" "compare" …
    std::vector<std::string> paths; ///< positional arguments
    std::vector<std::string> library;
    std::optional<std::string> index; ///< "auto" "off" or a file
    std::vector<std::string> bibliographies;
    std::optional<std::string> language;
    std::optional<std::string> format;
    std::vector<std::pair<std::string, std::string>> outputs; ///< format name, file
    std::optional<std::string> fail_on;
    std::vector<std::string> select;
    std::vector<std::string> ignore;
    std::vector<std::pair<std::string, std::string>> severities;
    std::optional<std::string> files_from;
    std::string stdin_filename;
    std::string git;      ///< compare: REV or REV..REV
    std::string since;    ///< revision; findings on lines changed since alone
    std::string baseline; ///< file
    std::string reason;   ///< why new findings are taken into the baseline
    std::optional<std::size_t> jobs;
    std::optional<double> min_checked;
    std::optional<std::string> config;
    std::string dump;
    std::string colour = "auto";
    std::string log_level = "warn";
    std::vector<std::string> shards;         ///< locate: files of shards
    std::optional<std::uint32_t> shard_count; ///< library index: into how many parts
    bool queries = false;                    ///< extract: what the quotations ask of the library
    bool no_config = false;
    bool print_config = false;
    bool allow_unchecked = false;
    bool fix = false;
    bool diff = false; ///< show what fix would change, and change nothing
    bool write_baseline = false;
    bool accept_new = false;
    bool quiet = false;
    bool verbose = false;
    bool statistics = false;
};

/// Options, or what to print and the exit code with which to end (help, version, a usage error).
struct ParsedOptions {
    Options options;
    std::optional<int> exit_code;
    std::string out; ///< for standard output
    std::string err; ///< for standard error
};
[[nodiscard]] ParsedOptions parse_options(const std::vector<std::string>& arguments);

} // namespace verbatim::cli
