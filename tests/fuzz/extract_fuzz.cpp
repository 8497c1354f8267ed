// SPDX-License-Identifier: Apache-2.0
// Any bytes through read → extract: marks, frames of both families, citations, kinds. The first byte chooses the
// format and the language, the rest is the file.
#include "extract/extract.hpp"
#include "read/read.hpp"
#include "reading_invariants.hpp"
#include "text/text.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace verbatim;
    if (size == 0)
        return 0;
    const read::File file{"fuzzed", std::string(reinterpret_cast<const char*>(data) + 1, size - 1)};
    Outcome<Document> read = read::read(file, (data[0] & 1) != 0 ? "markdown" : "text");
    if (!read)
        return 0;
    Document document = std::move(read.value());
    document.language = (data[0] & 2) != 0 ? "zh" : "en";
    fuzz::require_consistent(document);
    const extract::Context context{{{"Maria Okoro", {"奥科罗"}}}, {"Opening address"}};
    const Reading reading = extract::extract(document, context);
    fuzz::require_consistent(document, reading);
    for (const Quotation& quotation : reading.quotations) {
        const FileSpan stored = text::stored(document, quotation.hull());
        fuzz::require(stored.begin <= stored.end && stored.end <= file.bytes.size(), "stored bytes lie in the file");
        (void)extract::declarations(quotation);
    }
    return 0;
}
