// SPDX-License-Identifier: Apache-2.0
// Reads a host sentence of a European language into chunks; every quotation in it is the one byte 0x01 (CONVENTIONS 6).
// Accepts MORE than a grammar of the language: any run of words that are no function words and no verbs may be a noun
// phrase; which chunk is a subject, an object or an adverbial is left to extract/.
// Accepts LESS: noun phrases hold no prepositional phrase, no clause and no apposition (extract/ joins them); at most
// 14 words. What is no chunk is a word or a mark: a sentence never fails to parse.
#pragma once
#include "lexical.hpp"

namespace verbatim::grammar::european {

// clang-format off

// bytes
struct blank          : pegtl::plus<pegtl::one<' ', '\t', '\n', '\r'>> {};
struct quotation      : pegtl::one<'\x01'> {};
struct number         : pegtl::seq<pegtl::digit, pegtl::star<pegtl::sor<pegtl::alnum,
                            pegtl::seq<pegtl::one<'.', ',', '-', '/', ':'>, pegtl::at<pegtl::digit>>,
                            pegtl::seq<pegtl::one<'-'>, pegtl::at<pegtl::alpha>>>>,
                            pegtl::opt<pegtl::one<'%'>>> {};                             // 1956  9th  14,000  34-year-old

// words
struct adverb_word    : pegtl::sor<word_of<"adverb">,
                            pegtl::seq<pegtl::not_at<word_of<"ly-noun">>, word_ending<"adverb-ending">>> {}; // also, quietly
struct cue_word       : word_of<"cue"> {};                                                // said, pointed out
struct verb_word      : word_of<"verb"> {};                                               // sat
struct noun_word      : pegtl::sor<word_of<"document-noun">, word_of<"person-noun">, word_of<"body-noun">,
                            word_of<"event-noun">> {};                                    // report
struct capital_pair   : pegtl::seq<word_in<Case::capital>, blank, word_in<Case::capital>> {};
struct time_word      : pegtl::seq<pegtl::opt<pegtl::sor<word_of<"determiner">, word_of<"time-adjective">>, blank, pegtl::not_at<capital_pair>>,
                            word_of<"time-noun">> {};                                     // Friday, this week, early Monday; not the Second Congress
struct function_word  : pegtl::sor<word_of<"auxiliary">, word_of<"preposition">, word_of<"conjunction">,
                            word_of<"determiner">, word_of<"possessive-pronoun">, word_of<"pronoun">,
                            word_of<"relative">, word_of<"subordinator">, word_of<"adverb">, word_of<"reflexive">, word_of<"infinitive-marker">,
                            word_of<"negation">> {};
struct content_word   : pegtl::seq<pegtl::not_at<function_word>, word_in<Case::any>> {};
struct verb_like      : pegtl::seq<pegtl::not_at<noun_word>, pegtl::sor<verb_word, cue_word, word_of<"form.past">,
                            word_ending<"verb-ending">, word_ending<"participle-ending">>> {};
struct lower_noun     : pegtl::seq<pegtl::not_at<pegtl::sor<function_word, adverb_word, verb_like>>, word_in<Case::lower>> {}; // harbour
struct domain         : pegtl::seq<word_in<Case::lower>, pegtl::one<'.'>, word_of<"domain-ending">> {}; // harbour.org
struct name_word      : pegtl::seq<pegtl::not_at<pegtl::sor<function_word, word_of<"time-noun">>>,
                            word_in<Case::capital>> {};                                   // Lindqvist
struct paper_word     : pegtl::seq<pegtl::at<word_of<"paper-name">>, word_in<Case::capital>> {}; // Harbour Times
struct title_word     : pegtl::seq<word_of<"title">, pegtl::at<blank, word_in<Case::capital>>> {}; // Dr. …

// noun phrases
struct particle       : pegtl::seq<word_of<"name-particle">, pegtl::at<blank, name_word>> {};       // van der …
// A capital behind a name is none of the verb: Tilda May, One Port AM.
struct modal_name     : pegtl::seq<pegtl::at<word_of<"auxiliary">>, word_in<Case::capital>> {};   // May
struct name_tail      : pegtl::seq<blank, pegtl::sor<title_word, name_word, paper_word, modal_name, pegtl::seq<particle, blank, name_word>>> {};
struct name_run       : pegtl::seq<pegtl::opt<title_word, blank>, name_word, pegtl::rep_max<8, name_tail>> {}; // Dr. Oda Lindqvist
// A statement saying: behind such a noun the participle is none of its phrase; behind an adjective it is, a famous saying.
struct before_saying  : pegtl::seq<noun_word, blank, word_of<"saying-noun">> {};
struct run_noun       : pegtl::seq<pegtl::not_at<before_saying>, lower_noun> {};
struct lower_run      : pegtl::sor<pegtl::seq<run_noun, pegtl::rep_max<6, blank, pegtl::sor<run_noun, number>>,
                            pegtl::opt<blank, pegtl::at<before_saying>, lower_noun>>,
                            pegtl::seq<pegtl::at<before_saying>, lower_noun>> {};         // port chief
struct determiner     : pegtl::sor<word_of<"possessive-pronoun">, word_of<"determiner">> {};
// Behind a determiner the first word is no verb, whatever it looks like: the state, a report, the united front.
struct first_noun     : pegtl::seq<pegtl::not_at<pegtl::sor<word_of<"auxiliary">, word_of<"preposition">,
                            word_of<"determiner">, word_of<"relative">, word_of<"pronoun">>>, word_in<Case::lower>> {};
// Behind a name only what ends in a noun that the lexicon knows: CPC top leaders, not "Lund flooded".
struct noun_tail      : pegtl::seq<blank, pegtl::rep_max<2, pegtl::not_at<noun_word>, lower_noun, blank>,
                            pegtl::not_at<word_of<"form.gerund">>, noun_word> {};
struct core           : pegtl::sor<pegtl::seq<pegtl::at<before_saying>, first_noun>,
                            pegtl::seq<first_noun, pegtl::opt<blank, lower_run>, pegtl::opt<blank, name_run, pegtl::opt<noun_tail>>>,
                            pegtl::seq<name_run, pegtl::opt<blank, lower_run>>> {};
// Behind a singular article the base form of a verb is a noun: a wry smile, a famous quote.
struct base_noun      : pegtl::sor<lower_noun, pegtl::seq<pegtl::not_at<function_word>, word_of<"form.base">>> {};
struct singular       : pegtl::seq<word_of<"singular-article">, blank, pegtl::sor<pegtl::seq<pegtl::at<before_saying>, first_noun>,
                            pegtl::seq<first_noun, pegtl::rep_max<6, blank, pegtl::not_at<before_saying>, base_noun>,
                            pegtl::opt<blank, pegtl::at<before_saying>, base_noun>,
                            pegtl::opt<blank, name_run, pegtl::opt<noun_tail>>>>> {};
struct counted        : pegtl::seq<number, pegtl::opt<blank, pegtl::not_at<word_of<"form.past">>, core>> {};                  // 8th CPC Central Committee
struct dated_name     : pegtl::seq<pegtl::at<capital_pair>, word_of<"time-noun">, blank, name_run,
                            pegtl::opt<blank, lower_run>> {};                             // the Second Congress
struct determined     : pegtl::seq<determiner, blank, pegtl::opt<determiner, blank>, pegtl::sor<counted, dated_name, core>> {};
struct bare           : pegtl::sor<domain, pegtl::seq<lower_run, pegtl::opt<blank, name_run, pegtl::opt<noun_tail>>>,
                            pegtl::seq<name_run, pegtl::opt<noun_tail>>> {};
// Described Crick's proposal: the verb is none of the owner.
struct past_cue       : pegtl::seq<pegtl::at<word_in<Case::lower>>, word_of<"form.past">> {};      // described
struct possessor      : pegtl::seq<apostrophe_ahead, pegtl::opt<determiner, blank>,
                            pegtl::rep_max<5, pegtl::not_at<possessor_word>, pegtl::not_at<past_cue>, content_word, blank>, possessor_word, blank> {};
struct possessed      : pegtl::seq<pegtl::rep_max<2, possessor>, core> {};                    // Okoro's claim
// Another said: no noun phrase, though determiners begin one.
struct stands_alone   : pegtl::seq<word_of<"pronoun">, blank, cue_word> {};
struct noun_phrase    : pegtl::seq<pegtl::not_at<stands_alone>,
                            pegtl::sor<pegtl::seq<pegtl::at<possessor>, possessed>, singular, determined, bare>> {};

// verb groups
// In May accused: a capital inside the sentence is no auxiliary.
struct auxiliary_word : pegtl::seq<pegtl::sor<pegtl::not_at<word_in<Case::capital>>, pegtl::bof>, word_of<"auxiliary">> {}; // has
struct before_verb    : pegtl::sor<word_of<"raising">, auxiliary_word, word_of<"negation">, adverb_word> {};
struct infinitive     : pegtl::seq<word_of<"infinitive-marker">, blank> {};
struct verb_lead      : pegtl::seq<pegtl::opt<infinitive>, pegtl::rep_max<5, before_verb, blank>, pegtl::opt<infinitive>> {};
struct cue            : pegtl::seq<verb_lead, cue_word> {};                               // has also said
// During is no participle, a morning no verb.
struct no_verb        : pegtl::sor<function_word, noun_word, word_of<"time-noun">, word_of<"no-speaker-noun">> {};
struct verb           : pegtl::seq<verb_lead, pegtl::sor<verb_word, pegtl::seq<pegtl::not_at<function_word>, word_ending<"verb-ending">>,
                            pegtl::seq<pegtl::not_at<no_verb>, word_ending<"participle-ending">>>> {}; // was built, running
struct auxiliary      : word_of<"auxiliary"> {};                                          // is

// other chunks
struct according_to   : word_of<"according-to"> {};                                       // according to
struct preposition    : word_of<"preposition"> {};
struct relative       : word_of<"relative"> {};
struct subordinator   : word_of<"subordinator"> {};
struct coordinator    : word_of<"coordinator"> {};
struct conjunction    : word_of<"conjunction"> {};
struct pronoun        : word_of<"pronoun"> {};
struct adverb         : pegtl::sor<adverb_word, word_of<"reflexive">> {};
struct time           : pegtl::seq<time_word, pegtl::rep_max<3, pegtl::opt<pegtl::one<','>>, blank,
                            pegtl::sor<number, word_of<"time-noun">>>> {};                // March 1956; 3 May has its number before
struct figure         : number {};
struct word           : word_in<Case::any> {};
struct mark           : any_code_point {};

struct verb_group     : pegtl::sor<cue, verb> {};
struct chunk          : pegtl::sor<quotation, according_to, verb_group, time, pegtl::seq<pegtl::at<pronoun>, pegtl::not_at<noun_phrase>, pronoun>,
                            noun_phrase, pronoun, relative, subordinator, coordinator, conjunction, adverb, preposition,
                            auxiliary, figure, word, mark> {};
struct step           : pegtl::sor<blank, chunk> {};
struct rule           : pegtl::seq<pegtl::star<step>, pegtl::eof> {};

// clang-format on

} // namespace verbatim::grammar::european
