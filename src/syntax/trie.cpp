// SPDX-License-Identifier: Apache-2.0
#include "syntax/trie.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::syntax {
namespace {

constexpr char32_t ascii_end = 0x80;
constexpr std::size_t longest_key = 200; // bytes of a word or phrase; longer ones are in no lexicon

struct Decoded {
    char32_t c = 0;
    std::size_t size = 1; ///< bytes
};

/// Lenient UTF-8: a broken sequence is one byte of its own, in no entry.
Decoded decode(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    if (size == 1 || at + size > text.size())
        return {0xfffd, 1};
    char32_t c = lead & (0x7f >> size);
    for (std::size_t i = 1; i < size; ++i)
        c = c << 6 | (byte(at + i) & 0x3f);
    return {c, size};
}

/// The fold of the bytes of ASCII, for those walks that begin at every word of a text.
constexpr auto ascii_folded = [] {
    std::array<char32_t, ascii_end> table{};
    for (char32_t c = 0; c < ascii_end; ++c)
        table[c] = c >= 'A' && c <= 'Z' ? c + 32 : c == '\t' || c == '\n' || c == '\r' ? U' ' : c;
    return table;
}();

/// Simple case folding of the scripts that lexicons are written in; a typographic apostrophe equals a straight one.
char32_t folded(char32_t c)
{
    if (c < ascii_end)
        return ascii_folded[c];
    if ((c >= 0xc0 && c <= 0xde && c != 0xd7) || (c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f))
        return c + 32;
    if (c >= 0x400 && c <= 0x40f)
        return c + 80;
    if ((c >= 0x100 && c <= 0x137) || (c >= 0x14a && c <= 0x177))
        return c | 1;
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e))
        return c % 2 != 0 ? c + 1 : c;
    if (c == 0xa0 || c == 0x3000)
        return U' ';
    return c == 0x2019 || c == 0x2bc ? U'\'' : c;
}

std::string utf8(const std::u32string& key)
{
    std::string out;
    for (const char32_t c : key) {
        const auto put = [&](char32_t value) { out.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xc0 | c >> 6);
            put(0x80 | (c & 0x3f));
        } else if (c < 0x10000) {
            put(0xe0 | c >> 12);
            put(0x80 | (c >> 6 & 0x3f));
            put(0x80 | (c & 0x3f));
        } else {
            put(0xf0 | c >> 18);
            put(0x80 | (c >> 12 & 0x3f));
            put(0x80 | (c >> 6 & 0x3f));
            put(0x80 | (c & 0x3f));
        }
    }
    return out;
}

bool joins_words(char32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return text::is_letter(c) || text::is_digit(c);
}

/// A word ends where no letter follows, nor a hyphen with a letter behind it; Han words end anywhere.
bool word_ends(std::string_view text, std::size_t at, char32_t last)
{
    if (at >= text.size() || !joins_words(last) || text::is_han_or_kana(last))
        return true;
    const Decoded next = decode(text, at);
    if (next.c == U'-' && at + 1 < text.size())
        return !joins_words(decode(text, at + 1).c);
    return !joins_words(next.c) || text::is_han_or_kana(next.c);
}

/// More entries inside one another than any lexicon has: the shortest are kept, the last gives way.
void add(Matches& found, Matches::Entry entry)
{
    if (found.count == found.entries.size())
        --found.count;
    found.entries[found.count++] = entry;
}

} // namespace

std::string folded(std::string_view text)
{
    std::u32string result;
    for (std::size_t at = 0; at < text.size() && at < longest_key;) {
        const Decoded next = decode(text, at);
        const char32_t c = folded(next.c);
        if (c != U' ' || (!result.empty() && result.back() != U' '))
            result.push_back(c);
        at += next.size;
    }
    if (!result.empty() && result.back() == U' ')
        result.pop_back();
    return utf8(result);
}

std::uint32_t Trie::step(const TrieNode& node, char32_t c) const
{
    if (c < ascii_end) {
        const std::uint32_t at = static_cast<std::uint32_t>(c) - node.table_first; // below the first: huge
        return at < node.table_size ? tables[node.table + at] : 0;
    }
    const auto first = edges.begin() + node.first;
    const auto last = first + node.edges;
    const auto edge = std::lower_bound(first, last, c, [](const TrieEdge& e, char32_t wanted) { return e.c < wanted; });
    return edge == last || edge->c != c ? 0 : edge->next;
}

/// From the root along the characters of a text; a run of white space is one blank.
class Trie::Walk {
public:
    Walk(const Trie& trie, std::string_view text, std::size_t at) : trie_(trie), text_(text), at_(at) {}
    /// Past the next character; false where no entry goes on with it. Not at the end of the text.
    bool advance()
    {
        const bool ascii = text::is_ascii(text_[at_]);
        const Decoded next = ascii ? Decoded{static_cast<unsigned char>(text_[at_]), 1} : decode(text_, at_);
        const char32_t c = ascii ? ascii_folded[next.c] : folded(next.c);
        at_ += next.size;
        last_ = next.c;
        repeats_blank_ = c == U' ' && blank_;
        blank_ = c == U' ';
        if (!repeats_blank_)
            node_ = trie_.step(trie_.nodes[node_], c);
        return node_ != 0;
    }
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] std::size_t at() const { return at_; }
    /// Of the entry that ends here; none for no entry.
    [[nodiscard]] const ClassSet* classes() const
    {
        const std::uint32_t number = trie_.nodes[node_].classes;
        return number == 0 || repeats_blank_ ? nullptr : &trie_.classes[number];
    }
    [[nodiscard]] bool word_ends() const { return syntax::word_ends(text_, at_, last_); }

private:
    const Trie& trie_;
    std::string_view text_;
    std::size_t at_;
    std::uint32_t node_ = 0;
    char32_t last_ = 0;
    bool blank_ = false;
    bool repeats_blank_ = false;
};

Matches Trie::matches(std::string_view text, std::size_t offset) const
{
    Matches found;
    Walk walk(*this, text, offset);
    while (!walk.at_end() && walk.advance())
        if (const ClassSet* const here = walk.classes(); here != nullptr && walk.word_ends())
            add(found, {walk.at() - offset, here});
    return found;
}

const ClassSet* Trie::classes_of(std::string_view text) const
{
    Walk walk(*this, text, 0);
    while (!walk.at_end())
        if (!walk.advance())
            return nullptr;
    return walk.classes();
}

} // namespace verbatim::syntax
