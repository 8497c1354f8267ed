// SPDX-License-Identifier: Apache-2.0
// Door of `cli`: options, configuration, exit codes.
#pragma once
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace verbatim::cli {

/// Exit codes: 0 nothing at or above the fail level, 1 findings, 2 usage, input or internal error.
[[nodiscard]] int run(const std::vector<std::string>& arguments, const std::map<std::string, std::string>& environment,
                      std::istream& in, std::ostream& out, std::ostream& err);

} // namespace verbatim::cli
