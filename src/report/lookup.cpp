// SPDX-License-Identifier: Apache-2.0
#include "report/lookup.hpp"
#include "report/diff_pieces.hpp"
#include "report/escape.hpp"
#include "rules/rules.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace verbatim::report {
namespace {

std::string id(std::size_t document, char letter, std::size_t index)
{
    return "d" + std::to_string(document + 1) + letter + std::to_string(index + 1);
}

/// The English name of a language where it is a common one, else its tag.
std::string language_name(const std::string& tag)
{
    static const std::map<std::string, std::string> names = {
        {"ar", "Arabic"},     {"de", "German"},   {"en", "English"}, {"es", "Spanish"}, {"fr", "French"},
        {"it", "Italian"},    {"ja", "Japanese"}, {"la", "Latin"},   {"nl", "Dutch"},   {"pl", "Polish"},
        {"pt", "Portuguese"}, {"ru", "Russian"},  {"zh", "Chinese"},
    };
    const auto found = names.find(text::primary_language(tag));
    return found == names.end() ? tag : found->second;
}

bool has_hunk(const Passage& passage)
{
    return std::any_of(passage.diff.begin(), passage.diff.end(),
                       [](const DiffRun& run) { return run.kind != DiffRun::Kind::equal; });
}

const Passage* published_comparison(const LocatedFinding& located)
{
    const Pairing& pairing = located.pair->pairing;
    for (const Published& published : pairing.published)
        if (published.link < pairing.links.size() && pairing.links[published.link].to == located.finding->quotation)
            return &published.comparison;
    return nullptr;
}

} // namespace

Range range_of(const Document& document, Span span)
{
    const Place first = text::place(document, span.begin);
    return {text::stored(document, span), first, span.empty() ? first : text::place_behind(document, span.end)};
}

