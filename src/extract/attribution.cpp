// SPDX-License-Identifier: Apache-2.0
// Gives every quotation its source, cue, date, occasion, document and evidence; joins split ones on the way.
#include "extract/adverbials.hpp"
#include "extract/forms.hpp"
#include "extract/incise.hpp"
#include "extract/lead.hpp"
#include "extract/names_han.hpp"
#include "extract/naming.hpp"
#include "extract/offers.hpp"
#include "extract/regions.hpp"
#include "extract/splits.hpp"
#include "extract/spoken_forms.hpp"
#include "extract/subject_han.hpp"
#include "text/text.hpp"

#include <algorithm>

namespace verbatim::extract {
namespace {

using syntax::ChunkKind;

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr std::size_t most_at_once = 512; // regions whose host sentences are kept in memory

class Attributor {
public:
    Attributor(const Document& document, Reading& reading, const syntax::Lexicon& lexicon, const Context& context)
        : document_(document), reading_(reading), lexicon_(lexicon), context_(context),
          speakers_(document, reading, lexicon, context), splits_(document, reading, lexicon),
          told_(document.plain, lexicon)
    {
    }

    void run()
    {
        std::vector<Hosted> outer;
        std::map<std::size_t, std::vector<Hosted>> inner;
        for (std::size_t q = 0; q < reading_.quotations.size(); ++q) {
            const Quotation& quotation = reading_.quotations[q];
            for (std::size_t p = 0; p < quotation.parts.size(); ++p) {
                auto& list = quotation.nested_in ? inner[*quotation.nested_in] : outer;
                list.push_back({q, p, quotation.parts[p].span});
            }
        }
        sort(outer);
        std::vector<Span> with_inner;
        for (const auto& [q, list] : inner)
            for (const TextSpan& part : reading_.quotations[q].parts)
                with_inner.push_back(part.span);
        const RegionReader reader(document_, lexicon_, with_inner);
        std::vector<Region> regions;
        std::size_t next = 0;
        for (std::size_t b = 0; b < document_.blocks.size(); ++b) {
            Region region{b, document_.blocks[b].span, {}, {}};
            for (; next < outer.size() && outer[next].span.begin < region.span.end; ++next)
                region.items.push_back(outer[next]);
            if (!region.items.empty())
                regions.push_back(std::move(region));
            if (regions.size() == most_at_once)
                attribute_blocks(regions, reader, regions.back().span.begin);
        }
        attribute_blocks(regions, reader, RegionReader::nowhere);
        for (auto& [q, list] : inner) {
            sort(list);
            std::size_t at = 0;
            for (const TextSpan& part : std::vector<TextSpan>(reading_.quotations[q].parts)) {
                std::vector<Hosted> here;
                for (; at < list.size() && list[at].span.begin < part.span.end; ++at)
                    if (part.span.contains(list[at].span))
                        here.push_back(list[at]);
                if (here.empty())
                    continue;
                Region region{block_, part.span, std::move(here), {}};
                reader.read_inner(region);
                attribute_in(region, false);
            }
        }
        splits_.compact();
        speakers_.resolve_all();
    }

private:
    static void sort(std::vector<Hosted>& list)
    {
        std::sort(list.begin(), list.end(),
                  [](const Hosted& a, const Hosted& b) { return a.span.begin < b.span.begin; });
    }

    // ---- one region

    /// Host sentences are read on several threads; who speaks in them depends on what was read before, in order.
    void attribute_blocks(std::vector<Region>& regions, const RegionReader& reader, std::size_t asks)
    {
        reader.read_blocks(regions, asks);
        for (Region& region : regions)
            attribute_in(region, true);
        regions.clear();
    }

