// SPDX-License-Identifier: Apache-2.0
// Where the first or last words of a quotation were replaced, the alignment alone cannot tell how much of the source
// they stand for. Whole amounts do, and where both sides begin (or end) a sentence, the rest of that sentence:
//
//   source  … were glad. And thou, Bethlehem, art not the least …
//   quoted               You, Bethlehem, are not the least …         `You` stands for `And thou`, not for `thou`
#include "align/comparison.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

constexpr std::size_t longest = 6; ///< words that a replaced end takes in at most

const text::Amount* amount_at(const std::vector<text::Amount>& amounts, Span word)
{
    for (const text::Amount& amount : amounts)
        if (amount.span.overlaps(word))
            return &amount;
    return nullptr;
}

bool is_final_stop(const Word& word)
{
    constexpr std::string_view stops[] = {".", "?", "!", "。", "？", "！"};
    return word.kind == text::TokenKind::punctuation
           && std::find(std::begin(stops), std::end(stops), word.exact) != std::end(stops);
}

/// The two sides as seen from one end of a piece: index 0 is the outermost word, larger ones lie inside.
class End {
public:
    End(const Sides& sides, Span piece, Span range, bool is_begin)
        : quoted_(sides.quoted.words), source_(sides.from.words), document_(sides.source), piece_(piece), range_(range),
          is_begin_(is_begin)
    {
    }

    [[nodiscard]] const Word& quoted(std::size_t i) const
    {
        return quoted_[is_begin_ ? piece_.begin + i : piece_.end - 1 - i];
    }
    /// Negative: beyond the range.
    [[nodiscard]] const Word& source(std::ptrdiff_t i) const { return source_[at(i)]; }
    [[nodiscard]] bool has_source(std::ptrdiff_t i) const { return at(i) < source_.size(); }

    /// A sentence or a paragraph ends between source words i − 1 and i (seen from the end: i lies inside).
    [[nodiscard]] bool parted(std::ptrdiff_t i) const
    {
        if (!has_source(i))
            return true;
        if (!has_source(i - 1))
            return ends_block(source(i).span);
        const std::size_t left = std::min(at(i - 1), at(i)), right = left + 1;
        if (is_final_stop(source_[left]))
            return !source_[right].is_word() || !text::is_letter(text::code_point_at(source_[right].exact, 0))
                   || text::is_upper(text::code_point_at(source_[right].exact, 0))
                   || source_[right].kind == text::TokenKind::han;
        return document_.block_at(source_[left].span.begin) != document_.block_at(source_[right].span.begin);
    }

    /// Source tokens at this end that belong to the neighbouring sentence, though the quotation has no end of one
    /// there; 0 for none. `replaced`: source words that no quoted word equals.
    [[nodiscard]] std::size_t strangers(std::size_t replaced) const
    {
        constexpr std::size_t near = 4;
        for (std::size_t i = 1; i <= near + 1 && i < piece_.size(); ++i)
            if (is_final_stop(quoted(i)))
                return 0;
        std::size_t words = 0;
        for (std::size_t i = 1; i < range_.size(); ++i) {
            words += source(static_cast<std::ptrdiff_t>(i) - 1).is_word() ? 1U : 0U;
            if (words > std::min(near, replaced))
                return 0;
            if (words > 0 && parted(static_cast<std::ptrdiff_t>(i)))
                return i;
        }
        return 0;
    }

    /// Source words beyond this end up to where the sentence begins (or behind the stop that ends it); 0 where the
    /// quotation is no whole sentence there, a pause lies between, or more words than `most`. `lacking`: keys of words
    /// that the quotation has there and the range has not.
    [[nodiscard]] std::size_t rest(std::size_t most, bool whole_sentence,
                                   const std::vector<std::uint32_t>& lacking) const
    {
        if (const std::size_t same = rest_to_same_word(most, lacking))
            return same;
        if (!whole_sentence)
            return 0;
        std::ptrdiff_t i = 0;
        for (std::size_t words = 0; !parted(i); --i) {
            if (!has_source(i - 1))
                return 0;
            const Word& next = source(i - 1);
            if (!next.is_word())
                return !is_begin_ && is_final_stop(next) ? static_cast<std::size_t>(1 - i) : 0;
            if (++words > most)
                return 0;
        }
        return static_cast<std::size_t>(-i);
    }

