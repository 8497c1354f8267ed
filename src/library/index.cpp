// SPDX-License-Identifier: Apache-2.0
#include "library/index.hpp"

#include <algorithm>
#include <ranges>

namespace verbatim::library {

Index::Index(std::vector<IndexedText> texts, IndexArrays arrays) : texts_(std::move(texts)), arrays_(std::move(arrays))
{
    for (const IndexedText& text : texts_) {
        const auto known = std::find(languages_.begin(), languages_.end(), text.language);
        language_of_.push_back(static_cast<std::size_t>(known - languages_.begin()));
        if (known == languages_.end())
            languages_.push_back(text.language);
    }
}

std::size_t Index::word_from(std::size_t text, std::size_t plain) const
{
    const auto words = std::views::iota(std::size_t{0}, size(text));
    return static_cast<std::size_t>(
        std::ranges::partition_point(words, [&](std::size_t word) { return offset(text, word) < plain; })
        - words.begin());
}

std::vector<std::size_t> Index::texts_of(std::size_t work) const
{
    std::vector<std::size_t> found;
    const auto first = std::lower_bound(texts_.begin(), texts_.end(), work,
                                        [](const IndexedText& text, std::size_t at) { return text.work < at; });
    for (auto text = first; text != texts_.end() && text->work == work; ++text)
        found.push_back(static_cast<std::size_t>(text - texts_.begin()));
    return found;
}

std::optional<std::size_t> Index::text_of(std::size_t work, std::size_t version) const
{
    for (const std::size_t text : texts_of(work))
        if (texts_[text].version == version)
            return text;
    return std::nullopt;
}

} // namespace verbatim::library
