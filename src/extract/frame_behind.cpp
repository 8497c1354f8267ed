// SPDX-License-Identifier: Apache-2.0
// Frames behind the quotation.
#include "extract/frame_european.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract::european {

using syntax::ChunkKind;
namespace {

constexpr std::size_t furthest_right = 18; // chunks of the frame behind a quotation

/// An apposition: noun phrases with their prepositions, the first with its article.
bool only_nouns(const Sentence& s, std::size_t from, std::size_t to)
{
    if (from + 1 >= to || !s.is(from, ChunkKind::noun_phrase) || s.lexicon.match("determiner", s.words(from), 0) == 0)
        return false;
    for (std::size_t i = from; i < to; ++i)
        if (!s.is(i, ChunkKind::noun_phrase) && !s.is(i, ChunkKind::preposition))
            return false;
    return true;
}

/// "…!" Berg told reporters on Friday: whom, and nothing of what.
bool is_addressee(const Sentence& s, std::size_t cue)
{
    const std::size_t behind = cue + 2;
    const bool tells = s.lexicon.has("telling", s.host.words(s.chunk(cue).head)) || s.chunk(cue).word_class == "ask";
    return tells && s.is(cue + 1, ChunkKind::noun_phrase)
           && (behind >= s.size() || s.is(behind, ChunkKind::mark) || s.is(behind, ChunkKind::preposition)
               || s.is(behind, ChunkKind::time) || s.is(behind, ChunkKind::adverb)
               || s.is(behind, ChunkKind::coordinator));
}

/// `according to the wardens`, from the chunk that says so.
std::optional<Frame> according_to(const Sentence& s, std::size_t i)
{
    const auto speaker = subject_at(s, i + 1);
    if (!speaker)
        return std::nullopt;
    Frame frame;
    frame.side = Side::after;
    frame.cue = i;
    frame.cue_span = s.chunk(i).span;
    frame.cue_class = "say";
    frame.speaker = speaker;
    frame.end = speaker->last + 1;
    return frame;
}

/// Nothing stands before the quotation but the dash that opens it.
bool opens_sentence(const Sentence& s, std::size_t quotation)
{
    for (std::size_t i = 0; i < quotation; ++i)
        if (!s.is_mark(i, "—–-"))
            return false;
    return true;
}

} // namespace

