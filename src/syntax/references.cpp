// SPDX-License-Identifier: Apache-2.0
// References in words. A reference is cut into parts at its commas and full stops; each part says by its own look what
// it is (a year, a press, an editor); what nothing explains is the title, then what contains it.
#include "syntax/reference_parts.hpp"

#include <source_lines.hpp>

#include <algorithm>

namespace verbatim::syntax {

namespace cite = verbatim::grammar::citation;
using namespace citation_parts;

namespace {

constexpr std::size_t longest_reference = 2000; ///< bytes; what is longer is prose

/// Gathers the fields of one reference, part by part.
class Gatherer : ReferenceFields {
public:
    using ReferenceFields::ReferenceFields;

    std::optional<ParsedReference> gather()
    {
        std::size_t begin = 0;
        take_links();
        std::string_view body = trimmed(std::string_view(text_), begin);
        for (std::size_t size = 0; (size = consumed<cite::list_label>(body, lexicon_)) > 0;) {
            body.remove_prefix(size);
            begin += size;
        }
        if (const std::size_t size = consumed<cite::prefix>(body, lexicon_); size > 0 && size < body.size()) {
            body.remove_prefix(size);
            begin += size;
        }
        if (short_form(body, begin))
            return std::move(found_);
        const std::size_t head = dated_head(body, begin);
        body.remove_prefix(head);
        begin += head;
        std::vector<Part> parts = parts_of(body);
        for (Part& part : parts)
            part.span = shifted(part.span, begin);
        read_parts(parts);
        if (!found_.fields.contains("title") && !found_.fields.contains("URL") && !found_.fields.contains("DOI"))
            return std::nullopt;
        if (!found_.fields.contains("author") && !found_.fields.contains("issued")
            && !found_.fields.contains("publisher") && !found_.fields.contains("URL")
            && !found_.fields.contains("editor") && !found_.fields.contains("compiler") && !titled_)
            return std::nullopt;
        return std::move(found_);
    }

private:
    bool short_form(std::string_view body, std::size_t begin)
    {
        const std::size_t size = lexicon_.match("note.ibid", body, 0);
        if (size == 0)
            return false;
        std::size_t at = size;
        while (at < body.size()
               && (body[at] == '.' || body[at] == ',' || body[at] == ' ' || body.substr(at, 3) == "，"))
            at += body.substr(at, 3) == "，" ? 3 : 1;
        // `Id. est` or `同上海…` begin other words: behind a short form stands nothing, or a locator.
        const std::size_t located = consumed<cite::locator>(body.substr(at), lexicon_);
        if (at + located < body.size() && body.find_first_not_of(" .", at + located) != std::string_view::npos
            && body.substr(at + located, 3) != "。")
            return false;
        found_.short_form = true;
        if (located > 0)
            set_locator(found_, text_, shifted({at, at + located}, begin), lexicon_);
        return true;
    }

    /// `Lindqvist, O. (1956).`: authors and year in front; bytes that they take.
    std::size_t dated_head(std::string_view body, std::size_t begin)
    {
        const std::size_t head = consumed<cite::dated_head>(body, lexicon_);
        if (head == 0)
            return 0;
        const std::size_t size = consumed<cite::listed>(body, lexicon_);
        // A year that closes the reference belongs to the press before it.
        if (size == 0 || body.find_first_not_of(" .", head) == std::string_view::npos)
            return 0;
        // `Oda Lindqvist, Opening Address, 1956`: the title, in italics or behind a full name, is no second author.
        const Span head_span{begin, begin + size};
        const bool titled =
            std::any_of(titles_.begin(), titles_.end(), [&](Span title) { return title.overlaps(head_span); });
        const std::string_view first = body.substr(0, std::min(body.find(','), size));
        const bool full_names = first.size() < size && first.find(' ') != std::string_view::npos;
        const bool bracketed = body.substr(size, head - size).find('(') != std::string_view::npos;
        if (titled || (full_names && !bracketed))
            return 0;
        const std::size_t role = consumed<cite::behind_role>(body.substr(size), lexicon_);
        set_names(role > 0 ? "editor" : "author", {begin, begin + size});
        std::size_t at = size + role;
        while (at < head && !(body[at] >= '0' && body[at] <= '9') && body[at] != '[')
            ++at;
        const std::string_view rest = body.substr(at, head - at);
        const std::size_t year = consumed<cite::year>(rest, lexicon_);
        set_year(found_.fields, rest.substr(0, year));
        return head;
    }

    void read_parts(std::vector<Part> parts)
    {
        mark_typed_title(parts);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Part& part = parts[i];
            if (!part.quoted && explained(part))
                continue;
            if (part.quoted || emphasised(part.span)) {
                set_title(part.span);
                titled_ = true;
                continue;
            }
            const Part* next = i + 1 < parts.size() ? &parts[i + 1] : nullptr;
            if (!has("title") && !has("author") && next != nullptr) {
                const std::size_t taken = author(parts, i);
                if (taken > 0) {
                    i += taken - 1;
                    continue;
                }
            }
            place_words(part, next);
        }
    }

    /// GB/T 7714 marks the title: `题名[M]`. What stands before it are the authors.
    void mark_typed_title(std::vector<Part>& parts)
    {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::string_view part = slice(parts[i].span);
            const std::size_t open = part.rfind('[');
            if (open == std::string_view::npos || open == 0
                || consumed<cite::type_mark>(part.substr(open), lexicon_) == 0)
                continue;
            if (i > 0 && !has("author"))
                set_names("author", {parts.front().span.begin, parts[i - 1].span.end});
            found_.fields["title"] = words({parts[i].span.begin, parts[i].span.begin + open});
            titled_ = true;
            parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            return;
        }
    }

