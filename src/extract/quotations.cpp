// SPDX-License-Identifier: Apache-2.0
// Segments and their marks → quotations: marks are paired inside a segment, a segment may be quoted as a whole, and
// nesting follows from the spans.
#include "extract/forms.hpp"
#include "extract/pairing.hpp"
#include "extract/quoted_language.hpp"
#include "extract/segments.hpp"
#include "extract/spoken_parts.hpp"

#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

using syntax::Mark;

constexpr std::size_t most_lines = 24; // of one quotation in a text that sets a sentence a line

bool empty_of_words(std::string_view words)
{
    for (std::size_t at = 0; at < words.size(); at += text::code_point_size(words, at)) {
        const char32_t c = text::code_point_at(words, at);
        if (text::is_letter(c) || text::is_digit(c))
            return false;
    }
    return true;
}

class Finder {
public:
    Finder(const Document& document, Reading& reading, const syntax::Lexicon& lexicon)
        : document_(document), reading_(reading), lexicon_(lexicon), marks_(syntax::marks(document.plain)),
          holds_incises_(lexicon.has("pattern", "incise-inside"))
    {
        drop_code();
    }

    void run()
    {
        segments_ = segments_of(document_, lexicon_);
        std::size_t mark = 0;
        for (std::size_t i = 0; i < segments_.size();) {
            while (mark < marks_.size() && marks_[mark].span.begin < segments_[i].span.begin)
                ++mark;
            const std::size_t first = mark;
            Segment segment = segments_[i];
            mark = marks_end(first, segment.span);
            PairedMarks paired = pair(first, mark);
            const std::size_t lines = lines_of_open_quotation(i, first, paired);
            if (lines > 1) {
                segment.span.end = segments_[i + lines - 1].span.end;
                mark = marks_end(first, segment.span);
                if (!joins_next_line(i))
                    break_ = {segments_[i].span.end, segments_[i + 1].span.begin};
                paired = pair(first, mark);
            }
            i += lines;
            read(segment, i < segments_.size() ? &segments_[i] : nullptr, paired, mark);
        }
        nest();
        std::sort(reading_.unbalanced.begin(), reading_.unbalanced.end(),
                  [](Span a, Span b) { return a.begin < b.begin; });
    }

private:
    /// Marks inside code are none.
    void drop_code()
    {
        std::size_t code = 0;
        std::erase_if(marks_, [&](const Mark& mark) {
            while (code < document_.code.size() && document_.code[code].end <= mark.span.begin)
                ++code;
            return code < document_.code.size() && document_.code[code].contains(mark.span.begin);
        });
    }

    /// Index of the first mark behind the span.
    [[nodiscard]] std::size_t marks_end(std::size_t mark, Span span) const
    {
        while (mark < marks_.size() && marks_[mark].span.begin < span.end)
            ++mark;
        return mark;
    }
    [[nodiscard]] PairedMarks pair(std::size_t first, std::size_t last) const
    {
        return pair_marks(document_.plain, std::span<const Mark>(marks_).subspan(first, last - first), lexicon_);
    }

    /// Texts without blank lines may set each sentence on a line of its own. Such lines are read together as long as a
    /// quotation stands open and no line begins with a new one; never where it stays open. Likewise two paragraphs,
    /// where the second did not re-open but closes: its first mark can do nothing else.
    [[nodiscard]] std::size_t lines_of_open_quotation(std::size_t segment, std::size_t first,
                                                      const PairedMarks& paired) const
    {
        if (paired.open.empty())
            return 1;
        for (std::size_t lines = 2; lines <= most_lines && paragraphs_meet(segment + lines - 2); ++lines) {
            const bool same_run = joins_next_line(segment + lines - 2);
            const Span line = segments_[segment + lines - 1].span;
            const std::size_t begin = marks_end(first, {0, line.begin});
            if (begin < marks_.size() && marks_[begin].span.begin == line.begin && marks_[begin].can_open)
                return 1;
            if (!same_run && (lines > 2 || !closes_only(begin, paired)))
                return 1;
            const std::size_t end = marks_end(begin, line);
            if (end == begin)
                continue;
            const PairedMarks longer = pair(first, end);
            if (longer.open.empty())
                return longer.unbalanced.size() <= paired.unbalanced.size() ? lines : 1;
        }
        return 1;
    }
    [[nodiscard]] bool paragraphs_meet(std::size_t segment) const
    {
        if (segment + 1 >= segments_.size())
            return false;
        const Segment& a = segments_[segment];
        const Segment& b = segments_[segment + 1];
        return a.whole && b.whole && !a.contains && !b.contains
               && document_.blocks[a.block].kind == BlockKind::paragraph
               && document_.blocks[b.block].kind == BlockKind::paragraph;
    }
    [[nodiscard]] bool joins_next_line(std::size_t segment) const
    {
        const std::string_view between =
            document_.slice({segments_[segment].span.end, segments_[segment + 1].span.begin});
        return document_.format == "text" && std::count(between.begin(), between.end(), '\n') == 1;
    }
    [[nodiscard]] bool closes_only(std::size_t mark, const PairedMarks& paired) const
    {
        const OpenMark& open = paired.open.front();
        return mark < marks_.size() && open.may_continue && is_sure(open) && marks_[mark].style == open.style
               && marks_[mark].can_close && !marks_[mark].can_open;
    }

