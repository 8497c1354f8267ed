// SPDX-License-Identifier: Apache-2.0
// Abbreviations whose full stop ends no sentence, from CLDR. ICU's own filter (`@ss=standard`) takes them for the ends
// of longer words: because of German "r." no sentence would end in "er." or "war.".
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace verbatim::text {

class Suppressions {
public:
    explicit Suppressions(const std::string& language);
    /// The words end in an abbreviation, its full stop with them. One that is a word of its own, too (French mer.),
    /// counts only before a figure.
    [[nodiscard]] bool hold(std::string_view words, bool before_figure) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };
    using Words = std::unordered_set<std::string, Hash, std::equal_to<>>;
    Words abbreviations_;
    Words last_words_; ///< of them: few sentences end in one
};

/// Of a BCP 47 tag; empty where CLDR has none. The reference holds as long as that of kept_by_language.
[[nodiscard]] const Suppressions& suppressions_of(const std::string& language);

} // namespace verbatim::text
