// SPDX-License-Identifier: Apache-2.0
// A predicate is known by a word of the lexicon (摇头, 慌忙, 把) or by its form: a verb with its aspect (瞪着, 掐了), a
// doubled adverb or verb (轻轻, 摇摇头), once more a verb behind 一 (微微一笑). The first two characters of a noun are
// free of that: names are made of such characters too.
#include "extract/noun_han.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace verbatim::extract::han {
namespace {

constexpr std::size_t free_of_verbs = 2; // characters
constexpr std::size_t longest_role = 12; // characters of a noun behind 那 or 一个

/// Noun words that hold characters of verbs: 发言人, 看守.
std::size_t noun_word(const syntax::Lexicon& lexicon, std::string_view words, std::size_t at)
{
    std::size_t longest = 0;
    for (const char* const word_class : {"person-noun", "title", "body-noun", "compound", "trade"})
        longest = std::max(longest, lexicon.match(word_class, words, at));
    return longest;
}

/// 瞪着, 掐了, 跟过: a character with the mark of its aspect.
bool has_aspect(const syntax::Lexicon& lexicon, std::string_view words, std::size_t at)
{
    const std::size_t behind = at + text::code_point_size(words, at);
    return text::is_han_or_kana(text::code_point_at(words, at)) && behind < words.size()
           && lexicon.match("aspect", words, behind) != 0 && lexicon.match("no-aspect", words, behind) == 0;
}

/// 轻轻, 摇摇头; but 港务局|局长.
bool is_doubled(const syntax::Lexicon& lexicon, std::string_view words, std::size_t at)
{
    const std::size_t size = text::code_point_size(words, at);
    return text::is_han_or_kana(text::code_point_at(words, at)) && at + 2 * size <= words.size()
           && words.substr(at, size) == words.substr(at + size, size) && noun_word(lexicon, words, at) == 0
           && noun_word(lexicon, words, at + size) <= size;
}

bool begins_predicate(const syntax::Lexicon& lexicon, std::string_view words, std::size_t at)
{
    for (const char* const word_class : {"predicate", "verb", "amend", "adopt", "modal"})
        if (lexicon.match(word_class, words, at) != 0)
            return true;
    return has_aspect(lexicon, words, at) || is_doubled(lexicon, words, at);
}

/// At the very beginning only what is surely no name: 指着那汉子, 喃喃, 摇摇头.
bool begins_without_noun(const syntax::Lexicon& lexicon, std::string_view words)
{
    const std::size_t first = text::code_point_size(words, 0);
    if (std::max(lexicon.match("predicate", words, 0), lexicon.match("verb", words, 0)) > first)
        return true;
    if (lexicon.match("perception", words, 0) != 0
        || (lexicon.match("verb", words, 0) != 0 && lexicon.match("surname", words, 0) == 0
            && lexicon.match("direction", words, first) != 0))
        return true; // 看见, 眯起
    constexpr std::string_view one = "一";
    constexpr std::string_view voice = "声";
    constexpr std::string_view voice_traditional = "聲";
    if (words.starts_with(one) && lexicon.match("one", words, 0) == 0)
        return true; // 一进门
    if (text::code_points(words) == 2 && (words.ends_with(voice) || words.ends_with(voice_traditional)))
        return true; // 冷声
    if (lexicon.match("modal", words, 0) != 0 && noun_word(lexicon, words, 0) == 0)
        return true;
    return noun_word(lexicon, words, 0) <= first && (has_aspect(lexicon, words, 0) || is_doubled(lexicon, words, 0));
}

} // namespace

std::size_t ending(const syntax::Lexicon& lexicon, std::string_view word_class, std::string_view words)
{
    constexpr std::size_t longest_entry = 24; // bytes
    std::size_t at = words.size() > longest_entry ? words.size() - longest_entry : 1;
    for (; at < words.size(); ++at)
        if ((static_cast<unsigned char>(words[at]) & 0xc0) != 0x80
            && lexicon.match(word_class, words, at) == words.size() - at)
            return words.size() - at;
    return 0;
}

