// SPDX-License-Identifier: Apache-2.0
#include "extract/inserts.hpp"

#include "extract/phrases.hpp"
#include "extract/subject.hpp"

namespace verbatim::extract {

using syntax::ChunkKind;
namespace {

constexpr int most_inserts = 4;
constexpr std::size_t longest_insert = 25; // chunks between two commas

} // namespace

std::optional<std::size_t> before_insert(const Sentence& s, std::size_t close)
{
    const bool bracket = s.is_mark(close, ")]");
    const std::string_view mark = s.words(close);
    for (std::size_t i = close; i-- > 0 && close - i <= longest_insert;) {
        // Okoro, the star of "Grey Water", said
        const bool belongs = bracket || s.is_title_at(i) || (i > 0 && s.is(i - 1, ChunkKind::preposition));
        if (s.is_mark(i, ";:") || (s.is(i, ChunkKind::quotation) && !belongs))
            return std::nullopt;
        if (bracket ? s.is_mark(i, "([") : s.is(i, ChunkKind::mark) && s.words(i) == mark)
            return i == 0 ? std::nullopt : std::optional(i - 1);
    }
    return std::nullopt;
}

Speaker title_at(const Sentence& s, std::size_t i)
{
    Speaker speaker = speaker_of(s, i, i);
    speaker.title = s.ordinal_at(i);
    return speaker;
}

std::optional<Speaker> title_before(const Sentence& s, std::size_t close)
{
    for (std::size_t i = close; i-- > 0 && close - i <= longest_insert;) {
        if (s.is_mark(i, ";:"))
            return std::nullopt;
        if (!s.is(i, ChunkKind::quotation))
            continue;
        const bool object =
            i > 0
            && (s.is(i - 1, ChunkKind::cue) || s.is(i - 1, ChunkKind::verb) || s.is(i - 1, ChunkKind::preposition));
        if (object || !s.is_title_at(i)) // Lind, who wrote "Grey Water", said
            return std::nullopt;
        return title_at(s, i);
    }
    return std::nullopt;
}

std::optional<Speaker> title_adopted(const Sentence& s, std::size_t first)
{
    std::size_t i = first;
    while (i > 0 && first - i < 3
           && (s.is(i - 1, ChunkKind::word) || s.is(i - 1, ChunkKind::adverb) || s.is(i - 1, ChunkKind::number)))
        --i;
    const bool adopted =
        i >= 3 && s.is(i - 1, ChunkKind::preposition) && s.is_title_at(i - 3) && s.lexicon.has("adopt", s.words(i - 2));
    return adopted ? std::optional(title_at(s, i - 3)) : std::nullopt;
}

namespace {

/// Per Lind between its commas: the name that is all of the insert which ends at `close`.
std::optional<Speaker> name_inserted(const Sentence& s, std::size_t before, std::size_t close)
{
    if (before + 3 == close && is_name(s, close - 1))
        return speaker_of(s, close - 1, close - 1);
    if (before + 4 == close && is_first_name(s, close - 2))
        return speaker_of(s, close - 2, close - 1);
    return std::nullopt;
}

/// Jan Brzof, of the institute in Berg, Marl, said: the noun before a place that holds a comma of its own.
std::optional<Speaker> subject_before_place(const Sentence& s, std::size_t last)
{
    for (std::size_t i = last; i-- > 0 && last - i <= longest_insert;) {
        if (s.is_mark(i, ","))
            return i > 0 && s.is(i + 1, ChunkKind::preposition) ? subject_ending(s, i - 1) : std::nullopt;
        if (!s.is(i, ChunkKind::noun_phrase) && !s.is(i, ChunkKind::preposition) && !s.is(i, ChunkKind::coordinator))
            return std::nullopt;
    }
    return std::nullopt;
}

/// Karl Berg, who married Rose Lind, also 31, said: the noun before the relative clause in which chunk `inside` stands.
std::optional<Speaker> subject_before_relative_insert(const Sentence& s, std::size_t inside)
{
    bool verb = false;
    for (std::size_t i = inside; i-- > 1 && inside - i <= longest_insert;) {
        if (s.is(i, ChunkKind::quotation) || (s.is(i, ChunkKind::mark) && !s.is_mark(i, ",")))
            return std::nullopt;
        if (!s.is_mark(i, ",")) {
            verb = verb || is_finite(s, i);
            continue;
        }
        return verb && is_relative(s, i + 1) && s.lexicon.has("person-relative", s.words(i + 1))
                   ? subject_ending(s, i - 1)
                   : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::optional<Speaker> subject_before_inserts(const Sentence& s, std::size_t close)
{
    std::optional<Speaker> found;
    for (int inserts = 0; inserts < most_inserts; ++inserts) {
        const auto before = before_insert(s, close);
        if (!before)
            return found;
        if (const auto speaker = subject_ending(s, *before)) {
            if (const auto outer = subject_before_relative_insert(s, speaker->first))
                return outer;
            if (found && !is_name(s, speaker->last))
                return found;
            found = speaker;
            if (!is_description(s, *speaker))
                return found;
            if (const auto name = name_inserted(s, *before, close))
                return name;
            if (speaker->first == 0 || !s.is_mark(speaker->first - 1, ","))
                return found;
            if (speaker->first < 2 || !is_name(s, speaker->first - 2))
                return found;
            found = subject_ending(s, speaker->first - 2); // Okoro, a lawyer, who lives in Lund, said
            return found ? found : speaker;
        }
        if (!found)
            if (const auto speaker = subject_before_place(s, *before))
                return speaker;
        if (!s.is(*before, ChunkKind::number) && !s.is(*before, ChunkKind::time))
            return found;
        close = *before + 1;
    }
    return found;
}

} // namespace verbatim::extract
