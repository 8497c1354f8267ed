// SPDX-License-Identifier: Apache-2.0
// What tells a command or a pattern in quotation marks from somebody's words: signs that prose does not write.
// Money ("$40 million"), fractions ("and/or", "1/2") and dashes ("harbour -- or") are prose.
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }
char at(std::string_view words, std::size_t place) { return place < words.size() ? words[place] : ' '; }

/// `-m`, `--all`, `/etc`, `$HOME`, `<file>`, `%s`, `.c`, `:quit`, `*.c` at the start of a word.
bool begins_code(char sign, std::string_view behind)
{
    switch (sign) {
    case '-':
        return (is_letter(at(behind, 0)) && !is_word(at(behind, 1)))
               || (at(behind, 0) == '-' && is_letter(at(behind, 1)));
    case '/':
    case '$':
    case '<':
    case '%':
    case '.':
    case ':':
        return is_letter(at(behind, 0));
    case '*':
        return at(behind, 0) == '.' || at(behind, 0) == '/';
    default:
        return false;
    }
}

/// Inside or behind a word: `a_b`, `f()`, `a::b`, `https://`, `HEAD^`, `x->y`, `th,tr`, `git@host`.
bool joins_code(std::string_view words, std::size_t place)
{
    const char next = at(words, place + 1);
    switch (words[place]) {
    case '_':
        return is_word(next);
    case '(':
        return next == ')';
    case ':':
        return next == ':' || (next == '/' && at(words, place + 2) == '/');
    case '-':
        return next == '>';
    case ',':
    case '@':
        return is_letter(next) && place > 0 && is_word(words[place - 1]);
    case '^':
        return true;
    default:
        return false;
    }
}

/// `docs: fix a typo`: a small word and a colon before all else, as subject lines of commits are written.
bool is_subject_line(std::string_view words)
{
    std::size_t end = 0;
    while (end < words.size() && ((words[end] >= 'a' && words[end] <= 'z') || words[end] == ',' || words[end] == '-'))
        ++end;
    return end > 0 && at(words, end) == ':' && at(words, end + 1) == ' ';
}

} // namespace

bool looks_like_code(std::string_view words)
{
    if (words.find_first_of("{}\\|=`") != std::string_view::npos || is_subject_line(words))
        return true;
    bool starts_word = true;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (starts_word ? begins_code(words[i], words.substr(i + 1)) : joins_code(words, i))
            return true;
        starts_word = words[i] == ' ' || words[i] == '\n' || words[i] == '\t';
    }
    return false;
}

} // namespace verbatim::rules
