// SPDX-License-Identifier: Apache-2.0
// Declarations and loaded texts become works: versions of one id join, works and versions get their order.
#include "library/assembly.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace verbatim::library {
namespace {

/// A work while its versions come together.
struct Gathered {
    Work work;
    std::vector<std::pair<DeclaredVersion, LoadedText>> versions;
    Declared where;
    bool declared = false; ///< by [[work]]; else by its texts alone
    bool title_given = false;
};

Problem duplicate(const std::string& id, const Declared& here, const Declared& there)
{
    const std::string other = there.path + (there.line == 0 ? "" : ":" + std::to_string(there.line));
    return {here.path,
            here.line,
            here.column,
            Severity::error,
            "two works with the id \"" + id + "\"; the other one is at " + other,
            "give one of them another id",
            true};
}

class Assembly {
public:
    explicit Assembly(Library::State& state) : state_(state) {}

    std::optional<Problem> add(const DeclaredWork& declared, std::vector<LoadedText>& loaded)
    {
        const auto [at, is_new] = works_.try_emplace(declared.work.id);
        if (!is_new)
            return duplicate(declared.work.id, declared.where, at->second.where);
        Gathered& gathered = at->second;
        gathered.work = declared.work;
        gathered.where = declared.where;
        gathered.declared = true;
        gathered.title_given = !declared.work.title.empty();
        for (std::size_t i = 0; i < declared.versions.size(); ++i)
            add_version(gathered, declared.versions[i], std::move(loaded[i]));
        return std::nullopt;
    }

    std::optional<Problem> add(const FoundText& found, const std::string& plain_id, LoadedText loaded)
    {
        DeclaredVersion version;
        version.file = found.file;
        version.where = {found.path, 0, 0};
        version.version.path = found.path;
        const Metadata* metadata = loaded.readable() ? &loaded.origin.facts.metadata : nullptr;
        std::string id = plain_id;
        if (metadata != nullptr) {
            if (const auto given = metadata->find("id");
                given != metadata->end() && !given->second.values.empty() && !given->second.values.front().empty()) {
                id = given->second.values.front();
                version.where.line = given->second.line;
            }
            // A tag in the file's name is the weaker word: front matter was written for the text.
            if (metadata->count("language") == 0 && metadata->count("lang") == 0)
                version.version.language = found.language;
        } else {
            version.version.language = found.language;
        }
        const auto [at, is_new] = works_.try_emplace(id);
        Gathered& gathered = at->second;
        if (is_new) {
            gathered.work.id = id;
            gathered.where = version.where;
        }
        add_version(gathered, std::move(version), std::move(loaded));
        return gathered.declared ? std::nullopt : clash(gathered);
    }

    void finish()
    {
        for (auto& [id, gathered] : works_)
            finish(gathered);
    }

private:
    /// Two texts of one id and language are two works, unless only their extension differs.
    static std::optional<Problem> clash(const Gathered& gathered)
    {
        const DeclaredVersion& last = gathered.versions.back().first;
        for (std::size_t i = 0; i + 1 < gathered.versions.size(); ++i) {
            const DeclaredVersion& other = gathered.versions[i].first;
            const bool same_name =
                other.file.parent_path() == last.file.parent_path() && other.file.stem() == last.file.stem();
            if (!same_name && text::same_language(other.version.language, last.version.language))
                return duplicate(gathered.work.id, last.where, other.where);
        }
        return std::nullopt;
    }

    void add_version(Gathered& gathered, DeclaredVersion declared, LoadedText loaded)
    {
        Version& version = declared.version;
        if (loaded.readable()) {
            const TextFacts& facts = loaded.origin.facts;
            apply_front_matter(facts.metadata, gathered.work, declared);
            gathered.title_given = gathered.title_given || !gathered.work.title.empty();
            version.sha256 = facts.sha256;
            loaded.language_detected = version.language.empty();
            if (version.language.empty())
                version.language = facts.detected_language;
        } else {
            version.readable = false;
        }
        if (version.label.empty())
            version.label = declared.file.filename().string();
        gathered.versions.emplace_back(std::move(declared), std::move(loaded));
    }

    void finish(Gathered& gathered)
    {
        auto& versions = gathered.versions;
        std::stable_sort(versions.begin(), versions.end(), [](const auto& a, const auto& b) {
            return std::tie(a.first.version.language, a.first.version.path)
                   < std::tie(b.first.version.language, b.first.version.path);
        });
        Work& work = gathered.work;
        for (auto& [declared, loaded] : versions) {
            if (work.title.empty())
                work.title = loaded.origin.facts.first_heading;
            if (declared.version.title.empty() && !gathered.title_given)
                declared.version.title = loaded.origin.facts.first_heading;
        }
        if (work.title.empty())
            work.title = work.id;
        if (versions.empty())
            state_.problems.push_back({gathered.where.path, gathered.where.line, gathered.where.column, Severity::info,
                                       "the work \"" + work.id + "\" has no version: it can be cited, not checked",
                                       "add [[work.version]] with its file to check quotations against it", false});
        std::vector<std::unique_ptr<Held>> held;
        for (auto& [declared, loaded] : versions) {
            auto one = std::make_unique<Held>();
            one->pinned_sha256 = declared.pinned_sha256;
            one->declared_in = declared.where.path;
            one->line = declared.where.line;
            one->language_detected = loaded.language_detected;
            one->readable = loaded.readable();
            state_.readable += one->readable ? 1U : 0U;
            one->origin = std::move(loaded.origin);
            one->saved = loaded.saved;
            if (loaded.document)
                one->text = std::make_unique<VersionText>(VersionText{std::move(*loaded.document)});
            work.versions.push_back(std::move(declared.version));
            held.push_back(std::move(one));
        }
        state_.origins.push_back({gathered.where.path, gathered.where.line, gathered.title_given});
        state_.works.push_back(std::move(work));
        state_.held.push_back(std::move(held));
    }

    Library::State& state_;
    std::map<std::string, Gathered> works_; // by id, as Library::works() is
};

/// The id of each text: its stem, or its path below the folder where another folder holds the same stem.
std::vector<std::string> plain_ids(const std::vector<FoundText>& texts)
{
    std::map<std::string, std::vector<std::string>> branches;
    for (const FoundText& found : texts) {
        auto& list = branches[found.stem];
        if (std::find(list.begin(), list.end(), found.branch) == list.end())
            list.push_back(found.branch);
    }
    std::vector<std::string> ids;
    for (const FoundText& found : texts)
        ids.push_back(branches[found.stem].size() == 1 ? found.stem : found.branch);
    return ids;
}

} // namespace

std::optional<Problem> assemble(Library::State& state, const Declarations& declarations, LoadedTexts loaded)
{
    Assembly assembly(state);
    for (std::size_t i = 0; i < declarations.works.size(); ++i)
        if (auto problem = assembly.add(declarations.works[i], loaded.of_works[i]))
            return problem;
    const std::vector<std::string> ids = plain_ids(declarations.texts);
    // `id.txt` before `id.de.txt`: the first text that gives a title speaks for the work.
    for (const bool tagged : {false, true})
        for (std::size_t i = 0; i < declarations.texts.size(); ++i)
            if (declarations.texts[i].language.empty() != tagged)
                if (auto problem = assembly.add(declarations.texts[i], ids[i], std::move(loaded.of_texts[i])))
                    return problem;
    assembly.finish();
    return std::nullopt;
}

} // namespace verbatim::library
