// SPDX-License-Identifier: Apache-2.0
// Where a string in marks is a machine's, told by what stands around it, in no language.
#include "rules/phrases.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <optional>

namespace verbatim::rules {
namespace {

constexpr std::string_view straight = "\"'";
constexpr std::size_t reach = 400; // bytes on each side: a line of a hostile text is as long as the text

bool is_word(char c)
{
    return text::is_letter(static_cast<unsigned char>(c)) || text::is_digit(static_cast<unsigned char>(c)) || c == '_';
}

std::string_view without_blanks_behind(std::string_view words)
{
    while (words.ends_with(' ') || words.ends_with('\t'))
        words.remove_suffix(1);
    return words;
}

/// Behind a bracket that a word opened on this line: `ask(harbour, "Shall we go?")`.
bool in_call(std::string_view line)
{
    std::size_t closed = 0;
    for (std::size_t i = line.size(); i-- > 0;) {
        if (line[i] == ')')
            ++closed;
        else if (line[i] == '(' && closed-- == 0)
            return i > 0 && is_word(line[i - 1]);
    }
    return false;
}

/// `ask("Shall we go?", …`, `note = "…"`, `"note": "…"`, `[1,"…"`, `"""…`.
bool is_argument(std::string_view line, std::string_view after)
{
    if (after.starts_with(");") || in_call(line))
        return true;
    if (line.ends_with(',') || line.ends_with('[') || line.ends_with("\"\""))
        return true;
    line = without_blanks_behind(line);
    return line.ends_with('=') || line.ends_with("\":") || line.ends_with("':");
}

/// What stands below, where the line ends here.
std::optional<std::string_view> next_line(std::string_view after)
{
    const std::size_t end = after.find_first_not_of(" \t\r");
    return end != std::string_view::npos && after[end] == '\n' ? std::optional(after.substr(end + 1)) : std::nullopt;
}

/// One of the strings of a list, each on its line: `"…",` above `"…"` or `]`.
bool is_listed(std::string_view line, std::string_view after)
{
    const bool comma = after.starts_with(',');
    const auto next = next_line(comma ? after.substr(1) : after);
    if (!next || line.find_first_not_of(" \t") != std::string_view::npos)
        return false;
    const std::size_t first = next->find_first_not_of(" \t");
    return first != std::string_view::npos
           && std::string_view(comma ? "\"'])}" : "])}").find((*next)[first]) != std::string_view::npos;
}

/// A line of its own, the next one set further in: a message and what it means.
bool is_headword(std::string_view line, std::string_view after)
{
    const auto next = next_line(after);
    if (!next || line.find_first_not_of(" \t") != std::string_view::npos)
        return false;
    const std::size_t first = next->find_first_not_of(" \t");
    return first != std::string_view::npos && first > line.size()
           && (is_word((*next)[first]) || static_cast<unsigned char>((*next)[first]) > 0x7F);
}

} // namespace

bool stands_as_string(const Document& document, const Quotation& quotation)
{
    const std::string_view plain = document.plain;
    const Span words = quotation.hull();
    if (quotation.form != QuotationForm::inline_ || quotation.marks.empty() || words.begin == 0
        || words.end >= plain.size())
        return false;
    std::size_t open = words.begin - 1;
    while (open > 0 && (plain[open] == ' ' || plain[open] == '\t'))
        --open;
    if (straight.find(quotation.marks.front()) != std::string_view::npos && open + 1 < words.begin)
        return true; // "a" and "b": the marks of two pairs
    const std::size_t first = words.begin - std::min(words.begin, quotation.marks.size() / 2);
    const std::string_view after = plain.substr(std::min(plain.size(), words.end + quotation.marks.size() / 2), reach);
    const std::string_view before = plain.substr(first - std::min(first, reach), std::min(first, reach));
    const std::string_view line = before.substr(before.rfind('\n') + 1); // npos + 1 is the beginning
    return is_argument(line, after) || is_listed(line, after) || is_headword(line, after);
}

} // namespace verbatim::rules