    void read(const Segment& segment, const Segment* next, const PairedMarks& paired, std::size_t behind)
    {
        reading_.unbalanced.insert(reading_.unbalanced.end(), paired.unbalanced.begin(), paired.unbalanced.end());
        const Span words = trimmed(document_.plain, segment.span);
        bool wrapped = false;            // the words of a block quotation stand inside marks as a whole
        std::vector<std::size_t> around; // ends of the pairs around this one; deeper ones cost their whole text each
        for (const MarkPair& pair : paired.pairs) {
            while (!around.empty() && around.back() <= pair.open.begin)
                around.pop_back();
            around.push_back(pair.close.end);
            if (around.size() > static_cast<std::size_t>(deepest_quotation))
                continue;
            const bool all = segment.contains && pair.open.begin == words.begin && pair.close.end == words.end;
            wrapped = wrapped || all;
            if (continued_ && pair.open.begin == words.begin && pair.style == continued_style_) {
                finish_part(*continued_, pair);
                continued_.reset();
                wrapped = wrapped || segment.contains;
                continue;
            }
            add(pair, all ? segment : Segment{});
        }
        bool goes_on = false;
        for (const OpenMark& open : paired.open) {
            const bool reopens = continued_ && open.span.begin == words.begin && open.style == continued_style_;
            if (!goes_on && open.may_continue && next_reopens(open, segment, next, behind)) {
                if (!reopens)
                    begin_continued(open, segment);
                add_part(drafts_[*continued_], {open.span.end, segment.span.end});
                goes_on = true;
                wrapped = wrapped || (segment.contains && open.span.begin == words.begin);
            } else if (is_sure(open)) {
                reading_.unbalanced.push_back(open.span);
                const bool cut = next == nullptr && lexicon_.has("pattern", "cut-marks");
                const bool forgotten = lexicon_.has("pattern", "open-paragraphs") && opens_speech(open.span, words)
                                       && is_all_spoken(lexicon_, document_.plain, {open.span.end, words.end});
                if (open.may_continue && (cut || forgotten) && begins_words(open.span))
                    add({open.span, {segment.span.end, segment.span.end}, open.style}, Segment{});
            }
        }
        if (!goes_on)
            continued_.reset();
        if (segment.contains && !wrapped)
            add_unmarked(segment, words);
        if (!segment.contains || !wrapped)
            return;
        group_draft_.reset();
    }

    /// A blank before the mark, a word behind it.
    [[nodiscard]] bool begins_words(Span mark) const
    {
        return (mark.begin == 0 || text::is_space(text::code_point_before(document_.plain, mark.begin)))
               && mark.end < document_.plain.size() && text::is_letter(text::code_point_at(document_.plain, mark.end));
    }
    /// The closing mark may be forgotten: the words begin their paragraph, or stand behind a comma or colon.
    [[nodiscard]] bool opens_speech(Span mark, Span paragraph) const
    {
        if (mark.begin == paragraph.begin)
            return true;
        const Span before = trimmed(document_.plain, {paragraph.begin, mark.begin});
        const char32_t stop = before.empty() ? U' ' : text::code_point_before(document_.plain, before.end);
        // "We wait," Lind said. "We will row. The paragraph began with words of the same speaker.
        const bool resumes = stop == U'.'
                             && text::code_point_at(document_.plain, paragraph.begin)
                                    == text::code_point_at(document_.plain, mark.begin);
        return before.end < mark.begin && (stop == U',' || stop == U':' || resumes);
    }
    static bool is_sure(const OpenMark& open)
    {
        return open.style != syntax::MarkStyle::straight_single && open.style != syntax::MarkStyle::latex_single;
    }

    /// The next paragraph begins with the same opening mark.
    [[nodiscard]] bool next_reopens(const OpenMark& open, const Segment& segment, const Segment* next,
                                    std::size_t behind) const
    {
        if (next == nullptr || !segment.whole || !next->whole || segment.contains != next->contains
            || document_.blocks[segment.block].kind != document_.blocks[next->block].kind || behind >= marks_.size())
            return false;
        const Mark& mark = marks_[behind];
        return mark.style == open.style && mark.can_open
               && mark.span.begin == trimmed(document_.plain, next->span).begin
               && (document_.slice(mark.span) == document_.slice(open.span)
                   || lexicon_.has("pattern", "closer-reopens"));
    }

    void begin_continued(const OpenMark& open, const Segment& segment)
    {
        Quotation quotation;
        quotation.form = segment.contains && open.span.begin == trimmed(document_.plain, segment.span).begin
                             ? segment.form
                             : QuotationForm::inline_;
        quotation.marks = document_.slice(open.span);
        continued_ = drafts_.size();
        continued_style_ = open.style;
        drafts_.push_back(std::move(quotation));
    }
    void finish_part(std::size_t draft, const MarkPair& pair)
    {
        add_part(drafts_[draft], {pair.open.end, pair.close.begin});
        drafts_[draft].marks += document_.slice(pair.close);
    }

