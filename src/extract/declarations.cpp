// SPDX-License-Identifier: Apache-2.0
// `(emphasis added)` `[my translation]` `（笔者译）`: what a quoting author declares to have done (CONVENTIONS 2).
#include "extract/citations.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <array>

namespace verbatim::extract {
namespace {

constexpr std::size_t reach = 240;           ///< bytes behind a quotation in which a declaration may stand
constexpr std::size_t longest_bracket = 200; ///< bytes

struct Form {
    const char* word_class;
    Declared declared;
};
constexpr std::array forms{Form{"declared.emphasis-added", Declared::emphasis_added},
                           Form{"declared.citations-omitted", Declared::citations_omitted},
                           Form{"declared.cleaned-up", Declared::cleaned_up},
                           Form{"declared.own-translation", Declared::own_translation}};

bool declares(const syntax::Lexicon& lexicon, std::string_view words)
{
    for (std::size_t i = 0; i < words.size(); i += text::code_point_size(words, i)) {
        if (i > 0 && text::is_letter(text::code_point_before(words, i))
            && !text::is_han_or_kana(text::code_point_at(words, i)))
            continue;
        for (const Form& form : forms)
            if (lexicon.match(form.word_class, words, i) > 0)
                return true;
    }
    return false;
}

} // namespace

void find_declarations(const Document& document, Reading& reading, const syntax::Lexicon& lexicon)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> brackets{
        {{"(", ")"}, {"[", "]"}, {"（", "）"}}};
    const std::string_view plain = document.plain;
    for (std::size_t q = 0; q < reading.quotations.size(); ++q) {
        Quotation& quotation = reading.quotations[q];
        const std::size_t end = quotation.hull().end;
        const Block* block = document.block_at(end > 0 ? end - 1 : 0);
        if (block == nullptr)
            continue;
        // Up to the next quotation; a block quotation's declaration stands in its last line, inside its own words.
        std::size_t stop = std::min(block->span.end, end + reach);
        for (std::size_t i = q + 1; i < reading.quotations.size() && i < q + 8; ++i)
            if (reading.quotations[i].hull().begin >= end)
                stop = std::min(stop, reading.quotations[i].hull().begin);
        const bool is_block = quotation.form == QuotationForm::block || quotation.form == QuotationForm::epigraph;
        std::size_t at = is_block && quotation.hull().size() > reach ? end - reach
                         : is_block                                  ? quotation.hull().begin
                                                                     : end;
        for (; at < stop; at += text::code_point_size(plain, at))
            for (const auto& [open, close] : brackets) {
                if (plain.substr(at, open.size()) != open)
                    continue;
                const std::string_view near = plain.substr(at, longest_bracket + close.size());
                const std::size_t shut = near.find(close);
                if (shut == std::string_view::npos)
                    continue;
                const Span span{at, at + shut + close.size()};
                if (declares(lexicon, document.slice(span)))
                    quotation.declared.push_back({text::collapse(document.slice(span)), span});
            }
    }
}

std::vector<Declared> declarations(const Quotation& quotation)
{
    std::vector<Declared> found;
    // The lists of one language name the forms of all.
    const syntax::Lexicon& lexicon = syntax::lexicon("en");
    for (const TextSpan& declared : quotation.declared)
        for (const Form& form : forms)
            for (std::size_t i = 0; i < declared.text.size(); i += text::code_point_size(declared.text, i)) {
                if (lexicon.match(form.word_class, declared.text, i) == 0
                    || (i > 0 && text::is_letter(text::code_point_before(declared.text, i))
                        && !text::is_han_or_kana(text::code_point_at(declared.text, i))))
                    continue;
                if (std::find(found.begin(), found.end(), form.declared) == found.end())
                    found.push_back(form.declared);
            }
    return found;
}

} // namespace verbatim::extract
