// SPDX-License-Identifier: Apache-2.0
#include "report/json_values.hpp"
#include "report/lookup.hpp"
#include "text/text.hpp"

namespace verbatim::report {
namespace {

void write_bounds(JsonStream& json, FileSpan stored) { json.member("start", stored.begin).member("end", stored.end); }

void write_words_or_null(JsonStream& json, std::string_view name, const Document& document,
                         const std::optional<TextSpan>& words)
{
    json.key(name);
    if (words)
        write_words(json, document, *words);
    else
        json.null();
}

void write_source(JsonStream& json, const Document& document, const std::optional<Source>& source)
{
    json.key("source");
    if (!source) {
        json.null();
        return;
    }
    json.object().member("text", source->text);
    write_bounds(json, text::stored(document, source->span));
    json.member_or_null("person", source->whom().value_or("")).end();
}

void write_attribution(JsonStream& json, const Document& document, const Attribution& attribution)
{
    json.key("attribution").object();
    write_source(json, document, attribution.source);
    write_words_or_null(json, "cue", document, attribution.cue);
    json.member_or_null("date", attribution.date.value_or(""));
    write_words_or_null(json, "occasion", document, attribution.occasion);
    write_words_or_null(json, "document", document, attribution.document);
    write_words_or_null(json, "locator", document, attribution.locator);
    json.member("evidence", to_string(attribution.evidence)).end();
}

void write_differences(JsonStream& json, std::string_view name, const Document& document,
                       const std::vector<Difference>& differences)
{
    json.key(name).array();
    for (const Difference& difference : differences) {
        json.object().member("kind", to_string(difference.kind)).key("quoted");
        write_words(json, document, difference.quoted);
        json.key("source").object().member("text", difference.source.text);
        write_bounds(json, difference.source.file);
        json.end().end();
    }
    json.end();
}

void write_match(JsonStream& json, const Report& report, const Document& document, const Passage& passage)
{
    const Work* work = work_of(report, passage);
    const Version* version = version_of(report, passage);
    json.object().member("work", work == nullptr ? std::string_view() : work->id);
    json.member("version", version == nullptr ? std::string() : version_name(*version));
    json.member("path", version == nullptr ? std::string_view() : version->path);
    write_bounds(json, passage.where.file);
    json.member("line", passage.where.line).member("place", passage.place);
    json.member_or_null("locator", passage.locator).key("zone");
    if (passage.zone)
        json.object().member("kind", passage.zone->kind).member_or_null("source", passage.zone->source).end();
    else
        json.null();
    json.key("similarity").decimal(passage.similarity);
    write_differences(json, "conventional", document, passage.conventional);
    write_differences(json, "alterations", document, passage.alterations);
    json.end();
}

void write_parts(JsonStream& json, const Document& document, const Quotation& quotation)
{
    json.member("text", quotation.text).key("parts").array();
    for (const TextSpan& part : quotation.parts) {
        json.object();
        write_bounds(json, text::stored(document, part.span));
        json.member("text", part.text).end();
    }
    json.end();
    const Range range = range_of(document, quotation.hull());
    json.member("line", range.first.line).member("column", range.first.column);
    json.member("end_line", range.behind.line).member("end_column", range.behind.column);
    json.member("place", text::paragraph_name(document, quotation.hull().begin));
}

} // namespace

void write_words(JsonStream& json, const Document& document, const TextSpan& words)
{
    json.object().member("text", words.text);
    write_bounds(json, text::stored(document, words.span));
    json.end();
}

void write_quotation_members(JsonStream& json, const Report& report, std::size_t document, std::size_t quotation)
{
    const DocumentResult& result = report.documents[document];
    const Quotation& words = result.reading.quotations[quotation];
    json.member("id", quotation_id(document, quotation)).member("kind", to_string(words.kind));
    json.member("form", to_string(words.form));
    write_parts(json, result.document, words);
    json.member("marks", words.marks).member("language", words.language);
    json.member_or_null("nested_in", words.nested_in ? quotation_id(document, *words.nested_in) : std::string());
    write_attribution(json, result.document, words.attribution);
    json.key("citations").array();
    for (const std::size_t citation : words.citations)
        json.string(citation_id(document, citation));
    json.end();

    const std::optional<Verdict> verdict = verdict_of(result, quotation);
    const Evidence* evidence = evidence_of(result, quotation);
    json.member_or_null("verdict", verdict ? to_string(*verdict) : std::string_view());
    const bool unchecked = verdict == Verdict::unchecked && evidence->reason != UncheckedReason::none;
    json.member_or_null("reason", unchecked ? to_string(evidence->reason) : std::string_view());
    json.key("matches").array();
    if (evidence != nullptr)
        for (const Passage& passage : evidence->matches)
            write_match(json, report, result.document, passage);
    json.end();
}

void write_citation_members(JsonStream& json, const Document& document, const Citation& citation, const std::string& id)
{
    const Range range = range_of(document, citation.span);
    json.member("id", id).member("kind", to_string(citation.kind)).member("text", citation.text);
    write_bounds(json, range.stored);
    json.member("line", range.first.line).member("column", range.first.column);
    json.member_or_null("key", citation.key).key("fields").object();
    for (const auto& [name, value] : citation.fields)
        json.member(name, value);
    json.end();
    json.member_or_null("locator", citation.locator ? citation.locator->text : std::string());
    json.member_or_null("work", citation.work).key("resolved").boolean(citation.resolved);
}

} // namespace verbatim::report
