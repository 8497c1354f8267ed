// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::rules {
namespace {

/// Byte offset of the n-th code point.
std::size_t offset_of(std::string_view words, std::size_t n)
{
    std::size_t at = 0;
    while (n-- > 0 && at < words.size())
        at += text::code_point_size(words, at);
    return std::min(at, words.size());
}

std::string sides(const Difference& difference)
{
    const std::string mark = quoted(difference.quoted.text), left_out = quoted(difference.source.text);
    switch (difference.kind) {
    case DifferenceKind::ellipsis_drops_negation:
        return mark + " leaves out a negation, " + left_out;
    case DifferenceKind::ellipsis_drops_condition:
        return mark + " leaves out a condition, " + left_out;
    case DifferenceKind::ellipsis_reorders:
        return "what stands behind " + mark + " stands before it in the source";
    case DifferenceKind::ellipsis_too_far:
        return mark + " joins what stands far apart in the source";
    case DifferenceKind::ellipsis_omits_nothing:
        return mark + " stands where nothing is left out";
    default:
        break;
    }
    if (difference.quoted.text.empty())
        return "without " + quoted(difference.source.text);
    if (difference.source.text.empty())
        return quoted(difference.quoted.text) + " added";
    return quoted(difference.quoted.text) + " for " + quoted(difference.source.text);
}

} // namespace

std::string quoted(std::string_view words, std::size_t limit)
{
    const std::size_t length = text::code_points(words);
    if (length <= limit)
        return '"' + std::string(words) + '"';
    const std::size_t head = offset_of(words, limit * 2 / 3);
    const std::size_t tail = offset_of(words, length - limit / 3);
    return '"' + std::string(words.substr(0, head)) + "…" + std::string(words.substr(tail)) + '"';
}

std::string work_name(const Work& work)
{
    std::string name;
    for (const std::string& creator : work.creators)
        name += (name.empty() ? "" : ", ") + creator;
    const std::string& title = work.title.empty() ? work.id : work.title;
    name += (name.empty() ? "" : ", ") + title;
    if (!work.date.empty())
        name += " (" + work.date + ")";
    return name;
}

std::string passage_name(const Passage& passage, const library::Library& library)
{
    const Work& work = library.works()[passage.work];
    std::string name = work_name(work);
    if (!passage.locator.empty())
        name += (passage.locator_kind == "page"        ? ", p. "
                 : passage.locator_kind == "paragraph" ? ", ¶ "
                                                       : ", ")
                + passage.locator;
    else if (!passage.place.empty())
        name += ", " + passage.place;
    return name + " (" + work.versions[passage.version].path + ":" + std::to_string(passage.where.line) + ")";
}

bool is_plain_quotation(const Quotation& quotation)
{
    return quotation.kind == QuotationKind::quotation && !quotation.nested_in;
}

Related related_to(const SourceText& where, const Passage& passage, const library::Library& library,
                   std::string message)
{
    const Version& version = library.works()[passage.work].versions[passage.version];
    return {version.path, where.file, where.line, std::move(message)};
}

Related related_to(const Document& document, Span span, std::string message)
{
    return {document.path, text::stored(document, span), text::place(document, span.begin).line, std::move(message)};
}

bool is_judged(const Subject& subject, std::size_t quotation)
{
    const Quotation& it = subject.reading.quotations[quotation];
    const bool unlocated_question = it.question_turn && subject.evidence[quotation].matches.empty();
    return is_plain_quotation(it) && !unlocated_question;
}

Finding finding_on(const Subject& subject, std::size_t quotation, const Documentation& documentation)
{
    Finding finding;
    finding.rule = documentation.id;
    finding.severity = documentation.severity;
    finding.span = subject.reading.quotations[quotation].hull();
    finding.quotation = quotation;
    return finding;
}

Span token_before(const Document& document, const Quotation& quotation, std::size_t offset)
{
    for (auto part = quotation.parts.rbegin(); part != quotation.parts.rend(); ++part) {
        if (part->span.begin >= offset)
            continue;
        const Span before{part->span.begin, std::min(offset, part->span.end)};
        const text::Tokens tokens = text::tokenise(document.slice(before));
        if (!tokens.list.empty())
            return {before.begin + tokens.list.back().span.begin, before.begin + tokens.list.back().span.end};
    }
    const text::Tokens tokens = text::tokenise(document.slice(quotation.parts.front().span));
    const std::size_t begin = quotation.parts.front().span.begin;
    if (tokens.list.empty())
        return quotation.hull();
    return {begin + tokens.list.front().span.begin, begin + tokens.list.front().span.end};
}

bool holds(const std::vector<std::size_t>& works, std::size_t work)
{
    return std::find(works.begin(), works.end(), work) != works.end();
}

bool created_by(const Work& work, std::string_view name, const library::Library& library)
{
    return std::any_of(work.creators.begin(), work.creators.end(),
                       [&](const std::string& creator) { return library.same_person(creator, name); });
}

std::string source_name(const Source& source) { return source.person ? *source.person : source.text; }

void report_alterations(const Subject& subject, Findings& found, const Documentation& documentation,
                        std::initializer_list<DifferenceKind> kinds)
{
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i) {
        const Evidence& evidence = subject.evidence[i];
        if (!is_judged(subject, i) || evidence.matches.empty() || evidence.verdict != Verdict::altered)
            continue;
        const Passage& passage = evidence.matches.front();
        Finding finding = finding_on(subject, i, documentation);
        std::vector<const Difference*> hunks;
        const auto is_borrowed = [&](std::size_t at) { // mixed-versions speaks of it
            return std::any_of(passage.borrowed.begin(), passage.borrowed.end(),
                               [&](const Borrowed& borrowed) { return borrowed.alteration == at; });
        };
        for (std::size_t at = 0; at < passage.alterations.size(); ++at)
            if (std::find(kinds.begin(), kinds.end(), passage.alterations[at].kind) != kinds.end() && !is_borrowed(at))
                hunks.push_back(&passage.alterations[at]);
        if (hunks.empty())
            continue;
        finding.span = {std::string::npos, 0};
        for (const Difference* hunk : hunks) {
            const Span span = hunk->quoted.span.empty() ? token_before(subject.document, subject.reading.quotations[i],
                                                                       hunk->quoted.span.begin)
                                                        : hunk->quoted.span;
            finding.span = {std::min(finding.span.begin, span.begin), std::max(finding.span.end, span.end)};
            finding.message += (finding.message.empty() ? "" : "; ") + sides(*hunk);
            const bool added = hunk->source.text.empty();
            finding.related.push_back(related_to(
                added && hunk->source.line == 0 ? passage.where : hunk->source, passage, *subject.library,
                added ? "nothing stands here in the source" : "the source has " + quoted(hunk->source.text)));
        }
        finding.message += "; the source is " + passage_name(passage, *subject.library);
        if (hunks.size() == 1 && !hunks.front()->quoted.span.empty() && !hunks.front()->source.text.empty())
            finding.fix = Fix{hunks.front()->quoted.span, hunks.front()->source.text, "put the source's words back"};
        found.push_back(std::move(finding));
    }
}

} // namespace verbatim::rules
