// SPDX-License-Identifier: Apache-2.0
#include "extract/speakers.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

using syntax::ChunkKind;

constexpr std::size_t furthest_antecedent = 3000; // bytes between a pronoun and the person it means
constexpr std::size_t furthest_mention = 16;      // subjects
constexpr std::size_t longest_sentence = 400;     // chunks

/// One name is the end or the beginning of the other.
bool same_person(const std::string& a, const std::string& b)
{
    const std::string& longer = a.size() >= b.size() ? a : b;
    const std::string& shorter = a.size() >= b.size() ? b : a;
    return longer == shorter || longer.ends_with(" " + shorter) || longer.starts_with(shorter + " ");
}

bool has_capital(std::string_view words)
{
    for (std::size_t at = 0; at < words.size(); at += text::code_point_size(words, at))
        if (text::is_upper(text::code_point_at(words, at)))
            return true;
    return false;
}

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
    : document_(document), reading_(reading), lexicon_(lexicon), persons_(document, lexicon, context)
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
        source.person = antecedent(source);
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
    if (found.empty())
        return;
    source.person = found;
    persons_.note(found);
    note(source.span.begin, found, source.text);
}

void Speakers::note(std::size_t offset, const std::string& name, std::string_view words)
{
    Gender gender = persons_.gender(words);
    if (gender == Gender::unknown)
        if (const auto full = persons_.resolve(name, Gender::unknown); full && *full != name)
            gender = persons_.gender(*full); // Okoro, who elsewhere is Maria Okoro
    mentions_.push_back({offset, name, gender});
}

void Speakers::note_subjects(const Sentence& s)
{
    if (lexicon_.frame() == "han" || s.size() > longest_sentence)
        return;
    for (std::size_t i = 0; i < s.size(); ++i) {
        // drafted by Berg
        const bool agent = i >= 2 && s.is(i - 1, ChunkKind::preposition) && s.lexicon.has("passive-by", s.words(i - 1))
                           && (s.is(i - 2, ChunkKind::verb) || s.is(i - 2, ChunkKind::cue));
        if (!s.is(i, ChunkKind::noun_phrase) || (i > 0 && s.is(i - 1, ChunkKind::preposition) && !agent))
            continue;
        const bool subject =
            agent || s.is(i + 1, ChunkKind::verb) || s.is(i + 1, ChunkKind::cue) || s.is(i + 1, ChunkKind::auxiliary)
            || s.is(i + 1, ChunkKind::adverb)
            || (i == 0 && s.is_mark(i + 1, ","))
            // Its chairman, Nils Holm, opened
            || (i == 2 && s.is_mark(1, ",") && s.is_mark(3, ",")
                && (s.is(4, ChunkKind::verb) || s.is(4, ChunkKind::cue) || s.is(4, ChunkKind::auxiliary)));
        const std::string_view words = s.words(i);
        if (!subject || !has_capital(words) || persons_.is_body(words) || persons_.is_document(words))
            continue;
        if (const std::string found = persons_.name_in(words); !found.empty())
            note(s.host.plain[s.chunk(i).span.begin], found, words);
    }
}

/// The nearest with evidence of gender; without any evidence only a person who is alone in the neighbourhood.
std::optional<std::string> Speakers::antecedent(const Source& pronoun) const
{
    const auto word_class = lexicon_.class_in("pronoun", pronoun.text);
    const auto own_class = lexicon_.class_in("possessive-pronoun", pronoun.text);
    const std::string kind = word_class.value_or(own_class.value_or(""));
    if (kind != "male" && kind != "female")
        return std::nullopt;
    const Gender wanted = kind == "male" ? Gender::male : Gender::female;
    const Mention* nearest = nullptr;
    const Mention* only = nullptr;
    const Mention* latest = nullptr; // of any gender but the other one
    bool alone = true;
    for (std::size_t i = mentions_.size(), steps = 0; i-- > 0 && steps < furthest_mention;) {
        const Mention& mention = mentions_[i];
        if (mention.offset >= pronoun.span.begin)
            continue; // later in the same sentence
        ++steps;
        if (pronoun.span.begin - mention.offset > furthest_antecedent)
            break;
        if (mention.gender != Gender::unknown && mention.gender != wanted)
            continue;
        if (latest == nullptr || mention.offset > latest->offset)
            latest = &mention;
        alone = alone && (only == nullptr || same_person(only->words, mention.words));
        if (only == nullptr || only->words.size() < mention.words.size())
            only = &mention;
        if (mention.gender == wanted && (nearest == nullptr || mention.offset > nearest->offset))
            nearest = &mention;
    }
    if (only != nullptr && alone && (nearest != nullptr || (no_other_name(*only, pronoun) && !is_joined(*latest))))
        return only->words;
    if (nearest != nullptr && same_person(nearest->words, latest->words)) // nobody of unknown gender stands between
        return nearest->words;
    return sole_subject_before(pronoun, wanted);
}

