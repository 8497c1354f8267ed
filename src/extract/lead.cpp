// SPDX-License-Identifier: Apache-2.0
#include "extract/lead.hpp"

#include "extract/antecedents.hpp"
#include "extract/forms.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

constexpr std::size_t longest_lead = 600; // bytes

bool ends_with(std::string_view words, std::string_view latin, std::string_view han)
{
    return words.ends_with(latin) || words.ends_with(han);
}

} // namespace

std::size_t first_word_of(const Document& document, const Block& block)
{
    constexpr std::u32string_view dashes = U"—–―-";
    Span span = trimmed(document.plain, block.span);
    while (!span.empty() && dashes.find(text::code_point_at(document.plain, span.begin)) != std::u32string_view::npos)
        span.begin += text::code_point_size(document.plain, span.begin);
    return trimmed(document.plain, span).begin;
}

std::optional<Span> span_of_lead(const Document& document, const Block& block)
{
    if (block.kind == BlockKind::heading || block.kind == BlockKind::code)
        return std::nullopt;
    Span span = trimmed(document.plain, block.span);
    const std::string_view words = document.slice(span);
    if (!ends_with(words, ":", "：") && !ends_with(words, ",", "，"))
        return std::nullopt;
    if (span.size() > longest_lead) {
        span.begin = span.end - longest_lead;
        while ((static_cast<unsigned char>(document.plain[span.begin]) & 0xc0) == 0x80)
            ++span.begin;
    }
    return span;
}

std::optional<Host> host_of_lead(const Document& document, const Block& block, const Hosted& hosted,
                                 const syntax::Lexicon& lexicon)
{
    const auto lead = span_of_lead(document, block);
    if (!lead)
        return std::nullopt;
    Span span = *lead;
    const auto sentences = text::sentences(document.slice(span), lexicon.language());
    if (!sentences.empty())
        span.begin += sentences.back().begin;
    Host host;
    host.text = document.slice(span);
    std::replace(host.text.begin(), host.text.end(), syntax::quotation_placeholder, ' ');
    host.plain.add(0, span.begin);
    host.plain.add(host.text.size(), span.end);
    host.text.push_back(syntax::quotation_placeholder);
    host.plain.close(host.text.size(), span.end);
    host.chunks = syntax::chunks(host.text, lexicon);
    host.quotations.push_back(hosted);
    host.at.push_back(host.chunks.size() - 1);
    return host;
}

void take_from_lead(Attribution& attribution, const Attribution& lead)
{
    const Source& source = *lead.source;
    const bool same = lead.evidence == AttributionEvidence::pronoun
                      || (source.person && attribution.source && attribution.source->person
                          && same_person(*source.person, *attribution.source->person));
    if (!same)
        return;
    attribution.cue = lead.cue;
    attribution.cue_class = lead.cue_class;
    if (lead.date)
        attribution.date = lead.date;
    if (lead.occasion)
        attribution.occasion = lead.occasion;
}

bool ends_in_comma(const Host& lead)
{
    return ends_with(std::string_view(lead.text).substr(0, lead.text.size() - 1), ",", "，");
}

} // namespace verbatim::extract
