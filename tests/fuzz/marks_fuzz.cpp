// SPDX-License-Identifier: Apache-2.0
// The grammar of marks over any bytes; of valid UTF-8 the marks are whole characters.
#include "fuzzed.hpp"
#include "syntax/syntax.hpp"
#include "text/text.hpp"

#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace verbatim;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)syntax::marks(bytes);
    const std::optional<std::string> decoded = fuzz::text_of(bytes);
    if (!decoded)
        return 0;
    const std::string& text = *decoded;
    std::size_t at = 0;
    const std::vector<syntax::Mark> marks = syntax::marks(text);
    for (const syntax::Mark& mark : marks) {
        fuzz::require_inside(text, mark.span, "a mark is whole characters");
        fuzz::require(!mark.span.empty() && mark.span.begin >= at, "marks are in order and do not overlap");
        at = mark.span.end;
    }
    // A blank line parts: what stands behind it changes nothing before it.
    const std::vector<syntax::Mark> longer = syntax::marks(text + "\n\n\"quiet\" 5'10\"");
    fuzz::require(longer.size() >= marks.size(), "no mark is lost to what stands behind a blank line");
    for (std::size_t i = 0; i < marks.size(); ++i)
        fuzz::require(marks[i].span == longer[i].span && marks[i].can_open == longer[i].can_open
                          && marks[i].can_close == longer[i].can_close,
                      "a mark is what it was");
    return 0;
}