    void attribute_in(Region& region, bool whole_block)
    {
        if (whole_block)
            block_before_ = block_;
        block_ = region.block;
        std::vector<Host>& hosts = region.hosts;
        last_ = nowhere;
        last_host_ = nowhere;
        noted_ = 0;
        for (std::size_t h = 0; h < hosts.size(); ++h) {
            const Sentence sentence = sentence_of(hosts[h]);
            if (hosts[h].asked)
                speakers_.note_subjects(sentence); // those that stand before a pronoun; antecedents look no further
            for (std::size_t k = 0; k < hosts[h].quotations.size(); ++k)
                quotation(hosts, h, k, sentence, whole_block);
        }
    }

    [[nodiscard]] Sentence sentence_of(const Host& host)
    {
        return {
            host, lexicon_,
            [this](std::size_t q) { return looks_like_title(document_, reading_.quotations[q], lexicon_, context_); },
            [this](std::size_t q) { return names_body_han(lexicon_, reading_.quotations[q].text); },
            [this](std::string_view name) { return told_.has(name); }};
    }

    void quotation(std::vector<Host>& hosts, std::size_t h, std::size_t k, const Sentence& sentence, bool whole_block)
    {
        const Hosted& hosted = hosts[h].quotations[k];
        if (splits_.joined(hosted.quotation)) {
            follow(hosted.quotation, h);
            return;
        }
        Quotation& quotation = reading_.quotations[hosted.quotation];
        if (hosted.part > 0 && quotation.attribution.evidence != AttributionEvidence::none) {
            follow(hosted.quotation, h);
            return;
        }
        if (whole_block && formal(quotation, hosted)) {
            if (quotation.form == QuotationForm::block && hosted.part == 0)
                take_lead(quotation, hosted);
            follow(hosted.quotation, h);
            return;
        }
        const auto frame = frame_of(sentence, k);
        if (frame && frame->speaker && is_nobody(sentence, *frame->speaker))
            return; // everybody says
        const Quotation* const before = k > 0 && hosted.part == 0
                                            ? &reading_.quotations[splits_.root(hosts[h].quotations[k - 1].quotation)]
                                            : nullptr;
        // called it "A" and "B," according to Lind: both stand under the first cue
        const bool coordinated = frame && frame->side == Side::after && before && is_coordinated(sentence, k, *before);
        if (frame && frame->speaker && !coordinated && !only_names(quotation, sentence, k, *frame)) {
            if (frame->speaker->pronoun)
                note_sentences_before(hosts, h);
            assign(quotation, sentence, *frame, h > 0 ? &hosts[h - 1] : nullptr);
            spoken_ = hosted.quotation;
            spoken_block_ = block_;
            if (frame->side == Side::after)
                splits_.go_on(hosts, h, k, sentence, *frame);
            follow(hosted.quotation, h);
            return;
        }
        if (frame && !frame->speaker) {
            const bool near = spoken_ != nowhere && block_ <= spoken_block_ + 1;
            tell_without_subject(quotation, sentence, *frame,
                                 near ? &reading_.quotations[splits_.root(spoken_)].attribution : nullptr);
            if (frame->side == Side::after)
                splits_.go_on(hosts, h, k, sentence, *frame);
            if (quotation.attribution.source)
                spoken_block_ = block_; // of the same speaker
            return;
        }
        if (before && shares_cue(sentence, k, *before)) {
            quotation.attribution = before->attribution;
            follow(hosted.quotation, h);
            return;
        }
        if (whole_block && hosted.part == 0 && introduced_by_block(quotation, hosted))
            return follow(hosted.quotation, h);
        if (h > 0 && k == 0 && hosted.part == 0 && whole_block && han::leaves_out_subject(sentence, k)
            && acts_in(quotation, hosts[h - 1]))
            return follow(hosted.quotation, h);
        if (!hosts[h].bare || lexicon_.has("pattern", "no-offers"))
            return;
        if (k == 0 && last_ != nowhere && last_host_ + 1 == h && hosted.part == 0 && !hosts[h - 1].quotations.empty()
            && !begins_line(document_, hosts[h])) {
            offer(quotation, reading_.quotations[splits_.root(last_)].attribution, AttributionEvidence::continued);
            follow(hosted.quotation, h);
        } else if (k == 0 && hosted.part == 0 && acts_behind(quotation, hosts, h)) {
            follow(hosted.quotation, h);
        } else if (whole_block && hosted.part == 0 && told_inside(quotation)) {
            follow(hosted.quotation, h);
        } else if (h > 0 && hosted.part == 0 && !begins_line(document_, hosts[h]) && acts_in(quotation, hosts[h - 1])) {
            follow(hosted.quotation, h);
        } else if (hosted.part == 0 && !begins_line(document_, hosts[h])) {
            imply(quotation, hosts, h, sentence.is_title, lexicon_, speakers_);
        }
    }

