// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

#include <set>
#include <utility>

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "edited-quotation",
    .group = Group::compare,
    .severity = Severity::error,
    .summary = "The edit changed words inside quotation marks.",
    .why = "Words between quotation marks are the speaker's, not the editor's.",
    .remedy = "Put the old words back, or show that the new ones are nearer to the source.",
};

/// Changes of wording carry the names of CONVENTIONS 2 and 3; the rest have rules of their own.
bool is_wording(const Change& change)
{
    static const std::set<std::string> others{"source", "cue", "date", "occasion", "document", "citation", "locator"};
    return !others.contains(change.kind);
}

/// ", Oda Lindqvist, Opening address (1956-03), ¶ 2 (sources/lindqvist.txt:5)": the passage of either state.
std::string source_of(const PairSubject& subject, const Link& link)
{
    for (const auto& [result, quotation] : {std::pair(&subject.to, *link.to), std::pair(&subject.from, *link.from)})
        if (subject.library != nullptr && !result->evidence[quotation].matches.empty())
            return ", " + passage_name(result->evidence[quotation].matches.front(), *subject.library);
    return {};
}

void judge(const PairSubject& subject, Findings& found)
{
    for (const Link& link : subject.pairing.links) {
        if (link.state != LinkState::edited || !link.from || !link.to || !is_judged(subject, link))
            continue;
        Finding finding = finding_on(subject, Side::to, *link.to, documentation);
        for (const Change& change : link.changes)
            if (is_wording(change))
                finding.message += (finding.message.empty() ? "" : "; ") + told(change);
        if (finding.message.empty())
            finding.message = "the words of the quotation were edited";
        if (link.toward_source == TowardSource::nearer) {
            finding.severity = Severity::info;
            finding.message += "; nearer to the source" + source_of(subject, link);
        } else if (link.toward_source == TowardSource::farther) {
            finding.message += "; farther from the source" + source_of(subject, link);
        }
        relate_other_side(subject, link, finding, "it was " + quoted(subject.from.reading.quotations[*link.from].text));
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule edited_quotation;
const Rule edited_quotation{documentation, nullptr, judge};

} // namespace verbatim::rules
