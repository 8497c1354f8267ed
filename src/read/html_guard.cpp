// SPDX-License-Identifier: Apache-2.0
#include "read/html_guard.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace verbatim::read {
namespace {

constexpr std::size_t few_tags = 200;          ///< 200 open elements at 200 tags are soon looked through
constexpr std::size_t few_words = 2'000;       ///< between two `<`: so many attributes a tag can have
constexpr std::size_t most_attributes = 200;   ///< of one tag, where tags are many
constexpr std::size_t most_open_elements = 64; ///< where tags are many

// Elements whose end is understood, and those that have none: they are never many at once, if the others are not.
constexpr std::array<std::string_view, 25> closed_by_themselves{
    "area", "base", "br",    "col",    "colgroup", "dd", "dt",    "embed", "hr", "img",   "input", "li", "link",
    "meta", "p",    "param", "source", "tbody",    "td", "tfoot", "th",    "tr", "track", "thead", "wbr"};
// Inside these a tag is no tag, or closes nothing outside.
constexpr std::array<std::string_view, 15> with_laws_of_their_own{
    "frameset", "iframe", "math", "noembed",  "noframes", "noscript", "plaintext", "script",
    "select",   "style",  "svg",  "template", "textarea", "title",    "xmp"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// True where neither tags nor attributes can be many.
bool is_small(std::string_view html)
{
    std::size_t tags = 0, words = 0;
    for (const char c : html) {
        if (c == '<') {
            ++tags;
            words = 0;
        } else if (is_white(c) || c == '/' || c == '"' || c == '\'') { // what may end an attribute
            ++words;
        }
        if (tags > few_tags || words > few_words)
            return false;
    }
    return true;
}

/// Reads tags as a parser does, as long as they are well-nested.
class Nesting {
public:
    explicit Nesting(std::string_view html) : html_(html) {}

    [[nodiscard]] bool is_tame()
    {
        while ((at_ = html_.find('<', at_)) != std::string_view::npos) {
            const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : ' ';
            const bool closing = next == '/';
            if (next == '!' || next == '?')
                return false;
            at_ += closing ? 2 : 1;
            if (at_ >= html_.size())
                break;
            if (!is_letter(html_[at_])) {
                if (closing)
                    return false;
                continue;
            }
            const std::string tag = name();
            if (!skip_attributes() || holds(with_laws_of_their_own, tag))
                return false;
            if (holds(closed_by_themselves, tag))
                continue;
            if (closing ? !close(tag) : !open(tag))
                return false;
        }
        return true;
    }

private:
    std::string name()
    {
        std::string tag;
        for (; at_ < html_.size() && !is_white(html_[at_]) && html_[at_] != '/' && html_[at_] != '>'; ++at_)
            tag += is_letter(html_[at_]) ? static_cast<char>(html_[at_] | 0x20) : html_[at_];
        return tag;
    }

    /// To the end of the tag; false where it has none, or too many attributes.
    bool skip_attributes()
    {
        for (std::size_t count = 0; count < most_attributes; ++count) {
            while (at_ < html_.size() && (is_white(html_[at_]) || html_[at_] == '/'))
                ++at_;
            if (at_ >= html_.size())
                return false;
            if (html_[at_] == '>')
                return true;
            ++at_; // whatever it is, it begins a name
            at_ = std::min(html_.find_first_of(" \t\n\r\f/>=", at_), html_.size());
            skip_white();
            if (at_ >= html_.size() || html_[at_] != '=')
                continue;
            ++at_;
            skip_white();
            if (at_ >= html_.size())
                return false;
            const char quote = html_[at_];
            if (quote == '"' || quote == '\'')
                at_ = std::min(html_.find(quote, at_ + 1), html_.size() - 1) + 1;
            else
                at_ = std::min(html_.find_first_of(" \t\n\r\f>", at_), html_.size());
        }
        return false;
    }
    void skip_white()
    {
        while (at_ < html_.size() && is_white(html_[at_]))
            ++at_;
    }

    bool open(const std::string& tag)
    {
        open_.push_back(tag);
        return open_.size() <= most_open_elements;
    }
    bool close(const std::string& tag)
    {
        if (open_.empty() || open_.back() != tag)
            return false;
        open_.pop_back();
        return true;
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::vector<std::string> open_;
};

} // namespace

bool affordable_html(std::string_view html) { return is_small(html) || Nesting(html).is_tame(); }

} // namespace verbatim::read
