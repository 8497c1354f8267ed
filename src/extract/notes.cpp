// SPDX-License-Identifier: Apache-2.0
// Notes that cite, and the short forms in them (CONVENTIONS 7 and 10).
#include "extract/citations.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <map>

namespace verbatim::extract {
namespace {

/// Works of one note stand between semicolons.
std::vector<Span> items_of(std::string_view definition)
{
    std::vector<Span> items;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < definition.size(); ++i) {
        const std::size_t size = definition[i] == ';' ? 1 : definition.substr(i, 3) == "；" ? 3 : 0;
        if (size == 0)
            continue;
        items.push_back({begin, i});
        begin = i + size;
        i = begin - 1;
    }
    items.push_back({begin, definition.size()});
    return items;
}

Citation of_parsed(const syntax::ParsedCitation& parsed, std::size_t base)
{
    Citation citation;
    citation.fields = parsed.fields;
    if (parsed.kind == CitationKind::key)
        citation.fields["citation-key"] = parsed.key;
    if (parsed.locator)
        citation.locator =
            TextSpan{parsed.locator->text, {base + parsed.locator->span.begin, base + parsed.locator->span.end}};
    citation.locator_kind = parsed.locator_kind;
    return citation;
}

/// `Lindqvist 1956, p. 12.` without brackets: read as if they were there.
std::optional<Citation> author_date(std::string_view item, std::size_t base, const syntax::Lexicon& lexicon)
{
    while (!item.empty() && (item.back() == '.' || item.back() == ' ' || item.back() == '\n'))
        item.remove_suffix(1);
    const auto parsed = syntax::parse_citations('(' + std::string(item) + ')', lexicon);
    if (parsed.list.empty() || parsed.list.front().guess)
        return std::nullopt;
    return of_parsed(parsed.list.front(), base - 1);
}

bool comma_joined(const std::string& authors, std::string_view words)
{
    const std::size_t cut = authors.find("; ");
    return cut != std::string::npos
           && words.find(authors.substr(0, cut) + ", " + authors.substr(cut + 2)) != std::string_view::npos;
}

std::vector<Citation> works_of(const Document& document, Span definition, const syntax::Lexicon& lexicon)
{
    std::vector<Citation> works;
    const std::string_view all = document.slice(definition);
    for (const Span item : items_of(all)) {
        const Span span{definition.begin + item.begin, definition.begin + item.end};
        const std::string_view words = document.slice(span);
        const std::vector<Span> titles = emphasis_in(document, span);
        const auto reference = syntax::parse_reference(words, titles, lexicon);
        auto short_citation = author_date(words, span.begin, lexicon);
        // `Maria Okoro, Address, 1961`: what reads as two authors is an author and a title, where no `and` joins them.
        if (short_citation
            && !(reference && reference->fields.contains("author")
                 && (!titles.empty() || comma_joined(short_citation->fields["author"], words)))) {
            works.push_back(std::move(*short_citation));
            continue;
        }
        if (reference)
            works.push_back(cited_by(*reference, reference->short_form ? CitationKind::short_form : CitationKind::note,
                                     span.begin));
    }
    if (!works.empty())
        return works;
    // Prose that cites: `As she told the council (Lindqvist 1956, p. 12).`
    for (const syntax::ParsedCitation& parsed : syntax::parse_citations(all, lexicon).list)
        if (!parsed.guess)
            works.push_back(of_parsed(parsed, definition.begin));
    return works;
}

} // namespace

void find_notes(const Document& document, Reading& reading, const syntax::Lexicon& lexicon)
{
    std::map<std::string, std::vector<Citation>> notes;
    for (const Block& block : document.blocks)
        if (block.kind == BlockKind::note && !block.span.empty())
            for (Citation& work : works_of(document, block.span, lexicon))
                notes[block.label].push_back(std::move(work));
    for (const NoteCall& call : document.note_calls) {
        const auto found = notes.find(call.label);
        if (found == notes.end())
            continue;
        for (Citation citation : found->second) {
            if (citation.kind != CitationKind::short_form)
                citation.kind = CitationKind::note;
            citation.key = call.label;
            citation.span = call.span;
            citation.text = std::string(document.slice(call.span));
            reading.citations.push_back(std::move(citation));
        }
    }
}

void resolve_short_forms(Reading& reading, const std::vector<Span>& unread)
{
    for (std::size_t i = 0; i < reading.citations.size(); ++i) {
        Citation& citation = reading.citations[i];
        if (citation.kind != CitationKind::short_form || i == 0)
            continue;
        const Citation& before = reading.citations[i - 1];
        // Two works in one note leave it open which is meant; what could not be read may be what is meant.
        const bool two = i >= 2 && reading.citations[i - 2].span == before.span;
        const bool same_place = before.span == citation.span;
        const auto obstacle = std::upper_bound(unread.begin(), unread.end(), before.span.begin,
                                               [](std::size_t at, Span span) { return at < span.begin; });
        const bool beyond = obstacle != unread.end() && obstacle->begin < citation.span.begin;
        const bool bracketed = before.kind == CitationKind::author_date;
        if ((two && !same_place) || beyond || bracketed)
            continue;
        for (const auto& [name, value] : before.fields)
            if (name != "locator" && name != "page")
                citation.fields.emplace(name, value);
        if (before.kind == CitationKind::key)
            citation.fields.emplace("citation-key", before.key);
        if (!citation.locator && before.locator)
            citation.fields.emplace("locator", before.fields.contains("locator") ? before.fields.at("locator")
                                                                                 : before.locator->text);
    }
}

} // namespace verbatim::extract
