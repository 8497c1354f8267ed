// SPDX-License-Identifier: Apache-2.0
// Names. A name stands for a person where only one person can be meant; two names agree by alias, by inversion
// ("Okoro, Maria"), as surname and full name, with initials, or as a Han name and its romanisation. Better none than a
// wrong one.
#include "library/catalogue.hpp"
#include "syntax/syntax.hpp"

#include <algorithm>
#include <set>

namespace verbatim::library {
namespace {

/// A name in natural order, folded.
struct Name {
    std::vector<std::string> words;
    bool han = false;
    std::size_t surname = 0; ///< words[surname, end) are the surname with its particles; = size() where there is none
};

bool is_han(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); at += text::code_point_size(text, at))
        if (text::is_han_or_kana(text::code_point_at(text, at)))
            return true;
    return false;
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words(1);
    for (std::size_t at = 0; at < text.size(); at += text::code_point_size(text, at)) {
        const char32_t c = text::code_point_at(text, at);
        const bool divides = text::is_space(c) || c == U'.' || c == U',' || c == U'·' || c == U'•' || c == U'・';
        if (!divides)
            words.back().append(text.substr(at, text::code_point_size(text, at)));
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

std::string joined(const std::vector<std::string>& words, std::string_view between)
{
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : std::string(between)) + word;
    return all;
}

/// Where the surname begins. Bodies ("Ministry of Ports", "Harbour Council") have none.
std::size_t surname_of(const std::vector<std::string>& words)
{
    const syntax::Lexicon& english = syntax::lexicon("en");
    if (words.size() < 2 || english.has("body-noun", words.back()) || english.has("document-noun", words.back()))
        return words.size();
    for (const std::string& word : words)
        if (english.has("preposition", word) || english.has("conjunction", word) || word == "&" || word == "and")
            return words.size();
    std::size_t surname = words.size() - 1;
    while (surname > 0 && words[surname - 1].front() >= 'a' && words[surname - 1].front() <= 'z')
        --surname; // "van der Berg"
    return surname == 0 ? words.size() : surname;
}

Name parsed(std::string_view text)
{
    Name name;
    name.han = is_han(text);
    if (name.han) {
        name.words = {text::simplified(text::search_fold(joined(words_of(text), "")))};
        name.surname = 1;
        return name;
    }
    const std::size_t comma = text.find(',');
    name.words = words_of(text.substr(0, comma));
    if (comma != std::string_view::npos) {
        std::vector<std::string> given = words_of(text.substr(comma + 1));
        given.insert(given.end(), name.words.begin(), name.words.end());
        name.words = std::move(given);
    }
    const syntax::Lexicon& english = syntax::lexicon("en");
    while (name.words.size() > 1
           && (english.has("article", name.words.front()) || english.has("title", name.words.front())))
        name.words.erase(name.words.begin()); // a title is no part of a name
    name.surname = surname_of(name.words);
    for (std::string& word : name.words)
        word = text::search_fold(word);
    return name;
}

/// Letters of a name as they are compared across scripts.
std::string roman_key(const Name& name)
{
    if (!name.han)
        return joined(name.words, "");
    std::string key;
    for (const std::string& word : words_of(text::search_fold(text::romanised(joined(name.words, "")))))
        key += word;
    return key;
}

std::string full_key(const Name& name) { return joined(name.words, " "); }

std::string surname_key(const Name& name)
{
    return joined({name.words.begin() + static_cast<std::ptrdiff_t>(name.surname), name.words.end()}, " ");
}

bool is_initial_of(const std::string& a, const std::string& b) { return text::code_points(a) == 1 && b.starts_with(a); }

/// True where the given names do not contradict each other: "M." and "Maria", none and "Maria".
bool given_names_agree(const Name& a, const Name& b)
{
    for (std::size_t i = 0; i < std::min(a.surname, b.surname); ++i)
        if (a.words[i] != b.words[i] && !is_initial_of(a.words[i], b.words[i])
            && !is_initial_of(b.words[i], a.words[i]))
            return false;
    return true;
}

/// True where `name` may be a form of `full`, which has a surname.
bool may_be(const Name& name, const Name& full)
{
    if (name.han || full.han || full.surname >= full.words.size())
        return false;
    if (name.surname >= name.words.size()) // one word, or a surname with particles alone
        return full_key(name) == surname_key(full) || full_key(name) == full.words.back();
    return surname_key(name) == surname_key(full) && given_names_agree(name, full);
}

bool agree(const Name& a, const Name& b)
{
    if (a.words.empty() || b.words.empty())
        return false;
    return full_key(a) == full_key(b) || may_be(a, b) || may_be(b, a)
           || (a.han != b.han && roman_key(a) == roman_key(b));
}

std::vector<std::string> names_of(const Person& person)
{
    std::vector<std::string> names{person.name};
    names.insert(names.end(), person.aliases.begin(), person.aliases.end());
    return names;
}

void put(std::map<std::string, std::vector<std::size_t>, std::less<>>& into, const std::string& key, std::size_t person)
{
    std::vector<std::size_t>& list = into[key];
    if (!key.empty() && std::find(list.begin(), list.end(), person) == list.end())
        list.push_back(person);
}

/// A Latin name in East Asian order, known by the Han name beside it: its surname is the first word.
bool surname_stands_first(const Name& name, const std::vector<Name>& beside)
{
    return name.words.size() > 1 && std::any_of(beside.begin(), beside.end(), [&](const Name& other) {
               return other.han && roman_key(other) == roman_key(name);
           });
}

NameIndex index_of(const std::vector<Person>& people)
{
    NameIndex index;
    for (std::size_t i = 0; i < people.size(); ++i) {
        std::vector<Name> names;
        for (const std::string& name : names_of(people[i]))
            names.push_back(parsed(name));
        for (const Name& name : names) {
            if (name.words.empty())
                continue;
            put(index.full, full_key(name), i);
            put(index.roman, roman_key(name), i);
            if (name.han || name.surname >= name.words.size())
                continue;
            if (surname_stands_first(name, names)) {
                put(index.surname, name.words.front(), i);
            } else {
                put(index.surname, surname_key(name), i);
                put(index.surname, name.words.back(), i); // without its particles
            }
        }
    }
    return index;
}

std::optional<std::size_t> only_one(const std::map<std::string, std::vector<std::size_t>, std::less<>>& index,
                                    const std::string& key)
{
    const auto found = index.find(key);
    if (found == index.end() || found->second.size() != 1)
        return std::nullopt;
    return found->second.front();
}

std::optional<std::size_t> person_index(const Library::State& state, std::string_view text)
{
    if (state.people.empty())
        return std::nullopt;
    const Name name = parsed(text);
    if (name.words.empty())
        return std::nullopt;
    if (const auto exact = state.names.full.find(full_key(name)); exact != state.names.full.end())
        return only_one(state.names.full, full_key(name)); // a name that two bear decides nothing
    if (const auto roman = only_one(state.names.roman, roman_key(name)))
        return roman;
    if (name.han)
        return std::nullopt;
    const bool alone = name.surname >= name.words.size();
    const auto bearers = state.names.surname.find(alone ? full_key(name) : surname_key(name));
    if (bearers == state.names.surname.end())
        return std::nullopt;
    if (alone)
        return only_one(state.names.surname, full_key(name));
    std::vector<std::size_t> fitting;
    for (const std::size_t person : bearers->second)
        for (const std::string& known : names_of(state.people[person]))
            if (may_be(name, parsed(known)) && (fitting.empty() || fitting.back() != person))
                fitting.push_back(person);
    return fitting.size() == 1 ? std::optional(fitting.front()) : std::nullopt;
}

/// Joins declarations of one name; the first place keeps its spelling.
std::vector<Person> merged(const std::vector<Person>& declared)
{
    std::vector<Person> people;
    std::map<std::string, std::size_t> known;
    for (const Person& person : declared) {
        const auto [at, is_new] = known.try_emplace(full_key(parsed(person.name)), people.size());
        if (is_new) {
            people.push_back(person);
            continue;
        }
        std::vector<std::string>& aliases = people[at->second].aliases;
        for (const std::string& alias : person.aliases)
            if (std::find(aliases.begin(), aliases.end(), alias) == aliases.end())
                aliases.push_back(alias);
    }
    return people;
}

} // namespace

