// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "unresolved-citation",
    .group = Group::citation,
    .severity = Severity::error,
    .summary = "A citation leads to no work of the library and to no entry of the document.",
    .why = "A reader who follows it finds nothing.",
    .remedy = "Correct the author or year, or add the work to the list or to the library.",
};

/// Full notes and source lines describe their work themselves; short forms and identifiers have rules of their own.
bool is_short_reference(const Citation& citation)
{
    switch (citation.kind) {
    case CitationKind::author_date:
    case CitationKind::narrative:
    case CitationKind::key:
        return true;
    case CitationKind::note:
        return !citation.fields.contains("title") && citation.fields.contains("author")
               && citation.fields.contains("issued");
    default:
        return false;
    }
}

/// Something to look the citation up in: a bibliography, an entry list, or works whose creators are known.
bool has_list(const Subject& subject)
{
    if (subject.bibliography_given)
        return true;
    if (std::any_of(subject.reading.entries.begin(), subject.reading.entries.end(),
                    [](const Citation& entry) { return entry.kind == CitationKind::entry; }))
        return true;
    return subject.library != nullptr
           && std::any_of(subject.library->works().begin(), subject.library->works().end(),
                          [](const Work& work) { return !work.creators.empty(); });
}

bool is_bracket(const Citation& citation)
{
    return citation.kind == CitationKind::author_date || citation.kind == CitationKind::narrative;
}

/// Where the bracket opens that holds the citation: behind it stand a prefix and the items before.
std::size_t bracket_of(const Document& document, const Citation& citation)
{
    constexpr std::size_t reach = 300; // bytes
    const std::size_t from = citation.span.begin > reach ? citation.span.begin - reach : 0;
    const std::string_view before = std::string_view(document.plain).substr(from, citation.span.begin - from);
    const std::size_t round = before.rfind('('), wide = before.rfind("（");
    const std::size_t open = round == std::string_view::npos  ? wide
                             : wide == std::string_view::npos ? round
                                                              : std::max(round, wide);
    return open == std::string_view::npos ? citation.span.begin : from + open;
}

/// `see Berg 1957`: a word that leads to a work stands before the item in its bracket.
bool has_prefix(const Document& document, const Citation& citation)
{
    const std::size_t open = bracket_of(document, citation);
    const std::string_view before = std::string_view(document.plain).substr(open, citation.span.begin - open);
    bool letters = false;
    for (std::size_t i = 0; i < before.size(); i += text::code_point_size(before, i)) {
        const char32_t c = text::code_point_at(before, i);
        letters = c != U';' && c != U'；' && (letters || text::is_letter(c));
    }
    return letters;
}

std::string author_of(const Citation& citation)
{
    const auto author = citation.fields.find("author");
    return author == citation.fields.end() ? std::string() : author->second;
}

/// How author and year are joined: `Okoro, 1961` or `Okoro 1961`.
bool has_comma(const Citation& citation)
{
    return citation.text.find(',') != std::string::npos || citation.text.find("，") != std::string::npos;
}

/// Words behind "in", "at" and their like: a capitalised one is mostly a place.
std::set<std::string, std::less<>> places_in(const Document& document)
{
    std::set<std::string, std::less<>> places;
    const std::string_view plain = document.plain;
    std::string_view before;
    for (std::size_t i = 0; i < plain.size();) {
        const std::size_t end = std::min(plain.find_first_of(" \n,.;:()", i), plain.size());
        const std::string_view word = plain.substr(i, end - i);
        for (const std::string_view preposition : {"in", "In", "at", "At", "near", "to", "from", "From"})
            if (before == preposition && !word.empty() && text::is_upper(text::code_point_at(word, 0)))
                places.emplace(word);
        before = end < plain.size() && plain[end] == ' ' ? word : std::string_view{};
        i = end + 1;
    }
    return places;
}

