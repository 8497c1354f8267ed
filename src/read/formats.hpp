// SPDX-License-Identifier: Apache-2.0
// What the formats share. Private to the room.
#pragma once
#include "read/read.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::read {

// Each reader fills plain, map, blocks, spans and comments from document.decoded, from byte `body` on (behind the
// front matter). Nothing that stands in a text makes it fail: what it cannot read is text.
void read_text(Document& document, std::size_t body);
void read_markdown(Document& document, std::size_t body);

/// Reads `---` YAML or `+++` TOML at the head of document.decoded into document.metadata and returns the offset of the
/// text behind it (0 without front matter). The problem names line and column of a syntax error.
[[nodiscard]] Outcome<std::size_t> cut_front_matter(Document& document);

/// Gives every block but headings and code its `¶ n`.
void number_paragraphs(Document& document);

/// A number that the format took out of the text: `12.` of an ordered list.
struct PrintedNumber {
    std::size_t block = 0; ///< index in Document::blocks
    std::size_t number = 0;
};
/// Page, paragraph and verse marks of the plain text, by offset. Reads blocks and code spans.
void find_locators(Document& document, const std::vector<PrintedNumber>& printed);
/// Numbers of notes that stand like letters in the plain text, `monument.1`; a part of find_locators.
void find_note_numbers(Document& document);
/// The plain offset lies in a code span or block.
[[nodiscard]] bool in_code(const Document& document, std::size_t offset);
/// Bytes of a page mark `[p. 12]` that begins at `at`; 0 where none does.
[[nodiscard]] std::size_t page_mark_size(std::string_view plain, std::size_t at);

/// The characters of `&name;` `&#12;` `&#xc;`; the text itself where the name is unknown.
[[nodiscard]] std::string decode_entity(std::string_view entity);

[[nodiscard]] std::string_view trimmed(std::string_view text); ///< without white space of any kind at its ends

} // namespace verbatim::read
