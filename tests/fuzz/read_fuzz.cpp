// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file of each format (the first byte), front matter included: each plain byte has its place in the
// file, and a saved index gives the document back.
#include "library/stored_text.hpp"
#include "read/read.hpp"
#include "reading_invariants.hpp"

#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace verbatim;
    const auto [choice, bytes] = fuzz::input(data, size);
    const std::vector<read::Format>& formats = read::formats();
    const read::File file{"fuzzed", std::string(bytes)};
    const Outcome<Document> read = read::read(file, formats[choice % formats.size()].name);
    if (!read) {
        fuzz::require(!read.problem().message.empty() && !read.problem().remedy.empty(), "a problem says what to do");
        return 0;
    }
    const Document& document = read.value();
    fuzz::require_consistent(document);
    std::size_t at = 0;
    for (const Block& block : document.blocks) {
        fuzz::require_stored(document, bytes.size(), block.span);
        const FileSpan stored = text::stored(document, block.span);
        fuzz::require(stored.begin >= at, "blocks are in the order of the file");
        at = stored.begin;
        (void)text::running_text(document, block.span);
        (void)text::paragraph_name(document, block.span.begin);
    }
    for (const auto& [key, value] : document.metadata)
        fuzz::require(value.line >= 1 && value.line <= document.line_starts.size(), "metadata have their line");
    const auto again = library::decoded_document(library::encoded(document));
    fuzz::require(again && again->plain.view() == document.plain.view()
                      && again->blocks.size() == document.blocks.size()
                      && again->map.runs().size() == document.map.runs().size(),
                  "a document is saved and read back");
    (void)library::decoded_document(std::string(bytes));
    return 0;
}
