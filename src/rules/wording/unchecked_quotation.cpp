// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "unchecked-quotation",
    .group = Group::wording,
    .severity = Severity::info,
    .summary = "The quotation could not be compared with its source.",
    .why = "What was not compared is not verified; the reason says what is missing.",
    .remedy = "Add the work, or a version of it in the language of the quotation, to the library; where a text's "
              "language could not be told, state it.",
};

std::string because(UncheckedReason reason)
{
    switch (reason) {
    case UncheckedReason::no_reference_in_language:
        return "the library has no text of its source in this language";
    case UncheckedReason::reference_unreadable:
        return "a text that may hold it could not be read";
    case UncheckedReason::source_text_damaged:
        return "the text of its source is damaged";
    case UncheckedReason::excerpt_only:
        return "the library has only an excerpt of its source, and it does not stand there";
    case UncheckedReason::bidi_controls:
        return "it holds bidirectional control characters, so what is read is not what is stored";
    case UncheckedReason::none:
    case UncheckedReason::no_library:
    case UncheckedReason::too_short:
        break;
    }
    return {};
}

void judge(const Subject& subject, Findings& found)
{
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Evidence& evidence = subject.evidence[i];
        if (!is_judged(subject, i) || evidence.verdict != Verdict::unchecked)
            continue;
        const std::string reason = because(evidence.reason);
        if (reason.empty())
            continue;
        Finding finding = finding_on(subject, i, documentation);
        finding.message = "not checked: " + reason;
        if (evidence.damaged)
            finding.message += ", here: " + quoted(evidence.damaged->text) + " (line "
                               + std::to_string(evidence.damaged->line) + ")";
        found.push_back(std::move(finding));
    }
}

} // namespace

extern const Rule unchecked_quotation;
const Rule unchecked_quotation{documentation, judge, nullptr};

} // namespace verbatim::rules
