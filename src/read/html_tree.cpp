// SPDX-License-Identifier: Apache-2.0
#include "read/html_tree.hpp"

#include "read/html.hpp"

#include <algorithm>
#include <string>

namespace verbatim::read {

HtmlRole role_of(const GumboNode& node) { return html_role(gumbo_normalized_tagname(node.v.element.tag)); }

bool is_hidden(const GumboElement& element)
{
    if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr)
        return true;
    const GumboAttribute* style = gumbo_get_attribute(&element.attributes, "style");
    if (style == nullptr)
        return false;
    std::string rules;
    for (const char c : std::string_view(style->value))
        if (c != ' ' && c != '\t' && c != '\n')
            rules.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    return rules.find("display:none") != std::string::npos || rules.find("visibility:hidden") != std::string::npos;
}

bool ends_parent(const GumboNode& node)
{
    const GumboVector& siblings = node.parent->v.element.children;
    for (std::size_t i = node.index_within_parent + 1; i < siblings.length; ++i)
        if (static_cast<const GumboNode*>(siblings.data[i])->type != GUMBO_NODE_WHITESPACE)
            return false;
    return true;
}

GumboTag context_of(std::string_view html)
{
    const std::size_t first = std::min(html.find_first_not_of(" \t\r\n\f"), html.size());
    const std::string name = html_tag_name(html.substr(first));
    if (name == "td" || name == "th")
        return GUMBO_TAG_TR;
    if (name == "tr")
        return GUMBO_TAG_TBODY;
    return name == "thead" || name == "tbody" || name == "tfoot" || name == "caption" ? GUMBO_TAG_TABLE
                                                                                      : GUMBO_TAG_BODY;
}

bool hides(std::string_view tag)
{
    const auto has = [&](std::string_view word) { // in any case
        return std::search(tag.begin(), tag.end(), word.begin(), word.end(),
                           [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; })
               != tag.end();
    };
    if (!has("hidden") && !has("display")) // of an attribute or a style
        return false;
    const Tree tree(gumbo_parse_with_options(&kGumboDefaultOptions, tag.data(), tag.size()));
    bool hidden = false;
    walk(
        *tree->root,
        [&](const GumboNode& node) {
            hidden = hidden || is_hidden(node.v.element);
            return true;
        },
        [](const GumboNode&) {}, [](const GumboNode&) {});
    return hidden;
}

} // namespace verbatim::read
