// SPDX-License-Identifier: Apache-2.0
// Where a library's index comes from: a saved one that fits, or the texts; and how it is saved.
#include "library/index.hpp"
#include "library/parallel.hpp"
#include "library/state.hpp"

#include <algorithm>
#include <filesystem>

namespace verbatim::library {

namespace {

namespace fs = std::filesystem;

/// From so many bytes of text on, reading them anew takes longer than a person likes to wait; the index of smaller
/// libraries is not worth a file in the user's cache.
constexpr std::uint64_t worth_saving = 16'000'000;

/// The readable versions in the order of the index.
struct Readable {
    std::vector<IndexedText> texts;
    std::vector<const Held*> held; ///< parallel to texts
    std::uint64_t bytes = 0;
};

Readable readable_of(const Library::State& state)
{
    Readable all;
    for (std::size_t work = 0; work < state.held.size(); ++work)
        for (std::size_t version = 0; version < state.held[work].size(); ++version) {
            const std::string& language = state.works[work].versions[version].language;
            const Held& held = *state.held[work][version];
            if (!held.readable)
                continue;
            all.texts.push_back({work, version, language});
            all.held.push_back(&held);
            all.bytes += held.origin.stamp.size;
        }
    return all;
}

/// The texts are exactly those of the saved index, in its order.
bool fits(const SavedIndex& saved, const Readable& readable)
{
    if (!saved.usable() || saved.texts().size() != readable.held.size())
        return false;
    for (std::size_t i = 0; i < readable.held.size(); ++i)
        if (readable.held[i]->saved != i)
            return false;
    return true;
}

std::optional<Problem> save(const Library::State& state, const std::string& file)
{
    const Readable readable = readable_of(state);
    std::vector<SavedText> texts;
    for (const Held* held : readable.held)
        texts.push_back(held->origin);
    const DocumentBytes bytes = [&](std::size_t i) {
        return document_as_read(state, readable.texts[i].work, readable.texts[i].version);
    };
    return save_index(file, std::move(texts), bytes, state.index->arrays());
}

Problem not_used(const SavedIndex& saved, const std::string& why)
{
    return {saved.file(),
            0,
            0,
            Severity::warning,
            "the saved index was not used: " + why,
            "run: verbatim library index --index " + saved.file() + " with the same library",
            false};
}

} // namespace

std::string document_as_read(const Library::State& state, std::size_t work, std::size_t version)
{
    const Document& document = state.text(work, version)->document;
    const std::size_t first_page = state.works[work].versions[version].first_page;
    if (first_page < 2)
        return encoded(document);
    Document as_read = document; // the catalogue may say another first page next time
    shift_pages(as_read, 1 - static_cast<std::ptrdiff_t>(first_page));
    return encoded(as_read);
}

Holdings holdings_of(const Library::State& state, std::uint32_t shards)
{
    std::vector<Holdings::Text> texts;
    std::vector<std::string> unreadable;
    for (std::size_t work = 0; work < state.held.size(); ++work)
        for (std::size_t version = 0; version < state.held[work].size(); ++version) {
            const std::string& language = state.works[work].versions[version].language;
            if (state.held[work][version]->readable)
                texts.push_back({{work, version}, language, std::max(1U, state.held[work][version]->shard)});
            else
                unreadable.push_back(language);
        }
    return {std::move(texts), unreadable, shards};
}

void open_saved_index(Library::State& state, const Request& request)
{
    if (request.index.empty())
        return;
    const std::string file = request.index == "auto" ? cached_index_file(request.paths) : request.index;
    if (file.empty())
        return;
    state.saved = request.index_is_damaged ? SavedIndex::damaged(file) : SavedIndex::open(file);
    // The one in the cache is made anew without a word; whoever names a file relies on it.
    if (request.index != "auto" && !state.saved.usable())
        state.problems.push_back(not_used(state.saved, std::string(to_string(state.saved.fault()))));
}

void make_index(Library::State& state, const Request& request)
{
    Readable readable = readable_of(state);
    state.holdings = holdings_of(state, 1);
    state.open_shards = {1};
    if (fits(state.saved, readable))
        if (std::optional<IndexArrays> arrays = state.saved.arrays()) {
            state.index = std::make_unique<Index>(std::move(readable.texts), std::move(*arrays));
            state.index_is_saved = true;
            state.indexes = {state.index.get()};
            return;
        }
    if (state.saved.usable() && request.index != "auto")
        state.problems.push_back(not_used(state.saved, "the texts are no longer those that were indexed"));
    const PlainText plain = [&](std::size_t i) {
        return std::string_view(state.text(readable.texts[i].work, readable.texts[i].version)->document.plain);
    };
    const std::size_t jobs = jobs_worth_their_start(readable.bytes, request.jobs);
    IndexArrays arrays = read_texts(readable.texts.size(), plain, jobs);
    state.index = std::make_unique<Index>(std::move(readable.texts), std::move(arrays));
    state.indexes = {state.index.get()};
    const std::string file = request.index == "auto" ? cached_index_file(request.paths) : std::string();
    if (!file.empty() && readable.bytes >= worth_saving)
        static_cast<void>(save(state, file)); // without a cache the next run takes as long as this one
}

std::optional<Problem> Library::save_index(const std::string& file) const
{
    if (state_->index)
        return save(*state_, file);
    return Problem{file, 0, 0, Severity::error, "a library in parts is saved already",
                   "index the texts themselves: verbatim library index LIBRARY", true};
}

std::string Library::saved_index() const { return state_->index_is_saved ? state_->saved.file() : std::string(); }

std::size_t Library::words() const { return state_->vocabulary().total(); }

} // namespace verbatim::library
