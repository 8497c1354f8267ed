// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

#include <algorithm>
#include <map>

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "inconsistent-marks",
    .group = Group::marks,
    .severity = Severity::warning,
    .summary = "Two styles of quotation marks at one level in one document.",
    .why = "Mixed marks look careless, and a reader may take the difference for a meaning.",
    .remedy = "Use one style at each level.",
};

struct Style {
    std::string marks;
    std::size_t count = 0;
    std::size_t first = 0;
};

/// Depth of nesting: marks are compared level by level.
std::size_t depth_of(const Reading& reading, std::size_t quotation)
{
    std::size_t depth = 0;
    for (auto outer = reading.quotations[quotation].nested_in; outer && depth < 64;
         outer = reading.quotations[*outer].nested_in)
        ++depth;
    return depth;
}

bool is_title_mark(std::string_view marks) { return marks.starts_with("《") || marks.starts_with("〈"); }
bool is_single_mark(std::string_view marks)
{
    return marks.starts_with("'") || marks.starts_with("`") || marks.starts_with("‘") || marks.starts_with("‚")
           || marks.starts_with("‹");
}

/// Many authors set terms and words as words in single marks and quotations in double ones: that is one style, not
/// two. Titles have marks of their own, and a command in marks is spelt as the machine wants it.
bool shows_style(const Quotation& quotation)
{
    if (quotation.marks.empty() || is_title_mark(quotation.marks) || looks_like_code(quotation.text))
        return false;
    return quotation.kind == QuotationKind::quotation || !is_single_mark(quotation.marks);
}

void judge(const Subject& subject, Findings& found)
{
    std::map<std::pair<std::string, std::size_t>, std::vector<Style>> levels;
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Quotation& quotation = subject.reading.quotations[i];
        if (!shows_style(quotation))
            continue;
        auto& styles = levels[{quotation.language, depth_of(subject.reading, i)}];
        auto style =
            std::find_if(styles.begin(), styles.end(), [&](const Style& s) { return s.marks == quotation.marks; });
        if (style == styles.end())
            style = styles.insert(style, {quotation.marks, 0, i});
        ++style->count;
    }
    for (const auto& [level, styles] : levels) {
        if (styles.size() < 2)
            continue;
        // The rarer one is reported; at a tie the one that came later.
        const auto commonest = std::max_element(styles.begin(), styles.end(),
                                                [](const Style& a, const Style& b) { return a.count < b.count; });
        const auto rarest = std::min_element(styles.begin(), styles.end(), [](const Style& a, const Style& b) {
            return a.count != b.count ? a.count < b.count : a.first > b.first;
        });
        Finding finding = finding_on(subject, rarest->first, documentation);
        finding.message = rarest->marks + " here, " + commonest->marks + " elsewhere at this level";
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule inconsistent_marks;
const Rule inconsistent_marks{documentation, judge, nullptr};

} // namespace verbatim::rules
