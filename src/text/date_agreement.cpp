// SPDX-License-Identifier: Apache-2.0
// Whether two EDTF dates agree at the coarser precision of the two: 1956 and 1956-03 do, 195X and 1956 too, and an
// interval agrees with what it overlaps. Qualifiers (?, ~, %) say nothing here.
#include "text/text.hpp"

#include <algorithm>
#include <array>

namespace verbatim::text {
namespace {

/// Year, month and day of an EDTF date without its qualifiers.
std::array<std::string, 3> parts_of(std::string_view edtf)
{
    std::array<std::string, 3> parts;
    std::size_t part = 0;
    for (const char c : edtf) {
        if (c == '-' && !parts[part].empty() && part < 2)
            ++part;
        else if (c != '?' && c != '~' && c != '%')
            parts[part].push_back(c);
    }
    return parts;
}

bool points_agree(std::string_view a, std::string_view b)
{
    const auto left = parts_of(a);
    const auto right = parts_of(b);
    for (std::size_t part = 0; part < 3; ++part) {
        if (left[part].empty() || right[part].empty())
            return part != 0;
        if (left[part].size() != right[part].size())
            return false;
        for (std::size_t i = 0; i < left[part].size(); ++i)
            if (left[part][i] != right[part][i] && left[part][i] != 'X' && right[part][i] != 'X')
                return false;
    }
    return true;
}

struct Range {
    std::string first, last;
};
Range range_of(const std::string& edtf)
{
    const std::size_t slash = edtf.find('/');
    return slash == std::string::npos ? Range{edtf, edtf} : Range{edtf.substr(0, slash), edtf.substr(slash + 1)};
}
bool is_open(const std::string& end) { return end.empty() || end == ".."; }

/// Whether `a` begins after `b` has ended, at the coarser precision of the two.
bool is_after(const std::string& a, const std::string& b)
{
    if (is_open(a) || is_open(b) || points_agree(a, b))
        return false;
    const auto left = parts_of(a);
    const auto right = parts_of(b);
    for (std::size_t part = 0; part < 3 && !left[part].empty() && !right[part].empty(); ++part)
        for (std::size_t i = 0; i < std::min(left[part].size(), right[part].size()); ++i) {
            if (left[part][i] == 'X' || right[part][i] == 'X')
                return false;
            if (left[part][i] != right[part][i])
                return left[part][i] > right[part][i];
        }
    return false;
}

} // namespace

bool dates_agree(const std::string& a, const std::string& b)
{
    if (a.empty() || b.empty())
        return a.empty() && b.empty();
    const Range left = range_of(a);
    const Range right = range_of(b);
    if (left.first == left.last && right.first == right.last)
        return points_agree(a, b);
    return !is_after(left.first, right.last) && !is_after(right.first, left.last);
}

} // namespace verbatim::text
