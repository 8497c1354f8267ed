// SPDX-License-Identifier: Apache-2.0
// The same passage in another version: by printed verse or paragraph numbers where both versions have them, else by
// the order of paragraphs, aligned by length where their numbers differ; then by sentences inside the paragraph.
#include "library/twin.hpp"

#include "library/length_alignment.hpp"
#include "library/state.hpp"

#include <algorithm>
#include <map>

namespace verbatim::library {

namespace {

struct Numbered {
    std::string label;
    Span span;            ///< without the number itself
    std::size_t mark = 0; ///< where the number begins
};

/// The stretches that the numbers of one kind divide the text into; labels carry their chapter. A book counts by its
/// order, since its name is another in each language.
std::vector<Numbered> numbered_parts(const Document& document, std::string_view kind)
{
    std::vector<Numbered> parts;
    std::string chapter;
    std::string book;
    std::size_t books = 1;
    for (const LocatorMark& mark : document.locators) {
        if (mark.kind != kind && mark.kind != "chapter")
            continue;
        const std::size_t begin = mark.span.empty() ? mark.offset : std::min(mark.offset, mark.span.begin);
        if (!parts.empty())
            parts.back().span.end = std::min(parts.back().span.end, std::max(begin, parts.back().span.begin));
        if (mark.kind == "chapter") {
            chapter = mark.label;
            continue;
        }
        const std::size_t space = mark.label.rfind(' ');
        const std::string named = space == std::string::npos ? std::string() : mark.label.substr(0, space);
        if (!parts.empty() && named != book)
            ++books;
        book = named;
        parts.push_back({std::to_string(books) + "|" + chapter + "|"
                             + (space == std::string::npos ? mark.label : mark.label.substr(space + 1)),
                         {std::max(mark.offset, mark.span.end), document.plain.size()},
                         begin});
    }
    return parts;
}

Span trimmed(std::string_view plain, Span span)
{
    while (!span.empty() && text::is_space(text::code_point_at(plain, span.begin)))
        span.begin += text::code_point_size(plain, span.begin);
    while (!span.empty() && text::is_space(text::code_point_before(plain, span.end)))
        --span.end;
    return span;
}

/// What kinds of block are counted together: the numbers of headings and notes may differ between translations.
enum class Series : unsigned char { body, headings, notes };

std::optional<Series> series_of(const Block& block)
{
    if (block.kind == BlockKind::heading)
        return Series::headings;
    if (block.kind == BlockKind::note)
        return Series::notes;
    return block.paragraph == 0 ? std::nullopt : std::optional(Series::body);
}

std::vector<Span> blocks_of(const Document& document, Series series)
{
    std::vector<Span> spans;
    for (const Block& block : document.blocks)
        if (series_of(block) == series)
            spans.push_back(block.span);
    return spans;
}

std::vector<std::size_t> lengths(const Document& document, const std::vector<Span>& spans)
{
    std::vector<std::size_t> out;
    for (const Span span : spans)
        out.push_back(text::code_points(document.slice(span)));
    return out;
}

std::vector<Span> sentences_of(const Document& document, const std::vector<Span>& parts)
{
    std::vector<Span> out;
    for (const Span part : parts)
        for (const Span sentence : text::sentences(document.slice(part), document.language)) {
            const Span whole = trimmed(document.plain, {part.begin + sentence.begin, part.begin + sentence.end});
            if (!whole.empty())
                out.push_back(whole);
        }
    return out;
}

/// Index range of the spans that share words with the passage.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] bool empty() const { return begin >= end; }
};
Range covered(const std::vector<Span>& spans, Span passage)
{
    Range range;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (!spans[i].overlaps(passage))
            continue;
        if (range.empty())
            range.begin = i;
        range.end = i + 1;
    }
    return range;
}

std::optional<Span> hull(const std::vector<Span>& spans, Range range)
{
    if (range.empty() || range.end > spans.size())
        return std::nullopt;
    return Span{spans[range.begin].begin, spans[range.end - 1].end};
}

/// What stands for units `from` of the first side.
Range counterpart(const std::vector<Bead>& beads, Range from)
{
    Range to;
    for (const Bead& bead : beads) {
        if (bead.b_begin == bead.b_end || bead.a_end <= from.begin || from.end <= bead.a_begin)
            continue;
        if (to.empty())
            to.begin = bead.b_begin;
        to.end = bead.b_end;
    }
    return to;
}

