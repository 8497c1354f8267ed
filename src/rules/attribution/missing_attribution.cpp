// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

#include "syntax/syntax.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "missing-attribution",
    .group = Group::attribution,
    .severity = Severity::warning,
    .summary = "A quotation names no speaker and no source.",
    .why = "The reader cannot know whose words they are, nor look them up.",
    .remedy = "Say who said it, or cite the source.",
};

/// The likely speaker that the text suggests without saying so.
std::string offer(const Attribution& attribution)
{
    if (!attribution.source || attribution.evidence == AttributionEvidence::none)
        return {};
    const std::string name = source_name(*attribution.source);
    return attribution.evidence == AttributionEvidence::continued ? "; it seems to go on quoting " + name
                                                                  : "; the likely speaker is " + name;
}

/// Blocks of technical texts that are set like a quotation and are none: `> Note: …`, `> Stability: 2`.
bool is_labelled_block(const Quotation& quotation)
{
    if (quotation.form != QuotationForm::block)
        return false;
    const std::size_t end = quotation.text.find_first_of(" \n:");
    return end != std::string::npos && end > 0 && quotation.text[end] == ':';
}

/// One or two words without a stop: more likely a term that the reader of kinds took for a sentence ("as is"). Or no
/// word at all (2007-10-20).
bool is_scrap(std::string_view words)
{
    if (std::none_of(words.begin(), words.end(), [](char c) {
            return static_cast<unsigned char>(c) > 0x7F || text::is_letter(static_cast<unsigned char>(c));
        }))
        return true;
    return !words.empty() && text::word_count(words) <= 2
           && text::is_letter(text::code_point_before(words, words.size()));
}

/// «…», añadió: the sentence says that somebody spoke, and the language need not say who.
bool is_told_without_subject(const Attribution& attribution)
{
    return attribution.cue
           && (attribution.evidence == AttributionEvidence::none
               || attribution.evidence == AttributionEvidence::implied);
}

/// Words that the library does not hold and that look like nobody's are no ground for a reproach.
bool is_nobodys(const Subject& subject, std::size_t quotation)
{
    const Quotation& it = subject.reading.quotations[quotation];
    return subject.evidence[quotation].matches.empty()
           && (stands_as_string(subject.document, it) || looks_like_code(it.text) || is_scrap(it.text)
               || is_labelled_block(it));
}

void judge(const Subject& subject, Findings& found)
{
    if (!subject.document.language.empty() && !syntax::has_lexicon(subject.document.language))
        return; // nobody reads there who speaks
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Attribution& attribution = subject.reading.quotations[i].attribution;
        if (!is_judged(subject, i) || subject.accepted.contains(attribution.evidence) || is_nobodys(subject, i)
            || is_told_without_subject(attribution))
            continue;
        Finding finding = finding_on(subject, i, documentation);
        if (attribution.evidence == AttributionEvidence::continued)
            finding.severity = Severity::info;
        finding.message = "no speaker and no source is named" + offer(attribution);
        const std::vector<Passage>& matches = subject.evidence[i].matches;
        if (!matches.empty()) {
            const Verdict verdict = subject.evidence[i].verdict;
            finding.message += verdict == Verdict::verbatim ? "; it stands word for word in " : "; it stands in ";
            finding.message += passage_name(matches.front(), *subject.library);
            finding.related.push_back(
                related_to(matches.front().where, matches.front(), *subject.library, "the words stand here"));
        }
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule missing_attribution;
const Rule missing_attribution{documentation, judge, nullptr};

} // namespace verbatim::rules
