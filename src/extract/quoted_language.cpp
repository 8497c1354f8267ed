// SPDX-License-Identifier: Apache-2.0
#include "extract/quoted_language.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <array>

namespace verbatim::extract {
namespace {

constexpr std::size_t words_to_tell_language = 8;
constexpr std::array small_words{"article", "preposition", "auxiliary", "conjunction"}; // classes

/// A word or two tell nothing.
bool too_short_to_tell(std::string_view words)
{
    return words.size() < 24
           && std::none_of(words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// A word that English has, too, tells nothing in another language: a, in, was.
bool has_small_word(std::string_view words, const syntax::Lexicon& lexicon)
{
    const syntax::Lexicon& english = syntax::lexicon("en");
    const bool is_english = &english == &lexicon;
    for (std::size_t at = 0; at < words.size();) {
        for (const char* const word_class : small_words)
            if (lexicon.match(word_class, words, at) > 0
                && (is_english || std::none_of(small_words.begin(), small_words.end(), [&](const char* other) {
                        return english.match(other, words, at) > 0;
                    })))
                return true;
        at = words.find(' ', at);
        if (at == std::string_view::npos)
            break;
        ++at;
    }
    return false;
}

} // namespace

std::string quoted_language(const std::string& language, std::string_view words, const syntax::Lexicon& lexicon)
{
    const bool chinese = text::primary_language(language) == "zh";
    if (!chinese && too_short_to_tell(words))
        return language;
    std::size_t han = 0;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < words.size(); at += text::code_point_size(words, at)) {
        const char32_t c = text::code_point_at(words, at);
        if (text::is_han_or_kana(c))
            ++han;
        else if (text::is_letter(c))
            ++letters;
    }
    if (text::primary_language(language) == "ja" && han > 0)
        return language; // a few words in Japanese may hold more Han than Kana
    if (chinese ? han > 0 || letters == 0 : han == 0 && has_small_word(words, lexicon))
        return language;
    if (!chinese && han * 2 < letters && text::word_count(words) < words_to_tell_language)
        return language;
    const std::string told = text::detect_language(words);
    if (!told.empty())
        return told;
    return chinese ? "en" : han * 2 >= letters && han > 0 ? "zh" : language;
}

} // namespace verbatim::extract
