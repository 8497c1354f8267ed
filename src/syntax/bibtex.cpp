// SPDX-License-Identifier: Apache-2.0
// Each entry is read by itself, from its @ to the next line that begins one, so that a missing brace spoils one entry.
#include "syntax/bibliography.hpp"

#include "text/text.hpp"

#include <bibtex.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace verbatim::syntax {
namespace {

namespace grammar_ = verbatim::grammar::bibtex;
namespace pegtl = tao::pegtl;

struct Piece {
    std::string text;
    bool is_macro = false;
};
struct Read {
    std::string type, key, name;
    std::vector<Piece> pieces;
    std::map<std::string, std::vector<Piece>> fields; ///< names in lower case
    bool is_definition = false;
};

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

template <typename Rule>
struct action : pegtl::nothing<Rule> {
};
template <>
struct action<grammar_::type> : pegtl::require_apply {
    template <typename Input>
    static void apply(const Input& in, Read& read)
    {
        read = {};
        read.type = lower(in.string());
    }
};
template <>
struct action<grammar_::key> : pegtl::require_apply {
    template <typename Input>
    static void apply(const Input& in, Read& read)
    {
        read.key = in.string();
    }
};
template <>
struct action<grammar_::name> : pegtl::require_apply {
    template <typename Input>
    static void apply(const Input& in, Read& read)
    {
        read.name = lower(in.string());
        read.pieces.clear();
    }
};
template <bool IsMacro>
struct add_piece : pegtl::require_apply {
    template <typename Input>
    static void apply(const Input& in, Read& read)
    {
        read.pieces.push_back({in.string(), IsMacro});
    }
};
template <>
struct action<grammar_::in_braces> : add_piece<false> {
};
template <>
struct action<grammar_::in_quotes> : add_piece<false> {
};
template <>
struct action<grammar_::number> : add_piece<false> {
};
template <>
struct action<grammar_::macro> : add_piece<true> {
};
template <>
struct action<grammar_::field> : pegtl::require_apply0 {
    static void apply0(Read& read) { read.fields.emplace(read.name, std::move(read.pieces)); }
};
template <>
struct action<grammar_::definition> : pegtl::require_apply0 {
    static void apply0(Read& read) { read.is_definition = true; }
};

/// `\"` and its like with the combining mark that they put on the next letter.
constexpr std::array<std::pair<char, const char*>, 12> accents{{{'"', "\xCC\x88"},
                                                                {'\'', "\xCC\x81"},
                                                                {'`', "\xCC\x80"},
                                                                {'^', "\xCC\x82"},
                                                                {'~', "\xCC\x83"},
                                                                {'=', "\xCC\x84"},
                                                                {'.', "\xCC\x87"},
                                                                {'c', "\xCC\xA7"},
                                                                {'v', "\xCC\x8C"},
                                                                {'u', "\xCC\x86"},
                                                                {'H', "\xCC\x8B"},
                                                                {'k', "\xCC\xA8"}}};
const std::map<std::string, std::string, std::less<>> letters{
    {"ss", "ß"}, {"o", "ø"}, {"O", "Ø"}, {"aa", "å"}, {"AA", "Å"}, {"ae", "æ"},         {"AE", "Æ"},        {"oe", "œ"},
    {"OE", "Œ"}, {"l", "ł"}, {"L", "Ł"}, {"i", "i"},  {"j", "j"},  {"textendash", "–"}, {"textemdash", "—"}};

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// What TeX would print of a value: braces gone, accents on their letters, `~` a blank, `--` a dash.
class TexText {
public:
    explicit TexText(std::string_view tex) : tex_(tex) {}

