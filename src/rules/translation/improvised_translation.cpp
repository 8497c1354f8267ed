// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "improvised-translation",
    .group = Group::translation,
    .severity = Severity::warning,
    .summary = "The work has a published version in this language, and the translation does not use its words.",
    .why = "Readers look a quotation up in the version that they have; an improvised one stands nowhere.",
    .remedy = "Quote the published words, or declare \"(my translation)\".",
};

void judge(const PairSubject& subject, Findings& found)
{
    for (const Published& published : subject.pairing.published) {
        const Link& link = subject.pairing.links[published.link];
        if (!link.to || published.same_words || published.elsewhere)
            continue;
        const Version& version = subject.library->works()[published.work].versions[published.version];
        Finding finding = finding_on(subject, Side::to, *link.to, documentation);
        finding.message = "the published version has " + quoted(published.twin.text, 160) + " (" + version.path + ":"
                          + std::to_string(published.twin.line) + ")";
        if (published.comparison.alterations.size() == 1
            && !published.comparison.alterations.front().source.text.empty()
            && !published.comparison.alterations.front().quoted.text.empty())
            finding.message = quoted(published.comparison.alterations.front().quoted.text) + " for "
                              + quoted(published.comparison.alterations.front().source.text) + "; " + finding.message;
        relate_published(subject, published, finding);
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule improvised_translation;
const Rule improvised_translation{documentation, nullptr, judge};

} // namespace verbatim::rules
