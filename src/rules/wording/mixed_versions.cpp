// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "mixed-versions",
    .group = Group::wording,
    .severity = Severity::warning,
    .summary = "The quotation joins words of two versions of one work.",
    .why = "Each word is the source's, but no version says all of them together.",
    .remedy = "Quote one version, or give the other version's words in brackets.",
};

std::string version_name(const Version& version, std::size_t line)
{
    return version.label + " (" + version.path + ":" + std::to_string(line) + ")";
}

void judge(const Subject& subject, Findings& found)
{
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Evidence& evidence = subject.evidence[i];
        if (!is_judged(subject, i) || evidence.verdict != Verdict::altered || evidence.matches.front().borrowed.empty())
            continue;
        const Passage& passage = evidence.matches.front();
        const std::vector<Version>& versions = subject.library->works()[passage.work].versions;
        Finding finding = finding_on(subject, i, documentation);
        finding.span = {std::string::npos, 0};
        for (const Borrowed& borrowed : passage.borrowed) {
            const Difference& difference = passage.alterations[borrowed.alteration];
            const Span words = difference.quoted.span;
            const Span span =
                words.empty() ? token_before(subject.document, subject.reading.quotations[i], words.begin) : words;
            finding.span = {std::min(finding.span.begin, span.begin), std::max(finding.span.end, span.end)};
            finding.message +=
                (finding.message.empty() ? "" : "; ")
                + (words.empty() ? "without " + quoted(difference.source.text) : quoted(difference.quoted.text))
                + " is of " + version_name(versions[borrowed.version], borrowed.line);
            finding.related.push_back(related_to(difference.source, passage, *subject.library,
                                                 difference.source.text.empty()
                                                     ? "nothing stands here in this version"
                                                     : "this version has " + quoted(difference.source.text)));
        }
        finding.message += "; the rest is of " + version_name(versions[passage.version], passage.where.line);
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule mixed_versions;
const Rule mixed_versions{documentation, judge, nullptr};

} // namespace verbatim::rules