void settle_people(Library::State& state)
{
    state.people = merged(state.people);
    state.registered_people = state.people.size();
    state.names = index_of(state.people);
    std::set<std::string> added;
    for (Work& work : state.works)
        for (std::string& creator : work.creators) {
            const std::string key = full_key(parsed(creator));
            if (const auto known = only_one(state.names.full, key))
                creator = state.people[*known].name;
            else if (!key.empty() && added.insert(key).second)
                state.people.push_back({creator, {}});
        }
    state.names = index_of(state.people);
    for (std::size_t i = 0; i < state.works.size(); ++i)
        for (const std::string& creator : state.works[i].creators)
            put(state.names.works, full_key(parsed(creator)), i);
}

std::optional<std::string> Library::person(std::string_view name) const
{
    const auto found = person_index(*state_, name);
    return found ? std::optional(state_->people[*found].name) : std::nullopt;
}

std::vector<std::size_t> Library::works_by(std::string_view name) const
{
    std::vector<std::size_t> found;
    const auto person = person_index(*state_, name);
    if (!person)
        return found;
    const auto works = state_->names.works.find(full_key(parsed(state_->people[*person].name)));
    return works == state_->names.works.end() ? found : works->second;
}

bool Library::same_person(std::string_view a, std::string_view b) const
{
    const auto first = person_index(*state_, a), second = person_index(*state_, b);
    if (first && second)
        return *first == *second;
    const auto known_as = [&](std::optional<std::size_t> person, std::string_view text) {
        std::vector<Name> names{parsed(text)};
        if (person)
            for (const std::string& name : names_of(state_->people[*person]))
                names.push_back(parsed(name));
        return names;
    };
    for (const Name& left : known_as(first, a))
        for (const Name& right : known_as(second, b))
            if (agree(left, right))
                return true;
    return false;
}

} // namespace verbatim::library
