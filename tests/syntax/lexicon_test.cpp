// SPDX-License-Identifier: Apache-2.0
#include "syntax/lexicon.hpp"
#include "syntax/lexicon_image.hpp"

#include "embedded/lexicons.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

using verbatim::syntax::Lexicon;
using verbatim::syntax::lexicon;

BOOST_AUTO_TEST_SUITE(lexicon_classes)

BOOST_AUTO_TEST_CASE(said_and_wrote_are_told_from_denied)
{
    const Lexicon& english = lexicon("en");
    BOOST_TEST(english.class_in("cue", "said").value_or("") == "say");
    BOOST_TEST(english.class_in("cue", "Wrote").value_or("") == "write");
    BOOST_TEST(english.class_in("cue", "denied").value_or("") == "deny");
    BOOST_TEST(english.class_in("cue", "adding").value_or("") == "add");
    BOOST_TEST(english.class_in("cue", "defined").value_or("") == "define");
    BOOST_TEST(!english.class_in("cue", "harbour"));
    BOOST_TEST(lexicon("zh").class_in("cue", "指出").value_or("") == "state");
    BOOST_TEST(lexicon("zh").class_in("cue", "否认").value_or("") == "deny");
}

BOOST_AUTO_TEST_CASE(the_longest_entry_that_ends_a_word_matches)
{
    const Lexicon& english = lexicon("en");
    BOOST_TEST(english.match("cue", "pointed out that", 0) == 11U);
    BOOST_TEST(english.match("cue", "pointed\n  out that", 0) == 13U); // a run of white space is one blank
    BOOST_TEST(english.match("cue.say", "SAID", 0) == 4U);
    BOOST_TEST(english.match("cue.say", "saidst", 0) == 0U);
    BOOST_TEST(english.match("adverb", "so-called", 0) == 0U); // a hyphen with a letter behind it ends no word
    BOOST_TEST(english.match("auxiliary", "wouldn\u2019t", 0) == 10U);
    BOOST_TEST(english.match("cue", "he said", 3) == 4U);
    BOOST_TEST(english.match("cue", "said", 9) == 0U);
    BOOST_TEST(english.match("no-such-class", "said", 0) == 0U);
    BOOST_TEST(lexicon("zh").match("cue", "补充说：", 0) == 9U);
}

BOOST_AUTO_TEST_CASE(all_classes_of_a_word_are_asked_at_once)
{
    const Lexicon& english = lexicon("en");
    for (const char* const word :
         {"said", "Said", "point  out", "pointed\n out", "saidst", "said ", "", "Mr.", "wouldn\u2019t"})
        for (const std::string_view name : verbatim::syntax::compiled_classes())
            BOOST_TEST(english.classes_of(word).test(verbatim::syntax::class_id(name))
                       == (*word != '\0' && english.match(name, word, 0) == std::string_view(word).size()));
    const auto classes = verbatim::syntax::class_set({"title", "cue.say"});
    BOOST_TEST((english.classes_of("Mr.") & classes).any());
    BOOST_TEST((english.classes_of("said") & classes).any());
    BOOST_TEST(!(english.classes_of("denied") & classes).any());
}

BOOST_AUTO_TEST_CASE(names_of_classes_have_different_hashes)
{
    std::set<std::uint64_t> hashes;
    for (const std::string_view name : verbatim::syntax::compiled_classes())
        BOOST_TEST(hashes.insert(verbatim::syntax::ClassName(name).hash()).second);
    BOOST_TEST(verbatim::syntax::ClassName("cue").hash() == verbatim::syntax::ClassName(std::string("cue")).hash());
    constexpr char padded[32] = "cue"; // as a template argument carries it
    BOOST_TEST(verbatim::syntax::ClassName(padded).hash() == verbatim::syntax::ClassName("cue").hash());
}

BOOST_AUTO_TEST_CASE(broken_bytes_match_nothing)
{
    const Lexicon& english = lexicon("en");
    for (const std::string_view bytes : {"\xff\xfe", "\xe6", "\xf0\x9f", "\x01"})
        BOOST_TEST(english.match("cue", bytes, 0) == 0U);
    BOOST_TEST(!english.has("cue", ""));
}

BOOST_AUTO_TEST_CASE(a_language_without_lexicon_is_read_as_english)
{
    BOOST_TEST(lexicon("zh-Hant-TW").language() == "zh");
    BOOST_TEST(lexicon("zh").frame() == "han");
    BOOST_TEST(!verbatim::syntax::has_lexicon("tlh"));
    BOOST_TEST(lexicon("tlh").language() == "en");
    const auto languages = verbatim::syntax::lexicon_languages();
    BOOST_TEST((std::count(languages.begin(), languages.end(), "en") == 1));
}

