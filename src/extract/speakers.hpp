// SPDX-License-Identifier: Apache-2.0
// Sources as they stand in the text, the people they mean, and whom a pronoun means. Private to the room.
#pragma once
#include "extract/antecedents.hpp"
#include "extract/frame.hpp"
#include "model/document.hpp"

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
    /// 林海走进会场: of a sentence in Han characters who acts, as one that a pronoun may mean.
    void note_actor(const Sentence& sentence);
    /// True where the words name somebody: a name or a body.
    [[nodiscard]] bool is_named(std::string_view words) const;
    /// When all is read: short forms become the fullest or registered form. Fills reading.persons.
    void resolve_all();

private:
    void name(Source& source);
    [[nodiscard]] bool is_emphasised_title(Span span) const;
    void note_unnamed(std::size_t offset, std::string_view words);

    const Document& document_;
    Reading& reading_;
    const syntax::Lexicon& lexicon_;
    const Context& context_;
    Persons persons_;
    Antecedents antecedents_;
};

/// The words of a quoted title, without the comma that the marks may hold.
[[nodiscard]] TextSpan title_words(const Quotation& title);

} // namespace verbatim::extract
