// SPDX-License-Identifier: Apache-2.0
#include "extract/speakers.hpp"

#include "extract/subject.hpp"
#include "extract/subject_han.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

using syntax::ChunkKind;

constexpr std::size_t longest_sentence = 400; // chunks

} // namespace

TextSpan title_words(const Quotation& title)
{
    TextSpan words = title.parts.front();
    while (!words.text.empty() && (words.text.back() == ',' || words.text.back() == '.')) {
        words.text.pop_back();
        --words.span.end;
    }
    return words;
}

Speakers::Speakers(const Document& document, Reading& reading, const syntax::Lexicon& lexicon, const Context& context)
    : document_(document), reading_(reading), lexicon_(lexicon), context_(context),
      persons_(document, lexicon, context), antecedents_(document, lexicon, persons_)
{
}

Source Speakers::source_of(const Sentence& s, const Speaker& speaker)
{
    Source source;
    if (speaker.title) {
        const TextSpan title = title_words(reading_.quotations[s.host.quotations[*speaker.title].quotation]);
        source.text = title.text;
        source.span = title.span;
        source.is_body = persons_.is_body(title.text); // 《海港报》 reports: a newspaper
        source.is_document = !source.is_body;
        return source;
    }
    source.span = s.host.plain_span(speaker.span);
    source.text = text::collapse(document_.slice(source.span));
    source.coordinated = speaker.coordinated;
    if (speaker.pronoun) {
        antecedents_.resolve(source);
        return source;
    }
    if (is_emphasised_title(source.span)) {
        source.is_document = true; // *Letters from the Mill* says
        return source;
    }
    source.is_document = persons_.is_document(source.text);
    source.is_body = !source.is_document && persons_.is_body(source.text);
    name(source);
    return source;
}

void Speakers::speak(Quotation& quotation, Span words)
{
    Source source;
    source.span = words;
    source.text = text::collapse(document_.slice(words));
    source.is_body = persons_.is_body(source.text);
    name(source);
    quotation.attribution.source = std::move(source);
    quotation.attribution.evidence = AttributionEvidence::explicit_;
}

bool Speakers::is_named(std::string_view words) const
{
    return !persons_.name_in(words).empty() || persons_.is_body(words);
}

/// Notes the name in a source; which full form it means is known when the whole document is read.
void Speakers::name(Source& source)
{
    if (source.coordinated || source.is_document)
        return;
    source.person = persons_.registered_as(source.text); // also bodies: "the Harbour Council"
    if (source.person || source.is_body)
        return;
    const std::string found = persons_.name_in(source.text);
    if (found.empty()) {
        note_unnamed(source.span.begin, source.text);
        return;
    }
    source.person = found;
    persons_.note(found, persons_.gender(source.text));
    antecedents_.note(source.span.begin, found, source.text);
}

/// Italics that begin with the words and hold a small word or a known title: the name of a work.
bool Speakers::is_emphasised_title(Span span) const
{
    const auto found = std::lower_bound(document_.emphasis.begin(), document_.emphasis.end(), span.begin,
                                        [](Span each, std::size_t at) { return each.begin < at; });
    if (found == document_.emphasis.end() || found->begin > span.begin + 4 || !span.overlaps(*found)
        || found->end + 1 < span.end)
        return false;
    const std::string words = text::collapse(document_.slice(*found));
    if (std::find(context_.titles.begin(), context_.titles.end(), words) != context_.titles.end())
        return true;
    for (std::size_t at = words.find(' '); at != std::string::npos; at = words.find(' ', at + 1))
        if (lexicon_.match("preposition", words, at + 1) != 0 || lexicon_.match("article", words, at + 1) != 0
            || lexicon_.match("conjunction", words, at + 1) != 0)
            return !lexicon_.has("name-particle", words.substr(at + 1, words.find(' ', at + 1) - at - 1));
    return false;
}

