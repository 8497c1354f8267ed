// SPDX-License-Identifier: Apache-2.0
#include "assertions.hpp"

#include "comments.hpp"
#include "syntax/syntax.hpp"

#include <algorithm>

namespace verbatim {
namespace {

constexpr std::string_view known_assertions = "use source=KEY, locator=\"p. 12\", translation=mine or not-a-quotation";

bool asserts(const Directive& directive)
{
    return !directive.values.empty()
           || std::find(directive.words.begin(), directive.words.end(), "not-a-quotation") != directive.words.end();
}

/// Outer quotations that the comment speaks of.
std::vector<std::size_t> meant_by(const Directive& directive, const Document& document, const Reading& reading)
{
    const std::size_t offset = directive.comment->offset;
    const Span block = next_block(document, offset);
    const bool inside = block.begin < offset;
    std::vector<std::size_t> meant;
    for (std::size_t i = 0; i < reading.quotations.size(); ++i) {
        const std::size_t begin = reading.quotations[i].hull().begin;
        if (reading.quotations[i].nested_in || begin < offset || !block.contains(begin))
            continue;
        meant.push_back(i);
        if (inside)
            break;
    }
    return meant;
}

/// As `[@KEY, p. 12]` in the place of the comment; nothing where that would be no citation.
std::optional<Citation> citation_of(const Directive& directive, const Document& document)
{
    const std::string& key = directive.values.at("source");
    const auto locator = directive.values.find("locator");
    const std::string written = "[@" + key + (locator == directive.values.end() ? "" : ", " + locator->second) + "]";
    const syntax::ParsedCitations parsed = syntax::parse_citations(written, syntax::lexicon(document.language));
    if (parsed.list.size() != 1 || parsed.list.front().key != key)
        return std::nullopt;
    const Span here{directive.comment->offset, directive.comment->offset};
    Citation citation;
    citation.kind = CitationKind::key;
    citation.text = "source=" + key;
    citation.span = here;
    citation.key = key;
    citation.fields = parsed.list.front().fields;
    if (parsed.list.front().locator)
        citation.locator = TextSpan{parsed.list.front().locator->text, here};
    citation.locator_kind = parsed.list.front().locator_kind;
    return citation;
}

void cite(Reading& reading, const Citation& citation, const std::vector<std::size_t>& quotations)
{
    const auto behind =
        std::upper_bound(reading.citations.begin(), reading.citations.end(), citation.span.begin,
                         [](std::size_t offset, const Citation& other) { return offset < other.span.begin; });
    const auto index = static_cast<std::size_t>(behind - reading.citations.begin());
    reading.citations.insert(behind, citation);
    for (Quotation& quotation : reading.quotations)
        for (std::size_t& other : quotation.citations)
            other += other >= index ? 1 : 0;
    for (const std::size_t i : quotations) {
        Quotation& quotation = reading.quotations[i];
        quotation.citations.push_back(index);
        Attribution& attribution = quotation.attribution;
        if (citation.locator && !attribution.locator)
            attribution.locator = citation.locator;
        if (attribution.attributed())
            continue;
        attribution.evidence = AttributionEvidence::citation_only;
        attribution.source.reset();
        attribution.cue.reset();
        attribution.cue_class.clear();
    }
}

void take_out(Reading& reading, const std::vector<std::size_t>& quotations)
{
    for (const std::size_t i : quotations)
        reading.quotations[i].kind = QuotationKind::mention;
    for (Quotation& quotation : reading.quotations)
        if (quotation.nested_in && reading.quotations[*quotation.nested_in].kind == QuotationKind::mention)
            quotation.kind = QuotationKind::mention;
}

} // namespace

std::vector<Problem> apply_assertions(const Document& document, Reading& reading)
{
    std::vector<Problem> problems;
    if (document.comments.empty())
        return problems;
    for (const Directive& directive : directives(document)) {
        if (!asserts(directive))
            continue;
        const auto wrong = [&](std::string message, std::string remedy) {
            problems.push_back(problem_at(document, *directive.comment, std::move(message), std::move(remedy)));
        };
        const std::vector<std::size_t> meant = meant_by(directive, document, reading);
        if (meant.empty())
            wrong("this assertion speaks of no quotation", "put it right before one, or delete it");
        for (const auto& [name, value] : directive.values) {
            if (name == "source") {
                if (const auto citation = citation_of(directive, document))
                    cite(reading, *citation, meant);
                else
                    wrong("\"" + value + "\" can be no key of a work", "use the id of a work of the library");
            } else if (name == "translation" && value == "mine") {
                const std::size_t offset = directive.comment->offset;
                for (const std::size_t i : meant)
                    reading.quotations[i].declared.push_back({"(my translation)", {offset, offset}});
            } else if (name == "locator") {
                if (!directive.values.contains("source"))
                    wrong("a locator needs its source", "write source=KEY beside it");
            } else {
                wrong("unknown assertion " + name + "=" + value, std::string(known_assertions));
            }
        }
        if (std::find(directive.words.begin(), directive.words.end(), "not-a-quotation") != directive.words.end())
            take_out(reading, meant);
    }
    return problems;
}

} // namespace verbatim
