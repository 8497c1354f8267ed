// SPDX-License-Identifier: Apache-2.0
#include "read/markdown_html.hpp"

#include <algorithm>

namespace verbatim::read {

void HtmlLines::add(FileSpan decoded, std::string_view text, std::size_t& last)
{
    if (text == "\n") {
        const std::size_t at = decoded_.find_first_of("\r\n", last);
        if (at == std::string_view::npos)
            return;
        decoded = {at, at + 1};
        last = at + (decoded_.substr(at).starts_with("\r\n") ? 2 : 1);
    } else if (decoded.begin == decoded.end) {
        indentation_ = text.size();
        return;
    } else {
        for (; indentation_ > 0 && decoded.begin > 0 && decoded_[decoded.begin - 1] == ' '; --indentation_)
            --decoded.begin;
        text = decoded_.substr(decoded.begin, decoded.end - decoded.begin); // not the masked copy
    }
    indentation_ = 0;
    const auto note = std::partition_point(notes_.begin(), notes_.end(), [&](const NoteDefinition& cut) {
        return cut.text.starts.front().decoded < decoded.begin;
    });
    const std::size_t notes = static_cast<std::size_t>(note - notes_.begin());
    if (!html_.bytes.empty() && notes != notes_before_)
        html_.cuts.push_back(html_.bytes.size());
    notes_before_ = notes;
    html_.starts.push_back({html_.bytes.size(), decoded.begin});
    html_.bytes += text;
}

} // namespace verbatim::read
