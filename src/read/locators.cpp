// SPDX-License-Identifier: Apache-2.0
// Printed locators: what the text itself says of its pages, paragraphs and verses. Numbers count only in runs, since a
// number at the start of a line may be anything; of two ways to read them the one with more numbers wins.
#include "read/formats.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace verbatim::read {
namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits from `at`, at most `most` of them.
std::size_t digits(std::string_view text, std::size_t at, std::size_t most)
{
    std::size_t end = at;
    while (end < text.size() && end - at <= most && is_ascii_digit(text[end]))
        ++end;
    return end - at > most ? 0 : end - at;
}
std::size_t number_in(std::string_view digits_only)
{
    std::size_t value = 0;
    for (const char c : digits_only)
        value = value * 10 + static_cast<std::size_t>(c - '0');
    return value;
}
bool blank_at(std::string_view text, std::size_t at)
{
    return at >= text.size() || text::is_space(text::code_point_at(text, at));
}

// ---- pages -------------------------------------------------------------------------------------------------------

struct PageMark {
    std::size_t size = 0;
    std::string_view label;
};

/// `[p. 12]` `[page xii]` `[S. 12]` `[第12页]`
std::optional<PageMark> page_mark(std::string_view plain, std::size_t at)
{
    constexpr std::array<std::string_view, 9> words{"page ", "Page ", "p. ", "p.", "p ", "S. ", "S.", "pg. ", "第"};
    constexpr std::array<std::string_view, 3> behind{"页", "頁", ""};
    const std::string_view rest = plain.substr(at, 40);
    if (!rest.starts_with('['))
        return std::nullopt;
    for (const std::string_view word : words) {
        if (!rest.substr(1).starts_with(word))
            continue;
        std::size_t begin = 1 + word.size();
        while (begin < rest.size() && rest[begin] == ' ')
            ++begin;
        std::size_t end = begin;
        while (end < rest.size() && end - begin < 12
               && (is_ascii_digit(rest[end]) || std::string_view("ivxlcdmIVXLCDMA-").find(rest[end]) != rest.npos))
            ++end;
        if (end == begin)
            continue;
        for (const std::string_view tail : behind)
            if (rest.substr(end).starts_with(tail) && rest.substr(end + tail.size()).starts_with(']'))
                return PageMark{end + tail.size() + 1, rest.substr(begin, end - begin)};
    }
    return std::nullopt;
}

void find_pages(Document& document)
{
    const std::string_view plain = document.plain;
    for (std::size_t at = plain.find('['); at != std::string_view::npos; at = plain.find('[', at + 1)) {
        const auto mark = page_mark(plain, at);
        if (!mark || in_code(document, at))
            continue;
        document.locators.push_back({at + mark->size, "page", std::string(mark->label), {at, at + mark->size}});
    }
    if (!document.locators.empty() || plain.find('\f') == std::string_view::npos)
        return;
    // Form feeds count pages from 1, whatever number is printed on the first.
    std::size_t page = 1;
    document.locators.push_back({0, "page", "1", {}});
    for (std::size_t at = plain.find('\f'); at != std::string_view::npos; at = plain.find('\f', at + 1), ++page)
        if (at + 1 < plain.size() && plain[at + 1] != '\f') // an empty page holds nothing
            document.locators.push_back({at + 1, "page", std::to_string(page + 1), {at, at + 1}});
}

// ---- numbered paragraphs -----------------------------------------------------------------------------------------

/// A number where a paragraph begins, in the style it is set: '.' for `12.`, '[' for `[12]` …
struct Numbered {
    char style = '.';
    std::size_t number = 0;
    std::size_t offset = 0; ///< of the block
    Span mark;
};

std::optional<Numbered> number_at(std::string_view plain, std::size_t at)
{
    constexpr std::size_t most_digits = 5;
    std::size_t begin = at;
    char style = '.';
    if (plain.substr(at).starts_with("§")) {
        style = 'S';
        begin += 2;
        while (begin < plain.size() && begin < at + 4 && plain[begin] == ' ')
            ++begin;
    } else if (at < plain.size() && (plain[at] == '[' || plain[at] == '(')) {
        style = plain[at];
        ++begin;
    }
    const std::size_t count = digits(plain, begin, most_digits);
    if (count == 0)
        return std::nullopt;
    std::size_t end = begin + count;
    const char behind = end < plain.size() ? plain[end] : ' ';
    if (style == '.' && (behind == '.' || behind == ')'))
        style = behind;
    else if ((style == '[' && behind != ']') || (style == '(' && behind != ')') || style == '.')
        return std::nullopt;
    if (style != 'S' || behind == '.')
        ++end;
    if (!blank_at(plain, end))
        return std::nullopt;
    return Numbered{style, number_in(plain.substr(begin, count)), at, {at, std::min(end, plain.size())}};
}

/// The longest run of consecutive numbers of one style, of at least three.
std::vector<Numbered> longest_run(const std::vector<Numbered>& all)
{
    constexpr std::size_t shortest = 3;
    std::map<char, std::vector<Numbered>> running;
    std::vector<Numbered> best;
    for (const Numbered& numbered : all) {
        std::vector<Numbered>& run = running[numbered.style];
        if (!run.empty() && numbered.number != run.back().number + 1) {
            if (run.size() > best.size())
                best = std::move(run);
            run.clear();
        }
        run.push_back(numbered);
    }
    for (auto& [style, run] : running)
        if (run.size() > best.size())
            best = std::move(run);
    if (best.size() < shortest)
        best.clear();
    return best;
}

