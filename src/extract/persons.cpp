// SPDX-License-Identifier: Apache-2.0
#include "extract/persons.hpp"

#include "extract/name_words.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <unordered_set>

namespace verbatim::extract {
namespace {

constexpr std::size_t longest_full_name = 4; // words

} // namespace

Persons::Persons(const Document& document, const syntax::Lexicon& lexicon, const Context& context) : lexicon_(lexicon)
{
    for (const Person& person : context.people) {
        registered_.emplace(text::search_fold(person.name), person.name);
        registered_surnames_[text::search_fold(last_word_of_name(person.name))].insert(person.name);
        for (const std::string& alias : person.aliases) {
            registered_.emplace(text::search_fold(alias), person.name);
            if (alias.find("·") != std::string::npos) // 玛丽亚·奥科罗: 奥科罗 is her surname
                registered_surnames_[text::search_fold(last_word_of_name(alias))].insert(person.name);
        }
    }
    read_names(document.plain);
}

/// Runs of two to four capitalised words that hold no noun of a body, a document, an event or a time.
void Persons::read_names(std::string_view plain)
{
    static const syntax::ClassSet before_names =
        syntax::class_set({"title", "determiner", "preposition", "conjunction", "adverb", "subordinator", "relative",
                           "possessive-pronoun", "auxiliary", "negation", "according-to"});
    static const syntax::ClassSet offices = syntax::class_set({"title", "person-noun"});
    static const syntax::ClassSet no_names = syntax::class_set(
        {"body-noun", "document-noun", "event-noun", "time-noun", "determiner", "pronoun", "preposition"});
    const auto is = [&](std::string_view word, const syntax::ClassSet& classes) {
        return (lexicon_.classes_of(word) & classes).any();
    };
    std::vector<std::string_view> run;
    std::unordered_set<std::string_view> closed; // a name stands in its text many times
    const auto close = [&] {
        if (run.size() < 2)
            return run.clear(); // one word is no full name: nearly every sentence begins with one
        const char* const begin = run.front().data();
        const char* const end = run.back().data() + run.back().size();
        if (!closed.emplace(begin, static_cast<std::size_t>(end - begin)).second)
            return run.clear();
        while (!run.empty() && is(run.front(), before_names))
            run.erase(run.begin());
        // Harbour Minister Oda Lindqvist: what stands before an office is none of the name.
        for (std::size_t i = run.size(); i-- > 0;) {
            if (is(run[i], offices)) {
                run.erase(run.begin(), run.begin() + static_cast<std::ptrdiff_t>(i) + 1);
                break;
            }
        }
        if (run.size() >= 2 && run.size() <= longest_full_name) {
            if (std::none_of(run.begin(), run.end(), [&](std::string_view word) { return is(word, no_names); })) {
                std::string full;
                for (const std::string_view word : run)
                    full += (full.empty() ? "" : " ") + std::string(word);
                if (by_last_[std::string(run.back())].insert(full).second)
                    note_capitals(full);
            }
        }
        run.clear();
    };
    for (std::size_t at = 0; at < plain.size();) {
        if (run.empty())
            at = next_name_word(plain, at);
        if (at == plain.size())
            break;
        const char32_t c = text::code_point_at(plain, at);
        if (c == U'\u00b7' || !part_of_word(c)) {
            if (c != U' ')
                close();
            at += text::code_point_size(plain, at);
            continue;
        }
        const std::size_t begin = at;
        bool han = false;
        for (;;) {
            at = ascii_of_words.run_end(plain, at);
            const char32_t next = at < plain.size() && !text::is_ascii(plain[at]) ? text::code_point_at(plain, at) : 0;
            if (!part_of_word(next))
                break;
            han = han || text::is_han_or_kana(next);
            at += text::code_point_size(plain, at);
        }
        const std::string_view word = plain.substr(begin, at - begin);
        const bool initial = word.size() == 1 && text::is_upper(c) && at < plain.size() && plain[at] == '.';
        if (initial)
            ++at;
        if (han || !text::is_upper(c)) {
            close();
            continue;
        }
        const std::string_view bare = without_possessive(plain.substr(begin, at - begin));
        run.push_back(bare);
        if (bare.size() != word.size() && !initial)
            close();
        if (run.size() > 2 * longest_full_name)
            run.clear();
    }
    close();
}

std::string Persons::name_in(std::string_view source) const
{
    if (has_han(source)) {
        std::string_view name = source;
        for (bool cut = true; cut;) {
            cut = false;
            for (const std::string& title : lexicon_.entries("title")) {
                if (name.size() > title.size() + 2 && name.ends_with(title)) {
                    name.remove_suffix(title.size());
                    cut = true;
                }
            }
        }
        // a title or an office before the name: 国务院总理玛丽亚·奥科罗, 外交部发言人林海
        for (const char* const family : {"title", "person-noun"}) {
            for (const std::string& title : lexicon_.entries(family)) {
                const std::size_t found = name.rfind(title);
                if (found != std::string_view::npos && found + title.size() + 5 < name.size())
                    name = name.substr(found + title.size());
            }
        }
        name.remove_prefix(std::min(name.size(), name.find_first_not_of(' '))); // 教练 Per Lind
        for (const std::string_view family : {"person-noun", "body-noun", "document-noun"})
            for (const std::string& noun : lexicon_.entries(family))
                if (name.ends_with(noun))
                    return {};
        return std::string(name);
    }
    std::vector<NameWord> words = words_of(source);
    // The last run of capitals of the first noun phrase: what stands behind a preposition is none of the name.
    std::string name;
    std::size_t capitals = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view bare = without_possessive(words[i].text);
        if (i > 0 && lexicon_.has("preposition", words[i].text) && !lexicon_.has("name-particle", words[i].text))
            break;
        const bool particle = capitals > 0 && lexicon_.has("name-particle", words[i].text) && i + 1 < words.size();
        if (words[i].capital && !lexicon_.has("title", words[i].text) && !lexicon_.has("determiner", words[i].text)) {
            name += (capitals > 0 ? " " : "") + std::string(bare);
            ++capitals;
        } else if (particle) {
            name += " " + std::string(words[i].text);
        } else {
            name.clear();
            capitals = 0;
        }
    }
    if (capitals == 0)
        return {};
    const std::string_view last = last_word_of_name(name);
    const bool article = lexicon_.match("article", source, 0) != 0;
    if (lexicon_.has("body-noun", last) || lexicon_.has("document-noun", last) || lexicon_.has("event-noun", last)
        || lexicon_.has("person-noun", last))
        return {};
    if (article && !words.empty() && words.size() > 1 && words[1].capital && !lexicon_.has("title", words[1].text))
        return {}; // the CPC
    return name;
}

