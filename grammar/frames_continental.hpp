// SPDX-License-Identifier: Apache-2.0
// Reads a host sentence of a language whose subject may follow its verb (French, German, Spanish) into chunks; every
// quotation in it is the one byte 0x01 (CONVENTIONS 6). What the languages differ in are patterns of the lexicon:
// whether nouns are capitalised, and the classes that one has and another leaves empty (clitics, inversion, oblique
// determiners).
// Accepts MORE than a grammar: behind a determiner any first word is a noun; a word that ends like a verb is one.
// Accepts LESS: a noun phrase holds no prepositional phrase, no genitive and no apposition; at most 12 words. Which
// phrase is the subject, and where a clause begins, is left to extract/. What is no chunk is a word or a mark.
#pragma once
#include "lexical.hpp"

namespace verbatim::grammar::continental {

// clang-format off

// bytes
struct blank          : pegtl::plus<pegtl::sor<pegtl::one<' ', '\t', '\n', '\r'>, pegtl::string<'\xc2', '\xa0'>,
                            pegtl::string<'\xe2', '\x80', '\xaf'>, pegtl::string<'\xe2', '\x80', '\x89'>>> {};
struct gap            : pegtl::opt<blank> {};                                             // l'|homme  le |port
struct quotation      : pegtl::one<'\x01'> {};
struct number         : pegtl::seq<pegtl::digit, pegtl::star<pegtl::sor<pegtl::alnum,
                            pegtl::seq<pegtl::one<'.', ',', '-', '/', ':'>, pegtl::at<pegtl::digit>>>>,
                            pegtl::opt<pegtl::one<'%'>>> {};                              // 1956  14.000

// words
struct small          : pegtl::sor<pegtl::not_at<where<"nouns-capitalised">>, pegtl::at<word_in<Case::lower>>> {}; // sagen, not das Sagen
struct domain         : word_ending<"domain-tail"> {};                                    // hafen.org
struct surname        : pegtl::seq<pegtl::at<word_in<Case::capital>>, word_of<"surname-too">> {};       // Lee: also a verb
struct cue_word       : pegtl::seq<small, pegtl::not_at<surname>, word_of<"cue">> {};                             // sagte, répondit
struct inverted_cue   : before_inversion<"cue"> {};                                       // dit|-il
struct verb_word      : pegtl::seq<small, pegtl::sor<word_of<"verb">, word_of<"separable">>> {}; // ging, fügte … hinzu
struct inverted_word  : pegtl::seq<pegtl::not_at<before_inversion<"auxiliary">>, any_before_inversion> {}; // regrette|-t-il
struct adverb_word    : pegtl::sor<word_of<"adverb">, word_of<"object-pronoun">, word_ending<"adverb-ending">> {}; // leise, ihm, doucement
struct auxiliary_word : word_of<"auxiliary"> {};                                          // hat, avait, ha
struct clitic         : word_of<"clitic"> {};                                             // lui, s', se
struct function_word  : pegtl::sor<auxiliary_word, word_of<"preposition">, word_of<"conjunction">, word_of<"determiner">,
                            word_of<"possessive-pronoun">, word_of<"pronoun">, word_of<"relative">, word_of<"subordinator">, clitic,
                            word_of<"adverb">, word_of<"object-pronoun">, word_of<"infinitive-marker">, word_of<"negation">> {};
struct no_verb        : word_of<"no-verb"> {};                                            // bruit, nuit
struct verb_like      : pegtl::seq<pegtl::not_at<no_verb>, pegtl::sor<cue_word, inverted_cue, verb_word, word_ending<"verb-ending">, word_ending<"participle-ending">>> {};
struct name_word      : pegtl::seq<pegtl::not_at<pegtl::sor<function_word, word_of<"time-noun">>>, word_in<Case::capital>> {}; // Marek
struct lower_word     : pegtl::seq<pegtl::not_at<pegtl::sor<function_word, verb_like>>, word_in<Case::lower>> {}; // vieux
struct title_word     : pegtl::seq<word_of<"title">, pegtl::opt<pegtl::one<'.'>>, pegtl::at<blank, pegtl::sor<word_in<Case::capital>, word_of<"name-particle">>>> {}; // Mme …
struct determiner     : pegtl::sor<word_of<"determiner">, word_of<"possessive-pronoun">> {};

// noun phrases
struct particle       : pegtl::seq<word_of<"name-particle">, pegtl::at<gap, name_word>> {}; // von …, de …
struct name_tail      : pegtl::seq<gap, pegtl::sor<title_word, name_word, pegtl::seq<particle, gap, name_word>>> {};
struct name_run       : pegtl::seq<pegtl::sor<pegtl::seq<title_word, blank, pegtl::opt<particle, gap>, pegtl::opt<title_word, blank>, word_in<Case::capital>>, name_word>,
                            pegtl::rep_max<6, name_tail>> {};                             // Mme de Veld, Nils Holm
struct first_word     : pegtl::seq<pegtl::not_at<pegtl::sor<auxiliary_word, word_of<"preposition">, word_of<"determiner">,
                            word_of<"relative">, pegtl::seq<pegtl::not_at<word_of<"pronoun.indefinite">>, word_of<"pronoun">>,
                            word_of<"conjunction">, clitic>>, word_in<Case::lower>> {};   // une |personne
// Nouns are capitalised: what stands before the first capital are adjectives. der alte Lotse Holm
struct adjective      : pegtl::seq<pegtl::not_at<pegtl::sor<function_word, cue_word, verb_word>>, word_in<Case::lower>> {}; // genannte
struct capital_core   : pegtl::seq<where<"nouns-capitalised">, pegtl::rep_max<4, adjective, gap>, name_run> {};
struct number_word    : pegtl::seq<number, blank> {};
// le vieux pilote Holm; the first word is no verb, whatever it looks like
struct lower_core     : pegtl::seq<pegtl::not_at<where<"nouns-capitalised">>, pegtl::sor<
                            pegtl::seq<first_word, pegtl::rep_max<4, gap, lower_word>, pegtl::opt<gap, name_run>>,
                            pegtl::seq<name_run, pegtl::rep_max<2, gap, lower_word>>>> {};
struct determined     : pegtl::seq<determiner, gap, pegtl::opt<determiner, gap>, pegtl::opt<number_word>,
                            pegtl::sor<capital_core, lower_core>> {};                     // der Lotse
struct bare           : pegtl::seq<pegtl::sor<pegtl::seq<where<"nouns-capitalised">, name_run>,
                            pegtl::seq<pegtl::not_at<where<"nouns-capitalised">>, name_run>,
                            pegtl::seq<word_of<"person-noun">, pegtl::opt<gap, name_run>>>> {}; // Holm, monsieur Holm
struct noun_phrase    : pegtl::sor<determined, domain, bare> {};

// verb groups
struct lead           : pegtl::rep_max<4, pegtl::sor<clitic, word_of<"negation">>, gap> {}; // ne lui …
struct passed         : pegtl::seq<pegtl::at<word_of<"form.participle">>, cue_word> {};
struct compound       : pegtl::seq<auxiliary_word, gap, pegtl::rep_max<3, adverb_word, gap>, passed> {}; // a aussitôt répondu
struct object_article : pegtl::seq<word_of<"article-clitic">, gap, pegtl::opt<clitic, gap>, pegtl::at<pegtl::sor<word_of<"form.past">, before_inversion<"form.past">>>> {}; // l'…interrompit
struct marked         : pegtl::seq<word_of<"infinitive-marker">, gap> {};                 // zu …
struct cue            : pegtl::seq<lead, pegtl::opt<object_article>, pegtl::opt<marked>, pegtl::sor<compound, cue_word, inverted_cue>> {};
struct verb           : pegtl::seq<lead, pegtl::opt<object_article>, pegtl::opt<marked>, pegtl::sor<verb_word, inverted_word,
                            pegtl::seq<pegtl::not_at<pegtl::sor<function_word, no_verb>>, pegtl::sor<word_ending<"verb-ending">, word_ending<"participle-ending">>>>> {};
struct auxiliary      : pegtl::seq<lead, pegtl::sor<auxiliary_word, before_inversion<"auxiliary">>> {};

// other chunks
struct inversion      : word_of<"inversion"> {};                                          // -t-
struct inverted       : pegtl::seq<inversion, pegtl::at<word_of<"pronoun">>> {};
struct according_to   : word_of<"according-to"> {};                                       // selon, laut
struct preposition    : word_of<"preposition"> {};
struct relative       : word_of<"relative"> {};
struct subordinator   : word_of<"subordinator"> {};
struct coordinator    : word_of<"coordinator"> {};
struct conjunction    : word_of<"conjunction"> {};
struct pronoun        : word_of<"pronoun"> {};
struct adverb         : pegtl::sor<adverb_word, word_of<"negation">> {};
struct time           : pegtl::seq<pegtl::opt<word_of<"determiner">, gap>, pegtl::opt<number, pegtl::opt<pegtl::one<'.'>>, blank>, word_of<"time-noun">, pegtl::rep_max<3, blank,
                            pegtl::sor<number, word_of<"time-noun">>>> {};                // März 1956
struct figure         : number {};
struct word           : word_in<Case::any> {};
struct mark           : any_code_point {};

struct chunk          : pegtl::sor<quotation, according_to, cue, time, verb, auxiliary, pegtl::seq<inverted, pronoun>, noun_phrase,
                            pronoun, relative, subordinator, coordinator, conjunction, preposition, adverb, figure, word, mark> {};
struct step           : pegtl::sor<blank, chunk> {};
struct rule           : pegtl::seq<pegtl::star<step>, pegtl::eof> {};

// clang-format on

} // namespace verbatim::grammar::continental
