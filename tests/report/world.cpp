// SPDX-License-Identifier: Apache-2.0
#include "world.hpp"

#include <sstream>
#include <stdexcept>

namespace verbatim::report::test {

Document document(const std::string& path, const std::string& text)
{
    Document made;
    made.path = path;
    made.format = "text";
    made.language = "en";
    made.sha256 = std::string(64, 'a');
    made.decoded = text;
    made.plain = text;
    made.map.append(text.size(), {0, text.size()}, SourceMap::Kind::copied);
    made.line_starts = {0};
    std::size_t begin = 0;
    std::size_t paragraph = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != '\n')
            continue;
        if (i > begin)
            made.blocks.push_back({BlockKind::paragraph, {begin, i}, 0, ++paragraph, 0, {}});
        begin = i + 1;
        if (i < text.size())
            made.line_starts.push_back(begin);
    }
    return made;
}

TextSpan words(const Document& document, std::string_view text)
{
    const std::size_t at = document.plain.view().find(text);
    if (at == std::string::npos)
        throw std::logic_error("not in the document: " + std::string(text));
    return {std::string(text), {at, at + text.size()}};
}

namespace {

Quotation quotation(const Document& document, std::string_view text)
{
    Quotation made;
    made.parts = {words(document, text)};
    made.text = std::string(text);
    made.marks = "\"\"";
    made.language = "en";
    return made;
}

Work opening_address()
{
    Work work;
    work.id = "lindqvist-1956";
    work.title = "Opening address";
    work.creators = {"Lindqvist, Oda"};
    work.date = "1956-03";
    work.occasion = "founding congress";
    work.kind = "speech";
    work.identifiers = {{"doi", "10.5555/harbour"}};
    Version version;
    version.path = "sources/lindqvist-1956.txt";
    version.language = "en";
    version.sha256 = std::string(64, 'b');
    work.versions = {version};
    return work;
}

Passage passage(const std::string& text, double similarity)
{
    Passage made;
    made.where = {text, {100, 100 + text.size()}, {100, 100 + text.size()}, 88};
    made.place = "¶ 12";
    made.similarity = similarity;
    return made;
}

Evidence altered(const Document& document)
{
    Evidence evidence;
    evidence.verdict = Verdict::altered;
    evidence.reason = UncheckedReason::none;
    Passage match = passage("lend the port 14 million crowns over three years", 0.8889);
    match.alterations = {{DifferenceKind::number, words(document, "40"), {"14", {114, 116}, {114, 116}, 88}}};
    match.diff = {{DiffRun::Kind::equal, "lend the port"},
                  {DiffRun::Kind::quoted_only, "40"},
                  {DiffRun::Kind::source_only, "14"},
                  {DiffRun::Kind::equal, "million crowns over three years"}};
    evidence.matches = {match};
    return evidence;
}

Evidence faithful()
{
    Evidence evidence;
    evidence.verdict = Verdict::verbatim;
    evidence.reason = UncheckedReason::none;
    Passage match = passage("We ask for nothing but quiet water.", 1);
    match.diff = {{DiffRun::Kind::equal, "We ask for nothing but quiet water."}};
    evidence.matches = {match};
    return evidence;
}

Evidence too_short()
{
    Evidence evidence;
    evidence.verdict = Verdict::unchecked;
    evidence.reason = UncheckedReason::too_short;
    return evidence;
}

} // namespace

Report harbour()
{
    const std::string text =
        "Lindqvist told the council: \"lend the port 40 million crowns over three years\" (Lindqvist "
        "1956, 12).\n\"We ask for nothing but quiet water.\" Yes, \"quiet water\".\n";
    Report report;
    report.command = "check";
    report.version = "0.1.0";
    report.library_given = true;
    report.library = {opening_address()};
    DocumentResult result;
    result.document = document("speeches/harbour.md", text);
    const Document& made = result.document;

    Quotation first = quotation(made, "lend the port 40 million crowns over three years");
    first.attribution.source = Source{"Lindqvist", words(made, "Lindqvist").span, "Oda Lindqvist"};
    first.attribution.cue = words(made, "told");
    first.attribution.evidence = AttributionEvidence::explicit_;
    first.attribution.date = "1956-03";
    first.citations = {0};
    Quotation second = quotation(made, "We ask for nothing but quiet water.");
    Quotation third = quotation(made, "quiet water\".\n");
    third.parts.front() = {"quiet water", {third.hull().begin, third.hull().begin + 11}};
    third.text = "quiet water";
    result.reading.quotations = {first, second, third};
    Citation citation;
    citation.text = "Lindqvist 1956, 12";
    citation.span = words(made, "Lindqvist 1956, 12").span;
    citation.fields = {{"author", "Lindqvist"}, {"issued", "1956"}};
    citation.locator = words(made, "12");
    citation.work = "lindqvist-1956";
    citation.resolved = true;
    result.reading.citations = {citation};
    result.evidence = {altered(made), faithful(), too_short()};

    Finding number;
    number.rule = "changed-number";
    number.severity = Severity::error;
    number.message = "Lindqvist 1956, ¶ 12 (sources/lindqvist-1956.txt:88) has \"14\".";
    number.span = words(made, "40").span;
    number.quotation = 0;
    number.related = {{"sources/lindqvist-1956.txt", {114, 116}, 88, "the source has \"14\""}};
    number.fix = Fix{number.span, "14", "Put the source's words back."};
    number.fingerprint = "0123456789abcdef";
    Finding missing;
    missing.rule = "missing-attribution";
    missing.severity = Severity::warning;
    missing.message = "It stands word for word in Lindqvist, Opening address (1956-03), ¶ 12.";
    missing.span = second.hull();
    missing.quotation = 1;
    missing.fingerprint = "fedcba9876543210";
    result.findings = {number, missing};
    report.documents = {result};
    report.problems = {
        {"sources/broken.txt", 3, 7, Severity::warning, "The file is not valid UTF-8.", "Save it as UTF-8.", false}};
    report.summary = {.documents = 1,
                      .quotations = 3,
                      .checked = 2,
                      .verbatim = 1,
                      .altered = 1,
                      .unchecked = 1,
                      .attributed = 1,
                      .unattributed = 2,
                      .citations = 1,
                      .errors = 1,
                      .warnings = 1};
    return report;
}

