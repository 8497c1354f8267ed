// SPDX-License-Identifier: Apache-2.0
// A host sentence as a row of chunks. Every quotation in it is one placeholder byte; which chunk is a speaker, an
// object or an adverbial is not decided here.
#pragma once
#include "model/span.hpp"
#include "syntax/lexicon.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace verbatim::syntax {

/// Stands for a quotation in a host sentence. A text's own byte of this value must be blanked first.
inline constexpr char quotation_placeholder = '\x01';

enum class ChunkKind : unsigned char {
    quotation,
    noun_phrase,
    pronoun,
    cue,  ///< verb group with auxiliaries and adverbs before its verb
    verb, ///< verb group of any other verb
    auxiliary,
    adverb,
    time, ///< a noun of time with its number: "March 1956"
    preposition,
    according_to,
    relative,
    subordinator,
    coordinator,
    conjunction,
    number,
    mark, ///< one punctuation mark
    word,
};

struct Chunk {
    ChunkKind kind = ChunkKind::word;
    Span span;              ///< bytes of the host sentence
    Span head;              ///< of a verb group: the verb without what stands before it
    std::string word_class; ///< of a cue or a pronoun: its class in the lexicon ("say", "female")
};

/// Never fails: what is no phrase is a word or a mark. Linear in the sentence; chunks are in order and do not overlap.
[[nodiscard]] std::vector<Chunk> chunks(std::string_view host, const Lexicon& lexicon);
/// Only those of them that begin before byte `end`, and `more` behind these.
[[nodiscard]] std::vector<Chunk> first_chunks(std::string_view host, const Lexicon& lexicon, std::size_t end,
                                              std::size_t more);

} // namespace verbatim::syntax
