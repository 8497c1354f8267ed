// SPDX-License-Identifier: Apache-2.0
// Words that stand elsewhere on the other side.
#include "align/script.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

std::vector<std::uint32_t> word_keys(const std::vector<std::size_t>& indices, const Words& words)
{
    std::vector<std::uint32_t> keys;
    for (const std::size_t i : indices)
        if (words[i].is_word())
            keys.push_back(words[i].key);
    return keys;
}

bool has_number(const std::vector<std::size_t>& indices, const Words& words, const std::string& language)
{
    return std::any_of(indices.begin(), indices.end(), [&](std::size_t i) {
        return words[i].kind == text::TokenKind::number || !text::amounts(words[i].exact, language).empty();
    });
}

} // namespace

void find_moves(Script& script, const Words& quoted, const Words& source, const std::string& language)
{
    constexpr std::size_t near = 12, many = 400;
    const auto same = [](const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
        return a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
    };
    std::vector<Edit>& edits = script.edits;
    if (edits.size() > many)
        return;
    for (std::size_t i = 0; i < edits.size(); ++i) {
        const auto q = word_keys(quoted_in(script, edits[i].columns), quoted);
        const auto s = word_keys(source_in(script, edits[i].columns), source);
        if (q.size() >= 2 && q.size() == s.size() && std::is_permutation(q.begin(), q.end(), s.begin()))
            edits[i].moved = true;
        if (edits[i].moved || (q.empty() && s.empty()))
            continue;
        if (!q.empty() && !s.empty() && has_number(quoted_in(script, edits[i].columns), quoted, language))
            continue; // two numbers that changed places are two other numbers
        bool words_between = false;
        for (std::size_t j = i + 1; j < edits.size() && j <= i + 20; ++j) {
            const auto q2 = word_keys(quoted_in(script, edits[j].columns), quoted);
            const auto s2 = word_keys(source_in(script, edits[j].columns), source);
            if (edits[j].moved || !same(q, s2) || !same(s, q2)) {
                words_between = words_between || !q2.empty() || !s2.empty();
                continue;
            }
            if (!words_between && edits[j].columns.begin - edits[i].columns.end <= near) {
                edits[i] = {{edits[i].columns.begin, edits[j].columns.end}, true};
                edits.erase(edits.begin() + static_cast<std::ptrdiff_t>(i + 1),
                            edits.begin() + static_cast<std::ptrdiff_t>(j + 1));
            } else {
                edits[i].moved = edits[j].moved = true;
            }
            break;
        }
    }
}

} // namespace verbatim::align
