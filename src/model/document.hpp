// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "model/problem.hpp"
#include "model/shared_text.hpp"
#include "model/source_map.hpp"
#include "model/span.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace verbatim {

enum class Encoding : unsigned char { utf8, utf16le, utf16be };

enum class BlockKind : unsigned char {
    paragraph,
    heading,
    list_item,   ///< a paragraph inside a list
    quote,       ///< a paragraph of a block quotation (Markdown `>`, <blockquote>), not an admonition `> [!NOTE]`
    admonition,  ///< a paragraph of `> [!NOTE]` and its like
    code,        ///< code block, <pre>: nothing in it is quoted or cited
    table_cell,
    note,        ///< the text of a footnote definition
};
[[nodiscard]] std::string_view to_string(BlockKind kind);

/// A paragraph-like run of plain text. Blocks are in order and do not overlap; separators lie between them.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    Span span;
    int level = 0;             ///< heading level, or depth of block quotation
    std::size_t paragraph = 0; ///< 1-based ordinal `¶ n`; headings and code have 0
    std::size_t group = 0;     ///< blocks of one block quotation, list or note share a group; 0: none
    std::string label;         ///< of a note: "3" for `[^3]:`
};

/// A call of a note in the running text: `[^3]`. The span covers the call as it stands in the plain text.
struct NoteCall {
    Span span;
    std::string label;
};

/// A boundary or number that the text itself gives: page break, printed paragraph or verse number, chapter.
struct LocatorMark {
    std::size_t offset = 0; ///< plain byte from which it holds
    std::string kind;       ///< "page" | "paragraph" | "verse" | "chapter" | "line" | "note" (its number)
    std::string label;      ///< "12"
    Span span;              ///< the mark itself where it stands in the plain text, else empty
};

/// A comment of the format: `<!-- verbatim: ignore altered-case -- reason -->`; text without delimiters.
struct Comment {
    std::string text;
    std::size_t offset = 0; ///< plain byte before which it stands
    FileSpan decoded;       ///< decoded bytes of the whole comment
};

/// A key of the front matter with its value(s) as written; nested tables are joined by dots.
struct MetadataValue {
    std::vector<std::string> values;
    std::size_t line = 0; ///< 1-based line of the file
};
using Metadata = std::map<std::string, MetadataValue>;

/// A text as it was read: plain text, blocks, emphasis, and the way back to the file's bytes.
struct Document {
    std::string path;     ///< as given, relative to the working directory
    std::string format;   ///< "text" | "markdown"
    std::string language; ///< BCP 47; set by the flow (option, front matter, configuration, detection)
    std::string sha256;   ///< of the stored bytes, hexadecimal
    SharedText decoded;   ///< the file as UTF-8, byte order mark removed
    Encoding encoding = Encoding::utf8;
    std::size_t bom = 0;  ///< stored bytes of the byte order mark
    SharedText plain;     ///< UTF-8
    SourceMap map;
    std::vector<std::size_t> line_starts; ///< decoded offsets, the first is 0
    std::vector<Block> blocks;
    std::vector<Span> emphasis; ///< italics or bold, in order; may nest
    std::vector<Span> code;     ///< code spans inside paragraphs, in order
    std::vector<Span> links;    ///< text of hyperlinks
    std::vector<NoteCall> note_calls;
    std::vector<LocatorMark> locators; ///< by offset
    std::vector<Comment> comments;
    Metadata metadata;

    /// The block that holds a plain offset (or the one before it where a separator does); null for an empty document.
    [[nodiscard]] const Block* block_at(std::size_t offset) const;
    [[nodiscard]] std::string_view slice(Span span) const
    {
        return plain.view().substr(span.begin, span.size());
    }
};

} // namespace verbatim
