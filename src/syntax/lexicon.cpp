// SPDX-License-Identifier: Apache-2.0
#include "syntax/lexicon.hpp"

#include "syntax/trie.hpp"

#include "embedded/lexicons.hpp"
#include "text/text.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>
#include <unordered_map>
#include <unordered_set>

namespace verbatim::syntax {
namespace {

std::string utf8(const std::u32string& key)
{
    std::string out;
    for (const char32_t c : key) {
        const auto put = [&](char32_t value) { out.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xc0 | c >> 6);
            put(0x80 | (c & 0x3f));
        } else if (c < 0x10000) {
            put(0xe0 | c >> 12);
            put(0x80 | (c >> 6 & 0x3f));
            put(0x80 | (c & 0x3f));
        } else {
            put(0xf0 | c >> 18);
            put(0x80 | (c >> 12 & 0x3f));
            put(0x80 | (c >> 6 & 0x3f));
            put(0x80 | (c & 0x3f));
        }
    }
    return out;
}

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

struct ClassNames {
    std::mutex mutex;
    std::map<std::string, ClassId, std::less<>> ids;
};
ClassNames& class_names()
{
    static ClassNames names;
    return names;
}

} // namespace

ClassId class_id(std::string_view name)
{
    ClassNames& names = class_names();
    const std::lock_guard lock(names.mutex);
    const auto found = names.ids.find(name);
    if (found != names.ids.end())
        return found->second;
    if (names.ids.size() == most_classes)
        throw std::runtime_error("lexicons have more classes than most_classes allows");
    return names.ids.emplace(name, static_cast<ClassId>(names.ids.size())).first->second;
}

struct Lexicon::Data {
    struct Family {
        std::vector<std::pair<ClassId, std::string>> classes; ///< with the name below the family
    };
    std::string language;
    std::string frame;
    Trie trie;
    struct NameHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
    };
    std::unordered_map<std::string, ClassId, NameHash, std::equal_to<>> ids; ///< of the classes of this lexicon
    std::array<std::vector<std::string>, most_classes> entries;              ///< folded, by class
    std::map<std::string, Family, std::less<>> families;

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
        const bool known = !ids.emplace(name, id).second;
        if (family.empty())
            return {id, std::nullopt};
        const ClassId of_family = class_id(family);
        ids.emplace(family, of_family);
        auto& classes = families[family].classes;
        if (!known || std::none_of(classes.begin(), classes.end(), [id](const auto& own) { return own.first == id; }))
            classes.emplace_back(id, name.substr(family.size() + 1));
        return {id, of_family};
    }
    [[nodiscard]] std::string key_of(std::string_view word, const std::string& name) const
    {
        std::string key = utf8(folded(word));
        if (key.empty())
            throw std::runtime_error("lexicon " + language + ": class " + name + " has an entry that is no word");
        return key;
    }
    void insert(const std::string& key, const Class& into)
    {
        trie.insert(key, into.id);
        if (into.family)
            trie.insert(key, *into.family);
        entries[into.id].push_back(key);
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
        const auto forms = conjugations.find(conjugation);
        if (forms == conjugations.end())
            throw std::runtime_error("lexicon " + language + ": no conjugation " + conjugation);
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
                            conjugations[std::string(name.str())].emplace_back(
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
                throw std::runtime_error("lexicon " + language + ": " + from + " has no class " + name);
            if (const toml::table* family = shared->as_table())
                read(*family, name);
            else if (const toml::array* words = shared->as_array())
                read_class(*words, name, "");
        }
    }
    /// Form (form.past …) and pattern of each conjugation.
    std::map<std::string, std::vector<std::pair<std::string, std::string>>, std::less<>> conjugations;
};

Lexicon::Lexicon(std::string_view toml, const std::string& name) : data_(std::make_unique<Data>())
{
    // toml++ throws at a fault: a lexicon is ours, a fault in it is ours too.
    const toml::table table = toml::parse(toml, name);
    data_->language = table["language"].value_or("");
    data_->frame = table["frame"].value_or("european");
    data_->read(table, "");
    if (const toml::table* conjugation = table["conjugation"].as_table())
        data_->read_conjugations(*conjugation);
    if (const toml::table* verbs = table["conjugated"].as_table())
        data_->read_conjugated(*verbs, "");
    data_->read_shared(table);
    data_->trie.freeze();
}
Lexicon::~Lexicon() = default;

