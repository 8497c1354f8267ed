// SPDX-License-Identifier: Apache-2.0
#include "extract/segments.hpp"

#include "extract/forms.hpp"
#include "text/text.hpp"

namespace verbatim::extract {
namespace {

bool at_section_start(const Document& document, std::size_t block)
{
    return block == 0 || document.blocks[block - 1].kind == BlockKind::heading;
}

/// Block quotation: every paragraph of the group is a part, a signature at its end is none.
class SegmentMaker {
public:
    SegmentMaker(const Document& document, const syntax::Lexicon& lexicon)
        : document_(document), runs_(spoken_runs(document, lexicon)),
          dashes_speak_(lexicon.has("pattern", "turn-paragraph") || lexicon.has("pattern", "turn-raya"))
    {
        spoken_.assign(document.blocks.size(), false);
        for (const SpokenRun& run : runs_)
            spoken_[run.block] = true;
        std::size_t signed_paragraphs = 0;
        for (std::size_t b = 0; b < document.blocks.size() && signed_paragraphs < 2; ++b)
            if (document.blocks[b].kind == BlockKind::paragraph && signed_words(b))
                ++signed_paragraphs;
        list_of_maxims_ = signed_paragraphs > 1;
    }

    std::vector<Segment> make()
    {
        for (std::size_t b = 0; b < document_.blocks.size(); ++b) {
            const Block& block = document_.blocks[b];
            if (block.kind == BlockKind::code)
                continue;
            if (block.kind == BlockKind::quote)
                quote(b);
            else if (run_ < runs_.size() && runs_[run_].block == b)
                spoken(b);
            else if (block.kind == BlockKind::paragraph)
                paragraph(b);
            else
                segments_.push_back({b, block.span});
        }
        return std::move(segments_);
    }

private:
    /// A line of dialogue begins with a dash, too, but signs nothing.
    [[nodiscard]] bool is_signature(std::size_t block) const
    {
        if (dashes_speak_ && block < document_.blocks.size() && ends_in_sentence(document_.blocks[block].span))
            return false;
        return block < document_.blocks.size() && document_.blocks[block].kind != BlockKind::code && !spoken_[block]
               && signature_at(document_.plain, document_.blocks[block].span).has_value();
    }
    /// Where dashes also open turns and points of a list, what ends in a full stop behind a word signs nothing.
    [[nodiscard]] bool ends_in_sentence(Span span) const
    {
        span = trimmed(document_.plain, span);
        return span.size() > 1 && document_.plain[span.end - 1] == '.'
               && text::is_letter(text::code_point_before(document_.plain, span.end - 1));
    }
    /// The words before a signature, in the block itself or with the signature as the next block.
    [[nodiscard]] std::optional<Span> signed_words(std::size_t b) const
    {
        const Span span = document_.blocks[b].span;
        if (is_signature(b))
            return std::nullopt;
        if (const auto found = signed_run(document_.plain, span))
            return Span{span.begin, found->cut};
        if (is_signature(b + 1) && document_.blocks[b + 1].kind == document_.blocks[b].kind)
            return span;
        return std::nullopt;
    }
    [[nodiscard]] bool begins_with_mark(Span span) const
    {
        constexpr std::u32string_view openers = U"\"“„«»「『'‘‚‹›`";
        return !span.empty()
               && openers.find(text::code_point_at(document_.plain, span.begin)) != std::u32string_view::npos;
    }
    [[nodiscard]] bool ends_with_mark(Span span) const
    {
        constexpr std::u32string_view closers = U"\"”“«»」』'’‘‹›";
        return !span.empty()
               && closers.find(text::code_point_before(document_.plain, span.end)) != std::u32string_view::npos;
    }

    void quote(std::size_t b)
    {
        const Block& block = document_.blocks[b];
        const bool last = b + 1 == document_.blocks.size() || document_.blocks[b + 1].kind != BlockKind::quote
                          || document_.blocks[b + 1].group != block.group;
        const bool first =
            b == 0 || document_.blocks[b - 1].kind != BlockKind::quote || document_.blocks[b - 1].group != block.group;
        if (first)
            opens_section_ = at_section_start(document_, b);
        if (last && !first && is_signature(b)) {
            if (opens_section_)
                for (std::size_t i = segments_.size();
                     i-- > 0 && document_.blocks[segments_[i].block].group == block.group;)
                    segments_[i].form = QuotationForm::epigraph;
            segments_.push_back({b, block.span, QuotationForm::inline_, false, false});
            return;
        }
        Segment segment{b, block.span, QuotationForm::block, true, true};
        const auto found = last ? signed_run(document_.plain, block.span) : std::nullopt;
        if (found)
            segment.span.end = found->cut;
        if (last && opens_section_ && (found || is_signature(b + 1))) {
            segment.form = QuotationForm::epigraph;
            for (std::size_t i = segments_.size();
                 i-- > 0 && document_.blocks[segments_[i].block].group == block.group;)
                segments_[i].form = QuotationForm::epigraph;
        }
        segments_.push_back(segment);
        if (found)
            segments_.push_back({b, {found->cut, block.span.end}, QuotationForm::inline_, false, false});
    }

    void spoken(std::size_t b)
    {
        const Span span = document_.blocks[b].span;
        std::size_t at = span.begin;
        for (; run_ < runs_.size() && runs_[run_].block == b; ++run_) {
            const SpokenRun& run = runs_[run_];
            if (run.content.begin < at)
                continue;
            if (run.label.begin > at)
                segments_.push_back({b, {at, run.label.begin}, QuotationForm::inline_, false, false});
            for (std::size_t i = 0; i < run.parts.size(); ++i) {
                if (i > 0)
                    segments_.push_back({b, {at, run.parts[i].begin}, QuotationForm::inline_, false, false});
                segments_.push_back({b, run.parts[i], run.form, true, false, run.question, i > 0});
                at = run.parts[i].end;
            }
        }
        if (at < span.end)
            segments_.push_back({b, {at, span.end}, QuotationForm::inline_, false, false});
    }

    void paragraph(std::size_t b)
    {
        const Span span = document_.blocks[b].span;
        const auto words = signed_words(b);
        const bool marked = words && begins_with_mark(trimmed(document_.plain, *words))
                            && ends_with_mark(trimmed(document_.plain, *words));
        const bool unmarked = words && (list_of_maxims_ || at_section_start(document_, b)) && !begins_with_mark(*words)
                              && (words->end < span.end || list_of_maxims_ || b + 2 < document_.blocks.size());
        if (!marked && !unmarked) {
            segments_.push_back({b, span});
            return;
        }
        segments_.push_back({b, *words, QuotationForm::epigraph, true, false});
        if (words->end < span.end)
            segments_.push_back({b, {words->end, span.end}, QuotationForm::inline_, false, false});
    }

    const Document& document_;
    std::vector<SpokenRun> runs_;
    bool dashes_speak_ = false;
    std::vector<bool> spoken_; ///< blocks that hold turns or dialogue
    std::size_t run_ = 0;
    std::vector<Segment> segments_;
    bool opens_section_ = false;
    bool list_of_maxims_ = false;
};

} // namespace

std::vector<Segment> segments_of(const Document& document, const syntax::Lexicon& lexicon)
{
    return SegmentMaker(document, lexicon).make();
}

} // namespace verbatim::extract
