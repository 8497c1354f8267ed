// SPDX-License-Identifier: Apache-2.0
// Front matter: `---` YAML or `+++` TOML at the head of a text. Sole user of yaml-cpp.
//
// A text may begin with a thematic break `---` too: what stands between two such lines is front matter only where it
// is a mapping. Nodes are counted, since a few lines of YAML aliases can stand for gigabytes.
#include "read/formats.hpp"
#include "text/text.hpp"

#include <toml++/toml.h>
#include <yaml-cpp/yaml.h>

#include <sstream>

namespace verbatim::read {
namespace {

constexpr std::size_t largest = std::size_t{1} << 18; ///< bytes; yaml-cpp is slow
constexpr int deepest = 16;
constexpr std::size_t most_values = 10'000;
constexpr std::size_t most_nodes = 100'000;

/// The lines between the fences.
struct FrontMatter {
    std::string_view content;
    std::size_t body = 0; ///< decoded offset behind the closing fence's line
};

/// One line from `at`, without its end; `next` is the start of the following one.
struct Line {
    std::string_view text;
    std::size_t next = 0;
};
Line line_from(std::string_view decoded, std::size_t at)
{
    const std::size_t end = std::min(decoded.find_first_of("\r\n", at), decoded.size());
    std::size_t next = std::min(end + 1, decoded.size());
    if (end + 1 < decoded.size() && decoded[end] == '\r' && decoded[end + 1] == '\n')
        next = end + 2;
    return {decoded.substr(at, end - at), next};
}

std::string_view without_trailing_blanks(std::string_view line)
{
    const std::size_t last = line.find_last_not_of(" \t");
    return last == std::string_view::npos ? std::string_view{} : line.substr(0, last + 1);
}

std::optional<FrontMatter> between_fences(std::string_view decoded, std::string_view fence)
{
    const Line first = line_from(decoded, 0);
    if (without_trailing_blanks(first.text) != fence)
        return std::nullopt;
    for (std::size_t at = first.next; at < decoded.size() && at < largest + first.next;) {
        const Line line = line_from(decoded, at);
        const std::string_view text = without_trailing_blanks(line.text);
        if (text == fence || (fence == "---" && text == "..."))
            return FrontMatter{decoded.substr(first.next, at - first.next), line.next};
        at = line.next;
    }
    return std::nullopt;
}

Problem broken(const Document& document, std::size_t line, std::size_t column, const std::string& what,
               const std::string& remedy)
{
    return {document.path, line, column, Severity::error, "broken front matter: " + what, remedy, true};
}

/// Collects values under dotted keys.
class Collector {
public:
    explicit Collector(Metadata& metadata) : metadata_(metadata) {}
    void add(const std::string& key, std::string value, std::size_t line)
    {
        if (key.empty() || count_++ >= most_values)
            return;
        MetadataValue& held = metadata_[key];
        held.values.push_back(std::move(value));
        if (held.line == 0)
            held.line = line;
    }
    /// One more node visited: false when there were too many (aliases make a small text large).
    [[nodiscard]] bool step() { return ++steps_ < most_nodes; }

private:
    Metadata& metadata_;
    std::size_t count_ = 0;
    std::size_t steps_ = 0;
};

std::string dotted(const std::string& prefix, const std::string& key)
{
    return prefix.empty() ? key : prefix + "." + key;
}

void collect(const YAML::Node& node, const std::string& key, int depth, Collector& into)
{
    if (depth > deepest || !into.step())
        return;
    switch (node.Type()) {
    case YAML::NodeType::Scalar:
        into.add(key, node.Scalar(), static_cast<std::size_t>(node.Mark().line + 2)); // 0-based, below the fence
        break;
    case YAML::NodeType::Sequence:
        for (const YAML::Node& item : node)
            collect(item, key, depth + 1, into);
        break;
    case YAML::NodeType::Map:
        for (const auto& pair : node)
            if (pair.first.IsScalar())
                collect(pair.second, dotted(key, pair.first.Scalar()), depth + 1, into);
        break;
    default:
        break;
    }
}

std::string written(const toml::node& node)
{
    if (const auto* string = node.as_string())
        return string->get();
    std::ostringstream out;
    node.visit([&out](const auto& value) {
        if constexpr (toml::is_value<decltype(value)>)
            out << value.get();
    });
    return out.str();
}

void collect(const toml::node& node, const std::string& key, int depth, Collector& into)
{
    if (depth > deepest || !into.step())
        return;
    if (const toml::table* table = node.as_table()) {
        for (const auto& [name, value] : *table)
            collect(value, dotted(key, std::string(name.str())), depth + 1, into);
    } else if (const toml::array* array = node.as_array()) {
        for (const toml::node& item : *array)
            collect(item, key, depth + 1, into);
    } else {
        into.add(key, written(node), node.source().begin.line + 1); // below the fence
    }
}

/// True where a first look says "key: value", so that a syntax error is the user's and not a thematic break's.
bool begins_with_key(std::string_view content)
{
    for (std::size_t at = 0; at < content.size();) {
        const Line line = line_from(content, at);
        at = line.next;
        const std::string_view text = trimmed(line.text);
        if (text.empty() || text.front() == '#')
            continue;
        const std::size_t colon = text.find(':');
        return colon != std::string_view::npos && colon > 0 && text.substr(0, colon).find(' ') == std::string_view::npos
               && (colon + 1 == text.size() || text[colon + 1] == ' ');
    }
    return false;
}

Outcome<std::size_t> read_yaml(Document& document, const FrontMatter& front)
{
    try {
        const YAML::Node node = YAML::Load(std::string(front.content) + "\n...\n");
        if (!node.IsMap() && !(node.IsNull() && trimmed(front.content).empty()))
            return std::size_t{0}; // a thematic break
        Collector into(document.metadata);
        if (node.IsMap())
            collect(node, "", 0, into);
        return front.body;
    } catch (const YAML::Exception& error) {
        if (!begins_with_key(front.content))
            return std::size_t{0};
        const bool known = !error.mark.is_null();
        return broken(document, known ? static_cast<std::size_t>(error.mark.line + 2) : 1,
                      known ? static_cast<std::size_t>(error.mark.column + 1) : 1, error.msg,
                      "mend the YAML between the --- lines (values with a colon need quotation marks)");
    }
}

Outcome<std::size_t> read_toml(Document& document, const FrontMatter& front)
{
    const std::string remedy = "mend the TOML between the +++ lines";
    if (const std::optional<Problem> fault = text::toml_fault(front.content, document.path))
        return broken(document, fault->line + 1, fault->column, fault->message, remedy);
    try {
        const toml::table table = toml::parse(front.content);
        Collector into(document.metadata);
        collect(table, "", 0, into);
        return front.body;
    } catch (const toml::parse_error& error) {
        return broken(document, error.source().begin.line + 1, error.source().begin.column,
                      std::string(error.description()), remedy);
    }
}

} // namespace

Outcome<std::size_t> cut_front_matter(Document& document)
{
    if (const auto yaml = between_fences(document.decoded, "---"))
        return read_yaml(document, *yaml);
    if (const auto toml = between_fences(document.decoded, "+++"))
        return read_toml(document, *toml);
    return std::size_t{0};
}

} // namespace verbatim::read
