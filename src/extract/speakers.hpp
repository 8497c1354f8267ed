// SPDX-License-Identifier: Apache-2.0
// Sources as they stand in the text, the people they mean, and whom a pronoun means. Private to the room.
#pragma once
#include "extract/frame.hpp"
#include "extract/persons.hpp"
#include "model/document.hpp"

#include <vector>

namespace verbatim::extract {

class Speakers {
public:
    Speakers(const Document& document, Reading& reading, const syntax::Lexicon& lexicon, const Context& context);

    /// The source that a frame names; notes its person for later pronouns and short forms.
    Source source_of(const Sentence& sentence, const Speaker& speaker);
    /// Gives the quotation a source that needs no cue: the label of a turn, the name of a signature.
    void speak(Quotation& quotation, Span words);
    /// Notes the subjects of a sentence that are named: whom a later pronoun may mean.
    void note_subjects(const Sentence& sentence);
    /// True where the words name somebody: a name or a body.
    [[nodiscard]] bool is_named(std::string_view words) const;
    /// When all is read: short forms become the fullest or registered form. Fills reading.persons.
    void resolve_all();

private:
    /// A person named as the subject of a verb.
    struct Mention {
        std::size_t offset = 0;
        std::string words;
        Gender gender = Gender::unknown;
    };
    void name(Source& source);
    void note(std::size_t offset, const std::string& name, std::string_view words);
    [[nodiscard]] std::optional<std::string> antecedent(const Source& pronoun) const;
    [[nodiscard]] std::optional<std::string> sole_subject_before(const Source& pronoun, Gender wanted) const;
    [[nodiscard]] bool is_joined(const Mention& mention) const;
    [[nodiscard]] bool no_other_name(const Mention& mention, const Source& pronoun) const;

    const Document& document_;
    Reading& reading_;
    const syntax::Lexicon& lexicon_;
    Persons persons_;
    std::vector<Mention> mentions_;
};

/// The words of a quoted title, without the comma that the marks may hold.
[[nodiscard]] TextSpan title_words(const Quotation& title);

} // namespace verbatim::extract
