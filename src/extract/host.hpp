// SPDX-License-Identifier: Apache-2.0
// Host sentences: the text around quotations, each quotation one placeholder byte. Private to the room.
#pragma once
#include "model/document.hpp"
#include "model/reading.hpp"
#include "syntax/syntax.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace verbatim::extract {

/// A part of a quotation where it stands in a region, marks included.
struct Hosted {
    std::size_t quotation = 0; ///< index in Reading::quotations
    std::size_t part = 0;
    Span span; ///< plain bytes, with marks
};

/// The plain offset of every byte of a host's text, and of one behind the last: runs of bytes that stand in a row.
class PlainOffsets {
public:
    /// The bytes of the text from `begin` on stand from `plain` on. Runs are added in order.
    void add(std::size_t begin, std::size_t plain);
    /// Behind the last byte of the text, which is `size`.
    void close(std::size_t size, std::size_t plain) { runs_.push_back({size, plain}); }
    [[nodiscard]] std::size_t operator[](std::size_t at) const;
    [[nodiscard]] std::size_t front() const { return runs_.front().plain; }
    [[nodiscard]] std::size_t back() const { return runs_.back().plain; } ///< of the byte behind the last
    /// The first byte of the text that stands at `plain` or behind it.
    [[nodiscard]] std::size_t first_from(std::size_t plain) const;

private:
    struct Run {
        std::size_t begin = 0;
        std::size_t plain = 0;
    };
    std::vector<Run> runs_; ///< the last one is the byte behind the text
};

struct Host {
    std::string text;                  ///< quotations are syntax::quotation_placeholder, note calls are blanks
    PlainOffsets plain;                ///< of text
    std::vector<Hosted> quotations;    ///< in the order of their placeholders
    std::vector<syntax::Chunk> chunks; ///< those at the beginning only, where `whole` is not set
    bool whole = true;
    bool asked = false;            ///< a pronoun behind it may mean one of its subjects
    std::vector<char32_t> closing; ///< the last character of each quotation, marks left out; parallel to quotations
    std::vector<std::size_t> at;   ///< chunk of each quotation, parallel to quotations
    bool bare = false;             ///< nothing but quotations and marks

    [[nodiscard]] Span plain_span(Span inside) const
    {
        return {plain[inside.begin], inside.empty() ? plain[inside.begin] : plain[inside.end - 1] + 1};
    }
    [[nodiscard]] std::string_view words(Span inside) const
    {
        return std::string_view(text).substr(inside.begin, inside.size());
    }
};

/// The span of a quotation's part with the marks around it.
[[nodiscard]] Span with_marks(std::string_view plain, Span part, Span region);
/// Sentences of the region, in order; those longer than 4,000 bytes in pieces, so that the cost stays linear.
/// One without a quotation has no chunks yet.
[[nodiscard]] std::vector<Host> hosts_of(const Document& document, Span region, const std::vector<Hosted>& quotations,
                                         const syntax::Lexicon& lexicon);
/// Its chunks as far as a name may be a subject of the sentence; none in Han characters, whose sentences are read
/// whole.
void read_subjects(Host& host, const syntax::Lexicon& lexicon);
void read_whole(Host& host, const syntax::Lexicon& lexicon);

} // namespace verbatim::extract
