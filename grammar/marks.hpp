// SPDX-License-Identifier: Apache-2.0
// Reads the quotation marks of a text, of every style of CONVENTIONS 5, and the marks of titles; no language in it.
// Accepts MORE than marks: every straight ' and curly ’, be it an apostrophe; every straight ", be it an inch.
// Accepts LESS: no dialogue dash, no block quotation (extract finds them by blocks), no mark by entity or markup.
// Which of them open, close or are none is decided by their neighbours (syntax/marks.cpp) and by pairing (extract).
#pragma once
#include "mark_bytes.hpp"

namespace verbatim::grammar::marks {

namespace p = tao::pegtl;

// clang-format off
// Straight                                                                   examples
struct straight_double   : p::one<'"'> {};                                 // "quiet water"
struct straight_single   : p::one<'\''> {};                                // 'quiet water'
struct latex_open_double : p::two<'`'> {};                                 // ``quiet water''
struct latex_close_double: p::two<'\''> {};
struct latex_open_single : p::one<'`'> {};                                 // `quiet water'

// Two bytes, by C2
struct guillemet_left    : p::utf8::one<0xAB> {};                          // «eau calme»
struct guillemet_right   : p::utf8::one<0xBB> {};                          // »stilles Wasser«

// Three bytes, by E2
struct curly_open_single : p::utf8::one<0x2018> {};                        // ‘quiet water’
struct curly_close_single: p::utf8::one<0x2019> {};
struct low_single        : p::utf8::one<0x201A> {};                        // ‚stilles Wasser‘
struct reversed_single   : p::utf8::one<0x201B> {};                        // ‛quiet water’
struct curly_open_double : p::utf8::one<0x201C> {};                        // “quiet water”
struct curly_close_double: p::utf8::one<0x201D> {};
struct low_double        : p::utf8::one<0x201E> {};                        // „stilles Wasser“
struct reversed_double   : p::utf8::one<0x201F> {};                        // ‟quiet water”
struct angle_left        : p::utf8::one<0x2039> {};                        // ‹eau calme›
struct angle_right       : p::utf8::one<0x203A> {};

// Three bytes, by E3
struct title_open_single : p::utf8::one<0x3008> {};                        // 〈港口〉
struct title_close_single: p::utf8::one<0x3009> {};
struct title_open        : p::utf8::one<0x300A> {};                        // 《港口章程》
struct title_close       : p::utf8::one<0x300B> {};
struct corner_open       : p::utf8::one<0x300C> {};                        // 「靜水」
struct corner_close      : p::utf8::one<0x300D> {};
struct white_corner_open : p::utf8::one<0x300E> {};                        // 『靜水』
struct white_corner_close: p::utf8::one<0x300F> {};
struct prime_open        : p::utf8::one<0x301D> {};                        // 〝靜水〞
struct prime_close       : p::utf8::one<0x301E, 0x301F> {};

// Three bytes, by EF
struct wide_double       : p::utf8::one<0xFF02> {};                        // ＂静水＂
struct wide_single       : p::utf8::one<0xFF07> {};                        // ＇静水＇

template <char Lead, typename... Rules> struct behind : p::seq<p::at<p::one<Lead>>, p::sor<Rules...>> {};

struct ascii_mark        : p::sor<straight_double, latex_close_double, straight_single, latex_open_double, latex_open_single> {};
struct latin_mark        : behind<'\xC2', guillemet_left, guillemet_right> {};
struct general_mark      : behind<'\xE2', curly_close_single, curly_open_double, curly_close_double, curly_open_single, low_double,
                                          low_single, reversed_double, reversed_single, angle_left, angle_right> {};
struct cjk_mark          : behind<'\xE3', title_open, title_close, corner_open, corner_close, white_corner_open, white_corner_close,
                                          title_open_single, title_close_single, prime_open, prime_close> {};
struct wide_mark         : behind<'\xEF', wide_double, wide_single> {};
struct mark              : p::sor<ascii_mark, general_mark, cjk_mark, latin_mark, wide_mark> {};

struct rule              : p::seq<to_next_lead, p::star<p::sor<mark, p::any>, to_next_lead>> {};  // any text at all
// clang-format on

} // namespace verbatim::grammar::marks
