// SPDX-License-Identifier: Apache-2.0
// A language is data: grammar/lexicon/<language>.toml, compiled in. Classes are named lists of words and phrases.
#pragma once
#include <array>
#include <bitset>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::syntax {

/// The number of a class name, the same in every lexicon: who asks often asks by number.
using ClassId = std::uint16_t;
inline constexpr std::size_t most_classes = 448;
using ClassSet = std::bitset<most_classes>;
[[nodiscard]] ClassId class_id(std::string_view name); ///< thread-safe; a new name gets a new number
[[nodiscard]] ClassSet
class_set(std::initializer_list<std::string_view> names); ///< to ask a word for all of them at once

/// The name of a class by its hash (FNV-1a, 64 bits): that of a literal is made by the compiler.
class ClassName {
public:
    template <std::size_t N>
    consteval ClassName(const char (&literal)[N]) // NOLINT(google-explicit-constructor)
        : hash_(hash_of(literal))                 // up to its NUL, which may stand before the last place
    {
    }
    template <std::convertible_to<std::string_view> Name>
    constexpr ClassName(const Name& name) // NOLINT(google-explicit-constructor)
        : hash_(hash_of(name))
    {
    }
    [[nodiscard]] constexpr std::uint64_t hash() const { return hash_; }

private:
    [[nodiscard]] static constexpr std::uint64_t hash_of(std::string_view name)
    {
        std::uint64_t hash = 0xcbf29ce484222325U;
        for (const char c : name)
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
        return hash;
    }
    std::uint64_t hash_;
};

/// The entries of any class that start at one place of a text, shorter before longer: one walk answers for all classes.
struct Matches {
    struct Entry {
        std::size_t size; ///< bytes
        const ClassSet* classes;
    };
    std::array<Entry, 8> entries; ///< set up to count
    std::size_t count = 0;

    [[nodiscard]] std::size_t longest(ClassId id) const
    {
        for (std::size_t i = count; i-- > 0;)
            if (entries[i].classes->test(id))
                return entries[i].size;
        return 0;
    }
};

/// Words and phrases of one language by class: "cue.say" "cue.call" "document-noun" "title" "body-noun" …
/// Look-ups fold case; entries of several words match across single blanks.
class Lexicon {
public:
    struct Data;
    explicit Lexicon(std::string_view toml, const std::string& name); ///< the text of a file of grammar/lexicon/
    explicit Lexicon(std::unique_ptr<Data> data);
    ~Lexicon();
    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;

    [[nodiscard]] const std::string& language() const; ///< BCP 47 primary tag
    [[nodiscard]] const std::string& frame() const;    ///< frame grammar of the family: "european" "continental" "han"
    /// Bytes of the longest entry of the class (or of any class of a family, "cue") that starts at `offset` and ends at
    /// a word boundary (anywhere, for Han); 0 for none.
    [[nodiscard]] std::size_t match(ClassName word_class, std::string_view text, std::size_t offset) const;
    [[nodiscard]] bool has(ClassName word_class, std::string_view word) const;
    /// All classes and families that hold the word or phrase as a whole.
    [[nodiscard]] const ClassSet& classes_of(std::string_view word) const;
    /// All entries that start at `offset`.
    [[nodiscard]] Matches matches(std::string_view text, std::size_t offset) const;
    /// The class below a family that holds the word: family "cue", word "said" → "say".
    [[nodiscard]] std::optional<std::string> class_in(std::string_view family, std::string_view word) const;
    [[nodiscard]] const std::vector<std::string>& entries(ClassName word_class) const; ///< folded; empty if unknown
    [[nodiscard]] const std::vector<std::string>& entries(ClassId word_class) const;

private:
    std::unique_ptr<Data> data_;
};

/// The lexicon of a BCP 47 tag; of English where the language has none. Opened once, thread-safe.
[[nodiscard]] const Lexicon& lexicon(const std::string& language);
[[nodiscard]] bool has_lexicon(const std::string& language);
[[nodiscard]] std::vector<std::string> lexicon_languages();
/// True for an article of any language that has a lexicon: the title of a work may be in any.
[[nodiscard]] bool is_article(std::string_view word);

} // namespace verbatim::syntax
