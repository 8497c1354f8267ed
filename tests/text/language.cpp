// SPDX-License-Identifier: Apache-2.0
#include "text/text.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;
using namespace verbatim::text;

namespace {

std::string shown(std::string_view text, const char* language)
{
    std::string out;
    for (const Span span : sentences(text, language))
        out += "[" + std::string(text.substr(span.begin, span.size())) + "]";
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(text_language)

BOOST_AUTO_TEST_CASE(sentences_of_a_text)
{
    const struct {
        const char* language;
        const char* text;
        const char* expected;
    } cases[] = {
        {"en", "It rose. It fell.", "[It rose. ][It fell.]"},
        {"en", "Mr. Okoro spoke to Dr. Lindqvist. She left.", "[Mr. Okoro spoke to Dr. Lindqvist. ][She left.]"},
        {"en", "\u201CIt rose.\u201D It fell.", "[\u201CIt rose.\u201D ][It fell.]"},
        {"en", "(It rose.) It fell.", "[(It rose.) ][It fell.]"},
        {"en", "It rose\nagain. It fell.", "[It rose\nagain. ][It fell.]"},
        {"en", "\u201CNo!\u201D she said. He left.", "[\u201CNo!\u201D she said. ][He left.]"},
        {"en", "J. R. Okoro spoke. He left.", "[J. R. Okoro spoke. ][He left.]"},
        // an abbreviation is a whole word: "r." does not end "er."
        {"de", "So kam er. Der Hafen war leer.", "[So kam er. ][Der Hafen war leer.]"},
        {"de", "Es war im Jahr. Wir gingen ab. Man sah v. u. Z. Boote.",
         "[Es war im Jahr. ][Wir gingen ab. ][Man sah v. u. Z. Boote.]"},
        {"de", "Im Hafen lagen ca. Zehn Boote, vgl. Abs. Zwei.", "[Im Hafen lagen ca. ][Zehn Boote, vgl. Abs. Zwei.]"},
        {"fr", "Elle aime la mer. Le port dort. Le mer. 5 mai il part.",
         "[Elle aime la mer. ][Le port dort. ][Le mer. 5 mai il part.]"},
        {"zh", "\u6E2F\u53E3\u5F00\u4E86\u3002\u201C\u597D\uFF01\u201D\u4ED6\u8D70\u4E86\u3002",
         "[\u6E2F\u53E3\u5F00\u4E86\u3002][\u201C\u597D\uFF01\u201D][\u4ED6\u8D70\u4E86\u3002]"},
        {"zh", "\u300E\u597D\u3002\u300F\u4ED6\u8D70\u4E86\u3002",
         "[\u300E\u597D\u3002\u300F][\u4ED6\u8D70\u4E86\u3002]"},
        {"en", "", ""},
    };
    for (const auto& one : cases)
        BOOST_TEST(shown(one.text, one.language) == one.expected,
                   one.text << " gives " << shown(one.text, one.language));
}

BOOST_AUTO_TEST_CASE(sentences_cover_the_text)
{
    std::string text;
    for (int i = 0; i < 20000; ++i)
        text += i % 3 == 0 ? "\"" : i % 3 == 1 ? ". " : "A\n";
    std::size_t at = 0;
    for (const Span span : sentences(text, "en")) {
        BOOST_REQUIRE(span.begin == at);
        at = span.end;
    }
    BOOST_TEST(at == text.size());
}

BOOST_AUTO_TEST_CASE(languages)
{
    BOOST_TEST(detect_language("The council lent the port fourteen million crowns over three years and said so.")
               == "en");
    BOOST_TEST(detect_language("Le conseil a pr\u00EAt\u00E9 quatorze millions de couronnes au port et il l'a dit.")
               == "fr");
    BOOST_TEST(detect_language(
                   "\u6211\u4EEC\u8981\u5B88\u4F4F\u6E2F\u53E3\uFF0C\u8FD9\u662F\u6211\u4EEC\u7684\u5927\u6D77\u3002")
               == "zh");
    BOOST_TEST(detect_language("\u6211\u5011\u8981\u5B88\u4F4F\u6E2F\u53E3\uFF0C\u9019\u662F\u6211\u5011\u7684\u5927"
                               "\u6D77\u8207\u9818\u571F\u3002")
               == "zh-Hant");
    BOOST_TEST(detect_language("\u6E2F\u306F\u79C1\u305F\u3061\u306E\u3082\u306E\u3067\u3059\u3002\u6D77\u3082\u79C1"
                               "\u305F\u3061\u306E\u3082\u306E\u3067\u3059\u3002")
               == "ja");
    BOOST_TEST(detect_language("Yes.") == "");
    BOOST_TEST(detect_language("") == "");
    BOOST_TEST(primary_language("zh-Hant-TW") == "zh");
    BOOST_TEST(primary_language("EN_gb") == "en");
    BOOST_TEST(same_language("zh", "zh-Hant"));
    BOOST_TEST(!same_language("en", "fr"));
}

BOOST_AUTO_TEST_CASE(stems)
{
    BOOST_TEST(stem("Quietly", "en") == stem("quiet", "en"));
    BOOST_TEST(stem("ships", "en-GB") == "ship");
    BOOST_TEST(stem("Ships", "xx") == "ships");
    BOOST_TEST(stem("", "en") == "");
}

BOOST_AUTO_TEST_CASE(marks_by_language)
{
    BOOST_TEST(quotation_marks("de").open == "\u201E");
    BOOST_TEST(quotation_marks("fr").open == "\u00AB");
    BOOST_TEST(quotation_marks("zh").inner_close == "\u2019");
    BOOST_TEST(quotation_marks("zh-Hant").open == "\u300C");
}

BOOST_AUTO_TEST_CASE(scripts)
{
    BOOST_TEST(simplified("\u6E2F\u53E3\u958B\u653E a") == "\u6E2F\u53E3\u5F00\u653E a");
    BOOST_TEST(romanised("\u6797\u594E\u65AF\u7279") == "lin kui si te");
    BOOST_TEST(looks_alike("port", "p\u043Ert"));
    BOOST_TEST(!looks_alike("port", "port"));
    BOOST_TEST(!looks_alike("modern", "modem"));
    BOOST_TEST(!looks_alike("", "a"));
}

BOOST_AUTO_TEST_CASE(characters)
{
    BOOST_TEST(static_cast<unsigned>(code_point_at("a\u6E2F", 1)) == 0x6E2FU);
    BOOST_TEST(static_cast<unsigned>(code_point_at("a", 9)) == 0xFFFDU);
    BOOST_TEST(static_cast<unsigned>(code_point_before("\u6E2F", 3)) == 0x6E2FU);
    BOOST_TEST(static_cast<unsigned>(code_point_before("a", 0)) == 0xFFFDU);
    BOOST_TEST(code_point_size("\u6E2F", 0) == 3U);
    BOOST_TEST(code_point_size("", 5) == 1U);
    BOOST_TEST(is_hidden(0x202E));
    BOOST_TEST(is_hidden(0x200B));
    BOOST_TEST(!is_hidden(0x200D));
    BOOST_TEST(!is_hidden(0xAD));
    BOOST_TEST(is_han_or_kana(0x3005));
    BOOST_TEST(!is_han_or_kana(0x3002));
}

BOOST_AUTO_TEST_SUITE_END()
