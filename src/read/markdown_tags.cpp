// SPDX-License-Identifier: Apache-2.0
#include "read/markdown_tags.hpp"

#include "read/html.hpp"
#include "read/html_elements.hpp"

namespace verbatim::read {

bool LeftOutTags::is_closed(const std::string& name, std::size_t end)
{
    std::size_t& unclosed = unclosed_[name];
    if (end < unclosed)
        return false;
    std::size_t at = end;
    const auto ends_paragraph = [&] {
        return decoded_.substr(at).starts_with("\n\n") || decoded_.substr(at).starts_with("\n\r\n");
    };
    for (; at < decoded_.size() && !ends_paragraph(); ++at)
        if (decoded_.substr(at).starts_with("</") && html_tag_name(decoded_.substr(at)) == name)
            return true;
    unclosed = at;
    return false;
}

bool LeftOutTags::leave_out(const std::string& name, std::size_t end, std::string_view tag)
{
    const bool closes = tag.starts_with("</");
    if (!is_open()) {
        if (closes || (html_role(name) != HtmlRole::left_out && !hides(tag)) || !is_closed(name, end))
            return false;
        name_ = name;
        depth_ = 1;
        return true;
    }
    if (name == name_ && (closes ? --depth_ : ++depth_) == 0)
        name_.clear();
    return true;
}

} // namespace verbatim::read
