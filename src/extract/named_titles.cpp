// SPDX-License-Identifier: Apache-2.0
// `In her "Opening address", Lindqvist said: "…"`: the title that the host sentence names is the document of the words.
#include "extract/citations.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

constexpr std::size_t reach = 200; ///< bytes between the title and the quotation

/// The word before an offset; `at` moves to its beginning.
std::string_view word_before(std::string_view plain, std::size_t& at)
{
    while (at > 0 && plain[at - 1] == ' ')
        --at;
    const std::size_t end = at;
    while (at > 0 && ((plain[at - 1] | 0x20) >= 'a' && (plain[at - 1] | 0x20) <= 'z'))
        --at;
    return plain.substr(at, end - at);
}

/// A preposition, and between it and the title a determiner or possessive at most.
bool introduced(const Document& document, std::size_t title, const syntax::Lexicon& lexicon)
{
    std::size_t at = title;
    while (at > 0 && document.plain[at - 1] != ' ' && at + 3 >= title) // the opening mark
        --at;
    std::string_view word = word_before(document.plain, at);
    if (lexicon.has("possessive", word) || lexicon.has("determiner", word))
        word = word_before(document.plain, at);
    return lexicon.has("event-preposition", word);
}

bool holds_preposition(std::string_view words, const syntax::Lexicon& lexicon)
{
    for (std::size_t end = words.size(); end > 0;) {
        const std::string_view word = word_before(words, end);
        if (lexicon.has("event-preposition", word))
            return true;
        if (word.empty() && end > 0)
            --end; // a mark
    }
    return false;
}

/// The comma or full stop that the host sentence put inside the marks is no part of the title.
TextSpan without_stop(TextSpan title)
{
    while (title.text.size() > 1 && (title.text.back() == ',' || title.text.back() == '.')) {
        title.text.pop_back();
        --title.span.end;
    }
    return title;
}

bool sentence_ends(std::string_view between)
{
    return between.find(". ") != std::string_view::npos || between.find("。") != std::string_view::npos
           || between.find_first_of("?!\n;") != std::string_view::npos;
}

} // namespace

void name_documents(const Document& document, Reading& reading, const syntax::Lexicon& lexicon)
{
    for (std::size_t q = 1; q < reading.quotations.size(); ++q) {
        Quotation& quotation = reading.quotations[q];
        const Quotation& title = reading.quotations[q - 1];
        Attribution& attribution = quotation.attribution;
        const bool named = attribution.evidence == AttributionEvidence::explicit_
                           || attribution.evidence == AttributionEvidence::pronoun;
        if (!named || attribution.document || !attribution.cue || quotation.kind != QuotationKind::quotation
            || title.kind != QuotationKind::title || title.nested_in || title.hull().end >= quotation.hull().begin)
            continue;
        const Span between{title.hull().end, quotation.hull().begin};
        if (between.size() > reach || sentence_ends(document.slice(between)))
            continue;
        // The cue of these words stands between, or before a title that a preposition brings in.
        const bool before =
            between.contains(attribution.cue->span) && introduced(document, title.hull().begin, lexicon);
        const Span from_cue{attribution.cue->span.end, std::max(attribution.cue->span.end, title.hull().begin)};
        const bool behind = attribution.cue->span.end <= title.hull().begin && from_cue.size() <= reach
                            && holds_preposition(document.slice(from_cue), lexicon);
        if (!before && !behind)
            continue;
        attribution.document = without_stop({title.text, title.hull()});
    }
}

} // namespace verbatim::extract
