// SPDX-License-Identifier: Apache-2.0
#include "pair/speakers.hpp"

#include "pair/alignment.hpp"
#include "pair/attribution_changes.hpp"

#include <map>

namespace verbatim::pair {
namespace {

constexpr std::size_t votes_needed = 2;

using Votes = std::map<std::string, std::map<std::string, std::size_t>>;

std::string name_of(const Source& source) { return source.person.value_or(source.text); }

/// A name that the text itself gives, of one person or body.
const Source* named_speaker(const Quotation& quotation)
{
    const Attribution& attribution = quotation.attribution;
    if (attribution.evidence != AttributionEvidence::explicit_ || !attribution.source || attribution.source->is_document
        || attribution.source->coordinated)
        return nullptr;
    return &*attribution.source;
}

/// The one partner that has enough votes, if there is one alone.
const std::string* partner_of(const Votes& votes, const std::string& name)
{
    const auto it = votes.find(name);
    const std::string* partner = nullptr;
    if (it == votes.end())
        return nullptr;
    for (const auto& [other, count] : it->second) {
        if (count < votes_needed)
            continue;
        if (partner != nullptr)
            return nullptr;
        partner = &other;
    }
    return partner;
}

Source named(const std::string& name)
{
    Source source;
    source.text = name;
    return source;
}

} // namespace

std::vector<CrossedSpeakers> crossed_speakers(const DocumentResult& from, const DocumentResult& to,
                                              const std::vector<Link>& links, const library::Library* library)
{
    Votes there;
    Votes back;
    const auto speakers = [&](const Link& link) {
        return std::pair(link.from ? named_speaker(from.reading.quotations[*link.from]) : nullptr,
                         link.to ? named_speaker(to.reading.quotations[*link.to]) : nullptr);
    };
    for (const Link& link : links)
        if (const auto [a, b] = speakers(link); a != nullptr && b != nullptr) {
            ++there[name_of(*a)][name_of(*b)];
            ++back[name_of(*b)][name_of(*a)];
        }
    std::vector<CrossedSpeakers> crossed;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const auto [a, b] = speakers(links[i]);
        if (a == nullptr || b == nullptr || there[name_of(*a)][name_of(*b)] != 1)
            continue;
        const std::string* own = partner_of(there, name_of(*a));
        const std::string* others = partner_of(back, name_of(*b));
        if (own == nullptr || others == nullptr || same_speaker(named(*own), *b, library)
            || same_speaker(named(*others), *a, library))
            continue;
        crossed.push_back({i, "elsewhere \"" + name_of(*a) + "\" is \"" + *own + "\""});
    }
    return crossed;
}

} // namespace verbatim::pair