    [[nodiscard]] bool emphasised(Span span) const
    {
        return std::any_of(titles_.begin(), titles_.end(),
                           [&](Span title) { return title.begin <= span.begin + 1 && title.end + 1 >= span.end; });
    }

    void set_title(Span span)
    {
        if (!has("title"))
            found_.fields["title"] = words(span);
        else if (!has("container-title"))
            found_.fields["container-title"] = words(span);
    }

    /// Names in front: how many parts they take. A title must be left behind them.
    std::size_t author(const std::vector<Part>& parts, std::size_t i)
    {
        if (!person_like(slice(parts[i].span)))
            return 0;
        std::size_t last = i;
        const bool surname_only = slice(parts[i].span).find(' ') == std::string_view::npos
                                  && !text::is_han_or_kana(text::code_point_at(slice(parts[i].span), 0));
        // `Okoro, Maria. Title`, `Okoro, M., Title`: given names behind a surname.
        if (surname_only && !parts[i].stop_behind && i + 1 < parts.size() && given_like(parts[i + 1]))
            last = i + 1;
        if (last + 1 >= parts.size() || !title_like(parts[last + 1]))
            return 0;
        set_names("author", {parts[i].span.begin, parts[last].span.end});
        return last - i + 1;
    }

    [[nodiscard]] bool given_like(const Part& part) const
    {
        const std::string_view all = slice(part.span);
        if (part.quoted || emphasised(part.span) || consumed<cite::only_listed>(all, lexicon_) == 0)
            return false;
        return part.stop_behind ? std::count(all.begin(), all.end(), ' ') <= 2
                                : all.find('.') != std::string_view::npos && all.size() <= 8;
    }

    [[nodiscard]] bool person_like(std::string_view all) const
    {
        if (consumed<cite::only_listed>(all, lexicon_) == 0)
            return false;
        if (text::is_han_or_kana(text::code_point_at(all, 0)))
            return text::code_points(all) <= 12;
        if (names_in(all, lexicon_).size() > 1)
            return true;
        if (std::count(all.begin(), all.end(), ' ') > 3)
            return false;
        for (std::size_t i = 0; i < all.size(); ++i)
            if ((i == 0 || all[i - 1] == ' ')
                && (lexicon_.match("name.joiner", all, i) > 0 || lexicon_.match("document-noun", all, i) > 0))
                return false;
        return true;
    }

    /// Could the part be a title: nothing else explains it.
    bool title_like(const Part& part)
    {
        if (part.quoted || emphasised(part.span))
            return true;
        const ParsedReference kept = found_;
        found_.fields["title"]; // so that a press is seen as one
        const bool says = explained(part);
        found_ = kept;
        return !says;
    }

    void place_words(const Part& part, const Part* next)
    {
        const std::string_view all = slice(part.span);
        if (lexicon_.match("reference.accessed", all, 0) > 0)
            return;
        if (!has("title")) {
            found_.fields["title"] = words(part.span);
            return;
        }
        if (const std::size_t in = lexicon_.match("reference.in", all, 0); in > 0 && in < all.size()) {
            std::size_t begin = in;
            while (begin < all.size() && (all[begin] == ' ' || all[begin] == ':'))
                ++begin;
            found_.fields.try_emplace("container-title", words({part.span.begin + begin, part.span.end}));
            return;
        }
        const bool closes =
            next == nullptr
            || (next->span.size() >= 4 && slice(next->span).front() >= '0' && slice(next->span).front() <= '9');
        if (!has("publisher") && closes && (has("issued") || next != nullptr)
            && text::is_letter(text::code_point_at(all, 0)) && !has("container-title"))
            found_.fields["publisher"] = words(part.span);
    }

    bool titled_ = false; ///< the title is set apart by marks or type
};

} // namespace

std::optional<ParsedReference> parse_reference(std::string_view text, const std::vector<Span>& titles,
                                               const Lexicon& lexicon)
{
    if (text.empty() || text.size() > longest_reference)
        return std::nullopt;
    return Gatherer(text, titles, lexicon).gather();
}

bool is_reference_head(std::string_view text, const Lexicon& lexicon)
{
    return text.size() <= longest_reference && consumed<cite::titled_head>(text, lexicon) == text.size()
           && !text.empty();
}

std::optional<SourceLine> parse_source_line(std::string_view line, const std::vector<Span>& titles,
                                            const Lexicon& lexicon)
{
    const std::size_t label = consumed<cite::source_label>(line.substr(0, 200), lexicon);
    if (label == 0)
        return std::nullopt;
    std::vector<Span> inside;
    for (const Span title : titles)
        if (title.begin >= label)
            inside.push_back({title.begin - label, title.end - label});
    auto reference = parse_reference(line.substr(label), inside, lexicon);
    if (!reference || reference->short_form)
        return std::nullopt;
    if (reference->author)
        reference->author->span = shifted(reference->author->span, label);
    if (reference->locator)
        reference->locator->span = shifted(reference->locator->span, label);
    std::size_t begin = 0;
    const std::string_view all = trimmed(line, begin);
    return SourceLine{{begin, begin + all.size()}, std::move(*reference)};
}

} // namespace verbatim::syntax