Report edit()
{
    Report report;
    report.command = "compare";
    report.version = "0.1.0";
    DocumentResult before;
    before.document = document("before.md", "She said: \"the bridge will not open\" and \"wait for May\".\n");
    before.reading.quotations = {quotation(before.document, "the bridge will not open"),
                                 quotation(before.document, "wait for May")};
    DocumentResult after;
    after.document = document("after.md", "She said: \"the bridge will open\".\n");
    after.reading.quotations = {quotation(after.document, "the bridge will open")};
    for (DocumentResult* result : {&before, &after})
        result->evidence.resize(result->reading.quotations.size());
    PairResult pair;
    pair.to = 1;
    Link edited;
    edited.from = 0;
    edited.to = 0;
    edited.state = LinkState::edited;
    edited.changes = {{"negation", words(before.document, "not"), std::nullopt, ""}};
    Link dropped;
    dropped.from = 1;
    dropped.state = LinkState::dropped;
    pair.pairing.links = {edited, dropped};
    Finding finding;
    finding.rule = "edited-quotation";
    finding.severity = Severity::error;
    finding.message = "The quotation lost \"not\".";
    finding.span = after.reading.quotations[0].hull();
    finding.quotation = 0;
    finding.fingerprint = "1111";
    Finding lost;
    lost.rule = "dropped-quotation";
    lost.message = "The quotation is gone.";
    lost.span = before.reading.quotations[1].hull();
    lost.quotation = 1;
    lost.side = Side::from;
    lost.fingerprint = "2222";
    pair.findings = {finding, lost};
    report.documents = {before, after};
    report.pairs = {pair};
    report.summary = {.documents = 2, .quotations = 3, .unchecked = 3, .unattributed = 3, .errors = 1, .warnings = 1};
    return report;
}

Report hostile()
{
    const std::string evil =
        "\x1b[31m<script>alert(1)</script> ]]> \"q\" | `x` \xE2\x80\xAE *b* \xC2\x9B \xFF & {+p+} <!--";
    Report report = harbour();
    report.command = "report";
    report.library[0].title = evil;
    report.library[0].creators = {evil};
    report.library[0].versions[0].path = "sources/" + evil + ".txt";
    DocumentResult& result = report.documents[0];
    const Finding old = result.findings[0];
    result.document = document("a b/" + evil + ".md", evil + "\n");
    result.reading.quotations.resize(1);
    Quotation& quoted = result.reading.quotations[0];
    quoted.parts = {{evil, {0, evil.size()}}};
    quoted.text = evil;
    quoted.language = "e\"n<";
    quoted.attribution.source = Source{evil, {0, 4}, evil};
    quoted.attribution.occasion = TextSpan{evil, {0, 4}};
    quoted.attribution.document = TextSpan{evil, {0, 4}};
    result.evidence.resize(1);
    Passage& match = result.evidence[0].matches[0];
    match.diff = {{DiffRun::Kind::quoted_only, evil}, {DiffRun::Kind::source_only, evil}};
    match.where.text = evil;
    match.place = evil;
    match.alterations[0].quoted = {evil, {0, 4}};
    match.alterations[0].source.text = evil;
    result.reading.citations[0].text = evil;
    result.reading.citations[0].span = {0, 4};
    result.reading.citations[0].locator.reset();
    result.reading.citations[0].fields = {{"title", evil}, {"author", evil}};
    result.reading.citations[0].work.clear();
    Finding finding = old;
    finding.message = evil + "\nsecond line";
    finding.span = {0, 4};
    finding.fix->span = {0, 4};
    finding.fix->replacement = evil;
    finding.related[0].path = evil;
    finding.related[0].message = evil;
    result.findings = {finding};
    report.problems[0].message = evil;
    report.problems[0].path = evil;
    report.notes = {evil};
    return report;
}

std::string written(const Report& report, std::string_view reporter, const Style& style)
{
    const Reporter* row = reporter_named(reporter);
    if (row == nullptr)
        throw std::logic_error("no such reporter");
    std::ostringstream out;
    row->write(report, style, out);
    return out.str();
}

std::string written(const Report& report, std::string_view reporter) { return written(report, reporter, Style{}); }

std::string summary_of(const Report& report)
{
    std::ostringstream out;
    write_summary(report, Style{}, out);
    return out.str();
}

} // namespace verbatim::report::test
