// SPDX-License-Identifier: Apache-2.0
// Two quotations of two documents against each other: no library, no acceptance.
#include "align/comparison.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>
#include <array>

namespace verbatim::align {
namespace {

/// The words of the original as a source: ellipses and brackets are words of it.
SourceWords original_words(const Document& document, const Quotation& original, Keys& keys)
{
    SourceWords source;
    for (const TextSpan& part : original.parts) {
        const text::Tokens tokens = text::tokenise(document.slice(part.span));
        for (std::size_t i = 0; i < tokens.list.size(); ++i) {
            Word word;
            word.exact = tokens.exact(i);
            word.kind = tokens.list[i].kind;
            word.span = {tokens.list[i].span.begin + part.span.begin, tokens.list[i].span.end + part.span.begin};
            const auto is_call = [&](const NoteCall& call) { return call.span.contains(word.span); };
            if (word.exact.empty() || std::any_of(document.note_calls.begin(), document.note_calls.end(), is_call))
                continue;
            word.key = keys.of(word.kind, word.exact);
            source.words.push_back(std::move(word));
            source.token.push_back(source.token.size());
        }
    }
    return source;
}

std::string joined_words(const Words& words)
{
    std::string all;
    for (const Word& word : words)
        all += (all.empty() ? "" : " ") + word.exact;
    return all;
}

bool is_yielding_mark(const std::string& text)
{
    static constexpr std::array<std::string_view, 7> marks{",", ".", ";", ":", "，", "。", "、"};
    return std::find(marks.begin(), marks.end(), text) != marks.end();
}

/// What the place of an incise in the original explains: the mark before it and the capital behind it belong to the
/// host sentence (CONVENTIONS 2), also when the other text sets the incise elsewhere.
std::optional<DifferenceKind> owed_to_incise(const Difference& difference, const Quotation& original)
{
    const std::string& before = difference.source.text;
    const std::string& after = difference.quoted.text;
    for (std::size_t i = 0; i + 1 < original.parts.size(); ++i) {
        if (difference.kind == DifferenceKind::punctuation && is_yielding_mark(before)
            && (after.empty() || is_yielding_mark(after)) && difference.source.span.end == original.parts[i].span.end)
            return DifferenceKind::final_punctuation;
        if (difference.kind == DifferenceKind::case_ && !before.empty() && before.size() == after.size()
            && before.compare(1, before.size(), after, 1, after.size()) == 0
            && difference.source.span.begin == original.parts[i + 1].span.begin)
            return DifferenceKind::initial_case;
    }
    return std::nullopt;
}

} // namespace

Wording compare_wording(const Document& to, const Quotation& quoted, const Document& from, const Quotation& original)
{
    Keys keys;
    const SourceWords source = original_words(from, original, keys);
    const std::string all = " " + joined_words(source.words) + " ";
    std::vector<std::string> own;
    for (std::string& group : bracket_groups(to, quoted))
        if (all.find(" " + group + " ") != std::string::npos)
            own.push_back(std::move(group));
    Quotation whole = quoted;
    whole.piecewise = false;
    const Quoted words = quoted_words(to, whole, keys, own);
    const Settings settings;
    std::vector<Placed> placed = place_pieces(words, source.words, source.words.size());
    // Both sides are whole: what one has before its first or behind its last equal word was added or dropped.
    if (!placed.empty() && words.gaps.front().kind == Gap::Kind::none)
        placed.front().source.begin = 0;
    if (!placed.empty() && words.gaps.back().kind == Gap::Kind::none)
        placed.back().source.end = source.words.size();
    const Sides sides{to,    from,   quoted, nullptr, settings, syntax::lexicon(quoted.language), quoted.language,
                      words, source, true};
    Comparison compared = compare(sides, placed);
    std::erase_if(compared.conventional, [](const Difference& difference) {
        return difference.kind == DifferenceKind::typography || difference.kind == DifferenceKind::note_mark;
    });
    for (Difference& difference : compared.alterations)
        if (const std::optional<DifferenceKind> kind = owed_to_incise(difference, original)) {
            difference.kind = *kind;
            compared.conventional.push_back(difference);
        }
    std::erase_if(compared.alterations, [](const Difference& difference) {
        return difference.kind == DifferenceKind::final_punctuation || difference.kind == DifferenceKind::initial_case;
    });
    Wording wording;
    for (std::vector<Difference>* list : {&compared.conventional, &compared.alterations})
        for (Difference& difference : *list) {
            difference.source.file = {};
            difference.source.line = 0;
        }
    wording.similarity = compared.similarity();
    wording.conventional = std::move(compared.conventional);
    wording.alterations = std::move(compared.alterations);
    return wording;
}

} // namespace verbatim::align