std::string place_name(const Document& document, Span span)
{
    const Place place = text::place(document, span.begin);
    return document.path + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string quotation_id(std::size_t document, std::size_t quotation) { return id(document, 'q', quotation); }
std::string citation_id(std::size_t document, std::size_t citation) { return id(document, 'c', citation); }
std::string entry_id(std::size_t document, std::size_t entry) { return id(document, 'e', entry); }

std::vector<LocatedFinding> findings_of(const Report& report)
{
    std::vector<LocatedFinding> all;
    for (std::size_t i = 0; i < report.documents.size(); ++i)
        for (const Finding& finding : report.documents[i].findings)
            all.push_back({&finding, i, nullptr});
    for (const PairResult& pair : report.pairs)
        for (const Finding& finding : pair.findings)
            all.push_back({&finding, finding.side == Side::from ? pair.from : pair.to, &pair});
    return all;
}

std::vector<LocatedFinding> worst_first(const Report& report)
{
    std::vector<LocatedFinding> findings = findings_of(report);
    std::stable_sort(findings.begin(), findings.end(), [](const LocatedFinding& a, const LocatedFinding& b) {
        return a.finding->severity > b.finding->severity;
    });
    return findings;
}

std::string side_name(const Report& report, const PairResult& pair, Side side)
{
    const std::string& revision = side == Side::from ? pair.from_revision : pair.to_revision;
    const std::string& path = report.documents[side == Side::from ? pair.from : pair.to].document.path;
    return revision.empty() ? path : revision + ":" + path;
}

std::string place_name(const Report& report, const LocatedFinding& located)
{
    const Document& document = report.documents[located.document].document;
    const std::string name = place_name(document, located.finding->span);
    if (located.pair == nullptr)
        return name;
    return side_name(report, *located.pair, located.finding->side) + name.substr(document.path.size());
}

bool checks_no_wording(const Report& report) { return !report.pairs.empty() && !report.library_given; }

const Evidence* evidence_of(const DocumentResult& result, std::size_t quotation)
{
    return quotation < result.evidence.size() ? &result.evidence[quotation] : nullptr;
}

std::optional<Verdict> verdict_of(const DocumentResult& result, std::size_t quotation)
{
    const Evidence* evidence = evidence_of(result, quotation);
    if (evidence == nullptr)
        return std::nullopt;
    const QuotationKind kind = result.reading.quotations[quotation].kind;
    const bool found = evidence->verdict == Verdict::verbatim || evidence->verdict == Verdict::conventional;
    if (kind == QuotationKind::quotation || (kind == QuotationKind::term && found))
        return evidence->verdict;
    return std::nullopt;
}

const Passage* passage_of(const DocumentResult& result, std::size_t quotation)
{
    const Evidence* evidence = evidence_of(result, quotation);
    return evidence == nullptr || evidence->matches.empty() ? nullptr : &evidence->matches.front();
}

const Work* work_of(const Report& report, const Passage& passage)
{
    return passage.work < report.library.size() ? &report.library[passage.work] : nullptr;
}

const Version* version_of(const Report& report, const Passage& passage)
{
    const Work* work = work_of(report, passage);
    return work == nullptr || passage.version >= work->versions.size() ? nullptr : &work->versions[passage.version];
}

std::string version_name(const Version& version)
{
    if (!version.label.empty())
        return version.label;
    const std::size_t slash = version.path.rfind('/');
    return slash == std::string::npos ? version.path : version.path.substr(slash + 1);
}

std::string passage_place(const Passage& passage)
{
    if (passage.locator.empty())
        return passage.place;
    if (passage.locator_kind == "paragraph")
        return "¶ " + passage.locator;
    const std::string before = passage.place.empty() ? "" : passage.place + ", ";
    return before + (passage.locator_kind == "page" ? "p. " : "") + passage.locator;
}

std::string work_name(const Work& work)
{
    std::string name;
    for (const std::string& creator : work.creators)
        name += (name.empty() ? "" : "; ") + creator;
    if (!work.title.empty())
        name += (name.empty() ? "" : ", ") + work.title;
    if (name.empty())
        name = work.id;
    return work.date.empty() ? name : name + " (" + work.date + ")";
}

std::string in_words(std::string_view name)
{
    std::string words(name);
    std::replace(words.begin(), words.end(), '-', ' ');
    return words;
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural)
{
    return std::to_string(count) + " " + std::string(count == 1 ? singular : plural);
}

std::vector<std::string> unchecked_reasons(const Report& report)
{
    std::map<std::pair<UncheckedReason, std::string>, std::size_t> counts;
    for (const DocumentResult& result : report.documents)
        for (std::size_t i = 0; i < result.reading.quotations.size(); ++i) {
            const Quotation& quotation = result.reading.quotations[i];
            const bool counted_here = quotation.kind == QuotationKind::quotation && !quotation.nested_in;
            if (!counted_here || verdict_of(result, i) != Verdict::unchecked)
                continue;
            const UncheckedReason reason = result.evidence[i].reason;
            const bool by_language = reason == UncheckedReason::no_reference_in_language;
            ++counts[{reason, by_language ? quotation.language : std::string()}];
        }
    std::vector<std::string> reasons;
    for (const auto& [reason, count] : counts) {
        const std::string words = reason.second.empty() ? in_words(to_string(reason.first))
                                                        : "no reference in " + language_name(reason.second);
        reasons.push_back(std::to_string(count) + " " + words);
    }
    return reasons;
}

std::string excerpt(const Report& report, const LocatedFinding& located)
{
    constexpr std::size_t limit = 60;
    const DocumentResult& result = report.documents[located.document];
    const Document& document = result.document;
    const Span span = located.finding->span;
    Span wide = span;
    if (located.finding->quotation && *located.finding->quotation < result.reading.quotations.size()) {
        const Span hull = result.reading.quotations[*located.finding->quotation].hull();
        wide = {std::min(hull.begin, span.begin), std::max(hull.end, span.end)};
    }
    wide.end = std::min(wide.end, document.plain.size());
    const std::string words = text::collapse(document.slice(wide));
    if (text::code_points(words) <= limit || wide == span)
        return clipped(words, limit);
    const std::string before = text::collapse(document.slice({wide.begin, span.begin}));
    const std::string middle = text::collapse(document.slice(span));
    std::string shown = before.empty() ? "" : last_words(before);
    shown += (needs_space(shown, middle) ? " " : "") + middle;
    const std::string behind = text::collapse(document.slice({span.end, wide.end}));
    shown += (needs_space(shown, behind) ? " " : "") + behind;
    return clipped(shown, limit);
}

const Passage* explaining_passage(const Report& report, const LocatedFinding& located)
{
    const Finding& finding = *located.finding;
    if (!finding.quotation)
        return nullptr;
    const Passage* passage = nullptr;
    if (located.pair != nullptr) {
        const bool about_published = finding.rule == "improvised-translation" || finding.rule == "wrong-passage";
        passage = about_published ? published_comparison(located) : nullptr;
    } else if (const rules::Rule* rule = rules::rule_named(finding.rule);
               rule != nullptr && rule->documentation.group == rules::Group::wording) {
        passage = passage_of(report.documents[located.document], *finding.quotation);
    }
    return passage != nullptr && has_hunk(*passage) ? passage : nullptr;
}

} // namespace verbatim::report
