// SPDX-License-Identifier: Apache-2.0
#include "unmarked.hpp"

#include "align/align.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

namespace verbatim {
namespace {

constexpr std::size_t least_words = 12;
constexpr int most_copies = 8;
constexpr std::size_t least_bytes = 2 * least_words; ///< a shorter stretch cannot hold as many words

bool is_running(const Block& block)
{
    return block.kind != BlockKind::code && block.kind != BlockKind::quote && block.kind != BlockKind::heading;
}

/// What is quoted, or is the entry of a list of references, by begin.
std::vector<Span> taken_spans(const Reading& reading)
{
    std::vector<Span> taken;
    for (const Quotation& quotation : reading.quotations)
        taken.push_back(quotation.hull());
    for (const Citation& entry : reading.entries)
        taken.push_back(entry.span);
    std::sort(taken.begin(), taken.end(), [](Span a, Span b) { return a.begin < b.begin; });
    return taken;
}

/// The running text, block by block, without what is taken.
std::vector<Span> stretches_of(const Document& document, const Reading& reading)
{
    const std::vector<Span> taken = taken_spans(reading);
    std::vector<Span> stretches;
    auto next = taken.begin();
    for (const Block& block : document.blocks) {
        std::size_t from = block.span.begin;
        const auto add = [&](std::size_t to) {
            if (is_running(block) && to > from && to - from >= least_bytes)
                stretches.push_back({from, to});
        };
        for (; next != taken.end() && next->begin < block.span.end; ++next) {
            add(next->begin);
            from = std::max(from, next->end);
        }
        add(block.span.end);
    }
    return stretches;
}

/// All versions of these works: a draft of a work does not quote the final text.
std::vector<library::VersionId> versions_of(const std::set<std::size_t>& works, const library::Library& library)
{
    std::vector<library::VersionId> versions;
    for (const std::size_t work : works)
        for (std::size_t version = 0; version < library.works()[work].versions.size(); ++version)
            versions.push_back({work, version});
    return versions;
}

/// Works of which a version is this file, or holds the same bytes.
std::set<std::size_t> own_works(const Document& document, const library::Library& library)
{
    std::set<std::size_t> own;
    for (const library::VersionId& version : library.versions_in_file(document.path))
        own.insert(version.work);
    const std::vector<Work>& works = library.works();
    for (std::size_t work = 0; work < works.size(); ++work)
        for (const Version& version : works[work].versions)
            if (!document.sha256.empty() && version.sha256 == document.sha256)
                own.insert(work);
    return own;
}

/// Works of which the document is another copy (most of it is most of a version): it does not quote those.
std::set<std::size_t> copied_works(const std::vector<UnmarkedRun>& runs, std::size_t running_bytes,
                                   const library::Library& library)
{
    std::map<std::size_t, std::pair<std::size_t, std::size_t>> shared; // work → bytes of the document, of the version
    std::map<std::size_t, std::size_t> longest;                        // work → bytes of its longest version met
    for (const UnmarkedRun& run : runs) {
        const std::size_t work = run.passage.work;
        shared[work].first += run.span.size();
        shared[work].second += run.passage.where.span.size();
        if (const library::VersionText* text = library.version_text(work, run.passage.version))
            longest[work] = std::max(longest[work], text->document.plain.size());
    }
    std::set<std::size_t> copied;
    for (const auto& [work, bytes] : shared)
        if (2 * bytes.first > running_bytes && 2 * bytes.second > longest[work])
            copied.insert(work);
    return copied;
}

std::vector<UnmarkedRun> runs_in(const Document& document, Span stretch, const library::Library& library,
                                 const std::vector<library::VersionId>& own)
{
    std::vector<UnmarkedRun> runs;
    for (const library::SharedRun& shared : library.shared_runs(document.slice(stretch), least_words, own)) {
        UnmarkedRun run;
        run.span = {stretch.begin + shared.span.begin, stretch.begin + shared.span.end};
        run.words = shared.words;
        run.rarity = shared.rarity;
        run.most_rarity = shared.most_rarity;
        run.works = shared.works;
        run.passage = align::passage_at(library, shared.where.work, shared.where.version, shared.source);
        runs.push_back(std::move(run));
    }
    return runs;
}

std::vector<UnmarkedRun> runs_in(const Document& document, const std::vector<Span>& stretches,
                                 const library::Library& library, const std::vector<library::VersionId>& own)
{
    constexpr std::size_t grain = 32; // stretches a task
    std::vector<std::vector<UnmarkedRun>> by_stretch(stretches.size());
    const auto look_through = [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i)
            by_stretch[i] = runs_in(document, stretches[i], library, own);
    };
    const tbb::blocked_range<std::size_t> all(0, stretches.size(), grain);
    if (all.is_divisible())
        tbb::parallel_for(all, look_through);
    else // no thread has to be started for one task
        look_through(all);
    std::vector<UnmarkedRun> runs;
    for (std::vector<UnmarkedRun>& found : by_stretch)
        std::move(found.begin(), found.end(), std::back_inserter(runs));
    return runs;
}

} // namespace

std::vector<UnmarkedRun> unmarked_runs(const Document& document, const Reading& reading,
                                       const library::Library& library)
{
    std::set<std::size_t> own = own_works(document, library);
    const std::vector<Span> stretches = stretches_of(document, reading);
    std::size_t running_bytes = 0;
    for (const Span stretch : stretches)
        running_bytes += stretch.size();
    // A work that was copied hides what the document has from others, so those are looked for without it. Where one
    // copy comes to light behind another, nothing is said.
    for (int round = 0; round < most_copies; ++round) {
        std::vector<UnmarkedRun> runs = runs_in(document, stretches, library, versions_of(own, library));
        std::set<std::size_t> copied = copied_works(runs, running_bytes, library);
        if (copied.empty())
            return runs;
        own.merge(copied);
    }
    return {};
}

} // namespace verbatim
