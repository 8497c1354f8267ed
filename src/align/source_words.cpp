// SPDX-License-Identifier: Apache-2.0
// The words of a source against which a quotation is laid: what stands between them and is none of them is told apart.
#include "align/single_words.hpp"

#include <algorithm>

namespace verbatim::align {
namespace {

/// Token `i` with the two words before it, fewer at the beginning, in order.
Words behind_others(const text::Tokens& tokens, std::size_t i, std::size_t begin, const std::vector<Span>& incises)
{
    Words words{word_of(tokens, i)};
    while (i-- > begin && words.size() < 3)
        if (!tokens.exact(i).empty() && holder(incises, tokens.list[i].span) == nullptr)
            words.insert(words.begin(), word_of(tokens, i));
    return words;
}

/// `[12]` in a source: a note call or a page number, never a year.
std::size_t numbered_bracket_end(const text::Tokens& tokens, std::size_t at, std::size_t end)
{
    const bool call = at + 2 < end && tokens.exact(at) == "[" && tokens.exact(at + 2) == "]"
                      && tokens.list[at + 1].kind == text::TokenKind::number && tokens.exact(at + 1).size() <= 3;
    return call ? at + 3 : at;
}

/// A note mark that the quotation has too is a word like any other.
bool quotes(const Quoted& quoted, std::string_view exact)
{
    return std::any_of(quoted.words.begin(), quoted.words.end(), [&](const Word& word) { return word.exact == exact; });
}

} // namespace

bool range_contains(const text::Tokens& tokens, Span range, const std::string& group)
{
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (tokens.exact(i) != "[" && tokens.exact(i) != "〔")
            continue;
        std::string text(tokens.exact(i));
        for (std::size_t j = i + 1; j < range.end && text.size() < group.size(); ++j)
            (text += ' ') += tokens.exact(j);
        if (text == group)
            return true;
    }
    return false;
}

SourceWords source_words(const Document& document, const text::Tokens& tokens, Span range, Keys& keys,
                         const Quoted& against, const std::vector<Span>& incises)
{
    SourceWords source;
    if (range.empty())
        return source;
    const std::vector<Span> marks =
        marks_in(document, {tokens.list[range.begin].span.begin, tokens.list[range.end - 1].span.end});
    const bool keep_brackets = quotes(against, "[");
    source.words.reserve(range.size());
    source.token.reserve(range.size());
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const text::Token& token = tokens.list[i];
        Word word = word_of(tokens, i);
        if (word.exact.empty())
            continue;
        if (const Span* incise = holder(incises, token.span)) {
            if (source.incises.empty() || source.incises.back() != *incise)
                source.incises.push_back(*incise);
            continue;
        }
        // A number of a note that the quotation has too was copied with it.
        if (const Span* mark = holder(marks, token.span);
            mark != nullptr && !(*mark == token.span && quotes(against, word.exact))) {
            if (source.notes.empty() || source.notes.back() != *mark)
                source.notes.push_back(*mark);
            continue;
        }
        if (const Span* call = call_behind(word, marks); call != nullptr && !quotes(against, word.exact)) {
            source.notes.push_back(*call);
            cut(word, *call);
        }
        if (is_superscript(word) && calls_note(behind_others(tokens, i, range.begin, incises))
            && !quotes(against, word.exact)) {
            source.notes.push_back(token.span);
            continue;
        }
        if (const std::size_t end = numbered_bracket_end(tokens, i, range.end); end > i && !keep_brackets) {
            source.notes.push_back({token.span.begin, tokens.list[end - 1].span.end});
            i = end - 1;
            continue;
        }
        word.key = keys.of(word.kind, word.exact);
        source.words.push_back(std::move(word));
        source.token.push_back(i);
    }
    return source;
}

} // namespace verbatim::align
