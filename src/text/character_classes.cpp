// SPDX-License-Identifier: Apache-2.0
#include "text/character_classes.hpp"

#include "text/code_points.hpp"
#include "text/glyphs.hpp"
#include "text/text.hpp"

#include <unicode/uchar.h>

namespace verbatim::text {

CharacterClass class_of(char32_t raw)
{
    const char32_t c = normal_width(raw);
    if (c < 0x80)
        return ascii[c];
    if (is_han_or_kana(c))
        return CharacterClass::han;
    switch (glyph_of(c)) {
    case Glyph::space:
        return CharacterClass::space;
    case Glyph::ignorable:
    case Glyph::joiner:
        return CharacterClass::ignorable;
    case Glyph::double_quote:
        return CharacterClass::quote;
    case Glyph::single_quote:
        return CharacterClass::apostrophe;
    case Glyph::hyphen:
        return CharacterClass::hyphen;
    case Glyph::dash:
        return CharacterClass::dash;
    case Glyph::ellipsis:
        return CharacterClass::ellipsis;
    case Glyph::other:
        break;
    }
    const auto code = static_cast<UChar32>(c);
    const auto mask = U_GET_GC_MASK(code);
    if ((mask & U_GC_M_MASK) != 0)
        return CharacterClass::combining;
    if ((mask & (U_GC_L_MASK | U_GC_NL_MASK)) != 0)
        return CharacterClass::letter;
    if (is_numeral_sign(c))
        return CharacterClass::digit;
    if ((mask & U_GC_NO_MASK) == 0)
        return CharacterClass::other;
    return u_getIntPropertyValue(code, UCHAR_DECOMPOSITION_TYPE) == U_DT_SUPER ? CharacterClass::superscript
                                                                               : CharacterClass::circled;
}

} // namespace verbatim::text
