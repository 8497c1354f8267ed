// SPDX-License-Identifier: Apache-2.0
// From the text of a lexicon to its image.
#include "syntax/lexicon_image.hpp"

#include "syntax/trie.hpp"

#include "embedded/lexicons.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>

namespace verbatim::syntax {
namespace {

/// A lexicon's file is named after its language: grammar/lexicon/de.toml.
std::string language_of(const embedded::File& file)
{
    const std::string_view name = file.path.substr(file.path.rfind('/') + 1);
    return std::string(name.substr(0, name.find('.')));
}

std::string_view source_of(const std::string& language)
{
    for (const embedded::File& file : embedded::lexicons())
        if (language_of(file) == language)
            return file.bytes;
    throw std::runtime_error("no lexicon " + language);
}

/// "sprech sprich sprach": the stems of one verb.
std::vector<std::string_view> stems_of(std::string_view verb)
{
    std::vector<std::string_view> stems;
    while (!verb.empty()) {
        const std::size_t blank = std::min(verb.find(' '), verb.size());
        stems.push_back(verb.substr(0, blank));
        verb.remove_prefix(std::min(blank + 1, verb.size()));
    }
    return stems;
}

/// The pattern with ~ (or ~1) for the first stem, ~2 for the second …; empty where the verb has no such stem.
std::string conjugated(std::string_view pattern, const std::vector<std::string_view>& stems)
{
    std::string word;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] != '~') {
            word.push_back(pattern[at]);
            continue;
        }
        std::size_t stem = 0;
        if (at + 1 < pattern.size() && pattern[at + 1] >= '1' && pattern[at + 1] <= '9')
            stem = static_cast<std::size_t>(pattern[++at] - '1');
        if (stem >= stems.size())
            return {};
        word += stems[stem];
    }
    return word;
}

