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
            if (const toml::table* inner = value.as_table())
                read(*inner, name);
            else if (const toml::array* words = value.as_array())
                read_class(*words, name, prefix);
        }
    }
    void read_class(const toml::array& words, const std::string& name, const std::string& family)
    {
        const ClassId id = class_id(name);
        ids.emplace(name, id);
        if (!family.empty()) {
            ids.emplace(family, class_id(family)); // the family matches what any class of it matches
            families[family].classes.emplace_back(id, name.substr(family.size() + 1));
        }
        for (const toml::node& node : words) {
            const std::u32string key = folded(node.value<std::string_view>().value_or(""));
            if (key.empty())
                throw std::runtime_error("lexicon " + language + ": class " + name + " has an entry that is no word");
            trie.insert(key, id);
            entries[id].push_back(utf8(key));
            if (!family.empty())
                trie.insert(key, ids.at(family));
        }
    }
};

Lexicon::Lexicon(std::string_view toml, const std::string& name) : data_(std::make_unique<Data>())
{
    // toml++ throws at a fault: a lexicon is ours, a fault in it is ours too.
    const toml::table table = toml::parse(toml, name);
    data_->language = table["language"].value_or("");
    data_->frame = table["frame"].value_or("european");
    data_->read(table, "");
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

using Lexicons = std::map<std::string, std::unique_ptr<Lexicon>, std::less<>>;

const Lexicons& all_lexicons()
{
    static const Lexicons lexicons = [] {
        Lexicons made;
        for (const embedded::File& file : embedded::lexicons()) {
            auto lexicon = std::make_unique<Lexicon>(file.bytes, std::string(file.path));
            std::string language = lexicon->language();
            made.emplace(std::move(language), std::move(lexicon));
        }
        return made;
    }();
    return lexicons;
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
    return found != all_lexicons().end() ? *found->second : *all_lexicons().at("en");
}

bool has_lexicon(const std::string& language) { return all_lexicons().contains(primary(language)); }

std::vector<std::string> lexicon_languages()
{
    std::vector<std::string> languages;
    for (const auto& [language, lexicon] : all_lexicons())
        languages.push_back(language);
    return languages;
}

} // namespace verbatim::syntax
