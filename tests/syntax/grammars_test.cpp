// SPDX-License-Identifier: Apache-2.0
// No grammar loops without progress: PEGTL's analyze() over every entry rule of every header of grammar/. A header
// without a row here fails a test, and so does a rule that src/syntax/ parses with and no row names.
#include "analysed.hpp"
#include "syntax/citation_parts.hpp"

#include <algorithm>
#include <bibtex.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <frames_continental.hpp>
#include <frames_european.hpp>
#include <frames_han.hpp>
#include <fstream>
#include <iterator>
#include <marks.hpp>
#include <regex>
#include <set>
#include <source_lines.hpp>
#include <string>
#include <vector>

using namespace verbatim;

namespace {

namespace g = verbatim::grammar;
namespace cite = verbatim::grammar::citation;

struct Grammar {
    const char* header;
    std::vector<std::string> rules; ///< without namespace
    std::size_t faults;
};

std::string last_name(std::string_view name) { return std::string(name.substr(name.rfind(':') + 1)); }

template <typename... Rules>
Grammar analysed(const char* header)
{
    return {header, {last_name(tao::pegtl::demangle<Rules>())...}, (tao::pegtl::analyze<Rules>() + ... + 0U)};
}

const std::vector<Grammar>& grammars()
{
    static const std::vector<Grammar> all{
        analysed<g::bibtex::rule>("bibtex.hpp"),
        analysed<cite::numbers, cite::middle_dot, cite::ampersand, cite::colon>("citation_words.hpp"),
        analysed<cite::item, cite::narrative, cite::bare_item, cite::key_item, cite::key_locator, cite::key, cite::name,
                 cite::years, cite::year, cite::locator, cite::prefix, syntax::citation_parts::named_end>(
            "citations.hpp"),
        analysed<g::continental::rule, g::continental::step>("frames_continental.hpp"),
        analysed<g::european::rule, g::european::step>("frames_european.hpp"),
        analysed<g::han::rule, g::han::step>("frames_han.hpp"),
        {"lexical.hpp", {}, 0}, // rules that match by code, below
        analysed<g::marks::to_next_lead>("mark_bytes.hpp"),
        analysed<g::marks::rule>("marks.hpp"),
        analysed<cite::source_label, cite::list_label, cite::numeric_date, cite::han_date, cite::issue_pages,
                 cite::listed_name, cite::listed, cite::behind_role, cite::dated_head, cite::titled_head,
                 cite::only_listed, cite::type_mark, cite::volume_issue>("source_lines.hpp"),
    };
    return all;
}

const std::filesystem::path source_folder = VERBATIM_SOURCE_DIR;

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct LexicalState {
    const syntax::Lexicon& lexicon;
    g::Places places;
};

/// At every byte of the text: what succeeds has moved on.
template <typename Rule, typename State>
void moves_on_where_it_succeeds(const std::string& text, State& state)
{
    for (std::size_t at = 0; at <= text.size(); ++at) {
        tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy> in(text.data(), text.data() + text.size(), "");
        in.bump(at);
        const bool succeeds = tao::pegtl::parse<Rule>(in, state);
        BOOST_TEST(succeeds == (static_cast<std::size_t>(in.current() - text.data()) > at),
                   tao::pegtl::demangle<Rule>() << " at " << at << " of " << text);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(every_grammar)

BOOST_AUTO_TEST_CASE(no_grammar_loops_without_progress)
{
    for (const Grammar& grammar : grammars())
        BOOST_TEST(grammar.faults == 0U, grammar.header);
}

BOOST_AUTO_TEST_CASE(every_header_of_the_grammar_is_analysed)
{
    std::set<std::string> headers, rows;
    for (const auto& entry : std::filesystem::directory_iterator(source_folder / "grammar"))
        if (entry.path().extension() == ".hpp")
            headers.insert(entry.path().filename().string());
    for (const Grammar& grammar : grammars())
        rows.insert(grammar.header);
    BOOST_TEST(headers == rows, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_rule_that_is_parsed_with_is_analysed)
{
    std::set<std::string> rules{"Rule", "Step"}; // template parameters
    for (const Grammar& grammar : grammars())
        rules.insert(grammar.rules.begin(), grammar.rules.end());
    const std::regex use(R"(\b(?:read|consumed|parse|read_steps)<(?:\w+::)*(\w+))");
    std::size_t uses = 0;
    for (const auto& entry : std::filesystem::directory_iterator(source_folder / "src" / "syntax")) {
        const std::string source = bytes_of(entry.path());
        for (std::sregex_iterator found(source.begin(), source.end(), use), end; found != end; ++found, ++uses)
            BOOST_TEST(rules.contains((*found)[1].str()), (*found)[1].str()
                                                              << " of " << entry.path().filename() << " has no row");
    }
    BOOST_TEST(uses > 20U);
}

BOOST_AUTO_TEST_CASE(rules_that_match_by_code_move_on)
{
    for (const char* language : {"en", "fr", "zh"}) {
        const syntax::Lexicon& lexicon = syntax::lexicon(language);
        for (const std::string& text :
             {std::string("The workers' J. Okoro said, dit-il: demanda-t-elle's 港口发言人说"), std::string(),
              std::string("\xE2\x80\xFF\0'\xC3", 6), std::string("U.S. - ''s s' s\u2019 quietly 12p. vol. 3 etc")}) {
            LexicalState state{lexicon, {lexicon, text}};
            moves_on_where_it_succeeds<g::word_of<"cue">>(text, state);
            moves_on_where_it_succeeds<g::word_in<g::Case::any>>(text, state);
            moves_on_where_it_succeeds<g::word_ending<"adverb-ending">>(text, state);
            moves_on_where_it_succeeds<g::longer_than<"cue", "body-noun", "person-noun">>(text, state);
            moves_on_where_it_succeeds<g::before_inversion<"cue">>(text, state);
            moves_on_where_it_succeeds<g::any_before_inversion>(text, state);
            moves_on_where_it_succeeds<g::possessor_word>(text, state);
            moves_on_where_it_succeeds<g::any_code_point>(text, state);
            moves_on_where_it_succeeds<g::han_character>(text, state);
            cite::Reader reader{lexicon, {}};
            moves_on_where_it_succeeds<cite::character<cite::latin_letter>>(text, reader);
            moves_on_where_it_succeeds<cite::word_of<"locator.page">>(text, reader);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