void find_paragraph_numbers(Document& document, const std::vector<PrintedNumber>& printed)
{
    std::vector<Numbered> all;
    std::size_t next = 0;
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const Block& block = document.blocks[i];
        while (next < printed.size() && printed[next].block < i)
            ++next;
        if (next < printed.size() && printed[next].block == i)
            all.push_back({'.', printed[next].number, block.span.begin, {}});
        else if (block.kind != BlockKind::code && block.kind != BlockKind::heading && block.kind != BlockKind::note)
            if (const auto numbered = number_at(document.plain, block.span.begin))
                all.push_back(*numbered);
    }
    for (const Numbered& numbered : longest_run(all))
        document.locators.push_back({numbered.offset, "paragraph", std::to_string(numbered.number), numbered.mark});
}

// ---- verses ------------------------------------------------------------------------------------------------------

struct Verse {
    std::string book; ///< "Mt" of `Mt 5:3`; empty for `5:3`
    std::size_t chapter = 0;
    std::size_t verse = 0;
    Span mark;
    bool starts_line = false;
};

/// `5:3` `[5:3]` `Mt 5:3` around the colon at `colon`.
std::optional<Verse> verse_at(std::string_view plain, std::size_t colon)
{
    std::size_t begin = colon;
    while (begin > 0 && colon - begin < 4 && is_ascii_digit(plain[begin - 1]))
        --begin;
    const std::size_t after = digits(plain, colon + 1, 3);
    if (begin == colon || colon - begin > 3 || after == 0 || plain[begin] == '0' || plain[colon + 1] == '0')
        return std::nullopt;
    Verse verse;
    verse.chapter = number_in(plain.substr(begin, colon - begin));
    verse.verse = number_in(plain.substr(colon + 1, after));
    verse.mark = {begin, colon + 1 + after};
    if (begin > 0 && plain[begin - 1] == '[' && verse.mark.end < plain.size() && plain[verse.mark.end] == ']')
        verse.mark = {begin - 1, verse.mark.end + 1};
    else if (!blank_at(plain, verse.mark.end))
        return std::nullopt;
    // A book's name may stand between the start of the line and the number: "1 Kor 5:3".
    std::size_t start = verse.mark.begin;
    while (start > 0 && verse.mark.begin - start < 24 && plain[start - 1] != '\n' && plain[start - 1] != '\r')
        --start;
    const bool at_line = start == 0 || plain[start - 1] == '\n' || plain[start - 1] == '\r';
    const std::string_view ahead = trimmed(plain.substr(start, verse.mark.begin - start));
    const bool name = at_line && !ahead.empty() && std::count(ahead.begin(), ahead.end(), ' ') <= 1
                      && text::is_letter(text::code_point_before(ahead, ahead.size()))
                      && (text::is_upper(text::code_point_at(ahead, 0)) || is_ascii_digit(ahead.front()));
    verse.starts_line = at_line && (ahead.empty() || name);
    if (name) {
        verse.book = std::string(ahead);
        verse.mark.begin = static_cast<std::size_t>(ahead.data() - plain.data());
    } else if (verse.mark.begin > 0 && !text::is_space(text::code_point_before(plain, verse.mark.begin))) {
        return std::nullopt;
    }
    return verse;
}

bool follows(const Verse& before, const Verse& verse)
{
    return (verse.book.empty() || verse.book == before.book || before.book.empty())
           && ((verse.chapter == before.chapter && verse.verse == before.verse + 1)
               || (verse.chapter == before.chapter + 1 && verse.verse == 1));
}

void find_verses(Document& document)
{
    constexpr std::size_t shortest = 3;
    std::vector<Verse> run;
    const auto keep = [&] {
        if (run.size() >= shortest)
            for (const Verse& verse : run)
                document.locators.push_back({verse.mark.begin, "verse",
                                             (verse.book.empty() ? "" : verse.book + " ")
                                                 + std::to_string(verse.chapter) + ":" + std::to_string(verse.verse),
                                             verse.mark});
        run.clear();
    };
    const std::string_view plain = document.plain;
    for (std::size_t at = plain.find(':'); at != std::string_view::npos; at = plain.find(':', at + 1)) {
        const auto verse = verse_at(plain, at);
        if (!verse || in_code(document, at))
            continue;
        if (!run.empty() && follows(run.back(), *verse)) {
            run.push_back(*verse);
        } else if (verse->starts_line) {
            keep();
            run.push_back(*verse);
        }
    }
    keep();
}

} // namespace

bool in_code(const Document& document, std::size_t offset)
{
    const auto next = std::upper_bound(document.code.begin(), document.code.end(), offset,
                                       [](std::size_t at, Span span) { return at < span.begin; });
    if (next != document.code.begin() && (next - 1)->contains(offset))
        return true;
    const Block* block = document.block_at(offset);
    return block != nullptr && block->kind == BlockKind::code && block->span.contains(offset);
}

std::size_t page_mark_size(std::string_view plain, std::size_t at)
{
    const auto mark = page_mark(plain, at);
    return mark ? mark->size : 0;
}

void find_locators(Document& document, const std::vector<PrintedNumber>& printed)
{
    find_pages(document);
    find_paragraph_numbers(document, printed);
    find_verses(document);
    find_note_numbers(document);
    std::stable_sort(document.locators.begin(), document.locators.end(),
                     [](const LocatorMark& a, const LocatorMark& b) { return a.offset < b.offset; });
}

} // namespace verbatim::read
