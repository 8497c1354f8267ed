// SPDX-License-Identifier: Apache-2.0
// Where in a Markdown text the next block stands: the containers around it (block quotations, lists, a note), those of
// raw HTML among them, which one block of HTML opens and a later one closes.
#pragma once
#include "read/html.hpp"
#include "read/sketch.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace verbatim::read {

class MarkdownPlace {
public:
    void enter_quote() { enter(Container::quote, 0); }
    void enter_list(std::size_t first_number) { enter(Container::list, first_number); } ///< 0: bullets
    void enter_item();
    void enter_note(const std::string& label);
    void leave_quote() { leave(); }
    void leave_list() { leave(); }
    void leave_item() { close_html(); }
    void leave_all(); ///< the end of the text, or of a note

    [[nodiscard]] Sketch::Kind paragraph();
    /// Another block. Behind a paragraph of a block quotation it is more of what is quoted there.
    [[nodiscard]] Sketch::Kind block(BlockKind kind, int level);
    [[nodiscard]] bool in_note() const { return !label_.empty(); }

    /// Closes the sketch's block. The first of a block quotation may say that it is an admonition.
    void close_block(Sketch& sketch);

    [[nodiscard]] HtmlPlace html() const;
    /// `is_closed_later`: block quotations that this piece leaves open are closed further on in the text.
    void after_html(const HtmlOutcome& outcome, bool is_closed_later);

private:
    enum class Container : unsigned char { quote, html_quote, admonition, list };
    struct Open {
        Container kind = Container::quote;
        std::size_t group = 0;
        std::size_t number = 0; ///< of the next item of an ordered list; 0: bullets
        bool untouched = true;  ///< no block of it was closed yet
        bool worded = false;    ///< a paragraph of it was opened
    };
    void enter(Container kind, std::size_t number);
    void leave();
    void close_html(); ///< the quotations of HTML that were opened inside the innermost container
    [[nodiscard]] std::size_t open_html() const;
    [[nodiscard]] bool holds(Container kind) const;
    [[nodiscard]] BlockKind paragraph_kind() const;
    [[nodiscard]] bool goes_on_quoting(BlockKind kind) const;
    [[nodiscard]] Sketch::Kind here(BlockKind kind, int level);

    std::vector<Open> containers_;
    int quotes_ = 0;
    std::size_t groups_ = 0;      ///< given so far
    std::size_t item_number_ = 0; ///< of the ordered item whose first block is still to come
    std::size_t note_group_ = 0;
    std::string label_; ///< of the note
};

} // namespace verbatim::read
