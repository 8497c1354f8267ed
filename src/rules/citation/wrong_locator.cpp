// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.hpp"

#include <algorithm>
#include <optional>

namespace verbatim::rules {
namespace {

constexpr Documentation documentation{
    .id = "wrong-locator",
    .group = Group::citation,
    .severity = Severity::error,
    .summary = "The page, paragraph or verse that is cited does not hold the words.",
    .why = "A reader who opens the cited page finds other words there.",
    .remedy = "Cite the place that the message names.",
};

/// Labels of one kind that hold from the first to the last byte of a passage.
std::vector<std::string> labels_in(const Document& document, Span passage, std::string_view kind)
{
    std::vector<std::string> labels;
    for (const LocatorMark& mark : document.locators) {
        if (mark.kind != kind || mark.offset >= passage.end)
            continue;
        if (mark.offset <= passage.begin)
            labels.clear();
        labels.push_back(mark.label);
    }
    return labels;
}

/// Whole numbers of a locator: "pp. 12–14" → 12, 14; the second of a short range is completed: "112–5" → 112, 115.
std::vector<long> numbers_in(std::string_view locator)
{
    std::vector<long> numbers;
    for (std::size_t i = 0; i < locator.size(); ++i) {
        if (locator[i] < '0' || locator[i] > '9')
            continue;
        long value = 0;
        for (; i < locator.size() && locator[i] >= '0' && locator[i] <= '9' && value < 100'000'000; ++i)
            value = value * 10 + (locator[i] - '0');
        if (numbers.size() % 2 == 1 && value < numbers.back()) {
            long scale = 1;
            while (scale <= value)
                scale *= 10;
            value += numbers.back() / scale * scale;
        }
        numbers.push_back(value);
    }
    return numbers;
}

/// How far a verse "Mt 5:7" lies outside of "5:3–12"; another chapter is far. Nothing where either is not of that form.
std::optional<long> verse_distance(std::string_view cited, const std::vector<std::string>& labels)
{
    constexpr long far = 100;
    const auto parsed = [](std::string_view text) -> std::vector<long> {
        const std::size_t colon = text.find(':');
        if (colon == std::string_view::npos || colon == 0 || text.find(':', colon + 1) != std::string_view::npos)
            return {};
        const std::vector<long> chapter = numbers_in(text.substr(0, colon));
        std::vector<long> verses = numbers_in(text.substr(colon));
        if (chapter.empty() || verses.empty() || verses.size() > 2)
            return {};
        verses.insert(verses.begin(), chapter.back());
        return verses;
    };
    const std::vector<long> wanted = parsed(cited);
    std::optional<long> nearest;
    for (const std::string& label : labels) {
        const std::vector<long> verse = parsed(label);
        if (wanted.empty() || verse.size() != 2)
            return std::nullopt;
        const long off = verse[0] != wanted[0]      ? far
                         : verse[1] < wanted[1]     ? wanted[1] - verse[1]
                         : verse[1] > wanted.back() ? verse[1] - wanted.back()
                                                    : 0;
        nearest = std::min(nearest.value_or(off), off);
    }
    return nearest;
}

/// How far the cited numbers lie from the first label; 0 where one of them, or their range, holds it.
std::optional<long> distance(const std::vector<long>& cited, const std::vector<std::string>& labels)
{
    std::optional<long> nearest;
    for (const std::string& label : labels) {
        const std::vector<long> numbers = numbers_in(label);
        if (numbers.size() != 1)
            return std::nullopt; // Roman or composed labels: abstain
        for (std::size_t i = 0; i < cited.size(); i += 2) {
            const long first = cited[i];
            const long last = i + 1 < cited.size() && cited[i + 1] > first ? cited[i + 1] : first;
            const long off = numbers[0] < first ? first - numbers[0] : numbers[0] > last ? numbers[0] - last : 0;
            nearest = std::min(nearest.value_or(off), off);
        }
    }
    return nearest;
}

void judge_citation(const Subject& subject, std::size_t quotation, std::size_t index, Findings& found)
{
    const Citation& citation = subject.reading.citations[index];
    const std::vector<Passage>& matches = subject.evidence[quotation].matches;
    if (!citation.locator || citation.work.empty() || matches.empty())
        return;
    const Passage& passage = matches.front();
    const library::VersionText* version = subject.library->version_text(passage.work, passage.version);
    if (version == nullptr || subject.library->works()[passage.work].id != citation.work)
        return; // wrong-document speaks of another work
    const std::string kind = citation.locator_kind.empty() ? "page" : citation.locator_kind;
    std::vector<std::string> labels = labels_in(version->document, passage.where.span, kind);
    if (labels.empty() && kind == "paragraph" && passage.place.size() > 2)
        labels.push_back(passage.place);
    const std::vector<long> cited = numbers_in(citation.locator->text);
    if (labels.empty() || cited.empty())
        return;
    // "12 ff." reaches on; where it ends, nobody can say.
    if (citation.locator->text.find("ff") != std::string::npos)
        return;
    const std::optional<long> off =
        kind == "verse" ? verse_distance(citation.locator->text, labels) : distance(cited, labels);
    if (!off || *off == 0)
        return;
    Finding finding;
    finding.rule = documentation.id;
    finding.severity = *off == 1 ? Severity::warning : documentation.severity;
    finding.span = citation.locator->span.empty() ? citation.span : citation.locator->span;
    finding.quotation = quotation;
    finding.citation = index;
    finding.message = "the words stand on " + kind + " " + labels.front()
                      + (labels.size() > 1 ? "–" + labels.back() : std::string()) + ", not on " + citation.locator->text
                      + ": " + passage_name(passage, *subject.library);
    finding.related.push_back(related_to(passage.where, passage, *subject.library, "the words stand here"));
    found.push_back(std::move(finding));
}

void judge(const Subject& subject, Findings& found)
{
    if (subject.library == nullptr)
        return;
    for (std::size_t i = 0; i < subject.reading.quotations.size(); ++i)
        if (is_judged(subject, i))
            for (const std::size_t citation : subject.reading.quotations[i].citations)
                judge_citation(subject, i, citation, found);
}

} // namespace

extern const Rule wrong_locator;
const Rule wrong_locator{documentation, judge, nullptr};

} // namespace verbatim::rules
