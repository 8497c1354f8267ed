// SPDX-License-Identifier: Apache-2.0
#include "extract/forms.hpp"

#include "extract/dialogue.hpp"

#include "syntax/syntax.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace verbatim::extract {
namespace {

constexpr std::size_t longest_label = 48;      // bytes of a speaker's name before its colon
constexpr std::size_t longest_signature = 160; // bytes

bool is_colon(char32_t c) { return c == U':' || c == U'：'; }

/// `LINDQVIST`, `Oda Lindqvist (smiling)`, `记者` before a colon at the line's start; the empty span for none.
Span speaker_label(std::string_view text, Span line, const syntax::Lexicon& lexicon)
{
    const std::size_t begin = skip_blanks(text, line.begin, line.end);
    const std::size_t limit = std::min(line.end, begin + longest_label);
    std::size_t words = 0;
    std::size_t han = 0;
    std::size_t end = begin; // of the name, brackets left out
    bool in_bracket = false;
    bool word_starts = true;
    for (std::size_t at = begin; at < limit;) {
        const char32_t c = text::code_point_at(text, at);
        const std::size_t size = text::code_point_size(text, at);
        if (is_colon(c) && !in_bracket) {
            const std::size_t behind = at + size;
            const bool spoken = behind < line.end
                                && (c == U'：' || text::is_space(text::code_point_at(text, behind)) || han > 0)
                                && skip_blanks(text, behind, line.end) < line.end;
            return spoken && words + han > 0 && words <= 4 && han <= 8 ? Span{begin, end} : Span{};
        }
        if (c == U'(' || c == U'（' || c == U'[') {
            in_bracket = true;
        } else if (c == U')' || c == U'）' || c == U']') {
            in_bracket = false;
        } else if (in_bracket) {
        } else if (text::is_space(c)) {
            word_starts = true;
        } else if (text::is_han_or_kana(c)) {
            ++han;
            end = at + size;
        } else if (word_starts) {
            const bool office = words > 0 && lexicon.match("title", text, begin) > 0; // M. le président
            if (!text::is_upper(c) && !office && !(words > 0 && text::is_digit(c)))
                return {};
            ++words;
            word_starts = false;
            end = at + size;
        } else if (text::is_letter(c) || text::is_digit(c) || c == U'.' || c == U'-' || c == U'\'' || c == U'’') {
            end = at + size;
        } else if (c != U'·') {
            return {};
        }
        at += size;
    }
    return {};
}

/// `林奎斯特指出：` attributes in a sentence; only `林奎斯特：` is a label.
bool ends_in_cue(std::string_view text, Span label, const syntax::Lexicon& lexicon)
{
    for (std::size_t at = label.begin + text::code_point_size(text, label.begin); at < label.end;
         at += text::code_point_size(text, at))
        if (text::is_han_or_kana(text::code_point_at(text, at)) && lexicon.match("cue", text, at) == label.end - at)
            return true;
    return false;
}

/// A line that ends inside its sentence goes on in the next.
bool runs_on(std::string_view text, Span line)
{
    line = trimmed(text, line);
    constexpr std::u32string_view stops = U".!?…:;»”\"";
    return !line.empty() && stops.find(text::code_point_before(text, line.end)) == std::u32string_view::npos;
}

/// The lines that begin with a label or a dash, each up to the next of them or to the end of its block.
std::vector<OpeningLine> opening_lines(const Document& document)
{
    const syntax::Lexicon& lexicon = syntax::lexicon(document.language);
    const bool opens_turns = dash_opens_turn(lexicon);
    std::vector<OpeningLine> lines;
    for (std::size_t b = 0; b < document.blocks.size(); ++b) {
        const Block& block = document.blocks[b];
        if (block.kind != BlockKind::paragraph)
            continue;
        for (std::size_t at = block.span.begin; at < block.span.end;) {
            const std::size_t feed = document.plain.view().find('\n', at);
            const Span span{at, std::min(feed, block.span.end)};
            OpeningLine line{b, span, speaker_label(document.plain, span, lexicon),
                             dash_size(document.plain, skip_blanks(document.plain, at, span.end), span.end)};
            if (!line.label.empty() && ends_in_cue(document.plain, line.label, lexicon))
                line.label = {};
            const bool opens = !line.label.empty() || line.dash > 0;
            if (opens)
                lines.push_back(line);
            else if (const auto told = spoken_behind_colon(document.plain, b, span);
                     told && lexicon.frame() == "european")
                lines.push_back(*told);
            else if (!lines.empty() && lines.back().block == b
                     && (lines.back().dash == 0 || lexicon.frame() == "european"
                         || (opens_turns && runs_on(document.plain, lines.back().span))))
                lines.back().span.end = span.end;
            at = span.end + 1;
        }
    }
    return lines;
}

std::string label_key(const Document& document, Span label) { return text::search_fold(document.slice(label)); }

bool ends_in_question(const Document& document, Span content)
{
    if (content.empty())
        return false;
    const char32_t last = text::code_point_before(document.plain, content.end);
    return last == U'?' || last == U'？';
}

/// Two speakers at least, near each other, one of whom speaks again or answers a question: a conversation.
bool is_conversation(const Document& document, const std::vector<OpeningLine>& lines)
{
    std::map<std::string, std::size_t> count;
    bool neighbours = false;
    bool answered = false;
    const OpeningLine* before = nullptr;
    std::string key_before;
    for (const OpeningLine& line : lines) {
        if (line.label.empty())
            continue;
        const std::string key = label_key(document, line.label);
        ++count[key];
        if (before != nullptr && key != key_before && line.block <= before->block + 2) {
            neighbours = true;
            answered = answered || ends_in_question(document, trimmed(document.plain, before->span));
        }
        before = &line;
        key_before = key;
    }
    const bool again = std::any_of(count.begin(), count.end(), [](const auto& entry) { return entry.second > 1; });
    return count.size() >= 2 && neighbours && (again || answered);
}

} // namespace

