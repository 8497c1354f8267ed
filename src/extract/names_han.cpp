// SPDX-License-Identifier: Apache-2.0
#include "extract/names_han.hpp"

#include "extract/noun_han.hpp"
#include "extract/surroundings.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

constexpr std::size_t longest_name = 24; // characters

/// Without a gloss in brackets at the end: 海港委员会（HTK）.
std::string_view without_gloss(std::string_view words)
{
    constexpr std::string_view close = "）";
    constexpr std::string_view open = "（";
    if (!words.ends_with(close) && !words.ends_with(')'))
        return words;
    const std::size_t at = words.ends_with(')') ? words.rfind('(') : words.rfind(open);
    if (at == std::string_view::npos || at == 0)
        return words;
    words = words.substr(0, at);
    while (words.ends_with(' '))
        words.remove_suffix(1);
    return words;
}

/// A stop, or a character that stands in clauses and in few names: 的 是 不 我 …
bool holds_clause(const syntax::Lexicon& lexicon, std::string_view words)
{
    constexpr std::u32string_view stops = U"，。！？：；、,.!?:;";
    std::size_t compound = 0; // where a word ends that only looks like one of a clause: 对外
    for (std::size_t at = 0; at < words.size(); at += text::code_point_size(words, at)) {
        compound = std::max(compound, at + lexicon.match("compound", words, at));
        if (at < compound)
            continue;
        if (stops.find(text::code_point_at(words, at)) != std::u32string_view::npos
            || lexicon.match("kind.clausal", words, at) > 0)
            return true;
    }
    return false;
}

bool begins_with(const syntax::Lexicon& lexicon, std::string_view word_class, std::string_view words)
{
    return lexicon.match(word_class, words, 0) > 0;
}

} // namespace

bool names_body_han(const syntax::Lexicon& lexicon, std::string_view words)
{
    const std::string_view name = without_gloss(words);
    return !name.empty() && text::is_han_or_kana(text::code_point_before(name, name.size()))
           && text::code_points(name) <= longest_name && !holds_clause(lexicon, name)
           && (ends_with_class(lexicon, "body-noun", name) || ends_with_class(lexicon, "kind.body-head", name));
}

bool tells_quality_han(const syntax::Lexicon& lexicon, std::string_view words)
{
    return (begins_with(lexicon, "negation", words) || begins_with(lexicon, "kind.degree", words))
           && !ends_with_class(lexicon, "body-noun", words) && !ends_with_class(lexicon, "person-noun", words)
           && !ends_with_class(lexicon, "document-noun", words) && !ends_with_class(lexicon, "event-noun", words);
}

bool ToldNames::has(std::string_view name)
{
    if (!was_read_)
        read();
    was_read_ = true;
    return names_.find(name) != names_.end();
}

void ToldNames::read()
{
    bool starts = true;
    for (std::size_t at = 0; at < plain_.size(); at += text::code_point_size(plain_, at)) {
        const bool letter = text::is_letter(text::code_point_at(plain_, at));
        if (starts && letter)
            note(at);
        starts = !letter;
    }
}

void ToldNames::note(std::size_t begin)
{
    constexpr std::size_t shortest = 2; // characters
    constexpr std::size_t longest = 3;
    constexpr std::u32string_view ends = U"：，。:";
    std::size_t at = begin;
    for (std::size_t characters = 0; characters <= longest && at < plain_.size(); ++characters) {
        if (characters >= shortest) {
            const std::size_t cue = lexicon_.match("cue", plain_, at);
            const std::size_t behind = at + cue;
            const std::string_view name = plain_.substr(begin, at - begin);
            if (cue != 0 && behind < plain_.size()
                && ends.find(text::code_point_at(plain_, behind)) != std::u32string_view::npos) {
                if (han::noun_size(lexicon_, name) == name.size() && !holds_clause(lexicon_, name)
                    && !lexicon_.has("time-noun", name) && !lexicon_.has("thing-noun", name)
                    && !lexicon_.has("no-speaker-noun", name) && !lexicon_.has("document-noun", name)
                    && !lexicon_.has("pronoun", name) && lexicon_.match("adverb", name, 0) == 0
                    && lexicon_.match("conjunction", name, 0) == 0 && lexicon_.match("preposition", name, 0) == 0
                    && lexicon_.match("perception", name, 0) == 0)
                    names_.emplace(name);
                return;
            }
        }
        if (!text::is_han_or_kana(text::code_point_at(plain_, at)))
            return;
        at += text::code_point_size(plain_, at);
    }
}

} // namespace verbatim::extract
