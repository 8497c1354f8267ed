// SPDX-License-Identifier: Apache-2.0
#include "library/pieces.hpp"

#include <algorithm>

namespace verbatim::library {

namespace {

constexpr std::size_t longest_piece = 256;  ///< words; the cost of a pattern grows with its square
constexpr std::size_t most_pieces = 1'024;  ///< of one quotation
constexpr std::size_t longest_bracket = 64; ///< tokens between [ and ]; more is no bracketed word

using Words = std::vector<WordId>;
enum class Brackets : unsigned char { dropped, kept };

/// Index of the ] that closes the [ at a token; the token itself if none does.
std::size_t bracket_end(const text::Tokens& tokens, std::size_t open)
{
    const std::size_t last = std::min(tokens.list.size(), open + 1 + longest_bracket);
    for (std::size_t i = open + 1; i < last; ++i) {
        if (tokens.search(i) == "[")
            return open;
        if (tokens.search(i) == "]")
            return i;
    }
    return open;
}

/// `[T]he`: the letter and the rest of its word are one word. Returns the word behind the bracket with the letter.
std::string joined_letter(const text::Tokens& tokens, std::size_t open, std::size_t close)
{
    const std::size_t rest = close + 1;
    if (close != open + 2 || rest >= tokens.list.size() || tokens.list[rest].space_before
        || tokens.list[rest].kind != text::TokenKind::word || single_code_point(tokens.search(open + 1)) == 0)
        return {};
    return std::string(tokens.search(open + 1)).append(tokens.search(rest));
}

void add_words(std::string_view text, const Vocabulary& vocabulary, Brackets brackets, std::vector<Words>& out)
{
    const text::Tokens tokens = text::tokenise(text);
    const auto has_ellipsis = [&](std::size_t from, std::size_t to) {
        return std::any_of(tokens.list.begin() + static_cast<std::ptrdiff_t>(from),
                           tokens.list.begin() + static_cast<std::ptrdiff_t>(to),
                           [](const text::Token& token) { return token.kind == text::TokenKind::ellipsis; });
    };
    out.emplace_back();
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        if (tokens.list[i].kind == text::TokenKind::ellipsis) {
            out.emplace_back();
        } else if (is_word(tokens.list[i].kind)) {
            out.back().push_back(vocabulary.find(tokens, i));
        } else if (brackets == Brackets::dropped && tokens.search(i) == "[") {
            const std::size_t close = bracket_end(tokens, i);
            if (close == i)
                continue;
            if (has_ellipsis(i, close))
                out.emplace_back();
            const std::string joined = joined_letter(tokens, i, close);
            i = close;
            if (!joined.empty()) {
                out.back().push_back(vocabulary.find(joined, text::TokenKind::word));
                ++i;
            }
        }
    }
}

std::vector<Words> words_of(const Query& query, const Vocabulary& vocabulary, Brackets brackets)
{
    std::vector<Words> found;
    if (query.pieces.empty())
        add_words(query.text, vocabulary, brackets, found);
    for (const std::string& piece : query.pieces)
        add_words(piece, vocabulary, brackets, found);
    std::erase_if(found, [](const Words& words) { return words.empty(); });
    return found;
}

} // namespace

std::vector<Piece> pieces_of(const Query& query, const Vocabulary& vocabulary)
{
    std::vector<Words> all = words_of(query, vocabulary, Brackets::dropped);
    if (all.empty()) // nothing but bracketed words
        all = words_of(query, vocabulary, Brackets::kept);
    std::vector<Piece> pieces;
    for (const Words& words : all) {
        const std::size_t cuts = (words.size() + longest_piece - 1) / longest_piece;
        for (std::size_t cut = 0; cut < cuts && pieces.size() < most_pieces; ++cut) {
            const auto begin = words.begin() + static_cast<std::ptrdiff_t>(words.size() * cut / cuts);
            const auto end = words.begin() + static_cast<std::ptrdiff_t>(words.size() * (cut + 1) / cuts);
            Words part(begin, end);
            pieces.push_back({Pattern(part), std::move(part), cut > 0});
        }
    }
    return pieces;
}

} // namespace verbatim::library
