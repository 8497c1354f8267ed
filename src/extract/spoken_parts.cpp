// SPDX-License-Identifier: Apache-2.0
#include "extract/spoken_parts.hpp"

#include "extract/forms.hpp"
#include "extract/frame_continental.hpp"
#include "extract/told.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

// ---- clauses that a frame reads: dit Ida, a-t-il répondu, —dijo Ida—

constexpr std::size_t longest_incise = 220; // bytes
constexpr std::size_t most_incises = 8;     // in one run of words
constexpr std::size_t most_looks = 200;     // for an incise, in one run of words

/// The clause as the host sentence of one quotation that ends before it.
Host host_behind(std::string_view text, Span clause, const syntax::Lexicon& lexicon)
{
    Host host;
    host.text.push_back(syntax::quotation_placeholder);
    host.text += ", ";
    host.plain.add(0, clause.begin);
    host.plain.add(host.text.size(), clause.begin);
    host.text += text.substr(clause.begin, clause.size());
    std::replace(host.text.begin() + 1, host.text.end(), syntax::quotation_placeholder, ' ');
    host.plain.close(host.text.size(), clause.end);
    host.chunks = syntax::chunks(host.text, lexicon);
    host.quotations.push_back({});
    host.closing.push_back(U',');
    host.at.push_back(0);
    return host;
}

/// No verb up to the end of the clause or its next comma.
bool verbless(const Sentence& s, std::size_t from)
{
    for (std::size_t i = from; i < s.size() && !s.is_mark(i, ","); ++i)
        if (s.is(i, syntax::ChunkKind::verb) || s.is(i, syntax::ChunkKind::cue) || s.is(i, syntax::ChunkKind::auxiliary)
            || s.is(i, syntax::ChunkKind::pronoun))
            return false;
    return true;
}

/// Where the telling clause that begins at the offset ends: at the mark behind it. None where none begins there.
///     dit Ida|, partons        dit Ida en riant|. Partons
std::optional<std::size_t> incise_end(const syntax::Lexicon& lexicon, std::string_view text, Span rest)
{
    constexpr std::string_view stops = ".!?;:";
    const std::size_t limit = std::min(rest.end, rest.begin + longest_incise);
    std::size_t end = rest.begin;
    for (; end < limit; ++end) {
        if (stops.find(text[end]) == std::string_view::npos)
            continue;
        // M. Holm
        if (text[end] == '.'
            && lexicon.has("abbreviation", text.substr(text.rfind(' ', end) + 1, end - text.rfind(' ', end))))
            continue;
        break;
    }
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
        ++end;
    const Host host = host_behind(text, {rest.begin, end}, lexicon);
    const Sentence s{host, lexicon, [](std::size_t) { return false; }};
    const auto frame = frame_behind_continental(s, 0);
    // viendra-t-il: only a verb of saying parts the words
    if (!frame || !frame->speaker || frame->cue_span.empty() || !s.is(frame->cue, syntax::ChunkKind::cue)
        || lexicon.has("no-source", s.host.words(frame->speaker->span)) || frame->speaker->first < frame->cue)
        return std::nullopt;
    for (std::size_t i = frame->end; i < s.size(); ++i) {
        if (!s.is_mark(i, ","))
            continue;
        const std::size_t behind = s.chunk(i).span.end;
        const std::string_view more = std::string_view(host.text).substr(behind);
        const std::size_t word = more.find_first_not_of(' ');
        const bool apposition =
            !frame->speaker->pronoun && s.is(i + 1, syntax::ChunkKind::noun_phrase) && verbless(s, i + 1);
        const bool tail = word != std::string_view::npos
                          && (lexicon.match("incise-tail", more, word) > 0
                              || (i + 1 < s.size() && lexicon.has("form.gerund", s.host.words(s.chunk(i + 1).head))));
        if (!tail && !apposition)
            return host.plain[s.chunk(i).span.begin];
    }
    return end;
}

