// SPDX-License-Identifier: Apache-2.0
#include "syntax/lexicon.hpp"

#include "syntax/lexicon_image.hpp"
#include "syntax/trie.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <unordered_set>

namespace verbatim::syntax {

namespace {

/// Open addressing by the hash of the name; the names of all lexicons have different ones (a test says so).
class ClassIds {
public:
    ClassIds() { slots_.fill({0, none}); }
    void add(ClassName name, ClassId id) { slots_[place_of(name.hash())] = {name.hash(), id}; }
    [[nodiscard]] std::optional<ClassId> find(ClassName name) const
    {
        const Slot& slot = slots_[place_of(name.hash())];
        return slot.id == none ? std::nullopt : std::optional(slot.id);
    }

private:
    static constexpr ClassId none = most_classes;
    static constexpr std::size_t size = 1024; // at most half of the slots are taken
    static_assert(size >= 2 * most_classes && (size & (size - 1)) == 0);
    struct Slot {
        std::uint64_t hash;
        ClassId id;
    };
    /// Of the name, or the free one where it would stand.
    [[nodiscard]] std::size_t place_of(std::uint64_t hash) const
    {
        std::size_t at = hash % size;
        while (slots_[at].id != none && slots_[at].hash != hash)
            at = (at + 1) % size;
        return at;
    }
    std::array<Slot, size> slots_;
};

} // namespace

/// A view of an image.
struct Lexicon::Data {
    using Words = std::vector<std::string>;

    std::string own; ///< the image, where it is not compiled in
    std::string language;
    std::string frame;
    ClassIds ids; ///< of the classes of this lexicon
    /// Each class of a family with its name below it.
    std::map<std::string, std::vector<std::pair<ClassId, std::string>>, std::less<>> families;
    std::span<const std::uint32_t> ends; ///< of the words of each class
    std::string_view words;              ///< of all classes, each with a line end behind it
    Trie trie;
    /// The words of a class as a list, made when it is first asked for: few are.
    mutable std::array<std::atomic<const Words*>, most_classes> listed{};
    mutable std::mutex listing;

