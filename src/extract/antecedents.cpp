// SPDX-License-Identifier: Apache-2.0
#include "extract/antecedents.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <array>

namespace verbatim::extract {
namespace {

constexpr std::size_t furthest_mention = 16; // subjects

} // namespace

bool may_ask(std::string_view words, const syntax::Lexicon& lexicon)
{
    static const std::array genders{syntax::class_id("pronoun.male"), syntax::class_id("pronoun.female"),
                                    syntax::class_id("possessive-pronoun.male"),
                                    syntax::class_id("possessive-pronoun.female")};
    bool inside = false; // a word of plain letters, in which none begins
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto byte = static_cast<unsigned char>(words[at]);
        const bool letter = text::is_letter(std::min<char32_t>(byte, 0x7f));
        const bool begins = !inside && (letter || byte >= 0xc0);
        inside = letter;
        if (!begins)
            continue;
        const syntax::Matches found = lexicon.matches(words, at);
        if (std::any_of(genders.begin(), genders.end(), [&](syntax::ClassId id) { return found.longest(id) != 0; }))
            return true;
    }
    return false;
}

bool same_person(const std::string& a, const std::string& b)
{
    const std::string& longer = a.size() >= b.size() ? a : b;
    const std::string& shorter = a.size() >= b.size() ? b : a;
    return longer == shorter || longer.ends_with(" " + shorter) || longer.starts_with(shorter + " ");
}

Antecedents::Antecedents(const Document& document, const syntax::Lexicon& lexicon, const Persons& persons)
    : document_(document), lexicon_(lexicon), persons_(persons)
{
}

void Antecedents::note(std::size_t offset, const std::string& name, std::string_view words)
{
    Gender gender = persons_.gender(words);
    if (gender == Gender::unknown && !name.empty())
        if (const auto full = persons_.resolve(name, Gender::unknown); full && *full != name)
            gender = persons_.gender(*full); // Okoro, who elsewhere is Maria Okoro
    mentions_.push_back({offset, name, name.empty() ? description_of(words) : std::string(), gender});
}

void Antecedents::resolve(Source& pronoun)
{
    const auto word_class = lexicon_.class_in("pronoun", pronoun.text);
    const auto own_class = lexicon_.class_in("possessive-pronoun", pronoun.text);
    const std::string kind = word_class.value_or(own_class.value_or(""));
    if (kind != "male" && kind != "female")
        return;
    const Gender wanted = kind == "male" ? Gender::male : Gender::female;
    Mention* latest = nullptr; // of any gender but the other one
    const Mention* only = nullptr;
    bool evidence = false; // one of them is of the wanted gender
    bool alone = true;
    for (std::size_t i = mentions_.size(), steps = 0; i-- > 0 && steps < furthest_mention;) {
        Mention& mention = mentions_[i];
        if (mention.offset >= pronoun.span.begin)
            continue; // later in the same sentence
        ++steps;
        if (pronoun.span.begin - mention.offset > furthest_antecedent)
            break;
        learn(mention);
        if (mention.gender != Gender::unknown && mention.gender != wanted)
            continue;
        if (mention.words.empty() && mention.gender == Gender::unknown)
            continue; // the mayor: perhaps the one who is named
        if (latest == nullptr || mention.offset > latest->offset)
            latest = &mention;
        alone = alone && !mention.words.empty() && (only == nullptr || same_person(only->words, mention.words));
        if (only == nullptr || only->words.size() < mention.words.size())
            only = &mention;
        evidence = evidence || mention.gender == wanted;
    }
    if (latest != nullptr && latest->words.empty())
        pronoun.described_as = latest->description;
    else if (only != nullptr && alone && (evidence || (no_other_name(*only, pronoun) && !is_joined(*latest))))
        pronoun.person = only->words;
    else if (latest != nullptr && latest->gender == wanted)
        pronoun.person = latest->words;
    else
        pronoun.person = sole_subject_before(pronoun, wanted);
}

/// As it reads inside a sentence: "The old man" is the old man.
std::string Antecedents::description_of(std::string_view words) const
{
    std::string description = text::collapse(words);
    const std::size_t first = description.find(' ');
    if (first != std::string::npos && lexicon_.has("article", description.substr(0, first)))
        description.replace(0, first, text::case_fold(description.substr(0, first)));
    return description;
}

void Antecedents::learn(Mention& mention)
{
    if (mention.gender != Gender::unknown || mention.words.empty())
        return;
    if (!genders_)
        genders_.emplace(document_.plain, lexicon_);
    mention.gender = genders_->of(mention.words);
}

/// Okoro and Veld met: with nothing to tell their gender, a pronoun may mean either.
bool Antecedents::is_joined(const Mention& mention) const
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
std::optional<std::string> Antecedents::sole_subject_before(const Source& pronoun, Gender wanted) const
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
bool Antecedents::no_other_name(const Mention& mention, const Source& pronoun) const
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

} // namespace verbatim::extract
