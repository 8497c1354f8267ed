// SPDX-License-Identifier: Apache-2.0
#include "text/glyphs.hpp"

#include "text/code_points.hpp"
#include "text/icu.hpp"
#include "text/text.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

namespace verbatim::text {
namespace {

/// ICU knows the pairs; 240 of them are asked for once.
std::array<char32_t, 0xF0> width_pairs()
{
    std::array<char32_t, 0xF0> pairs{};
    for (char32_t i = 0; i < pairs.size(); ++i) {
        const auto c = static_cast<UChar32>(0xFF00 + i);
        const auto kind = u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE);
        pairs[i] = static_cast<char32_t>(c);
        if (kind != U_DT_WIDE && kind != U_DT_NARROW)
            continue;
        const icu::UnicodeString one = icu::UnicodeString(c);
        UErrorCode status = U_ZERO_ERROR;
        const icu::UnicodeString narrow = icu::Normalizer2::getNFKCInstance(status)->normalize(one, status);
        if (U_SUCCESS(status) && narrow.countChar32() == 1)
            pairs[i] = static_cast<char32_t>(narrow.char32At(0));
    }
    return pairs;
}

/// The next code point at or behind an offset that is not ignorable; `size` 0 at the end.
struct Next {
    char32_t value = 0;
    std::size_t at = 0;
    std::size_t size = 0;
};
Next next_visible(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        const CodePoint c = read(text, at);
        const char32_t value = normal_width(c.value);
        if (const Glyph glyph = glyph_of(value); glyph != Glyph::ignorable && glyph != Glyph::joiner)
            return {value, at, c.size};
        at += c.size;
    }
    return {0, text.size(), 0};
}

std::size_t dots_in(char32_t c) { return c == U'.' ? 1 : glyph_of(c) == Glyph::ellipsis ? 3 : 0; }

/// ". . ." with one white space between any two dots.
DotRun spaced_dots(std::string_view text, Next first)
{
    DotRun run{first.at + first.size, 0};
    std::size_t dots = 1;
    for (;;) {
        const Next gap = next_visible(text, run.size);
        if (gap.size == 0 || glyph_of(gap.value) != Glyph::space)
            break;
        const bool pair = gap.value == U'\r' && gap.at + 1 < text.size() && text[gap.at + 1] == '\n';
        const Next dot = next_visible(text, gap.at + gap.size + (pair ? 1 : 0));
        const Next behind = next_visible(text, dot.at + dot.size);
        if (dot.size == 0 || dot.value != U'.' || (behind.size != 0 && dots_in(behind.value) != 0))
            break;
        run.stop = dot.at + dot.size - run.size;
        run.size = dot.at + dot.size;
        ++dots;
    }
    if (dots < 3)
        return {};
    if (dots != 4)
        run.stop = 0;
    return run;
}

} // namespace

Glyph glyph_of(char32_t c)
{
    switch (c) {
    case 0x00AD:
    case 0x200B:
    case 0x2060:
    case 0xFEFF:
    case 0x200E:
    case 0x200F:
    case 0x061C:
        return Glyph::ignorable;
    case 0x200C:
    case 0x200D:
        return Glyph::joiner;
    case U'"':
    case 0x00AB:
    case 0x00BB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x300C:
    case 0x300D:
    case 0x301D:
    case 0x301E:
    case 0x301F:
    case 0xFE41:
    case 0xFE42:
        return Glyph::double_quote;
    case U'\'':
    case U'`':
    case 0x00B4:
    case 0x02BC:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2039:
    case 0x203A:
    case 0x300E:
    case 0x300F:
    case 0xFE43:
    case 0xFE44:
        return Glyph::single_quote;
    case U'-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
    case 0xFE63:
        return Glyph::hyphen;
    case 0x2014:
    case 0x2015:
    case 0x2500:
    case 0x2E3A:
    case 0x2E3B:
    case 0xFE31:
    case 0xFE32:
    case 0xFE58:
        return Glyph::dash;
    case 0x2026:
    case 0x22EF:
    case 0xFE19:
        return Glyph::ellipsis;
    default:
        break;
    }
    if (c < 0x80)
        return c == U' ' || (c >= 0x09 && c <= 0x0D) ? Glyph::space : Glyph::other;
    if (is_space(c))
        return Glyph::space;
    return c >= 0xE0000 && c <= 0xE007F ? Glyph::ignorable : Glyph::other;
}

char32_t normal_width(char32_t c)
{
    if (c < 0xFF00 || c > 0xFFEF)
        return c == 0x3000 ? U' ' : c;
    static const std::array<char32_t, 0xF0> pairs = width_pairs();
    return pairs[c - 0xFF00];
}

std::string_view letters_of_ligature(char32_t c)
{
    switch (c) {
    case 0x017F:
        return "s";
    case 0x1E9B:
        return "\u1E61"; // long s with dot above, which composition makes of the two
    case 0xFB00:
        return "ff";
    case 0xFB01:
        return "fi";
    case 0xFB02:
        return "fl";
    case 0xFB03:
        return "ffi";
    case 0xFB04:
        return "ffl";
    case 0xFB05:
    case 0xFB06:
        return "st";
    default:
        return {};
    }
}

bool needs_joiners(char32_t before)
{
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(before), &status)) {
    case USCRIPT_COMMON:
        return u_hasBinaryProperty(static_cast<UChar32>(before), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
    case USCRIPT_INHERITED:
    case USCRIPT_UNKNOWN:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARMENIAN:
    case USCRIPT_GEORGIAN:
    case USCRIPT_HEBREW:
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
        return false;
    default:
        return U_SUCCESS(status) != 0;
    }
}

bool is_set_solid(char32_t c)
{
    return is_han_or_kana(c) || (c >= 0x3001 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF65);
}

bool is_combining(char32_t c) { return c >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

bool is_word_character(char32_t c)
{
    if (c < 0x80)
        return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
    constexpr auto word = U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK;
    return ((U_GET_GC_MASK(static_cast<UChar32>(c)) & word) != 0 && c != 0x02BC && !is_han_or_kana(c))
           || is_numeral_sign(c);
}

bool is_numeral_sign(char32_t c)
{
    if (c < 0x80)
        return c >= U'0' && c <= U'9';
    const auto code = static_cast<UChar32>(c);
    const auto mask = U_GET_GC_MASK(code);
    if ((mask & U_GC_NO_MASK) == 0)
        return (mask & U_GC_ND_MASK) != 0;
    const auto kind = u_getIntPropertyValue(code, UCHAR_DECOMPOSITION_TYPE);
    return kind != U_DT_SUPER && kind != U_DT_CIRCLE;
}

DotRun dot_run(std::string_view text, std::size_t at)
{
    const Next first = next_visible(text, at);
    if (first.size == 0 || dots_in(first.value) == 0)
        return {};
    DotRun run;
    std::size_t dots = 0;
    std::size_t end = at;
    for (Next dot = first; dot.size != 0 && dots_in(dot.value) != 0; dot = next_visible(text, end)) {
        dots += dots_in(dot.value);
        run.stop = dot.value == U'.' ? dot.at + dot.size - end : 0;
        end = dot.at + dot.size;
    }
    if (dots == 1) {
        run = spaced_dots(text, first);
        if (run.size != 0)
            run.size -= at;
        return run;
    }
    if (dots < 3)
        return {};
    run.size = end - at;
    if (dots % 3 != 1)
        run.stop = 0;
    return run;
}

} // namespace verbatim::text
