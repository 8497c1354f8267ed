// SPDX-License-Identifier: Apache-2.0
#include "report/escape.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace verbatim::report {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct CodePoint {
    char32_t value = 0;
    std::size_t size = 1;
    bool valid = false;
};

/// Strict: no overlong forms, no surrogates, nothing above U+10FFFF.
CodePoint decode(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80)
        return {lead, 1, true};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
    if (size == 0 || lead > 0xF4 || at + size > text.size())
        return {};
    char32_t value = lead & (0x7Fu >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(at + i) & 0xC0u) != 0x80u)
            return {};
        value = (value << 6) | (byte(at + i) & 0x3Fu);
    }
    constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
    if (value < least[size] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return {};
    return {value, size, true};
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

/// Bidi controls, line separators, zero-width and tag characters; noncharacters, which XML forbids. ZWNJ and ZWJ stay:
/// some scripts need them.
bool is_treacherous(char32_t c)
{
    return c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E)
           || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB)
           || (c >= 0xE0000 && c <= 0xE007F) || (c & 0xFFFEu) == 0xFFFEu;
}

/// What does not stand in a string of JSON as it is, or is not ASCII.
constexpr text::ByteSet not_plain_json = [] {
    std::array<char, 0x20 + 0x81 + 2> bytes{};
    std::size_t count = 0;
    for (unsigned value = 0; value < 0x100; ++value)
        if (value < 0x20 || value >= 0x7F || value == '"' || value == '\\')
            bytes[count++] = static_cast<char>(static_cast<unsigned char>(value));
    return text::ByteSet({bytes.data(), count});
}();

std::string hexadecimal(char32_t c, std::size_t width)
{
    std::string digits;
    for (; c != 0 || digits.size() < width; c >>= 4)
        digits.insert(digits.begin(), "0123456789ABCDEF"[c & 0xFu]);
    return digits;
}

void append_visible(std::string& out, const CodePoint& point, std::string_view bytes)
{
    if (!point.valid)
        out += replacement;
    else if (point.value == '\n' || point.value == '\r' || point.value == '\t')
        out += ' ';
    else if (is_control(point.value) || is_treacherous(point.value))
        out += "\\u{" + hexadecimal(point.value, 1) + "}";
    else
        out += bytes;
}

void append_unit(std::string& out, char32_t unit) { out += "\\u" + hexadecimal(unit, 4); }

bool is_wide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3)
           || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF60)
           || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool is_combining(char32_t c)
{
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x20D0 && c <= 0x20FF)
           || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFE20 && c <= 0xFE2F) || c == 0x200C || c == 0x200D;
}

} // namespace

std::string well_formed(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        out += point.valid ? text.substr(at, point.size) : replacement;
        at += point.size;
    }
    return out;
}

std::string visible(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        append_visible(out, point, text.substr(at, point.size));
        at += point.size;
    }
    return out;
}

std::string for_html(std::string_view text)
{
    std::string out;
    for (const char c : visible(text)) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string for_markdown(std::string_view text)
{
    const std::string plain = visible(text);
    // At the start of a line these would begin a list or underline a heading.
    const std::size_t digits = plain.find_first_not_of("0123456789");
    const bool begins_list =
        digits != 0 && digits != std::string::npos && (plain[digits] == '.' || plain[digits] == ')');
    std::string out;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        const bool markup = std::string_view("\\`*_{}[]<>#|~&$!^").find(c) != std::string_view::npos;
        const bool at_start = (i == 0 && (c == '-' || c == '+' || c == '=')) || (begins_list && i == digits);
        if (markup || at_start)
            out += '\\';
        out += c;
    }
    return out;
}

std::string for_uri(std::string_view path)
{
    std::string out = !path.empty() && path.front() == '/' ? "file://" : "";
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
                           || c == '.' || c == '_' || c == '~' || c == '/';
        if (plain)
            out += c;
        else
            out += "%" + hexadecimal(static_cast<unsigned char>(c), 2);
    }
    return out;
}

void append_json_escaped(std::string& out, std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        // Nearly all that is written is ASCII that JSON takes as it stands.
        const std::size_t plain = std::min(not_plain_json.find_in(text, at), text.size());
        out.append(text, at, plain - at);
        if (at = plain; at == text.size())
            break;
        const CodePoint point = decode(text, at);
        if (!point.valid)
            out += replacement;
        else if (point.value == '"' || point.value == '\\')
            (out += '\\') += text[at];
        else if (point.value == '\n')
            out += "\\n";
        else if (point.value == '\t')
            out += "\\t";
        else if (point.value >= 0x10000 && is_treacherous(point.value)) {
            append_unit(out, 0xD800 + ((point.value - 0x10000) >> 10));
            append_unit(out, 0xDC00 + ((point.value - 0x10000) & 0x3FFu));
        } else if (is_control(point.value) || is_treacherous(point.value))
            append_unit(out, point.value);
        else
            out += text.substr(at, point.size);
        at += point.size;
    }
}

std::string clipped(std::string_view text, std::size_t limit)
{
    std::size_t count = 0;
    std::size_t space = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (count == limit) {
            const std::size_t cut = space != 0 && at - space < 16 ? space : at;
            return std::string(text.substr(0, cut)) + "…";
        }
        if (text[at] == ' ')
            space = at;
        at += decode(text, at).size;
        ++count;
    }
    return std::string(text);
}

std::size_t columns(std::string_view text)
{
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        width += is_wide(point.value) ? 2 : is_combining(point.value) ? 0 : 1;
        at += point.size;
    }
    return width;
}

} // namespace verbatim::report
