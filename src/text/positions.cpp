// SPDX-License-Identifier: Apache-2.0
// From plain offsets to what people and protocols count. Only reports need it, so it is computed on demand; for
// UTF-16 files and for very long lines by way of checkpoints, else a file of one line would cost its square.
#include "text/code_points.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace verbatim::text {
namespace {

struct Counts {
    std::size_t code_points = 0;
    std::size_t utf16 = 0;
};

/// Counts lead bytes, so that any range adds up whatever bytes it holds. 8 bytes at a time, the last filled with zeros.
Counts count(std::string_view text)
{
    constexpr std::uint64_t lowest_bits = 0x0101010101010101U;
    constexpr std::uint64_t highest_bits = lowest_bits << 7U;
    const auto sum = [](std::uint64_t bits) { return static_cast<std::size_t>(bits * lowest_bits >> 56U); };
    std::size_t continuing = 0; // 10xxxxxx
    std::size_t beyond_bmp = 0; // 1111xxxx: two code units
    const auto add = [&](std::uint64_t bytes) {
        if ((bytes & highest_bits) == 0)
            return; // ASCII
        continuing += sum((bytes >> 7U) & ~(bytes >> 6U) & lowest_bits);
        beyond_bmp += sum((bytes >> 7U) & (bytes >> 6U) & (bytes >> 5U) & (bytes >> 4U) & lowest_bits);
    };
    std::uint64_t bytes = 0;
    std::size_t at = 0;
    for (; at + sizeof bytes <= text.size(); at += sizeof bytes) {
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        add(bytes);
    }
    bytes = 0;
    std::memcpy(&bytes, text.data() + at, text.size() - at);
    add(bytes);
    return {text.size() - continuing, text.size() - continuing + beyond_bmp};
}

constexpr std::size_t stride = 512; // a place in a long line costs as much as two of them

/// Counts at every `stride` bytes of one file; the hash of the file tells whose they are.
struct Checkpoints {
    std::string sha256;
    std::size_t size = 0;
    std::vector<Counts> at;
};

const Checkpoints& checkpoints_of(const Document& document)
{
    thread_local std::array<Checkpoints, 4> kept;
    thread_local std::size_t oldest = 0;
    for (const Checkpoints& one : kept)
        if (!one.at.empty() && one.size == document.decoded.size() && one.sha256 == document.sha256)
            return one;
    Checkpoints& made = kept[oldest];
    oldest = (oldest + 1) % kept.size();
    made = {document.sha256, document.decoded.size(), {Counts{}}};
    const std::string_view text = document.decoded;
    for (std::size_t begin = 0; begin + stride <= text.size(); begin += stride) {
        const Counts here = count(text.substr(begin, stride));
        const Counts& last = made.at.back();
        made.at.push_back({last.code_points + here.code_points, last.utf16 + here.utf16});
    }
    return made;
}

Counts count_to(const Document& document, std::size_t offset)
{
    const std::string_view text = document.decoded;
    if (document.sha256.empty())
        return count(text.substr(0, offset));
    const std::size_t step = offset / stride;
    const Counts before = checkpoints_of(document).at[step];
    const Counts rest = count(text.substr(step * stride, offset - step * stride));
    return {before.code_points + rest.code_points, before.utf16 + rest.utf16};
}

std::size_t line_index(const Document& document, std::size_t offset)
{
    const auto& starts = document.line_starts;
    const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
    return next == starts.begin() ? 0 : static_cast<std::size_t>(next - starts.begin()) - 1;
}

Place place_of_decoded(const Document& document, std::size_t offset)
{
    offset = std::min(offset, document.decoded.size());
    const std::size_t line = line_index(document, offset);
    const std::size_t begin = line < document.line_starts.size() ? document.line_starts[line] : 0;
    Counts counts;
    if (offset - begin < 4 * stride) {
        counts = count(std::string_view(document.decoded).substr(begin, offset - begin));
    } else {
        const Counts all = count_to(document, offset);
        const Counts before = count_to(document, begin);
        counts = {all.code_points - before.code_points, all.utf16 - before.utf16};
    }
    return {line + 1, counts.code_points + 1, counts.utf16 + 1};
}

std::size_t stored_offset(const Document& document, std::size_t decoded)
{
    if (document.encoding == Encoding::utf8)
        return document.bom + decoded;
    return document.bom + 2 * count_to(document, std::min(decoded, document.decoded.size())).utf16;
}

Span inside(const Document& document, Span plain)
{
    const std::size_t end = std::min(plain.end, document.plain.size());
    return {std::min(plain.begin, end), end};
}

} // namespace

std::vector<std::size_t> line_starts(std::string_view decoded)
{
    constexpr ByteSet line_ends("\r\n");
    std::vector<std::size_t> starts = {0};
    for (std::size_t at = line_ends.find_in(decoded); at != std::string_view::npos;
         at = line_ends.find_in(decoded, at)) {
        at += decoded.substr(at, 2) == "\r\n" ? 2 : 1;
        starts.push_back(at);
    }
    return starts;
}

FileSpan stored(const Document& document, Span plain)
{
    const FileSpan decoded = document.map.decoded(inside(document, plain));
    return {stored_offset(document, decoded.begin), stored_offset(document, decoded.end)};
}

Place place(const Document& document, std::size_t plain_offset)
{
    const std::size_t at = std::min(plain_offset, document.plain.size());
    return place_of_decoded(document, document.map.decoded({at, at}).begin);
}

Place place_behind(const Document& document, std::size_t plain_offset)
{
    const std::size_t at = std::min(plain_offset, document.plain.size());
    if (at == 0)
        return place(document, 0);
    return place_of_decoded(document, document.map.decoded({at - 1, at}).end);
}

std::string_view line_at(const Document& document, std::size_t plain_offset)
{
    const std::size_t at = std::min(plain_offset, document.plain.size());
    const std::size_t offset = std::min(document.map.decoded({at, at}).begin, document.decoded.size());
    const std::size_t line = line_index(document, offset);
    const auto& starts = document.line_starts;
    const std::string_view text = document.decoded;
    const std::size_t begin = line < starts.size() ? starts[line] : 0;
    std::size_t end = line + 1 < starts.size() ? starts[line + 1] : text.size();
    while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r'))
        --end;
    return text.substr(begin, end - begin);
}

std::string paragraph_name(const Document& document, std::size_t plain_offset)
{
    const Block* block = document.block_at(plain_offset);
    return block == nullptr || block->paragraph == 0 ? "" : "¶ " + std::to_string(block->paragraph);
}

} // namespace verbatim::text
