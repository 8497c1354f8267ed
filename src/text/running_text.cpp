// SPDX-License-Identifier: Apache-2.0
// What stands between the words of a text and is not read with them: page and verse numbers, calls of notes.
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::text {

std::string running_text(const Document& document, Span span)
{
    std::vector<Span> left_out;
    const auto add = [&](Span mark) {
        if (!mark.empty() && span.contains(mark) && mark != span)
            left_out.push_back(mark);
    };
    const auto first = std::lower_bound(document.locators.begin(), document.locators.end(), span.begin,
                                        [](const LocatorMark& mark, std::size_t at) { return mark.offset < at; });
    for (auto mark = first; mark != document.locators.end() && mark->span.begin < span.end; ++mark)
        add(mark->span);
    const auto call = std::partition_point(document.note_calls.begin(), document.note_calls.end(),
                                           [&](const NoteCall& one) { return one.span.begin < span.begin; });
    for (auto one = call; one != document.note_calls.end() && one->span.begin < span.end; ++one)
        add(one->span);
    std::sort(left_out.begin(), left_out.end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::string words;
    std::size_t at = span.begin;
    for (const Span mark : left_out) {
        if (mark.begin < at)
            continue;
        words += document.slice({at, mark.begin});
        at = mark.end;
    }
    words += document.slice({at, span.end});
    return collapse(words);
}

} // namespace verbatim::text
