// SPDX-License-Identifier: Apache-2.0
#include "extract/dialogue.hpp"

#include "extract/spoken_parts.hpp"
#include "syntax/syntax.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <map>

namespace verbatim::extract {
namespace {

constexpr std::size_t fewest_dialogue_lines = 3;

/// — « Bon », dit Ida: what is spoken stands in marks behind the dash.
bool has_own_marks(std::string_view content)
{
    constexpr std::u32string_view openers = U"«“„\"";
    return openers.find(text::code_point_at(content, 0)) != std::u32string_view::npos
           && (content.find("»") != std::string_view::npos || content.find("”") != std::string_view::npos
               || content.find('"', 1) != std::string_view::npos);
}

/// — IV —, — 12 —: the number of a chapter or page.
bool is_number_between_dashes(std::string_view text, Span content)
{
    constexpr std::string_view figures = "0123456789IVXLC.";
    std::size_t at = content.begin;
    while (at < content.end && figures.find(text[at]) != std::string_view::npos)
        ++at;
    return at > content.begin && dash_size(text, skip_blanks(text, at, content.end), content.end) > 0;
}

/// What a dash opens: up to the end of its line, in English up to the line that is told.
std::optional<SpokenRun> run_behind_dash(const Document& document, const syntax::Lexicon& lexicon,
                                         const OpeningLine& line, bool among_lines)
{
    const std::size_t at = skip_blanks(document.plain, line.span.begin, line.span.end);
    const char32_t behind = text::code_point_at(document.plain, at + line.dash);
    if (document.plain[at] == '-' && text::is_letter(behind) && !text::is_upper(behind))
        return std::nullopt; // --verbose: an option
    Span content = trimmed(document.plain, {at + line.dash, line.span.end});
    if (lexicon.frame() == "european" && among_lines)
        content.end = end_of_spoken_lines(lexicon, document.plain, content);
    if (content.empty() || (dash_opens_turn(lexicon) && has_own_marks(document.slice(content)))
        || is_number_between_dashes(document.plain, content))
        return std::nullopt;
    SpokenRun run;
    run.form = QuotationForm::dialogue;
    run.block = line.block;
    run.label = {at, at + line.dash};
    run.content = content;
    run.parts = spoken_parts(lexicon, document.plain, content);
    return run;
}

/// The block stands right below the one before: each sentence has a line of its own.
bool stands_below(const Document& document, std::size_t block)
{
    if (block == 0)
        return false;
    const Span between{document.blocks[block - 1].span.end, document.blocks[block].span.begin};
    const std::string_view gap = document.slice(between);
    return std::count(gap.begin(), gap.end(), '\n') == 1;
}

} // namespace

std::size_t dash_size(std::string_view text, std::size_t at, std::size_t end)
{
    std::size_t size = 0;
    while (at + size < end) {
        const char32_t c = text::code_point_at(text, at + size);
        if (c != U'—' && c != U'–' && c != U'―' && c != U'─' && c != U'-')
            break;
        size += text::code_point_size(text, at + size);
    }
    return size == 1 ? 0 : size;
}

bool dash_opens_turn(const syntax::Lexicon& lexicon)
{
    return lexicon.has("pattern", "turn-paragraph") || lexicon.has("pattern", "turn-raya");
}

std::optional<OpeningLine> spoken_behind_colon(std::string_view text, std::size_t block, Span span)
{
    const std::string_view line = text.substr(0, span.end); // a search past it would be one through the whole text
    for (std::size_t colon = line.find(':', span.begin); colon < span.end; colon = line.find(':', colon + 1)) {
        const std::size_t at = skip_blanks(text, colon + 1, span.end);
        const std::size_t dash = at > colon + 1 ? dash_size(text, at, span.end) : 0;
        if (dash > 0 && text::is_upper(text::code_point_at(text, skip_blanks(text, at + dash, span.end))))
            return OpeningLine{block, {at, span.end}, {}, dash, true};
    }
    return std::nullopt;
}

std::vector<SpokenRun> dialogue_lines(const Document& document, const syntax::Lexicon& lexicon,
                                      const std::vector<OpeningLine>& lines)
{
    std::vector<SpokenRun> dialogue;
    std::vector<SpokenRun> behind_colons;
    std::size_t sentences = 0;
    std::size_t surely_spoken = 0;
    std::size_t incised = 0;
    bool among_lines = false; // of a block
    std::map<std::size_t, std::size_t> in_block;
    for (const OpeningLine& line : lines)
        in_block[line.block] += line.dash > 0 && !line.behind_colon ? 1 : 0;
    for (const OpeningLine& line : lines) {
        const bool first = line.span.begin == document.blocks[line.block].span.begin;
        const bool several = in_block[line.block] >= fewest_dialogue_lines;
        if (line.dash == 0 || (!first && !several))
            continue;
        auto run = run_behind_dash(document, lexicon, line, several);
        if (!run)
            continue;
        const char32_t last = text::code_point_before(document.plain, run->content.end);
        const bool tells_who = run->parts.size() != 1 || run->parts.front() != run->content;
        incised += tells_who || line.behind_colon ? 1 : 0;
        if (line.behind_colon) {
            behind_colons.push_back(*std::move(run));
            continue;
        }
        constexpr std::u32string_view stops = U".!?…,。！？";
        sentences += stops.find(last) != std::u32string_view::npos ? 1 : 0;
        surely_spoken += tells_who || last == U'?' || last == U'!' ? 1 : 0;
        among_lines = among_lines || several || stands_below(document, line.block);
        dialogue.push_back(*std::move(run));
    }
    // Where dashes open turns they also open lists: some lines must ask, exclaim or say who speaks. Elsewhere the lines
    // of one paragraph are a list, or breaks of thought, where none says who speaks.
    constexpr std::size_t spoken_share = 6;
    constexpr std::size_t incised_share = 3;
    const bool enough = dash_opens_turn(lexicon) ? surely_spoken > 0 && surely_spoken * spoken_share >= dialogue.size()
                                                 : sentences >= fewest_dialogue_lines
                                                       && (incised * incised_share >= dialogue.size() || !among_lines
                                                           || lexicon.frame() != "european");
    if (!enough || sentences * 2 < dialogue.size())
        return {};
    dialogue.insert(dialogue.end(), behind_colons.begin(), behind_colons.end());
    return dialogue;
}

} // namespace verbatim::extract
