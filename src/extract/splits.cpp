// SPDX-License-Identifier: Apache-2.0
#include "extract/splits.hpp"

#include "extract/frame_continental.hpp"
#include "extract/subject.hpp"
#include "text/text.hpp"

namespace verbatim::extract {
namespace {

using syntax::ChunkKind;

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr std::size_t longest_clause_between = 24; // chunks between the parts where the second goes on small
constexpr std::size_t longest_between_parts = 10;  // chunks of an attribution behind its cue

/// A first part ends in comma, dash, ?, ! or no mark; one that ends in a full stop is closed.
bool may_go_on(const Quotation& quotation)
{
    const std::string& words = quotation.parts.back().text;
    const char32_t last = text::code_point_before(words, words.size());
    return (last != U'.' || words.ends_with("...")) && last != U'\u3002' && last != U';' && last != U':';
}

/// Adverbials and objects behind a frame, up to the next quotation or to what is none of them.
std::size_t rest_of_attribution(const Sentence& s, std::size_t from)
{
    std::size_t i = from;
    for (std::size_t steps = 0; i < s.size() && steps < longest_between_parts; ++i, ++steps) {
        const bool passed_over = s.is_mark(i, ",—–-，.。!?") || s.is(i, ChunkKind::adverb) || s.is(i, ChunkKind::time)
                                 || s.is(i, ChunkKind::preposition) || s.is(i, ChunkKind::number)
                                 || s.is(i, ChunkKind::noun_phrase) || s.is(i, ChunkKind::coordinator)
                                 || (s.is(i, ChunkKind::verb) && s.lexicon.frame() != "han" && is_gerund(s, i));
        if (!passed_over)
            break;
    }
    return i;
}

/// »A«, sagte der Wirt, indem er aufstand, und nahm das Netz; »b«: all that the sentence tells of the speaker. Another
/// subject ends it.
std::size_t rest_of_telling(const Sentence& s, std::size_t from)
{
    constexpr std::size_t longest = 30; // chunks
    const auto verbal = [&](std::size_t i) {
        return s.is(i, ChunkKind::verb) || s.is(i, ChunkKind::cue) || s.is(i, ChunkKind::auxiliary);
    };
    std::size_t i = from;
    for (; i < s.size() && i < from + longest; ++i) {
        const bool joins = s.is(i, ChunkKind::coordinator) || s.is(i, ChunkKind::conjunction) || s.is_mark(i, ";");
        const bool other = (s.is(i + 1, ChunkKind::noun_phrase) || s.is(i + 1, ChunkKind::pronoun)) && verbal(i + 2);
        if (s.is(i, ChunkKind::quotation) || s.is_mark(i, ":.!?") || (joins && other))
            break;
    }
    return i;
}

/// "…," Lind said on the Harbour's "Morning News": what stands before the words makes them its object.
bool belongs_to_object(const Sentence& s, std::size_t quotation)
{
    if (quotation == 0 || s.lexicon.frame() != "european")
        return false;
    return s.is(quotation - 1, ChunkKind::preposition) || s.lexicon.has("determiner", s.words(quotation - 1))
           || is_possessor(s, quotation - 1);
}

bool asks(const Quotation& quotation)
{
    const std::string& words = quotation.parts.back().text;
    return text::code_point_before(words, words.size()) == U'?';
}

/// Behind the frame nothing but the rest of the attribution up to the sentence's end: adverbials, objects, clauses that
/// hang on it. A new clause with a subject of its own ends the chain.
bool ends_with_attribution(const Sentence& s, std::size_t from)
{
    constexpr std::size_t longest = 40; // chunks
    if (s.size() > from + longest)
        return false;
    bool hangs = false; // in a relative or subordinate clause
    for (std::size_t i = from; i < s.size(); ++i) {
        if (s.is(i, ChunkKind::quotation) || s.is_mark(i, ":;：；"))
            return false;
        // told a crowd of dockers gathered outside the hall: a participle that hangs on its noun
        const bool reduced = i > from + 1 && s.is(i, ChunkKind::verb) && s.is(i - 1, ChunkKind::noun_phrase)
                             && (s.is(i - 2, ChunkKind::preposition) || s.is(i - 2, ChunkKind::number))
                             && s.words(i).ends_with("ed");
        if (reduced)
            continue;
        const bool finite = s.is(i, ChunkKind::verb) || s.is(i, ChunkKind::cue) || s.is(i, ChunkKind::auxiliary);
        if (s.is(i, ChunkKind::relative) || s.is(i, ChunkKind::subordinator)
            || (s.is(i, ChunkKind::pronoun) && s.chunk(i).word_class == "relative"))
            hangs = true;
        else if ((s.is(i, ChunkKind::coordinator) || s.is(i, ChunkKind::conjunction))
                 && (s.is(i + 1, ChunkKind::noun_phrase) || s.is(i + 1, ChunkKind::pronoun))
                 && (s.is(i + 2, ChunkKind::verb) || s.is(i + 2, ChunkKind::cue) || s.is(i + 2, ChunkKind::auxiliary)))
            return false;
        else if (finite && !hangs && !(s.is(i, ChunkKind::auxiliary) ? false : is_gerund(s, i))
                 && !s.is(i - 1, ChunkKind::coordinator))
            return false;
    }
    return true;
}

bool begins_small(const Quotation& quotation)
{
    const char32_t first = text::code_point_at(quotation.text, 0);
    return text::is_letter(first) && !text::is_upper(first);
}

/// Between two parts: nothing but what hangs on the verb of saying, no clause of its own.
bool hangs_on(const Sentence& s, std::size_t from, std::size_t to)
{
    bool clause = false; // behind as, who, which
    for (std::size_t i = from; i < to; ++i) {
        if (s.is_mark(i, ":.!?") || s.is(i, ChunkKind::cue))
            return false;
        clause = clause || s.is(i, ChunkKind::subordinator) || s.is(i, ChunkKind::relative);
        if (!clause && is_finite(s, i))
            return false;
    }
    return s.is_mark(to - 1, ",;—–-");
}

} // namespace

bool begins_line(const Document& document, const Host& host)
{
    const std::size_t at = host.plain.front();
    return at > 0 && document.plain[at - 1] == '\n';
}

Splits::Splits(const Document& document, Reading& reading, const syntax::Lexicon& lexicon)
    : document_(document), reading_(reading), lexicon_(lexicon), joined_into_(reading.quotations.size(), nowhere)
{
}

std::size_t Splits::root(std::size_t quotation) const
{
    while (joined_into_[quotation] != nowhere)
        quotation = joined_into_[quotation];
    return quotation;
}

bool Splits::joined(std::size_t quotation) const { return joined_into_[quotation] != nowhere; }

void Splits::go_on(const std::vector<Host>& hosts, std::size_t h, std::size_t k, const Sentence& s, const Frame& frame)
{
    const Host& host = hosts[h];
    const std::size_t first = root(host.quotations[k].quotation);
    if (!may_go_on(reading_.quotations[first]) || s.is_title(first))
        return;
    std::size_t i =
        lexicon_.frame() == "continental" ? rest_of_telling(s, frame.end) : rest_of_attribution(s, frame.end);
    // "I think," said I, following as far as I could, "that he is right."
    if (const std::size_t at = k + 1 < host.at.size() ? host.at[k + 1] : s.size();
        lexicon_.frame() == "european" && i < at && k + 1 < host.quotations.size()
        && at - frame.end <= longest_clause_between
        && (begins_small(reading_.quotations[host.quotations[k + 1].quotation]) || s.is_mark(at - 1, ";"))
        && hangs_on(s, frame.end, at))
        i = at;
    if (s.is_mark(i, ";") && s.is(i + 1, ChunkKind::quotation))
        ++i; // "A fine cove," says he; "and a pleasant one."
    if (s.is(i, ChunkKind::quotation)) {
        const auto next = s.ordinal_at(i); // titles inside the clause of telling stand before it
        if (next && !s.is_mark(i - 1, ":：") && !belongs_to_object(s, i) && !frame_behind(s, *next))
            join(first, host.quotations[*next], false);
        return;
    }
    const bool ended = i >= s.size() || (lexicon_.frame() != "han" && ends_with_attribution(s, frame.end));
    if (!ended || h + 1 >= hosts.size())
        return;
    const Host& next = hosts[h + 1];
    if (next.quotations.empty() || next.at.front() != 0 || !next.bare || begins_line(document_, next))
        return;
    if (lexicon_.frame() == "continental" && asks(reading_.quotations[first]))
        return; // »Wer zahlt?« fragte er. »Der Rat.«: an answer
    join(first, next.quotations.front(), true);
}

void Splits::join(std::size_t first, const Hosted& second, bool piecewise)
{
    if (second.part != 0 || second.quotation == first || joined(second.quotation))
        return;
    joined_into_[second.quotation] = first;
    Quotation& whole = reading_.quotations[first];
    const Quotation& part = reading_.quotations[second.quotation];
    whole.parts.insert(whole.parts.end(), part.parts.begin(), part.parts.end());
    whole.piecewise = whole.piecewise || piecewise;
}

void Splits::compact()
{
    std::vector<std::size_t> place(reading_.quotations.size());
    std::vector<Quotation> kept;
    for (std::size_t q = 0; q < reading_.quotations.size(); ++q) {
        if (joined(q))
            continue;
        place[q] = kept.size();
        kept.push_back(std::move(reading_.quotations[q]));
        if (kept.back().parts.size() < 2)
            continue;
        std::vector<std::string> words;
        for (const TextSpan& part : kept.back().parts)
            words.push_back(part.text);
        kept.back().text = text::join(words);
    }
    for (Quotation& quotation : kept)
        if (quotation.nested_in)
            quotation.nested_in = place[root(*quotation.nested_in)];
    reading_.quotations = std::move(kept);
}

} // namespace verbatim::extract
