// SPDX-License-Identifier: Apache-2.0
#include "library/index.hpp"
#include "library/state.hpp"

#include <algorithm>
#include <cmath>

namespace verbatim::library {

double Library::rarity(const text::Tokens& tokens, std::size_t begin, std::size_t end) const
{
    const Vocabulary& vocabulary = state_->vocabulary();
    const auto total = static_cast<double>(std::max<std::size_t>(1, vocabulary.total()));
    double bits = 0;
    for (std::size_t i = begin; i < std::min(end, tokens.list.size()); ++i) {
        if (!is_word(tokens.list[i].kind))
            continue;
        // A word that the library does not have is as rare as one that it has once.
        const std::size_t occurrences = std::max<std::size_t>(1, vocabulary.occurrences(vocabulary.find(tokens, i)));
        bits -= std::log2(static_cast<double>(occurrences) / total);
    }
    return bits;
}

bool Library::knows_word(std::string_view word) const
{
    const Vocabulary& vocabulary = state_->vocabulary();
    const text::Tokens tokens = text::tokenise(word);
    std::vector<WordId> ids;
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        if (!is_word(tokens.list[i].kind))
            continue;
        ids.push_back(vocabulary.find(tokens, i));
        if (ids.back() == no_word)
            return false;
    }
    if (ids.size() <= 1)
        return !ids.empty();
    // Several tokens (a word of Han characters) are known where they stand in a row.
    return std::any_of(state_->indexes.begin(), state_->indexes.end(), [&](const Index* index) {
        const std::span<const WordId> words = index->words().all();
        return std::search(words.begin(), words.end(), ids.begin(), ids.end()) != words.end();
    });
}

} // namespace verbatim::library