/// What the document as a whole shows about its citations.
struct Signs {
    std::set<std::string, std::less<>> authors; ///< of citations that lead to a work
    std::set<std::string, std::less<>> places;
    std::set<std::size_t> brackets;                                ///< in which one item leads to a work
    std::map<std::pair<CitationKind, bool>, std::size_t> resolved; ///< by kind, with comma or without
};

Signs signs_of(const Subject& subject)
{
    Signs signs;
    signs.places = places_in(subject.document);
    for (const Citation& entry : subject.reading.entries)
        if (const auto place = entry.fields.find("publisher-place"); place != entry.fields.end())
            signs.places.insert(place->second);
    for (const Citation& citation : subject.reading.citations) {
        if (!citation.resolved || !is_bracket(citation))
            continue;
        signs.authors.insert(author_of(citation));
        signs.brackets.insert(bracket_of(subject.document, citation));
        ++signs.resolved[{citation.kind, has_comma(citation)}];
    }
    return signs;
}

/// `(Oslo, 1956)` may be a place and a year: an author and a year alone are accused only where the library or the
/// document itself shows that they cite.
bool surely_cites(const Subject& subject, const Signs& signs, const Citation& citation)
{
    if (!is_bracket(citation) || citation.locator || citation.fields.contains("year-suffix")
        || !citation.near_misses.empty())
        return true;
    const std::string author = author_of(citation);
    if (author.find("; ") != std::string::npos || signs.authors.contains(author)
        || (subject.library != nullptr && subject.library->person(author)))
        return true;
    if (citation.kind == CitationKind::author_date
        && (has_prefix(subject.document, citation) || signs.brackets.contains(bracket_of(subject.document, citation))))
        return true;
    constexpr std::size_t enough = 2; // citations that stand like it: one may be chance
    const auto alike = signs.resolved.find({citation.kind, has_comma(citation)});
    return !signs.places.contains(author) && alike != signs.resolved.end() && alike->second >= enough;
}

/// `(Harrow, *Speech on the Dam*, 1932)` names author and title: a full reference (CONVENTIONS 10).
bool names_title(const Document& document, Span citation)
{
    return std::any_of(document.emphasis.begin(), document.emphasis.end(),
                       [&](Span emphasis) { return emphasis.overlaps(citation); });
}

/// An entry in a style that was not read to the end (no author, or no year) carries the citation's author and year: it
/// may lead there.
bool stands_in_unread_entry(const Subject& subject, const Citation& citation)
{
    const std::string author = author_of(citation);
    const auto issued = citation.fields.find("issued");
    if (author.empty() || issued == citation.fields.end())
        return false;
    const std::size_t last = author.rfind("; "); // words before a name may have been taken for authors
    const std::string name = last == std::string::npos ? author : author.substr(last + 2);
    const std::string family = name.substr(name.rfind(' ') + 1);
    return std::any_of(subject.reading.entries.begin(), subject.reading.entries.end(), [&](const Citation& entry) {
        const bool read = entry.fields.contains("author") && entry.fields.contains("issued");
        return entry.kind == CitationKind::entry && !read && entry.text.find(family) != std::string::npos
               && entry.text.find(issued->second.substr(0, 4)) != std::string::npos;
    });
}

void judge(const Subject& subject, Findings& found)
{
    if (!has_list(subject))
        return;
    const Signs signs = signs_of(subject);
    for (std::size_t i = 0; i < subject.reading.citations.size(); ++i) {
        const Citation& citation = subject.reading.citations[i];
        if (citation.resolved || !is_short_reference(citation) || !surely_cites(subject, signs, citation)
            || names_title(subject.document, citation.span) || stands_in_unread_entry(subject, citation))
            continue;
        Finding finding;
        finding.rule = documentation.id;
        finding.severity = documentation.severity;
        finding.span = citation.span;
        finding.citation = i;
        finding.message = quoted(citation.text) + " leads to no work";
        if (!citation.near_misses.empty())
            finding.message += "; the nearest is " + citation.near_misses.front();
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule unresolved_citation;
const Rule unresolved_citation{documentation, judge, nullptr};

} // namespace verbatim::rules
