// SPDX-License-Identifier: Apache-2.0
// Any bytes through read → extract: pairing of marks, frames of every family, citations, kinds. The first byte chooses
// the format and the language, the rest is the file.
#include "extract/extract.hpp"
#include "read/read.hpp"
#include "reading_invariants.hpp"

#include <array>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace verbatim;
    constexpr std::array languages{"en", "zh", "fr", "de", "es"};
    const auto [choice, bytes] = fuzz::input(data, size);
    const read::File file{"fuzzed", std::string(bytes)};
    Outcome<Document> read = read::read(file, (choice & 1) != 0 ? "markdown" : "text");
    if (!read)
        return 0;
    Document document = std::move(read.value());
    document.language = languages[choice / 2 % languages.size()];
    fuzz::require_consistent(document);
    const extract::Context context{{{"Maria Okoro", {"奥科罗"}}}, {"Opening address"}};
    const Reading reading = extract::extract(document, context);
    fuzz::require_consistent(document, reading);
    for (const Quotation& quotation : reading.quotations) {
        fuzz::require_stored(document, file.bytes.size(), quotation.hull());
        (void)extract::declarations(quotation);
    }
    const Reading again = extract::extract(document, context);
    fuzz::require(again.quotations.size() == reading.quotations.size()
                      && again.citations.size() == reading.citations.size()
                      && again.entries.size() == reading.entries.size(),
                  "reading twice is the same");
    return 0;
}
