// SPDX-License-Identifier: Apache-2.0
// verbatim.toml: found by walking up, every key known or an error. Private to the room.
#pragma once
#include "flows.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace verbatim::cli {

/// Paths in it are relative to the file's folder; `folder` leads there from the working directory ("" for itself).
struct Configuration {
    std::string file; ///< empty: none was found
    std::string folder;
    std::vector<std::string> include{"**/*.md", "**/*.txt"};
    std::vector<std::string> exclude;
    std::optional<std::string> fail_on;
    std::optional<double> min_checked;
    bool allow_unchecked = false;
    bool legal_style = false;
    std::vector<std::string> library_paths;
    std::string library_index = "auto"; ///< "auto" "off" or a file
    std::vector<std::string> bibliographies;
    std::string default_language;
    std::vector<std::pair<std::string, std::string>> language_paths; ///< glob, tag
    std::map<std::string, Severity> rules;
    std::vector<std::pair<std::string, std::map<std::string, Severity>>> folders;
    std::vector<Person> people;
    std::optional<std::set<AttributionEvidence>> accepted;         ///< [attribution] accept
    std::vector<std::pair<std::string, std::string>> translations; ///< patterns with {name}
};

/// Reads one file. Errors: unreadable, no TOML, an unknown key (with the nearest known one), a wrong type, all with
/// file:line:column.
[[nodiscard]] Outcome<Configuration> read_configuration(const std::string& file);
/// The verbatim.toml of the working directory or of the nearest folder above it; empty where there is none.
[[nodiscard]] std::string find_configuration();
/// As TOML, for --print-config.
[[nodiscard]] std::string to_toml(const Configuration& configuration);

} // namespace verbatim::cli
