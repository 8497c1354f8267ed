// SPDX-License-Identifier: Apache-2.0
// What the soundness tests of both scripts share: tokens as sequences, chance, the number of cases.
#pragma once
#include "laid.hpp"

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace soundness {

using Sequence = std::vector<std::string>;

inline Sequence all_tokens(const std::string& text)
{
    Sequence all;
    const verbatim::text::Tokens tokens = verbatim::text::tokenise(text);
    for (std::size_t i = 0; i < tokens.list.size(); ++i)
        if (!tokens.exact(i).empty())
            all.emplace_back(tokens.exact(i));
    return all;
}

inline std::string level_free(const std::string& token) { return token == "\"" || token == "'" ? "\"" : token; }

using Random = std::mt19937;

inline std::size_t below(Random& random, std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random()) % n; }

/// VERBATIM_SOUNDNESS_CASES, or few enough for every run of the tests.
inline std::size_t cases()
{
    const char* wanted = std::getenv("VERBATIM_SOUNDNESS_CASES");
    return wanted != nullptr ? std::strtoul(wanted, nullptr, 10) : 3000;
}

/// VERBATIM_SOUNDNESS_SEED, or the same for every run.
inline std::mt19937::result_type seed(std::mt19937::result_type usual)
{
    const char* wanted = std::getenv("VERBATIM_SOUNDNESS_SEED");
    return wanted != nullptr ? static_cast<std::mt19937::result_type>(std::strtoul(wanted, nullptr, 10)) : usual;
}

} // namespace soundness
