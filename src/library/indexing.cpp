// SPDX-License-Identifier: Apache-2.0
// From texts to the arrays of an index. Texts are read in chunks, so that one large text keeps all threads busy and
// tokens never lie in memory for more than a stretch of text at a time.
#include "library/index.hpp"
#include "library/parallel.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace verbatim::library {

namespace {

constexpr std::size_t chunk_bytes = std::size_t{1} << 20;
constexpr std::size_t stretch_bytes = std::size_t{1} << 16; ///< tokenised at once

/// A run of bytes of one text that one thread reads; ids are its own until they are joined.
struct Chunk {
    std::size_t text = 0;
    Span plain;
    WordTable words;
    std::vector<char32_t> han; ///< code points met, each once
    std::vector<WordId> ids;   ///< of its table for words, the unfolded code point for Han
    std::vector<std::uint32_t> offsets;
};

/// True where no token reaches over the line end before an offset: a word broken by a hyphen does, and dots may.
bool parts_tokens(std::string_view plain, std::size_t at)
{
    if (at < 2 || plain[at - 1] != '\n')
        return false;
    const char before = plain[at - 2];
    if (before == '\n')
        return true;
    const bool letter = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z');
    // Three bytes from U+3000 to U+9FFF: Chinese and Japanese, which break no words.
    const bool wide = at >= 4 && static_cast<unsigned char>(plain[at - 4]) >= 0xE3
                      && static_cast<unsigned char>(plain[at - 4]) <= 0xE9;
    return letter || before == ',' || before == '"' || wide;
}

/// The end of a stretch of about `size` bytes from `begin` that parts no token.
std::size_t stretch_end(std::string_view plain, std::size_t begin, std::size_t size)
{
    for (std::size_t at = begin + size; at < plain.size(); ++at) {
        at = plain.find('\n', at);
        if (at == std::string_view::npos)
            break;
        if (parts_tokens(plain, at + 1))
            return at + 1;
    }
    return plain.size();
}

class ChunkReader {
public:
    ChunkReader(Chunk& chunk, std::string_view plain) : chunk_(chunk), plain_(plain)
    {
        chunk_.ids.reserve(chunk_.plain.size() / 5);
        chunk_.offsets.reserve(chunk_.plain.size() / 5);
    }
    void run()
    {
        for (std::size_t at = chunk_.plain.begin; at < chunk_.plain.end;) {
            const std::size_t end = std::min(stretch_end(plain_, at, stretch_bytes), chunk_.plain.end);
            read(at, text::tokenise(plain_.substr(at, end - at)));
            at = end;
        }
    }

private:
    void read(std::size_t base, const text::Tokens& tokens)
    {
        for (std::size_t i = 0; i < tokens.list.size(); ++i) {
            const text::Token& token = tokens.list[i];
            if (!is_word(token.kind))
                continue;
            const std::string_view form = tokens.search(i);
            const char32_t code_point = token.kind == text::TokenKind::han ? single_code_point(form) : 0;
            chunk_.offsets.push_back(static_cast<std::uint32_t>(base + token.span.begin));
            chunk_.ids.push_back(code_point == 0 ? chunk_.words.intern(form) : han(code_point));
        }
    }
    WordId han(char32_t code_point)
    {
        if (seen_.empty())
            seen_.resize(0x11'0000);
        if (!seen_[code_point]) {
            seen_[code_point] = true;
            chunk_.han.push_back(code_point);
        }
        return han_bit | static_cast<WordId>(code_point);
    }

    Chunk& chunk_;
    std::string_view plain_;
    std::vector<bool> seen_;
};

std::vector<Chunk> chunks_of(std::size_t text, std::string_view plain)
{
    if (plain.size() > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("a text of more than 4 GiB must be split");
    std::vector<Chunk> chunks;
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t end = stretch_end(plain, at, chunk_bytes);
        chunks.push_back({text, {at, end}, {}, {}, {}, {}});
        at = end;
    }
    return chunks;
}

/// One vocabulary for all chunks, joined in the order of the texts, so that ids do not depend on the number of threads.
struct Joined {
    WordTable table;
    std::vector<std::vector<WordId>> ids; ///< of each chunk: its own id → the joined one
    tsl::robin_map<char32_t, char32_t> simplified;
};

Joined join(const std::vector<Chunk>& chunks)
{
    Joined joined;
    joined.ids.resize(chunks.size());
    std::vector<char32_t> han;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        joined.ids[i].resize(chunks[i].words.size() + 1);
        for (WordId id = 1; id <= chunks[i].words.size(); ++id)
            joined.ids[i][id] = joined.table.intern(chunks[i].words.word(id));
        han.insert(han.end(), chunks[i].han.begin(), chunks[i].han.end());
    }
    std::sort(han.begin(), han.end());
    han.erase(std::unique(han.begin(), han.end()), han.end());
    joined.simplified = simplified_forms(han);
    return joined;
}

/// Where each text lies among the words of all.
struct Layout {
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> sizes;
    std::vector<std::uint32_t> text_of_block;
    std::vector<std::size_t> begin_of_chunk;
};

Layout layout_of(std::size_t texts, const std::vector<Chunk>& chunks)
{
    Layout layout;
    layout.sizes.resize(texts);
    for (const Chunk& chunk : chunks)
        layout.sizes[chunk.text] += static_cast<std::uint32_t>(chunk.ids.size());
    std::size_t end = 0;
    for (std::size_t text = 0; text < texts; ++text) {
        if (end > std::numeric_limits<std::uint32_t>::max())
            break;
        layout.begins.push_back(static_cast<std::uint32_t>(end));
        // Always some padding, so that no shingle crosses from one text to the next.
        end += (layout.sizes[text] / Index::block + 1) * Index::block;
        layout.text_of_block.resize(end / Index::block, static_cast<std::uint32_t>(text));
    }
    if (end > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("a library of more than 4,294,967,295 words must be split");
    std::vector<std::size_t> next(layout.begins.begin(), layout.begins.end());
    for (const Chunk& chunk : chunks) {
        layout.begin_of_chunk.push_back(next[chunk.text]);
        next[chunk.text] += chunk.ids.size();
    }
    return layout;
}

} // namespace

IndexArrays read_texts(std::size_t texts, const PlainText& plain, std::size_t jobs)
{
    std::vector<std::string_view> all(texts);
    in_parallel(texts, jobs, [&](std::size_t text) { all[text] = plain(text); });
    std::vector<Chunk> chunks;
    for (std::size_t text = 0; text < texts; ++text)
        for (Chunk& chunk : chunks_of(text, all[text]))
            chunks.push_back(std::move(chunk));
    in_parallel(chunks.size(), jobs, [&](std::size_t i) { ChunkReader(chunks[i], all[chunks[i].text]).run(); });

    Joined joined = join(chunks);
    Layout layout = layout_of(texts, chunks);
    const std::size_t size = layout.text_of_block.size() * Index::block;
    std::vector<WordId> words(size, no_word);
    std::vector<std::uint32_t> offsets(size, 0);
    in_parallel(chunks.size(), jobs, [&](std::size_t i) {
        Chunk& chunk = chunks[i];
        const std::size_t begin = layout.begin_of_chunk[i];
        for (std::size_t k = 0; k < chunk.ids.size(); ++k) {
            const WordId id = chunk.ids[k];
            words[begin + k] = is_han(id) ? han_word(joined.simplified, id & ~han_bit) : joined.ids[i][id];
            offsets[begin + k] = chunk.offsets[k];
        }
        chunk = {};
    });
    IndexArrays arrays;
    arrays.vocabulary = Vocabulary(std::move(joined.table), std::move(joined.simplified), words);
    arrays.long_shingles = ShingleTable(words, long_shingle, jobs);
    arrays.short_shingles = ShingleTable(words, short_shingle, jobs);
    arrays.begins = std::move(layout.begins);
    arrays.sizes = std::move(layout.sizes);
    arrays.text_of_block = std::move(layout.text_of_block);
    arrays.words = std::move(words);
    arrays.offsets = std::move(offsets);
    return arrays;
}

} // namespace verbatim::library
