// SPDX-License-Identifier: Apache-2.0
// Titles of works, compared by their letters and digits alone, without articles at their head.
#include "library/catalogue.hpp"
#include "syntax/syntax.hpp"

#include <algorithm>

namespace verbatim::library {
namespace {

std::string title_key(std::string_view title)
{
    const std::string folded = text::simplified(text::search_fold(title));
    std::string key;
    bool gap = false;
    for (std::size_t at = 0; at < folded.size(); at += text::code_point_size(folded, at)) {
        const char32_t c = text::code_point_at(folded, at);
        if (c == U'\'' || c == U'’') // "Okoro's" is one word
            continue;
        if (!text::is_letter(c) && !text::is_digit(c)) {
            gap = true;
            continue;
        }
        if (gap && !key.empty() && !text::is_han_or_kana(c))
            key += ' ';
        gap = false;
        key.append(folded, at, text::code_point_size(folded, at));
    }
    for (std::size_t space = key.find(' '); space != std::string::npos; space = key.find(' ')) {
        if (!syntax::is_article(std::string_view(key).substr(0, space)))
            break;
        key.erase(0, space + 1);
    }
    return key;
}

} // namespace

void settle_titles(Library::State& state)
{
    const auto put = [&](const std::string& title, std::size_t work) {
        const std::string key = title_key(title);
        if (key.empty())
            return;
        std::vector<std::size_t>& works = state.titles[key];
        if (std::find(works.begin(), works.end(), work) == works.end())
            works.push_back(work);
    };
    for (std::size_t i = 0; i < state.works.size(); ++i) {
        const Work& work = state.works[i];
        if (work.title != work.id) // an id that stands in for a title is none
            put(work.title, i);
        for (const Version& version : work.versions)
            put(version.title, i);
    }
}

std::vector<std::size_t> Library::works_by_title(std::string_view title) const
{
    const auto found = state_->titles.find(title_key(title));
    return found == state_->titles.end() ? std::vector<std::size_t>{} : found->second;
}

} // namespace verbatim::library
