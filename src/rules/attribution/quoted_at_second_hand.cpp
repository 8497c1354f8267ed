// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "quoted-at-second-hand",
    .group = Group::attribution,
    .severity = Severity::warning,
    .summary =
        "The words stand in the author's work, but somebody else said them: they are quoted there, or its preface.",
    .why = "The words of an opponent, quoted to be refuted, end up in the author's mouth.",
    .remedy = "Name the original speaker, and cite the work as \"quoted in\".",
};

void judge(const Subject& subject, Findings& found)
{
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Evidence& evidence = subject.evidence[i];
        const Attribution& attribution = subject.reading.quotations[i].attribution;
        if (!is_judged(subject, i) || evidence.matches.empty() || !evidence.coverage.is_whole()
            || !attribution.attributed() || !attribution.source || attribution.cue_class == "quote") // says so itself
            continue;
        const Passage& passage = evidence.matches.front();
        // A preface that names nobody may well be the author's own.
        const bool is_preface = passage.zone && passage.zone->kind == "preface" && !passage.zone->source.empty();
        if (!passage.zone || (passage.zone->kind != "quoted" && !is_preface))
            continue;
        const Work& work = subject.library->works()[passage.work];
        const std::string name = source_name(*attribution.source);
        const std::string& speaker = passage.zone->source;
        // The speaker of the turn or of the inner quotation may be the author all the same.
        if (!created_by(work, name, *subject.library)
            || (!speaker.empty() && subject.library->same_person(speaker, name)))
            continue;
        Finding finding = finding_on(subject, i, documentation);
        if (is_preface)
            finding.message = "these words are not by " + name + ", but stand in the preface by " + speaker + ": "
                              + passage_name(passage, *subject.library);
        else
            finding.message = name + " only quotes these words"
                              + (speaker.empty() ? std::string() : ", which stand there as said by " + speaker) + ": "
                              + passage_name(passage, *subject.library);
        finding.related.push_back(
            related_to(passage.where, passage, *subject.library, is_preface ? "stands here" : "quoted here"));
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule quoted_at_second_hand;
const Rule quoted_at_second_hand{documentation, judge, nullptr};

} // namespace verbatim::rules
