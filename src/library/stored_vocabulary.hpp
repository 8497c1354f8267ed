// SPDX-License-Identifier: Apache-2.0
// The vocabulary as sections of an image: letters, ends, slots, word counts, Han counts, simplified forms, one behind
// the other. Private to the room.
#pragma once
#include "library/image.hpp"
#include "library/vocabulary.hpp"

namespace verbatim::library {

constexpr std::size_t vocabulary_sections = 6;
/// The first of them grow with the texts and are summed as they are used.
constexpr std::size_t growing_vocabulary_sections = 3;

void write_vocabulary(ImageWriter& out, const VocabularyArrays& vocabulary);
/// Views into the image, which must outlive them; `first` is the first of its sections.
[[nodiscard]] VocabularyArrays read_vocabulary(const Image& image, std::size_t first);

} // namespace verbatim::library
