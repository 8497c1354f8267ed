// SPDX-License-Identifier: Apache-2.0
#include "align/comparison.hpp"

#include "syntax/syntax.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace verbatim::align {
namespace {

/// Text of quoted words as the document spells it; parts are joined as Quotation::text joins them.
std::string spelled(const Document& document, const Words& words, const std::vector<std::size_t>& indices)
{
    std::vector<std::string> runs;
    for (std::size_t i = 0; i < indices.size();) {
        const std::size_t first = i;
        while (i + 1 < indices.size() && indices[i + 1] == indices[i] + 1 && !words[indices[i]].ends_part)
            ++i;
        runs.push_back(text::running_text(document, {words[indices[first]].span.begin, words[indices[i]].span.end}));
        ++i;
    }
    return text::join(runs);
}

class Comparing {
public:
    Comparing(const Sides& sides, const std::vector<Placed>& placed)
        : sides_(sides), amounts_(sides), pieces_(laid_pieces(sides, placed, amounts_))
    {
    }

    Comparison run()
    {
        if (pieces_.empty())
            return std::move(result_);
        add_gap(0);
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            add_counted(pieces_[i]);
            add_gap(i + 1);
        }
        add_notes();
        flush();
        apply_declarations(sides_, result_);
        permit_fillers(sides_, result_);
        result_.longer = std::max(quoted_words_, source_words_);
        result_.nearest.source_words = std::max(quoted_words_, result_.nearest.source_words);
        return std::move(result_);
    }

private:
    /// The hunks that read best are not always the fewest words; what is accepted must not hang on that.
    void add_counted(const Piece& piece)
    {
        const std::size_t edits = result_.word_edits, source_words = source_words_;
        add_piece(piece);
        if (const std::size_t shown = result_.word_edits - edits; shown >= 2)
            if (const auto fewest =
                    fewest_word_edits(sides_.quoted.words, piece.words, sides_.from.words, piece.placed.source);
                fewest && fewest->edits < shown) {
                result_.word_edits = edits + fewest->edits;
                source_words_ = source_words + fewest->source_words;
            }
        const WordEdits counted{result_.word_edits - edits, source_words_ - source_words};
        const WordEdits nearest = nearest_to(piece, counted).value_or(counted);
        result_.nearest.edits += nearest.edits;
        result_.nearest.source_words += nearest.source_words;
    }

    /// The passage that is shown may stop before words that a replaced end stands for, or lack those that would lay
    /// more of the quotation against more of the source.
    [[nodiscard]] std::optional<WordEdits> nearest_to(const Piece& piece, WordEdits counted) const
    {
        constexpr std::size_t certain = 5; // a fifth of the words may be changed by any row of the table
        const Words &quoted = sides_.quoted.words, &source = sides_.from.words;
        if (sides_.is_whole || counted.edits * certain <= count_words(quoted, piece.words))
            return std::nullopt;
        const Span found = piece.placed.source;
        const std::size_t room = 2 * piece.words.size(); // half of a stretch at least is the piece's
        const Span near{found.begin - std::min(found.begin, room), std::min(source.size(), found.end + room)};
        return smallest_share_of_edits(quoted, piece.words, source, pieces_.size() > 1 ? near : Span{0, source.size()});
    }

    void add_piece(const Piece& piece)
    {
        std::vector<Judged> judged;
        for (const Edit& edit : piece.script.edits)
            for (const Judged& one : judge_edit(sides_, piece, edit, amounts_))
                judged.push_back(one);
        if (!piece.placed.source.empty()) {
            const Span found = piece.placed.source;
            result_.source = result_.source.empty() ? found
                                                    : Span{std::min(result_.source.begin, found.begin),
                                                           std::max(result_.source.end, found.end)};
        }
        judged = settled(sides_, piece, judged);
        std::size_t next = 0;
        for (std::size_t i = 0; i < piece.script.columns.size();) {
            if (next < judged.size() && judged[next].columns.begin == i) {
                add_judged(piece, judged[next]);
                i = judged[next++].columns.end;
            } else {
                add_equal(piece, i++);
            }
        }
    }

