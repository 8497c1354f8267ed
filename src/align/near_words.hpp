// SPDX-License-Identifier: Apache-2.0
// Private to align. Two single words that are near each other: misspelt, inflected, of one root, negated by a prefix.
#pragma once
#include "align/align.hpp"

namespace verbatim::syntax {
class Lexicon;
}

namespace verbatim::align {

/// A known variant, look-alike letters or other diacritics: the same word, whatever its stem.
[[nodiscard]] bool is_variant(const std::string& quoted, const std::string& source, const syntax::Lexicon& lexicon);
/// A variant, or one side no known word and a slip of the pen away.
[[nodiscard]] bool is_spelling(const std::string& quoted, const std::string& source, const syntax::Lexicon& lexicon,
                               const library::Library* library);
/// The same stem, or forms of one irregular word.
[[nodiscard]] bool is_inflection(const std::string& a, const std::string& b, const syntax::Lexicon& lexicon,
                                 const std::string& language);
/// Chinese and China's: forms of one root are no other name.
[[nodiscard]] bool share_root(const std::string& a, const std::string& b);
[[nodiscard]] bool differ_by_negating_prefix(const std::string& a, const std::string& b,
                                             const syntax::Lexicon& lexicon);

} // namespace verbatim::align
