// SPDX-License-Identifier: Apache-2.0
// The words of quotations and sentences as the pairing compares them. Private to the room.
#pragma once
#include "model/document.hpp"
#include "model/reading.hpp"
#include "text/text.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace verbatim::pair {

/// Gives equal words equal numbers, for the life of one pairing. Search-folded: pairing finds, it does not judge.
class WordIds {
public:
    [[nodiscard]] std::uint32_t id_of(std::string_view word);
    /// Words, numbers and Han of a text; marks and punctuation are left out, unless there is nothing else.
    [[nodiscard]] std::vector<std::uint32_t> ids_of(std::string_view text);

private:
    std::map<std::string, std::uint32_t, std::less<>> ids_;
};

/// Which of many texts share words with another: an index from words to texts.
class WordPlaces {
public:
    void add(std::size_t text, const std::vector<std::uint32_t>& words);
    /// At most `most` texts that share words with these, those that share more first, of equals those nearest to the
    /// ordinal `near`; common words are asked last, and only as long as few texts have been seen.
    [[nodiscard]] std::vector<std::size_t> sharing(const std::vector<std::uint32_t>& words, std::size_t near,
                                                   std::size_t most) const;

private:
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> places_; ///< a text once a word
};

/// A sentence outside quotations, with its words.
struct Sentence {
    Span span; ///< plain bytes of its document
    std::vector<std::uint32_t> words;
};
/// Every sentence of the document; the words that stand inside quotations of kind quotation are left out.
[[nodiscard]] std::vector<Sentence> unquoted_sentences(const Document& document, const Reading& reading, WordIds& ids);

/// Length of the longest common subsequence; bounded: beyond `limit` cells the common multiset is counted instead.
[[nodiscard]] std::size_t common_in_order(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
/// 0–1: common words in order, doubled, over the words of both.
[[nodiscard]] double likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
/// True where `inner` stands in `outer` word by word, without gap.
[[nodiscard]] bool holds_run(const std::vector<std::uint32_t>& outer, const std::vector<std::uint32_t>& inner);

} // namespace verbatim::pair
