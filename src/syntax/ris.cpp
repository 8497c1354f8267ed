// SPDX-License-Identifier: Apache-2.0
// RIS: a line a field, `AU  - Okoro, Maria`, from `TY  - ` to `ER  - `.
#include "syntax/bibliography.hpp"

#include "text/text.hpp"

#include <optional>

namespace verbatim::syntax {
namespace {

const std::map<std::string_view, std::string_view> names{{"AU", "author"},
                                                         {"A1", "author"},
                                                         {"A2", "editor"},
                                                         {"ED", "editor"},
                                                         {"TI", "title"},
                                                         {"T1", "title"},
                                                         {"JO", "container-title"},
                                                         {"JF", "container-title"},
                                                         {"T2", "container-title"},
                                                         {"PB", "publisher"},
                                                         {"CY", "publisher-place"},
                                                         {"VL", "volume"},
                                                         {"IS", "issue"},
                                                         {"ET", "edition"},
                                                         {"DO", "DOI"},
                                                         {"SN", "ISBN"},
                                                         {"UR", "URL"}};

/// "1961/09/02/" as EDTF.
std::string date_of(std::string_view written)
{
    std::string date;
    for (std::size_t at = 0; at < written.size() && date.size() < 10;) {
        const std::size_t end = std::min(written.find('/', at), written.size());
        const std::string_view part = written.substr(at, end - at);
        if (part.empty() || part.find_first_not_of("0123456789") != std::string_view::npos)
            break;
        date += (date.empty() ? "" : "-") + std::string(date.empty() || part.size() > 1 ? "" : "0") + std::string(part);
        at = end + 1;
    }
    return date;
}

void add(BibliographyEntry& entry, std::string_view tag, const std::string& value)
{
    if (value.empty())
        return;
    if (tag == "ID") {
        entry.key = value;
    } else if (tag == "PY" || tag == "Y1" || tag == "DA") {
        if (std::string date = date_of(value); date.size() > entry.fields["issued"].size())
            entry.fields["issued"] = std::move(date);
    } else if (tag == "SP" || tag == "EP") {
        constexpr std::size_t longest = 100; // bytes; an entry has one range of pages
        if (std::string& page = entry.fields["page"]; page.size() + value.size() <= longest)
            page = tag == "SP" ? value + page : page + "–" + value;
    } else if (const auto name = names.find(tag); name != names.end()) {
        std::string& field = entry.fields[std::string(name->second)];
        const bool people = name->second == "author" || name->second == "editor";
        if (field.empty())
            field = value;
        else if (people)
            field.append("; ").append(value);
    }
}

} // namespace

Bibliography parse_ris(std::string_view text)
{
    Bibliography result;
    std::optional<BibliographyEntry> entry;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        if (line.size() >= 5 && line.substr(2, 3) == "  -") {
            const std::string_view tag = line.substr(0, 2);
            if (tag == "TY") {
                if (entry)
                    result.faults.push_back({entry->span.begin, "this entry has no end (ER  -)"});
                entry = BibliographyEntry{{}, {}, {at, at}};
            } else if (entry && tag == "ER") {
                entry->span.end = at + 5;
                std::erase_if(entry->fields, [](const auto& field) { return field.second.empty(); });
                result.entries.push_back(std::move(*entry));
                entry.reset();
            } else if (entry) {
                add(*entry, tag, text::collapse(line.substr(5)));
            }
        }
        at = end + 1;
    }
    if (entry)
        result.faults.push_back({entry->span.begin, "this entry has no end (ER  -)"});
    return result;
}

} // namespace verbatim::syntax
