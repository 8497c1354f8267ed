// SPDX-License-Identifier: Apache-2.0
// Character references. The table of names is the one of md4c's own HTML renderer: it is given the entity alone, and
// its escapes for HTML are taken back.
#include "read/formats.hpp"

#include <md4c-html.h>

namespace verbatim::read {
namespace {

void append(const MD_CHAR* text, MD_SIZE size, void* out) { static_cast<std::string*>(out)->append(text, size); }

std::string unescaped(std::string_view html)
{
    constexpr std::pair<std::string_view, char> escapes[]{
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}};
    std::string text;
    while (!html.empty()) {
        bool found = false;
        for (const auto& [escape, character] : escapes) {
            if (!found && html.starts_with(escape)) {
                text.push_back(character);
                html.remove_prefix(escape.size());
                found = true;
            }
        }
        if (!found) {
            text.push_back(html.front());
            html.remove_prefix(1);
        }
    }
    return text;
}

} // namespace

std::string decode_entity(std::string_view entity)
{
    // Between letters, so that white space (&nbsp; &#32; &#10;) is not trimmed at the ends of the paragraph.
    const std::string input = "x" + std::string(entity) + "x";
    std::string html;
    constexpr std::string_view before = "<p>x", behind = "x</p>\n";
    if (md_html(input.data(), static_cast<MD_SIZE>(input.size()), append, &html, 0, 0) != 0
        || html.size() <= before.size() + behind.size() || !html.starts_with(before) || !html.ends_with(behind))
        return std::string(entity);
    return unescaped(std::string_view(html).substr(before.size(), html.size() - before.size() - behind.size()));
}

} // namespace verbatim::read
