// SPDX-License-Identifier: Apache-2.0
// The people of a document: "Lin" is Lin Hai where only one Lin is met (CONVENTIONS 6). Private to the room.
#pragma once
#include "extract/extract.hpp"
#include "syntax/syntax.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace verbatim::extract {

enum class Gender : unsigned char { unknown, female, male };

class Persons {
public:
    Persons(const Document& document, const syntax::Lexicon& lexicon, const Context& context);

    /// The name in the words of a source: "the port chief Oda Lindqvist" → "Oda Lindqvist"; empty where no name is in
    /// it.
    [[nodiscard]] std::string name_in(std::string_view source) const;
    /// Takes a full name of a speaker as known, with what the words around it tell of the gender, so that its first
    /// word alone means the same (Lin Hai, Lin).
    void note(const std::string& name, Gender gender);
    /// Registered name, else the fullest form in the document; none for a short name that two people bear, unless the
    /// gender of the words around it (Mrs. Okoro) tells them apart.
    [[nodiscard]] std::optional<std::string> resolve(const std::string& name, Gender gender) const;
    /// The registered name of the person or body that the words as a whole name, an article left aside.
    [[nodiscard]] std::optional<std::string> registered_as(std::string_view words) const;
    [[nodiscard]] bool is_body(std::string_view source) const;
    [[nodiscard]] bool is_document(std::string_view source) const;
    [[nodiscard]] Gender gender(std::string_view source) const;

private:
    void read_names(std::string_view plain);
    void note_capitals(const std::string& name);
    [[nodiscard]] std::optional<std::string> registered(const std::string& name) const;
    [[nodiscard]] std::set<std::string> bearers(const std::string& short_name) const;

    const syntax::Lexicon& lexicon_;
    std::map<std::string, std::string> registered_;                    ///< folded name or alias → registered name
    std::map<std::string, std::set<std::string>> registered_surnames_; ///< folded last word → registered names
    std::unordered_map<std::string, std::set<std::string>> by_last_;   ///< last word → full forms of the document
    std::unordered_map<std::string, std::set<std::string>> by_first_;  ///< first word → full forms of speakers
    std::unordered_map<std::string, std::set<Gender>> genders_;        ///< of a short name: Mr. Lind and Mrs. Lind
    std::unordered_map<std::string, std::set<std::string>>
        by_capitals_; ///< folded name or last word → forms in mixed case
};

} // namespace verbatim::extract
