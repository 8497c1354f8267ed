// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <functional>

namespace verbatim::library {

/// Calls `work(0) … work(count - 1)` on at most `jobs` threads and returns when all are done.
void in_parallel(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work);

} // namespace verbatim::library
