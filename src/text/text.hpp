// SPDX-License-Identifier: Apache-2.0
// Door of the workshop `text`: Unicode and positions. Sole user of ICU, CLD2, Snowball and of the hash library.
// Everything here is thread-safe. Offsets and spans are bytes of the UTF-8 argument.
#pragma once
#include "model/document.hpp"
#include "model/problem.hpp"
#include "model/span.hpp"
#include "text/byte_set.hpp"
#include "text/characters.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verbatim::text {

// ---- bytes -------------------------------------------------------------------------------------------------------

struct Decoded {
    std::string utf8; ///< valid UTF-8, byte order mark removed
    Encoding encoding = Encoding::utf8;
    std::size_t bom = 0; ///< stored bytes of the byte order mark
};
/// UTF-8 checked, UTF-16 with byte order mark converted. A NUL byte makes a file binary; a problem names line, column.
[[nodiscard]] Outcome<Decoded> decode(std::string_view stored, const std::string& path);
/// What must not be handed to toml++ 3.3, whatever else is wrong with the text: where, and what. Its remedy is empty.
[[nodiscard]] std::optional<Problem> toml_fault(std::string_view toml, const std::string& path);
[[nodiscard]] std::string sha256(std::string_view bytes); ///< 64 hexadecimal digits

// ---- positions ---------------------------------------------------------------------------------------------------

[[nodiscard]] std::vector<std::size_t> line_starts(std::string_view decoded); ///< LF, CRLF and lone CR end a line
[[nodiscard]] FileSpan stored(const Document& document, Span plain);  ///< stored bytes of the user's file
[[nodiscard]] Place place(const Document& document, std::size_t plain_offset); ///< of the byte at the offset
[[nodiscard]] Place place_behind(const Document& document, std::size_t plain_offset); ///< behind the byte before it
/// The whole line (without its end) of the decoded file that holds the plain offset.
[[nodiscard]] std::string_view line_at(const Document& document, std::size_t plain_offset);
/// The words of a span as they are read: white space collapsed, page and verse marks and calls of notes left out.
[[nodiscard]] std::string running_text(const Document& document, Span span);
[[nodiscard]] std::string paragraph_name(const Document& document, std::size_t plain_offset); ///< "¶ 12"; "" in none

// ---- characters and folds ----------------------------------------------------------------------------------------

// code_point_at, code_point_size, is_letter, is_digit, is_upper, is_space, is_han_or_kana: text/characters.hpp
[[nodiscard]] char32_t code_point_before(std::string_view text, std::size_t offset); ///< U+FFFD at the start
[[nodiscard]] std::size_t code_points(std::string_view text);
[[nodiscard]] bool is_bidi_control(char32_t c);
[[nodiscard]] bool is_hidden(char32_t c); ///< zero-width space, word joiner, BOM inside, tag characters, bidi controls

/// NFKC case fold, lossy: only ever feeds an index or a look-up, never a verdict.
[[nodiscard]] std::string search_fold(std::string_view text);
/// Canonical composition plus exactly the glyph table of `typography` (CONVENTIONS 2). It alone decides verdicts.
[[nodiscard]] std::string equality_fold(std::string_view text);
[[nodiscard]] std::string case_fold(std::string_view text); ///< of an equality-folded form, to tell `case` apart
[[nodiscard]] std::string collapse(std::string_view text);  ///< trims; runs of white space to one space, none between Han or Kana
[[nodiscard]] std::string join(const std::vector<std::string>& parts); ///< by one space, by nothing between Han or Kana
[[nodiscard]] std::string simplified(std::string_view text); ///< traditional Han → simplified
[[nodiscard]] std::string romanised(std::string_view text);  ///< Han names → Latin without tones, ICU Han-Latin/Names
[[nodiscard]] bool looks_alike(std::string_view a, std::string_view b); ///< equal uspoof skeletons, different text

// ---- tokens ------------------------------------------------------------------------------------------------------

