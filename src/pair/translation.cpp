// SPDX-License-Identifier: Apache-2.0
// A text and its translation: quotations are aligned, then speakers, numbers and dates compared by value, then the
// words with the published version of the quoted work. What has no counterpart is lost, or lives on without marks.
#include "pair/pair.hpp"

#include "pair/alignment.hpp"
#include "pair/citations.hpp"
#include "pair/published.hpp"
#include "pair/sentences.hpp"
#include "pair/speakers.hpp"
#include "pair/speech.hpp"
#include "pair/values.hpp"

#include <algorithm>
#include <cstdint>
#include <set>

namespace verbatim::pair {
namespace {

class TranslationPairing {
public:
    TranslationPairing(const DocumentResult& from, const DocumentResult& to, const library::Library* library,
                       const align::Settings& settings)
        : from_(from), to_(to), library_(library), settings_(settings), from_values_(values_of(from.document)),
          to_values_(values_of(to.document)), from_sentences_(from.document), to_sentences_(to.document),
          segments_(from.document, from.reading, from_values_, to.document, to.reading, to_values_)
    {
        pairing_.kind = PairKind::translation;
    }

    Pairing run()
    {
        for (const AlignedPair& pair : align_quotations(from_, from_values_, to_, to_values_, segments_, library_))
            add_link(pair);
        const std::size_t linked = pairing_.links.size();
        add_crossed_speakers();
        for (std::size_t i = 0; i < from_.reading.quotations.size(); ++i)
            if (!linked_from_.contains(i))
                add_lost(i, linked);
        for (std::size_t j = 0; j < to_.reading.quotations.size(); ++j)
            if (!linked_to_.contains(j))
                add_extra(j, linked);
        std::sort(pairing_.links.begin(), pairing_.links.end(), [](const Link& a, const Link& b) {
            return std::pair(a.from.value_or(SIZE_MAX), a.to.value_or(SIZE_MAX))
                   < std::pair(b.from.value_or(SIZE_MAX), b.to.value_or(SIZE_MAX));
        });
        if (library_ != nullptr)
            look_up_published();
        add_values_of_text();
        pairing_.citations = pair_citations(from_.reading, to_.reading, CitationMatch::across_languages);
        forgive_unread_citations();
        return std::move(pairing_);
    }

private:
    // ---- quotations that have a counterpart ----------------------------------------------------------------------

    void add_link(const AlignedPair& pair)
    {
        const Quotation& original = from_.reading.quotations[pair.from];
        const Quotation& translated = to_.reading.quotations[pair.to];
        Link link;
        link.from = pair.from;
        link.to = pair.to;
        link.confidence = pair.confidence;
        link.state = LinkState::translated;
        add_speaker_change(original.attribution, translated.attribution, link);
        const Span from_host = from_sentences_.host_of(original);
        const Span to_host = to_sentences_.host_of(translated);
        link.changes = joined(std::move(link.changes), value_changes(values_at(from_, from_values_, from_host),
                                                                     values_at(to_, to_values_, to_host)));
        add_date_change(original.attribution, translated.attribution, link);
        link.attribution_lost = original.attribution.attributed() && !translated.attribution.attributed()
                                && !may_be_attributed(to_.document, to_.reading, to_host, translated)
                                && has_fewer_speakers(original, translated);
        hosts_.push_back({pair.from, pair.to, from_host, to_host});
        linked_from_.insert(pair.from);
        linked_to_.insert(pair.to);
        pairing_.links.push_back(std::move(link));
    }

    /// Fewer quotations name a source than in the paragraphs that these translate; else one of them may be ours.
    [[nodiscard]] bool has_fewer_speakers(const Quotation& original, const Quotation& translated) const
    {
        const MarkCount from = marks_in(from_.reading, around(from_, original.hull()));
        const MarkCount to = marks_in(to_.reading, around(to_, translated.hull()));
        return !to.broken && to.attributed < from.attributed;
    }

    static std::vector<Change> joined(std::vector<Change> all, std::vector<Change> more)
    {
        for (Change& change : more)
            all.push_back(std::move(change));
        return all;
    }

    /// The values of a run; an equal may also stand elsewhere in its paragraphs, since sentences are cut differently.
    [[nodiscard]] ValueSide values_at(const DocumentResult& side, const Values& values, Span run) const
    {
        return {side.document, within(values, run), within(values, around(side, run))};
    }

    /// The paragraphs that are aligned as one, or the block alone.
    [[nodiscard]] Span around(const DocumentResult& side, Span run) const
    {
        const bool is_from = &side == &from_;
        const std::size_t s = is_from ? segments_.of_from(run.begin) : segments_.of_to(run.begin);
        const Span block = block_of(side.document, run);
        if (s >= segments_.list().size())
            return block;
        const Span segment = is_from ? segments_.list()[s].from : segments_.list()[s].to;
        return {std::min(block.begin, segment.begin), std::max(block.end, segment.end)};
    }

