// SPDX-License-Identifier: Apache-2.0
#include "cli/configuration.hpp"

#include "text/text.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

namespace verbatim::cli {
namespace {

namespace fs = std::filesystem;

/// Reads tables and remembers the first mistake; later calls do nothing then.
class Reader {
public:
    explicit Reader(std::string file) : file_(std::move(file)) {}

    [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }

    void fail(const toml::node& node, const std::string& message, const std::string& remedy)
    {
        if (problem_)
            return;
        problem_.emplace();
        problem_->path = file_;
        problem_->line = node.source().begin.line;
        problem_->column = node.source().begin.column;
        problem_->message = message;
        problem_->remedy = remedy;
        problem_->fatal = true;
    }

    void only(const toml::table& table, const std::string& where, const std::vector<std::string>& known)
    {
        for (const auto& [key, node] : table) {
            const std::string name(key.str());
            if (std::find(known.begin(), known.end(), name) != known.end())
                continue;
            const auto nearest = text::nearest_name(name, known);
            std::string list;
            for (const std::string& one : known)
                list += (list.empty() ? "" : ", ") + one;
            fail(node, "unknown key \"" + name + "\" in " + where,
                 nearest ? "did you mean \"" + *nearest + "\"?" : "known keys: " + list);
        }
    }

    [[nodiscard]] const toml::table* table(const toml::table& parent, std::string_view key)
    {
        const toml::node* node = parent.get(key);
        if (node == nullptr)
            return nullptr;
        if (!node->is_table())
            fail(*node, "\"" + std::string(key) + "\" must be a table", "write [" + std::string(key) + "]");
        return node->as_table();
    }

    template <typename Each>
    void each_table(const toml::table& parent, std::string_view key, Each each)
    {
        const toml::node* node = parent.get(key);
        if (node == nullptr)
            return;
        if (!node->is_array()) {
            fail(*node, "\"" + std::string(key) + "\" must be a list of tables", "write [[" + std::string(key) + "]]");
            return;
        }
        for (const toml::node& item : *node->as_array()) {
            if (item.is_table())
                each(*item.as_table());
            else
                fail(item, "\"" + std::string(key) + "\" must be a list of tables",
                     "write [[" + std::string(key) + "]]");
        }
    }

    [[nodiscard]] std::optional<std::string> string(const toml::table& table, std::string_view key)
    {
        return value<std::string>(table, key, "text between quotation marks");
    }
    [[nodiscard]] std::optional<bool> boolean(const toml::table& table, std::string_view key)
    {
        return value<bool>(table, key, "true or false");
    }
    [[nodiscard]] std::optional<double> number(const toml::table& table, std::string_view key)
    {
        return value<double>(table, key, "a number");
    }
    [[nodiscard]] std::string required(const toml::table& table, std::string_view key)
    {
        auto text = string(table, key);
        if (!text)
            fail(table, "\"" + std::string(key) + "\" is missing", "add " + std::string(key) + " = \"…\"");
        return text.value_or("");
    }
    [[nodiscard]] std::optional<std::vector<std::string>> strings(const toml::table& table, std::string_view key)
    {
        const toml::node* node = table.get(key);
        if (node == nullptr)
            return std::nullopt;
        std::vector<std::string> list;
        if (const auto one = node->value<std::string>(); one && node->is_string())
            return std::vector<std::string>{*one};
        if (const toml::array* array = node->as_array()) {
            for (const toml::node& item : *array) {
                if (item.is_string())
                    list.push_back(*item.value<std::string>());
                else
                    fail(item, "\"" + std::string(key) + "\" must be a list of texts", "write [\"…\", \"…\"]");
            }
            return list;
        }
        fail(*node, "\"" + std::string(key) + "\" must be a list of texts", "write [\"…\", \"…\"]");
        return std::nullopt;
    }

