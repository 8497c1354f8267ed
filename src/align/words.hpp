// SPDX-License-Identifier: Apache-2.0
// Private to align. The two sides of a comparison as words, and the structure of a quotation.
#pragma once
#include "align/align.hpp"

#include <tsl/robin_map.h>

#include <memory>
#include <optional>
#include <string_view>

namespace verbatim::align {

/// Interned comparison keys: case, script form and level of quotation marks do not tell two keys apart. A key only
/// pairs words; whether a pair is equal is decided on the exact form (CONVENTIONS 1). Which number a key is tells
/// nothing, so that one table may serve one quotation after another.
class Keys {
public:
    [[nodiscard]] std::uint32_t of(text::TokenKind kind, const std::string& exact);
    [[nodiscard]] std::uint32_t fresh() { return next_++; } ///< a key that equals nothing
    [[nodiscard]] bool is_large() const;

private:
    /// A key that stands for a fold.
    [[nodiscard]] std::uint32_t of_fold(const std::string& fold);

    using Table = tsl::robin_map<std::string, std::uint32_t>;
    Table by_exact_; ///< cache: exact form → key
    Table by_fold_;
    std::uint32_t next_ = 2; ///< 1 is that of all quotation marks but those of titles
};
/// Keys for one quotation: those of the thread's last one, since words come again; while they are lent, and where they
/// have become many, new ones.
class LentKeys {
public:
    LentKeys();
    ~LentKeys();
    LentKeys(const LentKeys&) = delete;
    LentKeys& operator=(const LentKeys&) = delete;
    [[nodiscard]] Keys& operator*() const { return *keys_; }

private:
    std::unique_ptr<Keys> keys_;
};

struct Word {
    std::string exact; ///< equality-folded form
    std::uint32_t key = 0;
    Span span; ///< plain bytes of its document
    text::TokenKind kind = text::TokenKind::word;
    bool ends_part = false; ///< quotation: last of its part, a closing mark follows
    bool starts_part = false;
    bool bracketed = false; ///< quotation: a whole bracket group that is the quoting author's: `[the envoy]`
    bool lettered = false;  ///< quotation: letters of the word stand in brackets: `[T]he`
    std::string bare;       ///< of a lettered word: what stands outside the brackets; of a group: its content

    [[nodiscard]] bool is_word() const
    {
        return bracketed || kind == text::TokenKind::word || kind == text::TokenKind::number
               || kind == text::TokenKind::han || kind == text::TokenKind::superscript;
    }
};
using Words = std::vector<Word>;

/// What stands between two pieces of a quotation, before the first or behind the last.
struct Gap {
    enum class Kind : unsigned char { none, ellipsis, host_sentence };
    Kind kind = Kind::none;
    Span span; ///< plain bytes of the ellipsis with its brackets
};

/// A quotation as pieces that must stand in the source one after the other.
struct Quoted {
    Words words;              ///< ellipses are left out
    std::vector<Span> pieces; ///< ranges of words, in order, each with a word; at least one unless there is no word
    std::vector<Gap> gaps;    ///< pieces.size() + 1
};

/// `own_brackets` holds the bracket groups (exact forms joined by blanks) that stand in the source too.
[[nodiscard]] Quoted quoted_words(const Document& document, const Quotation& quotation, Keys& keys,
                                  const std::vector<std::string>& own_brackets);
/// Bracket groups of the quotation, their exact forms joined by blanks.
[[nodiscard]] std::vector<std::string> bracket_groups(const Document& document, const Quotation& quotation);

/// Tokens [first, last) of a source as words, without its note marks, which are told apart.
struct SourceWords {
    Words words;
    std::vector<std::size_t> token; ///< of each word: its token index
    std::vector<Span> notes;        ///< plain spans of note calls, verse and page numbers inside, in order
    std::vector<Span> incises;      ///< plain spans left out because they part a quotation of the source itself
};
/// `incises` are plain spans, in order, that are no words of the passage: `," she said, "` between two parts.
[[nodiscard]] SourceWords source_words(const Document& document, const text::Tokens& tokens, Span range, Keys& keys,
                                       const Quoted& against, const std::vector<Span>& incises);
[[nodiscard]] bool range_contains(const text::Tokens& tokens, Span range, const std::string& group);

/// Plain spans, by where they begin, of the calls of notes that touch a stretch of plain text.
[[nodiscard]] std::vector<Span> calls_in(const Document& document, Span stretch);
/// The same with the marks of printed locators.
[[nodiscard]] std::vector<Span> marks_in(const Document& document, Span stretch);
/// The printed page, paragraph or verse that holds a plain offset; null if the text has none.
[[nodiscard]] const LocatorMark* locator_at(const Document& document, std::size_t offset);

/// The words of a range by which a quotation is measured (CONVENTIONS 4): Han count two thirds, brackets nothing.
[[nodiscard]] std::size_t measured_words(const Words& words, Span range);
/// Words of [range] that count: punctuation left out.
[[nodiscard]] std::size_t count_words(const Words& words, Span range);
[[nodiscard]] Span hull(const Words& words, Span range); ///< plain bytes, first to last word; range not empty

} // namespace verbatim::align
