// SPDX-License-Identifier: Apache-2.0
// JSON Lines, what `extract` prints: one quotation, citation or entry a line, in document order.
#include "report/json_values.hpp"
#include "report/lookup.hpp"
#include "report/writers.hpp"

#include <algorithm>

namespace verbatim::report {
namespace {

enum class Type : unsigned char { quotation, citation, entry };
struct Item {
    std::size_t begin;
    Type type;
    std::size_t index;
};

std::vector<Item> in_document_order(const Reading& reading)
{
    std::vector<Item> items;
    for (std::size_t i = 0; i < reading.quotations.size(); ++i)
        items.push_back({reading.quotations[i].hull().begin, Type::quotation, i});
    for (std::size_t i = 0; i < reading.citations.size(); ++i)
        items.push_back({reading.citations[i].span.begin, Type::citation, i});
    for (std::size_t i = 0; i < reading.entries.size(); ++i)
        items.push_back({reading.entries[i].span.begin, Type::entry, i});
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.begin < b.begin; });
    return items;
}

void write_item(JsonStream& json, const Report& report, std::size_t document, const Item& item)
{
    static constexpr std::string_view names[] = {"quotation", "citation", "entry"};
    const DocumentResult& result = report.documents[document];
    json.object().member("type", names[static_cast<std::size_t>(item.type)]).member("path", result.document.path);
    if (item.type == Type::quotation)
        write_quotation_members(json, report, document, item.index);
    else if (item.type == Type::citation)
        write_citation_members(json, result.document, result.reading.citations[item.index],
                               citation_id(document, item.index));
    else
        write_citation_members(json, result.document, result.reading.entries[item.index],
                               entry_id(document, item.index));
    json.end().line_break();
}

} // namespace

void write_jsonl(const Report& report, const Style&, std::ostream& out)
{
    JsonStream json(out, JsonStream::Layout::compact);
    for (std::size_t i = 0; i < report.documents.size(); ++i) {
        const std::vector<Item> items = in_document_order(report.documents[i].reading);
        json.values(items.size(),
                    [&](JsonStream& piece, std::size_t item) { write_item(piece, report, i, items[item]); });
    }
}

} // namespace verbatim::report
