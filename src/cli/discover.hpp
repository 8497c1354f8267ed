// SPDX-License-Identifier: Apache-2.0
// From the paths of a command to the documents that it reads. Private to the room.
#pragma once
#include "cli/configuration.hpp"
#include "cli/options.hpp"
#include "flows.hpp"

#include <istream>
#include <string>
#include <vector>

namespace verbatim::cli {

struct Discovered {
    std::vector<Input> inputs;     ///< in the order of the request; within a folder by path; each once
    std::vector<Problem> problems; ///< a path that does not exist, a folder without documents
};

/// Files as they are; folders by include and exclude, without hidden, git-ignored and reference files; "-" is `in`.
/// Without paths: the folder of the configuration, else the working directory.
[[nodiscard]] Discovered discover(const Options& options, const Configuration& configuration,
                                  const std::vector<std::string>& library_paths, std::istream& in);
/// The pairs that [[translation]] patterns with {name} find, source before translation.
[[nodiscard]] Discovered discover_pairs(const Configuration& configuration);

} // namespace verbatim::cli
