// SPDX-License-Identifier: Apache-2.0
// Any bytes as BibTeX, CSL-JSON or RIS (the first byte): entries are in order and inside the file, faults too.
#include "fuzzed.hpp"
#include "syntax/syntax.hpp"
#include "text/text.hpp"

#include <array>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace verbatim;
    constexpr std::array parsers{syntax::parse_bibtex, syntax::parse_csl_json, syntax::parse_ris};
    const auto [choice, bytes] = fuzz::input(data, size);
    const std::optional<std::string> decoded = fuzz::text_of(bytes);
    if (!decoded)
        return 0;
    const std::string& text = *decoded;
    const auto parse = parsers[choice % parsers.size()];
    const syntax::Bibliography read = parse(text);
    std::size_t at = 0;
    for (const syntax::BibliographyEntry& entry : read.entries) {
        fuzz::require_inside(text, entry.span, "an entry is whole characters");
        fuzz::require(entry.span.begin >= at, "entries are in order and do not overlap");
        at = entry.span.end;
        for (const auto& [name, value] : entry.fields)
            fuzz::require(!name.empty() && text::decode(value, name).ok(), "a field has a name and is text");
    }
    for (const syntax::BibliographyFault& fault : read.faults)
        fuzz::require(fault.offset <= text.size() && !fault.message.empty(), "a fault has its place");
    const syntax::Bibliography again = parse(text);
    fuzz::require(again.entries.size() == read.entries.size() && again.faults.size() == read.faults.size(),
                  "reading twice is the same");
    return 0;
}
