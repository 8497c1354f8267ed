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

struct Host {
    std::string text;               ///< quotations are syntax::quotation_placeholder, note calls are blanks
    std::vector<std::size_t> plain; ///< plain offset of every byte of text, and one behind the last
    std::vector<Hosted> quotations; ///< in the order of their placeholders
    std::vector<syntax::Chunk> chunks;
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
[[nodiscard]] std::vector<Host> hosts_of(const Document& document, const Reading& reading, Span region,
                                         const std::vector<Hosted>& quotations, const syntax::Lexicon& lexicon);

} // namespace verbatim::extract
