// SPDX-License-Identifier: Apache-2.0
// Reads what stands inside the brackets of an author–date citation, one item between semicolons (CONVENTIONS 7):
// `see Lindqvist, 1956, pp. 12–14`, `Okoro 1987a, 1990`, `林奎斯特，1956，第12页`; the bracket behind a name in the
// running text, `(1956, p. 12)`; a pandoc key, `@lindqvist1956, p. 12`.
// Accepts more: any capitalised words before a year; the caller drops dates and the words of "citation.no-author".
// Accepts less: no numeric citations, no legal ones. Brackets and semicolons are the caller's; so is what is cited.
#pragma once
#include "citation_words.hpp"

namespace verbatim::grammar::citation {

// clang-format off
// Names                                                                                               Lindqvist, van der Berg, O'Neill
struct initial       : p::seq<upper, p::sor<p::plus<p::one<'.'>>, word_end>> {};                    // O.   M
struct name_word     : p::seq<upper, p::plus<p::sor<letter, p::seq<p::sor<apostrophe, dash>, upper>, p::seq<p::one<'-'>, letter>>>,
                              p::opt<p::one<'.'>, p::at<gap, upper>>> {};                           // Lindqvist   O'Neill   St.
struct particles     : p::star<p::sor<word_of<"name.particle">, word_of<"name.joiner">>, gap1> {};  // van der   of the
struct name_part     : p::seq<p::not_at<word_of<"citation.no-author">>, p::sor<name_word, initial>> {};
struct latin_name    : p::seq<p::star<word_of<"name.particle">, gap1>, name_part,
                              p::rep_opt<9, gap, particles, p::sor<name_word, initial>>> {};        // Ministry of Ports
struct inverted      : p::seq<comma, gap, p::plus<initial, gap, p::opt<p::one<'-'>>>> {};           // , O. M.
struct han_name      : p::seq<p::not_at<word_of<"citation.no-author">>, p::rep_min_max<2, 16, p::sor<character<han_letter>, middle_dot>>> {}; // 林奎斯特
struct behind_name   : p::seq<gap, p::sor<listing, ampersand, p::digit, p::eof, word_of<"name.and">, word_of<"name.et-al">>> {};
struct name          : p::sor<p::seq<latin_name, p::opt<inverted, p::at<behind_name>>>, han_name> {};
struct conjunction   : p::sor<ampersand, word_of<"name.and">> {};
struct et_al         : p::seq<p::opt<comma>, gap, word_of<"name.et-al">, p::opt<p::one<'.'>>> {};                      // et al.   等
struct next_name     : p::seq<p::sor<p::seq<gap, listing, gap, p::opt<conjunction, gap>>, p::seq<gap, conjunction, gap>>, name> {};
struct authors       : p::seq<name, p::rep_opt<30, next_name>, p::opt<et_al>> {};                   // Okoro, Berg, & Lindqvist
struct possessive    : p::seq<apostrophe, p::opt<p::one<'s'>>, word_end> {};                        // 's

// Years
struct four_digits   : p::seq<p::range<'1', '2'>, p::rep<3, p::digit>> {};
struct year          : p::seq<p::opt<p::one<'['>, four_digits, p::one<']'>, gap>, four_digits, p::opt<p::range<'a', 'k'>>,
                              p::opt<p::sor<dash, p::one<'/'>>, p::sor<four_digits, p::rep<2, p::digit>>>, word_end> {}; // 1987a
struct undated       : p::seq<word_of<"year.none">, p::opt<p::one<'.'>>> {};                           // n.d.   forthcoming
struct suffix        : p::seq<p::range<'a', 'k'>, word_end> {};                                     // the b of 1987a, b
struct month_day     : p::seq<comma, gap, word_of<"month">, p::opt<gap1, p::rep_min_max<1, 2, p::digit>, word_end>> {}; // , March 3
struct year_gap      : p::sor<p::seq<gap, comma, gap>, p::seq<gap1, conjunction, gap1>> {};
struct years         : p::seq<p::sor<year, undated>, p::star<p::sor<p::seq<gap, comma, gap, suffix>, p::seq<year_gap, year>>>, p::opt<month_day>> {};

// Locators                                                                                            pp. 12–14   第12页
struct locator_label : p::sor<word_of<"locator.page">, word_of<"locator.paragraph">, word_of<"locator.chapter">,
                              word_of<"locator.line">, word_of<"locator.verse">, word_of<"locator.section">,
                              word_of<"locator.volume">, word_of<"locator.figure">> {};
struct label_first   : p::seq<locator_label, p::opt<p::one<'.'>>, gap, numbers> {};                 // p. 12   § 3
struct label_last    : p::seq<word_of<"locator.ordinal">, gap, numbers, gap, locator_label> {};     // 第12页
struct bare_locator  : numbers {};                                                                  // 12–14
struct one_locator   : p::sor<label_last, label_first, bare_locator> {};
struct locator       : p::seq<one_locator, p::star<gap, comma, gap, p::sor<label_last, label_first>>> {};
struct locator_gap   : p::sor<p::seq<gap, p::sor<comma, colon>, gap>, p::seq<gap1, p::at<p::sor<locator_label, word_of<"locator.ordinal">>>>> {};

// One item of a group
struct prefix        : p::plus<word_of<"citation.prefix">, p::opt<p::one<'.'>>, p::opt<comma>, gap> {};                  // see also
struct cited         : p::seq<authors, p::opt<possessive>, p::sor<p::seq<gap, comma, gap>, gap1, gap>, years, p::opt<locator_gap, locator>> {};
struct next_cited    : p::seq<p::sor<p::seq<gap, listing, gap, p::opt<conjunction, gap>>, p::seq<gap, conjunction, gap>>, cited> {};
struct remark        : p::seq<gap, comma, p::star<p::any>> {};                                      // , emphasis added
struct item          : p::seq<gap, p::opt<prefix>, cited, p::star<next_cited>, gap, p::sor<p::eof, remark>> {};

// The bracket behind a name: 1956, p. 12
struct narrative     : p::seq<gap, years, p::opt<locator_gap, locator>, gap, p::sor<p::eof, remark>> {};

// MLA: Lindqvist 12 — a guess until such an author is known
struct bare_item     : p::seq<gap, p::opt<prefix>, authors, gap1, locator, gap, p::eof> {};

// pandoc: @lindqvist1956, p. 12
struct key_character : p::sor<p::alnum, p::one<'_'>, p::utf8::range<0x80, 0x10ffff>> {};
struct key_inner     : p::seq<p::plus<p::one<':', '.', '#', '$', '%', '&', '-', '+', '?', '<', '>', '~', '/'>>, p::at<key_character>> {};
struct key           : p::seq<key_character, p::star<p::sor<key_character, key_inner>>> {};
struct key_item      : p::seq<p::until<p::one<'@'>, p::not_one<'[', ']'>>, key, p::opt<locator_gap, locator>, p::star<p::any>, p::eof> {};
struct key_locator   : p::seq<gap, locator, gap, p::eof> {};                                        // [p. 12] behind @key
// clang-format on

} // namespace verbatim::grammar::citation