enum class TokenKind : unsigned char {
    word,        ///< letters, with inner apostrophes and hyphens; letters and digits mixed
    number,      ///< digits with their separators: 1,500  3.5  14
    han,         ///< one code point of Han or Kana
    superscript, ///< superscript digits behind a token: a note call or an exponent
    ellipsis,    ///< … ... . . . …… as one token
    mark,        ///< a quotation mark of any style (an apostrophe inside a word is part of the word)
    punctuation, ///< any other punctuation or symbol, one code point; -- and --- are one dash
};

/// `exact` and `search` are slices of the two arenas of Tokens.
struct Token {
    Span span; ///< bytes of the tokenised text
    TokenKind kind = TokenKind::word;
    Span exact;
    Span search;
    bool broken_hyphen = false; ///< the text has "treat-⏎ment": the exact form is "treatment"
    bool space_before = false;
};
struct Tokens {
    std::vector<Token> list;
    std::string exact_arena;
    std::string search_arena;
    [[nodiscard]] std::string_view exact(std::size_t i) const
    {
        return std::string_view(exact_arena).substr(list[i].exact.begin, list[i].exact.size());
    }
    [[nodiscard]] std::string_view search(std::size_t i) const
    {
        return std::string_view(search_arena).substr(list[i].search.begin, list[i].search.size());
    }
};
/// Soft hyphens, zero-width spaces and joiners vanish inside tokens (they are `typography`).
[[nodiscard]] Tokens tokenise(std::string_view text);
/// Words by which lengths are measured: words and numbers count 1, Han and Kana 2/3, rounded down (CONVENTIONS 4).
[[nodiscard]] std::size_t word_count(const Tokens& tokens, std::size_t begin, std::size_t end);
[[nodiscard]] std::size_t word_count(std::string_view text);

// ---- language ----------------------------------------------------------------------------------------------------

/// Sentences of a run of text, covering it; abbreviations of the language (ICU suppressions) end none.
[[nodiscard]] std::vector<Span> sentences(std::string_view text, const std::string& language);
/// BCP 47 primary tag by CLD2, Chinese with script (zh, zh-Hant); empty where the text is too short to tell.
[[nodiscard]] std::string detect_language(std::string_view text);
[[nodiscard]] std::string primary_language(const std::string& tag); ///< "zh-Hant-TW" → "zh", lower case
[[nodiscard]] bool same_language(const std::string& a, const std::string& b); ///< primary tags are equal
[[nodiscard]] std::string stem(std::string_view word, const std::string& language); ///< Snowball; the fold of the word elsewhere
struct QuotationMarks {
    std::string open, close, inner_open, inner_close;
};
[[nodiscard]] QuotationMarks quotation_marks(const std::string& language); ///< CLDR, by ICU

/// The known name that a mistyped one most likely means: at most a third of its letters differ; else nothing.
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view name, const std::vector<std::string>& known);

// ---- values ------------------------------------------------------------------------------------------------------

/// A number with its value and unit: "14 million crowns", "fifteen hundred", "15亿", "3.5 %", "twelfth".
struct Amount {
    Span span;         ///< number with its scale words, without the unit
    Span with_unit;    ///< number and unit
    std::string value; ///< canonical decimal: digits, optional fraction without trailing zeros, optional leading '-'
    std::string unit;  ///< canonical: "%" "USD" "km" …, the folded word where no canon is known, empty for none
    bool ordinal = false;
};
/// Numbers in digits and in words (RBNF), also Han numerals, by value; in order; parts of dates are included.
[[nodiscard]] std::vector<Amount> amounts(std::string_view text, const std::string& language);

/// A date of the calendar: "March 1956" "3 May 1961" "the 1990s" "1956年9月" "上世纪九十年代".
struct DateMention {
    Span span;        ///< without preposition
    std::string edtf; ///< "1956-03" "1961-05-03" "199X" "19XX"
};
[[nodiscard]] std::vector<DateMention> dates(std::string_view text, const std::string& language);
/// True where two EDTF dates do not contradict each other at the coarser precision of the two.
[[nodiscard]] bool dates_agree(const std::string& a, const std::string& b);

} // namespace verbatim::text
