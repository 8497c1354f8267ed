// SPDX-License-Identifier: Apache-2.0
// The gender that a document gives to its names: Tommy sighed and put his cap on. He … Private to the room.
#pragma once
#include "extract/persons.hpp"

namespace verbatim::extract {

class Genders {
public:
    /// Reads the whole text once; the views into it stay the text's own.
    Genders(std::string_view plain, const syntax::Lexicon& lexicon);
    /// What at least two signs say, and three times as many as say the opposite; a name of several words goes by its
    /// first, else by its last.
    [[nodiscard]] Gender of(std::string_view name) const;

private:
    class Reader;
    struct Votes {
        std::size_t female = 0;
        std::size_t male = 0;
        bool inside = false; ///< the word has its capital inside a sentence too: it is a name
    };
    [[nodiscard]] Gender decided(std::string_view word) const;
    void vote(const std::vector<std::string_view>& name, Gender gender, std::size_t weight);

    std::unordered_map<std::string_view, Votes> votes_;
};

} // namespace verbatim::extract
