// SPDX-License-Identifier: Apache-2.0
#include "text/text.hpp"

#include <algorithm>
#include <numeric>

namespace verbatim::text {
namespace {

/// Levenshtein distance of two short names, by bytes.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::optional<std::string> nearest_name(std::string_view name, const std::vector<std::string>& known)
{
    constexpr std::size_t longest = 100;
    if (name.size() > longest)
        return std::nullopt;
    std::optional<std::string> nearest;
    std::size_t fewest = std::max<std::size_t>(1, name.size() / 3) + 1;
    for (const std::string& candidate : known) {
        const std::size_t edits = distance(name, candidate);
        if (edits < fewest) {
            fewest = edits;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace verbatim::text
