// SPDX-License-Identifier: Apache-2.0
// pandoc: `[@lindqvist1956, p. 12]`, and `@key [p. 12]` in the running text.
#include "syntax/citation_brackets.hpp"

#include "syntax/citation_parts.hpp"

namespace verbatim::syntax::citation_parts {

namespace cite = verbatim::grammar::citation;

namespace {

std::optional<ParsedCitation> of_notes(std::string_view text, const std::vector<cite::Noted>& notes, std::size_t shift,
                                       Span group, const Lexicon& lexicon)
{
    ParsedCitation citation;
    citation.kind = CitationKind::key;
    citation.group = group;
    for (const auto& note : notes) {
        const Span span = shifted(note.span, shift);
        if (note.part == cite::Part::key && citation.key.empty()) {
            citation.key = std::string(text.substr(span.begin, span.size()));
            citation.span = {span.begin - 1, span.end};
        } else if (note.part == cite::Part::locator && !citation.key.empty()) {
            set_locator(citation, text, span, lexicon);
            citation.span.end = span.end;
        }
    }
    if (citation.key.empty())
        return std::nullopt;
    return citation;
}

} // namespace

std::vector<ParsedCitation> keys_in(std::string_view text, Span inside, Span group, const Lexicon& lexicon)
{
    std::vector<ParsedCitation> keys;
    for (const Span item : items_of(text, inside)) {
        const std::string_view words = text.substr(item.begin, item.size());
        cite::Reader reader{lexicon, {}};
        if (words.find('@') == std::string_view::npos || !read<cite::key_item>(words, reader))
            continue;
        if (auto key = of_notes(text, reader.notes, item.begin, group, lexicon))
            keys.push_back(std::move(*key));
    }
    return keys;
}

std::optional<ParsedCitation> bare_key_at(std::string_view text, std::size_t at, const Lexicon& lexicon)
{
    if (at > 0 && (cite::word_character(text::code_point_before(text, at)) || text[at - 1] == '.'))
        return std::nullopt;
    const std::size_t size = consumed<cite::key>(text.substr(at + 1, 200), lexicon);
    if (size == 0)
        return std::nullopt;
    ParsedCitation citation;
    citation.kind = CitationKind::key;
    citation.key = std::string(text.substr(at + 1, size));
    citation.span = citation.group = {at, at + 1 + size};
    citation.guess = true;
    const std::size_t open = text.find_first_not_of(' ', citation.span.end);
    if (open == std::string_view::npos || text[open] != '[')
        return citation;
    if (const auto bracket = bracket_at(text, open, 1)) {
        cite::Reader reader{lexicon, {}};
        if (read<cite::key_locator>(text.substr(bracket->inside.begin, bracket->inside.size()), reader)) {
            set_locator(citation, text, shifted(reader.notes.front().span, bracket->inside.begin), lexicon);
            citation.span.end = citation.group.end = bracket->behind;
            citation.guess = false;
        }
    }
    return citation;
}

} // namespace verbatim::syntax::citation_parts
