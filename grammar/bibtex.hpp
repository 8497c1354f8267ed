// SPDX-License-Identifier: Apache-2.0
// Reads one entry of a BibTeX or BibLaTeX file: `@book{okoro-1961, title = {Address}, year = 1961}`.
// Accepts more: any entry type, any field, missing and doubled commas. Accepts less: braces nested deeper than twelve.
// What stands between entries is a comment, as BibTeX has it: the caller looks for the next @.
#pragma once
#include <tao/pegtl.hpp>

namespace verbatim::grammar::bibtex {

namespace p = tao::pegtl;

// clang-format off
struct white         : p::star<p::one<' ', '\t', '\r', '\n'>> {};
template <int Depth>
struct braced        : p::seq<p::one<'{'>, p::star<p::sor<p::plus<p::not_one<'{', '}'>>, braced<Depth - 1>>>, p::one<'}'>> {};                 // {The {NATO} Talks}
template <>
struct braced<0>     : p::failure {};

// Values
struct in_braces     : p::star<p::sor<p::plus<p::not_one<'{', '}'>>, braced<12>>> {};                     // The {NATO} Talks
struct in_quotes     : p::star<p::sor<p::plus<p::not_one<'"', '{', '}'>>, braced<12>>> {};                // The {"}Long{"} Quay
struct number        : p::plus<p::digit> {};                                                             // 1961
struct macro         : p::plus<p::not_one<' ', '\t', '\r', '\n', ',', '=', '#', '"', '{', '}', '(', ')'>> {}; // sep
struct piece         : p::sor<p::seq<p::one<'{'>, in_braces, p::one<'}'>>, p::seq<p::one<'"'>, in_quotes, p::one<'"'>>, number, macro> {};
struct value         : p::seq<piece, p::star<white, p::one<'#'>, white, piece>> {};                      // "3~" # sep

// Entries
struct name          : p::plus<p::not_one<' ', '\t', '\r', '\n', ',', '=', '#', '"', '{', '}', '(', ')'>> {}; // title   date-added
struct field         : p::seq<name, white, p::one<'='>, white, value> {};                                // year = 1961
struct type          : p::plus<p::alpha> {};                                                             // inproceedings
struct key           : p::plus<p::not_one<' ', '\t', '\r', '\n', ',', '{', '}', '='>> {};                // okoro-1961
struct open          : p::one<'{', '('> {};
struct close         : p::one<'}', ')'> {};
struct definition    : p::seq<p::one<'@'>, TAO_PEGTL_ISTRING("string"), white, open, white, field, white, p::opt<p::one<','>, white>, close> {}; // @string{sep = "September"}
struct entry         : p::seq<p::one<'@'>, type, white, open, white, key, white, p::star<p::one<','>, white, p::opt<field, white>>, close> {};
struct rule          : p::sor<definition, entry> {};
// clang-format on

} // namespace verbatim::grammar::bibtex