    void add_judged(const Piece& piece, const Judged& judged)
    {
        std::vector<std::size_t> q = quoted_in(piece.script, judged.columns);
        const std::vector<std::size_t> s = source_in(piece.script, judged.columns);
        const bool bracket = judged.kind == DifferenceKind::interpolation
                             || judged.kind == DifferenceKind::interpolation_changes_meaning;
        for (std::size_t i = judged.columns.begin; i < judged.columns.end; ++i) {
            const Column& column = piece.script.columns[i];
            const bool q_word = column.has_q() && sides_.quoted.words[column.q].is_word();
            const bool s_word = column.has_s() && sides_.from.words[column.s].is_word();
            if (bracket)
                continue; // brackets are left out of lengths and edits
            quoted_words_ += q_word ? 1U : 0U;
            source_words_ += s_word ? 1U : 0U;
            if (!column.equal && (q_word || s_word) && !is_permitted(judged.kind))
                ++result_.word_edits;
        }
        const bool only_left_out =
            judged.kind == DifferenceKind::omission
            && std::all_of(piece.script.columns.begin() + static_cast<std::ptrdiff_t>(judged.columns.begin),
                           piece.script.columns.begin() + static_cast<std::ptrdiff_t>(judged.columns.end),
                           [](const Column& column) { return column.equal || !column.has_q(); });
        if (only_left_out) // a stop that stays inside what was left out is no word put for it
            q.clear();
        if (!judged.silent) {
            Difference difference = make(judged.kind, q, s);
            if (q.empty())
                difference.quoted.span = quoted_point(piece, judged.columns.begin);
            if (s.empty()) {
                difference.source = source_text(source_point(piece, judged.columns.begin));
                difference.source.text.clear();
            }
            keep(std::move(difference));
        }
        if (leaves_verbatim(judged.kind)) {
            draw_equal(q); // a reader of the drawn diff looks for changes
            return;
        }
        for (std::size_t i = judged.columns.begin; i < judged.columns.end;) {
            // Inside a grown hunk the equal words stay equal in the drawn diff.
            const std::size_t first = i;
            const bool equal = piece.script.columns[i].equal && q.size() + s.size() > 2;
            while (i < judged.columns.end && (piece.script.columns[i].equal && q.size() + s.size() > 2) == equal)
                ++i;
            const Span run{first, i};
            if (equal) {
                draw_equal(quoted_in(piece.script, run));
            } else {
                draw(DiffRun::Kind::quoted_only,
                     spelled(sides_.quoting, sides_.quoted.words, quoted_in(piece.script, run)));
                draw(DiffRun::Kind::source_only,
                     spelled(sides_.source, sides_.from.words, source_in(piece.script, run)));
            }
        }
    }

    void add_equal(const Piece& piece, std::size_t i)
    {
        const Column& column = piece.script.columns[i];
        if (sides_.quoted.words[column.q].is_word()) {
            ++quoted_words_;
            ++source_words_;
        }
        const std::optional<DifferenceKind> kind = judge_equal(sides_, piece, column);
        if (kind)
            add_difference(*kind, {column.q}, {column.s});
        if (kind == DifferenceKind::spelling)
            ++result_.word_edits;
        if (kind && !is_permitted(*kind)) {
            draw(DiffRun::Kind::quoted_only, spelled(sides_.quoting, sides_.quoted.words, {column.q}));
            draw(DiffRun::Kind::source_only, spelled(sides_.source, sides_.from.words, {column.s}));
        } else {
            draw_equal({&column.q, 1});
        }
    }

    void add_gap(std::size_t at)
    {
        const Gap& gap = sides_.quoted.gaps[at];
        if (gap.kind == Gap::Kind::none)
            return;
        const std::optional<DifferenceKind> kind =
            gap.kind == Gap::Kind::ellipsis ? judge_gap(sides_, pieces_, at) : judge_host_gap(at);
        std::vector<std::size_t> omitted;
        if (at > 0 && at < pieces_.size())
            for (std::size_t i = pieces_[at - 1].placed.source.end; i < pieces_[at].placed.source.begin; ++i)
                omitted.push_back(i);
        if (gap.kind == Gap::Kind::ellipsis) {
            const std::string text = text::collapse(sides_.quoting.slice(gap.span));
            // Where nothing is left out of the passage, at either end, there is nothing to strike.
            draw(kind && !omitted.empty() ? DiffRun::Kind::quoted_only : DiffRun::Kind::equal, text);
        }
        if (kind && !omitted.empty())
            draw(DiffRun::Kind::source_only, spelled(sides_.source, sides_.from.words, omitted));
        if (!kind)
            return;
        Difference difference = make(*kind, {}, omitted);
        if (omitted.empty())
            difference.source = source_behind(at);
        if (gap.kind == Gap::Kind::ellipsis)
            difference.quoted = {text::collapse(sides_.quoting.slice(gap.span)), gap.span};
        else if (at > 0 && !pieces_[at - 1].words.empty())
            difference.quoted.span = behind(sides_.quoted.words[pieces_[at - 1].words.end - 1]);
        keep(std::move(difference));
    }

    /// Pieces that the host sentence parts must stand in order; what lies between them is no omission.
    [[nodiscard]] std::optional<DifferenceKind> judge_host_gap(std::size_t at) const
    {
        if (at == 0 || at >= pieces_.size())
            return std::nullopt;
        const Placed &left = pieces_[at - 1].placed, &right = pieces_[at].placed;
        if (left.found && right.found && right.source.begin < left.source.end)
            return DifferenceKind::order;
        return std::nullopt;
    }

    void add_notes()
    {
        if (result_.source.empty())
            return;
        add_left_out(DifferenceKind::note_mark, sides_.from.notes);
        add_left_out(DifferenceKind::nesting, sides_.from.incises);
    }

