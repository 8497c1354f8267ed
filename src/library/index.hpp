// SPDX-License-Identifier: Apache-2.0
// The words of all readable versions in one array, and where their shingles stand. Private to the room.
//
//   words     … the quiet harbour of the north 0 0 0 | we ask for nothing … 0 |      texts begin at multiples of 64
//   offsets   …   0   4     10     18 21  25         |  0  3   7   11               plain byte of the version's text
//
// All of it is flat arrays, so that a saved index is read where it lies (saved_index.hpp).
#pragma once
#include "library/library.hpp"
#include "library/shingles.hpp"

#include <functional>
#include <memory>

namespace verbatim::library {

/// A version that the index reads.
struct IndexedText {
    std::size_t work = 0;
    std::size_t version = 0;
    std::string language; ///< BCP 47; empty if unknown
};

/// The parts of an index that depend on the texts alone, not on what the catalogue says of them.
struct IndexArrays {
    FlatArray<std::uint32_t> begins; ///< of each text, in words
    FlatArray<std::uint32_t> sizes;  ///< words of each text
    FlatArray<WordId> words;
    FlatArray<std::uint32_t> offsets; ///< parallel to words
    FlatArray<std::uint32_t> text_of_block;
    Vocabulary vocabulary;
    ShingleTable long_shingles;
    ShingleTable short_shingles;
};

/// The plain text of the i-th text; asked for once, from any thread, and let go when it was read.
using PlainText = std::function<std::string_view(std::size_t)>;
[[nodiscard]] IndexArrays read_texts(std::size_t texts, const PlainText& plain, std::size_t jobs);

class Index {
public:
    static constexpr std::size_t block = 64; ///< texts begin at multiples of it

    /// `arrays` are of these texts, in this order.
    Index(std::vector<IndexedText> texts, IndexArrays arrays);

    [[nodiscard]] const Vocabulary& vocabulary() const { return arrays_.vocabulary; }
    [[nodiscard]] const std::vector<IndexedText>& texts() const { return texts_; } ///< by work, version
    [[nodiscard]] const FlatArray<WordId>& words() const { return arrays_.words; }
    [[nodiscard]] std::size_t size(std::size_t text) const { return arrays_.sizes[text]; } ///< in words
    /// All words of a text, or some; of a saved index these are read, so ask for no more than is needed.
    [[nodiscard]] std::span<const WordId> words(std::size_t text) const { return words(text, {0, size(text)}); }
    [[nodiscard]] std::span<const WordId> words(std::size_t text, Span some) const
    {
        return arrays_.words.part(arrays_.begins[text] + some.begin, arrays_.begins[text] + some.end);
    }
    [[nodiscard]] WordId word(std::size_t text, std::size_t word) const
    {
        return arrays_.words[arrays_.begins[text] + word];
    }
    /// Position of a text's first word in words().
    [[nodiscard]] std::size_t begin(std::size_t text) const { return arrays_.begins[text]; }
    /// The text that holds a position; of a position beyond all words, as a damaged file may have, the last one.
    [[nodiscard]] std::size_t text_at(std::uint32_t position) const
    {
        return arrays_.text_of_block[std::min<std::size_t>(position / block, arrays_.text_of_block.size() - 1)];
    }
    /// Plain byte of its version at which a word begins.
    [[nodiscard]] std::size_t offset(std::size_t text, std::size_t word) const
    {
        return arrays_.offsets[arrays_.begins[text] + word];
    }
    /// Plain bytes from the first of some words of a text to the beginning of the last, which is a byte long at least.
    [[nodiscard]] Span plain_span(std::size_t text, std::size_t begin, std::size_t end) const
    {
        const std::size_t first = offset(text, begin);
        return {first, std::max(first, offset(text, end - 1)) + 1};
    }
    /// The first word of a text that does not begin before a plain byte; the number of its words if there is none.
    [[nodiscard]] std::size_t word_from(std::size_t text, std::size_t plain) const;
    [[nodiscard]] const ShingleTable& long_shingles() const { return arrays_.long_shingles; }
    [[nodiscard]] const ShingleTable& short_shingles() const { return arrays_.short_shingles; }
    /// Indices in texts() of a work's readable versions.
    [[nodiscard]] std::vector<std::size_t> texts_of(std::size_t work) const;
    /// Index in texts() of a version; nothing for one that was not read.
    [[nodiscard]] std::optional<std::size_t> text_of(std::size_t work, std::size_t version) const;
    [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; } ///< of its texts
    /// Index in languages().
    [[nodiscard]] std::size_t language_of(std::size_t text) const { return language_of_[text]; }
    [[nodiscard]] const IndexArrays& arrays() const { return arrays_; }

private:
    std::vector<IndexedText> texts_;
    std::vector<std::string> languages_;
    std::vector<std::size_t> language_of_;
    IndexArrays arrays_;
};

} // namespace verbatim::library
