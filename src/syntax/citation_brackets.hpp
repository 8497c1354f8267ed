// SPDX-License-Identifier: Apache-2.0
// The brackets of citations, what stands before them, and keys. Private to the room.
#pragma once
#include "model/span.hpp"
#include "syntax/citations.hpp"
#include "syntax/lexicon.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace verbatim::syntax::citation_parts {

struct Bracket {
    Span inside;
    std::size_t behind = 0; ///< the byte behind the closing bracket
};
/// The bracket that opens at `open` with `size` bytes, if it closes soon and holds no other bracket of its kind.
[[nodiscard]] std::optional<Bracket> bracket_at(std::string_view text, std::size_t open, std::size_t size);
/// What stands between the semicolons of a bracket.
[[nodiscard]] std::vector<Span> items_of(std::string_view text, Span inside);

/// The author named right before a bracket: `Okoro and Berg` before `(1987)`.
[[nodiscard]] std::optional<TextSpan> author_before(std::string_view text, std::size_t bracket, const Lexicon& lexicon);
/// `Okoro and Berg`, `Okoro et al.`: no event and no place is called so.
[[nodiscard]] bool several_authors(std::string_view author, const Lexicon& lexicon);
/// `according to Okoro (1987)`, `Okoro's (1987)`, `Okoro (1987) argues`: words beside it that only an author has.
[[nodiscard]] bool signalled(std::string_view text, Span author, Span group, const Lexicon& lexicon);

/// The keys between the square brackets of `[see @a; @b, p. 3]`.
[[nodiscard]] std::vector<ParsedCitation> keys_in(std::string_view text, Span inside, Span group,
                                                  const Lexicon& lexicon);
/// `@key` or `@key [p. 12]` at an `@`; an `@` inside a word is an address.
[[nodiscard]] std::optional<ParsedCitation> bare_key_at(std::string_view text, std::size_t at, const Lexicon& lexicon);

} // namespace verbatim::syntax::citation_parts
