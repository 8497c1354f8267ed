// SPDX-License-Identifier: Apache-2.0
// The texts that a library holds: in memory, or in a saved index until somebody asks for them; whole, or in stretches.
#include "library/index.hpp"
#include "library/state.hpp"
#include "read/read.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace verbatim::library {

namespace {

/// From the saved index; where its bytes are damaged, from the file, if that still is the text that was indexed.
Document saved_document(const Library::State& state, const Held& held)
{
    const SavedIndex& saved = held.shard == 0 ? state.saved : state.shards[held.shard - 1]->saved;
    if (std::optional<Document> document = saved.document(*held.saved))
        return std::move(*document);
    const Outcome<read::File> file = read::load(held.origin.file);
    if (file.ok()) {
        Outcome<Document> document = read::read(file.value());
        if (document.ok() && document.value().sha256 == held.origin.facts.sha256)
            return std::move(document.value());
    }
    throw std::runtime_error("the saved index " + saved.file() + " is damaged; run: verbatim library index");
}

/// Back to the first byte of a code point.
std::size_t code_point_start(std::string_view text, std::size_t at)
{
    at = std::min(at, text.size());
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
        --at;
    return at;
}

/// Tokens of text[begin, stop) that begin before `end`; `begin` is the beginning of a token or of the text.
text::Tokens tokens_between(std::string_view text, std::size_t begin, std::size_t end, std::size_t stop)
{
    text::Tokens tokens = text::tokenise(text.substr(begin, stop - begin));
    for (text::Token& token : tokens.list) {
        token.span.begin += begin;
        token.span.end += begin;
    }
    while (!tokens.list.empty() && tokens.list.back().span.begin >= end)
        tokens.list.pop_back();
    if (!tokens.list.empty() && begin > 0 && tokens.list.front().span.begin == begin)
        tokens.list.front().space_before = text::is_space(text::code_point_before(text, begin));
    return tokens;
}

bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2500 || c == 0x2212; }

bool opens_with_dash(std::string_view words) { return !words.empty() && is_dash(text::code_point_at(words, 0)); }

constexpr text::ByteSet sure_marks("\"`:~");
/// Bytes with which a mark may begin: those that are marks at some places only, and all beyond ASCII.
constexpr text::ByteSet maybe_marks = [] {
    std::array<char, 2 + 0x80> bytes{'\'', '-'};
    for (std::size_t i = 0; i < 0x80; ++i)
        bytes[2 + i] = static_cast<char>(static_cast<unsigned char>(0x80 + i));
    return text::ByteSet({bytes.data(), bytes.size()});
}();

/// Apostrophes inside words are no marks, so they are part of a word's token; hyphens likewise.
bool holds_quoting_mark(std::string_view words)
{
    if (sure_marks.find_in(words) != std::string_view::npos)
        return true;
    for (std::size_t at = maybe_marks.find_in(words); at < words.size();
         at = maybe_marks.find_in(words, at + text::code_point_size(words, at))) {
        const char32_t c = text::code_point_at(words, at);
        const bool inner = at > 0 && text::is_letter(text::code_point_before(words, at))
                           && text::is_letter(text::code_point_at(words, at + text::code_point_size(words, at)));
        const bool mark = c == U'\'' || is_dash(c) || c == U'«' || c == U'»' || (c >= 0x2018 && c <= 0x201F)
                          || c == 0x2039 || c == 0x203A || (c >= 0x3008 && c <= 0x301F) || (c >= 0xFE41 && c <= 0xFE44)
                          || c == 0xFF02 || c == 0xFF07 || c == 0xFF1A || c == 0xFF62 || c == 0xFF63;
        if (mark && !inner)
            return true;
    }
    return false;
}

} // namespace

const VersionText* Library::State::text(std::size_t work, std::size_t version) const
{
    if (work >= held.size() || version >= held[work].size() || !held[work][version]->readable)
        return nullptr;
    const Held& one = *held[work][version];
    if (one.shard != 0 && !shards[one.shard - 1])
        return nullptr;
    std::call_once(one.loaded, [&] {
        if (!one.text)
            one.text = std::make_unique<VersionText>(VersionText{saved_document(*this, one)});
        const Version& described = works[work].versions[version];
        Document& document = one.text->document;
        document.path = described.path;
        document.language = described.language;
        if (described.first_page > 1)
            shift_pages(document, static_cast<std::ptrdiff_t>(described.first_page) - 1);
    });
    return one.text.get();
}

