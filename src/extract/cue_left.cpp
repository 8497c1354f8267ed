// SPDX-License-Identifier: Apache-2.0
#include "extract/cue_left.hpp"

namespace verbatim::extract::european {

using syntax::ChunkKind;
namespace {

constexpr std::size_t furthest_left = 16; // chunks between cue and quotation

/// `stated in the "Resolution on Ports" that Q`, `said in a speech entitled "Quiet Water", Q`: a title that a
/// preposition brings in tells where it was said; it does not part the cue from the quotation.
bool tells_where(const Sentence& s, std::size_t title)
{
    constexpr std::size_t furthest = 4; // chunks from the preposition to the title
    if (!s.is_title_at(title))
        return false;
    for (std::size_t i = title; i-- > 0 && title - i <= furthest;) {
        if (s.is(i, ChunkKind::preposition))
            return true;
        if (s.is(i, ChunkKind::mark) || s.is(i, ChunkKind::quotation))
            return false;
    }
    return false;
}

/// `told "Morning Harbour" that Q`, `said on "Morning Harbour" that Q`: words without a stop behind a preposition, or
/// directly behind a verb of telling, name whom or where.
bool names_whom_or_where(const Sentence& s, std::size_t at)
{
    const auto ordinal = s.is(at, ChunkKind::quotation) ? s.ordinal_at(at) : std::nullopt;
    constexpr std::u32string_view stops = U".,?!;:…";
    if (!ordinal || at == 0 || *ordinal >= s.host.closing.size()
        || stops.find(s.host.closing[*ordinal]) != std::u32string_view::npos)
        return false;
    const bool that = (s.is(at + 1, ChunkKind::relative) || s.is(at + 1, ChunkKind::subordinator))
                      && s.lexicon.has("that", s.words(at + 1));
    const bool where = s.is(at - 1, ChunkKind::preposition) && s.lexicon.has("occasion-preposition", s.words(at - 1));
    // told the Harbour's "Evening News" that
    const std::size_t teller = at - (at > 1 && is_possessor(s, at - 1) ? 2 : 1);
    const bool whom = s.is(teller, ChunkKind::cue) && s.lexicon.has("addressing", s.host.words(s.chunk(teller).head));
    return that && (where || whom);
}

/// A passive or a verb without subject in a relative clause that a comma closes: the man, who has not been named, Q
bool lies_in_insert(const Sentence& s, std::size_t cue)
{
    std::size_t begin = cue;
    while (begin > 0 && !s.is(begin - 1, ChunkKind::mark) && !s.is(begin - 1, ChunkKind::quotation))
        --begin;
    std::size_t end = cue;
    while (end < s.size() && !s.is(end, ChunkKind::mark) && !s.is(end, ChunkKind::quotation))
        ++end;
    return begin > 1 && s.is_mark(begin - 1, ",") && is_relative(s, begin) && s.is_mark(end, ",");
}

} // namespace

std::optional<Left> cue_left(const Sentence& s, std::size_t quotation)
{
    Left left;
    std::size_t i = quotation;
    while (
        i > 0
        && (s.is(i - 1, ChunkKind::mark) || s.is(i - 1, ChunkKind::relative) || s.is(i - 1, ChunkKind::subordinator))) {
        --i;
        if (s.is_mark(i, ",—–"))
            left.comma = true;
        else if (s.is_mark(i, ":"))
            left.colon = true;
        else if (s.is_mark(i, ";.!?)"))
            return std::nullopt;
        else if (!s.is(i, ChunkKind::mark))
            left.that = true;
    }
    std::size_t commas = 0;
    for (; i > 0 && left.between <= furthest_left; --i) {
        const std::size_t at = i - 1;
        // entitled "Quiet Water": of the title, not of the words
        const bool of_title = s.is(at, ChunkKind::cue) && at + 1 < quotation && s.is_title_at(at + 1)
                              && tells_where(s, at + 1) && s.lexicon.has("form.past", s.words(at));
        const bool inserted = s.is(at, ChunkKind::cue) && is_passive(s, at) && lies_in_insert(s, at);
        if (s.is(at, ChunkKind::cue) && !is_noun_by_place(s, at) && !of_title && !inserted) {
            left.cue = at;
            return left;
        }
        if ((s.is(at, ChunkKind::quotation) && !tells_where(s, at) && !names_whom_or_where(s, at))
            || s.is_mark(at, ";:"))
            return std::nullopt;
        if (s.is_mark(at, ",")) {
            left.broken = true;
            if (++commas > (left.colon ? 4 : 2)) // and said, not fiercely, but loud enough: "…"
                return std::nullopt;
        }
        left.finite = left.finite || (is_finite(s, at) && !is_infinitive(s, at));
        left.clause = left.clause || s.is(at, ChunkKind::verb) || s.is(at, ChunkKind::auxiliary);
        if (!s.is(at, ChunkKind::mark))
            ++left.between;
    }
    return std::nullopt;
}

} // namespace verbatim::extract::european
