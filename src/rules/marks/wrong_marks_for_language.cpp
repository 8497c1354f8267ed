// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"
#include "text/text.hpp"

#include <map>
#include <set>

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "wrong-marks-for-language",
    .group = Group::marks,
    .severity = Severity::warning,
    .summary = "Quotation marks of another language.",
    .why = "Each language has its marks; foreign ones show a text that was not finished.",
    .remedy = "Use the marks that the message names.",
};

/// Marks that a language uses beside those of CLDR: what its authors really type (CONVENTIONS 5).
bool is_used_in(const std::string& language, const std::string& marks)
{
    static const std::map<std::string, std::set<std::string>> used{
        {"en", {"“”", "‘’"}},
        {"zh", {"“”", "‘’", "「」", "『』", "《》", "〈〉"}},
        {"ja", {"“”", "「」", "『』", "《》", "〈〉"}},
        {"fr", {"«»", "“”", "‹›", "‘’"}},
        {"de", {"„“", "„”", "‚‘", "»«", "›‹", "«»", "‹›"}},
        {"es", {"«»", "“”", "‘’"}},
    };
    const auto it = used.find(language);
    return it != used.end() && it->second.contains(marks);
}

bool is_straight(const std::string& marks) { return marks.find_first_of("\"'`") != std::string::npos; }

void judge(const Subject& subject, Findings& found)
{
    const std::string language = text::primary_language(subject.document.language);
    if (language.empty() || language == "und")
        return;
    const text::QuotationMarks own = text::quotation_marks(subject.document.language);
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Quotation& quotation = subject.reading.quotations[i];
        if (quotation.marks.empty() || is_straight(quotation.marks)
            || text::primary_language(quotation.language) != language || is_used_in(language, quotation.marks)
            || quotation.marks == own.open + own.close || quotation.marks == own.inner_open + own.inner_close)
            continue;
        Finding finding = finding_on(subject, i, documentation);
        finding.message = quotation.marks + " in a text in \"" + language + "\", which uses " + own.open + own.close;
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule wrong_marks_for_language;
const Rule wrong_marks_for_language{documentation, judge, nullptr};

} // namespace verbatim::rules
