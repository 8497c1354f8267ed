// SPDX-License-Identifier: Apache-2.0
// The first level of the grammar: where quotation marks stand, and what their neighbours let them be.
#pragma once
#include "model/span.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace verbatim::syntax {

enum class MarkStyle : unsigned char {
    straight_double, ///< " ＂
    straight_single, ///< ' ＇
    curly_double,    ///< “ ”
    curly_single,    ///< ‘ ’
    low_double,      ///< „ (closed by “ or ”)
    low_single,      ///< ‚ (closed by ‘ or ’)
    guillemet,       ///< « » in either direction
    angle,           ///< ‹ › in either direction
    corner,          ///< 「 」
    white_corner,    ///< 『 』
    title,           ///< 《 》
    title_single,    ///< 〈 〉
    prime,           ///< 〝 〞
    latex_double,    ///< `` ''
    latex_single,    ///< `
};
inline constexpr std::size_t mark_styles = 15;

/// What the glyph alone says: “ opens, ” closes, " says nothing. Languages that use « » or “ the other way round
/// are served by the neighbours.
enum class MarkSide : unsigned char { open, close, either };

/// What stands on one side of a mark; other marks directly beside it are looked through.
enum class Beside : unsigned char {
    edge, ///< start or end of the text, a line break
    blank,
    opening, ///< ( [ {
    closing, ///< . , ; : ! ? ) ] } … and their full-width kin
    dash,
    letter,
    digit,  ///< a fraction too: 3½
    symbol, ///< anything else
};

struct Mark {
    Span span; ///< bytes of the scanned text
    MarkStyle style = MarkStyle::straight_double;
    MarkSide side = MarkSide::either;
    Beside left = Beside::edge;
    Beside right = Beside::edge;
    bool can_open = false;  ///< neighbours and glyph allow it to open
    bool can_close = false; ///< neighbours and glyph allow it to close
};

/// Every mark of the text, in order. Left out: apostrophes between letters, inches and seconds behind a foot or a
/// minute (5'10"), '90s, 'n', and runs of more than six marks (rules and other ornament). Linear in the text.
[[nodiscard]] std::vector<Mark> marks(std::string_view text);

} // namespace verbatim::syntax