    explicit Data(std::string_view image)
    {
        ImageReader in(image);
        language = in.text();
        frame = in.text();
        const std::span<const ClassId> classes = in.take<ClassId>(); // in order
        const std::span<const std::string_view> compiled = compiled_classes();
        const bool all_compiled = classes.empty() || classes.back() < compiled.size();
        const std::vector<std::string> later = all_compiled ? std::vector<std::string>() : class_names();
        const auto name = [&](ClassId id) { return std::string(all_compiled ? compiled[id] : later[id]); };
        for (const ClassId id : classes)
            ids.add(name(id), id);
        for (const FamilyMember& each : in.take<FamilyMember>()) {
            const std::string family = name(each.family);
            families[family].emplace_back(each.member, name(each.member).substr(family.size() + 1));
        }
        ends = in.take<std::uint32_t>();
        words = in.text();
        trie.nodes = in.take<TrieNode>();
        trie.edges = in.take<TrieEdge>();
        trie.tables = in.take<std::uint32_t>();
        trie.classes = in.take<ClassSet>();
    }
    Data(const Data&) = delete;
    Data& operator=(const Data&) = delete;
    ~Data()
    {
        for (const auto& list : listed)
            delete list.load();
    }
    [[nodiscard]] const Words& list(ClassId id) const
    {
        if (const Words* const made = listed[id].load(std::memory_order_acquire))
            return *made;
        const std::lock_guard lock(listing);
        if (const Words* const made = listed[id].load(std::memory_order_acquire))
            return *made;
        auto made = std::make_unique<Words>();
        for (std::size_t at = id == 0 ? 0 : ends[id - 1]; at < ends[id];) {
            const std::size_t end = words.find('\n', at);
            made->emplace_back(words.substr(at, end - at));
            at = end + 1;
        }
        listed[id].store(made.get(), std::memory_order_release);
        return *made.release();
    }
};

Lexicon::Lexicon(std::string_view toml, const std::string& name)
{
    std::string image = lexicon_image(toml, name);
    data_ = std::make_unique<Data>(image);
    data_->own = std::move(image); // longer than what a string holds in place: it does not move
}
Lexicon::Lexicon(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Lexicon::~Lexicon() = default;

const std::string& Lexicon::language() const { return data_->language; }
const std::string& Lexicon::frame() const { return data_->frame; }

Matches Lexicon::matches(std::string_view text, std::size_t offset) const { return data_->trie.matches(text, offset); }

std::size_t Lexicon::match(ClassName word_class, std::string_view text, std::size_t offset) const
{
    if (offset >= text.size())
        return 0;
    const Matches found = matches(text, offset); // most words are in no class: the name is looked up behind them
    if (found.count == 0)
        return 0;
    const auto id = data_->ids.find(word_class);
    return id ? found.longest(*id) : 0;
}

bool Lexicon::has(ClassName word_class, std::string_view word) const
{
    const ClassSet* const classes = data_->trie.classes_of(word);
    if (classes == nullptr)
        return false;
    const auto id = data_->ids.find(word_class);
    return id && classes->test(*id);
}

const ClassSet& Lexicon::classes_of(std::string_view word) const
{
    static const ClassSet none;
    const ClassSet* const classes = data_->trie.classes_of(word);
    return classes == nullptr ? none : *classes;
}

std::optional<std::string> Lexicon::class_in(std::string_view family, std::string_view word) const
{
    const auto classes = data_->families.find(family);
    if (classes == data_->families.end() || word.empty())
        return std::nullopt;
    const Matches found = matches(word, 0);
    if (found.count == 0 || found.entries[found.count - 1].size != word.size())
        return std::nullopt;
    for (const auto& [id, name] : classes->second)
        if (found.entries[found.count - 1].classes->test(id))
            return name;
    return std::nullopt;
}

const std::vector<std::string>& Lexicon::entries(ClassName word_class) const
{
    static const std::vector<std::string> none;
    const auto id = data_->ids.find(word_class);
    return id ? entries(*id) : none;
}

const std::vector<std::string>& Lexicon::entries(ClassId word_class) const { return data_->list(word_class); }

namespace {

/// Each is opened when it is first asked for: most runs need one.
struct Kept {
    std::string_view image;
    std::once_flag once;
    std::unique_ptr<Lexicon> lexicon;
};

std::map<std::string, Kept, std::less<>>& all_lexicons()
{
    static std::map<std::string, Kept, std::less<>> lexicons = [] {
        std::map<std::string, Kept, std::less<>> known;
        for (const CompiledLexicon& compiled : compiled_lexicons())
            known[std::string(compiled.language)].image = compiled.image;
        return known;
    }();
    return lexicons;
}

const Lexicon& opened(Kept& kept)
{
    std::call_once(kept.once,
                   [&] { kept.lexicon = std::make_unique<Lexicon>(std::make_unique<Lexicon::Data>(kept.image)); });
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
    return opened(found != all_lexicons().end() ? found->second : all_lexicons().at("en"));
}

bool has_lexicon(const std::string& language) { return all_lexicons().contains(primary(language)); }

bool is_article(std::string_view word)
{
    static const std::unordered_set<std::string> articles = [] {
        std::unordered_set<std::string> found;
        for (const std::string& language : lexicon_languages())
            for (const std::string& article : lexicon(language).entries("article"))
                found.insert(article);
        return found;
    }();
    return !word.empty() && articles.contains(folded(word));
}

std::vector<std::string> lexicon_languages()
{
    std::vector<std::string> languages;
    for (const auto& [language, kept] : all_lexicons())
        languages.push_back(language);
    return languages;
}

} // namespace verbatim::syntax
