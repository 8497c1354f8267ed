// SPDX-License-Identifier: Apache-2.0
#include "rules/links.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::rules {

Finding finding_on(const PairSubject& subject, Side side, std::size_t quotation, const Documentation& documentation)
{
    const DocumentResult& result = side == Side::from ? subject.from : subject.to;
    Finding finding;
    finding.rule = documentation.id;
    finding.severity = documentation.severity;
    finding.span = result.reading.quotations[quotation].hull();
    finding.quotation = quotation;
    finding.side = side;
    return finding;
}

bool is_judged(const PairSubject& subject, const Link& link)
{
    if (link.from)
        return is_plain_quotation(subject.from.reading.quotations[*link.from]);
    return link.to && is_plain_quotation(subject.to.reading.quotations[*link.to]);
}

void relate_other_side(const PairSubject& subject, const Link& link, Finding& finding, std::string message)
{
    if (finding.side == Side::from) {
        if (link.to)
            finding.related.push_back(
                related_to(subject.to.document, subject.to.reading.quotations[*link.to].hull(), std::move(message)));
        else if (link.to_sentence)
            finding.related.push_back(related_to(subject.to.document, *link.to_sentence, std::move(message)));
        return;
    }
    if (link.from)
        finding.related.push_back(
            related_to(subject.from.document, subject.from.reading.quotations[*link.from].hull(), std::move(message)));
    else if (link.from_sentence)
        finding.related.push_back(related_to(subject.from.document, *link.from_sentence, std::move(message)));
}

void relate_published(const PairSubject& subject, const Published& published, Finding& finding)
{
    const Version& version = subject.library->works()[published.work].versions[published.version];
    finding.related.push_back({version.path, published.twin.file, published.twin.line,
                               "the published version: " + quoted(published.twin.text)});
    relate_other_side(subject, subject.pairing.links[published.link], finding, "the source text");
}

std::string told(const Change& change)
{
    const std::string from = change.from && !change.from->text.empty() ? quoted(change.from->text) : std::string();
    const std::string to = change.to && !change.to->text.empty() ? quoted(change.to->text) : std::string();
    if (from.empty())
        return to + " added";
    if (to.empty())
        return from + " left out";
    return from + " became " + to;
}

void report_links(const PairSubject& subject, Findings& found, const Documentation& documentation,
                  const LinkMessage& message)
{
    const bool from = message.side == Side::from;
    const Reading& reading = from ? subject.from.reading : subject.to.reading;
    for (const Link& link : subject.pairing.links) {
        const std::optional<std::size_t> quotation = from ? link.from : link.to;
        if (link.state != message.state || !quotation || !is_plain_quotation(reading.quotations[*quotation]))
            continue;
        Finding finding = finding_on(subject, message.side, *quotation, documentation);
        finding.message = quoted(reading.quotations[*quotation].text) + " " + std::string(message.tail);
        const std::optional<Span>& sentence = from ? link.to_sentence : link.from_sentence;
        if (sentence) {
            const Document& other = from ? subject.to.document : subject.from.document;
            finding.message += ": " + quoted(text::collapse(other.slice(*sentence)), 90) + " (" + other.path + ":"
                               + std::to_string(text::place(other, sentence->begin).line) + ")";
        }
        relate_other_side(subject, link, finding, std::string(message.other));
        found.push_back(std::move(finding));
    }
}

void report_lost_attributions(const PairSubject& subject, Findings& found, const Documentation& documentation,
                              std::string_view message)
{
    for (const Link& link : subject.pairing.links) {
        if (!link.from || !link.to || !is_judged(subject, link)
            || subject.to.reading.quotations[*link.to].kind != QuotationKind::quotation)
            continue;
        if (!link.attribution_lost)
            continue;
        const Attribution& before = subject.from.reading.quotations[*link.from].attribution;
        Finding finding = finding_on(subject, Side::from, *link.from, documentation);
        finding.message = message;
        if (before.source && (before.source->person || before.evidence != AttributionEvidence::pronoun))
            finding.message += ", which was given to " + source_name(*before.source);
        relate_other_side(subject, link, finding, "no speaker is named here");
        found.push_back(std::move(finding));
    }
}

void report_missing_citations(const PairSubject& subject, Findings& found, const Documentation& documentation,
                              std::string_view where)
{
    for (const CitationLink& link : subject.pairing.citations) {
        if (!link.from || link.to)
            continue;
        const Citation& citation = subject.from.reading.citations[*link.from];
        Finding finding;
        finding.rule = documentation.id;
        finding.severity = documentation.severity;
        finding.side = Side::from;
        finding.span = citation.span;
        finding.citation = *link.from;
        finding.message = quoted(citation.text) + " is missing from the " + std::string(where);
        found.push_back(std::move(finding));
    }
}

void report_changes(const PairSubject& subject, Findings& found, const Documentation& documentation,
                    std::string_view kind)
{
    const auto tell = [&](const Change& change, Finding& finding, Span& span) {
        finding.message += (finding.message.empty() ? "the source has " : "; ")
                           + quoted(change.from ? change.from->text : std::string()) + ", the translation "
                           + quoted(change.to ? change.to->text : std::string());
        if (!change.note.empty())
            finding.message += " (" + change.note + ")";
        if (change.to && !change.to->span.empty())
            span = {std::min(span.begin, change.to->span.begin), std::max(span.end, change.to->span.end)};
        if (change.from && !change.from->span.empty())
            finding.related.push_back(related_to(subject.from.document, change.from->span,
                                                 "the source text has " + quoted(change.from->text)));
    };
    for (const Link& link : subject.pairing.links) {
        if (!link.from || !link.to || !is_judged(subject, link))
            continue;
        Finding finding = finding_on(subject, Side::to, *link.to, documentation);
        Span span{std::string::npos, 0};
        for (const Change& change : link.changes)
            if (change.kind == kind)
                tell(change, finding, span);
        if (finding.message.empty())
            continue;
        if (span.begin < span.end)
            finding.span = span;
        if (finding.related.empty()) // a date of the attribution has no place of its own
            relate_other_side(subject, link, finding, "the source text");
        found.push_back(std::move(finding));
    }
    for (const Change& change : subject.pairing.changes) {
        if (change.kind != kind)
            continue;
        Finding finding;
        finding.rule = documentation.id;
        finding.severity = documentation.severity;
        finding.span = {std::string::npos, 0};
        tell(change, finding, finding.span);
        found.push_back(std::move(finding));
    }
}

} // namespace verbatim::rules