class LexiconMaker {
public:
    [[nodiscard]] std::string image(std::string_view toml, const std::string& name)
    {
        const toml::table table = toml::parse(toml, name);
        language_ = table["language"].value_or("");
        const std::string frame = table["frame"].value_or("european");
        read(table, "");
        if (const toml::table* conjugation = table["conjugation"].as_table())
            read_conjugations(*conjugation);
        if (const toml::table* verbs = table["conjugated"].as_table())
            read_conjugated(*verbs, "");
        read_shared(table);
        trie_.make();
        return written(frame);
    }

private:
    void read(const toml::table& table, const std::string& prefix)
    {
        for (const auto& [key, value] : table) {
            const std::string name = (prefix.empty() ? "" : prefix + '.') + std::string(key.str());
            if (name == "conjugation" || name == "conjugated" || name == "shared")
                continue; // they are read on their own
            if (const toml::table* inner = value.as_table())
                read(*inner, name);
            else if (const toml::array* words = value.as_array())
                read_class(*words, name, prefix);
        }
    }
    void read_class(const toml::array& words, const std::string& name, const std::string& family)
    {
        const Class into = enter(name, family);
        for (const toml::node& node : words)
            insert(key_of(node.value<std::string_view>().value_or(""), name), into);
    }
    /// A class that words go into, and the family, which matches what any class of it matches.
    struct Class {
        ClassId id = 0;
        std::optional<ClassId> family;
    };
    Class enter(const std::string& name, const std::string& family)
    {
        const ClassId id = class_id(name);
        classes_.insert(id);
        if (family.empty())
            return {id, std::nullopt};
        const ClassId of_family = class_id(family);
        classes_.insert(of_family);
        std::vector<ClassId>& members = families_[family];
        if (std::find(members.begin(), members.end(), id) == members.end())
            members.push_back(id);
        return {id, of_family};
    }
    [[nodiscard]] std::string key_of(std::string_view word, const std::string& name) const
    {
        std::string key = folded(word);
        if (key.empty())
            throw std::runtime_error("lexicon " + language_ + ": class " + name + " has an entry that is no word");
        return key;
    }
    void insert(const std::string& key, const Class& into)
    {
        trie_.insert(key, into.id);
        if (into.family)
            trie_.insert(key, *into.family);
        entries_[into.id].push_back(key);
    }
    /// Verbs by their stems: every form of each, in its class and in the class form.<form>.
    void read_conjugated(const toml::table& table, const std::string& prefix)
    {
        for (const auto& [key, value] : table) {
            const std::string name = prefix.empty() ? std::string(key.str()) : prefix + '.' + std::string(key.str());
            if (const toml::table* inner = value.as_table())
                read_conjugated(*inner, name);
            else if (const toml::array* verbs = value.as_array())
                conjugate(*verbs, prefix, std::string(key.str()));
        }
    }
    void conjugate(const toml::array& verbs, const std::string& name, const std::string& conjugation)
    {
        const auto forms = conjugations_.find(conjugation);
        if (forms == conjugations_.end())
            throw std::runtime_error("lexicon " + language_ + ": no conjugation " + conjugation);
        const std::size_t dot = name.rfind('.');
        const std::string family = dot == std::string::npos ? "" : name.substr(0, dot);
        const Class of_verbs = enter(name, family);
        std::vector<std::optional<Class>> of_forms(forms->second.size()); // entered with their first word
        for (const toml::node& node : verbs) {
            const std::vector<std::string_view> stems = stems_of(node.value<std::string_view>().value_or(""));
            for (std::size_t i = 0; i < of_forms.size(); ++i) {
                const auto& [form, pattern] = forms->second[i];
                const std::string word = conjugated(pattern, stems);
                if (word.empty())
                    continue;
                if (!of_forms[i])
                    of_forms[i] = enter(form, "form");
                const std::string key = key_of(word, name);
                insert(key, of_verbs);
                insert(key, *of_forms[i]);
            }
        }
    }
    void read_conjugations(const toml::table& table)
    {
        for (const auto& [name, forms] : table)
            if (const toml::table* by_form = forms.as_table())
                for (const auto& [form, patterns] : *by_form)
                    if (const toml::array* list = patterns.as_array())
                        for (const toml::node& pattern : *list)
                            conjugations_[std::string(name.str())].emplace_back(
                                "form." + std::string(form.str()), pattern.value<std::string_view>().value_or(""));
    }
    /// `shared = ["name", …]`, `shared-from = "en"`: classes and families that another lexicon holds for all languages.
    void read_shared(const toml::table& table)
    {
        const toml::array* names = table["shared"].as_array();
        if (names == nullptr)
            return;
        const std::string from = table["shared-from"].value_or("");
        const toml::table source = toml::parse(source_of(from), from);
        for (const toml::node& node : *names) {
            const std::string name = node.value_or("");
            const toml::node* shared = source.get(name);
            if (shared == nullptr)
                throw std::runtime_error("lexicon " + language_ + ": " + from + " has no class " + name);
            if (const toml::table* family = shared->as_table())
                read(*family, name);
            else if (const toml::array* words = shared->as_array())
                read_class(*words, name, "");
        }
    }


    [[nodiscard]] std::string written(const std::string& frame) const
    {
        ImageWriter out;
        out.put(language_);
        out.put(frame);
        out.put(std::span<const ClassId>(std::vector<ClassId>(classes_.begin(), classes_.end())));
        std::vector<FamilyMember> members;
        for (const auto& [family, of_family] : families_)
            for (const ClassId member : of_family)
                members.push_back({class_id(family), member});
        out.put(std::span<const FamilyMember>(members));
        std::string words; // each with a line end behind it
        std::vector<std::uint32_t> ends;
        for (const std::vector<std::string>& of_class : entries_) {
            for (const std::string& word : of_class)
                words += word + '\n';
            ends.push_back(static_cast<std::uint32_t>(words.size()));
        }
        out.put(std::span<const std::uint32_t>(ends));
        out.put(words);
        const Trie trie = trie_.trie();
        out.put(trie.nodes);
        out.put(trie.edges);
        out.put(trie.tables);
        out.put(trie.classes);
        return out.take();
    }

    std::string language_;
    TrieMaker trie_;
    std::set<ClassId> classes_;                              ///< that this lexicon has, families too
    std::map<std::string, std::vector<ClassId>> families_;   ///< their classes, in the order of the file
    /// Form (form.past …) and pattern of each conjugation.
    std::map<std::string, std::vector<std::pair<std::string, std::string>>, std::less<>> conjugations_;
    std::array<std::vector<std::string>, most_classes> entries_; ///< folded, by class
};

} // namespace

std::string lexicon_image(std::string_view toml, const std::string& name) { return LexiconMaker().image(toml, name); }

} // namespace verbatim::syntax
