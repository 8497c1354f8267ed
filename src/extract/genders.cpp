// SPDX-License-Identifier: Apache-2.0
// A sentence that names one person alone votes for that name: by a reflexive, by an owner's pronoun behind the name, by
// a pronoun that begins the next sentence. Quotations are left out: they talk of others.
#include "extract/genders.hpp"

#include "text/text.hpp"

namespace verbatim::extract {
namespace {

constexpr std::size_t strong = 2; // a reflexive can mean nobody else
constexpr std::size_t weak = 1;   // Tommy took her hand
constexpr std::size_t fewest_votes = 2;
constexpr std::size_t times_more = 3;
constexpr std::size_t longest_name = 4; // words

enum class Sign : unsigned char { none, subject, owner, reflexive };

struct Word {
    Sign sign = Sign::none;
    Gender gender = Gender::unknown;
};

using Signs = std::unordered_map<std::string_view, Word>;

/// The words of the lexicon that tell a gender.
Signs signs_of(const syntax::Lexicon& lexicon)
{
    Signs signs;
    const auto take = [&](std::string_view list, Sign sign, Gender gender) {
        for (const std::string& word : lexicon.entries(list))
            signs.emplace(word, Word{sign, gender});
    };
    for (const auto& [name, gender] : {std::pair{"male", Gender::male}, std::pair{"female", Gender::female}}) {
        const std::string word_class = name;
        take("pronoun." + word_class, Sign::subject, gender);
        take("possessive-pronoun." + word_class, Sign::owner, gender);
        take("reflexive-" + word_class, Sign::reflexive, gender);
    }
    return signs;
}

bool is_quotation_mark(char32_t c)
{
    return c == U'"' || c == U'\u201c' || c == U'\u201d' || c == U'\u00ab' || c == U'\u00bb';
}

bool is_function_word(const syntax::Lexicon& lexicon, std::string_view word)
{
    static const syntax::ClassSet function_words =
        syntax::class_set({"determiner", "preposition", "conjunction", "adverb", "subordinator", "relative",
                           "auxiliary", "negation", "time-noun", "title", "pronoun", "possessive-pronoun"});
    return (lexicon.classes_of(word) & function_words).any();
}

} // namespace

/// Reads the text word by word, keeping the person whom the sentence names.
class Genders::Reader {
public:
    Reader(Genders& genders, const syntax::Lexicon& lexicon, Signs signs)
        : genders_(genders), lexicon_(lexicon), signs_(std::move(signs))
    {
    }

    void mark(char32_t c, bool ends_paragraph)
    {
        if (is_quotation_mark(c)) {
            quoted_ = c == U'"' ? !quoted_ : c == U'\u201c' || c == U'\u00ab';
            end_sentence();
            before_.clear();
        } else if (ends_paragraph) {
            quoted_ = false;
            end_sentence();
        } else if ((c == U'.' || c == U'!' || c == U'?') && !behind_title_) {
            end_sentence();
        } else if (c != U' ' && c != U'.') {
            in_name_ = false;
        }
    }

    void word(std::string_view word)
    {
        if (quoted_)
            return;
        const bool capital = text::is_upper(text::code_point_at(word, 0));
        if (const auto sign = sign_of(word)) {
            vote(*sign);
            in_name_ = false;
        } else if (capital && lexicon_.has("title", word)) {
            behind_title_ = true; // Mr. Pett: no stop
            starts_ = false;
            return;
        } else if (capital && !is_function_word(lexicon_, word)) {
            if (!starts_ || behind_title_)
                genders_.votes_[word].inside = true;
            name(word);
        } else {
            in_name_ = false;
        }
        behind_title_ = starts_ = false;
    }

private:
    [[nodiscard]] std::optional<Word> sign_of(std::string_view word) const
    {
        std::string small(word); // he and He alike
        if (small.front() >= 'A' && small.front() <= 'Z')
            small.front() = static_cast<char>(small.front() - 'A' + 'a');
        const auto found = signs_.find(small);
        return found == signs_.end() ? std::nullopt : std::optional(found->second);
    }
    void vote(const Word& sign)
    {
        if (starts_ && sign.sign == Sign::subject && !before_.empty()) {
            genders_.vote(before_, sign.gender, weak);
            name_ = before_; // he: the sentence is still about him
        } else if (alone_ && sign.sign != Sign::subject) {
            genders_.vote(name_, sign.gender, sign.sign == Sign::reflexive ? strong : weak);
        }
    }
    void name(std::string_view word)
    {
        if (name_.empty() || (in_name_ && name_.size() < longest_name))
            name_.push_back(word);
        else if (word != name_.back() && word != name_.front())
            alone_ = false;
        in_name_ = true;
    }
    void end_sentence()
    {
        before_ = alone_ ? name_ : std::vector<std::string_view>{};
        name_.clear();
        alone_ = starts_ = true;
        in_name_ = behind_title_ = false;
    }

    Genders& genders_;
    const syntax::Lexicon& lexicon_;
    Signs signs_;
    std::vector<std::string_view> name_;   ///< the person of this sentence
    std::vector<std::string_view> before_; ///< of the sentence before, where it named nobody else
    bool alone_ = true;                    ///< nobody else is named in it
    bool starts_ = true;                   ///< the next word begins a sentence
    bool in_name_ = false;                 ///< the last word was part of a name
    bool behind_title_ = false;
    bool quoted_ = false;
};

Genders::Genders(std::string_view plain, const syntax::Lexicon& lexicon)
{
    Signs signs = signs_of(lexicon);
    if (signs.empty())
        return;
    Reader reader(*this, lexicon, std::move(signs));
    for (std::size_t at = 0; at < plain.size();) {
        const char32_t c = text::code_point_at(plain, at);
        std::size_t end = at + text::code_point_size(plain, at);
        if (!text::is_letter(c)) {
            reader.mark(c, plain.substr(at).starts_with("\n\n"));
            at = end;
            continue;
        }
        while (end < plain.size() && text::is_letter(text::code_point_at(plain, end)))
            end += text::code_point_size(plain, end);
        reader.word(plain.substr(at, end - at));
        at = end;
    }
}

void Genders::vote(const std::vector<std::string_view>& name, Gender gender, std::size_t weight)
{
    for (const std::string_view word : name) {
        Votes& votes = votes_[word];
        (gender == Gender::male ? votes.male : votes.female) += weight;
    }
}

Gender Genders::decided(std::string_view word) const
{
    const auto found = votes_.find(word);
    if (found == votes_.end())
        return Gender::unknown;
    const auto [female, male, inside] = found->second;
    if (!inside)
        return Gender::unknown;
    if (male >= fewest_votes && male >= times_more * female)
        return Gender::male;
    return female >= fewest_votes && female >= times_more * male ? Gender::female : Gender::unknown;
}

Gender Genders::of(std::string_view name) const
{
    const Gender by_first = decided(name.substr(0, name.find(' ')));
    if (by_first != Gender::unknown || name.find(' ') == std::string_view::npos)
        return by_first;
    return decided(name.substr(name.find_last_of(' ') + 1));
}

} // namespace verbatim::extract
