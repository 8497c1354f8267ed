// SPDX-License-Identifier: Apache-2.0
// What a part of a reference says by its own look: a name with a role, a date, a press, pages, an edition.
#include "syntax/reference_parts.hpp"

#include <source_lines.hpp>

#include <algorithm>

namespace verbatim::syntax::citation_parts {

namespace cite = verbatim::grammar::citation;

bool ReferenceFields::explained(const Part& part)
{
    return bracket(part) || role(part) || date(part) || press(part) || locator(part) || edition(part);
}

void ReferenceFields::take_links()
{
    for (const std::string_view start : {"https://", "http://", "doi:", "DOI:", "DOI ", "doi "}) {
        const std::size_t begin = text_.find(start);
        if (begin == std::string::npos)
            continue;
        std::size_t from = begin, end = begin + start.size();
        while (end < text_.size() && text_[end] == ' ')
            ++end;
        const std::size_t value = end;
        while (end < text_.size() && text_[end] > ' ' && text_[end] < 0x7f && text_[end] != '<' && text_[end] != '>')
            ++end;
        while (end > value
               && (text_[end - 1] == '.' || text_[end - 1] == ',' || text_[end - 1] == ';' || text_[end - 1] == ')'))
            --end;
        const std::string link =
            text_.substr(start.starts_with("http") ? from : value, end - (start.starts_with("http") ? from : value));
        if (const std::size_t doi = link.find("10.");
            doi != std::string::npos && (!start.starts_with("http") || link.find("doi.org/") != std::string::npos))
            found_.fields["DOI"] = link.substr(doi);
        else if (start.starts_with("http"))
            found_.fields["URL"] = link;
        else
            continue;
        std::fill(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(end),
                  ' ');
    }
}

void ReferenceFields::set_names(const char* field, Span span)
{
    const std::string_view all = slice(span);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < all.size();) {
        const std::size_t size = consumed<cite::listed_name>(all.substr(i), lexicon_);
        if (size > 0) {
            std::string name = text::collapse(all.substr(i, size));
            if (lexicon_.match("name.et-al", name, 0) != name.size())
                names.push_back(std::move(name));
        }
        i += size > 0 ? size : text::code_point_size(all, i);
    }
    if (names.empty())
        names.push_back(words(span));
    found_.fields[field] = joined(names);
    if (std::string_view(field) == "author")
        found_.author = TextSpan{words(span), span};
}

/// `(1956)`, `(Oslo: Quay Press, 1956)`: read for itself.
bool ReferenceFields::bracket(const Part& part)
{
    const std::string_view all = slice(part.span);
    if (all.size() < 3 || all.front() != '(' || all.back() != ')')
        return false;
    const std::size_t inside = part.span.begin + 1;
    for (Part inner : parts_of(all.substr(1, all.size() - 2))) {
        inner.span = shifted(inner.span, inside);
        if (!(role(inner) || date(inner) || press(inner) || locator(inner) || edition(inner)) && !has("publisher")
            && has("title") && !has("note"))
            found_.fields["note"] = words(inner.span);
    }
    return true;
}

bool ReferenceFields::role(const Part& part)
{
    const std::string_view all = slice(part.span);
    if (all.size() < 2)
        return false;
    static constexpr std::pair<const char*, const char*> before[] = {{"reference.editor", "editor"},
                                                                     {"reference.compiler", "compiler"},
                                                                     {"reference.translator", "translator"},
                                                                     {"reference.author", "author"}};
    for (const auto& [word_class, field] : before) {
        std::size_t size = lexicon_.match(word_class, all, 0);
        if (size == 0)
            continue;
        while (size < all.size() && (all[size] == '.' || all[size] == ' '))
            ++size;
        if (const std::size_t named = consumed<cite::listed>(all.substr(size), lexicon_);
            named > 0 && size + named == all.size()) {
            set_names(field, {part.span.begin + size, part.span.end});
            return true;
        }
    }
    static constexpr std::pair<const char*, const char*> behind[] = {{"reference.editor-behind", "editor"},
                                                                     {"reference.compiler-behind", "compiler"},
                                                                     {"reference.translator-behind", "translator"},
                                                                     {"reference.author-behind", "author"}};
    for (const auto& [word_class, field] : behind)
        for (std::size_t size = std::min<std::size_t>(20, all.size() - 1); size >= 2;
             --size) { // the longest word first
            const std::size_t at = all.size() - size;
            const bool boundary =
                all[at - 1] == ' ' || all[at - 1] == '(' || static_cast<unsigned char>(all[at]) >= 0xe0;
            const std::size_t found = boundary ? lexicon_.match(word_class, all, at) : 0;
            if (found == 0 || all.find_first_not_of(".) ", at + found) != std::string_view::npos)
                continue;
            std::size_t end = at;
            while (end > 0 && (all[end - 1] == ' ' || all[end - 1] == '('))
                --end;
            if (end > 0 && consumed<cite::listed>(all.substr(0, end), lexicon_) == end && !has(field)) {
                set_names(field, {part.span.begin, part.span.begin + end});
                return true;
            }
        }
    return false;
}