    /// “走吧。”林海把烟掐了。: whoever acts in the sentence behind the words has likely spoken them.
    bool acts_behind(Quotation& quotation, std::vector<Host>& hosts, std::size_t h)
    {
        return h + 1 < hosts.size() && !begins_line(document_, hosts[h + 1]) && acts_in(quotation, hosts[h + 1]);
    }

    bool acts_in(Quotation& quotation, Host& beside)
    {
        if (lexicon_.frame() != "han" || !beside.quotations.empty())
            return false;
        read_whole(beside, lexicon_);
        return imply_by_actor(quotation, sentence_of(beside), speakers_);
    }

    /// Remembers the last quotation with a source, for those that continue it.
    void follow(std::size_t q, std::size_t h)
    {
        last_ = q;
        last_host_ = h;
    }

    // ---- an explicit frame

    void assign(Quotation& quotation, const Sentence& s, const Frame& frame, const Host* before)
    {
        Attribution& attribution = quotation.attribution;
        if (frame.speaker->pronoun)
            note_paragraph_before();
        attribution.source = speakers_.source_of(s, *frame.speaker);
        attribution.evidence = frame.speaker->pronoun ? AttributionEvidence::pronoun : AttributionEvidence::explicit_;
        if (!frame.cue_span.empty())
            attribution.cue = text_span(s.host.plain_span(frame.cue_span));
        attribution.cue_class = frame.cue_class;
        quotation.introduced = frame.introduced;
        if (attribution.source->is_document)
            attribution.document = TextSpan{attribution.source->text, attribution.source->span};
        if (frame.document)
            attribution.document = text_span(s.host.plain_span(*frame.document));
        else if (const auto title = title_in(reading_, s, frame); title && !attribution.document)
            attribution.document = title;
        const Adverbials found = adverbials(s, frame);
        attribution.date = found.date;
        if (found.occasion)
            attribution.occasion = text_span(s.host.plain_span(*found.occasion));
        if (!found.date && found.points_back && before != nullptr)
            attribution.date = sole_date(*before, lexicon_);
    }

    /// Whom a pronoun means may stand in the paragraph before, though that quotes nothing and was not read.
    void note_paragraph_before()
    {
        constexpr std::size_t farthest = 1200; // bytes
        if (block_ == 0 || block_before_ + 1 == block_ || document_.blocks[block_ - 1].kind != BlockKind::paragraph)
            return;
        block_before_ = block_ - 1;
        const Span block = document_.blocks[block_ - 1].span;
        for (const Span each : text::sentences(document_.slice(block), lexicon_.language())) {
            const Span sentence{block.begin + each.begin, block.begin + each.end};
            if (block.end - sentence.begin > farthest)
                continue;
            for (Host& host : hosts_of(document_, sentence, {}, lexicon_))
                note(host);
        }
    }

    /// Who acts in a sentence without quotations, for the pronouns behind it.
    void note(Host& host)
    {
        if (lexicon_.frame() != "han") {
            read_subjects(host, lexicon_);
            return speakers_.note_subjects(sentence_of(host));
        }
        read_whole(host, lexicon_);
        speakers_.note_actor(sentence_of(host));
    }