    void severities(const toml::table& table, const std::string& where, std::map<std::string, Severity>& into)
    {
        std::vector<std::string> ids;
        for (const rules::Rule& rule : rules::all_rules())
            ids.emplace_back(rule.documentation.id);
        for (const auto& [key, node] : table) {
            const std::string id(key.str());
            if (id == "options" && node.is_table()) {
                options(*node.as_table());
                continue;
            }
            if (rules::rule_named(id) == nullptr) {
                const auto nearest = text::nearest_name(id, ids);
                fail(node, "unknown rule \"" + id + "\" in " + where,
                     nearest ? "did you mean \"" + *nearest + "\"?" : "see the list that \"verbatim rules\" prints");
                continue;
            }
            const auto level = node.is_string() ? severity_named(*node.value<std::string>()) : std::nullopt;
            if (!level)
                fail(node, "the severity of \"" + id + "\" is not known",
                     "write \"off\", \"info\", \"warning\" or \"error\"");
            else
                into[id] = *level;
        }
    }

private:
    /// [rules.options.ID]: no rule has options so far; an empty table is no mistake.
    void options(const toml::table& table)
    {
        for (const auto& [key, node] : table) {
            const std::string id(key.str());
            if (rules::rule_named(id) == nullptr)
                fail(node, "unknown rule \"" + id + "\" in [rules.options]",
                     "see the list that \"verbatim rules\" prints");
            else if (const toml::table* keys = node.as_table(); keys != nullptr && !keys->empty())
                fail(node, "the rule \"" + id + "\" has no options", "delete the table");
        }
    }

    template <typename Type>
    [[nodiscard]] std::optional<Type> value(const toml::table& table, std::string_view key, const char* wanted)
    {
        const toml::node* node = table.get(key);
        if (node == nullptr)
            return std::nullopt;
        const auto held = node->value<Type>();
        if (!held || (std::is_same_v<Type, std::string> && !node->is_string()))
            fail(*node, "\"" + std::string(key) + "\" must be " + wanted, "correct the value");
        return held;
    }

