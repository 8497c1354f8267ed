// SPDX-License-Identifier: Apache-2.0
// Citations in running text. The brackets are found by jumping from one to the next; what stands inside is short and is
// given to the grammar item by item, so the whole is linear however many brackets a text has.
#include "syntax/citations.hpp"

#include "syntax/citation_brackets.hpp"
#include "syntax/citation_parts.hpp"

#include <algorithm>
#include <iterator>

namespace verbatim::syntax {

namespace cite = verbatim::grammar::citation;
using namespace citation_parts;

namespace {

/// Walks over one block of text and gathers its citations.
class Finder {
public:
    Finder(std::string_view text, const Lexicon& lexicon) : text_(text), lexicon_(lexicon) {}

    ParsedCitations find()
    {
        constexpr text::ByteSet openings("([@\xef");
        for (std::size_t i = 0; (i = openings.find_in(text_, i)) != std::string_view::npos;)
            i = std::max(i + 1, step(i));
        std::stable_sort(found_.list.begin(), found_.list.end(),
                         [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
        return std::move(found_);
    }

private:
    /// Reads what starts at `i`; returns where to go on.
    std::size_t step(std::size_t i)
    {
        if (text_[i] == '@')
            return bare_key(i);
        const std::size_t size = text_[i] == '\xef' ? (text_.substr(i, 3) == "（" ? 3 : 0) : 1;
        if (size == 0 || text_.substr(i, 2) == "[^")
            return i + 1;
        const auto bracket = bracket_at(text_, i, size);
        if (!bracket)
            return i + size;
        const bool keys = text_[i] == '[' && slice(bracket->inside).find('@') != std::string_view::npos;
        const Span group{i, bracket->behind};
        const bool read = keys ? key_group(bracket->inside, group)
                               : narrative(bracket->inside, group) || author_date_group(bracket->inside, group);
        return read ? bracket->behind : i + size;
    }

    [[nodiscard]] std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }

    // ---- (Lindqvist, 1956, pp. 12–14; Okoro 1987a) ---------------------------------------------------------------

    bool author_date_group(Span inside, Span group)
    {
        const std::size_t before = found_.list.size();
        bool unread = false;
        for (const Span item : items_of(text_, inside)) {
            if (author_date_item(item, group) || further_years(item, group, before))
                continue;
            if (bare_item(item, group))
                continue;
            unread = unread || looks_cited(slice(item));
        }
        if (unread)
            found_.unread.push_back(group);
        return found_.list.size() > before;
    }

    bool author_date_item(Span item, Span group)
    {
        // `for a review see Okoro 1987`: prose before a prefix word is skipped, three times at most.
        std::size_t begin = item.begin;
        for (int tries = 0; tries < 3; ++tries) {
            cite::Reader reader{lexicon_, {}};
            if (read<cite::item>(slice({begin, item.end}), reader)) {
                return commit(reader.notes, begin, group);
            }
            begin = next_prefix(begin, item.end);
            if (begin == item.end)
                return false;
        }
        return false;
    }

    [[nodiscard]] std::size_t next_prefix(std::size_t begin, std::size_t end) const
    {
        const std::string_view part = text_.substr(0, end);
        for (std::size_t i = begin; (i = part.find(' ', i)) != std::string_view::npos;) {
            ++i;
            if (lexicon_.match("citation.prefix", part, i) > 0)
                return i;
        }
        return end;
    }

    /// `Okoro 1987; 1990`: an item of years alone continues the author before it.
    bool further_years(Span item, Span group, std::size_t first)
    {
        if (found_.list.size() == first)
            return false;
        cite::Reader reader{lexicon_, {}};
        if (!read<cite::narrative>(slice(item), reader))
            return false;
        const ParsedCitation last = found_.list.back();
        return add_years(reader.notes, item.begin, group, last.author, last.fields.at("author"), std::nullopt);
    }

    bool bare_item(Span item, Span group)
    {
        cite::Reader reader{lexicon_, {}};
        if (!read<cite::bare_item>(slice(item), reader))
            return false;
        ParsedCitation citation;
        citation.group = group;
        citation.guess = true;
        for (const auto& note : reader.notes) {
            const Span span = shifted(note.span, item.begin);
            if (note.part == cite::Part::authors)
                set_author(citation, span);
            if (note.part == cite::Part::locator)
                set_locator(citation, text_, span, lexicon_);
        }
        if (!citation.author || !citation.locator)
            return false;
        citation.span = {citation.author->span.begin, citation.locator->span.end};
        found_.list.push_back(std::move(citation));
        return true;
    }

    /// Several works may stand in one item, `Okoro 1987, Lindqvist 1990`; an author that no year followed was prose.
    bool commit(const std::vector<cite::Noted>& notes, std::size_t shift, Span group)
    {
        const std::size_t before = found_.list.size();
        for (std::size_t i = 0; i < notes.size(); ++i) {
            if (notes[i].part != cite::Part::authors)
                continue;
            std::size_t next = i + 1;
            while (next < notes.size() && notes[next].part != cite::Part::authors)
                ++next;
            const Span span = shifted(notes[i].span, shift);
            const TextSpan author{text::collapse(slice(span)), span};
            add_years(
                {notes.begin() + static_cast<std::ptrdiff_t>(i) + 1, notes.begin() + static_cast<std::ptrdiff_t>(next)},
                shift, group, author, joined(names_in(slice(span), lexicon_)), span.begin);
        }
        return found_.list.size() > before;
    }

    /// One citation a year; a locator belongs to the year before it. The first begins where its author does.
    bool add_years(const std::vector<cite::Noted>& notes, std::size_t shift, Span group,
                   const std::optional<TextSpan>& author, const std::string& names, std::optional<std::size_t> begin)
    {
        const std::size_t before = found_.list.size();
        std::string last_year;
        for (const auto& note : notes) {
            const Span span = shifted(note.span, shift);
            if (note.part == cite::Part::locator && found_.list.size() > before) {
                set_locator(found_.list.back(), text_, span, lexicon_);
                found_.list.back().span.end = span.end;
            }
            if (note.part != cite::Part::year && note.part != cite::Part::suffix)
                continue;
            ParsedCitation citation;
            citation.group = group;
            citation.author = author;
            citation.fields["author"] = names;
            citation.span = {begin.value_or(span.begin), span.end};
            begin.reset();
            const std::string year(slice(span));
            if (note.part == cite::Part::year)
                last_year = year;
            set_year(citation.fields, note.part == cite::Part::suffix ? last_year.substr(0, 4) + year : year);
            found_.list.push_back(std::move(citation));
        }
        return found_.list.size() > before;
    }

    // ---- Lindqvist (1956, p. 12) ---------------------------------------------------------------------------------

    bool narrative(Span inside, Span group)
    {
        const auto items = items_of(text_, inside);
        cite::Reader reader{lexicon_, {}};
        if (!read<cite::narrative>(slice(items.front()), reader))
            return false;
        const auto author = author_before(text_, group.begin, lexicon_);
        if (!author)
            return false;
        const std::size_t before = found_.list.size();
        const std::string names = joined(names_in(author->text, lexicon_));
        add_years(reader.notes, items.front().begin, group, author, names, author->span.begin);
        for (std::size_t i = 1; i < items.size(); ++i)
            if (!further_years(items[i], group, before))
                author_date_item(items[i], group);
        const bool sign = several_authors(author->text, lexicon_) || signalled(text_, author->span, group, lexicon_);
        for (std::size_t i = before; i < found_.list.size(); ++i) {
            ParsedCitation& citation = found_.list[i];
            if (citation.author->span != author->span)
                continue;
            citation.kind = CitationKind::narrative;
            citation.guess = !sign && !citation.locator && !has_suffix(citation);
            if (i == before)
                citation.span = {author->span.begin, group.end};
            // Years of life or of an event: `Oda Lindqvist (1901–1956)`.
            if (citation.fields["issued"].find('/') != std::string::npos && !citation.locator) {
                found_.list.resize(before);
                return false;
            }
        }
        return true;
    }

    static bool has_suffix(const ParsedCitation& citation)
    {
        const auto suffix = citation.fields.find("year-suffix");
        return suffix != citation.fields.end();
    }

    // ---- [@lindqvist1956, p. 12] ---------------------------------------------------------------------------------

    bool key_group(Span inside, Span group)
    {
        std::vector<ParsedCitation> keys = keys_in(text_, inside, group, lexicon_);
        if (keys.empty())
            found_.unread.push_back(group);
        std::move(keys.begin(), keys.end(), std::back_inserter(found_.list));
        return !keys.empty();
    }

    std::size_t bare_key(std::size_t i)
    {
        auto key = bare_key_at(text_, i, lexicon_);
        if (!key)
            return i + 1;
        found_.list.push_back(std::move(*key));
        return found_.list.back().span.end;
    }

    // ---- parts ---------------------------------------------------------------------------------------------------

    /// A capital and a year: it may be a citation in a form that is not known here.
    static bool looks_cited(std::string_view item)
    {
        std::size_t digits = 0;
        bool upper = false, year = false;
        for (std::size_t i = 0; i < item.size(); i += text::code_point_size(item, i)) {
            const char32_t c = text::code_point_at(item, i);
            upper = upper || (text::is_letter(c) && text::is_upper(c));
            digits = text::is_digit(c) ? digits + 1 : 0;
            year = year || digits == 4;
        }
        return upper && year;
    }

    void set_author(ParsedCitation& citation, Span span) const
    {
        citation.author = TextSpan{text::collapse(slice(span)), span};
        citation.fields["author"] = joined(names_in(slice(span), lexicon_));
    }

    std::string_view text_;
    const Lexicon& lexicon_;
    ParsedCitations found_;
};

} // namespace

ParsedCitations parse_citations(std::string_view text, const Lexicon& lexicon) { return Finder(text, lexicon).find(); }

} // namespace verbatim::syntax
