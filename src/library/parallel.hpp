// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>

namespace verbatim::library {

/// Calls `work(0) … work(count - 1)` on at most `jobs` threads and returns when all are done.
void in_parallel(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work);

/// `jobs`, or 1 where so few bytes of text are read sooner than a second thread has begun.
[[nodiscard]] std::size_t jobs_worth_their_start(std::uint64_t bytes, std::size_t jobs);

} // namespace verbatim::library
