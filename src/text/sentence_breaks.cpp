// SPDX-License-Identifier: Apache-2.0
#include "text/sentence_breaks.hpp"

#include "text/byte_set.hpp"
#include "text/code_points.hpp"
#include "text/text.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace verbatim::text {
namespace {

/// Bytes with which a terminator or a separator of paragraphs may begin: of the others most text consists. No such
/// character lies in U+00C0–U+00FF (C3) nor among the ideographs U+4000–U+9FFF (E4–E9).
constexpr auto begins_terminator = [] {
    std::array<char, 64> bytes{'.', '!', '?', '\n', '\r'};
    std::size_t size = 5;
    for (int lead = 0xC2; lead < 0xF5; ++lead)
        if (lead != 0xC3 && (lead < 0xE4 || lead > 0xE9))
            bytes[size++] = static_cast<char>(static_cast<unsigned char>(lead));
    return ByteSet({bytes.data(), size});
}();
constexpr char greek_question_mark = ';';

USentenceBreak property_of(char32_t c)
{
    return static_cast<USentenceBreak>(u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK));
}

USentenceBreak property_of_ascii(unsigned char byte)
{
    static const auto known = [] {
        std::array<USentenceBreak, 0x80> table{};
        for (char32_t c = 0; c < table.size(); ++c)
            table[c] = property_of(c);
        return table;
    }();
    return known[byte];
}

bool is_separator(USentenceBreak kind) { return kind == U_SB_SEP || kind == U_SB_CR || kind == U_SB_LF; }
bool is_terminator(USentenceBreak kind) { return kind == U_SB_ATERM || kind == U_SB_STERM; }
bool is_ignored(USentenceBreak kind) { return kind == U_SB_EXTEND || kind == U_SB_FORMAT; } // SB5

} // namespace

struct SentenceBreaks::Here {
    USentenceBreak kind = U_SB_OTHER;
    std::size_t size = 0; ///< bytes; 0 at the end of the text
};

/// What stands behind a terminator: the end of the sentence, or the place where it goes on.
struct SentenceBreaks::Ending {
    bool ends = false;
    std::size_t at = 0;
};

SentenceBreaks::SentenceBreaks(std::string_view text, const std::string& language)
    : text_(text), greek_(primary_language(language) == "el")
{
}

std::size_t SentenceBreaks::next(std::size_t from) const
{
    for (std::size_t at = from;;) {
        at =
            std::min(begins_terminator.find_in(text_, at), greek_ ? text_.find(greek_question_mark, at) : text_.size());
        if (at >= text_.size())
            return text_.size();
        const Here here = look(at);
        if (is_separator(here.kind))
            return separator_end(at, here);
        if (!is_terminator(here.kind)) {
            at += here.size;
            continue;
        }
        const Ending found = ending(at, here);
        if (found.ends)
            return found.at;
        at = found.at;
    }
}

SentenceBreaks::Here SentenceBreaks::look(std::size_t at) const
{
    if (at >= text_.size())
        return {};
    const auto byte = static_cast<unsigned char>(text_[at]);
    const CodePoint c = byte < 0x80 ? CodePoint{byte, 1} : read(text_, at);
    if (greek_ && (c.value == greek_question_mark || c.value == 0x37E))
        return {U_SB_STERM, c.size};
    return {byte < 0x80 ? property_of_ascii(byte) : property_of(c.value), c.size};
}

/// Behind a character and the marks that belong to it (SB5).
std::size_t SentenceBreaks::past(std::size_t at, Here here) const
{
    do {
        at += here.size;
        here = look(at);
    } while (here.size != 0 && is_ignored(here.kind));
    return at;
}

/// CR and LF are one end of a line (SB3, SB4).
std::size_t SentenceBreaks::separator_end(std::size_t at, Here here) const
{
    const std::size_t behind = at + here.size;
    return here.kind == U_SB_CR && look(behind).kind == U_SB_LF ? behind + 1 : behind;
}

SentenceBreaks::Ending SentenceBreaks::ending(std::size_t at, Here terminator) const
{
    std::size_t behind = past(at, terminator);
    Here next = look(behind);
    const std::size_t solid = behind;
    for (; next.size != 0 && next.kind == U_SB_CLOSE; next = look(behind)) // SB9
        behind = past(behind, next);
    for (; next.size != 0 && next.kind == U_SB_SP; next = look(behind)) // SB10
        behind = past(behind, next);
    if (next.size == 0)
        return {true, behind};
    if (is_separator(next.kind))
        return {true, separator_end(behind, next)};
    if (next.kind == U_SB_SCONTINUE || is_terminator(next.kind)) // SB8a
        return {false, behind};
    if (terminator.kind == U_SB_ATERM) {
        const bool inside_number = behind == solid && next.kind == U_SB_NUMERIC;                      // SB6
        const bool inside_capitals = behind == solid && next.kind == U_SB_UPPER && letter_before(at); // SB7
        if (inside_number || inside_capitals || small_letter_ahead(behind))                           // SB8
            return {false, behind};
    }
    return {true, behind}; // SB11
}

/// Of upper or lower case.
bool SentenceBreaks::letter_before(std::size_t at) const
{
    while (at > 0) {
        const CodePoint before = read_before(text_, at);
        const USentenceBreak kind = property_of(before.value);
        if (!is_ignored(kind))
            return kind == U_SB_UPPER || kind == U_SB_LOWER;
        at -= before.size;
    }
    return false;
}

/// The first letter from here on, with no end of a sentence or paragraph before it, is a small one.
bool SentenceBreaks::small_letter_ahead(std::size_t at) const
{
    for (Here here = look(at); here.size != 0; at += here.size, here = look(at)) {
        if (here.kind == U_SB_LOWER)
            return true;
        if (here.kind == U_SB_UPPER || here.kind == U_SB_OLETTER || is_separator(here.kind) || is_terminator(here.kind))
            return false;
    }
    return false;
}

} // namespace verbatim::text
