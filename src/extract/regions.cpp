// SPDX-License-Identifier: Apache-2.0
#include "extract/regions.hpp"

#include "extract/antecedents.hpp"
#include "extract/lead.hpp"

#include <algorithm>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace verbatim::extract {
namespace {

constexpr std::size_t regions_of_a_task = 16; // regions

template <typename Work>
void for_each_region(std::vector<Region>& regions, const Work& work)
{
    const auto do_range = [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i)
            work(regions[i]);
    };
    const tbb::blocked_range<std::size_t> all(0, regions.size(), regions_of_a_task);
    // Isolated: a thread that waits here must not begin other work, which might wait for this very reading.
    if (all.is_divisible())
        tbb::this_task_arena::isolate([&] { tbb::parallel_for(all, do_range); });
    else // no thread has to be started for one task
        do_range(all);
}

} // namespace

RegionReader::RegionReader(const Document& document, const syntax::Lexicon& lexicon, const std::vector<Span>& inner)
    : document_(document), lexicon_(lexicon)
{
    for (const Span words : inner)
        if (may_ask(document.slice(words), lexicon))
            inner_asks_ = std::min(inner_asks_, words.begin);
}

void RegionReader::read_blocks(std::vector<Region>& regions, std::size_t asks) const
{
    for_each_region(regions, [&](Region& region) { read_hosts(region); });
    if (lexicon_.frame() == "han")
        return; // there the whole sentence is read for a pronoun
    mark_asked(regions, std::min(asks, inner_asks_));
    for_each_region(regions, [&](Region& region) {
        for (Host& host : region.hosts)
            if (host.asked)
                read_subjects(host, lexicon_);
    });
}

void RegionReader::read_inner(Region& region) const
{
    read_hosts(region);
    for (Host& host : region.hosts) {
        host.asked = true;
        read_subjects(host, lexicon_);
    }
}

void RegionReader::read_hosts(Region& region) const
{
    std::size_t behind = region.span.begin;
    std::vector<Hosted> kept;
    for (Hosted& item : region.items) {
        item.span = with_marks(document_.plain, item.span, region.span);
        item.span.begin = std::max(item.span.begin, behind);
        if (item.span.empty() || item.span.end > region.span.end)
            continue;
        behind = item.span.end;
        kept.push_back(item);
    }
    region.hosts = hosts_of(document_, region.span, kept, lexicon_);
}

/// From the last sentence to the first: the nearest pronoun behind each that may ask.
void RegionReader::mark_asked(std::vector<Region>& regions, std::size_t asks) const
{
    for (auto region = regions.rbegin(); region != regions.rend(); ++region) {
        for (auto host = region->hosts.rbegin(); host != region->hosts.rend(); ++host) {
            if (this->asks(*host))
                asks = std::min(inner_asks_, host->plain.front());
            host->asked = asks < host->plain.back() + furthest_antecedent;
        }
        asks = std::min(asks, asks_in_lead(*region));
    }
}

/// A pronoun in the sentence of a quotation may be its source; where nothing else stands in it, one in a clause between
/// its words.
bool RegionReader::asks(const Host& host) const
{
    return !host.quotations.empty()
           && (may_ask(host.text, lexicon_)
               || (host.bare && std::any_of(host.quotations.begin(), host.quotations.end(), [&](const Hosted& hosted) {
                       return may_ask(document_.slice(hosted.span), lexicon_);
                   })));
}

/// Where the lead-in of the block before begins, if a pronoun in it may ask.
std::size_t RegionReader::asks_in_lead(const Region& region) const
{
    const auto lead = region.block == 0 ? std::nullopt : span_of_lead(document_, document_.blocks[region.block - 1]);
    return lead && may_ask(document_.slice(*lead), lexicon_) ? lead->begin : nowhere;
}

} // namespace verbatim::extract
