// SPDX-License-Identifier: Apache-2.0
#include "library/stored_vocabulary.hpp"

namespace verbatim::library {

void write_vocabulary(ImageWriter& out, const VocabularyArrays& vocabulary)
{
    out.array(vocabulary.letters.all());
    out.array(vocabulary.ends.all());
    out.array(vocabulary.slots.all());
    out.array(vocabulary.word_counts.all());
    out.array(vocabulary.han_counts.all());
    out.array(vocabulary.simplified.all());
}

VocabularyArrays read_vocabulary(const Image& image, std::size_t first)
{
    VocabularyArrays vocabulary;
    vocabulary.letters = image.checked<char>(first);
    vocabulary.ends = image.checked<std::uint32_t>(first + 1);
    vocabulary.slots = image.checked<WordTable::Slot>(first + 2);
    vocabulary.word_counts = image.array<std::uint32_t>(first + 3);
    vocabulary.han_counts = image.array<std::uint32_t>(first + 4);
    vocabulary.simplified = image.array<char32_t>(first + 5);
    return vocabulary;
}

} // namespace verbatim::library
