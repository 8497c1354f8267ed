// SPDX-License-Identifier: Apache-2.0
#include "report/diff_pieces.hpp"
#include "report/escape.hpp"
#include "text/text.hpp"

namespace verbatim::report {
namespace {

bool opens(char32_t c)
{
    return c == '(' || c == '[' || c == U'“' || c == U'‘' || c == U'«' || c == U'「' || c == U'《';
}
bool hangs_on(char32_t c)
{
    static constexpr std::u32string_view marks = U",.;:!?)]’”»…」》、，。；：！？）";
    return marks.find(c) != std::u32string_view::npos;
}

constexpr std::size_t context = 36; // code points of equal words kept beside a hunk

std::string first_words(const std::string& words) { return clipped(words, context); }

/// An equal run cut down to what stands beside its hunks.
std::string around_hunks(const std::string& words, bool hunk_before, bool hunk_after)
{
    if (text::code_points(words) <= 2 * context + 8 && hunk_before && hunk_after)
        return words;
    constexpr std::size_t mark = std::string_view("…").size();
    if (hunk_before && hunk_after) {
        const std::string head = first_words(words);
        return head.substr(0, head.size() - mark) + " … " + last_words(words).substr(mark);
    }
    if (hunk_before)
        return first_words(words);
    return hunk_after ? last_words(words) : clipped(words, 2 * context);
}

} // namespace

bool needs_space(std::string_view before, std::string_view after)
{
    if (before.empty() || after.empty())
        return false;
    const char32_t last = text::code_point_before(before, before.size());
    const char32_t first = text::code_point_at(after, 0);
    if (text::is_space(last) || text::is_space(first) || opens(last) || hangs_on(first))
        return false;
    return !(text::is_han_or_kana(last) || last > 0x3000) || !(text::is_han_or_kana(first) || first > 0x3000);
}

std::string last_words(const std::string& words)
{
    std::size_t at = words.size();
    for (std::size_t kept = 0; kept < context && at > 0; ++kept)
        do
            --at;
        while (at > 0 && (static_cast<unsigned char>(words[at]) & 0xC0u) == 0x80u);
    if (at == 0)
        return words;
    const std::size_t space = words.find(' ', at);
    return "…" + words.substr(space != std::string::npos && space - at < 16 ? space + 1 : at);
}

std::vector<DiffPiece> diff_side(const std::vector<DiffRun>& runs, DiffSide side, DiffExtent extent)
{
    const auto is_hunk = [&](std::size_t i) { return i < runs.size() && runs[i].kind != DiffRun::Kind::equal; };
    const DiffRun::Kind other = side == DiffSide::quoted ? DiffRun::Kind::source_only : DiffRun::Kind::quoted_only;
    std::vector<DiffPiece> pieces;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].kind == other || runs[i].text.empty())
            continue;
        const bool differs = is_hunk(i);
        std::string words = differs || extent == DiffExtent::whole
                                ? runs[i].text
                                : around_hunks(runs[i].text, i > 0 && is_hunk(i - 1), is_hunk(i + 1));
        if (!pieces.empty() && needs_space(pieces.back().text, words)) {
            // The space belongs to equal words, so that a mark never shows a bare space as changed.
            if (!pieces.back().differs)
                pieces.back().text += ' ';
            else if (!differs)
                words.insert(0, 1, ' ');
            else
                pieces.push_back({" ", false});
        }
        pieces.push_back({std::move(words), differs});
    }
    return pieces;
}

} // namespace verbatim::report