/// OKORO in a transcript is the Okoro of the text.
void Persons::note_capitals(const std::string& name)
{
    if (in_capitals(name))
        return;
    by_capitals_[text::search_fold(name)].insert(name);
    if (const std::string_view last = last_word_of_name(name); last.size() != name.size())
        by_capitals_[text::search_fold(last)].insert(name);
}

void Persons::note(const std::string& name, Gender gender)
{
    note_capitals(name);
    if (gender != Gender::unknown)
        genders_[name].insert(gender);
    const std::size_t blank = name.find(' ');
    if (blank != std::string::npos)
        by_first_[name.substr(0, blank)].insert(name);
    const std::string_view last = last_word_of_name(name);
    if (last.size() != name.size())
        by_last_[std::string(last)].insert(name);
    else if (const std::string surname = han_surname(name); !surname.empty())
        by_first_[surname].insert(name);
}

std::optional<std::string> Persons::registered(const std::string& name) const
{
    const auto found = registered_.find(text::search_fold(name));
    return found == registered_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> Persons::registered_as(std::string_view words) const
{
    if (registered_.empty())
        return std::nullopt;
    if (auto known = registered(std::string(words)))
        return known;
    const std::size_t article = lexicon_.match("article", words, 0);
    if (article == 0 || article + 1 >= words.size())
        return std::nullopt;
    return registered(std::string(words.substr(article + 1)));
}

/// Full forms of the document that the short name may stand for.
std::set<std::string> Persons::bearers(const std::string& short_name) const
{
    std::set<std::string> found;
    if (const auto last = by_last_.find(short_name); last != by_last_.end())
        found = last->second;
    if (const auto first = by_first_.find(short_name); first != by_first_.end())
        found.insert(first->second.begin(), first->second.end());
    return found;
}

std::optional<std::string> Persons::resolve(const std::string& name, Gender wanted) const
{
    if (name.empty())
        return std::nullopt;
    if (const auto known = registered(name))
        return known;
    if (in_capitals(name)) {
        if (const auto found = by_capitals_.find(text::search_fold(name)); found != by_capitals_.end()) {
            std::set<std::string> full = found->second;
            if (full.size() > 1) // Okoro beside Maria Okoro
                std::erase_if(full,
                              [](const std::string& each) { return last_word_of_name(each).size() == each.size(); });
            return full.size() == 1 ? resolve(*full.begin(), wanted) : std::nullopt;
        }
    }
    if (last_word_of_name(name).size() != name.size())
        return name;
    constexpr std::size_t many = 64; // who bears it is anybody's guess, and each guess would cost as much
    if (const auto last = by_last_.find(name); last != by_last_.end() && last->second.size() > many)
        return std::nullopt;
    std::set<std::string> candidates = bearers(name);
    const auto contradicts = [&](const std::string& full) { // Mrs. Okoro is not John Okoro
        const Gender other = wanted == Gender::unknown ? Gender::unknown : gender(full);
        return other != Gender::unknown && other != wanted;
    };
    const bool none_known = candidates.empty();
    std::erase_if(candidates, contradicts);
    if (candidates.empty() && !none_known)
        return name;
    if (candidates.size() == 1)
        return registered(*candidates.begin()).value_or(*candidates.begin());
    if (candidates.size() > 1)
        return std::nullopt;
    if (const auto found = registered_surnames_.find(text::search_fold(name)); found != registered_surnames_.end())
        return found->second.size() > 1              ? std::nullopt
               : contradicts(*found->second.begin()) ? std::optional(name)
                                                     : std::optional(*found->second.begin());
    if (const auto borne = genders_.find(name); borne != genders_.end() && borne->second.size() > 1)
        return std::nullopt; // Mr. Lind and Mrs. Lind
    return name;
}

bool Persons::is_body(std::string_view source) const
{
    const std::vector<NameWord> words = words_of(source);
    if (has_han(source))
        return std::any_of(lexicon_.entries("body-noun").begin(), lexicon_.entries("body-noun").end(),
                           [&](const std::string& noun) { return source.ends_with(noun); });
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && lexicon_.has("preposition", words[i].text))
            break;
        if (lexicon_.has("body-noun", words[i].text)
            && (i + 1 == words.size() || lexicon_.has("preposition", words[i + 1].text)))
            return true;
    }
    if (lexicon_.has("country", source)
        || (words.size() == 2 && words[1].capital && lexicon_.has("country-first", words[0].text)))
        return true;
    return words.size() > 1 && lexicon_.has("article", words[0].text) && words[1].capital
           && !lexicon_.has("title", words[1].text);
}

