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
    const auto first =
        std::partition_point(reading.quotations.begin(), reading.quotations.end(), [&](const Quotation& quotation) {
            return quotation.hull().begin < std::max(offset, block.begin);
        });
    for (auto i = static_cast<std::size_t>(first - reading.quotations.begin()); i < reading.quotations.size(); ++i) {
        if (!block.contains(reading.quotations[i].hull().begin))
            break;
        if (reading.quotations[i].nested_in)
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

/// A citation that a comment makes, and the quotations that it is of.
struct Asserted {
    Citation citation;
    std::vector<std::size_t> quotations;
};

void attribute(Reading& reading, const Asserted& asserted)
{
    for (const std::size_t i : asserted.quotations) {
        Attribution& attribution = reading.quotations[i].attribution;
        if (asserted.citation.locator && !attribution.locator)
            attribution.locator = asserted.citation.locator;
        if (attribution.attributed())
            continue;
        attribution.evidence = AttributionEvidence::citation_only;
        attribution.source.reset();
        attribution.cue.reset();
        attribution.cue_class.clear();
    }
}

/// Puts the citations among those of the text, by place, and the quotations' indices right.
void insert(Reading& reading, const std::vector<Asserted>& all)
{
    std::vector<Citation> merged;
    std::vector<std::size_t> moved; // index before → index now
    merged.reserve(reading.citations.size() + all.size());
    std::vector<std::size_t> inserted; // index of each of `all`, which are in order
    std::size_t next = 0;
    const auto insert_before = [&](std::size_t offset) {
        for (; next < all.size() && all[next].citation.span.begin < offset; ++next) {
            inserted.push_back(merged.size());
            merged.push_back(all[next].citation);
        }
    };
    for (Citation& citation : reading.citations) {
        insert_before(citation.span.begin);
        moved.push_back(merged.size());
        merged.push_back(std::move(citation));
    }
    insert_before(std::string::npos);
    reading.citations = std::move(merged);
    for (Quotation& quotation : reading.quotations)
        for (std::size_t& index : quotation.citations)
            index = moved[index];
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const std::size_t quotation : all[i].quotations)
            reading.quotations[quotation].citations.push_back(inserted[i]);
}

void take_out_nested(Reading& reading)
{
    for (Quotation& quotation : reading.quotations)
        if (quotation.nested_in && reading.quotations[*quotation.nested_in].kind == QuotationKind::mention)
            quotation.kind = QuotationKind::mention;
}

} // namespace

std::vector<Problem> apply_assertions(const Document& document, Reading& reading)
{
    std::vector<Problem> problems;
    std::vector<Asserted> cited;
    bool taken_out = false;
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
                if (auto citation = citation_of(directive, document)) {
                    cited.push_back({std::move(*citation), meant});
                    attribute(reading, cited.back());
                } else {
                    wrong("\"" + value + "\" can be no key of a work", "use the id of a work of the library");
                }
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
            for (const std::size_t i : meant) {
                reading.quotations[i].kind = QuotationKind::mention;
                taken_out = true;
            }
    }
    std::stable_sort(cited.begin(), cited.end(), [](const Asserted& a, const Asserted& b) {
        return a.citation.span.begin < b.citation.span.begin;
    });
    if (!cited.empty())
        insert(reading, cited);
    if (taken_out)
        take_out_nested(reading);
    return problems;
}

} // namespace verbatim