std::size_t before_manner(const syntax::Lexicon& lexicon, std::string_view words)
{
    std::vector<std::size_t> starts; // of the characters
    for (std::size_t at = 0; at < words.size(); at += text::code_point_size(words, at))
        starts.push_back(at);
    starts.push_back(words.size());
    const std::size_t characters = starts.size() - 1;
    const auto same = [&](std::size_t i) { // counted from behind
        return characters >= i + 1
               && text::code_point_at(words, starts[characters - i])
                      == text::code_point_at(words, starts[characters - i - 1]);
    };
    const bool one_doubled = same(1) && !same(3); // 慢吞吞, but 结结巴巴
    for (const std::size_t phrase : one_doubled ? std::array{3U, 2U, 4U} : std::array{4U, 2U, 3U})
        if (phrase < characters && names_person(lexicon, words.substr(0, starts[characters - phrase])))
            return starts[characters - phrase];
    constexpr std::size_t longest = 4; // characters of a phrase
    return characters >= longest + 2 ? starts[characters - longest] : 0;
}

std::size_t noun_size(const syntax::Lexicon& lexicon, std::string_view words)
{
    if (words.empty() || begins_without_noun(lexicon, words))
        return 0;
    if (const std::size_t mark = ending(lexicon, "adverb-ending", words); mark != 0) {
        words = words.substr(0, before_manner(lexicon, words.substr(0, words.size() - mark)));
        if (words.empty())
            return 0;
    }
    constexpr std::string_view dot = "·";
    std::size_t characters = 0;
    std::size_t free = free_of_verbs;
    for (std::size_t at = 0; at < words.size();) {
        // 妈妈|红着脸; one character is a noun only where it stands first: 娘|红着脸
        if (const std::size_t noun = noun_word(lexicon, words, at);
            noun > text::code_point_size(words, at) || (noun != 0 && at == 0)) {
            characters += text::code_points(words.substr(at, noun));
            at += noun;
            free = std::min(free, characters); // the next character may begin the predicate
            continue;
        }
        if (words.substr(at).starts_with(dot))
            free = characters + free_of_verbs + 2; // 玛丽亚·曼德拉
        if (characters >= free && begins_predicate(lexicon, words, at))
            return at;
        if (characters > 0 && lexicon.match("body-part", words, at) != 0)
            return at; // 苏小姐|脸色一变
        at += text::code_point_size(words, at);
        ++characters;
    }
    return words.size();
}

bool is_full_name(const syntax::Lexicon& lexicon, std::string_view noun)
{
    const std::size_t surname = lexicon.match("surname", noun, 0);
    const std::size_t given = surname == 0 ? 0 : text::code_points(noun.substr(surname));
    return given >= 1 && given <= 2 && noun_word(lexicon, noun, 0) <= surname
           && lexicon.match("pronoun", noun, surname) == 0 && ending(lexicon, "pronoun", noun) == 0;
}

bool names_trade(const syntax::Lexicon& lexicon, std::string_view noun)
{
    return (lexicon.has("trade", noun) || ending(lexicon, "trade", noun) != 0) && !lexicon.has("no-trade", noun)
           && ending(lexicon, "no-trade", noun) == 0;
}

bool names_person(const syntax::Lexicon& lexicon, std::string_view noun)
{
    if (noun.empty() || lexicon.has("time-noun", noun) || lexicon.has("thing-noun", noun)
        || lexicon.has("no-speaker-noun", noun) || ending(lexicon, "no-speaker-noun", noun) != 0)
        return false;
    if (names_trade(lexicon, noun) || lexicon.has("person-noun", noun) || lexicon.has("title", noun)
        || ending(lexicon, "person-noun", noun) != 0 || ending(lexicon, "title", noun) != 0
        || ending(lexicon, "person-ending", noun) != 0)
        return true;
    constexpr std::string_view dot = "·";
    if (text::is_upper(text::code_point_at(noun, 0)))
        return true; // Lind
    if (is_full_name(lexicon, noun) || noun.find(dot) != std::string_view::npos)
        return true;
    const std::size_t office = std::max(lexicon.match("person-noun", noun, 0), lexicon.match("title", noun, 0));
    if (office > text::code_point_size(noun, 0) && office < noun.size() && names_person(lexicon, noun.substr(office)))
        return true; // 队长老杨
    const std::size_t characters = text::code_points(noun);
    const std::size_t prefix = lexicon.match("person-prefix", noun, 0);
    return prefix != 0 && prefix < noun.size() && characters <= (prefix > 3 ? longest_role : 4);
}

} // namespace verbatim::extract::han
