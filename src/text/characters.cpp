// SPDX-License-Identifier: Apache-2.0
#include "text/code_points.hpp"
#include "text/text.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace verbatim::text {
namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

} // namespace

char32_t code_point_before(std::string_view text, std::size_t offset)
{
    return offset == 0 || offset > text.size() ? replacement : read_before(text, offset).value;
}

std::size_t code_points(std::string_view text)
{
    std::size_t n = 0;
    for (const char c : text)
        n += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    return n;
}

namespace beyond_ascii {

char32_t code_point_at(std::string_view text, std::size_t offset)
{
    return offset < text.size() ? read(text, offset).value : replacement;
}

std::size_t code_point_size(std::string_view text, std::size_t offset) { return read(text, offset).size; }

bool is_letter(char32_t c) { return u_isalpha(icu(c)) != 0; }

bool is_digit(char32_t c) { return u_isdigit(icu(c)) != 0; }

bool is_upper(char32_t c)
{
    const auto type = u_charType(icu(c));
    return type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER;
}

bool is_space(char32_t c) { return u_isUWhiteSpace(icu(c)) != 0; }

bool is_han_or_kana(char32_t c)
{
    if (c >= 0x4E00 && c <= 0x9FFF)
        return true;
    if (c == 0x30FC || c == 0xFF70 || c == 0xFF9E || c == 0xFF9F) // prolonged sound and voicing marks: script Common
        return true;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(icu(c), &status);
    if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA)
        return true;
    // The radicals and the marks of the block are no words; 々 〇 〻 are.
    return script == USCRIPT_HAN && (u_isalpha(icu(c)) != 0 || c == 0x3007);
}

} // namespace beyond_ascii

bool is_bidi_control(char32_t c) { return u_hasBinaryProperty(icu(c), UCHAR_BIDI_CONTROL) != 0; }

bool is_hidden(char32_t c)
{
    return c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE007F) || is_bidi_control(c);
}

} // namespace verbatim::text
