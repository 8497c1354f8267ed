// SPDX-License-Identifier: Apache-2.0
// CSL-JSON, as Zotero and pandoc write it: a list of items. Each item is parsed by itself, so that its place is known
// and a fault spoils no other.
#include "syntax/bibliography.hpp"

#include "text/text.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace verbatim::syntax {
namespace {

using Json = nlohmann::json;

/// Spans of the objects of the outermost list (or the outermost object alone): braces outside of strings.
std::vector<Span> objects_in(std::string_view text)
{
    std::vector<Span> objects;
    std::size_t depth = 0, begin = 0;
    bool string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (string) {
            at += c == '\\' ? 1 : 0;
            string = c != '"';
        } else if (c == '"') {
            string = true;
        } else if (c == '{' && depth++ == 0) {
            begin = at;
        } else if (c == '}' && depth > 0 && --depth == 0) {
            objects.push_back({begin, at + 1});
        }
    }
    if (depth > 0)
        objects.push_back({begin, text.size()});
    return objects;
}

std::string text_of(const Json& item, const char* key)
{
    const auto found = item.find(key);
    if (found == item.end())
        return {};
    if (found->is_number_integer())
        return std::to_string(found->get<long long>());
    return found->is_string() ? text::collapse(found->get<std::string>()) : std::string();
}

/// "Okoro, Maria; Lindqvist, Oda".
std::string people_of(const Json& item, const char* key)
{
    const auto list = item.find(key);
    std::string people;
    if (list == item.end() || !list->is_array())
        return people;
    for (const Json& person : *list) {
        if (!person.is_object())
            continue;
        const std::string family = text_of(person, "family"), given = text_of(person, "given");
        const std::string name = family.empty()  ? text_of(person, "literal")
                                 : given.empty() ? family
                                                 : family + ", " + given;
        if (!name.empty())
            people += (people.empty() ? "" : "; ") + name;
    }
    return people;
}

std::string issued_of(const Json& item)
{
    const auto issued = item.find("issued");
    if (issued == item.end() || !issued->is_object())
        return {};
    const auto parts = issued->find("date-parts");
    if (parts == issued->end() || !parts->is_array() || parts->empty() || !parts->front().is_array())
        return text_of(*issued, issued->contains("raw") ? "raw" : "literal");
    std::string date;
    for (const Json& part : parts->front()) {
        const std::string digits = part.is_number_integer() ? std::to_string(part.get<long long>())
                                   : part.is_string()       ? part.get<std::string>()
                                                            : std::string();
        if (digits.empty())
            break;
        date += date.empty() ? digits : (digits.size() == 1 ? "-0" : "-") + digits;
    }
    return date;
}

} // namespace

Bibliography parse_csl_json(std::string_view text)
{
    static constexpr std::array plain{"title",
                                      "container-title",
                                      "publisher",
                                      "publisher-place",
                                      "collection-title",
                                      "volume",
                                      "issue",
                                      "edition",
                                      "page",
                                      "DOI",
                                      "ISBN",
                                      "ISSN",
                                      "URL"};
    Bibliography result;
    for (const Span span : objects_in(text)) {
        const Json item = Json::parse(text.substr(span.begin, span.size()), nullptr, false);
        if (!item.is_object()) {
            result.faults.push_back({span.begin, "this item is no valid JSON"});
            continue;
        }
        BibliographyEntry entry{text_of(item, "id"), {}, span};
        for (const char* name : plain)
            if (std::string value = text_of(item, name); !value.empty())
                entry.fields.emplace(name, std::move(value));
        for (const char* name : {"author", "editor", "translator"})
            if (std::string value = people_of(item, name); !value.empty())
                entry.fields.emplace(name, std::move(value));
        if (std::string issued = issued_of(item); !issued.empty())
            entry.fields.emplace("issued", std::move(issued));
        result.entries.push_back(std::move(entry));
    }
    return result;
}

} // namespace verbatim::syntax
