// SPDX-License-Identifier: Apache-2.0
#include "align/near_words.hpp"

#include "align/shared_ends.hpp"
#include "syntax/syntax.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

constexpr std::size_t longest_word = 64; ///< code points; longer "words" are never near each other

std::u32string letters_of(const std::string& word)
{
    std::u32string letters;
    for (std::size_t at = 0; at < word.size() && letters.size() <= longest_word;) {
        letters.push_back(text::code_point_at(word, at));
        at += text::code_point_size(word, at);
    }
    return letters;
}

bool is_vowel(char32_t c) { return std::u32string_view(U"aeiouy").find(c) != std::u32string_view::npos; }

/// œ = oe, æ = ae, ß = ss: spelled out, to tell a spelling from another word.
std::u32string spelled_out(const std::u32string& word)
{
    std::u32string all;
    for (const char32_t c : word) {
        if (c == U'œ')
            all += U"oe";
        else if (c == U'æ')
            all += U"ae";
        else if (c == U'ß')
            all += U"ss";
        else
            all += c;
    }
    return all;
}

/// Letters that differ only where one of the two is no ASCII letter: naïve, naive.
bool differ_in_diacritics(const std::u32string& a, const std::u32string& b)
{
    if (a.size() != b.size())
        return false;
    std::size_t differing = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == b[i])
            continue;
        const bool marked =
            (a[i] >= 0x80) != (b[i] >= 0x80) || (a[i] >= 0xc0 && b[i] >= 0xc0 && a[i] < 0x250 && b[i] < 0x250);
        if (!marked)
            return false;
        ++differing;
    }
    return differing > 0 && differing * 2 <= a.size();
}

enum class Slip : unsigned char { none, swap, doubled, vowel, letter, several };

/// Which slip of the pen leads from one word to the other. Both lower case and different.
Slip slip(const std::u32string& a, const std::u32string& b)
{
    const auto [head, tail] = shared_ends(a, b);
    const std::u32string x = a.substr(head, a.size() - head - tail), y = b.substr(head, b.size() - head - tail);
    if (head == 0 && x.size() < 2)
        return Slip::none; // the first letter is what people get right
    if (x.size() == 2 && y.size() == 2 && x[0] == y[1] && x[1] == y[0])
        return Slip::swap;
    if (x.size() + y.size() == 1) {
        const char32_t c = x.empty() ? y[0] : x[0];
        return head > 0 && a[head - 1] == c ? Slip::doubled : Slip::letter;
    }
    if (x.size() == 1 && y.size() == 1)
        return is_vowel(x[0]) && is_vowel(y[0]) ? Slip::vowel : Slip::letter;
    return head > 0 && x.size() <= 3 && y.size() <= 3 && std::max(x.size(), y.size()) <= 2 ? Slip::several : Slip::none;
}

bool is_slip_of(const std::u32string& a, const std::u32string& b)
{
    const std::size_t length = std::min(a.size(), b.size());
    switch (slip(a, b)) {
    case Slip::swap:
        return length >= 3;
    case Slip::doubled:
    case Slip::vowel:
        return length >= 5;
    case Slip::letter:
        return length >= 6;
    case Slip::several:
        return length >= 8;
    case Slip::none:
        break;
    }
    return false;
}

bool is_known(const std::string& word, const syntax::Lexicon& lexicon, const library::Library* library)
{
    for (const char* word_class : {"wording.weak", "verb", "adverb", "preposition", "determiner", "auxiliary",
                                   "conjunction", "subordinator", "event-noun", "document-noun", "body-noun"})
        if (lexicon.has(word_class, word))
            return true;
    return lexicon.class_in("cue", word).has_value() || (library != nullptr && library->knows_word(word));
}

bool are_letters(const std::u32string& a, const std::u32string& b)
{
    return !a.empty() && !b.empty() && a.size() <= longest_word && b.size() <= longest_word && text::is_letter(a[0])
           && !text::is_han_or_kana(a[0]) && !text::is_han_or_kana(b[0]);
}

bool is_pair(const char* word_class, const std::string& a, const std::string& b, const syntax::Lexicon& lexicon)
{
    return lexicon.has(word_class, a + " " + b) || lexicon.has(word_class, b + " " + a);
}

bool holds_word(std::string_view group, std::string_view word)
{
    for (std::size_t at = group.find(word); at != std::string_view::npos; at = group.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || group[at - 1] == ' ') && (end == group.size() || group[end] == ' '))
            return true;
    }
    return false;
}

} // namespace

bool is_variant(const std::string& quoted, const std::string& source, const syntax::Lexicon& lexicon)
{
    if (text::looks_alike(quoted, source))
        return true;
    const std::string q = text::case_fold(quoted), s = text::case_fold(source);
    if (q == s)
        return true; // ß and ss fold alike and are not equal
    if (is_pair("wording.variant", q, s, lexicon))
        return true;
    const std::u32string a = letters_of(q), b = letters_of(s);
    if (!are_letters(a, b))
        return false;
    return spelled_out(a) == spelled_out(b) || differ_in_diacritics(a, b);
}

bool is_spelling(const std::string& quoted, const std::string& source, const syntax::Lexicon& lexicon,
                 const library::Library* library)
{
    if (is_variant(quoted, source, lexicon))
        return true;
    const std::string q = text::case_fold(quoted), s = text::case_fold(source);
    const std::u32string a = letters_of(q), b = letters_of(s);
    if (!are_letters(a, b) || !is_slip_of(a, b))
        return false;
    return !is_known(q, lexicon, library) || !is_known(s, lexicon, library);
}

bool is_inflection(const std::string& a, const std::string& b, const syntax::Lexicon& lexicon,
                   const std::string& language)
{
    const std::string x = text::case_fold(a), y = text::case_fold(b);
    if (x.empty() || y.empty() || !text::is_letter(text::code_point_at(x, 0)))
        return false;
    if (text::stem(x, language) == text::stem(y, language))
        return true;
    for (const std::string& group : lexicon.entries("wording.irregular"))
        if (holds_word(group, x) && holds_word(group, y))
            return true;
    return false;
}

bool share_root(const std::string& a, const std::string& b)
{
    const std::u32string x = letters_of(text::case_fold(a)), y = letters_of(text::case_fold(b));
    std::size_t common = 0;
    while (common < x.size() && common < y.size() && x[common] == y[common])
        ++common;
    return common >= 4 && common * 2 > std::min(x.size(), y.size()) && common * 2 >= std::max(x.size(), y.size());
}

bool differ_by_negating_prefix(const std::string& a, const std::string& b, const syntax::Lexicon& lexicon)
{
    const std::string x = text::case_fold(a), y = text::case_fold(b);
    const std::string &longer = x.size() > y.size() ? x : y, &base = x.size() > y.size() ? y : x;
    if (longer.size() <= base.size() || !longer.ends_with(base) || lexicon.has("wording.no-prefix", longer))
        return false;
    const std::string prefix = longer.substr(0, longer.size() - base.size());
    if (!lexicon.has("wording.negating-prefix", prefix))
        return false;
    const std::size_t letters = text::code_points(base);
    if (text::is_han_or_kana(text::code_point_at(base, 0)))
        return true;
    return letters >= (prefix == "un" || prefix.starts_with("non") ? 3U : 4U);
}

} // namespace verbatim::align
