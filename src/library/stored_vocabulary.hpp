// SPDX-License-Identifier: Apache-2.0
// The vocabulary as sections of an image: letters, ends, slots, word counts, Han counts, simplified forms, one behind
// the other. Private to the room.
#pragma once
#include "library/image.hpp"
#include "library/vocabulary.hpp"

namespace verbatim::library {

void write_vocabulary(ImageWriter& out, const VocabularyArrays& vocabulary);
/// Views into the image, which must outlive them; `first` is the section of the letters.
[[nodiscard]] VocabularyArrays read_vocabulary(const Image& image, std::size_t first);

} // namespace verbatim::library