BOOST_AUTO_TEST_CASE(articles_are_those_of_all_lexicons)
{
    std::size_t seen = 0;
    for (const std::string& language : verbatim::syntax::lexicon_languages())
        for (const std::string& article : lexicon(language).entries("article")) {
            BOOST_TEST(verbatim::syntax::is_article(article), language + ": " + article);
            ++seen;
        }
    BOOST_TEST(seen > 10U);
    for (const char* const other : {"", "port", "th", "thee", "la mer"})
        BOOST_TEST(!verbatim::syntax::is_article(other), other);
    BOOST_TEST(verbatim::syntax::is_article("The"));
}

BOOST_AUTO_TEST_CASE(verbs_are_conjugated_from_their_stems)
{
    const Lexicon made("[conjugation.strong]\npresent = [\"~e\", \"~2t\"]\npast = [\"~3\"]\nparticiple = [\"ge~4en\"]\n"
                       "[conjugated.cue.say]\nstrong = [\"sprech sprich sprach sproch\", \"ruf\"]\n",
                       "made.toml");
    for (const char* const form : {"spreche", "spricht", "sprach", "gesprochen", "rufe"})
        BOOST_TEST(made.has("cue.say", form), form);
    BOOST_TEST(made.has("form.past", "sprach"));
    BOOST_TEST(!made.has("form.past", "spreche"));
    BOOST_TEST(made.has("form.participle", "gesprochen"));
    BOOST_TEST(!made.has("cue", "ruft")); // the verb has no second stem
    BOOST_CHECK_THROW(Lexicon("[conjugated.cue.say]\nweak = [\"ruf\"]", "unknown.toml"), std::exception);
}

BOOST_AUTO_TEST_CASE(one_lexicon_may_hold_classes_of_another)
{
    const Lexicon made("shared-from = \"en\"\nshared = [\"note\"]\n[note]\nibid = [\"ebd\"]\n", "made.toml");
    BOOST_TEST(made.has("note.ibid", "ibid"));
    BOOST_TEST(made.has("note.ibid", "ebd"));
    BOOST_TEST(made.class_in("note", "ebd").value_or("") == "ibid");
    BOOST_CHECK_THROW(Lexicon("shared-from = \"en\"\nshared = [\"no-such\"]", "unknown.toml"), std::exception);
}

BOOST_AUTO_TEST_CASE(what_is_compiled_in_is_what_the_files_say)
{
    const auto compiled = verbatim::syntax::compiled_lexicons();
    BOOST_REQUIRE(compiled.size() == verbatim::embedded::lexicons().size());
    BOOST_TEST(compiled.size() >= 5U);
    for (std::size_t i = 0; i < compiled.size(); ++i) {
        const verbatim::embedded::File& file = verbatim::embedded::lexicons()[i];
        const std::string image = verbatim::syntax::lexicon_image(file.bytes, std::string(file.path));
        BOOST_TEST((image == compiled[i].image), file.path);
        BOOST_TEST(file.path.ends_with("/" + std::string(compiled[i].language) + ".toml"));
    }
}

BOOST_AUTO_TEST_CASE(words_of_a_class_stand_in_the_order_of_the_file)
{
    const Lexicon made("plain = [\"Tide\", \"a quay\"]\n[kin]\nnear = [\"ebb\"]\nfar = []\n", "made.toml");
    BOOST_TEST(made.entries("plain") == (std::vector<std::string>{"tide", "a quay"}), boost::test_tools::per_element());
    BOOST_TEST(made.entries("kin.near") == std::vector<std::string>{"ebb"}, boost::test_tools::per_element());
    BOOST_TEST(made.entries("kin.far").empty());
    BOOST_TEST(made.entries("nowhere").empty());
    BOOST_TEST(made.match("kin", "ebb", 0) == 3U);
}

BOOST_AUTO_TEST_CASE(a_faulty_lexicon_is_our_own_fault)
{
    BOOST_CHECK_THROW(Lexicon("cue = [\"said\"", "broken.toml"), std::exception);
    BOOST_CHECK_THROW(Lexicon("cue = [\"\"]", "empty.toml"), std::exception);
}

BOOST_AUTO_TEST_SUITE_END()
