// SPDX-License-Identifier: Apache-2.0
// Reads the bytes and words of which citations are made: blanks and commas of both scripts, name words, years, numbers.
// Accepts more: any capitalised word is a name word. Which words never begin a name is data: class
// "citation.no-author".
#pragma once
#include "syntax/lexicon.hpp"
#include "text/text.hpp"

#include <tao/pegtl.hpp>

#include <string_view>
#include <vector>

namespace verbatim::grammar::citation {

namespace p = tao::pegtl;

/// What an action may note about a stretch of the text.
enum class Part : unsigned char { prefix, authors, year, suffix, locator, number, key };
struct Noted {
    Part part;
    Span span;
};
/// The state of every rule here: the language, and what was noted so far.
struct Reader {
    const syntax::Lexicon& lexicon;
    std::vector<Noted> notes;
};

/// One code point for which the predicate holds.
template <bool (*Holds)(char32_t)>
struct character {
    using rule_t = character;
    using subs_t = p::empty_list;
    template <typename Input>
    static bool match(Input& in)
    {
        if (in.empty())
            return false;
        const std::string_view rest(in.current(), static_cast<std::size_t>(in.end() - in.current()));
        if (!Holds(text::code_point_at(rest, 0)))
            return false;
        in.bump(text::code_point_size(rest, 0));
        return true;
    }
};

struct class_name {
    char text[32] = {};
    template <std::size_t N>
    constexpr class_name(const char (&name)[N]) // NOLINT(google-explicit-constructor)
    {
        static_assert(N <= sizeof(text));
        for (std::size_t i = 0; i < N; ++i)
            text[i] = name[i];
    }
};

/// The longest word or phrase of a class of the lexicon.
template <class_name Class>
struct word_of {
    using rule_t = word_of;
    using subs_t = p::empty_list;
    template <p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
              template <typename...> class Control, typename Input>
    static bool match(Input& in, Reader& reader)
    {
        const std::string_view all(in.begin(), static_cast<std::size_t>(in.end() - in.begin()));
        const std::size_t size =
            reader.lexicon.match(Class.text, all, static_cast<std::size_t>(in.current() - in.begin()));
        in.bump(size);
        return size > 0;
    }
};

inline bool upper_letter(char32_t c) { return text::is_letter(c) && text::is_upper(c); }
inline bool latin_letter(char32_t c) { return text::is_letter(c) && !text::is_han_or_kana(c); }
inline bool word_character(char32_t c) { return latin_letter(c) || text::is_digit(c); }
inline bool han_letter(char32_t c) { return text::is_han_or_kana(c) && text::is_letter(c); }
inline bool white_space(char32_t c) { return text::is_space(c); }

// clang-format off
struct blank      : character<white_space> {};
struct gap        : p::star<blank> {};
struct gap1       : p::plus<blank> {};
struct letter     : character<latin_letter> {};
struct upper      : character<upper_letter> {};
struct word_end   : p::not_at<character<word_character>> {};

struct comma      : p::sor<p::one<','>, p::utf8::one<0xff0c>> {};                            // , ，
struct listing    : p::sor<comma, p::utf8::one<0x3001>> {};                                  // 、
struct colon      : p::sor<p::one<':'>, p::utf8::one<0xff1a>> {};                            // : ：
struct apostrophe : p::sor<p::one<'\''>, p::utf8::one<0x2019>> {};                           // ' ’
struct dash       : p::sor<p::plus<p::one<'-'>>, p::utf8::one<0x2010>, p::utf8::one<0x2011>,
                           p::utf8::one<0x2013>, p::utf8::one<0x2014>, p::utf8::one<0xff5e>> {}; // - – —
struct ampersand  : p::sor<p::one<'&'>, p::utf8::one<0xff06>> {};
struct middle_dot : p::sor<p::utf8::one<0xb7>, p::utf8::one<0x2022>, p::utf8::one<0x30fb>> {}; // · • ・

struct digits     : p::plus<p::digit> {};
struct roman      : p::seq<p::plus<p::one<'i', 'v', 'x', 'l', 'c'>>, word_end> {};                  // xii
struct number     : p::sor<p::seq<digits, p::opt<p::sor<p::seq<p::one<'f'>, p::opt<p::one<'f'>>, p::opt<p::one<'.'>>>, // 12ff.
                                                        p::one<'a', 'b', 'n'>>>, word_end>,
                           roman> {};
struct numbers    : p::seq<number, p::star<p::sor<p::seq<gap, dash, gap, number>,
                                                  p::seq<gap, listing, gap, number, p::not_at<gap, dash, p::rep<4, p::digit>>>>>> {}; // 12–14, 17
// clang-format on

} // namespace verbatim::grammar::citation
