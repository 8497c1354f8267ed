// SPDX-License-Identifier: Apache-2.0
// For people at a terminal:
//
//   speeches/harbour.md:14:23  error  changed-number   "…lend the port 40 million crowns…"
//      Lindqvist 1956, ¶ 12 (sources/lindqvist-1956.txt:88) has "14 million".
//      quoted   lend the port [-40-] million crowns over three years
//      source   lend the port {+14+} million crowns over three years
//
// The brackets stay when colours are on: a colour alone says nothing to many readers.
#include "text/text.hpp"
#include "report/escape.hpp"
#include "report/lookup.hpp"
#include "report/records.hpp"
#include "report/terminal.hpp"
#include "report/writers.hpp"
#include "rules/rules.hpp"

#include <algorithm>
#include <set>

namespace verbatim::report {
namespace {

Ink ink_of(Severity severity)
{
    return severity == Severity::error ? Ink::red : severity == Severity::warning ? Ink::yellow : Ink::cyan;
}

/// `count` code points before or behind an offset, inside [begin, end).
std::size_t back(std::string_view text, std::size_t at, std::size_t count, std::size_t begin)
{
    for (; count > 0 && at > begin; --count)
        do
            --at;
        while (at > begin && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u);
    return at;
}
std::size_t forward(std::string_view text, std::size_t at, std::size_t count, std::size_t end)
{
    for (; count > 0 && at < end; --count)
        at += text::code_point_size(text, at);
    return std::min(at, end);
}

/// The line of the file with the finding underlined, for findings that no diff explains. Only the surroundings are
/// looked at: the line may be the whole of a large file.
void write_underlined(Terminal& terminal, const Document& document, Span span)
{
    constexpr std::size_t reach = 44;
    const std::string_view text = document.decoded;
    const std::string_view line = text::line_at(document, span.begin);
    const auto line_begin = static_cast<std::size_t>(line.data() - text.data());
    const std::size_t line_end = line_begin + line.size();
    const FileSpan at = document.map.decoded(span);
    const std::size_t begin = std::clamp(at.begin, line_begin, line_end);
    const std::size_t end = forward(text, begin, 2 * reach, std::clamp(at.end, begin, line_end));
    const std::size_t from = back(text, begin, reach, line_begin);
    const std::size_t to = forward(text, end, reach, line_end);
    const std::string before = (from == line_begin ? "" : "…") + visible(text.substr(from, begin - from));
    const std::string marked = visible(text.substr(begin, end - begin));
    terminal.line("   " + before + marked + visible(text.substr(end, to - end)) + (to < line_end ? "…" : ""));
    const std::size_t width = std::max<std::size_t>(1, columns(marked));
    terminal.line("   " + std::string(columns(before), ' ') + terminal.inked(Ink::green, std::string(width, '^')));
}

void write_changes(Terminal& terminal, const LocatedFinding& located)
{
    const bool at_from = located.finding->side == Side::from;
    for (const Link& link : located.pair->pairing.links) {
        if (!located.finding->quotation || (at_from ? link.from : link.to) != located.finding->quotation)
            continue;
        for (const Change& change : link.changes) {
            const std::string from = change.from ? visible(change.from->text) : "";
            const std::string to = change.to ? visible(change.to->text) : "";
            terminal.line("   " + terminal.inked(Ink::dim, in_words(change.kind)) + "   "
                          + (from.empty() ? "" : terminal.inked(Ink::red, "[-" + from + "-]"))
                          + (from.empty() || to.empty() ? "" : " ")
                          + (to.empty() ? "" : terminal.inked(Ink::green, "{+" + to + "+}")));
        }
    }
}

bool shows_line(const LocatedFinding& located)
{
    const rules::Rule* rule = rules::rule_named(located.finding->rule);
    return rule != nullptr
           && (rule->documentation.group == rules::Group::citation || rule->documentation.group == rules::Group::marks);
}

void write_finding(Terminal& terminal, const Report& report, const LocatedFinding& located,
                   std::set<const Passage*>& shown)
{
    const Finding& finding = *located.finding;
    const Document& document = report.documents[located.document].document;
    const std::string severity(to_string(finding.severity));
    terminal.line(terminal.inked(Ink::bold, visible(place_name(report, located))) + "  "
                  + terminal.inked(ink_of(finding.severity), severity) + "  " + terminal.inked(Ink::bold, finding.rule)
                  + "  \"" + visible(excerpt(report, located)) + "\"");
    terminal.line("   " + visible(finding.message));
    // One diff for all findings of a quotation: it shows every hunk.
    if (const Passage* passage = explaining_passage(report, located); passage != nullptr) {
        if (shown.insert(passage).second)
            write_diff(terminal, *passage);
    } else if (located.pair != nullptr && finding.rule == "edited-quotation") {
        write_changes(terminal, located);
    } else if (shows_line(located)) {
        write_underlined(terminal, document, finding.span);
    }
    if (!terminal.style().verbose)
        return;
    for (const Related& related : finding.related)
        terminal.line("   " + visible(related.path) + (related.line == 0 ? "" : ":" + std::to_string(related.line))
                      + ": " + visible(related.message));
}

/// One quotation with its state, who says it, where it stands: `report` at a terminal.
void write_quotation(Terminal& terminal, const Report& report, const QuotationRecord& record)
{
    const DocumentResult& result = report.documents[record.document];
    const Quotation& quotation = result.reading.quotations[record.quotation];
    terminal.line(terminal.inked(Ink::bold, visible(record.place)) + "  " + record.state + "  \""
                  + visible(clipped(quotation.text, 60)) + "\"");
    if (const std::string said = attribution_line(record); !said.empty())
        terminal.line("   said by    " + visible(said) + " (" + record.evidence + ")");
    if (record.match == nullptr)
        return;
    terminal.line("   stands in  " + passage_name(report, *record.match));
    if (verdict_of(result, record.quotation) == Verdict::altered)
        write_diff(terminal, *record.match);
}

} // namespace

void write_text(const Report& report, const Style& style, std::ostream& out)
{
    Terminal terminal(out, style);
    if (report.command == "report")
        for (const QuotationRecord& record : records_of(report))
            write_quotation(terminal, report, record);
    if (report.command == "find")
        write_places(terminal, report);
    if (report.command == "collate")
        write_collation(terminal, report);
    std::set<const Passage*> shown;
    for (const LocatedFinding& located : findings_of(report))
        write_finding(terminal, report, located, shown);
}

} // namespace verbatim::report