/// Sentence counts so far apart that lengths would only guess.
bool comparable(std::size_t a, std::size_t b) { return std::max(a, b) <= 2 * std::min(a, b); }

/// The sentences of `b_parts` that stand for those of `a_parts` that the passage touches; all of b_parts in doubt.
std::optional<Span> by_sentences(const Document& a, const std::vector<Span>& a_parts, const Document& b,
                                 const std::vector<Span>& b_parts, Span passage)
{
    const std::vector<Span> a_sentences = sentences_of(a, a_parts);
    const std::vector<Span> b_sentences = sentences_of(b, b_parts);
    const Range from = covered(a_sentences, passage);
    const Range all{0, b_sentences.size()};
    if (from.empty() || !comparable(a_sentences.size(), b_sentences.size()))
        return hull(b_sentences, all);
    const Range to = counterpart(aligned_by_length(lengths(a, a_sentences), lengths(b, b_sentences)), from);
    return hull(b_sentences, to.empty() ? all : to);
}

std::optional<Span> by_numbers(const Document& a, const Document& b, Span passage, std::string_view kind)
{
    const std::vector<Numbered> a_parts = numbered_parts(a, kind);
    const std::vector<Numbered> b_parts = numbered_parts(b, kind);
    if (a_parts.empty() || b_parts.empty())
        return std::nullopt;
    std::map<std::string, std::size_t> by_label;
    std::map<std::string, std::size_t> times; // a label that comes twice leads nowhere
    for (std::size_t i = 0; i < b_parts.size(); ++i) {
        by_label[b_parts[i].label] = i;
        ++times[b_parts[i].label];
    }
    std::map<std::string, std::size_t> own_times;
    for (const Numbered& part : a_parts)
        ++own_times[part.label];
    std::vector<Span> from;
    std::vector<Span> to;
    std::size_t first_mark = 0;
    for (const Numbered& part : a_parts) {
        if (!part.span.overlaps(passage))
            continue;
        first_mark = from.empty() ? part.mark : first_mark;
        if (times[part.label] != 1 || own_times[part.label] != 1)
            return std::nullopt;
        from.push_back(part.span);
        to.push_back(b_parts[by_label[part.label]].span);
    }
    if (from.empty() || first_mark > passage.begin
        || !std::is_sorted(to.begin(), to.end(), [](Span x, Span y) { return x.begin < y.begin; }))
        return std::nullopt;
    return by_sentences(a, from, b, to, passage);
}

std::optional<Span> by_order(const Document& a, const Document& b, Span passage)
{
    const Block* block = a.block_at(passage.begin);
    const std::optional<Series> series = block == nullptr ? std::nullopt : series_of(*block);
    if (!series)
        return std::nullopt;
    const std::vector<Span> a_blocks = blocks_of(a, *series);
    const std::vector<Span> b_blocks = blocks_of(b, *series);
    const Range touched = covered(a_blocks, passage);
    if (touched.empty() || b_blocks.empty())
        return std::nullopt;
    std::vector<Span> from;
    std::vector<Span> to;
    for (const Bead& bead : aligned_by_length(lengths(a, a_blocks), lengths(b, b_blocks))) {
        if (bead.a_end <= touched.begin || touched.end <= bead.a_begin)
            continue;
        for (std::size_t i = bead.a_begin; i < bead.a_end; ++i)
            from.push_back(a_blocks[i]);
        for (std::size_t i = bead.b_begin; i < bead.b_end; ++i)
            to.push_back(b_blocks[i]);
    }
    if (to.empty())
        return std::nullopt;
    return by_sentences(a, from, b, to, passage);
}

} // namespace

std::optional<Span> twin_passage(const Document& a, const Document& b, Span passage)
{
    passage = trimmed(a.plain, {std::min(passage.begin, a.plain.size()), std::min(passage.end, a.plain.size())});
    if (passage.begin >= passage.end)
        return std::nullopt;
    for (const std::string_view kind : {"verse", "paragraph"})
        if (const std::optional<Span> found = by_numbers(a, b, passage, kind))
            return found;
    return by_order(a, b, passage);
}

std::optional<Span> Library::twin(std::size_t work, std::size_t version, Span passage, std::size_t other) const
{
    const VersionText* from = state_->text(work, version);
    const VersionText* to = state_->text(work, other);
    if (from == nullptr || to == nullptr)
        return std::nullopt;
    if (version == other)
        return passage;
    return twin_passage(from->document, to->document, passage);
}

} // namespace verbatim::library
