// SPDX-License-Identifier: Apache-2.0
#include "extract/spoken_forms.hpp"

#include "extract/forms.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

constexpr std::size_t longest_label = 80; // bytes
constexpr std::size_t longest_name = 120; // bytes of a signature's name

/// The text behind the dash of the signature that follows the quotation.
std::optional<Span> signature_behind(const Document& document, const Quotation& quotation)
{
    if (quotation.form == QuotationForm::dialogue)
        return std::nullopt; // the next dash is another speaker's
    const Span hull = quotation.hull();
    const Block* block = document.block_at(hull.begin < hull.end ? hull.end - 1 : hull.begin);
    if (block == nullptr)
        return std::nullopt;
    Span behind{with_marks(document.plain, hull, block->span).end, block->span.end};
    constexpr std::size_t longest_signature = 400; // bytes: what lies further is no signature
    const bool in_block = behind.size() <= longest_signature;
    behind = in_block ? trimmed(document.plain, behind) : Span{};
    if (in_block && behind.empty() && quotation.form != QuotationForm::inline_) {
        const std::size_t next = static_cast<std::size_t>(block - document.blocks.data()) + 1;
        if (next < document.blocks.size())
            behind = trimmed(document.plain, document.blocks[next].span);
    }
    if (behind.empty())
        return std::nullopt;
    const auto found = signature_at(document.plain, behind);
    return found && !found->empty() ? found : std::nullopt;
}

/// `, Grey Water (1956)`: the date, and the document without the marks around it.
void read_work(const Document& document, const syntax::Lexicon& lexicon, Span rest, Attribution& attribution)
{
    const auto dates = text::dates(document.slice(rest), lexicon.language());
    std::size_t end = rest.end;
    if (dates.size() == 1) {
        attribution.date = dates.front().edtf;
        end = rest.begin + dates.front().span.begin;
    }
    constexpr std::u32string_view edges = U" ,;(.\t\n\"，（《》〈〉";
    const auto is_edge = [&](char32_t c) { return edges.find(c) != std::u32string_view::npos; };
    while (rest.begin < end && is_edge(text::code_point_at(document.plain, rest.begin)))
        rest.begin += text::code_point_size(document.plain, rest.begin);
    while (end > rest.begin && is_edge(text::code_point_before(document.plain, end)))
        do
            --end;
        while (end > rest.begin && (static_cast<unsigned char>(document.plain[end]) & 0xc0) == 0x80);
    if (end > rest.begin)
        attribution.document = TextSpan{text::collapse(document.slice({rest.begin, end})), {rest.begin, end}};
}

} // namespace

std::optional<Span> signature_of(const Document& document, const Quotation& quotation)
{
    constexpr std::u32string_view closers = U"\"”“«»」』'’‘‹›*_";
    const std::string_view plain = document.plain;
    std::size_t at = quotation.hull().end;
    const Block* block = document.block_at(quotation.hull().begin);
    if (block == nullptr)
        return std::nullopt;
    while (at < plain.size()) {
        const char32_t c = text::code_point_at(plain, at);
        if (!text::is_space(c) && closers.find(c) == std::u32string_view::npos)
            break;
        at += text::code_point_size(plain, at);
    }
    const Block* there = document.block_at(at);
    const Block* last = document.block_at(quotation.hull().end == 0 ? 0 : quotation.hull().end - 1);
    if (at >= plain.size() || there == nullptr || there > last + 1)
        return std::nullopt;
    // Marks in running text have no signature: what is signed begins its paragraph.
    if (quotation.form == QuotationForm::inline_ || quotation.form == QuotationForm::dialogue)
        return std::nullopt;
    return signature_at(plain, {at, there->span.end});
}

bool attribute_turn(const Document& document, const Block& block, const Hosted& hosted, Quotation& quotation,
                    Speakers& speakers)
{
    const std::size_t line = document.slice({block.span.begin, hosted.span.begin}).rfind('\n');
    Span label{line == std::string_view::npos ? block.span.begin : block.span.begin + line + 1, hosted.span.begin};
    label = trimmed(document.plain, label);
    for (const std::string_view colon : {std::string_view(":"), std::string_view("：")})
        if (document.slice(label).ends_with(colon))
            label.end -= colon.size();
    label = trimmed(document.plain, label);
    if (label.empty() || label.size() > longest_label)
        return false;
    speakers.speak(quotation, label);
    return true;
}

bool attribute_signature(const Document& document, const syntax::Lexicon& lexicon, Quotation& quotation,
                         Speakers& speakers)
{
    const auto found = signature_behind(document, quotation);
    if (!found)
        return false;
    const std::string_view words = document.slice(*found);
    std::size_t cut = words.find_first_of(",(;\n");
    for (const std::string_view mark : {std::string_view("，"), std::string_view("（"), std::string_view("《")})
        cut = std::min(cut, words.find(mark));
    cut = std::min(cut, words.size());
    const Span who = trimmed(document.plain, {found->begin, found->begin + cut});
    if (who.empty() || who.size() > longest_name)
        return false;
    const std::string_view name = document.slice(who);
    if (!speakers.is_named(name) || lexicon.match("pronoun", name, 0) != 0)
        return false;
    speakers.speak(quotation, who);
    read_work(document, lexicon, {who.end, found->end}, quotation.attribution);
    return true;
}

} // namespace verbatim::extract
