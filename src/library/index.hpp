// SPDX-License-Identifier: Apache-2.0
// The words of all readable versions in one array, and where their shingles stand. Private to the room.
//
//   words_     … the quiet harbour of the north 0 0 0 | we ask for nothing … 0 |      texts begin at multiples of 64
//   tokens_    …  0   1      3     4   5    6         |  0  1   2    3               index in the version's own tokens
#pragma once
#include "library/library.hpp"
#include "library/shingles.hpp"

#include <memory>

namespace verbatim::library {

/// A version that the index reads. The tokens must outlive the index.
struct IndexedText {
    std::size_t work = 0;
    std::size_t version = 0;
    std::string language; ///< BCP 47; empty if unknown
    const text::Tokens* tokens = nullptr;
};

/// How many versions there are in one language.
struct LanguageShare {
    std::string language; ///< BCP 47; empty if unknown
    std::size_t read = 0;
    std::size_t unreadable = 0;
};

class Index {
public:
    Index(std::vector<IndexedText> texts, std::size_t jobs, const std::vector<std::string>& unreadable = {});

    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
    [[nodiscard]] const std::vector<IndexedText>& texts() const { return texts_; } ///< by work, version
    [[nodiscard]] std::span<const WordId> words() const { return words_; }
    [[nodiscard]] std::span<const WordId> words(std::size_t text) const
    {
        return std::span(words_).subspan(begins_[text], sizes_[text]);
    }
    /// Position of a text's first word in words().
    [[nodiscard]] std::size_t begin(std::size_t text) const { return begins_[text]; }
    [[nodiscard]] std::size_t text_at(std::uint32_t position) const { return text_of_block_[position / block]; }
    /// Index of a word in the tokens of its version.
    [[nodiscard]] std::size_t token(std::size_t text, std::size_t word) const { return tokens_[begins_[text] + word]; }
    [[nodiscard]] const ShingleTable& long_shingles() const { return long_; }
    [[nodiscard]] const ShingleTable& short_shingles() const { return short_; }
    /// Indices in texts() of a work's readable versions.
    [[nodiscard]] std::vector<std::size_t> texts_of(std::size_t work) const;
    [[nodiscard]] const std::vector<LanguageShare>& languages() const { return languages_; }
    /// Index in languages().
    [[nodiscard]] std::size_t language_of(std::size_t text) const { return language_of_[text]; }

private:
    static constexpr std::size_t block = 64;
    void lay_out();
    void read_words(std::size_t jobs);
    LanguageShare& share(const std::string& language);

    std::vector<IndexedText> texts_;
    std::vector<std::size_t> begins_;
    std::vector<std::size_t> sizes_;
    std::vector<WordId> words_;
    std::vector<std::uint32_t> tokens_;
    std::vector<std::uint32_t> text_of_block_;
    std::vector<LanguageShare> languages_;
    std::vector<std::size_t> language_of_;
    Vocabulary vocabulary_;
    ShingleTable long_;
    ShingleTable short_;
};

[[nodiscard]] std::unique_ptr<Index> build_index(const Library::State& state, std::size_t jobs);

} // namespace verbatim::library
