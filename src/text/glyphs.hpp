// SPDX-License-Identifier: Apache-2.0
// The glyph table of `typography` (CONVENTIONS 2), the only one: the equality fold and the tokeniser both read it.
#pragma once
#include <cstddef>
#include <string_view>

namespace verbatim::text {

enum class Glyph : unsigned char {
    other,
    space,
    ignorable,    ///< soft hyphen, zero-width space, word joiner, inner byte order mark, direction marks, tags
    joiner,       ///< ZWJ, ZWNJ: ignorable unless the script needs them
    double_quote, ///< „ « 「 and their like
    single_quote, ///< ‚ ‹ 『 and apostrophes, primes, backticks
    hyphen,       ///< - ‐ – −: inside a word a hyphen, elsewhere a dash
    dash,         ///< — ― ⸺ ─
    ellipsis,     ///< … ⋯
};
[[nodiscard]] Glyph glyph_of(char32_t c);

/// Full and half width forms (U+FF00–U+FFEF, U+3000) as the character that they are a width of; others unchanged.
[[nodiscard]] char32_t normal_width(char32_t c);
/// The letters of a ligature U+FB00–FB06, of long s; empty for other characters.
[[nodiscard]] std::string_view letters_of_ligature(char32_t c);
/// Whether ZWJ or ZWNJ after this character is part of the spelling: Arabic and Indic scripts, emoji sequences.
[[nodiscard]] bool needs_joiners(char32_t before);
/// Han, Kana and the full-width punctuation that is set with them: no white space stands between two of these.
[[nodiscard]] bool is_set_solid(char32_t c);
/// Letters, digits and combining marks outside Han and Kana: what a hyphen can join.
[[nodiscard]] bool is_word_character(char32_t c);
[[nodiscard]] bool is_combining(char32_t c);
/// Digits and number signs that go on like digits (½), but neither superscript nor circled ones.
[[nodiscard]] bool is_numeral_sign(char32_t c);

/// A run of dots: "..." "…" ". . ." "……" "....".
struct DotRun {
    std::size_t size = 0; ///< bytes; 0 where there is no ellipsis
    std::size_t stop = 0; ///< bytes at its end that are a full stop beside the ellipsis
};
[[nodiscard]] DotRun dot_run(std::string_view text, std::size_t at);

} // namespace verbatim::text