    /// What the passage has and the quotation rightly lacks.
    void add_left_out(DifferenceKind kind, const std::vector<Span>& spans)
    {
        const Span passage = hull(sides_.from.words, result_.source);
        const std::size_t start = sides_.quotation.parts.front().span.begin;
        for (const Span span : spans)
            if (passage.contains(span)) {
                Difference difference;
                difference.kind = kind;
                difference.source = source_text(span);
                difference.quoted.span = {start, start};
                keep(std::move(difference));
            }
    }

    [[nodiscard]] SourceText source_text(Span span) const
    {
        SourceText source;
        source.text = text::running_text(sides_.source, span);
        source.span = span;
        source.file = text::stored(sides_.source, span);
        source.line = text::place(sides_.source, span.begin).line;
        return source;
    }

    [[nodiscard]] static Span behind(const Word& word) { return {word.span.end, word.span.end}; }
    [[nodiscard]] static Span before(const Word& word) { return {word.span.begin, word.span.begin}; }

    /// Where words that the quotation lacks would stand: behind its last word before this column, else at its start.
    [[nodiscard]] Span quoted_point(const Piece& piece, std::size_t column) const
    {
        for (std::size_t i = column; i-- > 0;)
            if (piece.script.columns[i].has_q())
                return behind(sides_.quoted.words[piece.script.columns[i].q]);
        const std::size_t start = sides_.quotation.parts.front().span.begin;
        return piece.words.empty() ? Span{start, start} : before(sides_.quoted.words[piece.words.begin]);
    }
    /// Behind the passage's last words before a gap.
    [[nodiscard]] SourceText source_behind(std::size_t gap) const
    {
        SourceText source;
        for (std::size_t at = gap; at-- > 0 && source.line == 0;)
            if (const Placed& placed = pieces_[at].placed; placed.found && !placed.source.empty())
                source = source_text(behind(sides_.from.words[placed.source.end - 1]));
        source.text.clear();
        return source;
    }
    /// The same for words that the source lacks.
    [[nodiscard]] Span source_point(const Piece& piece, std::size_t column) const
    {
        const std::vector<Column>& columns = piece.script.columns;
        for (std::size_t i = column; i-- > 0;)
            if (columns[i].has_s())
                return behind(sides_.from.words[columns[i].s]);
        for (std::size_t i = column; i < columns.size(); ++i)
            if (columns[i].has_s())
                return before(sides_.from.words[columns[i].s]);
        return {};
    }

    [[nodiscard]] Difference make(DifferenceKind kind, const std::vector<std::size_t>& q,
                                  const std::vector<std::size_t>& s) const
    {
        Difference difference;
        difference.kind = kind;
        if (!q.empty())
            difference.quoted = {spelled(sides_.quoting, sides_.quoted.words, q),
                                 {sides_.quoted.words[q.front()].span.begin, sides_.quoted.words[q.back()].span.end}};
        if (!s.empty())
            difference.source =
                source_text({sides_.from.words[s.front()].span.begin, sides_.from.words[s.back()].span.end});
        return difference;
    }

    void add_difference(DifferenceKind kind, const std::vector<std::size_t>& q, const std::vector<std::size_t>& s)
    {
        keep(make(kind, q, s));
    }

    void keep(Difference difference)
    {
        (is_permitted(difference.kind) ? result_.conventional : result_.alterations).push_back(std::move(difference));
    }

    void draw_equal(std::span<const std::size_t> q)
    {
        if (!pending_.empty() && !q.empty() && q.front() != pending_.back() + 1)
            flush();
        pending_.insert(pending_.end(), q.begin(), q.end());
    }
    void draw(DiffRun::Kind kind, std::string text)
    {
        if (text.empty())
            return;
        flush();
        result_.diff.push_back({kind, std::move(text)});
    }
    void flush()
    {
        if (pending_.empty())
            return;
        result_.diff.push_back({DiffRun::Kind::equal, spelled(sides_.quoting, sides_.quoted.words, pending_)});
        pending_.clear();
    }

    const Sides& sides_;
    Amounts amounts_;
    std::vector<Piece> pieces_;
    Comparison result_;
    std::vector<std::size_t> pending_; ///< equal quoted words not yet drawn
    std::size_t quoted_words_ = 0, source_words_ = 0;
};

} // namespace

double Comparison::similarity() const { return share_kept(word_edits, longer); }
double Comparison::highest_similarity() const
{
    return std::max(similarity(), share_kept(nearest.edits, nearest.source_words));
}
WordEdits Comparison::most_alike() const
{
    return similarity() >= share_kept(nearest.edits, nearest.source_words) ? WordEdits{word_edits, longer} : nearest;
}
std::size_t Comparison::fewest_edits() const { return std::min(word_edits, nearest.edits); }

double Comparison::share_kept(std::size_t edits, std::size_t words) const
{
    if (words == 0)
        return alterations.empty() ? 1.0 : 0.0;
    const double part = static_cast<double>(std::min(edits, words)) / static_cast<double>(words);
    return std::round((1.0 - part) * 10000.0) / 10000.0;
}

Comparison compare(const Sides& sides, const std::vector<Placed>& placed) { return Comparing(sides, placed).run(); }

} // namespace verbatim::align
