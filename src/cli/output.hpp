// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "model/problem.hpp"

#include <functional>
#include <optional>
#include <ostream>
#include <string>

namespace verbatim::cli {

/// Writes to a temporary file beside `path`, then renames it: a reader sees the old bytes or the new ones, never half.
[[nodiscard]] std::optional<Problem> write_atomically(const std::string& path,
                                                      const std::function<void(std::ostream&)>& write);

} // namespace verbatim::cli
