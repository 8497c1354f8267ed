// SPDX-License-Identifier: Apache-2.0
// The two folds of CONVENTIONS 1, never mixed.
//
//   equality: compose → characters by the glyph table → runs (white space, dashes, dots) → compose again
//   search:   NFKC case fold of the equality fold
//
// A dash is "—" and an ellipsis "…", whatever was typed; a hyphen between word characters is "-" and stays one
// (re-sign ≠ resign). Between two digits it is a dash (1956-57 = 1956–57).
#include "text/code_points.hpp"
#include "text/glyphs.hpp"
#include "text/icu.hpp"
#include "text/text.hpp"

#include <unicode/bytestream.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <algorithm>

namespace verbatim::text {
namespace {

constexpr std::string_view dash = "\u2014";
constexpr std::string_view dots = "\u2026";

bool is_ascii(std::string_view text)
{
    return ascii_end(text, 0) == text.size();
}

/// Letters and digits of ASCII, single blanks between them and hyphens between letters, as nearly all words and names
/// are: the long way would give back the same bytes.
bool is_plain(std::string_view text)
{
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto in_word = [&](char c) { return letter(c) || (c >= '0' && c <= '9'); };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (in_word(text[at]))
            continue;
        const bool between = at > 0 && at + 1 < text.size();
        if (!between || !(text[at] == ' ' ? in_word(text[at - 1]) && in_word(text[at + 1])
                                          : text[at] == '-' && letter(text[at - 1]) && letter(text[at + 1])))
            return false;
    }
    return true;
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string composed(std::string_view text)
{
    return is_ascii(text) ? std::string(text) : normalised(composition(), text);
}

std::string fold_glyphs(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    char32_t before = replacement;
    const auto put = [&](char32_t c) {
        append(out, c);
        before = c;
    };
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint raw = read(text, at);
        at += raw.size;
        if (raw.value < 0x80 && is_word_character(raw.value)) {
            out.push_back(static_cast<char>(raw.value));
            before = raw.value;
            continue;
        }
        if (const std::string_view letters = letters_of_ligature(raw.value); !letters.empty()) {
            out += letters;
            before = U's';
            continue;
        }
        const char32_t c = normal_width(raw.value);
        switch (glyph_of(c)) {
        case Glyph::other:
            put(c);
            break;
        case Glyph::space:
            put(U' ');
            break;
        case Glyph::ignorable:
            break;
        case Glyph::joiner:
            if (needs_joiners(before))
                put(c);
            break;
        case Glyph::double_quote:
            put(U'"');
            break;
        case Glyph::single_quote:
            put(U'\'');
            break;
        case Glyph::hyphen:
            put(U'-');
            break;
        case Glyph::dash:
            put(0x2014);
            break;
        case Glyph::ellipsis:
            put(0x2026);
            break;
        }
    }
    return out;
}

bool is_dash(char32_t c) { return c == U'-' || c == 0x2014; }

/// Runs of white space, dashes and dots of a text that went through fold_glyphs.
std::string fold_runs(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = read(text, at);
        if (c.value < 0x80 && is_word_character(c.value)) {
            out.push_back(text[at++]);
            continue;
        }
        const char32_t before = out.empty() ? replacement : read_before(out, out.size()).value;
        if (c.value == U' ') {
            while (at < text.size() && text[at] == ' ')
                ++at;
            if (at == text.size() || !is_set_solid(before) || !is_set_solid(read(text, at).value))
                out.push_back(' ');
        } else if (is_dash(c.value)) {
            std::size_t end = at + c.size;
            while (end < text.size() && is_dash(read(text, end).value))
                end += read(text, end).size;
            const char32_t behind = end < text.size() ? read(text, end).value : U' ';
            const bool joins = end - at == 1 && is_word_character(before) && is_word_character(behind)
                               && !is_combining(behind) && !(is_numeral_sign(before) && is_numeral_sign(behind));
            out += joins ? "-" : dash;
            at = end;
        } else if (const DotRun run = dot_run(text, at); run.size != 0) {
            out += dots;
            if (run.stop != 0)
                out.push_back('.');
            at += run.size;
        } else {
            append(out, c.value);
            at += c.size;
            while (c.value == U'.' && at < text.size() && text[at] == '.') // two dots only: more were a run
                out.push_back(text[at++]);
        }
    }
    return out;
}

} // namespace

std::string normalised(const icu::Normalizer2& normaliser, std::string_view text)
{
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    normaliser.normalizeUTF8(0, piece(text), sink, nullptr, status);
    return U_SUCCESS(status) ? out : std::string(text);
}

const icu::Normalizer2& composition()
{
    UErrorCode status = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFCInstance(status);
}

const icu::Normalizer2& compatibility_fold()
{
    UErrorCode status = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFKCCasefoldInstance(status);
}

std::string fold_characters(std::string_view text) { return composed(fold_glyphs(composed(text))); }

std::string equality_fold(std::string_view text)
{
    return is_plain(text) ? std::string(text) : composed(fold_runs(fold_glyphs(composed(text))));
}

std::string search_fold(std::string_view text)
{
    std::string equal = equality_fold(text);
    if (!is_ascii(equal))
        return normalised(compatibility_fold(), equal);
    std::transform(equal.begin(), equal.end(), equal.begin(), lower_ascii);
    return equal;
}

std::string case_fold(std::string_view text)
{
    // Simple folding: full folding would make ß equal ss.
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text::is_ascii(text[at])) {
            out.push_back(lower_ascii(text[at++]));
            continue;
        }
        const CodePoint c = read(text, at);
        append(out, static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c.value), U_FOLD_CASE_DEFAULT)));
        at += c.size;
    }
    return out;
}

std::string collapse(std::string_view text)
{
    if (is_plain(text))
        return std::string(text);
    std::string out;
    out.reserve(text.size());
    char32_t before = replacement;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = read(text, at);
        if (is_space(c.value)) {
            gap = true;
        } else {
            if (gap && !out.empty() && !(is_set_solid(before) && is_set_solid(c.value)))
                out.push_back(' ');
            gap = false;
            out.append(text.substr(at, c.size));
            before = c.value;
        }
        at += c.size;
    }
    return out;
}

std::string join(const std::vector<std::string>& parts)
{
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty())
            continue;
        if (!out.empty() && !(is_set_solid(code_point_before(out, out.size())) && is_set_solid(code_point_at(part, 0))))
            out.push_back(' ');
        out += part;
    }
    return out;
}

} // namespace verbatim::text
