// SPDX-License-Identifier: Apache-2.0
#include "extract/incise.hpp"

#include "extract/forms.hpp"
#include "extract/subject.hpp"
#include "extract/subject_han.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

using syntax::ChunkKind;

constexpr std::size_t longest_quotation = 1000; // bytes
constexpr std::size_t longest_clause = 60;      // bytes
constexpr std::size_t most_chunks = 4;

std::size_t comma_at(std::string_view words, std::size_t at)
{
    constexpr std::string_view han = "，";
    return words.substr(at).starts_with(han) ? han.size() : at < words.size() && words[at] == ',' ? 1 : 0;
}

std::size_t next_comma(std::string_view words, std::size_t from)
{
    return std::min(words.find(',', from), words.find("，", from));
}

/// Behind the second comma the sentence goes on: a lower-case letter or a Han character.
bool reads_on(std::string_view words)
{
    const char32_t c = text::code_point_at(words, 0);
    return text::is_han_or_kana(c) || (text::is_letter(c) && !text::is_upper(c));
}

Host host_of(const Document& document, Span span, const syntax::Lexicon& lexicon)
{
    Host host;
    host.text = document.slice(span);
    std::replace(host.text.begin(), host.text.end(), syntax::quotation_placeholder, ' ');
    host.plain.add(0, span.begin);
    host.plain.close(host.text.size(), span.end);
    host.chunks = syntax::chunks(host.text, lexicon);
    return host;
}

bool tells(const Sentence& s, std::size_t cue)
{
    const std::string& word_class = s.chunk(cue).word_class;
    return (word_class == "say" || word_class == "add" || word_class == "ask" || word_class == "state"
            || word_class == "write" || word_class == "warn")
           && !is_gerund(s, cue) && !is_infinitive(s, cue) && !is_passive(s, cue);
}

bool may_tell(const Sentence& s, const Speaker& speaker)
{
    if (s.lexicon.has("no-source", s.host.words(speaker.span)))
        return false;
    if (speaker.pronoun) { // I say, you know: the speaker's own
        const std::string& word_class = s.chunk(speaker.first).word_class;
        return word_class == "male" || word_class == "female";
    }
    return s.lexicon.frame() == "han" || is_known_speaker(s, speaker);
}

/// `he said`, `the mayor then said`, `said Lind`: nothing else in the clause.
std::optional<std::pair<Speaker, std::size_t>> subject_and_cue(const Sentence& s)
{
    if (s.size() < 2 || s.size() > most_chunks)
        return std::nullopt;
    const std::size_t last = s.size() - 1;
    if (s.is(last, ChunkKind::cue) && tells(s, last)) {
        for (std::size_t i = 1; i < last; ++i)
            if (!s.is(i, ChunkKind::adverb))
                return std::nullopt;
        const auto speaker = s.lexicon.frame() == "han" ? han::speaker_at(s, 0) : subject_at(s, 0);
        if (speaker && speaker->last == 0)
            return std::pair(*speaker, last);
    }
    if (s.lexicon.frame() != "han" && s.is(0, ChunkKind::cue) && tells(s, 0)) {
        const auto speaker = subject_at(s, 1);
        if (speaker && speaker->last == last)
            return std::pair(*speaker, std::size_t{0});
    }
    return std::nullopt;
}

} // namespace

std::optional<Incise> incise_in(const Document& document, const Quotation& quotation, const syntax::Lexicon& lexicon)
{
    if (quotation.parts.size() != 1 || quotation.marks.empty() || lexicon.frame() == "continental")
        return std::nullopt;
    const Span whole = quotation.parts.front().span;
    if (whole.size() > longest_quotation)
        return std::nullopt;
    const std::string_view words = document.slice(whole);
    for (std::size_t comma = next_comma(words, 0); comma != std::string_view::npos;) {
        const std::size_t begin = comma + comma_at(words, comma);
        const std::size_t end = next_comma(words, begin);
        if (end == std::string_view::npos)
            return std::nullopt;
        const Span clause = trimmed(document.plain, {whole.begin + begin, whole.begin + end});
        const Span behind = trimmed(document.plain, {whole.begin + end + comma_at(words, end), whole.end});
        if (comma > 0 && !clause.empty() && clause.size() <= longest_clause && !behind.empty()
            && reads_on(document.slice(behind))) {
            Incise found{host_of(document, clause, lexicon), {}, 0, {}, {}};
            const Sentence s{found.host, lexicon, [](std::size_t) { return false; }};
            if (const auto who = subject_and_cue(s); who && may_tell(s, who->first)) {
                const Span before{whole.begin, whole.begin + begin};
                found.speaker = who->first;
                found.cue = who->second;
                found.before = {text::collapse(document.slice(before)), before};
                found.behind = {text::collapse(document.slice(behind)), behind};
                return found;
            }
        }
        comma = end;
    }
    return std::nullopt;
}

} // namespace verbatim::extract
