// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "library/catalogue.hpp"

namespace verbatim::library {

/// A version's file as it was read; neither with a document nor saved where it could not be.
struct LoadedText {
    SavedText origin;
    std::optional<Document> document;
    std::optional<std::size_t> saved; ///< in State::saved
    bool language_detected = false;
    [[nodiscard]] bool readable() const { return document.has_value() || saved.has_value(); }
};
struct LoadedTexts {
    std::vector<std::vector<LoadedText>> of_works; ///< parallel to Declarations::works and their versions
    std::vector<LoadedText> of_texts;              ///< parallel to Declarations::texts
};

/// Joins both into state.works, held and problems; the problem (two works with one id) is fatal.
[[nodiscard]] std::optional<Problem> assemble(Library::State& state, const Declarations& declarations,
                                              LoadedTexts loaded);

} // namespace verbatim::library
