// SPDX-License-Identifier: Apache-2.0
#include "pair/speech.hpp"

#include "syntax/syntax.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::pair {
namespace {

/// No pause and no end of a sentence inside, and Han, or capitals at every longer word: it may be a name or a term.
bool may_be_a_name(std::string_view words)
{
    constexpr std::size_t longest = 20; // tokens; a sentence of that length has a comma
    const text::Tokens tokens = text::tokenise(words);
    if (tokens.list.empty() || tokens.list.size() > longest)
        return false;
    bool has_han = false;
    bool capitals = false;
    bool others = false;
    for (const text::Token& token : tokens.list) {
        const char32_t first = text::code_point_at(words, token.span.begin);
        if (token.kind == text::TokenKind::punctuation || token.kind == text::TokenKind::ellipsis) {
            const bool joins = first == U'·' || first == U'-' || first == U'&' || first == U'(' || first == U')'
                               || first == U'（' || first == U'）' || first == U'—' || first == U'、';
            if (!joins)
                return false;
        }
        has_han = has_han || token.kind == text::TokenKind::han;
        if (token.kind == text::TokenKind::word && token.span.size() > 3)
            (text::is_upper(first) ? capitals : others) = true;
    }
    return has_han || (capitals && !others);
}

/// Han that end in a noun of bodies, documents, events or persons.
bool names_something(const Quotation& quotation)
{
    constexpr std::size_t shortest = 4;
    std::string_view words = quotation.text;
    for (const std::string_view open : {"（", "("})
        words = words.substr(0, words.find(open));
    const syntax::Lexicon& lexicon = syntax::lexicon(quotation.language);
    if (text::code_points(words) < shortest || !text::is_han_or_kana(text::code_point_before(words, words.size())))
        return false;
    for (const char* word_class : {"body-noun", "document-noun", "event-noun", "person-noun"})
        for (const std::string& noun : lexicon.entries(word_class))
            if (words.ends_with(noun))
                return true;
    return false;
}

/// Words that end in a colon or comma, marks left out: they introduce what follows.
bool introduces(std::string_view before)
{
    const text::Tokens tokens = text::tokenise(before);
    for (std::size_t i = tokens.list.size(); i-- > 0;) {
        if (tokens.list[i].kind == text::TokenKind::mark)
            continue;
        const char32_t last = text::code_point_at(before, tokens.list[i].span.begin);
        return i > 0 && (last == U':' || last == U'：' || last == U',' || last == U'，');
    }
    return false;
}

/// The sentence behind the host, where it holds no quotation of its own: "“…” Then Okoro added, …".
std::string_view next_sentence(const Document& document, const Reading& reading, Span host)
{
    constexpr std::size_t most = 2000;
    const Block* block = document.block_at(host.begin);
    if (block == nullptr || host.end >= block->span.end)
        return {};
    const std::string_view rest = document.slice({host.end, block->span.end}).substr(0, most);
    for (const Span span : text::sentences(rest, document.language)) {
        const Span sentence{host.end + span.begin, host.end + span.end};
        return holds_quotation(reading, sentence) ? std::string_view() : rest.substr(span.begin, span.size());
    }
    return {};
}

bool is_name(const std::string& words, const std::string& name, const library::Library* library)
{
    if (words == name)
        return true;
    const char32_t first = text::code_point_at(words, 0);
    if (!text::is_upper(first) && !text::is_han_or_kana(first))
        return false;
    if (library != nullptr && library->same_person(words, name))
        return true;
    const std::string roman = text::search_fold(text::romanised(name));
    return text::code_points(words) > 1 && roman == text::search_fold(text::romanised(words));
}

} // namespace

bool is_speech(const Quotation& quotation)
{
    constexpr std::size_t shortest = 3; // words; fewer may be a term that the other language sets off otherwise
    if (quotation.kind != QuotationKind::quotation || quotation.nested_in)
        return false;
    if (!may_be_a_name(quotation.text))
        return true;
    return text::word_count(quotation.text) >= shortest
           && (quotation.introduced || quotation.form != QuotationForm::inline_
               || (quotation.attribution.attributed() && !names_something(quotation)));
}

MarkCount marks_in(const Reading& reading, Span span)
{
    MarkCount count;
    auto it = std::partition_point(reading.quotations.begin(), reading.quotations.end(),
                                   [&](const Quotation& quotation) { return quotation.hull().begin < span.begin; });
    for (; it != reading.quotations.end() && it->hull().begin < span.end; ++it) {
        count.groups += it->parts.size();
        count.attributed += it->attribution.attributed() ? 1 : 0;
    }
    const auto mark = std::partition_point(reading.unbalanced.begin(), reading.unbalanced.end(),
                                           [&](Span one) { return one.end <= span.begin; });
    count.broken = mark != reading.unbalanced.end() && mark->begin < span.end;
    return count;
}

bool holds_quotation(const Reading& reading, Span sentence)
{
    // By hull().begin: one that begins long before and still reaches here is rare, and a few steps back find it.
    constexpr std::ptrdiff_t most = 32;
    const auto end =
        std::partition_point(reading.quotations.begin(), reading.quotations.end(),
                             [&](const Quotation& quotation) { return quotation.hull().begin < sentence.end; });
    const auto begin = end - std::min(most, end - reading.quotations.begin());
    return std::any_of(begin, end, [&](const Quotation& quotation) {
        return quotation.kind == QuotationKind::quotation && quotation.hull().overlaps(sentence);
    });
}

bool names(std::string_view words, const Source& source, const library::Library* library)
{
    constexpr std::size_t longest = 8; // Han are one token each
    const std::string name = source.person.value_or(source.text);
    const text::Tokens tokens = text::tokenise(words);
    std::string run;
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        run.clear();
        for (std::size_t j = i; j < tokens.list.size() && j < i + longest; ++j) {
            run += (j > i && tokens.list[j].space_before ? " " : "")
                   + std::string(words.substr(tokens.list[j].span.begin, tokens.list[j].span.size()));
            if (is_name(run, name, library))
                return true;
        }
    }
    return false;
}

bool has_cue(std::string_view words, const std::string& language)
{
    const syntax::Lexicon& lexicon = syntax::lexicon(language);
    const text::Tokens tokens = text::tokenise(words);
    return std::any_of(tokens.list.begin(), tokens.list.end(),
                       [&](const text::Token& token) { return lexicon.match("cue", words, token.span.begin) > 0; });
}

bool may_be_attributed(const Document& document, const Reading& reading, Span host, const Quotation& quotation)
{
    if (quotation.introduced || introduces(document.slice({host.begin, quotation.hull().begin})))
        return true;
    std::string rest;
    std::size_t at = host.begin;
    for (const Quotation& other : reading.quotations) {
        if (other.nested_in || other.kind != QuotationKind::quotation || !other.hull().overlaps(host))
            continue;
        for (const TextSpan& part : other.parts) {
            if (part.span.begin > at)
                rest += document.slice({at, part.span.begin});
            at = std::max(at, part.span.end);
        }
    }
    if (at < host.end)
        rest += document.slice({at, host.end});
    const text::Tokens tokens = text::tokenise(rest);
    const bool has_words = std::any_of(tokens.list.begin(), tokens.list.end(), [](const text::Token& token) {
        return token.kind == text::TokenKind::word || token.kind == text::TokenKind::han;
    });
    return has_cue(has_words ? rest : std::string(next_sentence(document, reading, host)), document.language);
}

} // namespace verbatim::pair
