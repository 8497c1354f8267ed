// SPDX-License-Identifier: Apache-2.0
#include "flows.hpp"

namespace verbatim {
namespace {

/// Iterative matching with one way back for each kind of star: linear in practice, quadratic at worst, no recursion.
struct Retry {
    std::size_t pattern = std::string_view::npos;
    std::size_t path = 0;
};

} // namespace

bool matches_glob(std::string_view pattern, std::string_view path)
{
    if (path.starts_with("./"))
        path.remove_prefix(2);
    Retry star;
    Retry folders;
    std::size_t p = 0;
    std::size_t t = 0;
    while (t < path.size() || p < pattern.size()) {
        if (pattern.substr(p).starts_with("**/")) {
            folders = {p, t};
            star = {};
            p += 3;
            continue;
        }
        if (pattern.substr(p) == "**")
            return true;
        if (p < pattern.size() && pattern[p] == '*') {
            star = {p, t};
            ++p;
            continue;
        }
        if (p < pattern.size() && t < path.size() && (pattern[p] == path[t] || (pattern[p] == '?' && path[t] != '/'))) {
            ++p;
            ++t;
            continue;
        }
        if (star.pattern != std::string_view::npos && star.path < path.size() && path[star.path] != '/') {
            t = ++star.path;
            p = star.pattern + 1;
            continue;
        }
        if (folders.pattern != std::string_view::npos) {
            const std::size_t next = path.find('/', folders.path);
            if (next == std::string_view::npos)
                return false;
            folders.path = next + 1;
            t = folders.path;
            p = folders.pattern + 3;
            star = {};
            continue;
        }
        return false;
    }
    return true;
}

} // namespace verbatim
