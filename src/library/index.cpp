// SPDX-License-Identifier: Apache-2.0
#include "library/index.hpp"

#include "library/parallel.hpp"
#include "library/state.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace verbatim::library {

namespace {

constexpr std::size_t chunk_words = 1U << 16;

/// A run of words of one text that one thread reads; ids are its own until they are joined.
struct Chunk {
    std::size_t first_token = 0;
    std::size_t last_token = 0;
    std::size_t text = 0;
    std::size_t begin = 0; ///< in words_
    std::size_t size = 0;
    WordTable words;
    std::vector<char32_t> han; ///< code points met, each once
};

/// Writes the chunk's own ids: of its table for words, the unfolded code point for Han.
void read_chunk(Chunk& chunk, const text::Tokens& tokens, std::span<WordId> words, std::span<std::uint32_t> places)
{
    std::vector<bool> seen;
    std::size_t at = 0;
    for (std::size_t i = chunk.first_token; i < chunk.last_token; ++i) {
        const text::Token& token = tokens.list[i];
        if (!is_word(token.kind))
            continue;
        const std::string_view form = tokens.search(i);
        const char32_t code_point = token.kind == text::TokenKind::han ? single_code_point(form) : 0;
        places[at] = static_cast<std::uint32_t>(i);
        if (code_point == 0) {
            words[at++] = chunk.words.intern(form);
            continue;
        }
        words[at++] = han_bit | static_cast<WordId>(code_point);
        if (seen.empty())
            seen.resize(0x11'0000);
        if (!seen[code_point]) {
            seen[code_point] = true;
            chunk.han.push_back(code_point);
        }
    }
}

} // namespace

Index::Index(std::vector<IndexedText> texts, std::size_t jobs, const std::vector<std::string>& unreadable)
    : texts_(std::move(texts))
{
    for (const IndexedText& text : texts_) {
        LanguageShare& languages = share(text.language);
        ++languages.read;
        language_of_.push_back(static_cast<std::size_t>(&languages - languages_.data()));
    }
    for (const std::string& language : unreadable)
        ++share(language).unreadable;
    lay_out();
    read_words(jobs);
    vocabulary_.count(words_);
    long_.build(words_, long_shingle, jobs);
    short_.build(words_, short_shingle, jobs);
}

LanguageShare& Index::share(const std::string& language)
{
    const auto found = std::find_if(languages_.begin(), languages_.end(),
                                    [&](const LanguageShare& one) { return one.language == language; });
    if (found != languages_.end())
        return *found;
    return languages_.emplace_back(LanguageShare{language, 0, 0});
}

void Index::lay_out()
{
    std::size_t end = 0;
    for (const IndexedText& text : texts_) {
        const auto& list = text.tokens->list;
        const auto size = static_cast<std::size_t>(
            std::count_if(list.begin(), list.end(), [](const text::Token& token) { return is_word(token.kind); }));
        begins_.push_back(end);
        sizes_.push_back(size);
        // Always some padding, so that no shingle crosses from one text to the next.
        end += (size / block + 1) * block;
        text_of_block_.resize(end / block, static_cast<std::uint32_t>(begins_.size() - 1));
    }
    if (end > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("a library of more than 4,294,967,295 words must be split");
    words_.assign(end, no_word);
    tokens_.assign(end, 0);
}

void Index::read_words(std::size_t jobs)
{
    std::vector<Chunk> chunks;
    for (std::size_t text = 0; text < texts_.size(); ++text) {
        const auto& list = texts_[text].tokens->list;
        std::size_t begin = begins_[text];
        for (std::size_t i = 0; i < list.size();) {
            Chunk chunk{i, i, text, begin, 0, {}, {}};
            for (; chunk.last_token < list.size() && chunk.size < chunk_words; ++chunk.last_token)
                chunk.size += is_word(list[chunk.last_token].kind) ? 1 : 0;
            i = chunk.last_token;
            begin += chunk.size;
            chunks.push_back(std::move(chunk));
        }
    }
    in_parallel(chunks.size(), jobs, [&](std::size_t i) {
        Chunk& chunk = chunks[i];
        read_chunk(chunk, *texts_[chunk.text].tokens, std::span(words_).subspan(chunk.begin, chunk.size),
                   std::span(tokens_).subspan(chunk.begin, chunk.size));
    });

    // Joined in the order of the texts, so that ids do not depend on the number of threads.
    std::vector<std::vector<WordId>> joined(chunks.size());
    std::vector<char32_t> han;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        joined[i].resize(chunks[i].words.size() + 1);
        for (WordId id = 1; id <= chunks[i].words.size(); ++id)
            joined[i][id] = vocabulary_.intern(chunks[i].words.word(id));
        han.insert(han.end(), chunks[i].han.begin(), chunks[i].han.end());
    }
    std::sort(han.begin(), han.end());
    han.erase(std::unique(han.begin(), han.end()), han.end());
    vocabulary_.learn_han(han);
    in_parallel(chunks.size(), jobs, [&](std::size_t i) {
        for (WordId& id : std::span(words_).subspan(chunks[i].begin, chunks[i].size))
            id = is_han(id) ? vocabulary_.han(id & ~han_bit) : joined[i][id];
    });
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

std::unique_ptr<Index> build_index(const Library::State& state, std::size_t jobs)
{
    std::vector<IndexedText> texts;
    std::vector<std::string> unreadable;
    for (std::size_t work = 0; work < state.held.size(); ++work)
        for (std::size_t version = 0; version < state.held[work].size(); ++version)
            if (const VersionText* text = state.text(work, version))
                texts.push_back({work, version, state.works[work].versions[version].language, &text->tokens});
            else
                unreadable.push_back(state.works[work].versions[version].language);
    return std::make_unique<Index>(std::move(texts), jobs, unreadable);
}

} // namespace verbatim::library