/// Behind the quotation: [,] S V and [,] V S, each up to the end of its clause.
std::optional<Frame> frame_behind(const Sentence& s, std::size_t ordinal)
{
    const std::size_t quotation = s.host.at[ordinal];
    std::size_t i = quotation + 1;
    constexpr std::u32string_view breaks = U",—–-"; // "I—" Per began
    bool comma = ordinal < s.host.closing.size() && breaks.find(s.host.closing[ordinal]) != std::u32string_view::npos;
    if (s.is_mark(i, ",—–-")) {
        comma = true;
        ++i;
    }
    if (!comma && quotation > 0 && s.is(quotation - 1, ChunkKind::preposition))
        return std::nullopt;                                                      // In "Grey Water" Okoro writes
    const bool as = comma && s.lexicon.has("as", i < s.size() ? s.words(i) : ""); // "…," as Okoro once put it
    while (s.is(i, ChunkKind::adverb) || (as && i < s.size() && s.lexicon.has("as", s.words(i))))
        ++i;
    if (i >= s.size())
        return std::nullopt;
    const bool opens = opens_sentence(s, quotation);
    constexpr std::string_view closing = ".!?…;";
    const auto speaks = [&](std::size_t cue) {
        const bool shouts = opens && s.lexicon.has("shout", s.words(cue));          // "Hello!" called the man
        const bool withheld = s.lexicon.match("withholding", s.words(cue), 0) != 0; // Lind refused to say
        const bool raised = s.lexicon.match("raising", s.words(cue), 0) != 0;       // Lind is said to have replied
        return !is_gerund(s, cue) && !is_infinitive(s, cue) && (raised || !is_passive(s, cue)) && !withheld
               && (shouts || !among(s.chunk(cue).word_class, {"call", "define", "quote"}))
               && ((comma && opens) || s.chunk(cue).word_class != "beat"); // Asked if it was "a lie," Lind shrugged
    };
    if (s.is(i, ChunkKind::cue) && speaks(i)) { // said Lind
        if (s.lexicon.match("auxiliary", s.words(i), 0) != 0)
            return std::nullopt;
        const auto speaker = subject_at(s, i + 1);
        // "Grey Water", said she was glad: the subject of another verb
        if (speaker && !opens && s.is(speaker->last + 1, ChunkKind::auxiliary))
            return std::nullopt;
        // known as "the Friends of the Port", claimed the attack: an object, not a subject
        if (!speaker || (!opens && (!comma || !is_known_speaker(s, *speaker))))
            return std::nullopt;
        Frame frame = with_cue(s, i, Side::after);
        frame.speaker = speaker;
        frame.end = speaker->last + 1;
        return frame;
    }
    if (s.is(i, ChunkKind::according_to))
        return according_to(s, i);
    if (s.is(i, ChunkKind::auxiliary) || (s.is(i, ChunkKind::cue) && is_passive(s, i))) { // was said by Lind
        if (s.is(i, ChunkKind::cue)) {
            if (const auto speaker = agent(s, i, 5)) {
                Frame frame = with_cue(s, i, Side::after);
                frame.speaker = speaker;
                frame.end = speaker->last + 1;
                return frame;
            }
        }
        return std::nullopt;
    }
    if (!s.is(i, ChunkKind::noun_phrase) && !(s.is(i, ChunkKind::pronoun) && s.chunk(i).word_class != "relative"))
        return std::nullopt;
    const std::size_t start = i;
    bool inserted = false;
    bool relative = false;   // in a relative clause that has no verb yet
    bool apposition = false; // it has no comma behind it
    std::size_t comma_at = 0;
    for (; i < s.size() && i <= start + furthest_right; ++i) { // Lind, who runs the docks, said
        if (s.is_mark(i, closing) || s.is(i, ChunkKind::quotation) || s.is_mark(i, ":"))
            return std::nullopt;
        if (s.is_mark(i, ",")) {
            inserted = !inserted;
            comma_at = i;
            continue;
        }
        if (inserted && s.is(i, ChunkKind::cue) && only_nouns(s, comma_at + 1, i) && i + 1 < s.size()) {
            inserted = false;
            apposition = true; // Lind, the head of the port agency said: no comma closes the apposition
        }
        if (inserted && s.is(i, ChunkKind::cue) && s.is(i - 1, ChunkKind::noun_phrase)
            && s.is(i - 2, ChunkKind::coordinator))
            inserted = false; // Lind, Okoro and Berg said
        if (inserted)
            continue;
        if (is_relative(s, i) && i > start)
            relative = true;
        else if (relative && s.is(i, ChunkKind::cue) && !is_passive(s, i))
            return std::nullopt; // a move that would resolve the dispute
        if (s.is(i, ChunkKind::cue) && is_infinitive(s, i))
            continue;
        if (relative && (s.is(i, ChunkKind::verb) || (s.is(i, ChunkKind::cue) && is_passive(s, i)))) {
            relative = false; // a spokesman who declined to be named told
            continue;
        }
        if (s.is(i, ChunkKind::verb) && !is_gerund(s, i))
            return std::nullopt;
        if (s.is(i, ChunkKind::cue))
            break;
    }
    if (s.is(i, ChunkKind::cue) && s.chunk(i).word_class == "quote" && !is_passive(s, i) && s.is(i + 3, ChunkKind::cue)
        && s.lexicon.has("as", s.words(i + 2))) { // Lind quoted Okoro as saying
        Frame frame = with_cue(s, i + 3, Side::after);
        frame.speaker = subject_at(s, i + 1);
        frame.end = i + 4;
        return frame.speaker ? std::optional(frame) : std::nullopt;
    }
    if (!s.is(i, ChunkKind::cue) || inserted || !speaks(i))
        return std::nullopt;
    if (s.is(i + 2, ChunkKind::cue) && is_gerund(s, i + 2)
        && s.lexicon.has("perception", s.host.words(s.chunk(i).head))) { // Okoro remembers her father saying
        Frame frame = with_cue(s, i + 2, Side::after);
        frame.speaker = subject_at(s, i + 1);
        frame.end = i + 3;
        return frame.speaker ? std::optional(frame) : std::nullopt;
    }
    // A cue with an object of its own goes on without the quotation: "…" Lind said the port was closed.
    const std::size_t behind = i + 1;
    constexpr std::u32string_view stops = U"?!…";
    const bool shouted =
        ordinal < s.host.closing.size() && stops.find(s.host.closing[ordinal]) != std::u32string_view::npos;
    const bool asked = (s.is(behind + 1, ChunkKind::mark) && s.lexicon.has("object-pronoun", s.words(behind))) // him
                       || (shouted && is_addressee(s, i));
    const bool ends = behind >= s.size() || s.is(behind, ChunkKind::mark) || s.is(behind, ChunkKind::quotation)
                      || s.is(behind, ChunkKind::adverb) || s.is(behind, ChunkKind::preposition)
                      || s.is(behind, ChunkKind::time) || s.is(behind, ChunkKind::coordinator)
                      || s.is(behind, ChunkKind::subordinator) || comma || asked
                      || (s.is(behind, ChunkKind::verb) && is_gerund(s, behind)); // he asked pointing northward
    if (!ends)
        return std::nullopt;
    const auto speaker = apposition ? subject_at(s, start) : subject_before(s, i);
    if (!speaker || speaker->first < start)
        return std::nullopt;
    Frame frame = with_cue(s, i, Side::after);
    frame.speaker = speaker;
    frame.end = asked ? behind + 1 : behind;
    return frame;
}