    /// `Newt: An animal` for `NEWT, n. An animal`: the word that opens the quotation opens the paragraph of the source,
    /// and but a label of it lies between. How many source tokens that adds at the begin; 0 for none.
    [[nodiscard]] std::size_t rest_to_headword(std::size_t most) const
    {
        if (ends_block(source(0).span))
            return 0;
        std::size_t words = 0;
        for (std::ptrdiff_t i = -1; has_source(i) && words <= most; --i) {
            if (!source(i).is_word())
                continue;
            ++words;
            if (ends_block(source(i).span))
                return source(i).key == quoted(first_word()).key ? static_cast<std::size_t>(-i) : 0;
        }
        return 0;
    }

private:
    /// Up to a word that the quotation has and no word of the range equals, or to the sentence's first (or last) word
    /// where the quotation has the same there: then a pause between is no bar.
    [[nodiscard]] std::size_t rest_to_same_word(std::size_t most, const std::vector<std::uint32_t>& lacking) const
    {
        std::size_t words = 0, found = 0;
        for (std::ptrdiff_t i = 0; has_source(i - 1) && words < most; --i) {
            const Word& next = source(i - 1);
            words += next.is_word() ? 1U : 0U;
            if (is_final_stop(next) || parted(i))
                break;
            if (!next.is_word())
                continue;
            const bool outermost = parted(i - 1) || stops_behind(i - 1);
            if ((outermost && next.key == quoted(first_word()).key)
                || std::find(lacking.begin(), lacking.end(), next.key) != lacking.end())
                found = static_cast<std::size_t>(1 - i);
        }
        return found;
    }
    [[nodiscard]] std::size_t first_word() const
    {
        std::size_t i = 0;
        while (i + 1 < piece_.size() && !quoted(i).is_word())
            ++i;
        return i;
    }
    /// At the end: a final stop follows source word `i`.
    [[nodiscard]] bool stops_behind(std::ptrdiff_t i) const
    {
        return !is_begin_ && has_source(i - 1) && is_final_stop(source(i - 1));
    }
    [[nodiscard]] bool ends_block(Span word) const
    {
        const Block* block = document_.block_at(word.begin);
        return block == nullptr || (is_begin_ ? word.begin <= block->span.begin : block->span.end <= word.end);
    }
    [[nodiscard]] std::size_t at(std::ptrdiff_t i) const
    {
        const auto edge = static_cast<std::ptrdiff_t>(is_begin_ ? range_.begin : range_.end - 1);
        return static_cast<std::size_t>(is_begin_ ? edge + i : edge - i); // below 0: larger than any index
    }
    const Words& quoted_;
    const Words& source_;
    const Document& document_;
    Span piece_, range_;
    bool is_begin_;
};

/// Keys of content words near an end of the piece that no source word equals.
std::vector<std::uint32_t> lacking(const Sides& sides, const Piece& piece, bool is_begin)
{
    constexpr std::size_t near = 8; // columns
    const std::vector<Column>& columns = piece.script.columns;
    std::vector<std::uint32_t> keys;
    for (std::size_t i = 0; i < columns.size() && i < near; ++i) {
        const Column& column = columns[is_begin ? i : columns.size() - 1 - i];
        if (column.equal || !column.has_q())
            continue;
        const Word& word = sides.quoted.words[column.q];
        if (word.is_word() && !word.bracketed && !sides.lexicon.has("wording.weak", word.exact))
            keys.push_back(word.key);
    }
    return keys;
}

/// `1500` at an end stands against all of `fifteen hundred`, though the alignment needs but one word of it.
void keep_amounts_whole(const Sides& sides, Span piece, Span& range, Amounts& amounts)
{
    const Words &quoted = sides.quoted.words, &source = sides.from.words;
    const auto amount_for = [&](std::size_t q, std::size_t s) -> const text::Amount* {
        if (quoted[q].key == source[s].key || !quoted[q].is_word()
            || amount_at(amounts.quoted(), quoted[q].span) == nullptr)
            return nullptr;
        return amount_at(amounts.source(), source[s].span);
    };
    if (const text::Amount* last = amount_for(piece.end - 1, range.end - 1))
        while (range.end < source.size() && source[range.end].span.overlaps(last->span))
            ++range.end;
    if (const text::Amount* first = amount_for(piece.begin, range.begin))
        while (range.begin > 0 && source[range.begin - 1].span.overlaps(first->span))
            --range.begin;
}

} // namespace

Span with_whole_ends(const Sides& sides, const Piece& piece, Amounts& amounts)
{
    Span range = piece.placed.source;
    if (range.empty())
        return range;
    keep_amounts_whole(sides, piece.words, range, amounts);
    if (sides.is_whole || piece.script.edits.empty())
        return range;
    const auto words_in = [](const Words& words, const std::vector<std::size_t>& indices) {
        return static_cast<std::size_t>(
            std::count_if(indices.begin(), indices.end(), [&](std::size_t i) { return words[i].is_word(); }));
    };
    const auto replaced_in = [&](Span columns) {
        return words_in(sides.quoted.words, quoted_in(piece.script, columns));
    };
    const auto replacing_in = [&](Span columns) {
        return words_in(sides.from.words, source_in(piece.script, columns));
    };
    const auto has_words = [&](const Edit& edit) { return replaced_in(edit.columns) + replacing_in(edit.columns) > 0; };
    const std::vector<Edit>& edits = piece.script.edits;
    const auto first = std::find_if(edits.begin(), edits.end(), has_words);
    const auto last = std::find_if(edits.rbegin(), edits.rend(), has_words);
    if (first == edits.end())
        return range;
    const End begin(sides, piece.words, range, true);
    std::size_t from = range.begin;
    if (const std::size_t replaced = replaced_in(first->columns);
        replaced > 0 && replaced_in({0, first->columns.begin}) == 0 && !begin.quoted(0).bracketed) {
        const std::size_t most = std::min(longest, replaced + 2);
        const bool opens_quotation = piece.first && piece.before == Gap::Kind::none;
        if (const std::size_t headword = opens_quotation ? begin.rest_to_headword(most) : 0)
            from -= headword;
        else
            from += begin.strangers(replacing_in(first->columns));
        const bool opens = text::is_upper(text::code_point_at(begin.quoted(0).exact, 0));
        if (from == range.begin && opens_quotation)
            from -= begin.rest(most, opens, lacking(sides, piece, true));
    }
    const End end(sides, piece.words, {from, range.end}, false);
    std::size_t to = range.end;
    if (const std::size_t replaced = replaced_in(last->columns);
        replaced > 0 && replaced_in({last->columns.end, piece.script.columns.size()}) == 0) {
        to -= end.strangers(replacing_in(last->columns));
        if (to == range.end && piece.last && piece.behind == Gap::Kind::none)
            to += end.rest(std::min(longest, replaced + 2), is_final_stop(end.quoted(0)), lacking(sides, piece, false));
    }
    return {from, std::max(from, to)};
}

} // namespace verbatim::align
