// SPDX-License-Identifier: Apache-2.0
// What a transcript writes down and a quotation of speech may leave out (CONVENTIONS 2, `filler`): um, er, and the
// first start of a phrase begun twice. Of a false start only words that carry no meaning of their own: who says
// `never, never` means both.
#include "align/comparison.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

/// The words of a source that lie in a span, as indices [begin, end).
Span words_in(const Words& words, Span bytes)
{
    const auto first =
        std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.span.begin >= bytes.begin; });
    const auto last = std::find_if(first, words.end(), [&](const Word& word) { return word.span.begin >= bytes.end; });
    return {static_cast<std::size_t>(first - words.begin()), static_cast<std::size_t>(last - words.begin())};
}

/// Fillers, and words that begin again right behind: `the, um, the council`.
bool is_hesitation(const Sides& sides, Span omitted)
{
    std::vector<std::uint32_t> begun, again;
    const Words& words = sides.from.words;
    bool any = false;
    for (std::size_t i = omitted.begin; i < omitted.end; ++i) {
        if (!words[i].is_word())
            continue;
        any = true;
        const std::string word = text::case_fold(words[i].exact);
        if (sides.lexicon.has("wording.filler", word))
            continue;
        if (!sides.lexicon.has("wording.weak", word))
            return false;
        begun.push_back(words[i].key);
    }
    for (std::size_t i = omitted.end; i < words.size() && again.size() < begun.size(); ++i)
        if (words[i].is_word())
            again.push_back(words[i].key);
    return any && begun == again;
}

} // namespace

void permit_fillers(const Sides& sides, Comparison& comparison)
{
    if (!sides.is_transcript)
        return;
    std::erase_if(comparison.alterations, [&](Difference& difference) {
        if (difference.kind != DifferenceKind::omission)
            return false;
        const Span omitted = words_in(sides.from.words, difference.source.span);
        if (!is_hesitation(sides, omitted))
            return false;
        comparison.word_edits -= std::min(comparison.word_edits, count_words(sides.from.words, omitted));
        difference.kind = DifferenceKind::filler;
        comparison.conventional.push_back(difference);
        return true;
    });
}

} // namespace verbatim::align
