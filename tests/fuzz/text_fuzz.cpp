// SPDX-License-Identifier: Apache-2.0
// The workshop `text` over any bytes, UTF-16 too: tokens, sentences, numbers and dates are whole characters in order;
// a fold of a fold is the fold.
#include "fuzzed.hpp"
#include "text/text.hpp"

#include <array>
#include <string>

namespace {
using namespace verbatim;

void require_tokens(const std::string& text)
{
    const text::Tokens tokens = text::tokenise(text);
    std::size_t at = 0;
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        fuzz::require_inside(text, tokens.list[i].span, "a token is whole characters");
        fuzz::require(!tokens.list[i].span.empty() && tokens.list[i].span.begin >= at, "tokens are in order");
        at = tokens.list[i].span.end;
        (void)tokens.exact(i);
        (void)tokens.search(i);
    }
    (void)text::word_count(tokens, 0, tokens.list.size());
}

void require_sentences(const std::string& text, const std::string& language)
{
    std::size_t at = 0;
    for (const Span sentence : text::sentences(text, language)) {
        fuzz::require_inside(text, sentence, "a sentence is whole characters");
        fuzz::require(sentence.begin == at && !sentence.empty(), "sentences follow each other");
        at = sentence.end;
    }
    fuzz::require(at == text.size(), "sentences cover the text");
}

void require_values(const std::string& text, const std::string& language)
{
    std::size_t at = 0;
    for (const text::Amount& amount : text::amounts(text, language)) {
        fuzz::require_inside(text, amount.span, "a number is whole characters");
        fuzz::require_inside(text, amount.with_unit, "a number with its unit is whole characters");
        fuzz::require(amount.span.begin >= at, "numbers are in order");
        at = amount.span.begin;
    }
    for (const text::DateMention& date : text::dates(text, language)) {
        fuzz::require_inside(text, date.span, "a date is whole characters");
        fuzz::require(text::dates_agree(date.edtf, date.edtf), "a date agrees with itself");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::array languages{"en", "zh", "fr", "de", "es", "ru"};
    const auto [choice, bytes] = fuzz::input(data, size);
    const std::optional<std::string> decoded = fuzz::text_of(bytes);
    if (!decoded)
        return 0;
    const std::string& text = *decoded;
    const std::string language = languages[choice % languages.size()];
    require_tokens(text);
    require_sentences(text, language);
    require_values(text, language);
    const std::string exact = text::equality_fold(text);
    if (exact.find_first_of(".\xE2") == std::string::npos) // two runs of dots may become one, which is a longer run
        fuzz::require(text::equality_fold(exact) == exact, "the equality fold of a fold is the fold");
    const std::string collapsed = text::collapse(text);
    fuzz::require(text::collapse(collapsed) == collapsed, "white space is collapsed once");
    (void)text::search_fold(text);
    (void)text::detect_language(text);
    (void)text::simplified(text);
    return 0;
}