    /// The same for the sentences of the region before hosts[h]; in Han characters they are read when a pronoun asks.
    void note_sentences_before(std::vector<Host>& hosts, std::size_t h)
    {
        if (lexicon_.frame() != "han")
            return;
        for (; noted_ < h; ++noted_)
            if (hosts[noted_].quotations.empty())
                note(hosts[noted_]);
    }

    /// "The tide, he said, never waits": nothing around the marks tells who speaks, a clause between them does.
    bool told_inside(Quotation& quotation)
    {
        auto incise = incise_in(document_, quotation, lexicon_);
        if (!incise)
            return false;
        const Sentence sentence = sentence_of(incise->host);
        Frame frame;
        frame.cue = incise->cue;
        frame.cue_span = incise->host.chunks[incise->cue].span;
        frame.cue_class = incise->host.chunks[incise->cue].word_class;
        frame.speaker = incise->speaker;
        assign(quotation, sentence, frame, nullptr);
        quotation.text = text::join({incise->before.text, incise->behind.text});
        quotation.parts = {std::move(incise->before), std::move(incise->behind)};
        return true;
    }

    [[nodiscard]] TextSpan text_span(Span plain) const { return {text::collapse(document_.slice(plain)), plain}; }

    // ---- without a sentence

    /// Turns (`NAME: …`) and signature lines (`— Name, Work (year)`).
    bool formal(Quotation& quotation, const Hosted& hosted)
    {
        if (quotation.form == QuotationForm::turn)
            return attribute_turn(document_, document_.blocks[block_], hosted, quotation, speakers_);
        if (hosted.part + 1 != quotation.parts.size() && hosted.part != 0)
            return false;
        return attribute_signature(document_, lexicon_, quotation, speakers_);
    }

    /// Of one person in the lead-in and below the words the lead-in tells when and how they were said.
    void take_lead(Quotation& quotation, const Hosted& hosted)
    {
        Quotation lead;
        lead.form = quotation.form;
        if (!introduced_by_block(lead, hosted) || !lead.attribution.source)
            return;
        take_from_lead(quotation.attribution, lead.attribution);
    }

    /// The paragraph before ends `…, Okoro said:` and this quotation opens its own.
    bool introduced_by_block(Quotation& quotation, const Hosted& hosted)
    {
        if (block_ == 0 || hosted.span.begin > first_word_of(document_, document_.blocks[block_]))
            return false;
        const auto host = host_of_lead(document_, document_.blocks[block_ - 1], hosted, lexicon_);
        if (!host)
            return false;
        const Sentence sentence = sentence_of(*host);
        const auto frame = frame_of(sentence, 0);
        if (frame && frame->speaker && is_nobody(sentence, *frame->speaker))
            return false; // the questions that one asked him:
        const bool needs_cue = quotation.form != QuotationForm::block && ends_in_comma(*host);
        if (!frame || !frame->speaker || (needs_cue && !frame->introduced))
            return false;
        assign(quotation, sentence, *frame, nullptr);
        return true;
    }

    const Document& document_;
    Reading& reading_;
    const syntax::Lexicon& lexicon_;
    const Context& context_;
    Speakers speakers_;
    Splits splits_;
    ToldNames told_;
    std::size_t block_ = 0;
    std::size_t noted_ = 0;           ///< sentences of this region whose actors are known
    std::size_t block_before_ = 0;    ///< the last block before that was read
    std::size_t spoken_ = nowhere;    ///< last quotation to which a frame gave a source, in the document
    std::size_t spoken_block_ = 0;    ///< its block, or that of a later one that offers the same source
    std::size_t last_ = nowhere;      ///< last quotation with a source, in this region
    std::size_t last_host_ = nowhere; ///< its host sentence
};

} // namespace

void attribute(const Document& document, Reading& reading, const syntax::Lexicon& lexicon, const Context& context)
{
    Attributor(document, reading, lexicon, context).run();
}

} // namespace verbatim::extract
