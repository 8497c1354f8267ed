// SPDX-License-Identifier: Apache-2.0
// Blocks in the making, for formats whose plain text is not their bytes. A format writes its blocks in any order; they
// are put into the order of the file, separated by an empty line, when the document is assembled.
#pragma once
#include "model/document.hpp"
#include "read/formats.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::read {

class Sketch {
public:
    /// What a block is, known when it opens.
    struct Kind {
        BlockKind kind = BlockKind::paragraph;
        int level = 0;
        std::size_t group = 0;
        std::string label;
        std::size_t printed_number = 0; ///< of an ordered list's item; 0: none
    };
    enum class Mark : unsigned char { emphasis, code, link };

    explicit Sketch(std::string_view decoded) : decoded_(decoded) {}

    void open(Kind kind);
    [[nodiscard]] bool is_open() const { return open_; }
    void close(); ///< drops a block without text; closes marks that are still open
    [[nodiscard]] bool empty() const { return !open_ || blocks_.back().begin == plain_.size(); }

    // Into the open block:
    void copy(FileSpan decoded);
    void replace(std::string_view plain, FileSpan decoded);
    void synthesize(std::string_view plain);
    void begin(Mark mark);
    void end(Mark mark);
    /// The block proper begins so many bytes later: what stands before is in the plain text, but in no block.
    void skip(std::size_t bytes);
    [[nodiscard]] std::string_view written() const; ///< plain text of the open block
    void set_kind(BlockKind kind) { blocks_.back().kind.kind = kind; }

    /// A comment, in the open block or between blocks.
    void comment(FileSpan decoded, std::string text);

    /// Moves everything into the document: plain, map, blocks, spans, comments; then paragraphs and locators.
    void assemble(Document& document) &&;

private:
    struct Piece {
        std::size_t size = 0;
        FileSpan decoded;
        SourceMap::Kind kind = SourceMap::Kind::copied;
    };
    struct Sketched {
        Kind kind;
        std::size_t begin = 0;   ///< in plain_
        std::size_t visible = 0; ///< where the block proper begins
        std::size_t end = 0;
        std::size_t first_piece = 0;
        std::size_t end_piece = 0;
        std::size_t first_span = 0;
        std::size_t end_span = 0;
        std::size_t decoded = 0; ///< first decoded byte
    };
    struct Marked {
        Mark mark = Mark::emphasis;
        Span span; ///< in plain_
    };
    struct Noted {
        FileSpan decoded;
        std::string text;
        std::optional<std::size_t> at; ///< in plain_, where it stands inside a block
        std::size_t block = 0;
    };
    void piece(std::string_view plain, FileSpan decoded, SourceMap::Kind kind);
    void place_block(Document& document, std::string& plain, const Sketched& sketched,
                     std::vector<PrintedNumber>& printed);

    std::string_view decoded_;
    std::string plain_; ///< of all blocks, in the order of writing
    std::vector<Piece> pieces_;
    std::vector<Sketched> blocks_;
    std::vector<Marked> spans_;
    std::vector<std::size_t> open_spans_; ///< indices in spans_
    std::vector<Noted> comments_;
    bool open_ = false;
};

} // namespace verbatim::read
