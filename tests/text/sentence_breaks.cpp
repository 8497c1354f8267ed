// SPDX-License-Identifier: Apache-2.0
// The breaks that sentences() jumps to are those at which ICU's iterator stops, on text of all kinds of characters.
#include "text/sentence_breaks.hpp"
#include "text/code_points.hpp"

#include <boost/test/unit_test.hpp>
#include <memory>
#include <random>
#include <string>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <vector>

using namespace verbatim::text;

namespace {

std::vector<std::size_t> breaks_of_icu(icu::BreakIterator& iterator, const std::string& text)
{
    std::vector<std::size_t> found;
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, text.data(), static_cast<int64_t>(text.size()), &status);
    iterator.setText(&view, status);
    BOOST_REQUIRE(U_SUCCESS(status));
    for (int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next())
        found.push_back(static_cast<std::size_t>(at));
    utext_close(&view);
    return found;
}

std::vector<std::size_t> breaks_of(const std::string& text, const std::string& language)
{
    std::vector<std::size_t> found;
    const SentenceBreaks breaks(text, language);
    for (std::size_t at = 0; at < text.size(); found.push_back(at))
        at = breaks.next(at);
    return found;
}

/// Of each property that the rules tell apart, all characters.
std::vector<std::vector<char32_t>> characters_by_property()
{
    std::vector<std::vector<char32_t>> all(U_SB_SCONTINUE + 1);
    for (char32_t c = 1; c < 0x110000; ++c)
        if (c < 0xD800 || c > 0xDFFF)
            all[static_cast<std::size_t>(u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK))]
                .push_back(c);
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(sentences_break_where_icu_breaks_them)
{
    const auto characters = characters_by_property();
    std::mt19937 random(29); // NOLINT: the same texts in every run
    const std::string ascii = "aBc1 .?!,;:-\"') \n\r\t";
    for (const std::string language : {"en", "de", "fr", "es", "zh", "ja", "ru", "el", "sv-FI", "xx", ""}) {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::BreakIterator> iterator(icu::BreakIterator::createSentenceInstance(
            icu::Locale::createFromName(language.empty() ? "en" : language.c_str()), status));
        BOOST_REQUIRE(U_SUCCESS(status));
        for (int round = 0; round < 4000; ++round) {
            std::string text;
            const std::size_t length = random() % 40;
            const bool often_ascii = random() % 2 == 0;
            for (std::size_t i = 0; i < length; ++i) {
                if (often_ascii && random() % 4 != 0) {
                    text.push_back(ascii[random() % ascii.size()]);
                    continue;
                }
                const auto& like = characters[random() % characters.size()];
                append(text, like[random() % like.size()]);
            }
            BOOST_TEST_CONTEXT("language " << language << ", text " << text)
            BOOST_TEST(breaks_of(text, language) == breaks_of_icu(*iterator, text), boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_CASE(every_terminator_and_separator_ends_a_sentence)
{
    const auto characters = characters_by_property();
    for (const auto kind : {U_SB_ATERM, U_SB_STERM, U_SB_SEP, U_SB_CR, U_SB_LF})
        for (const char32_t c : characters[kind]) {
            std::string text = "A";
            append(text, c);
            const std::size_t end = text.size();
            BOOST_TEST(breaks_of(text + "1A", "en").front() == (kind == U_SB_ATERM ? end + 2 : end));
        }
}
