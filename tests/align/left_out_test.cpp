// SPDX-License-Identifier: Apache-2.0
// Calls and printed locators about a passage: what is found by halving is what a reading of the whole list finds.
#include "align/words.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

using namespace verbatim;
using namespace verbatim::align;

namespace {

/// Marks one behind the other, some without a place of their own, which hold from their begin (verses) or end (pages).
Document marked(std::mt19937& random)
{
    const char* const kinds[] = {"page", "verse", "paragraph", "chapter", "line"};
    Document document;
    std::size_t at = random() % 5;
    while (document.locators.size() + document.note_calls.size() < 30) {
        const Span span{at, at + 1 + random() % 6};
        const std::string label = std::to_string(at);
        if (random() % 3 == 0)
            document.note_calls.push_back({span, label});
        else if (random() % 4 == 0)
            document.locators.push_back({at, kinds[random() % 5], label, {}});
        else
            document.locators.push_back({random() % 2 == 0 ? span.begin : span.end, kinds[random() % 5], label, span});
        at = span.end + random() % 12;
    }
    document.plain = std::string(at, 'x');
    return document;
}

std::vector<Span> touching(const Document& document, Span stretch, bool locators)
{
    std::vector<Span> spans;
    for (const NoteCall& call : document.note_calls)
        if (call.span.overlaps(stretch))
            spans.push_back(call.span);
    for (const LocatorMark& mark : document.locators)
        if (locators && mark.span.overlaps(stretch))
            spans.push_back(mark.span);
    std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
    return spans;
}

} // namespace

BOOST_AUTO_TEST_SUITE(left_out)

BOOST_AUTO_TEST_CASE(marks_of_a_stretch_are_those_that_touch_it)
{
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        const Document document = marked(random);
        const std::size_t begin = random() % document.plain.size();
        const Span stretch{begin, begin + 1 + random() % 40};
        BOOST_TEST((calls_in(document, stretch) == touching(document, stretch, false)));
        BOOST_TEST((marks_in(document, stretch) == touching(document, stretch, true)));
    }
}

BOOST_AUTO_TEST_CASE(a_place_is_held_by_the_last_printed_page_paragraph_or_verse_before_it)
{
    std::mt19937 random(11);
    for (int round = 0; round < 200; ++round) {
        const Document document = marked(random);
        const std::size_t offset = random() % document.plain.size();
        const LocatorMark* holds = nullptr;
        for (const LocatorMark& mark : document.locators)
            if (mark.offset <= offset && mark.kind != "chapter" && mark.kind != "line")
                holds = &mark;
        BOOST_TEST(locator_at(document, offset) == holds);
    }
}

BOOST_AUTO_TEST_SUITE_END()