/// The old man: nobody whom a name tells, but somebody else than the person named before.
void Speakers::note_unnamed(std::size_t offset, std::string_view words)
{
    if (persons_.gender(words) != Gender::unknown)
        antecedents_.note(offset, "", words);
}

namespace {

/// Liberals, he said, were …
bool opens_parenthesis(const Sentence& s, std::size_t i)
{
    return (s.is(i, ChunkKind::pronoun) || s.is(i, ChunkKind::noun_phrase)) && s.is(i + 1, ChunkKind::cue)
           && s.is_mark(i + 2, ",");
}

/// Liberals are, Tolls have: the verb behind a subject tells its number.
bool is_plural(const Sentence& s, std::size_t i)
{
    return i + 1 < s.size() && s.lexicon.has("plural-auxiliary", s.words(i + 1));
}

} // namespace

void Speakers::note_subjects(const Sentence& s)
{
    if (lexicon_.frame() == "han" || s.size() > longest_sentence)
        return;
    for (std::size_t i = 0; i < s.size(); ++i) {
        // drafted by Berg
        const bool agent = i >= 2 && s.is(i - 1, ChunkKind::preposition) && s.lexicon.has("passive-by", s.words(i - 1))
                           && (s.is(i - 2, ChunkKind::verb) || s.is(i - 2, ChunkKind::cue));
        if (!s.is(i, ChunkKind::noun_phrase))
            continue;
        const bool subject =
            agent || s.is(i + 1, ChunkKind::verb) || s.is(i + 1, ChunkKind::cue) || s.is(i + 1, ChunkKind::auxiliary)
            || s.is(i + 1, ChunkKind::adverb)
            || (i == 0 && s.is_mark(i + 1, ",") && !opens_parenthesis(s, i + 2))
            // Its chairman, Nils Holm, opened
            || (i == 2 && s.is_mark(1, ",") && s.is_mark(3, ",")
                && (s.is(4, ChunkKind::verb) || s.is(4, ChunkKind::cue) || s.is(4, ChunkKind::auxiliary)));
        if (!subject || is_plural(s, i))
            continue;
        Span span = s.chunk(i).span;
        if (i > 0 && s.is(i - 1, ChunkKind::preposition) && !agent) {
            const auto speaker = subject_ending(s, i); // At the meeting Lind rose
            if (!speaker || speaker->span.begin <= span.begin)
                continue;
            span = speaker->span;
        }
        const std::string_view words = s.host.words(span);
        const std::size_t offset = s.host.plain[span.begin];
        if (!has_capital(words)) {
            note_unnamed(offset, words);
            continue;
        }
        if (persons_.is_body(words) || persons_.is_document(words)
            || is_emphasised_title({offset, s.host.plain_span(span).end}))
            continue;
        if (const std::string found = persons_.name_in(words); !found.empty())
            antecedents_.note(offset, found, words);
        else
            note_unnamed(offset, words);
    }
}

void Speakers::note_actor(const Sentence& s)
{
    const auto actor = s.size() > longest_sentence ? std::nullopt : han::first_subject(s);
    if (!actor || actor->pronoun || actor->coordinated || actor->title)
        return;
    const std::string_view words = s.host.words(actor->span);
    if (persons_.is_body(words) || persons_.is_document(words))
        return;
    const std::size_t offset = s.host.plain[actor->span.begin];
    if (const std::string found = persons_.name_in(words); !found.empty())
        antecedents_.note(offset, found, words);
    else
        note_unnamed(offset, words);
}

void Speakers::resolve_all()
{
    for (Quotation& quotation : reading_.quotations) {
        auto& source = quotation.attribution.source;
        if (!source || !source->person)
            continue;
        const std::string form = *source->person;
        source->person = persons_.resolve(form, persons_.gender(source->text));
        if (!source->person)
            continue;
        auto& forms = reading_.persons[*source->person];
        if (std::find(forms.begin(), forms.end(), form) == forms.end())
            forms.push_back(form);
    }
}

} // namespace verbatim::extract
