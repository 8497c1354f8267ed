// SPDX-License-Identifier: Apache-2.0
// library.toml: people, works, versions. An unknown key is an error that names the nearest known one, since a key that
// is silently ignored is a fact that is silently missing. Sole user of toml++ in this room.
#include "library/catalogue.hpp"
#include "read/read.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <sstream>

namespace verbatim::library {
namespace {

namespace fs = std::filesystem;
using Keys = std::vector<std::string_view>;

const Keys root_keys{"person", "work"};
const Keys person_keys{"name", "aliases"};
const Keys work_keys{"id", "title", "creators", "date", "occasion", "kind", "identifiers", "version"};
const Keys version_keys{"file",  "language",   "status", "coverage",   "quality", "label",
                        "title", "translator", "date",   "first-page", "sha256"};

std::size_t edits_between(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t change = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({change, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::string nearest(std::string_view key, const Keys& known)
{
    return std::string(*std::min_element(known.begin(), known.end(), [key](std::string_view a, std::string_view b) {
        return edits_between(key, a) < edits_between(key, b);
    }));
}

/// A mistake in the file; thrown to the one place that turns it into a value.
struct Mistake {
    toml::source_position at;
    std::string message;
    std::string remedy;
};
[[noreturn]] void reject(const toml::node& node, std::string message, std::string remedy)
{
    throw Mistake{node.source().begin, std::move(message), std::move(remedy)};
}

class LibraryToml {
public:
    LibraryToml(const fs::path& file, Declarations& into)
        : folder_(file.parent_path()), path_(shown_path(file)), into_(into)
    {
    }

    void read(const toml::table& root)
    {
        check_keys(root, root_keys, "library.toml");
        for (const toml::table* person : tables(root, "person"))
            read_person(*person);
        for (const toml::table* work : tables(root, "work"))
            read_work(*work);
    }

private:
    static void check_keys(const toml::table& table, const Keys& known, std::string_view what)
    {
        for (const auto& [key, value] : table)
            if (std::find(known.begin(), known.end(), key.str()) == known.end()) {
                const std::string name(key.str());
                throw Mistake{key.source().begin, "unknown key \"" + name + "\" in " + std::string(what),
                              "did you mean \"" + nearest(name, known) + "\"?"};
            }
    }

    static std::vector<const toml::table*> tables(const toml::table& parent, std::string_view key)
    {
        std::vector<const toml::table*> all;
        const toml::node* node = parent.get(key);
        if (node == nullptr)
            return all;
        const toml::array* array = node->as_array();
        if (array == nullptr)
            reject(*node, "\"" + std::string(key) + "\" is not a list of tables",
                   "write [[" + std::string(key) + "]] with two brackets");
        for (const toml::node& item : *array) {
            if (item.as_table() == nullptr)
                reject(item, "\"" + std::string(key) + "\" is not a list of tables",
                       "write [[" + std::string(key) + "]] above its keys");
            all.push_back(item.as_table());
        }
        return all;
    }

    static std::string string(const toml::table& table, std::string_view key)
    {
        const toml::node* node = table.get(key);
        if (node == nullptr)
            return {};
        if (const auto* text = node->as_string())
            return text->get();
        if (const auto* date = node->as_date()) {
            std::ostringstream out;
            out << date->get();
            return out.str();
        }
        if (const auto* year = node->as_integer(); year != nullptr && key == "date")
            return std::to_string(year->get());
        reject(*node, "\"" + std::string(key) + "\" must be a string", "put the value into quotation marks");
    }

    static std::string required(const toml::table& table, std::string_view key, std::string_view what)
    {
        std::string value = string(table, key);
        if (value.empty())
            reject(table, std::string(what) + " without \"" + std::string(key) + "\"",
                   "add " + std::string(key) + " = \"…\"");
        return value;
    }

    static std::vector<std::string> strings(const toml::table& table, std::string_view key)
    {
        const toml::node* node = table.get(key);
        if (node == nullptr)
            return {};
        if (const auto* one = node->as_string())
            return {one->get()};
        std::vector<std::string> all;
        const toml::array* array = node->as_array();
        if (array == nullptr)
            reject(*node, "\"" + std::string(key) + "\" must be a list of strings", "write [\"…\", \"…\"]");
        for (const toml::node& item : *array) {
            const auto* text = item.as_string();
            if (text == nullptr)
                reject(item, "\"" + std::string(key) + "\" must be a list of strings", "write [\"…\", \"…\"]");
            all.push_back(text->get());
        }
        return all;
    }

    template <typename Enum>
    static bool choose(const toml::table& table, std::string_view key, std::optional<Enum> (*named)(std::string_view),
                       std::string_view choices, Enum& into)
    {
        const std::string value = string(table, key);
        if (value.empty())
            return false;
        const std::optional<Enum> chosen = named(value);
        if (!chosen)
            reject(*table.get(key), "unknown " + std::string(key) + " \"" + value + "\"",
                   "use one of: " + std::string(choices));
        into = *chosen;
        return true;
    }

    [[nodiscard]] Declared place(const toml::node& node) const
    {
        return {path_, node.source().begin.line, node.source().begin.column};
    }

    void read_person(const toml::table& table)
    {
        check_keys(table, person_keys, "[[person]]");
        into_.people.push_back({required(table, "name", "[[person]]"), strings(table, "aliases")});
    }

    void read_work(const toml::table& table)
    {
        check_keys(table, work_keys, "[[work]]");
        DeclaredWork declared;
        declared.where = place(table);
        Work& work = declared.work;
        work.id = required(table, "id", "[[work]]");
        work.title = string(table, "title");
        work.creators = strings(table, "creators");
        work.date = string(table, "date");
        work.occasion = string(table, "occasion");
        work.kind = string(table, "kind");
        if (const toml::node* node = table.get("identifiers")) {
            const toml::table* identifiers = node->as_table();
            if (identifiers == nullptr)
                reject(*node, "\"identifiers\" must be a table", "write identifiers = { doi = \"…\" }");
            for (const auto& [key, value] : *identifiers)
                if (std::string name(key.str()); !string(*identifiers, name).empty())
                    work.identifiers[name] = string(*identifiers, name);
        }
        for (const toml::table* version : tables(table, "version"))
            declared.versions.push_back(read_version(*version));
        into_.works.push_back(std::move(declared));
    }

    DeclaredVersion read_version(const toml::table& table)
    {
        check_keys(table, version_keys, "[[work.version]]");
        DeclaredVersion declared;
        declared.where = place(table);
        Version& version = declared.version;
        const std::string file = required(table, "file", "[[work.version]]");
        declared.file = inside(*table.get("file"), file);
        version.path = shown_path(declared.file);
        version.language = string(table, "language");
        version.label = string(table, "label");
        version.title = string(table, "title");
        version.translator = string(table, "translator");
        version.date = string(table, "date");
        declared.status_given =
            choose(table, "status", status_named, "official, published, draft, superseded, retracted", version.status);
        choose(table, "coverage", coverage_named, "full, excerpt, abstract", version.coverage);
        choose(table, "quality", quality_named, "clean, extracted, ocr", version.quality);
        if (const toml::node* node = table.get("first-page")) {
            const auto* page = node->as_integer();
            if (page == nullptr || page->get() < 1 || page->get() > 1'000'000)
                reject(*node, "\"first-page\" must be a positive number", "give the number printed on the first page");
            version.first_page = static_cast<std::size_t>(page->get());
        }
        declared.pinned_sha256 = string(table, "sha256");
        std::transform(declared.pinned_sha256.begin(), declared.pinned_sha256.end(), declared.pinned_sha256.begin(),
                       [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
        if (!declared.pinned_sha256.empty()
            && (declared.pinned_sha256.size() != 64
                || declared.pinned_sha256.find_first_not_of("0123456789abcdef") != std::string::npos))
            reject(*table.get("sha256"), "\"sha256\" is not a SHA-256 sum",
                   "give 64 hexadecimal digits, as sha256sum prints");
        return declared;
    }

    /// A version's file must lie inside the folder of library.toml, links followed: a library that was sent to somebody
    /// must not make them read their other files.
    fs::path inside(const toml::node& node, const std::string& file)
    {
        const fs::path path = (folder_ / fs::path(file)).lexically_normal();
        std::error_code error;
        const fs::path base = fs::weakly_canonical(folder_, error);
        const fs::path real = fs::weakly_canonical(path, error);
        const fs::path below = real.lexically_relative(base);
        if (fs::path(file).is_absolute() || below.empty() || *below.begin() == "..")
            reject(node, "path escapes: \"" + file + "\" lies outside of the library's folder",
                   "move the file into the folder of library.toml, or move library.toml");
        into_.listed.push_back(real);
        return path;
    }

    fs::path folder_;
    std::string path_;
    Declarations& into_;
};

Problem problem_at(const std::string& path, toml::source_position at, std::string message, std::string remedy)
{
    return {path, at.line, at.column, Severity::error, std::move(message), std::move(remedy), true};
}

template <typename Enum, std::size_t Size>
std::optional<Enum> named(const std::array<Enum, Size>& all, std::string_view name)
{
    for (const Enum value : all)
        if (to_string(value) == name)
            return value;
    return std::nullopt;
}

} // namespace

std::optional<VersionStatus> status_named(std::string_view name)
{
    using enum VersionStatus;
    return named(std::array{official, published, draft, superseded, retracted}, name);
}
std::optional<VersionCoverage> coverage_named(std::string_view name)
{
    using enum VersionCoverage;
    return named(std::array{full, excerpt, abstract}, name);
}
std::optional<VersionQuality> quality_named(std::string_view name)
{
    using enum VersionQuality;
    return named(std::array{clean, extracted, ocr}, name);
}

std::optional<Problem> read_library_toml(const fs::path& file, Declarations& into)
{
    if (std::find(into.files.begin(), into.files.end(), file) != into.files.end())
        return std::nullopt; // two paths of the request lead to it
    const std::string path = shown_path(file);
    const Outcome<read::File> loaded = read::load(path);
    if (!loaded)
        return loaded.problem();
    into.files.push_back(file);
    const std::string remedy = "mend the line; strings need quotation marks";
    if (const std::optional<Problem> fault = text::toml_fault(loaded.value().bytes, path))
        return problem_at(path, {static_cast<std::uint32_t>(fault->line), static_cast<std::uint32_t>(fault->column)},
                          "broken TOML: " + fault->message, remedy);
    try {
        const toml::table root = toml::parse(loaded.value().bytes, path);
        LibraryToml(file, into).read(root);
        return std::nullopt;
    } catch (const toml::parse_error& error) {
        return problem_at(path, error.source().begin, "broken TOML: " + std::string(error.description()), remedy);
    } catch (const Mistake& mistake) {
        return problem_at(path, mistake.at, mistake.message, mistake.remedy);
    }
}

} // namespace verbatim::library
