// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "unbalanced-marks",
    .group = Group::marks,
    .severity = Severity::warning,
    .summary = "A quotation mark opens or closes nothing.",
    .why = "Where a quotation ends, nobody can tell; no tool can check it.",
    .remedy = "Add the missing mark, or take the lone one out.",
};

/// Unfenced program text: an empty string `""`, or signs of code beside the mark on its line.
bool stands_in_code(const Document& document, Span mark)
{
    constexpr std::size_t near = 40; // bytes to both sides: a paragraph that is one line must not be searched whole
    const std::string_view text = document.plain;
    const std::string_view sign = document.slice(mark);
    if (text.substr(mark.end).starts_with(sign) || text.substr(0, mark.begin).ends_with(sign))
        return true;
    std::size_t begin = mark.begin > near ? mark.begin - near : 0;
    if (const std::size_t line = text.substr(begin, mark.begin - begin).rfind('\n'); line != std::string_view::npos)
        begin += line + 1;
    std::string_view around = text.substr(begin, mark.end + near - begin);
    around = around.substr(0, around.find('\n', mark.end - begin));
    return looks_like_code(around);
}

void judge(const Subject& subject, Findings& found)
{
    for (const Span span : subject.reading.unbalanced) {
        if (stands_in_code(subject.document, span))
            continue;
        Finding finding;
        finding.rule = documentation.id;
        finding.severity = documentation.severity;
        finding.span = span;
        finding.message = "this " + std::string(subject.document.slice(span)) + " has no counterpart in its paragraph";
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule unbalanced_marks;
const Rule unbalanced_marks{documentation, judge, nullptr};

} // namespace verbatim::rules
