// SPDX-License-Identifier: Apache-2.0
// Reads a host sentence written in Han characters into chunks; every quotation in it is the one byte 0x01.
// There are no word boundaries: a noun phrase is what is left between the words that the lexicon knows; words that only
// look like a cue (知道, 小说) and compounds that only begin like a preposition (和平) are protected by the lexicon.
// Accepts MORE: a noun phrase may hold verbs that are no cues; extract/ cuts it.
// Accepts LESS: location words (上, 中) stay with their noun; extract/ reads them.
#pragma once
#include "lexical.hpp"

namespace verbatim::grammar::han {

// clang-format off

struct blank          : pegtl::plus<pegtl::sor<pegtl::one<' ', '\t', '\n', '\r'>, pegtl::string<'\xe3', '\x80', '\x80'>>> {};
struct quotation      : pegtl::one<'\x01'> {};
struct protected_word : pegtl::sor<word_of<"no-cue">, word_of<"compound">, word_of<"event-noun">, word_of<"body-noun">,
                            word_of<"person-noun">, word_of<"document-noun">, word_of<"trade">> {}; // 小说 和平 委员会 掌柜的
// 道 alone is a verb only where no noun goes on: 他道：, but 道歉.
struct cue_word       : pegtl::seq<pegtl::not_at<word_of<"no-object">, han_character>, word_of<"cue">> {}; // 指出
struct adverb_word    : word_of<"adverb"> {};                                             // 又
// An auxiliary that begins a longer cue is none: 要求.
struct auxiliary_word : pegtl::seq<pegtl::not_at<longer_than<"auxiliary", "cue">>, word_of<"auxiliary">> {};
struct before_cue     : pegtl::sor<adverb_word, auxiliary_word, word_of<"negation">> {};
// The longer of a cue and of a protected word that begin alike wins: 称赞 against 称.
struct longer_word    : longer_than<"cue", "no-cue", "compound", "event-noun", "body-noun", "person-noun", "document-noun", "cue-noun"> {}; // 发言人
// A statement says: what is both a cue and a document is the document before another cue.
struct speaking_document : pegtl::seq<word_of<"document-noun">, pegtl::at<cue_word>> {};   // 声明说
struct protected_not_cue : pegtl::sor<longer_word, speaking_document,
                            pegtl::seq<pegtl::not_at<pegtl::seq<pegtl::at<cue_word>, pegtl::not_at<word_of<"no-cue">>>>, protected_word>> {};
struct cue            : pegtl::seq<pegtl::not_at<pegtl::sor<word_of<"no-cue">, longer_word, speaking_document>>, pegtl::rep_max<4, before_cue>, pegtl::not_at<word_of<"no-cue">>, cue_word> {}; // 又补充说
// An auxiliary counts only before its cue: 红十字会 is no verb.
struct adverb         : pegtl::seq<pegtl::not_at<protected_word>, pegtl::sor<adverb_word, word_of<"negation">,
                            pegtl::seq<word_of<"auxiliary">, pegtl::at<pegtl::rep_max<4, before_cue>, cue_word>>>> {};
struct according_to   : pegtl::seq<pegtl::not_at<protected_word>, word_of<"according-to">> {}; // 据
struct preposition    : pegtl::seq<pegtl::not_at<protected_word>, word_of<"preposition">> {};
struct perception     : pegtl::seq<pegtl::not_at<protected_word>, word_of<"perception">> {}; // 只听
struct conjunction    : pegtl::sor<word_of<"conjunction">, perception> {};
struct pronoun        : word_of<"pronoun"> {};
struct coordinator    : pegtl::seq<pegtl::not_at<protected_word>, word_of<"coordinator">> {};
struct stop           : pegtl::sor<cue, adverb, according_to, preposition, coordinator, pronoun, perception> {};
// 李向前说: three characters from the surname to the verb are a name, whatever else the second one may be.
struct given_name     : pegtl::seq<pegtl::not_at<pegtl::sor<cue, adverb, pronoun>>, han_character> {};
struct full_name      : pegtl::seq<pegtl::not_at<pegtl::sor<stop, protected_word, word_of<"conjunction">>>, word_of<"surname">,
                            given_name, given_name, pegtl::at<cue>> {};
struct latin_word     : word_in<Case::any> {};
struct number         : pegtl::seq<pegtl::digit, pegtl::star<pegtl::sor<pegtl::digit, pegtl::seq<pegtl::one<'.', ',', '-'>, pegtl::at<pegtl::digit>>>>,
                            pegtl::opt<pegtl::one<'%'>>> {};
struct dated          : pegtl::seq<number, word_of<"date-unit">> {};                      // 3日, also before 报道
struct dot            : pegtl::string<'\xc2', '\xb7'> {};                                 // 玛丽亚·奥科罗
struct character      : pegtl::sor<dated, protected_not_cue, word_of<"no-cue">, pegtl::seq<pegtl::not_at<stop>, han_character>, latin_word, number, dot> {};
// A name may begin with what would be a preposition only behind another character; the first one is free of that.
struct noun_phrase    : pegtl::plus<character> {};                                        // 林奎斯特
struct mark           : any_code_point {};
struct chunk          : pegtl::sor<quotation, full_name, conjunction, pegtl::seq<pegtl::at<protected_not_cue>, noun_phrase>, cue,
                            pronoun, adverb, according_to, coordinator, preposition, noun_phrase, mark> {};
struct step           : pegtl::sor<blank, chunk> {};
struct rule           : pegtl::seq<pegtl::star<step>, pegtl::eof> {};

// clang-format on

} // namespace verbatim::grammar::han
