// SPDX-License-Identifier: Apache-2.0
#include "extract/told.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

bool is_past(const syntax::Lexicon& lexicon, std::string_view word)
{
    return lexicon.has("form.past", word) || lexicon.has("past", word)
           || std::any_of(
               lexicon.entries("verb-ending").begin(), lexicon.entries("verb-ending").end(),
               [&](const std::string& ending) { return word.size() > ending.size() + 2 && word.ends_with(ending); });
}

} // namespace

bool is_told(const syntax::Lexicon& lexicon, std::string_view words)
{
    if (words.find_first_of("!?") != std::string_view::npos)
        return false;
    const bool first_decides = lexicon.frame() == "european"; // God knows what fool left them: spoken
    bool past = false;
    for (const syntax::Chunk& chunk : syntax::chunks(words, lexicon)) {
        const std::string_view own = words.substr(chunk.span.begin, chunk.span.size());
        if (chunk.kind == syntax::ChunkKind::pronoun && (chunk.word_class == "first" || chunk.word_class == "second"))
            return false;
        if (lexicon.match("possessive-pronoun.first", own, 0) > 0
            || lexicon.match("possessive-pronoun.second", own, 0) > 0 || lexicon.match("addressed", own, 0) > 0)
            return false;
        const std::string_view head = words.substr(chunk.head.begin, chunk.head.size());
        const bool verb = chunk.kind == syntax::ChunkKind::verb || chunk.kind == syntax::ChunkKind::cue;
        const bool auxiliary = chunk.kind == syntax::ChunkKind::auxiliary;
        const bool word = first_decides && chunk.kind == syntax::ChunkKind::word; // began to shave
        const bool in_past = ((verb || word) && is_past(lexicon, head)) || (auxiliary && lexicon.has("past", own));
        if (first_decides && !past && !in_past && (verb || auxiliary) && !head.ends_with("ing"))
            return false;
        past = past || in_past;
    }
    return past;
}

} // namespace verbatim::extract
