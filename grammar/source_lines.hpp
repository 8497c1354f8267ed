// SPDX-License-Identifier: Apache-2.0
// Reads the parts of a reference in words: of a note, of a list, of a source line (CONVENTIONS 7):
// `Source: Harbours of the North, edited by Oda Lindqvist, Oslo: Quay Press, 2007.10`.
// Accepts more: any words as a title; the caller says which part is left for it. Accepts less: no legal and no archival
// references. The order of the parts is the caller's, since every house style has its own.
#pragma once
#include "citations.hpp"

namespace verbatim::grammar::citation {

// clang-format off
struct source_label  : p::seq<gap, word_of<"reference.source-line">, gap, colon, gap> {};           // Source:   资料来源：
struct list_label    : p::seq<p::sor<p::seq<p::one<'['>, digits, p::one<']'>>, p::seq<p::rep_min_max<1, 3, p::digit>, p::one<'.', ')'>, p::at<blank>>>, gap> {}; // [3]   3.

// Dates that stand for a part of their own
struct numeric_date  : p::seq<four_digits, p::rep_opt<2, p::one<'.', '-', '/'>, p::rep_min_max<1, 2, p::digit>>, p::not_at<p::digit>> {}; // 2007.10
struct han_date      : p::seq<four_digits, gap, p::utf8::one<0x5e74>,
                              p::opt<gap, p::rep_min_max<1, 2, p::digit>, gap, p::utf8::one<0x6708>,
                                     p::opt<gap, p::rep_min_max<1, 2, p::digit>, gap, p::utf8::one<0x65e5>>>,
                              p::opt<p::utf8::one<0x7248>>> {};                                     // 2007年10月版
struct issue_pages   : p::seq<gap, colon, gap, numbers> {};                                         // : 798

// Names of a list turn the first name around                                                           Okoro, Maria; Berg, A.
struct given         : p::seq<comma, gap, p::plus<p::sor<initial, name_word>, gap, p::opt<p::one<'-'>>>> {};
struct listed_name   : p::sor<p::seq<latin_name, p::opt<given>>, han_name> {};
struct next_listed   : p::seq<p::sor<p::seq<gap, p::sor<listing, p::one<';'>>, gap, p::opt<conjunction, gap>>, p::seq<gap, conjunction, gap>>, listed_name> {};
struct listed        : p::seq<listed_name, p::rep_opt<30, next_listed>, p::opt<et_al>> {};
struct behind_role   : p::seq<gap, p::opt<p::one<'('>>, p::sor<word_of<"reference.editor-behind">, word_of<"reference.translator-behind">>,
                              p::opt<p::one<'.'>>, p::opt<p::one<')'>>> {};                         // (ed.)
struct year_bracket  : p::seq<p::one<'('>, gap, years, p::star<p::not_one<')', '('>>, p::one<')'>> {}; // (1961, September 2)
struct dated_head    : p::seq<listed, p::opt<behind_role>, p::sor<p::seq<gap, p::one<'.', ','>, gap>, gap>, p::sor<year_bracket, years>,
                              gap, p::sor<p::one<'.', ',', ':'>, p::at<blank>, p::at<upper>, p::eof>> {};           // Lindqvist, O. (1956).

struct head_stops    : p::star<p::sor<blank, p::one<'.', ',', ':', ';'>>> {};
struct titled_head   : p::seq<gap, p::star<list_label>, p::opt<prefix>, listed, p::opt<behind_role>, head_stops,
                              p::opt<year_bracket>, head_stops, p::eof> {};                         // 3. See Okoro, M. (1961).

// One part
struct only_listed   : p::seq<listed, p::opt<p::one<'.'>>, p::eof> {};
struct type_mark     : p::seq<p::one<'['>, p::plus<p::sor<p::upper, p::one<'/'>>>, p::one<']'>> {}; // [M]   [EB/OL]
struct volume_issue  : p::seq<digits, gap, p::one<'('>, p::plus<p::not_one<')'>>, p::one<')'>> {};  // 52(11)
// clang-format on

} // namespace verbatim::grammar::citation
