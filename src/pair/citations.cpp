// SPDX-License-Identifier: Apache-2.0
#include "pair/citations.hpp"

#include "text/text.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace verbatim::pair {
namespace {

/// What is compared of a citation, folded once.
struct Folded {
    std::string work;    ///< what tells which work is cited
    std::string locator; ///< its figures: "pp. 12–14" and "第12—14页" are the same
    std::string author;
    std::string issued;
};

std::string field(const Citation& citation, const std::string& name)
{
    const auto it = citation.fields.find(name);
    return it == citation.fields.end() ? std::string() : text::search_fold(it->second);
}

std::string locator_of(const Citation& citation)
{
    std::string figures;
    if (citation.locator) {
        const text::Tokens tokens = text::tokenise(citation.locator->text);
        for (std::size_t i = 0; i < tokens.list.size(); ++i)
            if (tokens.list[i].kind == text::TokenKind::number)
                figures += std::string(tokens.exact(i)) + " ";
    }
    return figures;
}

/// Author and title are written otherwise in another language; year and kind are not.
std::string work_of(const Citation& citation, CitationMatch match)
{
    if (!citation.work.empty())
        return "work\n" + citation.work;
    if (!citation.key.empty() && citation.kind != CitationKind::note)
        return "key\n" + std::string(to_string(citation.kind)) + "\n" + citation.key;
    const std::string issued = field(citation, "issued");
    if (match == CitationMatch::across_languages)
        return issued.empty() ? "kind\n" + std::string(to_string(citation.kind)) : "year\n" + issued;
    return "fields\n" + field(citation, "author") + "\n" + issued + "\n" + field(citation, "title");
}

std::vector<Folded> folded(const std::vector<Citation>& citations, CitationMatch match)
{
    std::vector<Folded> list;
    for (const Citation& citation : citations)
        list.push_back(
            {work_of(citation, match), locator_of(citation), field(citation, "author"), field(citation, "issued")});
    return list;
}

/// What a message says of a changed citation.
std::string difference_of(const Folded& a, const Folded& b)
{
    std::string note;
    const auto add = [&](const char* what) { note += (note.empty() ? "" : ", ") + std::string(what); };
    if (a.author != b.author)
        add("author");
    if (a.issued != b.issued)
        add("year");
    if (a.locator != b.locator)
        add("locator");
    return note.empty() ? "work" : note;
}

class CitationPairing {
public:
    CitationPairing(const Reading& from, const Reading& to, CitationMatch match)
        : from_(folded(from.citations, match)), to_(folded(to.citations, match)), paired_from_(from_.size(), false),
          paired_to_(to_.size(), false)
    {
    }

    /// Pairs equal keys in order of appearance; an empty key matches nothing.
    template <typename KeyOf>
    void pair_by(KeyOf key_of, bool may_differ)
    {
        std::map<std::string, std::vector<std::size_t>> places;
        for (std::size_t j = to_.size(); j-- > 0;)
            if (!paired_to_[j])
                places[key_of(to_[j])].push_back(j);
        for (std::size_t i = 0; i < from_.size(); ++i) {
            const std::string key = paired_from_[i] ? std::string() : key_of(from_[i]);
            const auto it = places.find(key);
            if (key.empty() || it == places.end() || it->second.empty())
                continue;
            const std::size_t j = it->second.back();
            it->second.pop_back();
            paired_from_[i] = paired_to_[j] = true;
            links_.push_back({i, j, may_differ, may_differ ? difference_of(from_[i], to_[j]) : std::string()});
        }
    }

    [[nodiscard]] std::vector<CitationLink> links()
    {
        for (std::size_t i = 0; i < from_.size(); ++i)
            if (!paired_from_[i])
                links_.push_back({i, std::nullopt, false, {}});
        for (std::size_t j = 0; j < to_.size(); ++j)
            if (!paired_to_[j])
                links_.push_back({std::nullopt, j, false, {}});
        std::sort(links_.begin(), links_.end(), [](const CitationLink& a, const CitationLink& b) {
            return std::pair(a.from.value_or(SIZE_MAX), a.to.value_or(SIZE_MAX))
                   < std::pair(b.from.value_or(SIZE_MAX), b.to.value_or(SIZE_MAX));
        });
        return std::move(links_);
    }

private:
    std::vector<Folded> from_;
    std::vector<Folded> to_;
    std::vector<bool> paired_from_;
    std::vector<bool> paired_to_;
    std::vector<CitationLink> links_;
};

} // namespace

std::vector<CitationLink> pair_citations(const Reading& from, const Reading& to, CitationMatch match)
{
    CitationPairing pairing(from, to, match);
    pairing.pair_by([](const Folded& folded) { return folded.work + "\n" + folded.locator; }, false);
    pairing.pair_by([](const Folded& folded) { return folded.work; }, true);
    // A work that only one side's library entry resolves, and a year that was edited.
    if (match == CitationMatch::across_languages)
        pairing.pair_by([](const Folded& folded) { return folded.issued; }, true);
    else
        pairing.pair_by([](const Folded& folded) { return folded.author; }, true);
    return pairing.links();
}

} // namespace verbatim::pair