    std::string read()
    {
        std::string out;
        while (at_ < tex_.size()) {
            const char c = tex_[at_];
            if (c == '{' || c == '}' || c == '$') {
                ++at_;
            } else if (c == '~') {
                out += ' ';
                ++at_;
            } else if (tex_.substr(at_).starts_with("--")) {
                out += "–";
                at_ = std::min(tex_.find_first_not_of('-', at_), tex_.size());
            } else if (c == '\\') {
                ++at_;
                out += command();
            } else {
                out += c;
                ++at_;
            }
        }
        return text::collapse(out);
    }

private:
    std::string command()
    {
        if (at_ >= tex_.size())
            return {};
        std::string name(1, tex_[at_++]);
        while (is_alpha(name.front()) && at_ < tex_.size() && is_alpha(tex_[at_]))
            name += tex_[at_++];
        if (name.size() == 1)
            for (const auto& [sign, mark] : accents)
                if (name.front() == sign && (!is_alpha(sign) || is_spaced()))
                    return accented(mark);
        if (is_alpha(name.front()) && at_ < tex_.size() && tex_[at_] == ' ')
            ++at_;
        if (const auto letter = letters.find(name); letter != letters.end())
            return letter->second;
        return is_alpha(name.front()) ? std::string() : name; // \emph is gone, \& is &
    }
    /// `\c{c}` and `\c c`, but not the beginning of a longer command.
    [[nodiscard]] bool is_spaced() const { return at_ < tex_.size() && (tex_[at_] == '{' || tex_[at_] == ' '); }
    std::string accented(const char* mark)
    {
        while (at_ < tex_.size() && (tex_[at_] == '{' || tex_[at_] == ' ' || tex_[at_] == '\\'))
            ++at_;
        if (at_ >= tex_.size())
            return {};
        const std::size_t size = text::code_point_size(tex_, at_);
        const std::string letter(tex_.substr(at_, size));
        at_ += size;
        return text::equality_fold(letter + mark); // canonical composition of one letter
    }

    std::string_view tex_;
    std::size_t at_ = 0;
};

/// Names between " and " outside of braces.
std::string names_of(const std::string& tex)
{
    std::string names;
    std::size_t begin = 0;
    int depth = 0;
    const auto add = [&](std::size_t end) {
        const std::string name = TexText(std::string_view(tex).substr(begin, end - begin)).read();
        if (!name.empty() && name != "others")
            names += (names.empty() ? "" : "; ") + name;
    };
    for (std::size_t i = 0; i < tex.size(); ++i) {
        depth += tex[i] == '{' ? 1 : tex[i] == '}' ? -1 : 0;
        if (depth == 0 && std::string_view(tex).substr(i).starts_with(" and ")) {
            add(i);
            begin = i += 4;
        }
    }
    add(tex.size());
    return names;
}

struct FieldName {
    std::string_view bibtex;
    std::string_view csl;
};
constexpr FieldName names[] = {{"author", "author"},
                               {"editor", "editor"},
                               {"translator", "translator"},
                               {"title", "title"},
                               {"journaltitle", "container-title"},
                               {"journal", "container-title"},
                               {"booktitle", "container-title"},
                               {"publisher", "publisher"},
                               {"institution", "publisher"},
                               {"school", "publisher"},
                               {"location", "publisher-place"},
                               {"address", "publisher-place"},
                               {"series", "collection-title"},
                               {"volume", "volume"},
                               {"number", "issue"},
                               {"edition", "edition"},
                               {"pages", "page"},
                               {"doi", "DOI"},
                               {"isbn", "ISBN"},
                               {"issn", "ISSN"},
                               {"url", "URL"}};

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text)
    {
        static constexpr std::array<const char*, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                            "jul", "aug", "sep", "oct", "nov", "dec"};
        for (std::size_t i = 0; i < months.size(); ++i)
            macros_[months[i]] = (i < 9 ? "0" : "") + std::to_string(i + 1);
    }

    Bibliography read()
    {
        for (std::size_t at = next_entry(0); at < text_.size();) {
            const std::size_t end = next_entry(at + 1);
            const std::size_t taken = read_one(at, end);
            // Entries may follow each other on one line.
            const std::size_t same_line =
                taken == 0 ? std::string_view::npos : text_.find_first_not_of(" \t", at + taken);
            at = same_line < end && text_[same_line] == '@' ? same_line : end;
        }
        return std::move(result_);
    }

