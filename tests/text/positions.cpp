// SPDX-License-Identifier: Apache-2.0
#include "text/text.hpp"

#include <boost/test/unit_test.hpp>

using namespace verbatim;
using namespace verbatim::text;

namespace {

Document document_of(const std::string& stored)
{
    const auto decoded = decode(stored, "a.txt");
    Document document;
    document.decoded = decoded.value().utf8;
    document.encoding = decoded.value().encoding;
    document.bom = decoded.value().bom;
    document.sha256 = sha256(stored);
    document.plain = document.decoded;
    document.map.append(document.plain.size(), {0, document.plain.size()}, SourceMap::Kind::copied);
    document.line_starts = line_starts(document.decoded);
    return document;
}

} // namespace

BOOST_AUTO_TEST_SUITE(text_positions)

BOOST_AUTO_TEST_CASE(decoding)
{
    BOOST_TEST(decode("\xEF\xBB\xBFhi", "a").value().utf8 == "hi");
    BOOST_TEST(decode("\xEF\xBB\xBFhi", "a").value().bom == 3U);
    BOOST_TEST(decode(std::string("\xFF\xFEh\0i\0", 6), "a").value().utf8 == "hi");
    BOOST_TEST(decode(std::string("\xFE\xFF\xD8\x3D\xDE\x00", 6), "a").value().utf8 == "\U0001F600");
    BOOST_TEST(decode("", "a").value().utf8 == "");
    BOOST_TEST(!decode(std::string("a\0b", 3), "a").ok());
    BOOST_TEST(!decode(std::string("\xFF\xFEh\0i", 5), "a").ok());
    BOOST_TEST(!decode(std::string("\xFE\xFF\xD8\x3D", 4), "a").ok());
    BOOST_TEST(!decode("\xED\xA0\x80", "a").ok());
    const auto broken = decode("one\nt\u00E9\xFFo", "a");
    BOOST_REQUIRE(!broken.ok());
    BOOST_TEST(broken.problem().line == 2U);
    BOOST_TEST(broken.problem().column == 3U);
    BOOST_TEST(broken.problem().path == "a");
}

BOOST_AUTO_TEST_CASE(hash)
{
    BOOST_TEST(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_CASE(lines)
{
    BOOST_TEST((line_starts("a\nb\r\nc\rd") == std::vector<std::size_t>{0, 2, 5, 7}));
    BOOST_TEST((line_starts("") == std::vector<std::size_t>{0}));
}

BOOST_AUTO_TEST_CASE(places)
{
    const Document document = document_of("one\r\n\U0001F600\u00E9x\n");
    const std::size_t x = document.plain.view().find('x');
    BOOST_TEST(place(document, x).line == 2U);
    BOOST_TEST(place(document, x).column == 3U);
    BOOST_TEST(place(document, x).column_utf16 == 4U);
    BOOST_TEST(place_behind(document, x).column == 3U);
    BOOST_TEST(place_behind(document, 3).line == 1U);
    BOOST_TEST(place_behind(document, 3).column == 4U);
    BOOST_TEST(line_at(document, 1) == "one");
    BOOST_TEST(line_at(document, x) == "\U0001F600\u00E9x");
    BOOST_TEST(place(document, 999).line == 3U);
    BOOST_TEST(place(Document{}, 5).line == 1U);
    BOOST_TEST(line_at(Document{}, 5) == "");
    BOOST_TEST(paragraph_name(Document{}, 5) == "");
}

/// Counted 8 bytes at a time: whatever the characters are, and wherever among the 8 they stand.
BOOST_AUTO_TEST_CASE(columns_of_every_width)
{
    std::size_t code_points = 0, units = 0;
    const Document document = document_of("a\u00E9\u6C34\U0001F600bc\u00E9d\u6C34\u6C34\U0001F600\U0001F600efghij\u00E9klm\u6C34n");
    for (std::size_t at = 0; at < document.plain.size(); at += code_point_size(document.plain, at)) {
        BOOST_TEST(place(document, at).column == code_points + 1);
        BOOST_TEST(place(document, at).column_utf16 == units + 1);
        ++code_points;
        units += code_point_at(document.plain, at) >= 0x10000 ? 2 : 1;
    }
}

BOOST_AUTO_TEST_CASE(sets_of_bytes)
{
    constexpr ByteSet stops(",;\xef");
    const std::string text = "0123456789a;bcd,\xef";
    for (std::size_t from = 0; from <= text.size() + 1; ++from)
        BOOST_TEST(stops.find_in(text, from) == text.find_first_of(",;\xef", from));
    BOOST_TEST(stops.find_in("", 0) == std::string::npos);
    constexpr ByteSet digits("0123456789");
    BOOST_TEST(digits.run_end(text, 3) == 10U);
    BOOST_TEST(digits.run_end(text, 10) == 10U);
    BOOST_TEST(digits.run_end(text, 99) == 99U);
    for (std::size_t beyond = 0; beyond < 24; ++beyond) {
        std::string long_text(24, 'a');
        long_text[beyond] = '\xe2';
        for (std::size_t from = 0; from <= beyond; ++from)
            BOOST_TEST(ascii_end(long_text, from) == beyond);
    }
}

BOOST_AUTO_TEST_CASE(stored_bytes)
{
    const Document utf8 = document_of("\xEF\xBB\xBFh\u00E9y");
    BOOST_TEST((stored(utf8, {1, 3}) == FileSpan{4, 6}));
    const Document utf16 = document_of(std::string("\xFF\xFEh\0\xE9\0y\0", 8));
    BOOST_TEST((stored(utf16, {1, 3}) == FileSpan{4, 6}));
    BOOST_TEST((stored(utf16, {3, 400}) == FileSpan{6, 8}));
}

BOOST_AUTO_TEST_CASE(one_very_long_line)
{
    std::string text;
    for (int i = 0; i < 400000; ++i)
        text += "h\u00E9 ";
    const Document document = document_of(text);
    for (std::size_t at = 0; at < text.size(); at += 400)
        BOOST_REQUIRE(place(document, at).column == at / 4 * 3 + 1);
}

BOOST_AUTO_TEST_CASE(hostile_input_is_linear)
{
    for (const char* piece :
         {"\"", "(", "'", "-", ". ", "1,", "\u4E00", "1\u4EBF", "\u00AD", "a-\n", "one ", "\u0301", "1 "}) {
        std::string text;
        while (text.size() < (1U << 20U))
            text += piece;
        (void)tokenise(text);
        (void)amounts(text, "en");
        (void)dates(text, "en");
        (void)equality_fold(text);
        (void)sentences(text, "en");
        (void)detect_language(text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