bool ReferenceFields::date(const Part& part)
{
    const std::string_view all = slice(part.span);
    if (const std::size_t size = consumed<cite::han_date>(all, lexicon_); size > 0)
        return dated(part, size);
    if (const std::size_t size = consumed<cite::numeric_date>(all, lexicon_); size > 0)
        return dated(part, size);
    if (const std::size_t size = consumed<cite::years>(all, lexicon_); size == all.size()) {
        set_year(found_.fields, all);
        return true;
    }
    for (const text::DateMention& mention : text::dates(all, lexicon_.language()))
        if (mention.span.size() == all.size()) {
            found_.fields["issued"] = mention.edtf;
            return true;
        }
    return false;
}

/// "2007.10" "2007年10月" → 2007-10; behind a year the pages of GB/T: `2010: 798`.
bool ReferenceFields::dated(const Part& part, std::size_t size)
{
    const std::string_view all = slice(part.span);
    const std::size_t pages = consumed<cite::issue_pages>(all.substr(size), lexicon_);
    if (size + pages != all.size())
        return false;
    std::string edtf, digits;
    for (std::size_t i = 0; i <= size; ++i) {
        if (i < size && all[i] >= '0' && all[i] <= '9') {
            digits += all[i];
            continue;
        }
        if (!digits.empty())
            edtf += (edtf.empty() ? "" : digits.size() == 1 ? "-0" : "-") + digits;
        digits.clear();
    }
    found_.fields["issued"] = edtf;
    if (pages > 0) {
        const std::size_t colon = all.find_first_of("0123456789", size);
        set_pages({part.span.begin + colon, part.span.end});
    }
    return true;
}

void ReferenceFields::set_pages(Span span)
{
    if (found_.locator)
        return;
    set_locator(found_, text_, span, lexicon_);
    if (found_.locator_kind == "page")
        found_.fields["page"] = found_.fields["locator"];
}

/// `Oslo: Quay Press`, the place at most four words.
bool ReferenceFields::press(const Part& part)
{
    const std::string_view all = slice(part.span);
    std::size_t colon = all.find(": "), size = 2;
    if (const std::size_t wide = all.find("："); colon == std::string_view::npos || wide < colon) {
        colon = wide;
        size = 3;
    }
    if (colon == std::string_view::npos || colon == 0 || colon + size >= all.size() || has("publisher"))
        return false;
    const std::string_view place = all.substr(0, colon);
    const char32_t first = text::code_point_at(place, 0);
    const bool fits = text::is_han_or_kana(first)
                          ? text::code_points(place) <= 8
                          : text::is_upper(first) && std::count(place.begin(), place.end(), ' ') <= 3;
    // A title may have a colon too; a press is named after author and title.
    if (!fits || !(has("title") || has("author") || has("editor")))
        return false;
    if (!has("title") && !has("author"))
        return false;
    found_.fields["publisher-place"] = text::collapse(place);
    found_.fields["publisher"] = text::collapse(all.substr(colon + size));
    return true;
}

bool ReferenceFields::locator(const Part& part)
{
    const std::string_view all = slice(part.span);
    const bool bare = all.front() >= '0' && all.front() <= '9';
    if (const std::size_t size = consumed<cite::volume_issue>(all, lexicon_); size > 0) {
        found_.fields["volume"] = std::string(all.substr(0, all.find_first_of(" (")));
        const std::size_t open = all.find('(');
        found_.fields["issue"] = std::string(all.substr(open + 1, size - open - 2));
        if (const std::size_t digit = all.find_first_of("0123456789", size); digit != std::string_view::npos)
            set_pages({part.span.begin + digit, part.span.end});
        return true;
    }
    if (consumed<cite::locator>(all, lexicon_) != all.size())
        return false;
    const std::string kind = locator_kind(all, lexicon_);
    if (bare && kind == "page" && !has("title"))
        return false;
    if (kind == "volume") {
        found_.fields["volume"] = locator_value(all);
        return true;
    }
    set_pages(part.span);
    return true;
}

bool ReferenceFields::edition(const Part& part)
{
    const std::string_view all = slice(part.span);
    const std::size_t blank = all.rfind(' ');
    if (blank == std::string_view::npos || all.front() < '0' || all.front() > '9')
        return false;
    const std::size_t size = lexicon_.match("reference.edition", all, blank + 1);
    if (size == 0 || all.find_first_not_of('.', blank + 1 + size) != std::string_view::npos)
        return false;
    found_.fields["edition"] = words(part.span);
    return true;
}

} // namespace verbatim::syntax::citation_parts