private:
    /// The next line that begins an entry; the end of the text without one.
    [[nodiscard]] std::size_t next_entry(std::size_t from) const
    {
        for (std::size_t at = text_.find('@', from); at != std::string_view::npos; at = text_.find('@', at + 1)) {
            const std::size_t before = at == 0 ? std::string_view::npos : text_.find_last_not_of(" \t", at - 1);
            const bool starts_line = at == 0 || before == std::string_view::npos || text_[before] == '\n';
            const std::size_t open =
                text_.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ \t", at + 1);
            if (starts_line && open != std::string_view::npos && (text_[open] == '{' || text_[open] == '('))
                return at;
        }
        return text_.size();
    }

    /// Bytes of the entry; 0 where it could not be read.
    std::size_t read_one(std::size_t begin, std::size_t end)
    {
        const std::string_view region = text_.substr(begin, end - begin);
        const std::string type = lower(std::string(region.substr(1, region.find_first_of("{( \t") - 1)));
        if (type == "comment" || type == "preamble")
            return 0;
        Read read;
        pegtl::memory_input<pegtl::tracking_mode::lazy> input(region.data(), region.data() + region.size(), "");
        if (!pegtl::parse<grammar_::rule, action>(input, read)) {
            result_.faults.push_back(
                {begin, "this entry cannot be read: a brace, a quotation mark or the key is missing"});
            return 0;
        }
        const auto taken = static_cast<std::size_t>(input.current() - region.data());
        if (read.is_definition) {
            for (const auto& [name, pieces] : read.fields)
                macros_[name] = joined(pieces);
        } else {
            result_.entries.push_back({read.key, fields_of(read), {begin, begin + taken}});
        }
        if (std::exchange(cut_short_, false))
            result_.faults.push_back(
                {begin, "the strings of this entry stand for more text than a bibliography holds"});
        return taken;
    }

    /// Strings of strings double with each: what they stand for is bounded, in one value and in the whole file.
    [[nodiscard]] std::string joined(const std::vector<Piece>& pieces)
    {
        constexpr std::size_t longest_value = std::size_t{1} << 20, growth = 8; // bytes; times the file
        std::string value;
        for (const Piece& piece : pieces) {
            const auto macro = piece.is_macro ? macros_.find(lower(piece.text)) : macros_.end();
            if (macro == macros_.end()) {
                value += piece.text;
                continue;
            }
            if (value.size() + macro->second.size() > longest_value
                || expanded_ + macro->second.size() > longest_value + growth * text_.size()) {
                cut_short_ = true;
                break;
            }
            expanded_ += macro->second.size();
            value += macro->second;
        }
        return value;
    }

    [[nodiscard]] std::map<std::string, std::string> fields_of(const Read& read)
    {
        const auto value_of = [&](std::string_view name) {
            const auto found = read.fields.find(std::string(name));
            return found == read.fields.end() ? std::string() : joined(found->second);
        };
        std::map<std::string, std::string> fields;
        for (const FieldName& name : names) {
            const std::string tex = value_of(name.bibtex);
            const bool people = name.csl == "author" || name.csl == "editor" || name.csl == "translator";
            if (std::string value = people ? names_of(tex) : TexText(tex).read(); !value.empty())
                fields.emplace(name.csl, std::move(value));
        }
        if (std::string issued = issued_of(value_of("date"), value_of("year"), value_of("month")); !issued.empty())
            fields.emplace("issued", std::move(issued));
        return fields;
    }

    static std::string issued_of(const std::string& date, const std::string& year, const std::string& month)
    {
        if (!date.empty())
            return TexText(date).read();
        const std::string read = TexText(year).read();
        const bool numbered = month.size() == 2 && month.find_first_not_of("0123456789") == std::string::npos;
        return read.empty() || !numbered ? read : read + "-" + month;
    }

    std::string_view text_;
    std::map<std::string, std::string, std::less<>> macros_;
    std::size_t expanded_ = 0; ///< bytes that macros have stood for
    bool cut_short_ = false;   ///< in the entry that is read
    Bibliography result_;
};

} // namespace

Bibliography parse_bibtex(std::string_view text) { return Reader(text).read(); }

} // namespace verbatim::syntax