std::size_t skip_blanks(std::string_view text, std::size_t at, std::size_t end)
{
    while (at < end && text::is_space(text::code_point_at(text, at)))
        at += text::code_point_size(text, at);
    return at;
}

Span trimmed(std::string_view text, Span span)
{
    span.begin = skip_blanks(text, span.begin, span.end);
    while (span.end > span.begin && text::is_space(text::code_point_before(text, span.end))) {
        do
            --span.end;
        while (span.end > span.begin && (static_cast<unsigned char>(text[span.end]) & 0xC0U) == 0x80U);
    }
    return span;
}

std::optional<Span> signature_at(std::string_view text, Span within)
{
    const std::size_t at = skip_blanks(text, within.begin, within.end);
    const std::size_t dash = dash_size(text, at, within.end);
    if (dash == 0)
        return std::nullopt;
    const Span name = trimmed(text, {at + dash, within.end});
    if (name.empty() || name.size() > longest_signature
        || text.substr(name.begin, name.size()).find('\n') != std::string_view::npos)
        return std::nullopt;
    // — Der Redakteur: „…“: the next speaker's turn
    const std::size_t colon = text.substr(name.begin, name.size()).find(": ");
    constexpr std::u32string_view openers = U"\"“„«»‚‘'";
    if (colon != std::string_view::npos && colon + 2 < name.size()
        && openers.find(text::code_point_at(text, name.begin + colon + 2)) != std::u32string_view::npos)
        return std::nullopt;
    const char32_t first = text::code_point_at(text, name.begin);
    const char32_t last = text::code_point_before(text, name.end);
    const bool named = text::is_upper(first) || text::is_han_or_kana(first) || first == U'《';
    const bool spoken =
        last == U'?' || last == U'!' || last == U'？' || last == U'！' || last == U'。' || last == U',' || last == U':';
    return named && !spoken ? std::optional(name) : std::nullopt;
}

std::optional<Signed> signed_run(std::string_view text, Span run)
{
    run = trimmed(text, run);
    // Its own last line, or behind the end of a sentence on the same line.
    for (std::size_t at = run.end; at > run.begin;) {
        do
            --at;
        while (at > run.begin && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
        if (run.end - at > longest_signature + 8)
            return std::nullopt;
        if ((text[at] != '-' && text[at] != '\xe2') || dash_size(text, at, run.end) == 0 || at == run.begin)
            continue; // no dash begins with another byte
        if (dash_size(text, at - 1, run.end) > 1 && text[at - 1] == '-')
            continue; // inside a longer dash
        const std::size_t words_end = trimmed(text, {run.begin, at}).end;
        if (words_end == run.begin)
            return std::nullopt;
        const bool own_line = text.substr(words_end, at - words_end).find('\n') != std::string_view::npos;
        constexpr std::u32string_view stops = U".!?…。！？\"”’'」』»";
        const bool behind_stop =
            words_end < at && stops.find(text::code_point_before(text, words_end)) != std::u32string_view::npos;
        if (!own_line && !behind_stop)
            continue;
        if (const auto signature = signature_at(text, {at, run.end}))
            return Signed{words_end, *signature};
        return std::nullopt;
    }
    return std::nullopt;
}

std::vector<SpokenRun> spoken_runs(const Document& document, const syntax::Lexicon& lexicon)
{
    const std::vector<OpeningLine> lines = opening_lines(document);
    std::vector<OpeningLine> turns;
    for (const OpeningLine& line : lines)
        if (!line.label.empty()
            && lexicon.match("marks.no-speaker", document.plain, line.label.begin) < line.label.size())
            turns.push_back(line);
    if (!is_conversation(document, turns))
        turns.clear();
    std::vector<SpokenRun> runs;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        std::size_t colon = turns[i].label.end;
        while (!is_colon(text::code_point_at(document.plain, colon)))
            colon += text::code_point_size(document.plain, colon);
        colon += text::code_point_size(document.plain, colon);
        SpokenRun run{QuotationForm::turn,
                      turns[i].block,
                      turns[i].label,
                      trimmed(document.plain, {colon, turns[i].span.end}),
                      {},
                      false};
        run.question = ends_in_question(document, run.content) && i + 1 < turns.size()
                       && label_key(document, turns[i + 1].label) != label_key(document, turns[i].label);
        run.parts = {run.content};
        if (!run.content.empty())
            runs.push_back(run);
    }
    const std::vector<SpokenRun> dialogue = dialogue_lines(document, lexicon, lines);
    runs.insert(runs.end(), dialogue.begin(), dialogue.end());
    std::sort(runs.begin(), runs.end(),
              [](const SpokenRun& a, const SpokenRun& b) { return a.content.begin < b.content.begin; });
    return runs;
}

} // namespace verbatim::extract
