// SPDX-License-Identifier: Apache-2.0
// A host sentence in one language of each family of frames (the first byte): chunks are in order and inside it, and to
// ask for the first ones alone gives the same.
#include "fuzzed.hpp"
#include "syntax/syntax.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace {
using namespace verbatim;

bool equal(const syntax::Chunk& a, const syntax::Chunk& b)
{
    return a.kind == b.kind && a.span == b.span && a.head == b.head && a.word_class == b.word_class;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::array languages{"en", "zh", "fr", "de", "es"};
    const auto [choice, bytes] = fuzz::input(data, size);
    const std::optional<std::string> decoded = fuzz::text_of(bytes);
    if (!decoded)
        return 0;
    const std::string& host = *decoded;
    const syntax::Lexicon& lexicon = syntax::lexicon(languages[choice % languages.size()]);
    const std::vector<syntax::Chunk> all = syntax::chunks(host, lexicon);
    std::size_t at = 0;
    for (const syntax::Chunk& chunk : all) {
        fuzz::require_inside(host, chunk.span, "a chunk is whole characters");
        fuzz::require(!chunk.span.empty() && chunk.span.begin >= at, "chunks are in order and do not overlap");
        at = chunk.span.end;
        if (!chunk.head.empty())
            fuzz::require(chunk.head.begin >= chunk.span.begin && chunk.head.end <= chunk.span.end,
                          "a verb lies in its group");
    }
    const std::size_t end = host.size() / 2;
    const std::size_t more = choice / languages.size();
    const std::vector<syntax::Chunk> some = syntax::first_chunks(host, lexicon, end, more);
    const auto before =
        std::count_if(all.begin(), all.end(), [&](const syntax::Chunk& chunk) { return chunk.span.begin < end; });
    fuzz::require(some.size() == std::min(all.size(), static_cast<std::size_t>(before) + more),
                  "as many first chunks as were asked for");
    fuzz::require(std::equal(some.begin(), some.end(), all.begin(), equal), "the first chunks are the first of all");
    return 0;
}
