// SPDX-License-Identifier: Apache-2.0
// Any text as a block with citations, as a reference of a list, and as a source line; the first byte is the language.
#include "fuzzed.hpp"
#include "syntax/syntax.hpp"
#include "text/text.hpp"

#include <array>
#include <string>

namespace {
using namespace verbatim;

void require_citations(const std::string& text, const syntax::ParsedCitations& found)
{
    std::size_t at = 0;
    for (const syntax::ParsedCitation& one : found.list) {
        fuzz::require_inside(text, one.span, "a citation is whole characters");
        fuzz::require_inside(text, one.group, "a group is whole characters");
        fuzz::require(one.span.begin >= at, "citations are in order");
        fuzz::require(one.span.end <= one.group.end
                          && (one.kind == CitationKind::narrative || one.group.begin <= one.span.begin),
                      "a group holds its citation");
        at = one.span.begin;
        if (one.author)
            fuzz::require_inside(text, one.author->span, "an author is whole characters");
        if (one.locator)
            fuzz::require_inside(text, one.locator->span, "a locator is whole characters");
    }
    for (const Span unread : found.unread)
        fuzz::require_inside(text, unread, "what could not be read is whole characters");
}

void require_reference(const std::string& text, const syntax::ParsedReference& reference)
{
    if (reference.author)
        fuzz::require_inside(text, reference.author->span, "an author is whole characters");
    if (reference.locator)
        fuzz::require_inside(text, reference.locator->span, "a locator is whole characters");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::array languages{"en", "zh", "fr", "de", "es"};
    const auto [choice, bytes] = fuzz::input(data, size);
    const std::optional<std::string> decoded = fuzz::text_of(bytes);
    if (!decoded)
        return 0;
    const std::string& text = *decoded;
    const syntax::Lexicon& lexicon = syntax::lexicon(languages[choice % languages.size()]);
    const syntax::ParsedCitations found = syntax::parse_citations(text, lexicon);
    require_citations(text, found);
    const syntax::ParsedCitations again = syntax::parse_citations(text, lexicon);
    fuzz::require(found.list.size() == again.list.size() && found.unread == again.unread, "reading twice is the same");
    for (const syntax::ParsedCitation& one : found.list)
        if (one.author)
            for (const std::string& name : syntax::names_in(one.author->text, lexicon))
                fuzz::require(!name.empty(), "a name has letters");
    std::vector<Span> titles;
    if (const std::size_t open = text.find('*'), close = text.find('*', open + 1);
        open != std::string::npos && close != std::string::npos)
        titles.push_back({open + 1, close});
    if (const auto reference = syntax::parse_reference(text, titles, lexicon))
        require_reference(text, *reference);
    if (const auto line = syntax::parse_source_line(text, titles, lexicon)) {
        fuzz::require_inside(text, line->span, "a source line is whole characters");
        require_reference(text, line->reference);
    }
    return 0;
}
