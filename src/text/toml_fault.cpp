// SPDX-License-Identifier: Apache-2.0
// toml++ 3.3 trusts a text in two ways that a hostile one abuses: a character outside ASCII where a key or a value
// should begin may lead it to undefined behaviour, and a dotted key makes a table in a table for each of its parts,
// without limit, so that taking them down again overflows the stack.
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::text {

namespace {

constexpr std::size_t most_parts = 32; ///< of a dotted key

constexpr std::string_view outside_ascii =
    "letters and signs outside ASCII stand in strings and comments, and not behind a backslash";

bool is_blank(char c) { return std::string_view(" \t\r\n").find(c) != std::string_view::npos; }

/// Reads strings and comments as TOML 1.0 does, and what stands between them byte by byte. Where the text is no TOML
/// the two may part, but there the parser stops, at a value only behind its last byte.
class Scan {
public:
    explicit Scan(std::string_view toml) : toml_(toml) {}

    /// The first byte that must not be parsed, and why.
    std::optional<std::pair<std::size_t, std::string>> run()
    {
        constexpr std::string_view mark = "\xEF\xBB\xBF";
        std::size_t dots = 0;
        for (std::size_t at = toml_.starts_with(mark) ? mark.size() : 0; at < toml_.size();) {
            const char c = toml_[at];
            if (static_cast<unsigned char>(c) >= 0x80)
                return std::pair{at, std::string(outside_ascii)};
            if (c == '.' && ++dots >= most_parts)
                return std::pair{at, "a key has more than " + std::to_string(most_parts) + " parts"};
            if (std::string_view("\n=,[{").find(c) != std::string_view::npos)
                dots = 0;
            const bool is_string = opens_string(at);
            if (!is_string)
                follow(c);
            at = c == '#' ? end_of_line(at) : is_string ? end_of_string(at) : at + 1;
        }
        return std::nullopt;
    }

private:
    /// Whether a key or a value is next, or a number or a date runs on: the parser reads those up to a terminator.
    void follow(char c)
    {
        const bool opens = in_value_ && !runs_on_ && (c == '[' || c == '{');
        const bool ends = c == ',' || c == ']' || c == '}' || c == '#' || is_blank(c);
        if (opens)
            open_ += c;
        else if ((c == ']' || c == '}') && !open_.empty())
            open_.pop_back();
        runs_on_ = in_value_ && !opens && !ends;
        if (c == '=')
            in_value_ = true;
        else if ((c == '\n' && open_.empty()) || ((c == '{' || c == ',') && open_.ends_with('{')))
            in_value_ = false;
        else if ((c == ',' || c == ']' || c == '}') && !open_.empty())
            in_value_ = true;
    }

    [[nodiscard]] bool opens_string(std::size_t at) const
    {
        if (toml_[at] != '"' && toml_[at] != '\'')
            return false;
        return in_value_ ? !runs_on_
                         : at == 0 || std::string_view(" \t\r\n.[,{").find(toml_[at - 1]) != std::string_view::npos;
    }

    [[nodiscard]] std::size_t end_of_line(std::size_t at) const { return std::min(toml_.find('\n', at), toml_.size()); }

    [[nodiscard]] std::size_t end_of_string(std::size_t at) const
    {
        const char mark = toml_[at];
        const std::string three(3, mark);
        const bool several_lines = toml_.substr(at, 3) == three;
        const std::size_t begin = at + (several_lines ? 3 : 1);
        for (std::size_t i = begin; i < toml_.size(); ++i) {
            if (toml_[i] == '\\' && mark == '"') {
                const std::size_t next = behind_blanks(i + 1); // a backslash at a line's end takes them in
                if (next < toml_.size() && static_cast<unsigned char>(toml_[next]) >= 0x80)
                    return next;
                ++i;
            } else if (several_lines && toml_.substr(i, 3) == three)
                return end_of_marks(i, mark);
            else if (!several_lines && (toml_[i] == mark || toml_[i] == '\n'))
                return i + 1;
        }
        return toml_.size();
    }
    [[nodiscard]] std::size_t behind_blanks(std::size_t at) const
    {
        while (at < toml_.size() && is_blank(toml_[at]))
            ++at;
        return at;
    }
    /// Two marks may stand before the three that close.
    [[nodiscard]] std::size_t end_of_marks(std::size_t at, char mark) const
    {
        std::size_t end = at + 3;
        while (end < toml_.size() && end < at + 5 && toml_[end] == mark)
            ++end;
        return end;
    }

    std::string_view toml_;
    std::string open_; ///< brackets of the value
    bool in_value_ = false;
    bool runs_on_ = false;
};

} // namespace

std::optional<Problem> toml_fault(std::string_view toml, const std::string& path)
{
    const auto fault = Scan(toml).run();
    if (!fault)
        return std::nullopt;
    const std::string_view before = toml.substr(0, fault->first);
    const std::size_t line = before.rfind('\n');
    Problem problem;
    problem.path = path;
    problem.line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    problem.column = code_points(line == std::string_view::npos ? before : before.substr(line + 1)) + 1;
    problem.message = fault->second;
    return problem;
}

} // namespace verbatim::text
