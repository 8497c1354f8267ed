// SPDX-License-Identifier: Apache-2.0
#include "read/html_elements.hpp"

#include <algorithm>
#include <array>

namespace verbatim::read {
namespace {

struct Row {
    HtmlRole role;
    std::string_view names; ///< a blank before and behind each
};
constexpr std::array rows{
    Row{HtmlRole::emphasis, " b cite em i strong "},
    Row{HtmlRole::code, " code kbd samp tt "},
    Row{HtmlRole::link, " a "},
    Row{HtmlRole::line_break, " br "},
    Row{HtmlRole::block, " address article aside body caption center details dialog dir div fieldset figcaption figure "
                         "footer form header hgroup hr html legend main menu nav p search section summary table tbody "
                         "tfoot thead tr "},
    Row{HtmlRole::quote, " blockquote "},
    Row{HtmlRole::list, " dl ol ul "},
    Row{HtmlRole::item, " dd dt li "},
    Row{HtmlRole::cell, " td th "},
    Row{HtmlRole::heading, " h1 h2 h3 h4 h5 h6 "},
    Row{HtmlRole::preformatted, " listing plaintext pre xmp "},
    Row{HtmlRole::left_out, " audio button canvas datalist del head iframe math noembed noframes noscript object rp rt "
                            "s script select strike style svg template textarea title video "},
};

} // namespace

HtmlRole html_role(std::string_view name)
{
    const std::string wanted = " " + std::string(name) + " ";
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& candidate) {
        return candidate.names.find(wanted) != std::string_view::npos;
    });
    return name.empty() || row == rows.end() ? HtmlRole::inline_ : row->role;
}

std::string html_tag_name(std::string_view html)
{
    const std::size_t begin = html.starts_with("</") ? 2 : 1;
    if (!html.starts_with('<') || begin >= html.size())
        return {};
    const std::size_t end = std::min(html.find_first_of(" \t\r\n\f/>", begin), html.size());
    std::string name(html.substr(begin, end - begin));
    for (char& c : name)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return name;
}

} // namespace verbatim::read
