// SPDX-License-Identifier: Apache-2.0
// Citations of the running text. A bracket that only looks like a citation gives none: precision comes first.
#include "extract/citations.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <set>

namespace verbatim::extract {
namespace {

bool overlaps_any(const std::vector<Span>& spans, Span span)
{
    const auto next = std::upper_bound(spans.begin(), spans.end(), span.begin,
                                       [](std::size_t at, Span other) { return at < other.end; });
    return next != spans.end() && next->overlaps(span);
}

/// Italics or a title's marks directly before the bracket: an imprint, `*Harbours* (Oslo, 1956)`.
bool behind_title(const Document& document, const syntax::ParsedCitation& parsed, std::size_t base)
{
    std::size_t at = base + parsed.group.begin;
    while (at > 0 && document.plain[at - 1] == ' ')
        --at;
    if (text::code_point_before(document.plain, at) == U'》')
        return true;
    // Emphasis is in order of its beginning; that of a title begins within the line.
    auto next = std::upper_bound(document.emphasis.begin(), document.emphasis.end(), at,
                                 [](std::size_t offset, Span span) { return offset < span.begin; });
    for (int looked = 0; next != document.emphasis.begin() && looked < 8; ++looked)
        if (--next; next->end == at && next->size() > 3)
            return true;
    return false;
}

Citation citation_of(const syntax::ParsedCitation& parsed, std::string_view block, std::size_t base)
{
    Citation citation;
    citation.kind = parsed.kind;
    citation.span = {base + parsed.span.begin, base + parsed.span.end};
    citation.text = text::collapse(block.substr(parsed.span.begin, parsed.span.size()));
    citation.key = parsed.key;
    citation.fields = parsed.fields;
    if (parsed.locator)
        citation.locator =
            TextSpan{parsed.locator->text, {base + parsed.locator->span.begin, base + parsed.locator->span.end}};
    citation.locator_kind = parsed.locator_kind;
    return citation;
}

/// A citation that needs a further sign, kept until the whole document was read.
struct Guess {
    Citation citation;
    std::string author; ///< as written
};

std::string last_word_folded(std::string_view name)
{
    const std::size_t comma = name.find(',');
    name = name.substr(0, comma);
    const std::size_t blank = name.rfind(' ');
    return text::search_fold(blank == std::string_view::npos ? name : name.substr(blank + 1));
}

void learn(std::set<std::string>& known, const std::string& names)
{
    for (std::size_t begin = 0; begin < names.size();) {
        const std::size_t end = std::min(names.find("; ", begin), names.size());
        known.insert(last_word_folded(std::string_view(names).substr(begin, end - begin)));
        begin = end + 2;
    }
}

/// Surnames that the document itself shows to be authors or persons.
std::set<std::string> known_authors(const Reading& reading)
{
    std::set<std::string> known;
    for (const auto* list : {&reading.citations, &reading.entries})
        for (const Citation& citation : *list)
            if (const auto author = citation.fields.find("author"); author != citation.fields.end())
                learn(known, author->second);
    for (const auto& [person, forms] : reading.persons)
        learn(known, person);
    return known;
}

void accept_guesses(Reading& reading, std::vector<Guess> guesses)
{
    const std::set<std::string> known = known_authors(reading);
    const bool author_date =
        std::any_of(reading.citations.begin(), reading.citations.end(),
                    [](const Citation& citation) { return citation.kind == CitationKind::author_date; });
    std::set<std::string> keys;
    for (const Citation& citation : reading.citations)
        if (citation.kind == CitationKind::key)
            keys.insert(citation.key);
    for (Guess& guess : guesses) {
        const bool key = guess.citation.kind == CitationKind::key;
        // A bare `@name` may be a person's handle: a key has a year in it, or is cited in brackets elsewhere.
        const bool accepted = key ? keys.contains(guess.citation.key)
                                        || std::count_if(guess.citation.key.begin(), guess.citation.key.end(),
                                                         [](char c) { return c >= '0' && c <= '9'; })
                                               >= 2
                                  : known.contains(last_word_folded(guess.author))
                                        || (author_date && guess.citation.kind == CitationKind::narrative);
        if (accepted)
            reading.citations.push_back(std::move(guess.citation));
    }
}

/// The signatures below quotations, in order.
std::vector<Span> signatures_of(const Document& document, const Reading& reading)
{
    std::vector<Span> spans;
    for (const Quotation& quotation : reading.quotations)
        if (const auto signature = signature_of(document, quotation))
            spans.push_back(*signature);
    return spans;
}

/// Behind the name in a signature stands the work: it is no author.
bool names_its_work(const Document& document, const std::vector<Span>& signatures, Span cited)
{
    return std::any_of(signatures.begin(), signatures.end(), [&](Span signature) {
        return signature.contains(cited.begin)
               && document.slice({signature.begin, cited.begin}).find(',') != std::string_view::npos;
    });
}

} // namespace

std::vector<Span> emphasis_in(const Document& document, Span within)
{
    std::vector<Span> found;
    auto next = std::lower_bound(document.emphasis.begin(), document.emphasis.end(), within.begin,
                                 [](Span span, std::size_t at) { return span.begin < at; });
    for (; next != document.emphasis.end() && next->begin < within.end; ++next)
        if (within.contains(*next))
            found.push_back({next->begin - within.begin, next->end - within.begin});
    return found;
}

Citation cited_by(const syntax::ParsedReference& reference, CitationKind kind, std::size_t base)
{
    Citation citation;
    citation.kind = kind;
    citation.fields = reference.fields;
    if (reference.locator)
        citation.locator = TextSpan{reference.locator->text,
                                    {base + reference.locator->span.begin, base + reference.locator->span.end}};
    citation.locator_kind = reference.locator_kind;
    return citation;
}

void find_citations(const Document& document, Reading& reading, const syntax::Lexicon& lexicon, const Context& context)
{
    const std::vector<Span> taken = find_entries(document, reading, lexicon);
    const std::vector<Span> signatures = signatures_of(document, reading);
    for (Citation& citation : numeric_citations(document, reading.entries))
        if (!overlaps_any(taken, citation.span) && !overlaps_any(document.code, citation.span))
            reading.citations.push_back(std::move(citation));
    std::vector<Guess> guesses;
    std::vector<Span> unread;
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::code || block.kind == BlockKind::note || block.span.empty())
            continue;
        const std::string_view words = document.slice(block.span);
        const syntax::ParsedCitations parsed = syntax::parse_citations(words, lexicon);
        for (const Span span : parsed.unread)
            unread.push_back({block.span.begin + span.begin, block.span.begin + span.end});
        for (const syntax::ParsedCitation& one : parsed.list) {
            Citation citation = citation_of(one, words, block.span.begin);
            if (overlaps_any(taken, citation.span) || overlaps_any(document.code, citation.span))
                continue;
            if (one.kind == CitationKind::narrative && names_its_work(document, signatures, citation.span))
                continue; // — Maria Okoro, Address to the Assembly (1961)
            if (one.kind == CitationKind::narrative || one.kind == CitationKind::author_date)
                if (!one.locator && behind_title(document, one, block.span.begin))
                    continue;
            if (one.guess)
                guesses.push_back({std::move(citation), one.author ? one.author->text : std::string()});
            else
                reading.citations.push_back(std::move(citation));
        }
    }
    accept_guesses(reading, std::move(guesses));
    find_notes(document, reading, lexicon);
    std::stable_sort(reading.citations.begin(), reading.citations.end(),
                     [](const Citation& a, const Citation& b) { return a.span.begin < b.span.begin; });
    resolve_short_forms(reading, unread);
    join_citations(document, reading, lexicon, context);
    find_declarations(document, reading, lexicon);
    name_documents(document, reading, lexicon);
}

} // namespace verbatim::extract
