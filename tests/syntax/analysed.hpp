// SPDX-License-Identifier: Apache-2.0
// What analyze() must be told of the rules that match by code: whether each that succeeds has consumed something.
// A grammar that gets such a rule without a line here does not compile in grammars_test.cpp.
#pragma once
#include <citation_words.hpp>
#include <lexical.hpp>
#include <mark_bytes.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

namespace tao::pegtl {

// May succeed without.
template <typename Rule>
struct analyze_traits<Rule, verbatim::grammar::marks::to_next_lead> : analyze_opt_traits<> {
};
template <typename Rule, verbatim::grammar::Name Pattern>
struct analyze_traits<Rule, verbatim::grammar::where<Pattern>> : analyze_opt_traits<> {
};
template <typename Rule>
struct analyze_traits<Rule, verbatim::grammar::apostrophe_ahead> : analyze_opt_traits<> {
};

// Succeed only with: grammars_test.cpp tries them.
template <typename Rule, verbatim::grammar::Name Class>
struct analyze_traits<Rule, verbatim::grammar::word_of<Class>> : analyze_any_traits<> {
};
template <typename Rule, verbatim::grammar::Case Wanted>
struct analyze_traits<Rule, verbatim::grammar::word_in<Wanted>> : analyze_any_traits<> {
};
template <typename Rule, verbatim::grammar::Name Class>
struct analyze_traits<Rule, verbatim::grammar::word_ending<Class>> : analyze_any_traits<> {
};
template <typename Rule, verbatim::grammar::Name Against, verbatim::grammar::Name... Classes>
struct analyze_traits<Rule, verbatim::grammar::longer_than<Against, Classes...>> : analyze_any_traits<> {
};
template <typename Rule, verbatim::grammar::Name Class>
struct analyze_traits<Rule, verbatim::grammar::before_inversion<Class>> : analyze_any_traits<> {
};
template <typename Rule>
struct analyze_traits<Rule, verbatim::grammar::any_before_inversion> : analyze_any_traits<> {
};
template <typename Rule>
struct analyze_traits<Rule, verbatim::grammar::possessor_word> : analyze_any_traits<> {
};
template <typename Rule>
struct analyze_traits<Rule, verbatim::grammar::any_code_point> : analyze_any_traits<> {
};
template <typename Rule>
struct analyze_traits<Rule, verbatim::grammar::han_character> : analyze_any_traits<> {
};
template <typename Rule, bool (*Holds)(char32_t)>
struct analyze_traits<Rule, verbatim::grammar::citation::character<Holds>> : analyze_any_traits<> {
};
template <typename Rule, verbatim::grammar::citation::class_name Class>
struct analyze_traits<Rule, verbatim::grammar::citation::word_of<Class>> : analyze_any_traits<> {
};

} // namespace tao::pegtl
