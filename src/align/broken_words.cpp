// SPDX-License-Identifier: Apache-2.0
// Where words are broken no index of words finds the place; runs of five letters, whatever their spaces, still do.
#include "align/passage.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <deque>

namespace verbatim::align {
namespace {

constexpr std::size_t gram = 5;           ///< letters
constexpr std::size_t shortest = 30;      ///< letters of a quotation that is looked for
constexpr std::size_t longest = 8 << 20U; ///< bytes of a version that is read

/// Runs of letters, as hashes; case, spaces and marks are left out, shapes that scanners take for each other are one.
class Letters {
public:
    /// Calls `seen(offset, letters so far, hash)` behind every letter from the fifth on, and returns the letters; other
    /// than ASCII letters count by their bytes.
    static std::size_t read(std::string_view text, const auto& seen)
    {
        std::uint64_t last = 0;
        std::size_t count = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            const auto byte = static_cast<unsigned char>(text[at]);
            if (byte == 0xe2 || (byte == 0xe3 && at + 1 < text.size() && text[at + 1] == '\x80')) {
                at += 2; // marks: U+2000 … U+2FFF, U+3000 … U+303F
                continue;
            }
            const unsigned char letter = shapes[byte];
            if (letter == 0)
                continue;
            last = (last << 8U | letter) & 0xff'ffff'ffffU;
            if (++count >= gram)
                seen(at, count, last * 0x9e3779b97f4a7c15U >> 48U);
        }
        return count;
    }

private:
    static constexpr std::array<unsigned char, 256> shapes = [] {
        std::array<unsigned char, 256> table{};
        for (std::size_t c = 0; c < 256; ++c)
            if (c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))
                table[c] = static_cast<unsigned char>(c);
            else if (c >= 'A' && c <= 'Z')
                table[c] = static_cast<unsigned char>(c + ('a' - 'A'));
        constexpr std::array<std::string_view, 4> alike{"il1jt", "ceo0", "hb", "nu"};
        for (unsigned char& letter : table)
            for (const std::string_view group : alike)
                if (letter != 0 && letter < 0x80 && group.find(static_cast<char>(letter)) != std::string_view::npos) {
                    letter = static_cast<unsigned char>(group.front());
                    break;
                }
        return table;
    }();
};

} // namespace

std::optional<Span> place_by_letters(std::string_view text, std::string_view quoted)
{
    std::bitset<1U << 16U> grams;
    std::size_t wanted = 0;
    const std::size_t letters = Letters::read(quoted, [&](std::size_t, std::size_t, std::uint64_t hash) {
        grams.set(hash);
        ++wanted;
    });
    if (letters < shortest || text.size() > longest)
        return std::nullopt;
    struct Hit {
        std::size_t letter, offset;
    };
    std::deque<Hit> window;
    std::size_t most = 0;
    Span best;
    const std::size_t width = letters + letters / 4;
    Letters::read(text, [&](std::size_t offset, std::size_t letter, std::uint64_t hash) {
        if (!grams.test(hash))
            return;
        window.push_back({letter, offset});
        while (window.front().letter + width < letter)
            window.pop_front();
        if (window.size() > most) {
            most = window.size();
            best = {window.front().offset, offset + 1};
        }
    });
    if (most * 2 < wanted)
        return std::nullopt;
    const auto inside_word = [&](std::size_t at) {
        return at > 0 && at < text.size() && !text::is_space(static_cast<unsigned char>(text[at - 1]))
               && !text::is_space(static_cast<unsigned char>(text[at]));
    };
    while (inside_word(best.begin))
        --best.begin;
    while (inside_word(best.end))
        ++best.end;
    return best;
}

} // namespace verbatim::align
