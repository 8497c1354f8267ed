// SPDX-License-Identifier: Apache-2.0
#include "extract/name_words.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

/// The capitals, and bytes of what is not ASCII.
constexpr auto may_begin_name = [] {
    std::string bytes = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (int byte = 0x80; byte < 0x100; ++byte)
        bytes.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
    return text::ByteSet(bytes);
}();

} // namespace

bool part_of_word(char32_t c)
{
    return text::is_letter(c) || text::is_digit(c) || c == U'-' || c == U'\'' || c == U'\u2019';
}

std::size_t next_name_word(std::string_view plain, std::size_t at)
{
    std::size_t begin = std::min(may_begin_name.find_in(plain, at), plain.size());
    while (begin > at && ascii_of_words.holds(plain[begin - 1]))
        --begin;
    return begin;
}

std::vector<NameWord> words_of(std::string_view source)
{
    std::vector<NameWord> words;
    for (std::size_t at = 0; at < source.size();) {
        const char32_t c = text::code_point_at(source, at);
        if (!part_of_word(c)) {
            at += text::code_point_size(source, at);
            continue;
        }
        const std::size_t begin = at;
        while (at < source.size() && part_of_word(text::code_point_at(source, at)))
            at += text::code_point_size(source, at);
        if (at < source.size() && source[at] == '.' && at - begin == 1)
            ++at; // J. Okoro
        words.push_back({source.substr(begin, at - begin), begin, text::is_upper(c)});
    }
    return words;
}

std::size_t capitals_at_end(std::string_view words)
{
    std::size_t begin = words.size();
    while (begin > 0) {
        const std::size_t blank = words.substr(0, begin - 1).find_last_of(' ');
        const std::size_t word = blank == std::string_view::npos ? 0 : blank + 1;
        if (!text::is_upper(text::code_point_at(words, word)))
            break;
        begin = word;
    }
    return begin;
}

std::string_view without_possessive(std::string_view word)
{
    for (const std::string_view ending : {"'s", "\u2019s"})
        if (word.ends_with(ending))
            return word.substr(0, word.size() - ending.size());
    return word;
}

bool has_han(std::string_view source)
{
    for (std::size_t at = 0; at < source.size(); at += text::code_point_size(source, at))
        if (text::is_han_or_kana(text::code_point_at(source, at)))
            return true;
    return false;
}

std::string_view last_word_of_name(std::string_view name)
{
    std::size_t cut = name.find_last_of(' ');
    if (cut != std::string_view::npos)
        return name.substr(cut + 1);
    constexpr std::string_view dot = "·";
    cut = name.rfind(dot);
    return cut == std::string_view::npos ? name : name.substr(cut + dot.size());
}

std::string han_surname(std::string_view name)
{
    constexpr std::size_t longest = 4;
    const std::size_t characters = text::code_points(name);
    if (characters < 2 || characters > longest || !text::is_han_or_kana(text::code_point_at(name, 0)))
        return {};
    return std::string(name.substr(0, text::code_point_size(name, 0)));
}

bool in_capitals(std::string_view name)
{
    constexpr std::size_t shortest = 3; // letters
    std::size_t letters = 0;
    for (std::size_t at = 0; at < name.size(); at += text::code_point_size(name, at)) {
        const char32_t c = text::code_point_at(name, at);
        if (!text::is_letter(c))
            continue;
        if (!text::is_upper(c))
            return false;
        ++letters;
    }
    return letters >= shortest;
}

} // namespace verbatim::extract