    std::string file_;
    std::optional<Problem> problem_;
};

void read_check(Reader& reader, const toml::table& table, Configuration& into)
{
    reader.only(table, "[check]", {"include", "exclude", "fail-on", "min-checked", "allow-unchecked", "style"});
    if (auto list = reader.strings(table, "include"))
        into.include = *list;
    if (auto list = reader.strings(table, "exclude"))
        into.exclude = *list;
    into.fail_on = reader.string(table, "fail-on");
    if (into.fail_on && *into.fail_on != "never" && (!severity_named(*into.fail_on) || *into.fail_on == "off"))
        reader.fail(*table.get("fail-on"), "fail-on is not known",
                    "write \"error\", \"warning\", \"info\" or \"never\"");
    into.min_checked = reader.number(table, "min-checked");
    into.allow_unchecked = reader.boolean(table, "allow-unchecked").value_or(false);
    const std::string style = reader.string(table, "style").value_or("general");
    if (style != "general" && style != "legal")
        reader.fail(*table.get("style"), "style \"" + style + "\" is not known", "write \"general\" or \"legal\"");
    into.legal_style = style == "legal";
}

void read_lists(Reader& reader, const toml::table& root, Configuration& into)
{
    reader.each_table(root, "folder", [&](const toml::table& table) {
        reader.only(table, "[[folder]]", {"glob", "rules"});
        std::map<std::string, Severity> severities;
        if (const toml::table* rules = reader.table(table, "rules"))
            reader.severities(*rules, "[[folder]] rules", severities);
        into.folders.emplace_back(reader.required(table, "glob"), severities);
    });
    reader.each_table(root, "person", [&](const toml::table& table) {
        reader.only(table, "[[person]]", {"name", "aliases"});
        into.people.push_back(
            {reader.required(table, "name"), reader.strings(table, "aliases").value_or(std::vector<std::string>{})});
    });
    reader.each_table(root, "translation", [&](const toml::table& table) {
        reader.only(table, "[[translation]]", {"source", "translation"});
        into.translations.emplace_back(reader.required(table, "source"), reader.required(table, "translation"));
    });
}

std::optional<AttributionEvidence> evidence_named(const std::string& name)
{
    for (const auto evidence :
         {AttributionEvidence::explicit_, AttributionEvidence::pronoun, AttributionEvidence::citation_only,
          AttributionEvidence::continued, AttributionEvidence::implied, AttributionEvidence::none})
        if (to_string(evidence) == name)
            return evidence;
    return std::nullopt;
}

void read_attribution(Reader& reader, const toml::table& table, Configuration& into)
{
    reader.only(table, "[attribution]", {"accept"});
    const auto list = reader.strings(table, "accept");
    if (!list)
        return;
    into.accepted.emplace();
    for (const std::string& name : *list) {
        if (const auto evidence = evidence_named(name))
            into.accepted->insert(*evidence);
        else
            reader.fail(*table.get("accept"), "unknown evidence \"" + name + "\"",
                        "use explicit, pronoun, citation-only, continued, implied or none");
    }
}

/// Parts of a version, "0.3" → {0, 3}.
std::vector<int> numbers_of(const std::string& version)
{
    std::vector<int> numbers;
    std::istringstream parts(version);
    for (std::string part; std::getline(parts, part, '.');)
        numbers.push_back(std::atoi(part.c_str()));
    numbers.resize(3);
    return numbers;
}

void read_requires(Reader& reader, const toml::table& root)
{
    const auto wanted = reader.string(root, "requires");
    if (!wanted)
        return;
    if (!wanted->starts_with(">="))
        reader.fail(*root.get("requires"), "requires must have the form \">=0.1\"",
                    "write requires = \">=" VERBATIM_VERSION "\"");
    else if (numbers_of(VERBATIM_VERSION) < numbers_of(wanted->substr(2)))
        reader.fail(*root.get("requires"), "this project requires verbatim " + *wanted + ", this is " VERBATIM_VERSION,
                    "install a newer version");
}

void read_root(Reader& reader, const toml::table& root, Configuration& into)
{
    reader.only(root, "verbatim.toml",
                {"check", "library", "language", "rules", "folder", "person", "translation", "attribution", "limits",
                 "requires"});
    read_requires(reader, root);
    if (const toml::table* table = reader.table(root, "limits"))
        reader.only(*table, "[limits]", {}); // no limit can be set so far; an empty table is no mistake
    if (const toml::table* table = reader.table(root, "check"))
        read_check(reader, *table, into);
    if (const toml::table* table = reader.table(root, "library")) {
        reader.only(*table, "[library]", {"paths", "index", "bibliographies"});
        into.bibliographies = reader.strings(*table, "bibliographies").value_or(std::vector<std::string>{});
        into.library_paths = reader.strings(*table, "paths").value_or(std::vector<std::string>{});
        into.library_index = reader.string(*table, "index").value_or(into.library_index);
    }
    if (const toml::table* table = reader.table(root, "language")) {
        reader.only(*table, "[language]", {"default", "path"});
        into.default_language = reader.string(*table, "default").value_or("");
        reader.each_table(*table, "path", [&](const toml::table& path) {
            reader.only(path, "[[language.path]]", {"glob", "language"});
            into.language_paths.emplace_back(reader.required(path, "glob"), reader.required(path, "language"));
        });
    }
    if (const toml::table* table = reader.table(root, "rules"))
        reader.severities(*table, "[rules]", into.rules);
    if (const toml::table* table = reader.table(root, "attribution"))
        read_attribution(reader, *table, into);
    read_lists(reader, root, into);
}

std::string quoted_toml(const std::string& text)
{
    std::ostringstream out;
    const toml::value<std::string> value(text);
    out << toml::toml_formatter(value, toml::format_flags::none);
    return out.str();
}

std::string list_of(const std::vector<std::string>& texts)
{
    std::string list;
    for (const std::string& text : texts)
        list += (list.empty() ? "" : ", ") + quoted_toml(text);
    return "[" + list + "]";
}

} // namespace

std::string find_configuration()
{
    std::error_code error;
    fs::path folder = fs::current_path(error);
    for (int depth = 0; !error && depth < 256; ++depth) {
        std::error_code absent; // also set where there is no such file
        if (fs::is_regular_file(folder / "verbatim.toml", absent))
            return fs::proximate(folder / "verbatim.toml", error).string();
        if (folder == folder.parent_path())
            break;
        folder = folder.parent_path();
    }
    return {};
}

Outcome<Configuration> read_configuration(const std::string& file)
{
    const auto broken = [&](std::size_t line, std::size_t column, std::string message) {
        return Problem{file, line, column, Severity::error, std::move(message), "correct the TOML", true};
    };
    std::ifstream stream(file, std::ios::binary);
    if (!stream || fs::is_directory(file))
        return Problem{file, 0, 0, Severity::error, "the configuration cannot be read",
                       "check the path, or write one with \"verbatim init\"", true};
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    if (const std::optional<Problem> fault = text::toml_fault(bytes.view(), file))
        return broken(fault->line, fault->column, fault->message);
    Configuration configuration;
    configuration.file = file;
    configuration.folder = fs::path(file).parent_path().string();
    try {
        const toml::table root = toml::parse(bytes.str(), file);
        Reader reader(file);
        read_root(reader, root, configuration);
        if (reader.problem())
            return *reader.problem();
    } catch (const toml::parse_error& error) {
        return broken(error.source().begin.line, error.source().begin.column, std::string(error.description()));
    }
    return configuration;
}

std::string to_toml(const Configuration& configuration)
{
    std::ostringstream out;
    if (!configuration.file.empty())
        out << "# from " << configuration.file << "\n";
    out << "[check]\ninclude = " << list_of(configuration.include) << "\nexclude = " << list_of(configuration.exclude)
        << "\nfail-on = " << quoted_toml(configuration.fail_on.value_or("warning")) << "\n";
    if (configuration.min_checked)
        out << "min-checked = " << *configuration.min_checked << "\n";
    out << "allow-unchecked = " << (configuration.allow_unchecked ? "true" : "false")
        << "\nstyle = " << (configuration.legal_style ? "\"legal\"" : "\"general\"")
        << "\n\n[library]\npaths = " << list_of(configuration.library_paths)
        << "\nindex = " << quoted_toml(configuration.library_index)
        << "\nbibliographies = " << list_of(configuration.bibliographies) << "\n";
    if (!configuration.default_language.empty())
        out << "\n[language]\ndefault = " << quoted_toml(configuration.default_language) << "\n";
    for (const auto& [glob, tag] : configuration.language_paths)
        out << "\n[[language.path]]\nglob = " << quoted_toml(glob) << "\nlanguage = " << quoted_toml(tag) << "\n";
    out << "\n[rules]\n";
    for (const auto& [rule, severity] : configuration.rules)
        out << rule << " = \"" << to_string(severity) << "\"\n";
    for (const auto& [glob, severities] : configuration.folders) {
        out << "\n[[folder]]\nglob = " << quoted_toml(glob) << "\nrules = {";
        const char* separator = " ";
        for (const auto& [rule, severity] : severities) {
            out << separator << rule << " = \"" << to_string(severity) << "\"";
            separator = ", ";
        }
        out << " }\n";
    }
    for (const Person& person : configuration.people)
        out << "\n[[person]]\nname = " << quoted_toml(person.name) << "\naliases = " << list_of(person.aliases) << "\n";
    for (const auto& [source, translation] : configuration.translations)
        out << "\n[[translation]]\nsource = " << quoted_toml(source) << "\ntranslation = " << quoted_toml(translation)
            << "\n";
    return out.str();
}

} // namespace verbatim::cli
