// SPDX-License-Identifier: Apache-2.0
#include "syntax/citation_parts.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace verbatim::syntax {
namespace citation_parts {

std::string joined(const std::vector<std::string>& names)
{
    std::string all;
    for (const std::string& name : names)
        all += (all.empty() ? "" : "; ") + name;
    return all;
}

std::string locator_kind(std::string_view locator, const Lexicon& lexicon)
{
    static constexpr std::array kinds{"page", "paragraph", "chapter", "line", "verse", "section", "volume", "figure"};
    // The label stands first, `p. 12`, or behind the numbers, `第12页`.
    for (std::size_t i = 0; i < locator.size(); i += text::code_point_size(locator, i)) {
        if (i > 0 && std::isalpha(static_cast<unsigned char>(locator[i - 1])) != 0)
            continue;
        for (const char* kind : kinds)
            if (lexicon.match(std::string("locator.") + kind, locator, i) > 0)
                return kind;
    }
    return "page";
}

std::string locator_value(std::string_view locator)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t begin = 0;
    while (begin < locator.size() && !digit(locator[begin]))
        ++begin;
    if (begin == locator.size()) { // Roman pages: what follows the label
        const std::size_t blank = locator.rfind(' ');
        return std::string(blank == std::string_view::npos ? locator : locator.substr(blank + 1));
    }
    std::size_t end = locator.size();
    while (
        end > begin
        && (static_cast<unsigned char>(locator[end - 1]) >= 0x80 || locator[end - 1] == ' ' || locator[end - 1] == '.'))
        --end;
    return std::string(locator.substr(begin, end - begin));
}

void set_year(std::map<std::string, std::string>& fields, std::string_view written)
{
    std::vector<std::string> years;
    std::string digits;
    for (const char c : written) {
        if (c >= '0' && c <= '9') {
            digits += c;
            continue;
        }
        if (!digits.empty())
            years.push_back(std::move(digits));
        digits.clear();
    }
    if (!digits.empty())
        years.push_back(digits);
    if (years.empty())
        return; // n.d., forthcoming
    if (written.front() == '[' && years.size() == 2) {
        fields["original-date"] = years[0];
        fields["issued"] = years[1];
        return;
    }
    if (years.size() == 2 && years[1].size() == 2)
        years[1] = years[0].substr(0, 2) + years[1];
    fields["issued"] = years.size() == 2 ? years[0] + '/' + years[1] : years[0];
    if (written.size() == 5 && written.back() >= 'a' && written.back() <= 'k')
        fields["year-suffix"] = std::string(1, written.back());
}

} // namespace citation_parts

std::vector<std::string> names_in(std::string_view authors, const Lexicon& lexicon)
{
    using namespace citation_parts;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < authors.size();) {
        const std::size_t size = consumed<grammar_::name>(authors.substr(i), lexicon);
        if (size == 0) {
            i += text::code_point_size(authors, i);
            continue;
        }
        std::string name = text::collapse(authors.substr(i, size));
        if (lexicon.match("name.et-al", name, 0) != name.size() && lexicon.match("name.and", name, 0) != name.size()
            && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
        i += size;
    }
    return names;
}

} // namespace verbatim::syntax
