// SPDX-License-Identifier: Apache-2.0
// What stands between the words of a text and is none of them: calls of notes, printed pages, paragraphs and verses. A
// text may be a whole scripture of them, and only those about one passage are asked for.
#include "align/words.hpp"

#include <algorithm>

namespace verbatim::align {

namespace {

/// The marks of printed locators that touch a stretch, of those that `holds` is true of.
void add_locators(const Document& document, Span stretch, std::vector<Span>& spans, const auto& holds)
{
    const std::vector<LocatorMark>& locators = document.locators;
    // A locator holds from the begin or the end of its mark.
    auto mark = std::partition_point(locators.begin(), locators.end(),
                                     [&](const LocatorMark& at) { return at.offset < stretch.begin; });
    while (mark != locators.begin() && (mark - 1)->span.overlaps(stretch))
        --mark;
    const auto begin = [](const LocatorMark& at) { return at.span.empty() ? at.offset : at.span.begin; };
    const std::size_t before = spans.size();
    for (; mark != locators.end() && begin(*mark) < stretch.end; ++mark)
        if (mark->span.overlaps(stretch) && holds(*mark))
            spans.push_back(mark->span);
    if (spans.size() > before)
        std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
}

/// Calls that the format itself tells from the text.
std::vector<Span> marked_calls_in(const Document& document, Span stretch)
{
    const std::vector<NoteCall>& calls = document.note_calls;
    auto call = std::partition_point(calls.begin(), calls.end(),
                                     [&](const NoteCall& at) { return at.span.begin < stretch.begin; });
    while (call != calls.begin() && (call - 1)->span.overlaps(stretch))
        --call;
    std::vector<Span> spans;
    for (; call != calls.end() && call->span.begin < stretch.end; ++call)
        spans.push_back(call->span);
    return spans;
}

} // namespace

std::vector<Span> calls_in(const Document& document, Span stretch)
{
    std::vector<Span> spans = marked_calls_in(document, stretch);
    add_locators(document, stretch, spans, [](const LocatorMark& mark) { return mark.kind == "note"; });
    return spans;
}

std::vector<Span> marks_in(const Document& document, Span stretch)
{
    std::vector<Span> spans = marked_calls_in(document, stretch);
    add_locators(document, stretch, spans, [](const LocatorMark&) { return true; });
    return spans;
}

const LocatorMark* locator_at(const Document& document, std::size_t offset)
{
    const std::vector<LocatorMark>& locators = document.locators;
    auto behind = std::partition_point(locators.begin(), locators.end(),
                                       [&](const LocatorMark& mark) { return mark.offset <= offset; });
    while (behind != locators.begin()) {
        --behind;
        if (behind->kind == "page" || behind->kind == "verse" || behind->kind == "paragraph")
            return &*behind;
    }
    return nullptr;
}

} // namespace verbatim::align