    static Span block_of(const Document& document, Span run)
    {
        const Block* block = document.block_at(run.begin);
        return block == nullptr ? run
                                : Span{std::min(block->span.begin, run.begin), std::max(block->span.end, run.end)};
    }

    /// Only between two persons who are both known: names of two languages cannot be compared by their looks.
    void add_speaker_change(const Attribution& from, const Attribution& to, Link& link) const
    {
        if (match_speakers(from, to, library_) != SpeakerMatch::different)
            return;
        link.changes.push_back({"source", TextSpan{from.source->text, from.source->span},
                                TextSpan{to.source->text, to.source->span},
                                registered(*from.source) + ", not " + registered(*to.source)});
    }

    /// Only where the paragraphs have as many quotations: else the link itself may be crossed.
    void add_crossed_speakers()
    {
        for (CrossedSpeakers& crossed : crossed_speakers(from_, to_, pairing_.links, library_)) {
            Link& link = pairing_.links[crossed.link];
            const Quotation& original = from_.reading.quotations[*link.from];
            const Quotation& translated = to_.reading.quotations[*link.to];
            const Span from_run = around(from_, original.hull());
            const Span to_run = around(to_, translated.hull());
            const MarkCount there = marks_in(from_.reading, from_run);
            const MarkCount here = marks_in(to_.reading, to_run);
            const bool told = std::any_of(link.changes.begin(), link.changes.end(),
                                          [](const Change& change) { return change.kind == "source"; });
            if (told || there.broken || here.broken || there.groups != here.groups
                || segments_.of_from(from_run.begin) != segments_.of_to(to_run.begin)
                || match_speakers(original.attribution, translated.attribution, library_) != SpeakerMatch::unknown)
                continue;
            const Source& from = *original.attribution.source;
            const Source& to = *translated.attribution.source;
            link.changes.push_back(
                {"source", TextSpan{from.text, from.span}, TextSpan{to.text, to.span}, std::move(crossed.note)});
        }
    }

    [[nodiscard]] std::string registered(const Source& source) const
    {
        const std::string name = source.person.value_or(source.text);
        return library_->person(name).value_or(name);
    }

    /// The date that an attribution takes from the sentence before its host.
    static void add_date_change(const Attribution& from, const Attribution& to, Link& link)
    {
        const bool told = std::any_of(link.changes.begin(), link.changes.end(),
                                      [](const Change& change) { return change.kind == "date"; });
        if (told || !from.date || !to.date || text::dates_agree(*from.date, *to.date))
            return;
        link.changes.push_back({"date", TextSpan{*from.date, {}}, TextSpan{*to.date, {}}, {}});
    }

    // ---- quotations without counterpart --------------------------------------------------------------------------

    void add_lost(std::size_t i, std::size_t linked)
    {
        const Quotation& quotation = from_.reading.quotations[i];
        Link link;
        link.from = i;
        const bool without_marks = lost_all_marks();
        const bool judged =
            without_marks ? quotation.kind == QuotationKind::quotation && !quotation.nested_in : is_speech(quotation);
        const Span gap = judged ? gap_of(i, linked) : Span{};
        if (judged && (without_marks || lacks_marks(to_, gap, from_, around(from_, quotation.hull())))) {
            link.to_sentence = paraphrase_of(quotation, gap);
            link.state = link.to_sentence ? LinkState::paraphrased : LinkState::dropped;
        }
        pairing_.links.push_back(std::move(link));
    }

    /// A translation without any marks of a text with somebody's words has lost whatever was quoted (CONVENTIONS 10).
    [[nodiscard]] bool lost_all_marks() const
    {
        return to_.reading.quotations.empty() && to_.reading.unbalanced.empty()
               && std::any_of(from_.reading.quotations.begin(), from_.reading.quotations.end(), is_speech);
    }

    void add_extra(std::size_t j, std::size_t linked)
    {
        const Quotation& quotation = to_.reading.quotations[j];
        Link link;
        link.to = j;
        if (is_speech(quotation) && lacks_marks(from_, gap_before(j, linked), to_, around(to_, quotation.hull())))
            link.state = LinkState::added;
        pairing_.links.push_back(std::move(link));
    }

    /// The run has fewer pairs of marks than the one that it stands for, and none that the grammar could not pair: else
    /// the quotation may be there, cut or nested otherwise.
    static bool lacks_marks(const DocumentResult& side, Span gap, const DocumentResult& other, Span run)
    {
        const MarkCount here = marks_in(side.reading, gap);
        const MarkCount there = marks_in(other.reading, run);
        return !here.broken && !there.broken && here.groups < there.groups;
    }

    struct Hosts {
        std::size_t from, to;
        Span from_host, to_host;
    };