    void add_part(Quotation& quotation, Span span) const
    {
        span = trimmed(document_.plain, span);
        if (!span.empty())
            quotation.parts.push_back({collapsed(document_.slice(span)), span});
    }
    /// Most quotations are words between single blanks: they need no ICU.
    [[nodiscard]] static std::string collapsed(std::string_view words)
    {
        bool blank = true;
        for (const char c : words) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte >= 0x80 || byte < 0x20 || (c == ' ' && blank))
                return text::collapse(words);
            blank = c == ' ';
        }
        return std::string(words);
    }

    void add(const MarkPair& pair, const Segment& segment)
    {
        Quotation quotation;
        quotation.form = segment.form;
        quotation.question_turn = segment.question;
        quotation.marks = document_.slice(pair.open);
        quotation.marks += document_.slice(pair.close);
        if (pair.open.end <= break_.begin && break_.end <= pair.close.begin && !break_.empty()) {
            add_part(quotation, {pair.open.end, break_.begin});
            add_part(quotation, {break_.end, pair.close.begin});
        } else if (holds_incises_) {
            for (const Span part : spoken_parts(lexicon_, document_.plain, {pair.open.end, pair.close.begin}))
                add_part(quotation, part);
        } else {
            add_part(quotation, {pair.open.end, pair.close.begin});
        }
        if (!quotation.parts.empty() && !empty_of_words(quotation.parts.front().text))
            drafts_.push_back(std::move(quotation));
    }

    /// A block quotation, turn, dialogue line or epigraph without marks; paragraphs of one group are parts of one.
    void add_unmarked(const Segment& segment, Span words)
    {
        if (words.empty() || empty_of_words(document_.slice(words)))
            return;
        const std::size_t group = document_.blocks[segment.block].group;
        const bool quoted = document_.blocks[segment.block].kind == BlockKind::quote;
        if (quoted && group_draft_ && group != 0 && group == group_) {
            add_part(drafts_[*group_draft_], words);
            return;
        }
        if (segment.goes_on && spoken_draft_) {
            add_part(drafts_[*spoken_draft_], words);
            return;
        }
        Quotation quotation;
        quotation.form = segment.form;
        quotation.question_turn = segment.question;
        add_part(quotation, words);
        spoken_draft_ = drafts_.size();
        if (quoted) {
            group_draft_ = drafts_.size();
            group_ = group;
        }
        drafts_.push_back(std::move(quotation));
    }

    /// Moves the drafts into the reading, outer before inner, and leaves out what is nested too deep.
    void nest()
    {
        const auto before = [](const Quotation& a, const Quotation& b) {
            const Span x = a.hull();
            const Span y = b.hull();
            return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
        };
        std::erase_if(drafts_, [](const Quotation& quotation) { return quotation.parts.empty(); });
        if (!std::is_sorted(drafts_.begin(), drafts_.end(), before))
            std::stable_sort(drafts_.begin(), drafts_.end(), before);
        struct Outer {
            std::size_t index = 0;
            Span hull;
        };
        std::vector<Outer> outer;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            const Span hull = drafts_[i].hull();
            while (!outer.empty() && !outer.back().hull.contains(hull))
                outer.pop_back();
            if (outer.size() >= static_cast<std::size_t>(deepest_quotation))
                continue;
            if (!outer.empty())
                drafts_[i].nested_in = outer.back().index;
            finish(drafts_[i]);
            outer.push_back({kept, hull});
            if (kept != i)
                drafts_[kept] = std::move(drafts_[i]);
            ++kept;
        }
        drafts_.resize(kept);
        reading_.quotations = std::move(drafts_);
    }

    void finish(Quotation& quotation) const
    {
        if (quotation.parts.size() == 1) {
            quotation.text = quotation.parts.front().text;
        } else {
            std::vector<std::string> parts;
            for (const TextSpan& part : quotation.parts)
                parts.push_back(part.text);
            quotation.text = text::join(parts);
        }
        quotation.language = quoted_language(document_.language, quotation.text, lexicon_);
    }

    const Document& document_;
    Reading& reading_;
    const syntax::Lexicon& lexicon_;
    std::vector<Mark> marks_;
    bool holds_incises_ = false; ///< « A, dit X, b »: a telling clause inside one pair of marks
    std::vector<Segment> segments_;
    std::vector<Quotation> drafts_;
    Span break_; ///< between two paragraphs of one quotation, of which the second did not re-open
    std::optional<std::size_t> continued_; ///< draft whose next part re-opens in the next paragraph
    syntax::MarkStyle continued_style_ = syntax::MarkStyle::straight_double;
    std::optional<std::size_t> group_draft_; ///< draft of the block quotation that is being read
    std::size_t group_ = 0;
    std::optional<std::size_t> spoken_draft_; ///< latest quotation without marks
};

} // namespace

void find_quotations(const Document& document, Reading& reading, const syntax::Lexicon& lexicon)
{
    Finder(document, reading, lexicon).run();
}

} // namespace verbatim::extract
