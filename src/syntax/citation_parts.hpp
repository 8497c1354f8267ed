// SPDX-License-Identifier: Apache-2.0
// The parts that citations and references share. Private to the room.
#pragma once
#include "citation_words.hpp"
#include "model/reading.hpp"
#include "syntax/citations.hpp"
#include "text/text.hpp"

#include <citations.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace verbatim::syntax::citation_parts {

namespace grammar_ = verbatim::grammar::citation;

template <grammar_::Part P>
struct note {
    template <typename ActionInput>
    static void apply(const ActionInput& in, grammar_::Reader& reader)
    {
        const std::size_t begin = in.position().byte;
        reader.notes.push_back({P, {begin, begin + in.size()}});
    }
};
template <typename Rule>
struct action : tao::pegtl::nothing<Rule> {
};
template <>
struct action<grammar_::authors> : note<grammar_::Part::authors>, tao::pegtl::require_apply {
};
template <>
struct action<grammar_::year> : note<grammar_::Part::year>, tao::pegtl::require_apply {
};
template <>
struct action<grammar_::undated> : note<grammar_::Part::year>, tao::pegtl::require_apply {
};
template <>
struct action<grammar_::suffix> : note<grammar_::Part::suffix>, tao::pegtl::require_apply {
};
template <>
struct action<grammar_::locator> : note<grammar_::Part::locator>, tao::pegtl::require_apply {
};
template <>
struct action<grammar_::key> : note<grammar_::Part::key>, tao::pegtl::require_apply {
};

using Input = tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy>;

/// Gives the text to the rule; notes are offsets in it.
template <typename Rule>
bool read(std::string_view text, grammar_::Reader& reader)
{
    Input input(text.data(), text.data() + text.size(), "");
    return tao::pegtl::parse<Rule, action>(input, reader);
}

/// Bytes that the rule takes from the text's beginning; 0 where it does not match.
template <typename Rule>
std::size_t consumed(std::string_view text, const Lexicon& lexicon)
{
    grammar_::Reader reader{lexicon, {}};
    Input input(text.data(), text.data() + text.size(), "");
    return tao::pegtl::parse<Rule>(input, reader) ? static_cast<std::size_t>(input.current() - text.data()) : 0;
}

/// The authors before a bracket, up to it.
struct named_end
    : tao::pegtl::seq<grammar_::authors, tao::pegtl::opt<grammar_::possessive>, grammar_::gap, tao::pegtl::eof> {};

[[nodiscard]] inline Span shifted(Span span, std::size_t by) { return {span.begin + by, span.end + by}; }
[[nodiscard]] std::string joined(const std::vector<std::string>& names); ///< by "; "

/// "page" "chapter" …: the kind that a locator's label tells; "page" without one.
[[nodiscard]] std::string locator_kind(std::string_view locator, const Lexicon& lexicon);
/// The numbers of a locator without its label.
[[nodiscard]] std::string locator_value(std::string_view locator);

template <typename Parsed>
void set_locator(Parsed& parsed, std::string_view text, Span span, const Lexicon& lexicon)
{
    parsed.locator = TextSpan{text::collapse(text.substr(span.begin, span.size())), span};
    parsed.locator_kind = locator_kind(parsed.locator->text, lexicon);
    parsed.fields["locator"] = locator_value(parsed.locator->text);
}

/// "1987a" → issued 1987, year-suffix a; "1914–18" → 1914/1918; "[1867] 1990" → issued 1990, original-date 1867.
void set_year(std::map<std::string, std::string>& fields, std::string_view written);

} // namespace verbatim::syntax::citation_parts
