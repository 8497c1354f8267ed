// SPDX-License-Identifier: Apache-2.0
// What part of a reference a passage stands in: words that it quotes itself, a note, a heading, a preface.
#include "align/passage.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>
#include <limits>

namespace verbatim::align {
namespace {

/// `Foreword`, `Preface to the Second Edition`: the heading begins with the word, behind a number at most.
bool opens_preface(const Document& document, const Block& heading, const syntax::Lexicon& lexicon)
{
    const std::string_view words = document.slice(heading.span);
    const std::size_t first = static_cast<std::size_t>(
        std::find_if(words.begin(), words.end(),
                     [](char c) { return text::is_letter(static_cast<unsigned char>(c)) || !text::is_ascii(c); })
        - words.begin());
    return first < words.size() && lexicon.match("wording.preface", words, first) > 0;
}

/// Who wrote it, where the heading says so: `Foreword by Maria Okoro`; never `by the author`.
std::string preface_author(std::string_view heading, const syntax::Lexicon& lexicon)
{
    for (std::size_t at = 1; at < heading.size(); ++at) {
        const std::size_t by = text::is_space(static_cast<unsigned char>(heading[at - 1]))
                                   ? lexicon.match("wording.preface-author", heading, at)
                                   : 0;
        if (by == 0)
            continue;
        std::string name = text::collapse(heading.substr(at + by));
        const std::string first = text::case_fold(name.substr(0, name.find(' ')));
        if (name.find(' ') != std::string::npos && text::is_upper(text::code_point_at(name, 0))
            && !lexicon.has("determiner", first) && !lexicon.has("article", first))
            return name;
    }
    return {};
}

/// Under the heading `Foreword`, up to the next one that is not below it.
std::optional<Zone> preface_zone(const Document& document, Span span, const std::string& language)
{
    constexpr std::ptrdiff_t longest = 400; // blocks of a preface; a longer look back would cost too much
    const Block* holder = document.block_at(span.begin);
    if (holder == nullptr)
        return std::nullopt;
    const syntax::Lexicon& lexicon = syntax::lexicon(language);
    const Block* const first = document.blocks.data();
    int level = std::numeric_limits<int>::max();
    for (const Block* block = holder; block >= first && holder - block < longest && level > 1; --block) {
        if (block->kind != BlockKind::heading || block->level >= level)
            continue;
        if (opens_preface(document, *block, lexicon))
            return Zone{"preface", preface_author(document.slice(block->span), lexicon)};
        level = block->level;
    }
    return std::nullopt;
}

} // namespace

std::optional<Zone> zone_of(const Asked& asked, std::size_t work, std::size_t version, const Document& document,
                            Span span)
{
    const Quotation* inner = nullptr;
    static const Reading nothing;
    const bool may_be_quoted = asked.library.may_be_quoted(work, version, span);
    for (const Quotation& quotation :
         (may_be_quoted ? asked.library.version_reading(work, version) : nothing).quotations)
        if (quotation.kind == QuotationKind::quotation && quotation.hull().contains(span)
            && (inner == nullptr || quotation.hull().size() <= inner->hull().size()))
            inner = &quotation;
    if (inner != nullptr) {
        const Attribution& told = inner->attribution;
        if (!told.source)
            return Zone{"quoted", {}};
        const bool is_pronoun =
            told.evidence == AttributionEvidence::pronoun; // `she` tells a reader of the finding nothing
        return Zone{"quoted", told.source->person.value_or(is_pronoun ? std::string() : told.source->text)};
    }
    const Block* block = document.block_at(span.begin);
    if (block != nullptr && block->kind == BlockKind::note)
        return Zone{"note", {}};
    if (block != nullptr && block->kind == BlockKind::heading)
        return Zone{"heading", {}};
    return preface_zone(document, span, asked.library.works()[work].versions[version].language);
}

} // namespace verbatim::align