/// `A, dit X, b`: the comma belongs to A where the words go on behind the incise; `A, dit X.` and `A, dit X ; b` not.
std::vector<Span> incised_parts(const syntax::Lexicon& lexicon, std::string_view text, Span content)
{
    constexpr std::u32string_view stops = U",.!?…;—–»”";
    std::vector<Span> parts;
    std::size_t begin = content.begin;
    std::size_t incises = 0;
    std::size_t looks = 0;
    for (std::size_t at = content.begin; at < content.end && incises < most_incises && looks < most_looks;) {
        const char32_t stop = text::code_point_at(text, at);
        const std::size_t behind = at + text::code_point_size(text, at);
        const std::size_t next = skip_blanks(text, behind, content.end);
        const bool may_open = stops.find(stop) != std::u32string_view::npos && next > behind && next < content.end
                              && text::is_letter(text::code_point_at(text, next))
                              && !text::is_upper(text::code_point_at(text, next));
        looks += may_open ? 1 : 0;
        const auto end = may_open ? incise_end(lexicon, text, {next, content.end}) : std::nullopt;
        if (!end) {
            at = behind;
            continue;
        }
        ++incises;
        const bool resumes = *end < content.end && skip_blanks(text, *end + 1, content.end) < content.end;
        const bool comma = stop == U',' || stop == U'—' || stop == U'–' || stop == U';';
        const bool keeps_comma = !comma || (stop == U',' && resumes && text[*end] == ',');
        parts.push_back(trimmed(text, {begin, keeps_comma ? behind : at}));
        begin = at = resumes ? skip_blanks(text, *end + 1, content.end) : content.end;
        if (resumes && (text[*end] == '.' || text[*end] == ',')
            && is_told(lexicon, text.substr(begin, content.end - begin)))
            begin = at = content.end;
    }
    if (begin < content.end)
        parts.push_back(trimmed(text, {begin, content.end}));
    std::erase_if(parts, [](Span part) { return part.empty(); });
    return parts;
}

// ---- —Ven —dijo Ida—. Es tarde.

bool is_raya(char32_t c) { return c == U'—' || c == U'–' || c == U'―'; }

/// A dash glued to the word behind it opens what is told, one glued to the word before it closes that.
struct Raya {
    Span span;
    bool glued_before = false;
    bool glued_behind = false;
};
std::vector<Raya> rayas_in(std::string_view text, Span content)
{
    std::vector<Raya> rayas;
    bool blank = true;
    for (std::size_t at = content.begin; at < content.end;) {
        const char32_t c = text::code_point_at(text, at);
        const std::size_t end = at + text::code_point_size(text, at);
        if (is_raya(c)) {
            const char32_t next = end < content.end ? text::code_point_at(text, end) : U' ';
            rayas.push_back(
                {{at, end}, !blank, text::is_letter(next) || text::is_digit(next) || next == U'¿' || next == U'¡'});
        }
        blank = text::is_space(c);
        at = end;
    }
    return rayas;
}

bool tells(const syntax::Lexicon& lexicon, std::string_view words)
{
    const std::vector<syntax::Chunk> chunks = syntax::chunks(words, lexicon);
    return std::any_of(chunks.begin(), chunks.end(), [](const syntax::Chunk& chunk) {
        return chunk.kind == syntax::ChunkKind::cue || chunk.kind == syntax::ChunkKind::verb
               || chunk.kind == syntax::ChunkKind::auxiliary;
    });
}

std::vector<Span> parts_between_rayas(const syntax::Lexicon& lexicon, std::string_view text, Span content,
                                      const std::vector<Raya>& rayas)
{
    std::vector<Span> parts;
    std::size_t begin = content.begin;
    for (std::size_t i = 0; i < rayas.size(); ++i) {
        if (rayas[i].glued_before || !rayas[i].glued_behind)
            continue;
        const bool closed = i + 1 < rayas.size();
        const std::size_t end = closed ? rayas[i + 1].span.begin : content.end;
        if (!tells(lexicon, text.substr(rayas[i].span.end, end - rayas[i].span.end)))
            continue; // a parenthesis of the speaker's own
        parts.push_back(trimmed(text, {begin, rayas[i].span.begin}));
        begin = closed ? rayas[i + 1].span.end : content.end;
        while (begin < content.end && std::string_view(".,;:").find(text[begin]) != std::string_view::npos)
            ++begin;
        ++i;
    }
    parts.push_back(trimmed(text, {begin, content.end}));
    std::erase_if(parts, [](Span part) { return part.empty(); });
    return parts;
}

} // namespace

std::vector<Span> spoken_parts(const syntax::Lexicon& lexicon, std::string_view text, Span content)
{
    if (lexicon.frame() != "continental")
        return spoken_parts_european(lexicon, text, content);
    if (lexicon.has("pattern", "turn-raya")) {
        const std::vector<Raya> rayas = rayas_in(text, content);
        if (std::any_of(rayas.begin(), rayas.end(),
                        [](const Raya& raya) { return raya.glued_behind && !raya.glued_before; }))
            return parts_between_rayas(lexicon, text, content, rayas);
    }
    return incised_parts(lexicon, text, content);
}

} // namespace verbatim::extract