bool Persons::is_document(std::string_view source) const
{
    if (has_han(source))
        return std::any_of(lexicon_.entries("document-noun").begin(), lexicon_.entries("document-noun").end(),
                           [&](const std::string& noun) { return source.ends_with(noun); });
    const std::vector<NameWord> words = words_of(source);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool head = i + 1 == words.size() || lexicon_.has("preposition", words[i + 1].text)
                          || text::is_digit(text::code_point_at(words[i + 1].text, 0)); // Article 3
        if (head)
            return lexicon_.has("document-noun", words[i].text);
    }
    return false;
}

Gender Persons::gender(std::string_view source) const
{
    if (has_han(source)) {
        for (const std::string& noun : lexicon_.entries("noun-female"))
            if (source.ends_with(noun))
                return Gender::female;
        for (const std::string& noun : lexicon_.entries("noun-male"))
            if (source.ends_with(noun))
                return Gender::male;
        return Gender::unknown;
    }
    for (const NameWord& word : words_of(source)) {
        if (lexicon_.has("title-female", word.text) || lexicon_.has("noun-female", word.text)
            || (word.capital && lexicon_.has("first-name-female", word.text)))
            return Gender::female;
        if (lexicon_.has("title-male", word.text) || lexicon_.has("noun-male", word.text)
            || (word.capital && lexicon_.has("first-name-male", word.text)))
            return Gender::male;
    }
    return Gender::unknown;
}

} // namespace verbatim::extract