/// Okoro and Veld met: with nothing to tell their gender, a pronoun may mean either.
bool Speakers::is_joined(const Mention& mention) const
{
    const std::string_view before = std::string_view(document_.plain).substr(0, mention.offset);
    const std::size_t end = before.find_last_not_of(' ');
    if (end == std::string_view::npos)
        return false;
    const std::size_t blank = before.find_last_of(" \n", end);
    const std::string_view word = before.substr(blank == std::string_view::npos ? 0 : blank + 1, end - blank);
    return lexicon_.has("coordinator", word);
}

/// Okoro spoke for an hour. He added: the last person named, where nobody else is named in that sentence or since.
std::optional<std::string> Speakers::sole_subject_before(const Source& pronoun, Gender wanted) const
{
    constexpr std::size_t furthest = 300;      // bytes
    constexpr std::size_t nearest_other = 200; // bytes
    const Mention* last = nullptr;
    for (std::size_t i = mentions_.size(), steps = 0; i-- > 0 && steps < furthest_mention; ++steps)
        if (mentions_[i].offset < pronoun.span.begin && (last == nullptr || mentions_[i].offset > last->offset))
            last = &mentions_[i];
    if (last == nullptr || pronoun.span.begin - last->offset > furthest
        || (last->gender != Gender::unknown && last->gender != wanted) || is_joined(*last))
        return std::nullopt;
    for (std::size_t i = mentions_.size(), steps = 0; i-- > 0 && steps < furthest_mention; ++steps) {
        const Mention& other = mentions_[i]; // "…," Okoro said. Berg nodded. "…," she said: two people talk
        if (other.offset < last->offset && last->offset - other.offset < nearest_other
            && !same_person(other.words, last->words))
            return std::nullopt;
    }
    const std::string_view between =
        std::string_view(document_.plain).substr(last->offset, pronoun.span.begin - last->offset);
    if (between.find('\n') != std::string_view::npos || !no_other_name(*last, pronoun))
        return std::nullopt;
    std::size_t stops = 0;
    for (std::size_t at = 0; at + 1 < between.size(); ++at)
        stops += (between[at] == '.' || between[at] == '?' || between[at] == '!') && between[at + 1] == ' ' ? 1 : 0;
    if (stops != 1)
        return std::nullopt;
    // Its own sentence names nobody before it: no capital but the first word and what an article makes a thing.
    std::size_t begin = last->offset;
    while (begin > 0 && last->offset - begin < furthest && document_.plain[begin - 1] != '\n'
           && document_.plain[begin - 1] != '.')
        --begin;
    bool free = true; // a capital here names nobody
    for (std::size_t at = begin; at < last->offset;) {
        const char32_t c = text::code_point_at(document_.plain, at);
        std::size_t end = at + text::code_point_size(document_.plain, at);
        if (text::is_letter(c)) {
            while (end < last->offset && text::is_letter(text::code_point_at(document_.plain, end)))
                end += text::code_point_size(document_.plain, end);
            const std::string_view word = std::string_view(document_.plain).substr(at, end - at);
            if (text::is_upper(c) && !free && !lexicon_.has("time-noun", word) && !lexicon_.has("title", word))
                return std::nullopt;
            free = lexicon_.has("article", word);
        }
        at = end;
    }
    return last->words;
}

/// Without evidence of gender nobody else may be meant: no other name stands between the mention and the pronoun.
bool Speakers::no_other_name(const Mention& mention, const Source& pronoun) const
{
    constexpr std::size_t furthest = 600; // bytes
    std::size_t at = mention.offset;
    if (pronoun.span.begin - at > furthest)
        return false;
    bool begins = false; // a sentence: a capital there tells nothing
    while (at < pronoun.span.begin) {
        const char32_t c = text::code_point_at(document_.plain, at);
        const std::size_t size = text::code_point_size(document_.plain, at);
        if (!text::is_letter(c)) {
            begins = begins || c == U'.' || c == U'?' || c == U'!' || c == U'"' || c == U'\u201c' || c == U'\n';
            at += size;
            continue;
        }
        std::size_t end = at;
        while (end < pronoun.span.begin && text::is_letter(text::code_point_at(document_.plain, end)))
            end += text::code_point_size(document_.plain, end);
        const std::string_view word = std::string_view(document_.plain).substr(at, end - at);
        const bool own = mention.words.find(word) != std::string::npos;
        if (text::is_upper(c) && !begins && !own && !lexicon_.has("time-noun", word) && !lexicon_.has("title", word)
            && !lexicon_.has("body-noun", word))
            return false;
        begins = false;
        at = end;
    }
    return true;
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
