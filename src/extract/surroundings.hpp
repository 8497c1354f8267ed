// SPDX-License-Identifier: Apache-2.0
// What stands directly around a quotation in its paragraph. Private to `extract`.
#pragma once
#include "extract/stages.hpp"

namespace verbatim::extract {

struct Surroundings {
    Span outer;              ///< the quotation with its marks, plain bytes
    std::string_view before; ///< of the paragraph, at most 200 bytes, without trailing white space
    std::string_view after;  ///< of the paragraph, at most 200 bytes, without leading white space
};
[[nodiscard]] Surroundings surroundings_of(const Document& document, const Quotation& quotation);

/// The last word of a text in front of its final punctuation; the first word behind leading punctuation.
[[nodiscard]] std::string_view last_word(std::string_view text);
[[nodiscard]] std::string_view first_word(std::string_view text);
/// The text without its last word and what follows that.
[[nodiscard]] std::string_view before_last_word(std::string_view text);

/// True where the last bytes of the text are an entry of the class (a Han word may end anywhere).
[[nodiscard]] bool ends_with_class(const syntax::Lexicon& lexicon, std::string_view word_class, std::string_view text);

/// Capitalised words, with small words between them (The Old Man and the Sea); at least `capitals` capitals.
[[nodiscard]] bool title_cased(const syntax::Lexicon& lexicon, std::string_view words, std::size_t capitals);

} // namespace verbatim::extract
