// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <set>

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "hidden-characters",
    .group = Group::marks,
    .severity = Severity::warning,
    .summary = "A quotation holds characters that nobody sees.",
    .why = "Zero-width and bidirectional control characters make two texts look alike that are not, and break every "
           "search.",
    .remedy = "Delete them.",
};

std::string name_of(char32_t c)
{
    constexpr char digits[] = "0123456789ABCDEF";
    std::string name;
    for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4)
        name += digits[(c >> shift) & 0xF];
    return "U+" + name;
}

void judge(const Subject& subject, Findings& found)
{
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Quotation& quotation = subject.reading.quotations[i];
        if (quotation.nested_in)
            continue; // the outer quotation tells it
        Span span{std::string::npos, 0};
        std::set<std::string> names;
        for (const TextSpan& part : quotation.parts) {
            for (std::size_t at = part.span.begin; at < part.span.end;) {
                const std::size_t size = text::code_point_size(subject.document.plain, at);
                const char32_t c = text::code_point_at(subject.document.plain, at);
                if (text::is_hidden(c)) {
                    span = {std::min(span.begin, at), at + size};
                    names.insert(name_of(c));
                }
                at += size;
            }
        }
        if (names.empty())
            continue;
        Finding finding = finding_on(subject, i, documentation);
        finding.span = span;
        for (const std::string& name : names)
            finding.message += (finding.message.empty() ? "hidden: " : ", ") + name;
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule hidden_characters;
const Rule hidden_characters{documentation, judge, nullptr};

} // namespace verbatim::rules
