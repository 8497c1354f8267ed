// SPDX-License-Identifier: Apache-2.0
// Positions. Three coordinates, never mixed:
//
//   stored bytes   ef bb bf  H  i  &  a  m  p  ;  …     the user's file as it lies on disk
//        │ Document::stored()
//   decoded bytes            H  i  &  a  m  p  ;  …     the same as UTF-8 without byte order mark
//        │ SourceMap
//   plain bytes              H  i  &              …     what a reader of the text reads: Span
//
// Every span between stages is a Span of plain bytes; only the report turns it into FileSpans.
#pragma once
#include <compare>
#include <cstddef>
#include <string>
#include <vector>

namespace verbatim {

/// Half-open range of bytes of a document's plain text.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const { return end - begin; }
    [[nodiscard]] bool empty() const { return begin == end; }
    [[nodiscard]] bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
    [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    friend auto operator<=>(Span, Span) = default; ///< by begin, then end
};

/// Half-open range of bytes of a file (decoded or stored, as the function that returns it says).
struct FileSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(FileSpan, FileSpan) = default;
};

/// Words together with the plain bytes that they were read from.
struct TextSpan {
    std::string text; ///< white space runs collapsed, markup and entities resolved
    Span span;
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// 1-based position for people and for protocols.
struct Place {
    std::size_t line = 1;
    std::size_t column = 1;       ///< code points
    std::size_t column_utf16 = 1; ///< UTF-16 code units, for SARIF and LSP
};

} // namespace verbatim