const std::string& Lexicon::language() const { return data_->language; }
const std::string& Lexicon::frame() const { return data_->frame; }

Matches Lexicon::matches(std::string_view text, std::size_t offset) const { return data_->trie.matches(text, offset); }

std::size_t Lexicon::match(std::string_view word_class, std::string_view text, std::size_t offset) const
{
    if (offset >= text.size())
        return 0;
    const Matches found = matches(text, offset); // most words are in no class: the name is looked up behind them
    if (found.count == 0)
        return 0;
    const auto id = data_->ids.find(word_class);
    return id == data_->ids.end() ? 0 : found.longest(id->second);
}

bool Lexicon::has(std::string_view word_class, std::string_view word) const
{
    return !word.empty() && match(word_class, word, 0) == word.size();
}

std::optional<std::string> Lexicon::class_in(std::string_view family, std::string_view word) const
{
    const auto classes = data_->families.find(family);
    if (classes == data_->families.end() || word.empty())
        return std::nullopt;
    const Matches found = matches(word, 0);
    if (found.count == 0 || found.entries[found.count - 1].size != word.size())
        return std::nullopt;
    for (const auto& [id, name] : classes->second.classes)
        if (found.entries[found.count - 1].classes->test(id))
            return name;
    return std::nullopt;
}

const std::vector<std::string>& Lexicon::entries(std::string_view word_class) const
{
    static const std::vector<std::string> none;
    const auto id = data_->ids.find(word_class);
    return id == data_->ids.end() ? none : entries(id->second);
}

const std::vector<std::string>& Lexicon::entries(ClassId word_class) const { return data_->entries[word_class]; }

namespace {

/// Each is parsed when it is first asked for: most runs need one.
struct Kept {
    const embedded::File* file = nullptr;
    std::once_flag once;
    std::unique_ptr<Lexicon> lexicon;
};

std::map<std::string, Kept, std::less<>>& all_lexicons()
{
    static std::map<std::string, Kept, std::less<>> lexicons = [] {
        std::map<std::string, Kept, std::less<>> known;
        for (const embedded::File& file : embedded::lexicons()) {
            std::string language = language_of(file);
            known[language].file = &file;
        }
        return known;
    }();
    return lexicons;
}

const Lexicon& parsed(Kept& kept)
{
    std::call_once(kept.once,
                   [&] { kept.lexicon = std::make_unique<Lexicon>(kept.file->bytes, std::string(kept.file->path)); });
    return *kept.lexicon;
}

std::string primary(const std::string& tag)
{
    std::string result = tag.substr(0, tag.find_first_of("-_"));
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

} // namespace

const Lexicon& lexicon(const std::string& language)
{
    const auto found = all_lexicons().find(primary(language));
    return parsed(found != all_lexicons().end() ? found->second : all_lexicons().at("en"));
}

bool has_lexicon(const std::string& language) { return all_lexicons().contains(primary(language)); }

namespace {

/// The value of `article` in the text of a lexicon: it stands above the first table.
void add_articles(const embedded::File& file, std::unordered_set<std::string>& articles)
{
    const std::string_view head = file.bytes.substr(0, file.bytes.find("\n["));
    const std::size_t begin = head.find("\narticle = [");
    if (begin == std::string_view::npos)
        return;
    const toml::table table = toml::parse(head.substr(begin, head.find(']', begin) + 1 - begin));
    for (const toml::node& word : *table["article"].as_array())
        articles.insert(utf8(folded(word.value<std::string_view>().value_or(""))));
}

} // namespace

bool is_article(std::string_view word)
{
    static const std::unordered_set<std::string> articles = [] {
        std::unordered_set<std::string> found;
        for (const embedded::File& file : embedded::lexicons())
            add_articles(file, found);
        return found;
    }();
    return !word.empty() && articles.contains(utf8(folded(word)));
}

std::vector<std::string> lexicon_languages()
{
    std::vector<std::string> languages;
    for (const auto& [language, kept] : all_lexicons())
        languages.push_back(language);
    return languages;
}

} // namespace verbatim::syntax
