// SPDX-License-Identifier: Apache-2.0
// A reference in words, cut into its parts, and what a part says by its own look. Private to the room.
#pragma once
#include "syntax/citation_parts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace verbatim::syntax::citation_parts {

struct Part {
    Span span;
    bool stop_behind = false; ///< a full stop ends it, not a comma
    bool quoted = false;      ///< in quotation marks or 《》; the span is what is inside
};

/// Without white space of any kind (no-break spaces are common in pasted references) and closing commas; `begin` moves
/// with what is taken off in front.
[[nodiscard]] std::string_view trimmed(std::string_view text, std::size_t& begin);
/// Cut at commas and full stops. Brackets and quotation marks hold together what they enclose.
[[nodiscard]] std::vector<Part> parts_of(std::string_view reference);

/// The fields of one reference, and the readers of the parts that explain themselves.
class ReferenceFields {
public:
    ReferenceFields(std::string_view text, const std::vector<Span>& titles, const Lexicon& lexicon)
        : text_(text), titles_(titles), lexicon_(lexicon)
    {
    }

protected:
    /// A year, an editor, a press, pages, an edition, or a bracket of them: takes what the part says; false where it
    /// says nothing by itself.
    bool explained(const Part& part);
    /// Addresses and DOIs are blanked out, byte for byte: their dots and commas part nothing.
    void take_links();

    [[nodiscard]] std::string_view slice(Span span) const
    {
        return std::string_view(text_).substr(span.begin, span.size());
    }
    [[nodiscard]] std::string words(Span span) const { return text::collapse(slice(span)); }
    [[nodiscard]] bool has(const char* field) const { return found_.fields.contains(field); }
    void set_names(const char* field, Span span);

    std::string text_;
    const std::vector<Span>& titles_;
    const Lexicon& lexicon_;
    ParsedReference found_;

private:
    bool bracket(const Part& part);
    bool role(const Part& part);
    bool date(const Part& part);
    bool dated(const Part& part, std::size_t size);
    bool press(const Part& part);
    bool locator(const Part& part);
    bool edition(const Part& part);
    void set_pages(Span span);
};

} // namespace verbatim::syntax::citation_parts