namespace {

/// Streets "were blocked", an inquiry found.
std::optional<Frame> frame_of_finding(const Sentence& s, std::size_t verb, std::size_t quotation)
{
    const auto speaker = subject_before(s, verb);
    if (!speaker || !is_known_speaker(s, *speaker) || speaker->first <= quotation + 1
        || !s.is_mark(speaker->first - 1, ","))
        return std::nullopt;
    Frame frame = with_cue(s, verb, Side::after);
    frame.cue_class = "state";
    frame.speaker = speaker;
    frame.end = verb + 1;
    return frame;
}

/// Streets "were blocked" from the dam to the gate, according to the wardens.
std::optional<Frame> according_at_end(const Sentence& s, std::size_t quotation, std::size_t end)
{
    constexpr std::size_t longest_tail = 10; // chunks of who it is: according to a report of the wardens
    for (std::size_t i = quotation + 1; i < end; ++i) {
        if (s.is_mark(i, ":;()") || s.is(i, ChunkKind::quotation)
            || (s.is(i, ChunkKind::cue) && !is_passive(s, i) && !is_infinitive(s, i)))
            return std::nullopt; // he said, according to the Herald: who said it stands nearer
        if (!s.is(i, ChunkKind::according_to) || i + longest_tail < end)
            continue;
        return according_to(s, i);
    }
    return std::nullopt;
}

} // namespace

/// `Streets "were blocked" from the dam, Nugel said.`: the sentence of the quotation goes on up to the comma before S
/// V.
std::optional<Frame> frame_at_end(const Sentence& s, std::size_t quotation)
{
    constexpr std::size_t longest_tail = 6; // chunks behind the cue: on Monday, in a statement
    std::size_t end = s.size();
    while (end > quotation + 1 && s.is_mark(end - 1, ".!?"))
        --end;
    if (auto according = according_at_end(s, quotation, end))
        return according;
    std::size_t cue = end;
    if (cue > quotation + 2 && s.is(cue - 1, ChunkKind::verb) && s.lexicon.has("finding", s.words(cue - 1)))
        return frame_of_finding(s, cue - 1, quotation);
    while (cue > quotation + 2 && end - cue <= longest_tail && !s.is(cue - 1, ChunkKind::cue)) {
        --cue;
        const bool adverbial = s.is(cue, ChunkKind::adverb) || s.is(cue, ChunkKind::preposition)
                               || s.is(cue, ChunkKind::noun_phrase) || s.is(cue, ChunkKind::time)
                               || s.is(cue, ChunkKind::number);
        if (!adverbial)
            return std::nullopt;
    }
    --cue;
    if (cue <= quotation + 1 || !s.is(cue, ChunkKind::cue) || is_gerund(s, cue) || is_infinitive(s, cue)
        || is_passive(s, cue) || !among(s.chunk(cue).word_class, {"say", "state", "write", "add", "ask", "warn"})
        || (s.is(cue + 1, ChunkKind::noun_phrase) && !is_addressee(s, cue)))
        return std::nullopt;
    const auto speaker = subject_before(s, cue);
    if (!speaker || speaker->first <= quotation + 1)
        return std::nullopt;
    // The clause begins with its subject, behind a comma or a quotation that holds one.
    const bool opens = s.is_mark(speaker->first - 1, ",") || s.is(speaker->first - 1, ChunkKind::quotation);
    if (!opens)
        return std::nullopt;
    for (std::size_t i = quotation + 1; i < speaker->first; ++i)
        if (s.is_mark(i, ":;.!?"))
            return std::nullopt;
    Frame frame = with_cue(s, cue, Side::after);
    frame.speaker = speaker;
    frame.end = cue + 1;
    return frame;
}

/// `The Q still exists, he said, adding that`: S V between commas, inside the clause that goes on behind the quotation.
std::optional<Frame> frame_in_clause(const Sentence& s, std::size_t quotation)
{
    constexpr std::size_t longest_clause = 24; // chunks between quotation and comma
    for (std::size_t i = quotation + 2; i + 2 < s.size() && i <= quotation + longest_clause; ++i) {
        if (s.is_mark(i, ":;.!?()"))
            return std::nullopt;
        if (!s.is_mark(i, ","))
            continue;
        const auto speaker = subject_at(s, i + 1);
        if (!speaker || !is_known_speaker(s, *speaker))
            continue;
        const std::size_t cue = speaker->last + 1;
        if (!s.is(cue, ChunkKind::cue) || is_gerund(s, cue) || is_infinitive(s, cue) || is_passive(s, cue)
            || !among(s.chunk(cue).word_class, {"say", "state", "write", "add", "ask", "warn"})
            || !s.is_mark(cue + 1, ",—–-"))
            continue;
        Frame frame = with_cue(s, cue, Side::after);
        frame.speaker = speaker;
        frame.end = cue + 1;
        return frame;
    }
    return std::nullopt;
}

} // namespace verbatim::extract::european
