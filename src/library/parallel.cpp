// SPDX-License-Identifier: Apache-2.0
#include "library/parallel.hpp"

#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>

namespace verbatim::library {

void in_parallel(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work)
{
    if (jobs <= 1 || count <= 1) {
        for (std::size_t i = 0; i < count; ++i)
            work(i);
        return;
    }
    // More threads than cores would only make TBB complain on standard error.
    const auto cores = static_cast<std::size_t>(tbb::info::default_concurrency());
    tbb::task_arena arena(static_cast<int>(std::min(jobs, cores)));
    arena.execute([&] { tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { work(i); }); });
}

std::size_t jobs_worth_their_start(std::uint64_t bytes, std::size_t jobs)
{
    constexpr std::uint64_t few = 128 * 1024; // about forty pages, read in a few milliseconds
    return bytes < few ? std::min<std::size_t>(1, jobs) : jobs;
}

} // namespace verbatim::library
