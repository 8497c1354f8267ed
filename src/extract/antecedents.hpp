// SPDX-License-Identifier: Apache-2.0
// Whom a pronoun means: the nearest subject that fits, or nobody. Private to the room.
#pragma once
#include "extract/genders.hpp"
#include "extract/persons.hpp"
#include "model/document.hpp"

#include <vector>

namespace verbatim::extract {

/// Bytes between a pronoun and the person it means.
inline constexpr std::size_t furthest_antecedent = 3000;

/// True where some of the words is a pronoun of one gender: as a source it may mean a person named before.
[[nodiscard]] bool may_ask(std::string_view words, const syntax::Lexicon& lexicon);

/// One name is the end or the beginning of the other.
[[nodiscard]] bool same_person(const std::string& a, const std::string& b);

class Antecedents {
public:
    /// The persons must outlive it.
    Antecedents(const Document& document, const syntax::Lexicon& lexicon, const Persons& persons);

    /// A person named as the subject of a verb; the name is empty for `the old man`, who is somebody else.
    void note(std::size_t offset, const std::string& name, std::string_view words);
    /// Sets whom a pronoun means: the nearest fitting subject before it, by name or as the text describes him; without
    /// any evidence of gender only a person who is alone in the neighbourhood.
    void resolve(Source& pronoun);

private:
    struct Mention {
        std::size_t offset = 0;
        std::string words;       ///< the name; empty where there is none
        std::string description; ///< the old man
        Gender gender = Gender::unknown;
    };
    void learn(Mention& mention);
    [[nodiscard]] std::string description_of(std::string_view words) const;
    [[nodiscard]] std::optional<std::string> sole_subject_before(const Source& pronoun, Gender wanted) const;
    [[nodiscard]] bool is_joined(const Mention& mention) const;
    [[nodiscard]] bool no_other_name(const Mention& mention, const Source& pronoun) const;

    const Document& document_;
    const syntax::Lexicon& lexicon_;
    const Persons& persons_;
    std::optional<Genders> genders_; ///< read when a pronoun first asks
    std::vector<Mention> mentions_;
};

} // namespace verbatim::extract
