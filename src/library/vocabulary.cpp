// SPDX-License-Identifier: Apache-2.0
#include "library/vocabulary.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace verbatim::library {

namespace {

std::uint64_t hash_of(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }

void append_utf8(std::string& out, char32_t c)
{
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

} // namespace

char32_t single_code_point(std::string_view folded)
{
    if (folded.empty() || folded.size() > 4 || text::code_point_size(folded, 0) != folded.size())
        return 0;
    return text::code_point_at(folded, 0);
}

WordId WordTable::intern(std::string_view word)
{
    if (slots_.size() < 2 * (ends_.size() + 1))
        grow();
    const std::uint64_t hash = hash_of(word);
    const std::size_t mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    std::size_t at = static_cast<std::size_t>(hash) & mask;
    for (; slots_[at].id != no_word; at = (at + 1) & mask)
        if (slots_[at].tag == tag && this->word(slots_[at].id) == word)
            return slots_[at].id;
    arena_.append(word);
    ends_.push_back(arena_.size());
    slots_[at] = {static_cast<WordId>(ends_.size()), tag};
    return slots_[at].id;
}

WordId WordTable::find(std::string_view word) const
{
    if (slots_.empty())
        return no_word;
    const std::uint64_t hash = hash_of(word);
    const std::size_t mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    for (std::size_t at = static_cast<std::size_t>(hash) & mask; slots_[at].id != no_word; at = (at + 1) & mask)
        if (slots_[at].tag == tag && this->word(slots_[at].id) == word)
            return slots_[at].id;
    return no_word;
}

std::string_view WordTable::word(WordId id) const
{
    const std::size_t begin = id == 1 ? 0 : ends_[id - 2];
    return std::string_view(arena_).substr(begin, ends_[id - 1] - begin);
}

void WordTable::grow()
{
    std::vector<Slot> old(std::max<std::size_t>(1024, slots_.size() * 2));
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.id == no_word)
            continue;
        std::size_t at = static_cast<std::size_t>(hash_of(word(slot.id))) & mask;
        while (slots_[at].id != no_word)
            at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

WordId Vocabulary::find(const text::Tokens& tokens, std::size_t token) const
{
    return find(tokens.search(token), tokens.list[token].kind);
}

WordId Vocabulary::find(std::string_view search_form, text::TokenKind kind) const
{
    if (!is_word(kind))
        return no_word;
    const char32_t code_point = kind == text::TokenKind::han ? single_code_point(search_form) : 0;
    if (code_point == 0)
        return table_.find(search_form);
    WordId id = han(code_point);
    if (occurrences(id) == 0) // not met while building, so not folded yet
        id = han_bit | single_code_point(text::simplified(search_form));
    return occurrences(id) == 0 ? no_word : id;
}

std::size_t Vocabulary::occurrences(WordId id) const
{
    const std::vector<std::uint32_t>& counts = is_han(id) ? han_counts_ : word_counts_;
    const std::size_t at = id & ~han_bit;
    return at < counts.size() ? counts[at] : 0;
}

void Vocabulary::learn_han(const std::vector<char32_t>& code_points)
{
    // One call for all: the transliterator costs more to start than to run. Line ends keep the characters apart.
    std::string all;
    for (const char32_t c : code_points) {
        append_utf8(all, c);
        all.push_back('\n');
    }
    const std::string folded = text::simplified(all);
    std::size_t at = 0;
    for (const char32_t c : code_points) {
        const std::size_t line_end = std::min(folded.find('\n', at), folded.size());
        const char32_t to = single_code_point(std::string_view(folded).substr(at, line_end - at));
        if (to != 0 && to != c)
            simplified_[c] = to;
        at = std::min(line_end + 1, folded.size());
    }
}

WordId Vocabulary::han(char32_t code_point) const
{
    const auto found = simplified_.find(code_point);
    return han_bit | static_cast<WordId>(found == simplified_.end() ? code_point : found->second);
}

void Vocabulary::count(std::span<const WordId> words)
{
    word_counts_.resize(table_.size() + 1);
    for (const WordId id : words) {
        if (id == no_word)
            continue;
        ++total_;
        if (!is_han(id)) {
            ++word_counts_[id];
            continue;
        }
        const std::size_t at = id & ~han_bit;
        if (at >= han_counts_.size())
            han_counts_.resize(std::max<std::size_t>(at + 1, 0x20000));
        ++han_counts_[at];
    }
}

} // namespace verbatim::library