    /// Where a lost quotation may live on: between the translations of its neighbours, in the paragraphs that
    /// translate its own where they are known.
    [[nodiscard]] Span gap_of(std::size_t quotation, std::size_t linked) const
    {
        const std::size_t s = segments_.of_from(from_.reading.quotations[quotation].hull().begin);
        if (s < segments_.list().size() && !segments_.list()[s].to.empty())
            return segments_.list()[s].to;
        Span gap{0, to_.document.plain.size()};
        for (std::size_t i = 0; i < linked; ++i) {
            if (hosts_[i].from < quotation)
                gap.begin = std::max(gap.begin, hosts_[i].to_host.end);
            else
                gap.end = std::min(gap.end, hosts_[i].to_host.begin);
        }
        return gap.begin <= gap.end ? gap : Span{gap.begin, gap.begin};
    }
    [[nodiscard]] Span gap_before(std::size_t quotation, std::size_t linked) const
    {
        const std::size_t s = segments_.of_to(to_.reading.quotations[quotation].hull().begin);
        if (s < segments_.list().size() && !segments_.list()[s].from.empty())
            return segments_.list()[s].from;
        Span gap{0, from_.document.plain.size()};
        for (std::size_t i = 0; i < linked; ++i) {
            if (hosts_[i].to < quotation)
                gap.begin = std::max(gap.begin, hosts_[i].from_host.end);
            else
                gap.end = std::min(gap.end, hosts_[i].from_host.begin);
        }
        return gap.begin <= gap.end ? gap : Span{gap.begin, gap.begin};
    }

    /// A sentence with the same speaker and a cue and no quotation (CONVENTIONS 10).
    [[nodiscard]] std::optional<Span> paraphrase_of(const Quotation& quotation, Span gap) const
    {
        constexpr std::size_t most = 60;
        const Attribution& attribution = quotation.attribution;
        if (!attribution.attributed() || !attribution.source)
            return std::nullopt;
        const std::size_t first = to_sentences_.first_from(gap.begin);
        for (std::size_t i = first; i < to_sentences_.all().size() && i < first + most; ++i) {
            const Span sentence = to_sentences_.all()[i];
            if (sentence.end > gap.end)
                break;
            if (holds_quotation(to_.reading, sentence))
                continue;
            const std::string_view words = to_.document.slice(sentence);
            if (names(words, *attribution.source, library_) && has_cue(words, to_.document.language))
                return sentence;
        }
        return std::nullopt;
    }

    // ---- the text beside quotations ------------------------------------------------------------------------------

    /// Numbers and dates of paragraphs that translate each other one to one, where no link tells of them yet.
    void add_values_of_text()
    {
        std::vector<Span> told;
        for (const Link& link : pairing_.links)
            for (const Change& change : link.changes)
                if (change.to && !change.to->span.empty())
                    told.push_back(change.to->span);
        for (const Segment& segment : segments_.list()) {
            if (!segment.one_to_one)
                continue;
            const Values from = within(from_values_, segment.from);
            const Values to = within(to_values_, segment.to);
            for (Change& change : lone_value_changes({from_.document, from, from}, {to_.document, to, to}))
                if (std::none_of(told.begin(), told.end(), [&](Span span) { return span.overlaps(change.to->span); }))
                    pairing_.changes.push_back(std::move(change));
        }
    }

    /// A citation that the grammar read on one side alone is not lost where the other has its year in brackets too.
    void forgive_unread_citations()
    {
        const auto years = [](const Document& document, const std::string& year) {
            std::size_t count = 0;
            for (std::size_t at = document.plain.view().find(year); at != std::string::npos;
                 at = document.plain.view().find(year, at + 1))
                ++count;
            return count;
        };
        std::size_t left = 100; // documents with more lost citations than that have lost them
        std::erase_if(pairing_.citations, [&](const CitationLink& link) {
            if (!link.from || link.to || left == 0)
                return false;
            --left;
            const auto& fields = from_.reading.citations[*link.from].fields;
            const auto issued = fields.find("issued");
            if (issued == fields.end() || issued->second.size() < 4)
                return false;
            const std::string year = issued->second.substr(0, 4);
            return years(to_.document, year) >= years(from_.document, year);
        });
    }

    void look_up_published()
    {
        for (std::size_t i = 0; i < pairing_.links.size(); ++i) {
            const Link& link = pairing_.links[i];
            if (!link.from || !link.to || from_.reading.quotations[*link.from].kind != QuotationKind::quotation)
                continue;
            if (auto published = published_words(i, from_, *link.from, to_, *link.to, *library_, settings_))
                pairing_.published.push_back(std::move(*published));
        }
    }

    const DocumentResult& from_;
    const DocumentResult& to_;
    const library::Library* library_;
    const align::Settings& settings_;
    Values from_values_;
    Values to_values_;
    Sentences from_sentences_;
    Sentences to_sentences_;
    Segments segments_;
    std::vector<Hosts> hosts_; ///< of the linked quotations, in the order of their links
    std::set<std::size_t> linked_from_;
    std::set<std::size_t> linked_to_;
    Pairing pairing_;
};

} // namespace

Pairing pair_translation(const DocumentResult& from, const DocumentResult& to, const library::Library* library,
                         const align::Settings& settings)
{
    return TranslationPairing(from, to, library, settings).run();
}

} // namespace verbatim::pair