const Index* Library::State::index_of(std::size_t work, std::size_t version) const
{
    const std::uint32_t shard = held[work][version]->shard;
    if (shard == 0)
        return index.get();
    return shards[shard - 1] ? shards[shard - 1]->index.get() : nullptr;
}

void shift_pages(Document& document, std::ptrdiff_t by)
{
    for (LocatorMark& mark : document.locators) {
        if (mark.kind != "page" || !(mark.span.empty() || document.slice(mark.span) == "\f"))
            continue;
        std::ptrdiff_t page = 0;
        const char* end = mark.label.data() + mark.label.size();
        if (std::from_chars(mark.label.data(), end, page).ptr == end) // else a damaged file
            mark.label = std::to_string(page + by);
    }
}

const VersionText* Library::version_text(std::size_t work, std::size_t version) const
{
    return state_->text(work, version);
}

TokenWindow Library::tokens_around(std::size_t work, std::size_t version, Span plain, std::size_t room) const
{
    TokenWindow window;
    const VersionText* version_text = state_->text(work, version);
    if (version_text == nullptr)
        return window;
    const Index& index = *state_->index_of(work, version);
    const std::optional<std::size_t> text = index.text_of(work, version);
    if (!text)
        return window;
    const std::string_view all = version_text->document.plain;
    const std::size_t size = index.size(*text);
    const auto offset = [&](std::size_t word) {
        return word < size ? code_point_start(all, index.offset(*text, word)) : all.size();
    };
    // A word may begin before the first byte; some words behind the last token are read, since they decide where it
    // ends.
    constexpr std::size_t beyond = 4;
    const std::size_t first = index.word_from(*text, plain.begin);
    const std::size_t last = index.word_from(*text, plain.end);
    const std::size_t begin = first > room + 1 ? offset(first - room - 1) : 0;
    const std::size_t end = std::max(begin, offset(last + room));
    window.tokens = tokens_between(all, begin, end, std::max(end, offset(last + room + beyond)));
    const auto& list = window.tokens.list;
    const auto index_of = [&](auto at) { return static_cast<std::size_t>(at - list.begin()); };
    window.asked.begin = index_of(std::partition_point(
        list.begin(), list.end(), [&](const text::Token& token) { return token.span.end <= plain.begin; }));
    window.asked.end = std::max(window.asked.begin,
                                index_of(std::partition_point(list.begin(), list.end(), [&](const text::Token& token) {
                                    return token.span.begin < plain.end;
                                })));
    return window;
}

bool Library::may_be_quoted(std::size_t work, std::size_t version, Span plain) const
{
    const VersionText* text = state_->text(work, version);
    if (text == nullptr)
        return false;
    const std::vector<Block>& blocks = text->document.blocks;
    const auto first = std::partition_point(blocks.begin(), blocks.end(),
                                            [&](const Block& block) { return block.span.end <= plain.begin; });
    for (auto block = first; block != blocks.end(); ++block) {
        const std::string_view words = text->document.slice(block->span);
        if (block->span.begin >= plain.end) // a signature makes an epigraph of the block before it
            return opens_with_dash(words);
        if ((block->kind != BlockKind::paragraph && block->kind != BlockKind::heading) || holds_quoting_mark(words))
            return true;
    }
    return false;
}

std::vector<Span> Library::places_of(std::string_view words, std::size_t work, std::size_t version,
                                     std::size_t limit) const
{
    std::vector<Span> places;
    if (state_->text(work, version) == nullptr)
        return places;
    const Index& index = *state_->index_of(work, version);
    const std::optional<std::size_t> text = index.text_of(work, version);
    std::vector<WordId> wanted;
    const text::Tokens tokens = text::tokenise(words);
    for (std::size_t i = 0; i < tokens.list.size(); ++i)
        if (is_word(tokens.list[i].kind))
            wanted.push_back(index.vocabulary().find(tokens, i));
    if (!text || wanted.empty() || std::find(wanted.begin(), wanted.end(), no_word) != wanted.end())
        return places;
    const std::span<const WordId> all = index.words(*text);
    for (auto at = std::search(all.begin(), all.end(), wanted.begin(), wanted.end());
         at != all.end() && places.size() < limit; at = std::search(at + 1, all.end(), wanted.begin(), wanted.end())) {
        const auto first = static_cast<std::size_t>(at - all.begin());
        places.push_back(index.plain_span(*text, first, first + wanted.size()));
    }
    return places;
}

} // namespace verbatim::library
