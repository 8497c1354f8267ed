// SPDX-License-Identifier: Apache-2.0
#include "library/vocabulary.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

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
    letters_.insert(letters_.end(), word.begin(), word.end());
    if (letters_.size() > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("the different words of a library are longer than 4 GiB: it must be split");
    ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
    slots_[at] = {static_cast<WordId>(ends_.size()), tag};
    return slots_[at].id;
}

std::string_view WordTable::word(WordId id) const
{
    const std::size_t begin = id == 1 ? 0 : ends_[id - 2];
    return {letters_.data() + begin, ends_[id - 1] - begin};
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

Vocabulary::Vocabulary(VocabularyArrays arrays) : arrays_(std::move(arrays))
{
    for (const std::span<const std::uint32_t> counts : {arrays_.word_counts.all(), arrays_.han_counts.all()})
        for (const std::uint32_t count : counts)
            total_ += count;
    const std::span<const char32_t> pairs = arrays_.simplified.all();
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
        simplified_[pairs[i]] = pairs[i + 1];
}

Vocabulary::Vocabulary(WordTable table, tsl::robin_map<char32_t, char32_t> simplified, std::span<const WordId> words)
    : simplified_(std::move(simplified))
{
    std::vector<std::uint32_t> word_counts(table.size() + 1);
    std::vector<std::uint32_t> han_counts;
    for (const WordId id : words) {
        if (id == no_word)
            continue;
        ++total_;
        if (!is_han(id)) {
            ++word_counts[id];
            continue;
        }
        const std::size_t at = id & ~han_bit;
        if (at >= han_counts.size())
            han_counts.resize(std::max<std::size_t>(at + 1, 0x20000));
        ++han_counts[at];
    }
    std::vector<std::pair<char32_t, char32_t>> pairs(simplified_.begin(), simplified_.end());
    std::sort(pairs.begin(), pairs.end());
    std::vector<char32_t> flat;
    for (const auto& [from, to] : pairs)
        flat.insert(flat.end(), {from, to});
    WordTable::Parts parts = std::move(table).parts();
    arrays_.letters = std::move(parts.letters);
    arrays_.ends = std::move(parts.ends);
    arrays_.slots = std::move(parts.slots);
    arrays_.word_counts = std::move(word_counts);
    arrays_.han_counts = std::move(han_counts);
    arrays_.simplified = std::move(flat);
}

Vocabulary Vocabulary::view() const
{
    VocabularyArrays same;
    same.letters = arrays_.letters.view();
    same.ends = arrays_.ends.view();
    same.slots = arrays_.slots.view();
    same.word_counts = arrays_.word_counts.view();
    same.han_counts = arrays_.han_counts.view();
    same.simplified = arrays_.simplified.view();
    return Vocabulary(std::move(same));
}

bool Vocabulary::is_spelled(WordId id, std::string_view word) const
{
    const FlatArray<std::uint32_t>& ends = arrays_.ends;
    if (id == no_word || id > ends.size())
        return false;
    const std::size_t begin = id == 1 ? 0 : ends[id - 2];
    const std::size_t end = ends[id - 1];
    if (begin > end || end > arrays_.letters.size())
        return false;
    const std::span<const char> letters = arrays_.letters.part(begin, end);
    return std::string_view(letters.data(), letters.size()) == word;
}

WordId Vocabulary::find_word(std::string_view word) const
{
    const FlatArray<WordTable::Slot>& slots = arrays_.slots;
    if (slots.size() == 0)
        return no_word;
    const std::uint64_t hash = hash_of(word);
    const std::size_t mask = slots.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    std::size_t at = static_cast<std::size_t>(hash) & mask;
    // A table of ours has room; one whose file was made to harm may have none.
    for (std::size_t tried = 0; tried < slots.size() && slots[at].id != no_word; ++tried, at = (at + 1) & mask)
        if (slots[at].tag == tag && is_spelled(slots[at].id, word))
            return slots[at].id;
    return no_word;
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
        return find_word(search_form);
    WordId id = han_word(simplified_, code_point);
    if (occurrences(id) == 0) // not met while building, so not folded yet
        id = han_bit | single_code_point(text::simplified(search_form));
    return occurrences(id) == 0 ? no_word : id;
}

std::size_t Vocabulary::occurrences(WordId id) const
{
    const FlatArray<std::uint32_t>& counts = is_han(id) ? arrays_.han_counts : arrays_.word_counts;
    const std::size_t at = id & ~han_bit;
    return at < counts.size() ? counts[at] : 0;
}

tsl::robin_map<char32_t, char32_t> simplified_forms(const std::vector<char32_t>& code_points)
{
    // One call for all: the transliterator costs more to start than to run. Line ends keep the characters apart.
    std::string all;
    for (const char32_t c : code_points) {
        append_utf8(all, c);
        all.push_back('\n');
    }
    const std::string folded = text::simplified(all);
    tsl::robin_map<char32_t, char32_t> forms;
    std::size_t at = 0;
    for (const char32_t c : code_points) {
        const std::size_t line_end = std::min(folded.find('\n', at), folded.size());
        const char32_t to = single_code_point(std::string_view(folded).substr(at, line_end - at));
        if (to != 0 && to != c)
            forms[c] = to;
        at = std::min(line_end + 1, folded.size());
    }
    return forms;
}

} // namespace verbatim::library
