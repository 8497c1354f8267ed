// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

#include "syntax/syntax.hpp"
#include "text/text.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "unmarked-omission",
    .group = Group::wording,
    .severity = Severity::error,
    .summary = "Words of the source are left out without an ellipsis.",
    .why = "The reader cannot see that something stood there.",
    .remedy = "Put the words back, or mark the gap with an ellipsis (…).",
};

constexpr std::size_t long_omission = 3; ///< words above which the message says what the omission holds

/// What a long omission takes away beside words: its negation, its number (CONVENTIONS 3).
std::string contents(const std::string& words, const std::string& language)
{
    const syntax::Lexicon& lexicon = syntax::lexicon(language);
    const text::Tokens tokens = text::tokenise(words);
    if (text::word_count(tokens, 0, tokens.list.size()) <= long_omission)
        return {};
    bool negation = false;
    for (std::size_t i = 0; i < tokens.list.size(); ++i)
        negation = negation
                   || (lexicon.has("wording.negation", tokens.exact(i))
                       && lexicon.match("wording.no-negation", words, tokens.list[i].span.begin) == 0);
    const bool number = !text::amounts(words, language).empty();
    if (!negation && !number)
        return {};
    return std::string("what is left out holds a ") + (negation ? "negation" : "number")
           + (negation && number ? " and a number" : "");
}

void judge(const Subject& subject, Findings& found)
{
    const std::size_t first = found.size();
    report_alterations(subject, found, documentation, {DifferenceKind::omission});
    for (std::size_t i = first; i < found.size(); ++i)
        for (const Difference& difference : subject.evidence[*found[i].quotation].matches.front().alterations)
            if (difference.kind == DifferenceKind::omission) {
                const std::string& language = subject.reading.quotations[*found[i].quotation].language;
                if (const std::string what = contents(difference.source.text, language); !what.empty()) {
                    found[i].message += "; " + what;
                    break;
                }
            }
}

} // namespace

extern const Rule unmarked_omission;
const Rule unmarked_omission{documentation, judge, nullptr};

} // namespace verbatim::rules
