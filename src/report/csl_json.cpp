// SPDX-License-Identifier: Apache-2.0
// The works cited as CSL-JSON: works of the library that a citation resolves to or a quotation stands in, by id, then
// citations and entries with fields that no work stands for, in document order.
#include "report/json_stream.hpp"
#include "report/lookup.hpp"
#include "report/writers.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace verbatim::report {
namespace {

constexpr std::string_view types[] = {
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
};
constexpr std::string_view names[] = {
    "author",          "chair",      "collection-editor", "compiler",    "composer",           "container-author",
    "contributor",     "curator",    "director",          "editor",      "editorial-director", "executive-producer",
    "guest",           "host",       "interviewer",       "illustrator", "narrator",           "organizer",
    "original-author", "performer",  "producer",          "recipient",   "reviewed-author",    "script-writer",
    "series-creator",  "translator",
};
constexpr std::string_view dates[] = {"accessed", "available-date", "event-date",
                                      "issued",   "original-date",  "submitted"};
constexpr std::string_view texts[] = {
    "abstract",
    "annote",
    "archive",
    "archive_collection",
    "archive_location",
    "archive-place",
    "authority",
    "call-number",
    "chapter-number",
    "citation-number",
    "collection-number",
    "collection-title",
    "container-title",
    "container-title-short",
    "dimensions",
    "division",
    "DOI",
    "edition",
    "event-title",
    "event-place",
    "genre",
    "ISBN",
    "ISSN",
    "issue",
    "jurisdiction",
    "keyword",
    "language",
    "locator",
    "medium",
    "note",
    "number",
    "number-of-pages",
    "number-of-volumes",
    "original-publisher",
    "original-publisher-place",
    "original-title",
    "page",
    "page-first",
    "part",
    "part-title",
    "PMCID",
    "PMID",
    "printing",
    "publisher",
    "publisher-place",
    "references",
    "reviewed-genre",
    "reviewed-title",
    "scale",
    "section",
    "source",
    "status",
    "supplement",
    "title",
    "title-short",
    "URL",
    "version",
    "volume",
    "volume-title",
    "year-suffix",
};

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::string_view (&list)[Size])
{
    return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

/// "Lindqvist, Oda" has a family name; anything else may be a body, a Han name, a mononym: literal.
void write_name(JsonStream& json, std::string_view name)
{
    const std::size_t comma = name.find(',');
    const std::string_view family = trimmed(name.substr(0, comma));
    const std::string_view given = comma == std::string_view::npos ? "" : trimmed(name.substr(comma + 1));
    json.object();
    if (family.empty() || given.empty())
        json.member("literal", trimmed(name));
    else
        json.member("family", family).member("given", given);
    json.end();
}

/// "Lindqvist, Oda; Okoro, Maria"
void write_names(JsonStream& json, std::string_view role, std::string_view list)
{
    json.key(role).array();
    while (!list.empty()) {
        const std::size_t semicolon = list.find(';');
        if (const std::string_view name = trimmed(list.substr(0, semicolon)); !name.empty())
            write_name(json, name);
        list = semicolon == std::string_view::npos ? "" : list.substr(semicolon + 1);
    }
    json.end();
}

/// Year, month, day of a plain EDTF date; empty for intervals, seasons, unspecified digits.
std::vector<std::size_t> date_parts(std::string_view edtf)
{
    constexpr std::array<std::size_t, 3> widths = {4, 2, 2};
    std::vector<std::size_t> parts;
    while (!edtf.empty() && parts.size() < 3) {
        const std::string_view digits = edtf.substr(0, edtf.find('-'));
        if (digits.size() != widths[parts.size()] || digits.find_first_not_of("0123456789") != std::string_view::npos)
            return {};
        std::size_t value = 0;
        for (const char c : digits)
            value = value * 10 + static_cast<std::size_t>(c - '0');
        if ((parts.size() == 1 && (value < 1 || value > 12)) || (parts.size() == 2 && (value < 1 || value > 31)))
            return {};
        parts.push_back(value);
        edtf.remove_prefix(std::min(edtf.size(), digits.size() + 1));
    }
    return edtf.empty() ? parts : std::vector<std::size_t>{};
}

void write_date(JsonStream& json, std::string_view name, std::string_view edtf)
{
    json.key(name).object();
    std::string_view plain = edtf;
    const bool uncertain = !plain.empty() && std::string_view("?~%").find(plain.back()) != std::string_view::npos;
    if (uncertain)
        plain.remove_suffix(1);
    const std::size_t slash = plain.find('/');
    const std::vector<std::size_t> begin = date_parts(plain.substr(0, slash));
    const std::vector<std::size_t> end =
        slash == std::string_view::npos ? std::vector<std::size_t>{} : date_parts(plain.substr(slash + 1));
    if (begin.empty() || (slash != std::string_view::npos && end.empty())) {
        json.member("literal", edtf).end();
        return;
    }
    json.key("date-parts").array();
    for (const auto* parts : {&begin, &end}) {
        if (parts->empty())
            continue;
        json.array();
        for (const std::size_t part : *parts)
            json.number(part);
        json.end();
    }
    json.end();
    if (uncertain)
        json.key("circa").boolean(true);
    json.end();
}

void write_identifiers(JsonStream& json, const std::map<std::string, std::string>& identifiers)
{
    static constexpr std::string_view known[][2] = {
        {"doi", "DOI"}, {"isbn", "ISBN"}, {"issn", "ISSN"}, {"pmid", "PMID"}, {"url", "URL"}};
    for (const auto& [name, csl] : known)
        if (const auto found = identifiers.find(std::string(name));
            found != identifiers.end() && !found->second.empty())
            json.member(csl, found->second);
}

void write_work(JsonStream& json, const Work& work)
{
    json.object().member("id", work.id);
    json.member("type", is_one_of(work.kind, types) ? std::string_view(work.kind) : "document");
    if (!work.title.empty())
        json.member("title", work.title);
    if (!work.creators.empty()) {
        json.key("author").array();
        for (const std::string& creator : work.creators)
            write_name(json, creator);
        json.end();
    }
    if (!work.date.empty())
        write_date(json, "issued", work.date);
    if (!work.occasion.empty())
        json.member("event-title", work.occasion);
    write_identifiers(json, work.identifiers);
    json.end();
}

void write_fields(JsonStream& json, const Citation& citation, const std::string& id)
{
    const auto type = citation.fields.find("type");
    const bool known = type != citation.fields.end() && is_one_of(type->second, types);
    json.object().member("id", id).member("type", known ? std::string_view(type->second) : "document");
    for (const auto& [name, value] : citation.fields) {
        if (is_one_of(name, names))
            write_names(json, name, value);
        else if (is_one_of(name, dates))
            write_date(json, name, value);
        else if (is_one_of(name, texts) && name != "locator")
            json.member(name, value);
    }
    json.end();
}

std::set<std::string> works_used(const Report& report)
{
    std::set<std::string> used;
    for (const DocumentResult& result : report.documents) {
        for (std::size_t i = 0; i < result.reading.quotations.size(); ++i)
            if (const Passage* passage = passage_of(result, i); passage != nullptr && verdict_of(result, i))
                if (const Work* work = work_of(report, *passage); work != nullptr)
                    used.insert(work->id);
        for (const auto* list : {&result.reading.citations, &result.reading.entries})
            for (const Citation& citation : *list)
                if (!citation.work.empty())
                    used.insert(citation.work);
    }
    return used;
}

/// A title makes an item of its own; an author and a year alone name something that an entry describes, or nothing.
bool describes_a_work(const Citation& citation) { return citation.work.empty() && citation.fields.contains("title"); }

} // namespace

void write_csl_json(const Report& report, const Style&, std::ostream& out)
{
    JsonStream json(out, JsonStream::Layout::indented);
    json.array();
    const std::set<std::string> used = works_used(report);
    for (const Work& work : report.library)
        if (used.contains(work.id))
            write_work(json, work);
    std::set<std::map<std::string, std::string>> written;
    for (std::size_t d = 0; d < report.documents.size(); ++d) {
        const Reading& reading = report.documents[d].reading;
        for (std::size_t i = 0; i < reading.entries.size(); ++i)
            if (describes_a_work(reading.entries[i]) && written.insert(reading.entries[i].fields).second)
                write_fields(json, reading.entries[i], entry_id(d, i));
        for (std::size_t i = 0; i < reading.citations.size(); ++i)
            if (describes_a_work(reading.citations[i]) && written.insert(reading.citations[i].fields).second)
                write_fields(json, reading.citations[i], citation_id(d, i));
    }
    json.end().line_break();
}

} // namespace verbatim::report
